/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-hit.h"
#include "jol-scene-private.h"

#define SIZE 800
#define ZOOM 5

typedef struct
{
  JolWorldPoint points[2][2];
  JolWorldLine lines[2];
  JolScene *scene;
} Fixture;

static JolWorldPoint
at_px (double x, double y)
{
  const JolViewport viewport = { 46, 64, ZOOM };
  const JolTransform transform = jol_transform_new (&viewport, SIZE, SIZE);

  return jol_transform_invert (&transform, x, y);
}

/* "north" runs across at y 300, "south" at y 310, the place "town" is on north at x 200. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "north", "south" };
  const JolViewport viewport = { 46, 64, ZOOM };
  JolSceneContent *content = jol_scene_content_new ();

  content->n_routes = 2;
  content->routes = g_new0 (JolSceneRoute, 2);
  for (guint i = 0; i < 2; i++)
    {
      fixture->points[i][0] = at_px (100, 300 + 10.0 * i);
      fixture->points[i][1] = at_px (700, 300 + 10.0 * i);
      fixture->lines[i] = (JolWorldLine){ fixture->points[i], 2 };
      content->routes[i] =
          (JolSceneRoute){ .id = ids[i],
                           .title = ids[i],
                           .lines = &fixture->lines[i],
                           .n_lines = 1,
                           .box = { fixture->points[i][0].x, fixture->points[i][0].y,
                                    fixture->points[i][1].x, fixture->points[i][1].y },
                           .width_px = 3 };
    }
  content->n_places = 1;
  content->places = g_new0 (JolScenePlaceMark, 1);
  content->places[0] = (JolScenePlaceMark){
    .id = "town", .title = "town", .at = at_px (200, 300), .radius_px = 10, .n_summits = 3
  };
  fixture->scene = jol_scene_new_take (content, jol_scene_names_new (), &viewport, SIZE, SIZE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_scene_unref (fixture->scene);
}

static void
assert_hits (JolScene *scene, double x, double y, const char *expected)
{
  g_auto (GStrv) hits = jol_hit_at (scene, x, y);
  g_autofree char *joined = g_strjoinv (" ", hits);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_within_eight_px (Fixture *fixture, gconstpointer data)
{
  assert_hits (fixture->scene, 400, 292.2, "north");
  assert_hits (fixture->scene, 400, 291.8, "");
  assert_hits (fixture->scene, 400, 317.8, "south");
  assert_hits (fixture->scene, 400, 318.2, "");
  /* Beyond its end a line is as far as its end. */
  assert_hits (fixture->scene, 706, 296, "north");
  assert_hits (fixture->scene, 706, 293, "");
}

static void
test_nearest_first (Fixture *fixture, gconstpointer data)
{
  assert_hits (fixture->scene, 400, 304, "north south");
  assert_hits (fixture->scene, 400, 306, "south north");
}

static void
test_place_over_route (Fixture *fixture, gconstpointer data)
{
  assert_hits (fixture->scene, 200, 300, "town north");
  assert_hits (fixture->scene, 200, 309, "town south");
  assert_hits (fixture->scene, 230, 300, "north");
}

static void
test_cycling (void)
{
  const char *const hits[] = { "a", "b", "c", NULL };
  const char *const none[] = { NULL };

  g_assert_cmpstr (jol_hit_next (hits, NULL), ==, "a");
  g_assert_cmpstr (jol_hit_next (hits, "elsewhere"), ==, "a");
  g_assert_cmpstr (jol_hit_next (hits, "a"), ==, "b");
  g_assert_cmpstr (jol_hit_next (hits, "b"), ==, "c");
  g_assert_cmpstr (jol_hit_next (hits, "c"), ==, "a");
  g_assert_null (jol_hit_next (none, "a"));
}

/* A scene seen from elsewhere is hit elsewhere, and shares what it shows. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  const JolPoint center =
      jol_unproject (&(JolWorldPoint){ at_px (500, 400).x, at_px (400, 400).y });
  const JolViewport viewport = { center.latitude, center.longitude, ZOOM };
  g_autoptr (JolScene) moved = jol_scene_move (fixture->scene, &viewport, SIZE, SIZE);
  guint n;

  assert_hits (moved, 100, 300, "town north");
  g_assert_true (jol_scene_get_routes (moved, &n) == jol_scene_get_routes (fixture->scene, &n));
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/hit/within-eight-px", test_within_eight_px);
  add ("/hit/nearest-first", test_nearest_first);
  add ("/hit/place-over-route", test_place_over_route);
  add ("/hit/moved", test_moved);
  g_test_add_func ("/hit/cycling", test_cycling);

  return g_test_run ();
}
