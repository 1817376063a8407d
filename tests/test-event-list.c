/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a long story: of its rows only few are there, which a person does not notice. */
#include "config.h"

#include "jol-test-timeline.h"
#include "jol-test-ui.h"

#define N_EVENTS 400

static gboolean
is_in_sight (TimelineFixture *fixture, const char *id)
{
  JolEventRow *row = timeline_find_row (fixture, id);
  GtkWidget *scroller = timeline_get_scroller (fixture);
  graphene_rect_t bounds;

  return row && gtk_widget_get_mapped (GTK_WIDGET (row)) &&
         gtk_widget_compute_bounds (GTK_WIDGET (row), scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static const char *
get_event_id (TimelineFixture *fixture, guint index)
{
  guint n;

  return jol_entity_get_id (JOL_ENTITY (jol_story_get_events (fixture->story, &n)[index]));
}

static void
look_at (TimelineFixture *fixture, guint n)
{
  const char *id = get_event_id (fixture, n);

  jol_session_select (fixture->session, id, JOL_ORIGIN_MAP);
  jol_test_wait_until (is_in_sight (fixture, id));
}

static gboolean
are_rows_in_order (TimelineFixture *fixture)
{
  int last = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (timeline_get_list (fixture)); row;
       row = gtk_widget_get_next_sibling (row))
    {
      JolEvent *event = jol_event_row_get_event (JOL_EVENT_ROW (row));

      if (!event || !gtk_widget_get_mapped (row))
        continue;
      if (jol_event_get_first_day (event) < last)
        return FALSE;
      last = jol_event_get_first_day (event);
    }
  return TRUE;
}

/* Only what is seen is a widget, however long the list is. */
static void
test_few_rows (TimelineFixture *fixture, gconstpointer data)
{
  GtkWidget *list = timeline_get_list (fixture);
  guint n_rows = 0;

  look_at (fixture, 200);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, <, 40);
}

/* The rows' names are read in the order of the list, also after it was scrolled up and down. */
static void
test_order (TimelineFixture *fixture, gconstpointer data)
{
  const guint places[] = { 390, 3, 200, 190, 205 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    look_at (fixture, places[i]);
  jol_test_wait_until (are_rows_in_order (fixture));
}

/* The keys stay with a row that was scrolled away, and with the list when the row is gone. */
static void
test_focus_stays (TimelineFixture *fixture, gconstpointer data)
{
  const char *first = get_event_id (fixture, 3);
  JolEvent *event;
  GtkWidget *row;

  look_at (fixture, 3);
  row = GTK_WIDGET (timeline_get_row (fixture, first));
  g_assert_true (gtk_widget_grab_focus (row));
  look_at (fixture, 396);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  event = jol_event_row_get_event (JOL_EVENT_ROW (row));
  g_assert_cmpstr (jol_entity_get_id (JOL_ENTITY (event)), ==, first);

  jol_session_set_filter (fixture->session, 1u << jol_event_get_event_kind (event));
  jol_test_wait_until (!timeline_find_row (fixture, first));
  jol_test_wait_until (gtk_widget_get_focus_child (timeline_get_list (fixture)));
}

/* What one looks at stays in sight while other kinds go and come, whatever is at the top. */
static void
test_filter_stays (TimelineFixture *fixture, gconstpointer data)
{
  for (guint n = 200; n < 212; n++)
    {
      const char *id = get_event_id (fixture, n);
      JolEventKind kind;

      look_at (fixture, n);
      kind = jol_event_get_event_kind (jol_event_row_get_event (timeline_get_row (fixture, id)));
      jol_session_set_filter (fixture->session, JOL_FILTER_EVENTS & ~(1u << kind));
      jol_test_wait_frames (fixture->timeline, 2);
      g_assert_true (is_in_sight (fixture, id));
      g_assert_false (jol_filter_hides (jol_session_get_filter (fixture->session), kind));
      jol_session_set_filter (fixture->session, 0);
      jol_test_wait_frames (fixture->timeline, 2);
      g_assert_true (is_in_sight (fixture, id));
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define add(path, function)                                                                        \
  g_test_add (path, TimelineFixture, GUINT_TO_POINTER (N_EVENTS), timeline_fixture_set_up,         \
              function, timeline_fixture_tear_down)
  add ("/event-list/few-rows", test_few_rows);
  add ("/event-list/order", test_order);
  add ("/event-list/focus-stays", test_focus_stays);
  add ("/event-list/filter-stays", test_filter_stays);
#undef add

  return jol_test_run ();
}
