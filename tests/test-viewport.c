/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-viewport.h"

#include "jol-test-util.h"

#include <math.h>

static const JolBox region = { 46, 34, 88, 56 };

static void
test_equal (void)
{
  JolViewport a = { 45, 60, 5 };
  JolViewport b = a;

  g_assert_true (jol_viewport_equal (&a, &b));
  b.zoom = 5.1;
  g_assert_false (jol_viewport_equal (&a, &b));
  b = a;
  b.longitude = 60.001;
  g_assert_false (jol_viewport_equal (&a, &b));
}

static void
test_valid (void)
{
  const JolViewport good[] = { { 0, 0, JOL_MIN_ZOOM },
                               { 85, 180, JOL_MAX_ZOOM },
                               { -85, -180, 5 } };
  const JolViewport bad[] = { { 91, 0, 5 }, { 0, 181, 5 },         { 0, 0, JOL_MIN_ZOOM - 0.1 },
                              { 0, 0, 11 }, { G_MAXDOUBLE, 0, 5 }, { 0, 0, (double) NAN } };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (jol_viewport_is_valid (&good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jol_viewport_is_valid (&bad[i]));
}

static void
test_box_is_shown (void)
{
  const double sizes[][2] = { { 800, 600 }, { 400, 900 }, { 1920, 400 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      JolViewport viewport = jol_viewport_for_box (&region, sizes[i][0], sizes[i][1], 20);
      JolBox seen = jol_viewport_get_box (&viewport, sizes[i][0], sizes[i][1]);

      g_assert_true (jol_viewport_is_valid (&viewport));
      if (viewport.zoom == JOL_MIN_ZOOM)
        continue; /* too small a picture for all of it */
      g_assert_cmpfloat (seen.west, <, region.west);
      g_assert_cmpfloat (seen.east, >, region.east);
      g_assert_cmpfloat (seen.south, <, region.south);
      g_assert_cmpfloat (seen.north, >, region.north);
    }
}

/* The margin is all that is left over, in the tighter direction. */
static void
test_box_is_tight (void)
{
  JolViewport viewport = jol_viewport_for_box (&region, 1000, 5000, 0);
  JolBox seen = jol_viewport_get_box (&viewport, 1000, 5000);

  g_assert_cmpfloat_with_epsilon (seen.west, region.west, 1e-6);
  g_assert_cmpfloat_with_epsilon (seen.east, region.east, 1e-6);
}

static void
test_point (void)
{
  const JolBox point = { 53.4, 46.15, 53.4, 46.15 };
  JolViewport viewport = jol_viewport_for_box (&point, 800, 600, 40);

  g_assert_cmpfloat (viewport.zoom, ==, JOL_MAX_ZOOM);
  g_assert_cmpfloat_with_epsilon (viewport.latitude, 46.15, 1e-9);
  g_assert_cmpfloat_with_epsilon (viewport.longitude, 53.4, 1e-9);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  JolViewport viewport = { 45, 60, 5 };

  g_value_init (&value, JOL_TYPE_VIEWPORT);
  g_value_set_boxed (&value, &viewport);
  viewport.zoom = 9;
  g_assert_cmpfloat (((JolViewport *) g_value_get_boxed (&value))->zoom, ==, 5);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/viewport/equal", test_equal);
  g_test_add_func ("/viewport/valid", test_valid);
  g_test_add_func ("/viewport/box-is-shown", test_box_is_shown);
  g_test_add_func ("/viewport/box-is-tight", test_box_is_tight);
  g_test_add_func ("/viewport/point", test_point);
  g_test_add_func ("/viewport/boxed", test_boxed);

  return jol_test_run ();
}
