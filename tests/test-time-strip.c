/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-time-strip.h"

#include "jol-event-model.h"
#include "jol-strip-chart.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *strip;
  GtkWidget *chart;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->strip = jol_time_strip_new ();
  jol_time_strip_set_session (JOL_TIME_STRIP (fixture->strip), fixture->session);
  fixture->window = jol_test_show (fixture->strip, 740, 200);
  fixture->chart = jol_test_find_child (fixture->strip, JOL_TYPE_STRIP_CHART);
  jol_test_wait_until (jol_strip_chart_get_scene (JOL_STRIP_CHART (fixture->chart)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

static JolStripScene *
get_scene (Fixture *fixture)
{
  return jol_strip_chart_get_scene (JOL_STRIP_CHART (fixture->chart));
}

static void
assert_date (Fixture *fixture, const char *iso)
{
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (fixture->session));

  g_assert_cmpstr (date, ==, iso);
}

static double
get_x (Fixture *fixture, const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  return jol_strip_scene_get_x (get_scene (fixture),
                                (jol_date_first_day (&date) + jol_date_last_day (&date) + 1) / 2.0);
}

static void
drag (Fixture *fixture, const char *signal, double x, double y)
{
  g_signal_emit_by_name (jol_test_find_controller (fixture->chart, GTK_TYPE_GESTURE_DRAG), signal,
                         x, y);
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->strip, "session", &n_notified);
  jol_time_strip_set_session (JOL_TIME_STRIP (fixture->strip), fixture->session);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_time_strip_set_session (JOL_TIME_STRIP (fixture->strip), NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  jol_session_step_date (fixture->session, JOL_PRECISION_YEAR, 1, JOL_ORIGIN_APP);
  jol_time_strip_set_session (JOL_TIME_STRIP (fixture->strip), fixture->session);
}

/* A press anywhere sets the date, a drag moves it: in months, as a px is no day. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  double x = get_x (fixture, "2001-03");

  drag (fixture, "drag-begin", x, 50);
  assert_date (fixture, "2001-03");
  drag (fixture, "drag-update", get_x (fixture, "2009-12") - x, 4);
  assert_date (fixture, "2009-12");
  drag (fixture, "drag-update", 1e5, 0);
  assert_date (fixture, "2025-12");
  drag (fixture, "drag-update", -1e5, 0);
  assert_date (fixture, "1991-01");
  drag (fixture, "drag-end", -1e5, 0);
  assert_date (fixture, "1991-01");

  /* One point of history. */
  jol_session_go_back (fixture->session);
  assert_date (fixture, "2010-06");
}

static const JolStripTick *
get_tick (Fixture *fixture, const char *id)
{
  JolStripScene *scene = get_scene (fixture);

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);

      if (g_strcmp0 (tick->id, id) == 0)
        return tick;
    }
  g_assert_not_reached ();
}

static void
test_tick (Fixture *fixture, gconstpointer data)
{
  const JolStripTick *tick = get_tick (fixture, "jul-2022");
  double x = tick->x + 1, y = tick->y + 1;

  drag (fixture, "drag-begin", x, y);
  g_assert_null (jol_session_get_selection (fixture->session));
  drag (fixture, "drag-end", 0, 0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "jul-2022");
  assert_date (fixture, "2022-07-05");
  g_assert_true (get_tick (fixture, "jul-2022")->is_selected);

  /* From a tick one can drag too. */
  drag (fixture, "drag-begin", x, y);
  drag (fixture, "drag-update", get_x (fixture, "2009-12") - x, 0);
  drag (fixture, "drag-end", get_x (fixture, "2009-12") - x, 0);
  assert_date (fixture, "2009-12");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion =
      jol_test_find_controller (fixture->chart, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  const JolStripTick *tick = get_tick (fixture, "dec-2009");

  g_signal_emit_by_name (motion, "motion", tick->x + 1, tick->y + 1);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "dec-2009");
  g_signal_emit_by_name (motion, "motion", tick->x + 1, 40.0);
  g_assert_null (jol_session_get_hover (fixture->session));
  g_signal_emit_by_name (motion, "leave");
}

static void
press_key_on (GtkWidget *widget, const char *accelerator)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accelerator);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                           widget,
                                                           gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }
  g_error ("%s is bound to nothing", accelerator);
}

static void
press_key (Fixture *fixture, const char *accelerator)
{
  press_key_on (fixture->chart, accelerator);
}

static void
assert_span (Fixture *fixture, const char *iso)
{
  g_autofree char *span = jol_span_to_iso (jol_session_get_span (fixture->session));

  g_assert_cmpstr (span, ==, iso);
}

static double
get_edge (Fixture *fixture, const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  return jol_strip_scene_get_x (get_scene (fixture), jol_date_first_day (&date));
}

static void
drag_to (Fixture *fixture, double x0, double x1)
{
  double y = (get_scene (fixture)->rail_top + get_scene (fixture)->rail_bottom) / 2;

  drag (fixture, "drag-begin", x0, y);
  drag (fixture, "drag-update", x1 - x0, 2.0);
  drag (fixture, "drag-end", x1 - x0, 2.0);
}

/* On the rail a drag makes a span; its ends and the whole can be dragged, and the list follows. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  JolEventModel *model = JOL_EVENT_MODEL (jol_session_list_events (fixture->session));

  drag_to (fixture, get_x (fixture, "2008-06"), get_x (fixture, "2012-03"));
  assert_span (fixture, "2008-06..2012-03");
  assert_date (fixture, "2010-06");
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 4);

  drag_to (fixture, get_edge (fixture, "2012-04"), get_edge (fixture, "2015"));
  assert_span (fixture, "2008-06..2014-12");
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 5);
  drag_to (fixture, get_edge (fixture, "2008-06"), get_edge (fixture, "2010"));
  assert_span (fixture, "2010-01..2014-12");
  /* No end passes the other, or leaves the story's time. */
  drag_to (fixture, get_edge (fixture, "2015"), get_edge (fixture, "2001"));
  assert_span (fixture, "2010-01..2010-01");
  drag_to (fixture, get_edge (fixture, "2010-02"), 1e5);
  assert_span (fixture, "2010-01..2025-12");
  drag_to (fixture, get_edge (fixture, "2026"), get_edge (fixture, "2013"));

  drag_to (fixture, get_x (fixture, "2011-06"), get_x (fixture, "2014-06"));
  assert_span (fixture, "2013-01..2015-12");
  drag_to (fixture, get_x (fixture, "2014-06"), -1e5);
  assert_span (fixture, "1991-01..1993-12");
}

static void
test_span_goes (Fixture *fixture, gconstpointer data)
{
  GtkGesture *click = jol_test_find_controller (fixture->chart, GTK_TYPE_GESTURE_CLICK);
  double y = get_scene (fixture)->rail_top + 3;

  drag_to (fixture, get_x (fixture, "2008-06"), get_x (fixture, "2012-03"));
  g_signal_emit_by_name (click, "pressed", 2, get_x (fixture, "2003"), y);
  assert_span (fixture, "2008-06..2012-03");
  g_signal_emit_by_name (click, "pressed", 2, get_x (fixture, "2010"), y);
  assert_span (fixture, "");
  /* The button that says the span. */
  drag_to (fixture, get_x (fixture, "2008-06"), get_x (fixture, "2012-03"));
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (jol_test_get_label (fixture->strip, "Jun 2008 – Mar 2012"),
                               GTK_TYPE_BUTTON),
      "clicked");
  assert_span (fixture, "");
}

static GtkWidget *
get_handle (Fixture *fixture, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->chart);

  for (; n > 0; n--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The ends and the whole are sliders, and say where they are. */
static void
test_handles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *whole = get_handle (fixture, 0), *start = get_handle (fixture, 1);
  GtkWidget *end = get_handle (fixture, 2);

  g_assert_false (gtk_widget_get_visible (start));
  drag_to (fixture, get_x (fixture, "2008-06"), get_x (fixture, "2012-03"));
  g_assert_true (gtk_widget_get_visible (start));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Start of the span");

  press_key_on (start, "Left");
  assert_span (fixture, "2008-05..2012-03");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "May 2008, 4 events");
  press_key_on (end, "<Shift>Right");
  assert_span (fixture, "2008-05..2013-03");
  press_key_on (whole, "Right");
  assert_span (fixture, "2008-06..2013-04");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (whole), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "June 2008 – April 2013, 4 events");
  press_key_on (end, "End");
  assert_span (fixture, "2008-06..2025-12-31");
  press_key_on (start, "Home");
  assert_span (fixture, "1991..2025-12-31");
  press_key_on (start, "Delete");
  assert_span (fixture, "");
  g_assert_false (gtk_widget_get_visible (start));
}

static void
scroll (Fixture *fixture, double dx, double dy)
{
  gboolean was_used;

  g_signal_emit_by_name (
      jol_test_find_controller (fixture->chart, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", dx, dy,
      &was_used);
  g_assert_true (was_used);
}

/* The wheel zooms about the pointer, down to a year; the whole time comes back by a button. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion =
      jol_test_find_controller (fixture->chart, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  GtkWidget *whole;
  double x = get_x (fixture, "2014-05");
  double from_day;

  g_assert_null (jol_test_find_label (fixture->strip, "Whole time"));
  g_signal_emit_by_name (motion, "motion", x, 40.0);
  scroll (fixture, 0, -1);
  g_assert_cmpfloat_with_epsilon (get_x (fixture, "2014-05"), x, 1e-6);
  jol_test_wait_until (jol_test_find_label (fixture->strip, "Whole time"));
  whole =
      gtk_widget_get_ancestor (jol_test_get_label (fixture->strip, "Whole time"), GTK_TYPE_BUTTON);
  for (guint i = 0; i < 40; i++)
    scroll (fixture, 0, -1);
  g_assert_cmpfloat_with_epsilon (get_scene (fixture)->to_day - get_scene (fixture)->from_day, 366,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (get_x (fixture, "2014-05"), x, 1e-6);

  from_day = get_scene (fixture)->from_day;
  scroll (fixture, 1, 0);
  g_assert_cmpfloat (get_scene (fixture)->from_day, >, from_day + 30);
  g_signal_emit_by_name (whole, "clicked");
  g_assert_false (gtk_widget_get_visible (whole));
  g_assert_cmpfloat (get_scene (fixture)->to_day - get_scene (fixture)->from_day, >, 12000);
}

/* A date that goes out of view takes the time along, unless a person has moved the time away. */
static void
test_zoomed_time_follows (Fixture *fixture, gconstpointer data)
{
  const JolDate far = { .year = 2001 }, near = { .year = 2001, .month = 2 };
  JolStripScene *scene;

  jol_time_strip_zoom_by (JOL_TIME_STRIP (fixture->strip), 10);
  jol_session_set_date (fixture->session, &far, JOL_ORIGIN_MAP);
  scene = get_scene (fixture);
  g_assert_cmpfloat (scene->from_day, <, jol_date_first_day (&far));
  g_assert_cmpfloat (scene->to_day, >, jol_date_last_day (&far));

  for (guint i = 0; i < 30; i++)
    scroll (fixture, 3, 0);
  g_assert_cmpfloat (get_scene (fixture)->from_day, >, 733000);
  jol_session_set_date (fixture->session, &near, JOL_ORIGIN_MAP);
  g_assert_cmpfloat (get_scene (fixture)->from_day, >, 733000);
  /* His own step brings the date back. */
  press_key (fixture, "Right");
  g_assert_cmpfloat (get_scene (fixture)->from_day, <, jol_date_first_day (&near));
}

static void
test_readout (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion =
      jol_test_find_controller (fixture->chart, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  const JolStripTick *tick = get_tick (fixture, "dec-2009");
  g_autofree char *figures = NULL;
  g_autofree char *event = NULL;

  g_assert_null (jol_strip_chart_dup_readout (JOL_STRIP_CHART (fixture->chart)));
  g_signal_emit_by_name (motion, "motion", get_x (fixture, "2001-06"), 40.0);
  figures = jol_strip_chart_dup_readout (JOL_STRIP_CHART (fixture->chart));
  g_assert_true (g_str_has_prefix (figures, "Jun 2001 (figures of 2001); New line: 6"));
  g_signal_emit_by_name (motion, "motion", tick->x + 1, tick->y + 1);
  event = jol_strip_chart_dup_readout (JOL_STRIP_CHART (fixture->chart));
  g_assert_cmpstr (event, ==, "14–16 December 2009; Opened");
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (jol_strip_chart_dup_readout (JOL_STRIP_CHART (fixture->chart)));
}

/* A finger that stays reads out and leaves the date alone; a tap reads out where it puts the date;
 * a drag moves the date and leaves nothing behind. */
static void
test_touch (Fixture *fixture, gconstpointer data)
{
  JolStripChart *chart = JOL_STRIP_CHART (fixture->chart);
  GtkGesture *touch = jol_test_find_controller (fixture->chart, GTK_TYPE_GESTURE_LONG_PRESS);
  double x = get_x (fixture, "2001-03");
  g_autofree char *held = NULL, *moved = NULL, *tapped = NULL;

  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (touch)));
  g_signal_emit_by_name (touch, "begin", NULL);
  drag (fixture, "drag-begin", x, 50);
  g_signal_emit_by_name (touch, "pressed", x, 50.0);
  held = jol_strip_chart_dup_readout (chart);
  g_assert_true (g_str_has_prefix (held, "Mar 2001"));
  drag (fixture, "drag-update", get_x (fixture, "2003-06") - x, 0);
  moved = jol_strip_chart_dup_readout (chart);
  g_assert_true (g_str_has_prefix (moved, "Jun 2003"));
  drag (fixture, "drag-end", get_x (fixture, "2003-06") - x, 0);
  g_assert_nonnull (strstr (moved, "figures of 2003"));
  assert_date (fixture, "2010-06");

  g_signal_emit_by_name (touch, "begin", NULL);
  g_assert_null (jol_strip_chart_dup_readout (chart));
  drag (fixture, "drag-begin", x, 50);
  assert_date (fixture, "2010-06");
  drag (fixture, "drag-end", 0, 0);
  assert_date (fixture, "2001-03");
  tapped = jol_strip_chart_dup_readout (chart);
  g_assert_true (g_str_has_prefix (tapped, "Mar 2001"));

  g_signal_emit_by_name (touch, "begin", NULL);
  drag (fixture, "drag-begin", x, 50);
  drag (fixture, "drag-update", get_x (fixture, "2009-12") - x, 0);
  drag (fixture, "drag-end", get_x (fixture, "2009-12") - x, 0);
  assert_date (fixture, "2009-12");
  g_assert_null (jol_strip_chart_dup_readout (chart));
}

static void
test_cumulative (Fixture *fixture, gconstpointer data)
{
  JolEventModel *model = JOL_EVENT_MODEL (jol_session_list_events (fixture->session));
  const JolDate date = { .year = 2009, .month = 11 };

  jol_session_set_cumulative (fixture->session, TRUE);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 4);
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_MAP);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 2);
  jol_session_set_cumulative (fixture->session, FALSE);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 6);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  press_key (fixture, "Right");
  assert_date (fixture, "2010-07");
  press_key (fixture, "Left");
  press_key (fixture, "Left");
  assert_date (fixture, "2010-05");
  press_key (fixture, "<Shift>Right");
  assert_date (fixture, "2011-05");
  press_key (fixture, "<Shift>Left");
  press_key (fixture, "<Control>Right");
  assert_date (fixture, "2010-06-01");
  press_key (fixture, "<Control>Left");
  assert_date (fixture, "2009-12-14");
  press_key (fixture, "Home");
  assert_date (fixture, "1991-01");
  press_key (fixture, "End");
  assert_date (fixture, "2025-12");
  press_key (fixture, "space");
  g_assert_true (jol_session_get_playing (fixture->session));
  press_key (fixture, "space");
  g_assert_false (jol_session_get_playing (fixture->session));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const JolDate date = { .year = 2009, .month = 12 };
  GtkAccessible *chart = GTK_ACCESSIBLE (fixture->chart);

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Time strip");
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_MAP);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "December 2009, 3 of 6 events");
  /* What is listed is what is counted. */
  jol_session_set_filter (fixture->session, 1u << JOL_EVENT_SUMMIT);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "December 2009, 2 of 5 events");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                       (double) jol_date_first_day (&date));
}

/* The frame clock drives the player, and stops when the play does. */
static void
test_play (Fixture *fixture, gconstpointer data)
{
  jol_session_set_playing (fixture->session, TRUE);
  jol_test_wait_until (jol_date_first_day (jol_session_get_date (fixture->session)) > 733955);
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, >=, 2010);
  jol_session_set_playing (fixture->session, FALSE);
}

static void
test_play_to_the_end (Fixture *fixture, gconstpointer data)
{
  const JolDate date = { .year = 2025, .month = 11 };

  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
  gtk_widget_activate_action (fixture->strip, "strip.speed", "d", 8.0);
  jol_session_set_playing (fixture->session, TRUE);
  jol_test_wait_until (!jol_session_get_playing (fixture->session));
  assert_date (fixture, "2025-12");
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = jol_test_find_child (fixture->strip, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  g_assert_cmpstr (jol_session_get_series (fixture->session), ==, "other");
  g_assert_cmpuint (get_scene (fixture)->bands->len, ==, 1);
  jol_session_set_series (fixture->session, "flows");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 0);
  g_assert_cmpuint (get_scene (fixture)->bands->len, ==, 2);
}

static void
test_another_story (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) other = jol_test_load_random_story (30);

  jol_session_set_series (fixture->session, "other");
  jol_session_set_story (fixture->session, other);
  g_assert_cmpstr (jol_session_get_series (fixture->session), ==, "flows");
  g_assert_cmpuint (get_scene (fixture)->ticks->len, ==, 30);
  jol_session_set_story (fixture->session, NULL);
  g_assert_null (get_scene (fixture));
}

static void
test_exact_date (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover, *entry;

  jol_time_strip_edit_date (JOL_TIME_STRIP (fixture->strip));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (gtk_widget_get_ancestor (
      jol_test_find_child (fixture->strip, GTK_TYPE_ENTRY), GTK_TYPE_MENU_BUTTON))));
  entry = jol_test_find_child (popover, GTK_TYPE_ENTRY);
  jol_test_wait_until (gtk_widget_get_mapped (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2010-06");

  gtk_editable_set_text (GTK_EDITABLE (entry), "5/7/22");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  assert_date (fixture, "2010-06");

  /* What it is taken for is said before it is entered. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "5 July 2022");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (entry))), ==,
                   "5 July 2022");
  g_signal_emit_by_name (entry, "activate");
  assert_date (fixture, "2022-07-05");
  jol_test_wait_until (!gtk_widget_get_mapped (entry));
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/time-strip/session", test_session);
  add ("/time-strip/drag", test_drag);
  add ("/time-strip/tick", test_tick);
  add ("/time-strip/hover", test_hover);
  add ("/time-strip/keys", test_keys);
  add ("/time-strip/span", test_span);
  add ("/time-strip/span-goes", test_span_goes);
  add ("/time-strip/handles", test_handles);
  add ("/time-strip/zoom", test_zoom);
  add ("/time-strip/zoomed-time-follows", test_zoomed_time_follows);
  add ("/time-strip/touch", test_touch);
  add ("/time-strip/readout", test_readout);
  add ("/time-strip/cumulative", test_cumulative);
  add ("/time-strip/words", test_words);
  add ("/time-strip/play", test_play);
  add ("/time-strip/play-to-the-end", test_play_to_the_end);
  add ("/time-strip/series", test_series);
  add ("/time-strip/another-story", test_another_story);
  add ("/time-strip/exact-date", test_exact_date);
#undef add

  return jol_test_run ();
}
