/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture frames what it is about: all of it, and under nothing that stands round the map. */
#include "config.h"
#include "jol-subject-view.h"

#include "jol-paint-private.h"
#include "jol-story-loader.h"
#include "jol-test-scene.h"
#include "jol-test-util.h"

static JolStory *bundled;

static JolScene *
look (JolTestScene *test, const JolViewport *viewport, const char *id)
{
  test->target.viewport = *viewport;
  return jol_test_scene_look (test, "2022-07", id);
}

static gboolean
is_in_box (const JolFrameBox *box, double x, double y)
{
  return x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height;
}

/* How many points of a route are outside the picture or under something. */
static guint
count_hidden (const JolScene *scene, const char *id, JolPaintPasses passes)
{
  const JolSceneRoute *route = jol_test_find_route (scene, id);
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  const guint n_boxes = jol_paint_frame_measure (scene, passes, boxes);
  guint n_hidden = 0;

  g_assert_nonnull (route);
  for (guint i = 0; i < route->n_lines; i++)
    for (guint j = 0; j < route->lines[i].n_points; j++)
      {
        double x, y;
        gboolean is_hidden;

        jol_transform_apply (jol_scene_get_transform (scene), &route->lines[i].points[j], &x, &y);
        is_hidden = x < 0.0 || y < 0.0 || x > jol_scene_get_width (scene) ||
                    y > jol_scene_get_height (scene);
        for (guint k = 0; k < n_boxes; k++)
          is_hidden |= is_in_box (&boxes[k], x, y);
        n_hidden += is_hidden;
      }

  return n_hidden;
}

static void
test_a_route_is_whole_and_clear (void)
{
  static const int sizes[][2] = { { 1280, 800 }, { 1080, 1080 }, { 720, 1280 }, { 900, 500 } };
  static const char *const ids[] = { "cpc", "tapi", "btc" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
      {
        JolTestScene test;
        JolViewport viewport = { 45.0, 60.0, 4.0 };
        g_autoptr (JolScene) scene = NULL;

        jol_test_scene_set_up (&test, bundled, sizes[i][0], sizes[i][1], &viewport);
        test.target.passes = JOL_PASS_ALL;
        jol_scene_unref (look (&test, &viewport, ids[j]));
        viewport = jol_subject_view_find (test.session, &test.target);
        scene = look (&test, &viewport, ids[j]);
        g_assert_cmpuint (count_hidden (scene, ids[j], JOL_PASS_ALL), ==, 0);
        g_clear_pointer (&scene, jol_scene_unref);
        jol_test_scene_tear_down (&test, NULL);
      }
}

/* A view that a person has chosen is left alone, unless it is whole there and hidden in a picture.
 */
static void
test_a_view_is_cleared (void)
{
  const JolViewport part = { 46.0, 48.0, 7.0 };
  JolViewport under = { 40.6, 50.0, 5.6 };
  JolViewport found;
  JolTestScene test;
  g_autoptr (JolScene) before = NULL;
  g_autoptr (JolScene) after = NULL;

  jol_test_scene_set_up (&test, bundled, 1000, 640, &part);
  test.target.passes = JOL_PASS_ALL;
  jol_scene_unref (look (&test, &part, "cpc"));
  found = jol_subject_view_clear (test.session, &test.target);
  g_assert_true (jol_viewport_equal (&found, &part));

  before = look (&test, &under, "cpc");
  g_assert_cmpuint (count_hidden (before, "cpc", JOL_PASS_ALL), >, 0);
  found = jol_subject_view_clear (test.session, &test.target);
  g_assert_cmpfloat (found.zoom, <=, under.zoom);
  after = look (&test, &found, "cpc");
  g_assert_cmpuint (count_hidden (after, "cpc", JOL_PASS_ALL), ==, 0);

  /* And what is clear already stays where it is. */
  under = jol_subject_view_clear (test.session, &test.target);
  g_assert_true (jol_viewport_equal (&found, &under));
  g_clear_pointer (&before, jol_scene_unref);
  g_clear_pointer (&after, jol_scene_unref);
  jol_test_scene_tear_down (&test, NULL);
}

/* Nothing selected: all of the story. */
static void
test_without_a_subject (void)
{
  const JolViewport viewport = { 45.0, 60.0, 4.0 };
  JolViewport found;
  JolTestScene test;
  JolBox box;

  jol_test_scene_set_up (&test, bundled, 1280, 800, &viewport);
  found = jol_subject_view_find (test.session, &test.target);
  box = jol_viewport_get_box (&found, 1280, 800);
  g_assert_cmpfloat (box.west, <, jol_story_get_bounds (bundled)->west);
  g_assert_cmpfloat (box.east, >, jol_story_get_bounds (bundled)->east);
  jol_test_scene_tear_down (&test, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  jol_test_init (&argc, &argv);
  bundled = jol_story_load_bundled ();

  g_test_add_func ("/subject-view/route-is-whole-and-clear", test_a_route_is_whole_and_clear);
  g_test_add_func ("/subject-view/view-is-cleared", test_a_view_is_cleared);
  g_test_add_func ("/subject-view/without-a-subject", test_without_a_subject);

  status = g_test_run ();
  g_object_unref (bundled);
  return status;
}
