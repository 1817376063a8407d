/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-simplify.h"

#include <math.h>

#define N_POINTS 300

static double
distance_to_line (const JolWorldPoint *p, const JolWorldPoint *line, guint n)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 1; i < n; i++)
    {
      const double dx = line[i].x - line[i - 1].x;
      const double dy = line[i].y - line[i - 1].y;
      const double length2 = dx * dx + dy * dy;
      const double t =
          length2 > 0
              ? CLAMP (((p->x - line[i - 1].x) * dx + (p->y - line[i - 1].y) * dy) / length2, 0, 1)
              : 0;

      nearest = MIN (nearest, hypot (p->x - line[i - 1].x - t * dx, p->y - line[i - 1].y - t * dy));
    }

  return nearest;
}

static void
make_walk (JolWorldPoint *points, guint n)
{
  double direction = g_test_rand_double_range (0, 2 * G_PI);

  points[0] = (JolWorldPoint){ 0.5, 0.5 };
  for (guint i = 1; i < n; i++)
    {
      direction += g_test_rand_double_range (-0.8, 0.8);
      points[i] = (JolWorldPoint){ points[i - 1].x + cos (direction) * 1e-3,
                                   points[i - 1].y + sin (direction) * 1e-3 };
    }
}

static void
test_straight (void)
{
  JolWorldPoint points[100], out[100];

  for (guint i = 0; i < 100; i++)
    points[i] = (JolWorldPoint){ 0.1 + i * 0.001, 0.2 + i * 0.002 };
  g_assert_cmpuint (jol_simplify (points, 100, 1e-9, out), ==, 2);
  g_assert_cmpfloat (out[1].x, ==, points[99].x);
}

static void
test_corner_is_kept (void)
{
  const JolWorldPoint points[] = { { 0, 0 }, { 0.5, 0.001 }, { 1, 0 }, { 1, 1 } };
  JolWorldPoint out[4];

  g_assert_cmpuint (jol_simplify (points, 4, 0.01, out), ==, 3);
  g_assert_cmpfloat (out[1].x, ==, 1.0);
  g_assert_cmpfloat (out[1].y, ==, 0.0);
}

static void
test_nothing_is_farther (void)
{
  JolWorldPoint points[N_POINTS], out[N_POINTS];

  for (int round = 0; round < 50; round++)
    {
      const double tolerance = g_test_rand_double_range (1e-5, 5e-3);
      guint n;

      make_walk (points, N_POINTS);
      n = jol_simplify (points, N_POINTS, tolerance, out);
      g_assert_cmpuint (n, >=, 2);
      for (guint i = 0; i < N_POINTS; i++)
        g_assert_cmpfloat (distance_to_line (&points[i], out, n), <=, tolerance * (1 + 1e-9));
    }
}

static void
test_smooth_meets_points (void)
{
  JolWorldPoint points[30];

  for (int round = 0; round < 50; round++)
    {
      g_autofree JolWorldPoint *owned = NULL;
      JolWorldLine line;

      make_walk (points, G_N_ELEMENTS (points));
      line = jol_smooth (points, G_N_ELEMENTS (points), 1e-6);
      owned = line.points;
      g_assert_cmpuint (line.n_points, >, G_N_ELEMENTS (points));
      g_assert_cmpfloat (line.points[0].x, ==, points[0].x);
      g_assert_cmpfloat (line.points[line.n_points - 1].y, ==, points[29].y);
      for (guint i = 0; i < G_N_ELEMENTS (points); i++)
        g_assert_cmpfloat (distance_to_line (&points[i], line.points, line.n_points), <, 1e-12);
      /* Round, not wild: it stays near the lines between the points. */
      for (guint i = 0; i < line.n_points; i++)
        g_assert_cmpfloat (distance_to_line (&line.points[i], points, G_N_ELEMENTS (points)), <,
                           0.35e-3);
    }
}

/* No corner of the drawn line is as sharp as the right angle it was given. */
static void
test_smooth_rounds (void)
{
  const JolWorldPoint points[] = { { 0, 0 }, { 0.1, 0 }, { 0.1, 0.1 }, { 0.2, 0.1 } };
  const JolWorldLine line = jol_smooth (points, G_N_ELEMENTS (points), 1e-5);
  g_autofree JolWorldPoint *owned = line.points;

  for (guint i = 2; i < line.n_points; i++)
    {
      const double a = atan2 (owned[i - 1].y - owned[i - 2].y, owned[i - 1].x - owned[i - 2].x);
      const double b = atan2 (owned[i].y - owned[i - 1].y, owned[i].x - owned[i - 1].x);

      g_assert_cmpfloat (fabs (remainder (b - a, 2 * G_PI)), <, 0.3);
    }
}

static void
test_smooth_of_little (void)
{
  const JolWorldPoint two[] = { { 0, 0 }, { 1, 1 } };
  const JolWorldPoint same[] = { { 0, 0 }, { 0, 0 }, { 1, 1 }, { 1, 1 } };
  const JolWorldPoint one[] = { { 0.5, 0.5 }, { 0.5, 0.5 } };
  JolWorldLine line;

  line = jol_smooth (two, 2, 1e-6);
  g_assert_cmpuint (line.n_points, ==, 2);
  g_free (line.points);
  line = jol_smooth (same, 4, 1e-6);
  g_assert_cmpuint (line.n_points, ==, 2);
  g_free (line.points);
  line = jol_smooth (one, 2, 1e-6);
  g_assert_cmpuint (line.n_points, ==, 1);
  g_free (line.points);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/simplify/straight", test_straight);
  g_test_add_func ("/simplify/corner-is-kept", test_corner_is_kept);
  g_test_add_func ("/simplify/nothing-is-farther", test_nothing_is_farther);
  g_test_add_func ("/smooth/meets-points", test_smooth_meets_points);
  g_test_add_func ("/smooth/rounds", test_smooth_rounds);
  g_test_add_func ("/smooth/of-little", test_smooth_of_little);

  return g_test_run ();
}
