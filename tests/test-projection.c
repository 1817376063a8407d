/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-projection.h"

#include <math.h>

#define assert_near(a, b, tolerance) g_assert_cmpfloat_with_epsilon (a, b, tolerance)

static void
test_corners (void)
{
  const JolWorldPoint center = jol_project (&(JolPoint){ 0, 0 });
  const JolWorldPoint north_west = jol_project (&(JolPoint){ 85.0511287798, -180 });
  const JolWorldPoint pole = jol_project (&(JolPoint){ 90, 180 });

  assert_near (center.x, 0.5, 1e-12);
  assert_near (center.y, 0.5, 1e-12);
  assert_near (north_west.x, 0.0, 1e-12);
  assert_near (north_west.y, 0.0, 1e-9);
  assert_near (pole.x, 1.0, 1e-12);
  assert_near (pole.y, 0.0, 1e-9);
}

/* Tile 5/23/11 of the usual numbering begins at 78.75° E and its top is 48.922499° N. */
static void
test_known_tile (void)
{
  const JolWorldPoint corner = jol_project (&(JolPoint){ 48.922499263758255, 78.75 });

  assert_near (corner.x * 32.0, 23.0, 1e-9);
  assert_near (corner.y * 32.0, 11.0, 1e-9);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      const JolPoint point = { g_test_rand_double_range (-85, 85),
                               g_test_rand_double_range (-180, 180) };
      const JolWorldPoint world = jol_project (&point);
      const JolPoint back = jol_unproject (&world);

      assert_near (back.latitude, point.latitude, 1e-9);
      assert_near (back.longitude, point.longitude, 1e-9);
    }
}

static void
test_box (void)
{
  const JolWorldBox box = jol_project_box (&(JolBox){ 46, 34, 88, 56 });

  g_assert_cmpfloat (box.x0, <, box.x1);
  g_assert_cmpfloat (box.y0, <, box.y1);
  assert_near (box.x1 - box.x0, 42.0 / 360.0, 1e-12);
}

static void
test_transform (void)
{
  const JolViewport viewport = { .latitude = 46.5, .longitude = 64, .zoom = 5 };
  const JolTransform transform = jol_transform_new (&viewport, 1280, 800);
  const JolWorldPoint center = jol_project (&(JolPoint){ 46.5, 64 });
  const JolWorldPoint east = jol_project (&(JolPoint){ 46.5, 65 });
  JolWorldPoint back;
  double x, y;

  jol_transform_apply (&transform, &center, &x, &y);
  assert_near (x, 640, 1e-6);
  assert_near (y, 400, 1e-6);

  jol_transform_apply (&transform, &east, &x, &y);
  assert_near (x - 640, 256.0 * 32.0 / 360.0, 1e-6);

  back = jol_transform_invert (&transform, x, y);
  assert_near (back.x, east.x, 1e-12);
  assert_near (back.y, east.y, 1e-12);
}

static void
test_metres_per_px (void)
{
  assert_near (jol_metres_per_px (0, 0), 156543.034, 0.001);
  assert_near (jol_metres_per_px (60, 0), 156543.034 / 2, 0.001);
  assert_near (jol_metres_per_px (0, 10), 152.874, 0.001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/corners", test_corners);
  g_test_add_func ("/projection/known-tile", test_known_tile);
  g_test_add_func ("/projection/round-trip", test_round_trip);
  g_test_add_func ("/projection/box", test_box);
  g_test_add_func ("/projection/transform", test_transform);
  g_test_add_func ("/projection/metres-per-px", test_metres_per_px);

  return g_test_run ();
}
