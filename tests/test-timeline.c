/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-timeline.h"

#include "jol-event-list.h"
#include "jol-filter-bar.h"
#include "jol-test-timeline.h"
#include "jol-test-ui.h"

static guint
find_position (TimelineFixture *fixture, const char *id)
{
  GListModel *model = jol_session_list_events (fixture->session);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (JOL_IS_EVENT (item) && g_strcmp0 (jol_entity_get_id (JOL_ENTITY (item)), id) == 0)
        return i;
    }
  g_assert_not_reached ();
}

static gboolean
has_mark (JolEventRow *row, JolRowMarks mark)
{
  return (jol_event_row_get_marks (row) & mark) != 0;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (TimelineFixture *fixture, const char *text)
{
  GtkWidget *label;

  jol_test_wait_until (find_label (fixture->timeline, text));
  label = find_label (fixture->timeline, text);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_session (TimelineFixture *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->timeline, "session", &n_notified);
  jol_timeline_set_session (JOL_TIMELINE (fixture->timeline), fixture->session);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_timeline_set_session (JOL_TIMELINE (fixture->timeline), NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  /* No longer heard. */
  jol_session_select (fixture->session, "alpha", JOL_ORIGIN_APP);
  jol_timeline_set_session (JOL_TIMELINE (fixture->timeline), fixture->session);
}

static void
test_rows (TimelineFixture *fixture, gconstpointer data)
{
  JolEventRow *row = timeline_get_row (fixture, "jul-2022");

  g_assert_nonnull (jol_test_find_row (GTK_WIDGET (row), "5\u00a0Jul"));
  g_assert_nonnull (jol_test_find_row (GTK_WIDGET (row), "Stopped"));
  g_assert_nonnull (jol_test_find_row (fixture->timeline, "14–16\u00a0Dec"));
  g_assert_nonnull (find_label (fixture->timeline, "6 of 6 events"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "5 July 2022, Incident, Stopped");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->timeline),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
}

/* What is chosen elsewhere is marked here. */
static void
test_selection_in (TimelineFixture *fixture, gconstpointer data)
{
  JolEventRow *row = timeline_get_row (fixture, "jul-2022");

  jol_session_select (fixture->session, "jul-2022", JOL_ORIGIN_MAP);
  g_assert_true (has_mark (row, JOL_ROW_SELECTED));
  g_assert_true (has_mark (row, JOL_ROW_CURRENT));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  g_assert_false (has_mark (row, JOL_ROW_SELECTED));
}

/* What is chosen here is told to the session; a heading chooses nothing. */
static void
test_selection_out (TimelineFixture *fixture, gconstpointer data)
{
  timeline_get_row (fixture, "dec-2009");
  g_signal_emit_by_name (timeline_get_list (fixture), "activate", 0);
  g_assert_null (jol_session_get_selection (fixture->session));
  g_signal_emit_by_name (timeline_get_list (fixture), "activate",
                         find_position (fixture, "dec-2009"));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "dec-2009");
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 2009);
}

/* Focus is not selection: one can look without jumping. */
static void
test_keyboard (TimelineFixture *fixture, gconstpointer data)
{
  GtkWidget *first = GTK_WIDGET (timeline_get_row (fixture, "jan-2009"));
  GtkWidget *second = GTK_WIDGET (timeline_get_row (fixture, "dec-2009"));

  g_assert_true (gtk_widget_grab_focus (first));
  g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_DOWN);
  jol_test_wait_until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == second);
  g_assert_null (jol_session_get_selection (fixture->session));
  g_assert_true (gtk_widget_activate (second));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "dec-2009");
}

static void
test_date (TimelineFixture *fixture, gconstpointer data)
{
  JolEventRow *june = timeline_get_row (fixture, "jun-2010");
  JolEventRow *may = timeline_get_row (fixture, "may-2014");
  const JolDate date = { .year = 2015, .month = 3 };

  g_assert_true (has_mark (june, JOL_ROW_CURRENT));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
  g_assert_false (has_mark (june, JOL_ROW_CURRENT));
  g_assert_true (has_mark (may, JOL_ROW_CURRENT));
  g_assert_false (has_mark (may, JOL_ROW_SELECTED));
}

static void
test_hover (TimelineFixture *fixture, gconstpointer data)
{
  JolEventRow *row = timeline_get_row (fixture, "jul-2022");
  GtkWidget *list = timeline_get_list (fixture);
  GtkEventController *motion = jol_test_find_controller (list, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  graphene_rect_t bounds;

  jol_test_wait_until (gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds) &&
                       bounds.size.height > 0);
  g_signal_emit_by_name (motion, "motion", (double) bounds.origin.x + 20,
                         (double) bounds.origin.y + bounds.size.height / 2);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "jul-2022");
  g_assert_true (has_mark (row, JOL_ROW_HOVERED));
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (jol_session_get_hover (fixture->session));

  jol_session_set_hover (fixture->session, "jul-2022", JOL_ORIGIN_STRIP);
  g_assert_true (has_mark (row, JOL_ROW_HOVERED));
}

static void
test_filter (TimelineFixture *fixture, gconstpointer data)
{
  GtkWidget *chip = find_button (fixture, jol_event_kind_get_label (JOL_EVENT_INCIDENT));

  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  g_assert_null (find_label (fixture->timeline, jol_event_kind_get_label (JOL_EVENT_VISIT)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  g_assert_true (jol_filter_hides (jol_session_get_filter (fixture->session), JOL_EVENT_INCIDENT));
  g_assert_nonnull (find_label (fixture->timeline, "4 of 6 events"));

  /* From elsewhere. */
  jol_session_set_filter (fixture->session,
                          jol_filter_toggle_on_map (1u << JOL_EVENT_SUMMIT, JOL_MAP_GAS));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)));
  g_assert_nonnull (find_label (fixture->timeline, "5 of 6 events"));

  click (find_button (fixture, "Clear filter"));
  /* What the map's legend hides is none of its business. */
  g_assert_cmpuint (jol_session_get_filter (fixture->session), ==,
                    jol_filter_toggle_on_map (0, JOL_MAP_GAS));
  g_assert_nonnull (find_label (fixture->timeline, "6 of 6 events"));
}

/* "Only what the map shows": said, kept up while the map moves, and gone with one click. */
static void
test_only_in_view (TimelineFixture *fixture, gconstpointer data)
{
  const JolViewport at_alpha = { 45, 50, 7 }, nowhere = { 37, 42, 7 };
  GtkWidget *button = jol_test_find_button (fixture->timeline, "Only what the map shows");

  jol_session_set_viewport (fixture->session, &at_alpha, JOL_ORIGIN_MAP);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  click (button);
  g_assert_true (jol_session_get_only_in_view (fixture->session));
  g_assert_nonnull (find_label (fixture->timeline, "4 of 6 on the map"));

  jol_session_set_viewport (fixture->session, &nowhere, JOL_ORIGIN_MAP);
  jol_test_wait_until (find_label (fixture->timeline, "0 of 6 on the map"));
  jol_test_wait_until (find_label (fixture->timeline, "No events to show"));
  jol_session_set_viewport (fixture->session, &at_alpha, JOL_ORIGIN_MAP);
  jol_test_wait_until (!find_label (fixture->timeline, "No events to show"));

  click (find_button (fixture, "Clear filter"));
  g_assert_false (jol_session_get_only_in_view (fixture->session));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_nonnull (find_label (fixture->timeline, "6 of 6 events"));
}

static void
test_subject (TimelineFixture *fixture, gconstpointer data)
{
  jol_session_select (fixture->session, "old-line", JOL_ORIGIN_MAP);
  jol_test_wait_until (find_label (fixture->timeline, "Events of Old line"));
  g_assert_nonnull (find_label (fixture->timeline, "3 of 6 events"));

  click (find_button (fixture, "Show all"));
  g_assert_nonnull (find_label (fixture->timeline, "6 of 6 events"));
  jol_test_wait_until (find_label (fixture->timeline, "Old line: 3 events"));
  click (find_button (fixture, "Only these"));
  g_assert_nonnull (find_label (fixture->timeline, "3 of 6 events"));

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  jol_test_wait_until (!find_label (fixture->timeline, "Events of Old line"));
}

static void
test_empty (TimelineFixture *fixture, gconstpointer data)
{
  jol_session_select (fixture->session, "gamma", JOL_ORIGIN_MAP);
  jol_test_wait_until (find_label (fixture->timeline, "No events to show"));
  click (find_button (fixture, "Show all events"));
  jol_test_wait_until (!find_label (fixture->timeline, "No events to show"));

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  jol_session_set_filter (fixture->session, 0xff);
  jol_test_wait_until (find_label (fixture->timeline, "No events to show"));
  click (find_button (fixture, "Show all events"));
  g_assert_cmpuint (jol_session_get_filter (fixture->session), ==, 0);
}

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

static GtkAdjustment *
get_adjustment (TimelineFixture *fixture)
{
  GtkWidget *scroller = timeline_get_scroller (fixture);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* The row of what is chosen, or of the date, comes into sight. */
static void
test_follows (TimelineFixture *fixture, gconstpointer data)
{
  const guint places[] = { 390, 3, 200, 395, 0 };
  JolDate date = { .year = 1991, .month = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *id = get_event_id (fixture, places[i]);

      jol_session_select (fixture->session, id, JOL_ORIGIN_MAP);
      jol_test_wait_until (is_in_sight (fixture, id));
    }

  jol_session_select (fixture->session, get_event_id (fixture, 399), JOL_ORIGIN_MAP);
  jol_test_wait_until (is_in_sight (fixture, get_event_id (fixture, 399)));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) < 200);
}

/* What is in sight does not move. */
static void
test_stays (TimelineFixture *fixture, gconstpointer data)
{
  const char *id = get_event_id (fixture, 200);
  const char *next = get_event_id (fixture, 201);
  double value;

  jol_session_select (fixture->session, id, JOL_ORIGIN_MAP);
  jol_test_wait_until (is_in_sight (fixture, id));
  jol_test_wait_until (is_in_sight (fixture, next));
  value = gtk_adjustment_get_value (get_adjustment (fixture));
  jol_session_select (fixture->session, next, JOL_ORIGIN_MAP);
  jol_test_wait_until (has_mark (timeline_get_row (fixture, next), JOL_ROW_SELECTED));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, value);
}

static guint n_frames;

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  n_frames++;
  return G_SOURCE_CONTINUE;
}

/* While the story plays, a person may look elsewhere. */
static void
test_does_not_fight (TimelineFixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = timeline_get_scroller (fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  JolDate date = { .year = 1992, .month = 1 };
  gboolean handled;

  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) < 800);
  jol_session_set_playing (fixture->session, TRUE);

  gtk_adjustment_set_value (get_adjustment (fixture), 5000);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      /* Before the scrolled window's own, as a wheel would come. */
      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 0.0, &handled);
    }

  n_frames = 0;
  gtk_widget_add_tick_callback (fixture->timeline, count_frame_cb, NULL, NULL);
  for (int year = 1993; year < 2000; year++)
    {
      guint until = n_frames + 2;

      date.year = (gint16) year;
      jol_session_set_date (fixture->session, &date, JOL_ORIGIN_PLAYER);
      jol_test_wait_until (n_frames >= until);
    }
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), >, 3000);

  /* A choice elsewhere is followed again. */
  jol_session_select (fixture->session, get_event_id (fixture, 5), JOL_ORIGIN_MAP);
  jol_test_wait_until (is_in_sight (fixture, get_event_id (fixture, 5)));
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define add(path, n_events, function)                                                              \
  g_test_add (path, TimelineFixture, GUINT_TO_POINTER (n_events), timeline_fixture_set_up,         \
              function, timeline_fixture_tear_down)
  add ("/timeline/session", 0, test_session);
  add ("/timeline/rows", 0, test_rows);
  add ("/timeline/selection-in", 0, test_selection_in);
  add ("/timeline/selection-out", 0, test_selection_out);
  add ("/timeline/keyboard", 0, test_keyboard);
  add ("/timeline/date", 0, test_date);
  add ("/timeline/hover", 0, test_hover);
  add ("/timeline/filter", 0, test_filter);
  add ("/timeline/only-in-view", 0, test_only_in_view);
  add ("/timeline/subject", 0, test_subject);
  add ("/timeline/empty", 0, test_empty);
  add ("/timeline/follows", 400, test_follows);
  add ("/timeline/stays", 400, test_stays);
  add ("/timeline/does-not-fight", 400, test_does_not_fight);
#undef add

  return jol_test_run ();
}
