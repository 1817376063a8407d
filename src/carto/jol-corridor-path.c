/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line walked in small steps, so that places along it can be compared with places along others.
 */
#include "config.h"

#include "jol-corridor-private.h"

#include <math.h>

/* Nearer in, lines are straighter in px. */
#define STEP_ZOOM 6.0
/* At small zooms lines are softened by so many passes of a binomial filter. */
#define SOFTENING 5

guint
jol_corridor_path_find (const JolCorridorPath *path, double along)
{
  guint low = 0;
  guint high = path->n_points;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (path->along[middle] < along)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

JolWorldPoint
jol_corridor_path_at (const JolCorridorPath *path, double along, JolWorldPoint *tangent_out)
{
  const guint high = CLAMP (jol_corridor_path_find (path, along), 1, MAX (path->n_points, 2) - 1);
  const guint low = high - 1;
  double length, t;

  length = path->along[high] - path->along[low];
  t = length > 0.0 ? CLAMP ((along - path->along[low]) / length, 0.0, 1.0) : 0.0;
  if (tangent_out)
    {
      const JolWorldPoint *a = &path->bearings[low];
      const JolWorldPoint *b = &path->bearings[high];
      const double dx = a->x + t * (b->x - a->x);
      const double dy = a->y + t * (b->y - a->y);
      const double d = hypot (dx, dy);

      *tangent_out = d > 0.0 ? (JolWorldPoint){ dx / d, dy / d } : (JolWorldPoint){ 1.0, 0.0 };
    }

  return (JolWorldPoint){ path->points[low].x + t * (path->points[high].x - path->points[low].x),
                          path->points[low].y + t * (path->points[high].y - path->points[low].y) };
}

/* Not hypot(), which is several times as slow for the sake of numbers that are not met here. */
static double
get_distance (const JolWorldPoint *a, const JolWorldPoint *b)
{
  const double dx = b->x - a->x;
  const double dy = b->y - a->y;

  return sqrt (dx * dx + dy * dy);
}

/* Softens in place what is between the ends: [1 2 1] / 4, again and again, is nearly a Gauss
 * bell. */
static void
soften (JolWorldPoint *points, guint n_points)
{
  if (n_points < 3)
    return;

  for (guint pass = 0; pass < SOFTENING; pass++)
    {
      JolWorldPoint before = points[0];

      for (guint i = 1; i + 1 < n_points; i++)
        {
          const JolWorldPoint here = points[i];

          points[i].x = (before.x + 2.0 * here.x + points[i + 1].x) / 4.0;
          points[i].y = (before.y + 2.0 * here.y + points[i + 1].y) / 4.0;
          before = here;
        }
    }
}

/* Lengths, and bearings: over two steps at each side, from step to step they would tremble. */
static void
measure (JolCorridorPath *self)
{
  self->along = g_new (double, MAX (self->n_points, 1));
  self->along[0] = 0.0;
  for (guint i = 1; i < self->n_points; i++)
    self->along[i] = self->along[i - 1] + get_distance (&self->points[i - 1], &self->points[i]);

  self->bearings = g_new (JolWorldPoint, MAX (self->n_points, 1));
  for (guint i = 0; i < self->n_points; i++)
    {
      const JolWorldPoint *a = &self->points[i > 1 ? i - 2 : 0];
      const JolWorldPoint *b = &self->points[MIN (i + 2, self->n_points - 1)];
      const double d = get_distance (a, b);

      self->bearings[i] = d > 0.0 ? (JolWorldPoint){ (b->x - a->x) / d, (b->y - a->y) / d }
                                  : (JolWorldPoint){ 0.0, 0.0 };
    }
}

/* Walks a line. Below STEP_ZOOM its points give way to even steps, above they are kept. */
void
jol_corridor_path_init (JolCorridorPath *self, const JolWorldLine *line, double zoom)
{
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  const gboolean is_even = zoom <= STEP_ZOOM;
  const double step =
      MIN (JOL_CORRIDOR_STEP_PX * exp2 (MAX (zoom - STEP_ZOOM, 0.0)), JOL_CORRIDOR_MAX_STEP_PX);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (JolWorldPoint));
  double rest = 0.0; /* of a step, gone already */
  JolWorldPoint last = { 0.0, 0.0 };

  for (guint i = 0; i < line->n_points; i++)
    {
      const JolWorldPoint here = { line->points[i].x * size_px, line->points[i].y * size_px };
      double length;

      if (i == 0)
        {
          g_array_append_val (points, here);
          last = here;
          continue;
        }
      length = hypot (here.x - last.x, here.y - last.y);
      if (is_even)
        {
          double at = step - rest;

          for (; at < length; at += step)
            {
              const JolWorldPoint point = { last.x + (here.x - last.x) * at / length,
                                            last.y + (here.y - last.y) * at / length };

              g_array_append_val (points, point);
            }
          rest = length - (at - step);
          if (i + 1 == line->n_points)
            g_array_append_val (points, here);
        }
      else if (length > 0.0)
        {
          const guint n = (guint) ceil (length / step);

          for (guint j = 1; j <= n; j++)
            {
              const JolWorldPoint point = { last.x + (here.x - last.x) * j / n,
                                            last.y + (here.y - last.y) * j / n };

              g_array_append_val (points, point);
            }
        }
      last = here;
    }
  /* The last even step may be next to nothing. */
  if (points->len > 2)
    {
      const JolWorldPoint *p = &g_array_index (points, JolWorldPoint, points->len - 2);

      if (hypot (p[1].x - p[0].x, p[1].y - p[0].y) < step / 4.0)
        g_array_remove_index (points, points->len - 2);
    }

  self->n_points = points->len;
  self->points = (JolWorldPoint *) (gpointer) g_array_steal (points, NULL);
  if (is_even)
    soften (self->points, self->n_points);
  measure (self);
}

void
jol_corridor_path_clear (JolCorridorPath *self)
{
  g_free (self->points);
  g_free (self->along);
  g_free (self->bearings);
}
