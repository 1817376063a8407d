/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-hit.h"
#include "jol-scene-builder.h"
#include "jol-scene-private.h"
#include "jol-story-loader.h"

#define SIZE 800
#define ZOOM 5
#define STEP_PX 0.5
#define FAR_PX 30.0

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

/* From the drawn lines alone, in small steps: what jol_hit_at() has to agree with. */
static double
get_true_distance (const JolScene *scene, const JolSceneRoute *route, double x, double y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < route->n_lines; i++)
    for (guint j = 1; j < route->lines[i].n_points; j++)
      {
        double x0, y0, x1, y1;
        guint n;

        jol_transform_apply (jol_scene_get_transform (scene), &route->lines[i].points[j - 1], &x0,
                             &y0);
        jol_transform_apply (jol_scene_get_transform (scene), &route->lines[i].points[j], &x1, &y1);
        if (MAX (x0, x1) < x - FAR_PX || MIN (x0, x1) > x + FAR_PX || MAX (y0, y1) < y - FAR_PX ||
            MIN (y0, y1) > y + FAR_PX)
          continue;
        n = (guint) ceil (hypot (x1 - x0, y1 - y0) / STEP_PX) + 1;
        for (guint k = 0; k <= n; k++)
          nearest = MIN (nearest, hypot (x0 + (x1 - x0) * k / n - x, y0 + (y1 - y0) * k / n - y));
      }

  return nearest;
}

/* All of the bundled story, at places near its lines, where several run side by side. */
static void
test_agrees_with_lines (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  guint n_hit = 0;

  jol_session_set_story (session, story);
  for (guint round = 0; round < 6; round++)
    {
      const JolSceneTarget target = {
        .width = SIZE,
        .height = SIZE,
        .language = "en",
        .viewport = { g_test_rand_double_range (38, 48), g_test_rand_double_range (46, 72),
                      g_test_rand_double_range (3, 8) },
      };
      g_autoptr (JolScene) scene = jol_scene_builder_build (session, &target);
      guint n_routes;
      const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);

      for (guint i = 0; i < 60; i++)
        {
          const JolSceneRoute *some = &routes[g_test_rand_int_range (0, (int) n_routes)];
          const JolWorldLine *line = &some->lines[0];
          double x, y;
          g_auto (GStrv) hits = NULL;

          jol_transform_apply (jol_scene_get_transform (scene),
                               &line->points[g_test_rand_int_range (0, (int) line->n_points)], &x,
                               &y);
          x += g_test_rand_double_range (-9, 9);
          y += g_test_rand_double_range (-9, 9);
          hits = jol_hit_at (scene, x, y);
          for (guint j = 0; j < n_routes; j++)
            {
              const double distance_px = get_true_distance (scene, &routes[j], x, y);
              const gboolean is_hit = g_strv_contains ((const char *const *) hits, routes[j].id);

              if (distance_px < JOL_HIT_RADIUS_PX - STEP_PX)
                g_assert_true (is_hit);
              if (distance_px > JOL_HIT_RADIUS_PX + STEP_PX)
                g_assert_false (is_hit);
              n_hit += is_hit;
            }
        }
    }
  g_assert_cmpuint (n_hit, >, 100);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  add ("/hit/within-eight-px", test_within_eight_px);
  add ("/hit/nearest-first", test_nearest_first);
  add ("/hit/place-over-route", test_place_over_route);
  add ("/hit/moved", test_moved);
  g_test_add_func ("/hit/cycling", test_cycling);
  g_test_add_func ("/hit/agrees-with-lines", test_agrees_with_lines);

  return jol_test_run ();
}
