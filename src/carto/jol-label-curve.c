/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-label-curve.h"

#include <math.h>

/* A letter of average width turns by no more than some eight degrees against the one before it:
 * the curve's radius is at least so many heights of the letters. */
#define MIN_RADIUS 3.6
/* All of a name turns by no more than this, or its end would be read from another side. */
#define MAX_TURN 1.0
/* How far the smoothed line may be from the true one, in heights of the letters. */
#define MAX_STRAY 0.75
/* Steps to either side from which a point's direction is taken. */
#define LOOK 2
/* Of a line that runs so steeply the name is read upwards. */
#define STEEP 0.12

#define TURN_COST 0.6
#define STRAY_COST 0.8

struct _JolLabelCurve
{
  JolLabelPoint *points;
  double *directions; /* radians, without jumps of a whole turn */
  double *strays;     /* px that smoothing has moved each point */
  guint n;
};

/* Points at even steps along a polyline. */
static GArray *
resample (const double *xy, guint n_points)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (JolLabelPoint));
  double left = 0.0;

  for (guint i = 1; i < n_points; i++)
    {
      const double x0 = xy[2 * i - 2];
      const double y0 = xy[2 * i - 1];
      const double dx = xy[2 * i] - x0;
      const double dy = xy[2 * i + 1] - y0;
      const double length = hypot (dx, dy);
      double at = left;

      for (; at <= length && length > 0.0; at += JOL_LABEL_STEP_PX)
        {
          const JolLabelPoint point = { x0 + dx * at / length, y0 + dy * at / length };

          g_array_append_val (samples, point);
        }
      left = at - length;
    }

  return samples;
}

/* A moving mean, from running sums; its window shrinks towards the ends, which stay. The sums are
 * of distances from the first point: far from the world's corner they would lose digits. */
static void
smooth (JolLabelPoint *points, guint n, guint reach)
{
  g_autofree JolLabelPoint *sums = NULL;
  JolLabelPoint origin;

  if (reach == 0 || n < 3)
    return;

  origin = points[0];
  sums = g_new (JolLabelPoint, n + 1);
  sums[0] = (JolLabelPoint){ 0.0, 0.0 };
  for (guint i = 0; i < n; i++)
    sums[i + 1] =
        (JolLabelPoint){ sums[i].x + points[i].x - origin.x, sums[i].y + points[i].y - origin.y };
  for (guint i = 0; i < n; i++)
    {
      const guint r = MIN (reach, MIN (i, n - 1 - i));
      const double count = 2.0 * r + 1.0;

      points[i].x = origin.x + (sums[i + r + 1].x - sums[i - r].x) / count;
      points[i].y = origin.y + (sums[i + r + 1].y - sums[i - r].y) / count;
    }
}

static void
find_directions (JolLabelCurve *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const JolLabelPoint *a = &self->points[i >= LOOK ? i - LOOK : 0];
      const JolLabelPoint *b = &self->points[MIN (i + LOOK, self->n - 1)];
      const double direction = atan2 (b->y - a->y, b->x - a->x);

      self->directions[i] = i == 0 ? direction
                                   : self->directions[i - 1] +
                                         remainder (direction - self->directions[i - 1], 2 * G_PI);
    }
}

JolLabelCurve *
jol_label_curve_new (const double *xy, guint n_points, double smooth_px)
{
  JolLabelCurve *self = g_new0 (JolLabelCurve, 1);
  g_autoptr (GArray) samples = resample (xy, n_points);
  const guint reach = (guint) (smooth_px / JOL_LABEL_STEP_PX);

  self->n = samples->len;
  self->points = g_memdup2 (samples->data, samples->len * sizeof *self->points);
  self->directions = g_new (double, MAX (self->n, 1));
  self->strays = g_new (double, MAX (self->n, 1));
  /* Twice: the mean of means has no corners. */
  smooth (self->points, self->n, reach);
  smooth (self->points, self->n, reach);
  for (guint i = 0; i < self->n; i++)
    {
      const JolLabelPoint *was = &g_array_index (samples, JolLabelPoint, i);

      self->strays[i] = hypot (self->points[i].x - was->x, self->points[i].y - was->y);
    }
  find_directions (self);

  return self;
}

void
jol_label_curve_free (JolLabelCurve *self)
{
  g_free (self->points);
  g_free (self->directions);
  g_free (self->strays);
  g_free (self);
}

guint
jol_label_curve_get_n (const JolLabelCurve *self)
{
  return self->n;
}

guint
jol_label_curve_make_baseline (const JolLabelCurve *self,
                               guint first,
                               const JolLabelRun *run,
                               JolLabelPoint *out,
                               guint max_points,
                               double *cost_out)
{
  const double max_step = JOL_LABEL_STEP_PX / (run->ascent_px * MIN_RADIUS) * run->leniency;
  const guint about = (guint) ceil (run->width_px / JOL_LABEL_STEP_PX);
  double low, high, length = 0.0, stray = 0.0;
  double dx, dy;
  gboolean is_backward;
  double side;
  guint n = 0;

  if (first + about >= self->n)
    return 0;

  dx = self->points[first + about].x - self->points[first].x;
  dy = self->points[first + about].y - self->points[first].y;
  is_backward = fabs (dx) < STEEP * fabs (dy) ? dy > 0.0 : dx < 0.0;
  side = is_backward ? -run->offset_px : run->offset_px;
  low = high = self->directions[first];

  /* On the inner side of a bend the baseline is shorter than the curve: walk until it is long
   * enough. */
  for (guint i = first; length < run->width_px + JOL_LABEL_STEP_PX; i++, n++)
    {
      const double direction = i < self->n ? self->directions[i] : 0.0;

      if (i >= self->n || n >= max_points)
        return 0;
      if (n > 0 && fabs (direction - self->directions[i - 1]) > max_step)
        return 0;
      low = MIN (low, direction);
      high = MAX (high, direction);
      if (high - low > MAX_TURN * run->leniency)
        return 0;
      stray = MAX (stray, self->strays[i]);
      if (stray > MAX_STRAY * run->ascent_px * run->leniency)
        return 0;

      out[n] = (JolLabelPoint){ self->points[i].x + sin (direction) * side,
                                self->points[i].y - cos (direction) * side };
      if (n > 0)
        length += hypot (out[n].x - out[n - 1].x, out[n].y - out[n - 1].y);
    }
  if (is_backward)
    for (guint i = 0; i < n / 2; i++)
      {
        const JolLabelPoint swapped = out[i];

        out[i] = out[n - 1 - i];
        out[n - 1 - i] = swapped;
      }
  *cost_out = (high - low) * TURN_COST + stray / run->ascent_px * STRAY_COST;

  return n;
}
