/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that follows the date, and the date that follows a hand on the list. */
#include "config.h"

#include "jol-timeline.h"

#include "jol-event-list.h"
#include "jol-event-model.h"
#include "jol-test-story.h"
#include "jol-test-timeline.h"
#include "jol-test-ui.h"

#define N_EVENTS 400
/* Where 1992 surely is in a list of random events, and 2015 surely is not: some 600 px a year. */
#define EARLY_PX 2000

static GtkAdjustment *
get_adjustment (TimelineFixture *fixture)
{
  GtkWidget *scroller = timeline_get_scroller (fixture);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* A fraction of the way down the list. */
static void
scroll_to (TimelineFixture *fixture, double fraction)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  gtk_adjustment_set_value (adjustment, fraction * (gtk_adjustment_get_upper (adjustment) -
                                                    gtk_adjustment_get_page_size (adjustment)));
}

/* As a wheel does: the timeline sees it before the scrolled window. */
static void
turn_wheel (TimelineFixture *fixture, double fraction)
{
  GtkWidget *scroller = timeline_get_scroller (fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  gboolean handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 0.0, &handled);
    }
  scroll_to (fixture, fraction);
}

static const JolDate *
get_event_date (TimelineFixture *fixture, guint n)
{
  JolEvent *const *events = jol_story_get_events (fixture->story, &(guint){ 0 });

  return jol_event_get_date (events[n]);
}

static gboolean
is_at (TimelineFixture *fixture, guint n)
{
  JolDate date = *get_event_date (fixture, n);

  date.approx = 0;
  return jol_date_equal (&date, jol_session_get_date (fixture->session));
}

/* On and on: the list learns how long it is only as its rows come into sight. */
static void
wheel_to_end (TimelineFixture *fixture)
{
  jol_test_wait_until ((turn_wheel (fixture, 1.0), is_at (fixture, N_EVENTS - 1)));
}

static JolEventRow *
get_heading (TimelineFixture *fixture)
{
  GtkWidget *overlay = jol_test_find_child (fixture->timeline, GTK_TYPE_OVERLAY);

  return JOL_EVENT_ROW (gtk_widget_get_last_child (overlay));
}

static void
set_date (TimelineFixture *fixture, const char *text, JolOrigin origin)
{
  JolDate date;

  g_assert_true (jol_date_parse (text, &date));
  jol_session_set_date (fixture->session, &date, origin);
}

static void
test_date_follows_hand (TimelineFixture *fixture, gconstpointer data)
{
  wheel_to_end (fixture);
  turn_wheel (fixture, 0.0);
  /* The heading of its year is at the very top, so it may be the second. */
  jol_test_wait_until (jol_session_get_date (fixture->session)->year ==
                       get_event_date (fixture, 0)->year);

  /* All of that was one step in the history. */
  g_assert_true (jol_session_can_go_back (fixture->session));
  jol_session_go_back (fixture->session);
  g_assert_false (jol_session_can_go_back (fixture->session));
}

/* Where nothing has begun yet, the list is at its top. */
static void
test_before_all (TimelineFixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) late = jol_test_load_story (
      "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
      " \"time\": {\"start\": \"1990\", \"end\": \"2030\"}, \"events\": ["
      "  {\"id\": \"a\", \"kind\": \"visit\", \"date\": \"2001\", \"title\": \"A\"},"
      "  {\"id\": \"b\", \"kind\": \"visit\", \"date\": \"2002\", \"title\": \"B\"},"
      "  {\"id\": \"c\", \"kind\": \"visit\", \"date\": \"2003\", \"title\": \"C\"},"
      "  {\"id\": \"d\", \"kind\": \"visit\", \"date\": \"2004\", \"title\": \"D\"}]}");

  jol_session_set_story (fixture->session, late);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  set_date (fixture, "2004", JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) > 0);
  set_date (fixture, "1995", JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) <= 0);
  jol_session_set_story (fixture->session, fixture->story);
}

/* What the program scrolls moves no date: it is the date that moves the list. */
static void
test_date_stays (TimelineFixture *fixture, gconstpointer data)
{
  guint n_dates;

  set_date (fixture, "1992-01", JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) < EARLY_PX);
  jol_test_count_notify (fixture->session, "date", &n_dates);
  set_date (fixture, "2015-01", JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) > EARLY_PX);
  scroll_to (fixture, 0.2);
  jol_test_wait_frames (fixture->timeline, 4);
  g_assert_cmpuint (n_dates, ==, 1);
}

/* The years run on where they are while one looks elsewhere in the list. */
static void
test_play_is_not_moved (TimelineFixture *fixture, gconstpointer data)
{
  guint n_dates;

  set_date (fixture, "1992-01", JOL_ORIGIN_STRIP);
  jol_test_wait_until (gtk_adjustment_get_value (get_adjustment (fixture)) < EARLY_PX);
  jol_session_set_playing (fixture->session, TRUE);
  jol_test_count_notify (fixture->session, "date", &n_dates);
  turn_wheel (fixture, 0.8);
  jol_test_wait_frames (fixture->timeline, 4);
  g_assert_cmpuint (n_dates, ==, 0);
}

/* The list is made by the two dates, so it moves neither. */
static void
test_comparison_is_not_moved (TimelineFixture *fixture, gconstpointer data)
{
  JolDate pinned = { .year = 1992 };
  guint n_dates;

  set_date (fixture, "2020", JOL_ORIGIN_STRIP);
  jol_session_set_compare (fixture->session, &pinned, JOL_ORIGIN_APP);
  jol_test_count_notify (fixture->session, "date", &n_dates);
  turn_wheel (fixture, 0.5);
  jol_test_wait_frames (fixture->timeline, 4);
  g_assert_cmpuint (n_dates, ==, 0);
}

static gboolean
heading_says (TimelineFixture *fixture, int year)
{
  g_autofree char *number = g_strdup_printf ("%d", year);

  return jol_test_find_row (GTK_WIDGET (get_heading (fixture)), number) != NULL;
}

/* The year of the event that is at the top of the list, or 0 when it is a heading. */
static int
get_top_year (TimelineFixture *fixture)
{
  GtkWidget *list = jol_test_find_child (fixture->timeline, JOL_TYPE_EVENT_LIST);
  GtkWidget *picked = gtk_widget_pick (list, gtk_widget_get_width (list) / 2.0, 0.0, //
                                       GTK_PICK_DEFAULT);
  GtkWidget *row = picked ? gtk_widget_get_ancestor (picked, JOL_TYPE_EVENT_ROW) : NULL;
  JolEvent *event;

  event = JOL_IS_EVENT_ROW (row) ? jol_event_row_get_event (JOL_EVENT_ROW (row)) : NULL;

  return event ? jol_event_get_date (event)->year : 0;
}

/* The year of what is at the top stays in sight; at the top of the list it is there itself. */
static void
test_heading (TimelineFixture *fixture, gconstpointer data)
{
  turn_wheel (fixture, 0.0);
  jol_test_wait_until (!gtk_widget_get_visible (GTK_WIDGET (get_heading (fixture))));
  wheel_to_end (fixture);
  /* Or that year's own row is just there. */
  jol_test_wait_until (get_top_year (fixture) > 0
                           ? heading_says (fixture, get_top_year (fixture))
                           : !gtk_widget_get_visible (GTK_WIDGET (get_heading (fixture))));
}

/* Where, and who: by their codes, or how many there were. */
static void
test_details (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (
      "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
      " \"places\": [{\"id\": \"p\", \"kind\": \"city\", \"name\": \"Xi'an\", \"at\": [108.9, "
      "34.3]}],"
      " \"events\": ["
      "  {\"id\": \"a\", \"kind\": \"summit\", \"date\": \"2001\", \"title\": \"A\", \"place\": "
      "\"p\", \"participants\": [\"CN\", \"KZ\"]},"
      "  {\"id\": \"b\", \"kind\": \"summit\", \"date\": \"2002\", \"title\": \"B\", \"place\": "
      "\"p\"},"
      "  {\"id\": \"c\", \"kind\": \"summit\", \"date\": \"2003\", \"title\": \"C\","
      "   \"participants\": [\"AM\", \"AZ\", \"BY\", \"KG\", \"KZ\", \"RU\", \"TJ\", \"UZ\"]}]}");
  g_autoptr (JolSession) session = jol_session_new ();
  GtkWidget *timeline = jol_timeline_new ();
  GtkWidget *window;

  jol_session_set_story (session, story);
  jol_timeline_set_session (JOL_TIMELINE (timeline), session);
  window = jol_test_show (timeline, 300, 700);
  jol_test_wait_until (jol_test_find_row (timeline, "Xi'an · CN KZ"));
  g_assert_nonnull (jol_test_find_row (timeline, "Xi'an"));
  g_assert_nonnull (jol_test_find_row (timeline, "8 participants"));
  jol_test_destroy_window (window);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define add(path, function)                                                                        \
  g_test_add (path, TimelineFixture, GUINT_TO_POINTER (N_EVENTS), timeline_fixture_set_up,         \
              function, timeline_fixture_tear_down)
  add ("/timeline-scroll/date-follows-hand", test_date_follows_hand);
  add ("/timeline-scroll/before-all", test_before_all);
  add ("/timeline-scroll/date-stays", test_date_stays);
  add ("/timeline-scroll/play-is-not-moved", test_play_is_not_moved);
  add ("/timeline-scroll/comparison-is-not-moved", test_comparison_is_not_moved);
  add ("/timeline-scroll/heading", test_heading);
#undef add
  g_test_add_func ("/timeline-scroll/details", test_details);

  return jol_test_run ();
}
