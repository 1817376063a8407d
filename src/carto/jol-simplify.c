/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-simplify.h"

#include <math.h>
#include <string.h>

/* A piece of curve is never cut finer, whatever the tolerance. */
#define MAX_PIECES 64

typedef struct
{
  guint first, last;
} Range;

/* Squared: a root for each of so many points would be most of the work. */
static double
distance2_to_segment (const JolWorldPoint *p, const JolWorldPoint *a, const JolWorldPoint *b)
{
  const double dx = b->x - a->x;
  const double dy = b->y - a->y;
  const double length2 = dx * dx + dy * dy;
  double t = 0.0;
  double ex, ey;

  if (length2 > 0.0)
    t = CLAMP (((p->x - a->x) * dx + (p->y - a->y) * dy) / length2, 0.0, 1.0);
  ex = p->x - a->x - t * dx;
  ey = p->y - a->y - t * dy;

  return ex * ex + ey * ey;
}

/* How far apart two points are as the centripetal spline counts: the root of the distance. */
static double
knot_step (const JolWorldPoint *a, const JolWorldPoint *b)
{
  return sqrt (hypot (b->x - a->x, b->y - a->y));
}

static double
tangent (double p0, double p1, double p2, double d01, double d12, double span)
{
  return span * ((p1 - p0) / d01 - (p2 - p0) / (d01 + d12) + (p2 - p1) / d12);
}

/* Appends the curve from p[1] (which is there already) to p[2], given their neighbours. */
static void
append_piece (GArray *out, const JolWorldPoint p[4], double tolerance)
{
  const double d01 = knot_step (&p[0], &p[1]);
  const double d12 = knot_step (&p[1], &p[2]);
  const double d23 = knot_step (&p[2], &p[3]);
  const JolWorldPoint m1 = { tangent (p[0].x, p[1].x, p[2].x, d01, d12, d12),
                             tangent (p[0].y, p[1].y, p[2].y, d01, d12, d12) };
  const JolWorldPoint m2 = { tangent (p[1].x, p[2].x, p[3].x, d12, d23, d12),
                             tangent (p[1].y, p[2].y, p[3].y, d12, d23, d12) };
  const JolWorldPoint b1 = { p[1].x + m1.x / 3.0, p[1].y + m1.y / 3.0 };
  const JolWorldPoint b2 = { p[2].x - m2.x / 3.0, p[2].y - m2.y / 3.0 };
  const double bend = MAX (hypot (p[1].x - 2.0 * b1.x + b2.x, p[1].y - 2.0 * b1.y + b2.y),
                           hypot (b1.x - 2.0 * b2.x + p[2].x, b1.y - 2.0 * b2.y + p[2].y));
  const guint n_pieces =
      (guint) CLAMP (ceil (sqrt (0.75 * bend / tolerance)), 1.0, (double) MAX_PIECES);

  for (guint i = 1; i < n_pieces; i++)
    {
      const double t = (double) i / n_pieces;
      const double u = 1.0 - t;
      const double w0 = u * u * u;
      const double w1 = 3.0 * u * u * t;
      const double w2 = 3.0 * u * t * t;
      const double w3 = t * t * t;
      const JolWorldPoint at = { w0 * p[1].x + w1 * b1.x + w2 * b2.x + w3 * p[2].x,
                                 w0 * p[1].y + w1 * b1.y + w2 * b2.y + w3 * p[2].y };

      g_array_append_val (out, at);
    }
  g_array_append_val (out, p[2]);
}

/**
 * jol_simplify:
 * @points: (array length=n_points): at least 2
 * @points_out: (array length=n_points): room for as many; may not be @points
 *
 * Leaves out points so that none lies farther than @tolerance from what is left. Ends are kept.
 * Method: Douglas and Peucker (1973), with a stack instead of recursion. O(n log n) on ordinary
 * lines, O(n²) at worst.
 *
 * Returns: how many points were kept
 */
guint
jol_simplify (const JolWorldPoint *points,
              guint n_points,
              double tolerance,
              JolWorldPoint *points_out)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autofree guint8 *keep = g_malloc0 (n_points);
  const Range whole = { 0, n_points - 1 };
  guint n_out = 0;

  g_return_val_if_fail (n_points >= 2, 0);

  keep[0] = keep[n_points - 1] = TRUE;
  g_array_append_val (stack, whole);
  while (stack->len > 0)
    {
      const Range range = g_array_index (stack, Range, stack->len - 1);
      double farthest = tolerance * tolerance;
      guint split = 0;

      g_array_set_size (stack, stack->len - 1);
      for (guint i = range.first + 1; i < range.last; i++)
        {
          const double distance2 =
              distance2_to_segment (&points[i], &points[range.first], &points[range.last]);

          if (distance2 > farthest)
            {
              farthest = distance2;
              split = i;
            }
        }
      if (split > 0)
        {
          const Range before = { range.first, split };
          const Range after = { split, range.last };

          keep[split] = TRUE;
          g_array_append_val (stack, before);
          g_array_append_val (stack, after);
        }
    }
  for (guint i = 0; i < n_points; i++)
    if (keep[i])
      points_out[n_out++] = points[i];

  return n_out;
}

/**
 * jol_smooth:
 * @points: (array length=n_points): at least 2
 * @tolerance: how far the result may be from the true curve
 *
 * A curve through all the points, as a polyline: the centripetal Catmull–Rom spline, which makes
 * neither loops nor cusps however unevenly the points lie (Yuksel, Schaefer, Keyser,
 * "Parameterization and applications of Catmull–Rom curves", 2011). How many points a piece needs:
 * Wang's bound for Bézier curves. Points that repeat are dropped.
 *
 * Returns: (transfer full): free its points
 */
JolWorldLine
jol_smooth (const JolWorldPoint *points, guint n_points, double tolerance)
{
  g_autofree JolWorldPoint *p = g_new (JolWorldPoint, n_points + 2);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (JolWorldPoint));
  JolWorldLine line;
  guint n = 0;

  /* From p[1] on, with room for one made-up point at each end. */
  for (guint i = 0; i < n_points; i++)
    if (n == 0 || knot_step (&p[n], &points[i]) > 0.0)
      p[++n] = points[i];

  g_array_append_val (out, p[1]);
  if (n == 2)
    g_array_append_val (out, p[2]);
  if (n > 2)
    {
      p[0] = (JolWorldPoint){ 2.0 * p[1].x - p[2].x, 2.0 * p[1].y - p[2].y };
      p[n + 1] = (JolWorldPoint){ 2.0 * p[n].x - p[n - 1].x, 2.0 * p[n].y - p[n - 1].y };
      for (guint i = 0; i + 1 < n; i++)
        append_piece (out, p + i, tolerance);
    }

  line.n_points = out->len;
  line.points = (JolWorldPoint *) (gpointer) g_array_free (out, FALSE);

  return line;
}
