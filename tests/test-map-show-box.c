/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the map shows what a scene of the text is about. */
#include "config.h"

#include "jol-map.h"
#include "jol-projection.h"
#include "jol-test-map.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->map = jol_test_show_map (fixture->story, &fixture->session, &fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_close_map (fixture->window, g_steal_pointer (&fixture->session),
                      g_steal_pointer (&fixture->story));
}

static double
get_x_px (Fixture *fixture, double latitude, double longitude)
{
  const JolTransform transform =
      jol_transform_new (jol_session_get_viewport (fixture->session),
                         gtk_widget_get_width (fixture->map), gtk_widget_get_height (fixture->map));
  const JolWorldPoint point = jol_project (&(JolPoint){ latitude, longitude });
  double x, y;

  jol_transform_apply (&transform, &point, &x, &y);
  return x;
}

static void
test_show_box (Fixture *fixture, gconstpointer data)
{
  const JolBox box = { 50, 40, 52, 41 };
  JolBox seen;

  jol_session_show_box (fixture->session, &box);
  seen = jol_viewport_get_box (jol_session_get_viewport (fixture->session),
                               gtk_widget_get_width (fixture->map),
                               gtk_widget_get_height (fixture->map));
  g_assert_cmpfloat (seen.west, <, box.west);
  g_assert_cmpfloat (seen.east, >, box.east);
  g_assert_cmpfloat (seen.south, <, box.south);
  g_assert_cmpfloat (seen.north, >, box.north);
  g_assert_cmpfloat (seen.east - seen.west, <, 4.0);
}

/* A card takes little of a scene's size, and lies over a part of it rather; but not over what the
 * scene is about. */
static void
test_show_box_beside_card (Fixture *fixture, gconstpointer data)
{
  const int width_px = gtk_widget_get_width (fixture->map);
  const GdkRectangle cover = { width_px / 2, 0, width_px - width_px / 2, 400 };
  const JolBox box = { 46, 36, 74, 48 };
  double whole_zoom, beside_zoom, x;

  jol_session_show_box (fixture->session, &box);
  whole_zoom = jol_session_get_viewport (fixture->session)->zoom;

  jol_session_select (fixture->session, "alpha", JOL_ORIGIN_READER);
  jol_map_set_cover (JOL_MAP (fixture->map), &cover);
  jol_session_show_box (fixture->session, &box);
  g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->zoom, >, whole_zoom - 0.4);
  x = get_x_px (fixture, 45.0, 50.0);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, cover.x);
  x = get_x_px (fixture, 42.0, box.east);
  g_assert_cmpfloat (x, >, cover.x);
  g_assert_cmpfloat (x, <, width_px);

  jol_session_select (fixture->session, "gamma", JOL_ORIGIN_READER);
  jol_session_show_box (fixture->session, &box);
  beside_zoom = jol_session_get_viewport (fixture->session)->zoom;
  g_assert_cmpfloat (beside_zoom, <, whole_zoom - 0.5);
  x = get_x_px (fixture, 40.0, 70.0);
  g_assert_cmpfloat (x, <, cover.x);
  jol_map_set_cover (JOL_MAP (fixture->map), NULL);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  g_test_add ("/map-show-box/fits", Fixture, NULL, set_up, test_show_box, tear_down);
  g_test_add ("/map-show-box/beside-card", Fixture, NULL, set_up, test_show_box_beside_card,
              tear_down);

  return g_test_run ();
}
