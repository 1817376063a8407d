/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-geo.h"

static void
test_box (void)
{
  JolBox box = JOL_BOX_EMPTY;
  JolBox other = { 60, 40, 70, 50 };
  JolBox nothing = JOL_BOX_EMPTY;

  g_assert_true (jol_box_is_empty (&box));
  g_assert_false (jol_box_intersects (&box, &other));
  jol_box_add_point (&box, &(JolPoint){ 45, 55 });
  g_assert_false (jol_box_is_empty (&box));
  g_assert_false (jol_box_intersects (&box, &other));
  jol_box_add_point (&box, &(JolPoint){ 41, 60 });
  g_assert_true (jol_box_intersects (&box, &other));
  g_assert_true (jol_box_contains (&box, &(JolPoint){ 43, 57 }));
  g_assert_false (jol_box_contains (&box, &(JolPoint){ 57, 43 }));
  jol_box_add_box (&box, &nothing);
  g_assert_cmpfloat (jol_box_get_center (&box).latitude, ==, 43);
}

static void
test_widen (void)
{
  JolBox point = { 76, 43, 76, 43 };
  JolBox line = { 50, 43, 90, 44 };
  JolBox corner = { 179, 89, 180, 90 };

  jol_box_widen (&point, 4);
  g_assert_cmpfloat (point.west, ==, 74);
  g_assert_cmpfloat (point.south, ==, 41);
  g_assert_cmpfloat (point.east, ==, 78);
  g_assert_cmpfloat (point.north, ==, 45);

  jol_box_widen (&line, 4);
  g_assert_cmpfloat (line.west, ==, 50);
  g_assert_cmpfloat (line.east, ==, 90);
  g_assert_cmpfloat (line.north - line.south, ==, 4);

  jol_box_widen (&corner, 4);
  g_assert_cmpfloat (corner.east, ==, 180);
  g_assert_cmpfloat (corner.north, ==, 90);
}

static void
test_parse (void)
{
  JolBox box;

  g_assert_true (jol_box_parse ("46,34.5,88,56", &box));
  g_assert_cmpfloat (box.south, ==, 34.5);
  g_assert_false (jol_box_parse ("46,34,88", &box));
  g_assert_false (jol_box_parse ("88,34,46,56", &box));
  g_assert_false (jol_box_parse ("46,34,88,156", &box));
  g_assert_false (jol_box_parse ("46,34,88,nan", &box));
  g_assert_false (jol_box_parse ("46,34,88,56,", &box));
  g_assert_false (jol_box_parse (NULL, &box));
}

/* Almaty to Astana is 974 km by the great circle (any atlas). */
static void
test_distance (void)
{
  JolPoint almaty = { 43.24, 76.95 }, astana = { 51.13, 71.43 };
  double distance_m = jol_geo_distance_m (&almaty, &astana);
  JolPoint middle = jol_geo_interpolate (&almaty, &astana, 0.5);
  JolPoint end = jol_geo_interpolate (&almaty, &astana, 1);

  g_assert_cmpfloat_with_epsilon (distance_m, 970e3, 10e3);
  g_assert_cmpfloat_with_epsilon (jol_geo_distance_m (&almaty, &middle), distance_m / 2, 1);
  g_assert_cmpfloat_with_epsilon (end.latitude, astana.latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (end.longitude, astana.longitude, 1e-9);
  g_assert_cmpfloat (jol_geo_distance_m (&almaty, &almaty), ==, 0);
}

static void
test_format (void)
{
  const struct
  {
    JolPoint point;
    const char *text;
  } cases[] = {
    { { 43.25674, 76.92861 }, "43.2567° N, 76.9286° E" },
    { { -33.8568, 151.2153 }, "33.8568° S, 151.2153° E" },
    { { 40.7128, -74.006 }, "40.7128° N, 74.0060° W" },
    { { -22.9, -43.2 }, "22.9000° S, 43.2000° W" },
    { { 0, 0 }, "0.0000° N, 0.0000° E" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = jol_point_format (&cases[i].point);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/box", test_box);
  g_test_add_func ("/geo/widen", test_widen);
  g_test_add_func ("/geo/parse", test_parse);
  g_test_add_func ("/geo/distance", test_distance);
  g_test_add_func ("/geo/format", test_format);
  return g_test_run ();
}
