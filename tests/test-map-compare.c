/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map says in words while two dates are compared: legend, tip, and the stops of keys. */
#include "config.h"

#include "jol-feature-stop.h"
#include "jol-legend.h"
#include "jol-map-tip.h"
#include "jol-map.h"
#include "jol-projection.h"
#include "jol-route-layer.h"
#include "jol-test-session.h"
#include "jol-test-map.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <shumate/shumate.h>

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *legend;
  GtkWidget *tip;
  GtkWidget *window;
  gint64 moved_in; /* the frame in which the date was moved */
  char *shown;     /* what the map was of in it */
} Fixture;

static void
pin (Fixture *fixture, const char *iso)
{
  JolDate date = { 0 };

  if (iso)
    g_assert_true (jol_date_parse (iso, &date));
  jol_session_set_compare (fixture->session, &date, JOL_ORIGIN_APP);
}

/* 2015, where the old line is as ever and the new one has been built. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->map = jol_test_show_map (fixture->story, &fixture->session, &fixture->window);
  fixture->legend = jol_test_find_child (fixture->map, JOL_TYPE_LEGEND);
  fixture->tip = jol_test_find_child (fixture->map, JOL_TYPE_MAP_TIP);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_close_map (fixture->window, g_steal_pointer (&fixture->session),
                      g_steal_pointer (&fixture->story));
}

static void
assert_row (Fixture *fixture, const char *name, const char *count, const char *description)
{
  GtkWidget *label = jol_test_get_label (fixture->legend, name);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (label))), ==,
                   count);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  g_assert_null (jol_test_find_label (fixture->legend, "Appeared"));
  assert_row (fixture, "Oil", "1", "1 at this date");

  pin (fixture, "2010");
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Appeared"));
  assert_row (fixture, "Appeared", "1", "1 between the two dates");
  assert_row (fixture, "Ended", "0", "0 between the two dates");
  assert_row (fixture, "Changed", "0", "0 between the two dates");
  assert_row (fixture, "As before", "1", "1 between the two dates");
  assert_row (fixture, "Oil", "1", "1 between the two dates");
  g_assert_null (jol_test_find_label (fixture->legend, "Operating"));
  g_assert_null (jol_test_find_label (fixture->legend, "Idle or retired"));

  pin (fixture, NULL);
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Operating"));
  g_assert_null (jol_test_find_label (fixture->legend, "Appeared"));
  assert_row (fixture, "Oil", "1", "1 at this date");
}

/* What is said of a feature that is in view, or NULL. */
static const char *
get_stop_name (Fixture *fixture, const char *id)
{
  for (GtkWidget *stop =
           gtk_widget_get_first_child (GTK_WIDGET (jol_test_get_stops (fixture->map)));
       stop; stop = gtk_widget_get_next_sibling (stop))
    if (g_str_equal (jol_feature_stop_get_id (JOL_FEATURE_STOP (stop)), id))
      return jol_feature_stop_get_name (JOL_FEATURE_STOP (stop));

  return NULL;
}

static gboolean
is_stop_named (Fixture *fixture, const char *id, const char *name)
{
  return g_strcmp0 (get_stop_name (fixture, id), name) == 0;
}

/* A row is a filter: what it stands for goes from the map, and comes back. */
static void
test_legend_hides (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  pin (fixture, "2010");
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Appeared"));
  button =
      gtk_widget_get_ancestor (jol_test_get_label (fixture->legend, "Appeared"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  jol_test_wait_until (!get_stop_name (fixture, "new-line"));
  g_signal_emit_by_name (button, "clicked");
  jol_test_wait_until (get_stop_name (fixture, "new-line"));
}

static gboolean
tells (Fixture *fixture, const char *text)
{
  return jol_test_find_label (fixture->tip, text) != NULL;
}

/* The new line: under construction from 2012, operating from 1 May 2014. */
static void
test_tip (Fixture *fixture, gconstpointer data)
{
  const JolTransform transform =
      jol_transform_new (jol_session_get_viewport (fixture->session),
                         gtk_widget_get_width (fixture->map), gtk_widget_get_height (fixture->map));
  const JolWorldPoint world = jol_project (&(JolPoint){ 43.1, 65.0 });
  GtkWidget *inner = jol_test_find_child (fixture->map, SHUMATE_TYPE_MAP);
  double x, y;

  jol_transform_apply (&transform, &world, &x, &y);
  pin (fixture, "2010");
  g_signal_emit_by_name (jol_test_find_named_controller (inner, "jol-map-motion"), "motion", x, y);
  jol_test_wait_until (tells (fixture, "Appeared: operating since 1 May 2014"));
  g_assert_true (tells (fixture, "New line"));

  pin (fixture, "2014-06");
  jol_test_wait_until (tells (fixture, "As before: operating since 1 May 2014"));
  jol_test_session_set_date (fixture->session, "2013", JOL_ORIGIN_APP);
  pin (fixture, "2011");
  jol_test_wait_until (tells (fixture, "Appeared: under construction since 2012"));
  jol_test_session_set_date (fixture->session, "2015", JOL_ORIGIN_APP);
  pin (fixture, NULL);
  jol_test_wait_until (tells (fixture, "Gas pipeline, operating\nSince 1 May 2014"));
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_stop_named (fixture, "new-line", "New line, gas pipeline, operating"));
  pin (fixture, "2010");
  jol_test_wait_until (is_stop_named (
      fixture, "new-line", "New line, gas pipeline. Appeared: operating since 1 May 2014"));
  jol_test_wait_until (is_stop_named (fixture, "old-line",
                                      "Old line, oil pipeline. As before: operating since 1985"));
  pin (fixture, NULL);
  jol_test_wait_until (is_stop_named (fixture, "new-line", "New line, gas pipeline, operating"));
}

static guint
count_summits (Fixture *fixture)
{
  JolRouteLayer *layer = JOL_ROUTE_LAYER (jol_test_find_child (fixture->map, JOL_TYPE_ROUTE_LAYER));
  guint n_places, n_summits = 0;
  const JolScenePlaceMark *places =
      jol_scene_get_places (jol_route_layer_get_scene (layer), &n_places);

  for (guint i = 0; i < n_places; i++)
    n_summits += places[i].n_summits;
  return n_summits;
}

static gboolean
has_names (Fixture *fixture)
{
  JolRouteLayer *layer = JOL_ROUTE_LAYER (jol_test_find_child (fixture->map, JOL_TYPE_ROUTE_LAYER));
  guint n_labels;

  jol_scene_get_labels (jol_route_layer_get_scene (layer), &n_labels);
  return n_labels > 0;
}

/* A span alone, without a new date, is enough for the map to count anew. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  const JolSpan none = { 0 };
  const guint n_all = count_summits (fixture);
  JolSpan span;

  /* Until they have come, each scene is followed by another with its names. */
  jol_test_wait_until (has_names (fixture));
  g_assert_cmpuint (n_all, >, 0);
  g_assert_true (jol_span_parse ("1991..1995", &span));
  jol_session_set_span (fixture->session, &span, JOL_ORIGIN_APP);
  jol_test_wait_until (count_summits (fixture) == 0);
  jol_session_set_span (fixture->session, &none, JOL_ORIGIN_APP);
  jol_test_wait_until (count_summits (fixture) == n_all);
}

static gboolean
move_date_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Fixture *fixture = data;

  jol_test_session_set_date (fixture->session, "2018-03", JOL_ORIGIN_APP);
  fixture->moved_in = gdk_frame_clock_get_frame_counter (clock);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Fixture *fixture)
{
  JolRouteLayer *layer = JOL_ROUTE_LAYER (jol_test_find_child (fixture->map, JOL_TYPE_ROUTE_LAYER));

  if (!fixture->shown && fixture->moved_in == gdk_frame_clock_get_frame_counter (clock))
    fixture->shown = g_strdup (jol_scene_get_date_label (jol_route_layer_get_scene (layer)));
}

/* While the years run the date moves in a frame's tick: that frame shows it, not the next. */
static void
test_same_frame (Fixture *fixture, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->map);
  const gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), fixture);

  jol_test_wait_until (has_names (fixture));
  fixture->moved_in = -1;
  gtk_widget_add_tick_callback (fixture->window, move_date_cb, fixture, NULL);
  jol_test_wait_until (fixture->shown);
  g_assert_cmpstr (fixture->shown, ==, "March 2018");
  g_signal_handler_disconnect (clock, id);
  g_clear_pointer (&fixture->shown, g_free);
}

#define add(name, function)                                                                        \
  g_test_add ("/map-compare/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("legend", test_legend);
  add ("legend-hides", test_legend_hides);
  add ("tip", test_tip);
  add ("stops", test_stops);
  add ("span", test_span);
  add ("same-frame", test_same_frame);

  return jol_test_run ();
}
