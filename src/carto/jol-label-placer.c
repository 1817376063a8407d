/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Greedy placement in the order of the calls, each name trying a fixed list of positions. Finding
 * the most names that fit is NP-hard, and a map that drops an important name to fit two small ones
 * would be worse, so greedy is what is wanted. It is fast because everything placed lies in a grid:
 * a name looks only at the cells it touches.
 *
 * A turned or bent name is a chain of small upright boxes, each about as long as the name is high:
 * closer than its bounding box, simpler than polygons.
 *
 * Of the positions that are free, the cheapest is taken: a position's cost is how unusual it is
 * plus how much of lines it would cover. After Imhof, "Positioning names on maps" (1975): right of
 * the point before left, above before below, and never a name across a line that could be beside
 * it.
 */
#include "config.h"
#include "jol-label-placer.h"

#include <math.h>
#include <string.h>

#include "jol-label-grid.h"

#define PAD_PX 1.5
#define GAP_PX 3.0
#define MAX_BOXES 96

/* A letter's height above the baseline is less than the font's ascent, which has room for accents.
 */
#define TIGHT_ASCENT 0.80
#define TIGHT_DESCENT 0.85

/* What a position costs: unusual places, then px of line under the name. */
#define LINE_COST_PER_PX 0.06
/* Lines have a width; a name beside one keeps this far off its middle. */
#define LINE_HALF_PX 2.0

/* Names along lines: steps of the walk, and how much a baseline may turn. */
#define STEP_PX 6.0
#define MAX_TURN_STEP 0.22
#define MAX_TURN 0.8
#define FORCED_TURN 1.25 /* times as much for a name that must have a place */
#define TRY_EVERY_PX 42.0
#define END_MARGIN_PX 14.0
/* From the line's middle outwards: farther out a name would hardly be found. */
#define MAX_TRIES 48

struct _JolLabelPlacer
{
  JolLabelGrid *grid;
};

typedef struct
{
  double x, y;
} Point;

static double
get_line_cost (JolLabelPlacer *self, const JolLabelBox *boxes, guint n_boxes)
{
  JolLabelBox wide[MAX_BOXES];

  for (guint i = 0; i < n_boxes; i++)
    wide[i] = (JolLabelBox){ boxes[i].x0 - LINE_HALF_PX, boxes[i].y0 - LINE_HALF_PX,
                             boxes[i].x1 + LINE_HALF_PX, boxes[i].y1 + LINE_HALF_PX };

  return jol_label_grid_get_covered (self->grid, wide, n_boxes) * LINE_COST_PER_PX;
}

/* The chain of a straight name whose baseline starts at x, y. */
static guint
make_boxes (double x, double y, double angle, const JolLabelSize *size, JolLabelBox *boxes)
{
  const double ascent = size->ascent_px * TIGHT_ASCENT;
  const double descent = size->descent_px * TIGHT_DESCENT;
  const double height = ascent + descent;
  const double c = cos (angle);
  const double s = sin (angle);
  /* The middle of the letters' height is this far above the baseline. */
  const double rise = (ascent - descent) / 2.0;
  guint n;

  if (fabs (s) < 0.02)
    {
      boxes[0] = (JolLabelBox){ x - PAD_PX, y - ascent - PAD_PX, x + size->width_px + PAD_PX,
                                y + descent + PAD_PX };
      return 1;
    }

  n = (guint) CLAMP (ceil (size->width_px / MAX (height, 4.0)), 1.0, (double) MAX_BOXES);
  for (guint i = 0; i < n; i++)
    {
      const double along = size->width_px * (i + 0.5) / n;
      const double cx = x + along * c + rise * s;
      const double cy = y + along * s - rise * c;
      const double half_x = (size->width_px / n * fabs (c) + height * fabs (s)) / 2.0 + PAD_PX;
      const double half_y = (size->width_px / n * fabs (s) + height * fabs (c)) / 2.0 + PAD_PX;

      boxes[i] = (JolLabelBox){ cx - half_x, cy - half_y, cx + half_x, cy + half_y };
    }

  return n;
}

JolLabelPlacer *
jol_label_placer_new (void)
{
  JolLabelPlacer *self = g_new0 (JolLabelPlacer, 1);

  self->grid = jol_label_grid_new ();

  return self;
}

void
jol_label_placer_free (JolLabelPlacer *self)
{
  jol_label_grid_free (self->grid);
  g_free (self);
}

void
jol_label_placer_add_obstacle (JolLabelPlacer *self, double x, double y, double radius_px)
{
  const JolLabelBox box = { x - radius_px, y - radius_px, x + radius_px, y + radius_px };

  jol_label_grid_take (self->grid, &box, 1);
}

void
jol_label_placer_add_line (JolLabelPlacer *self, const double *xy, guint n_points)
{
  jol_label_grid_add_line (self->grid, xy, n_points);
}

/**
 * jol_label_placer_place_beside:
 * @is_forced: take the best position even when none is free; for what is selected
 *
 * Returns: whether the name has a place; without, @offset_out is left as it was
 */
gboolean
jol_label_placer_place_beside (JolLabelPlacer *self,
                               double x,
                               double y,
                               double radius_px,
                               const JolLabelSize *size,
                               gboolean is_forced,
                               JolLabelOffset *offset_out)
{
  const double w = size->width_px;
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  const double gap = radius_px + GAP_PX;
  /* Corners touch the circle, not its square. */
  const double near_gap = radius_px * 0.7 + GAP_PX;
  const double middle = (up - down) / 2.0 + down * 0.35;
  const struct
  {
    double dx, dy, cost;
  } positions[] = {
    { gap, middle, 0.0 },
    { -gap - w, middle, 0.5 },
    { near_gap, -near_gap, 0.7 },
    { near_gap, near_gap + up, 0.9 },
    { -near_gap - w, -near_gap, 1.1 },
    { -near_gap - w, near_gap + up, 1.2 },
    { -w / 2.0, -gap - down, 1.0 },
    { -w / 2.0, gap + up, 1.1 },
  };
  double best_cost = G_MAXDOUBLE;
  gboolean best_is_free = FALSE;
  int best = -1;
  JolLabelBox box;

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      gboolean fits;
      double cost;

      make_boxes (x + positions[i].dx, y + positions[i].dy, 0.0, size, &box);
      fits = jol_label_grid_is_free (self->grid, &box, 1);
      if (!fits && !is_forced)
        continue;
      cost = positions[i].cost + get_line_cost (self, &box, 1);
      if ((fits && !best_is_free) || (fits == best_is_free && cost < best_cost))
        {
          best = (int) i;
          best_cost = cost;
          best_is_free = fits;
        }
    }
  if (best < 0)
    return FALSE;

  *offset_out = (JolLabelOffset){ positions[best].dx, positions[best].dy };
  make_boxes (x + positions[best].dx, y + positions[best].dy, 0.0, size, &box);
  jol_label_grid_take (self->grid, &box, 1);

  return TRUE;
}

/**
 * jol_label_placer_place_over:
 * @angle: of the baseline, radians, clockwise
 * @max_shift_px: how far from the middle it may stand, or it would seem to name a neighbour
 * @max_covered_px: how much of lines it may cover; a name that would cover more is left out
 */
gboolean
jol_label_placer_place_over (JolLabelPlacer *self,
                             double x,
                             double y,
                             double angle,
                             const JolLabelSize *size,
                             double max_shift_px,
                             double max_covered_px,
                             JolLabelOffset *offset_out)
{
  /* In heights across and widths along. */
  static const struct
  {
    double along, across, cost;
  } nudges[] = {
    { 0.0, 0.0, 0.0 },   { 0.0, -0.7, 0.3 },   { 0.0, 0.7, 0.3 },   { 0.2, 0.0, 0.5 },
    { -0.2, 0.0, 0.5 },  { 0.0, -1.5, 0.7 },   { 0.0, 1.5, 0.7 },   { 0.25, -0.9, 0.8 },
    { 0.25, 0.9, 0.8 },  { -0.25, -0.9, 0.8 }, { -0.25, 0.9, 0.8 }, { 0.45, 0.0, 1.1 },
    { -0.45, 0.0, 1.1 }, { 0.0, -2.4, 1.2 },   { 0.0, 2.4, 1.2 },   { 0.45, -1.5, 1.5 },
    { 0.45, 1.5, 1.5 },  { -0.45, -1.5, 1.5 }, { -0.45, 1.5, 1.5 },
  };
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  const double height = up + down;
  const double c = cos (angle);
  const double s = sin (angle);
  double best_cost = G_MAXDOUBLE;
  gboolean is_placed = FALSE;
  JolLabelBox boxes[MAX_BOXES];
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    {
      const double along = (nudges[i].along - 0.5) * size->width_px;
      const double across = nudges[i].across * height + (up - down) / 2.0;
      const double dx = along * c - across * s;
      const double dy = along * s + across * c;
      double cost, line_cost;

      if (nudges[i].cost >= best_cost ||
          hypot (nudges[i].along * size->width_px, nudges[i].across * height) > max_shift_px)
        continue;
      n = make_boxes (x + dx, y + dy, angle, size, boxes);
      if (!jol_label_grid_is_free (self->grid, boxes, n))
        continue;
      line_cost = get_line_cost (self, boxes, n);
      if (line_cost > max_covered_px * LINE_COST_PER_PX)
        continue;
      cost = nudges[i].cost + line_cost * 0.5;
      if (cost < best_cost)
        {
          *offset_out = (JolLabelOffset){ dx, dy };
          best_cost = cost;
          is_placed = TRUE;
        }
    }
  if (is_placed)
    {
      n = make_boxes (x + offset_out->dx_px, y + offset_out->dy_px, angle, size, boxes);
      jol_label_grid_take (self->grid, boxes, n);
    }

  return is_placed;
}

/* Points every STEP_PX along a polyline. */
static GArray *
resample (const double *xy, guint n_points)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (Point));
  double left = 0.0;

  for (guint i = 1; i < n_points; i++)
    {
      const double x0 = xy[2 * i - 2];
      const double y0 = xy[2 * i - 1];
      const double dx = xy[2 * i] - x0;
      const double dy = xy[2 * i + 1] - y0;
      const double length = hypot (dx, dy);
      double at = left;

      for (; at <= length && length > 0.0; at += STEP_PX)
        {
          const Point point = { x0 + dx * at / length, y0 + dy * at / length };

          g_array_append_val (samples, point);
        }
      left = at - length;
    }

  return samples;
}

/* The baseline of a name that begins at a sample, read from left to right; FALSE where the line
 * turns too much for letters. */
static gboolean
make_baseline (const GArray *samples,
               guint first,
               guint n,
               double offset_px,
               double leniency,
               Point *out)
{
  const Point *p = &g_array_index (samples, Point, first);
  const gboolean is_backward = p[n - 1].x < p[0].x;
  double previous = 0.0;
  double turned_low = 0.0;
  double turned_high = 0.0;
  double turned = 0.0;

  for (guint i = 0; i < n; i++)
    {
      const guint at = is_backward ? n - 1 - i : i;
      const guint before = at >= 2 ? at - 2 : 0;
      const guint after = MIN (at + 2, n - 1);
      const double dx = is_backward ? p[before].x - p[after].x : p[after].x - p[before].x;
      const double dy = is_backward ? p[before].y - p[after].y : p[after].y - p[before].y;
      const double length = hypot (dx, dy);
      double direction;

      if (length < STEP_PX)
        return FALSE;
      direction = atan2 (dy, dx);
      if (i > 0)
        {
          const double turn = remainder (direction - previous, 2.0 * G_PI);

          turned += turn;
          turned_low = MIN (turned_low, turned);
          turned_high = MAX (turned_high, turned);
          if (fabs (turn) > MAX_TURN_STEP * leniency ||
              turned_high - turned_low > MAX_TURN * leniency)
            return FALSE;
        }
      previous = direction;
      out[i] = (Point){ p[at].x + dy / length * offset_px, p[at].y - dx / length * offset_px };
    }

  return TRUE;
}

static guint
make_chain (const Point *baseline, guint n, const JolLabelSize *size, JolLabelBox *boxes)
{
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  const double half = (up + down) / 2.0 + PAD_PX;
  guint n_boxes = 0;

  for (guint i = 0; i + 1 < n && n_boxes < MAX_BOXES; i++)
    {
      const double dx = baseline[i + 1].x - baseline[i].x;
      const double dy = baseline[i + 1].y - baseline[i].y;
      const double length = MAX (hypot (dx, dy), 0.01);
      const double cx = (baseline[i].x + baseline[i + 1].x) / 2.0 + dy / length * (up - down) / 2.0;
      const double cy = (baseline[i].y + baseline[i + 1].y) / 2.0 - dx / length * (up - down) / 2.0;

      boxes[n_boxes++] = (JolLabelBox){ cx - half, cy - half, cx + half, cy + half };
    }

  return n_boxes;
}

/* From the line's middle outwards. @leniency: how much more than usual the line may turn. */
static gboolean
try_along (JolLabelPlacer *self,
           const GArray *samples,
           double offset_px,
           const JolLabelSize *size,
           double leniency,
           GArray *baseline_out)
{
  const guint n = (guint) ceil (size->width_px / STEP_PX) + 2;
  const guint margin = (guint) (END_MARGIN_PX / STEP_PX);
  const guint try_every = (guint) (TRY_EVERY_PX / STEP_PX);
  g_autofree Point *points = NULL;
  g_autofree Point *best = NULL;
  double best_cost = G_MAXDOUBLE;
  JolLabelBox boxes[MAX_BOXES];
  guint n_starts, n_boxes;

  if (n > MAX_BOXES || samples->len < n + 2 * margin)
    return FALSE;

  points = g_new (Point, n);
  best = g_new (Point, n);
  n_starts = samples->len - n - 2 * margin + 1;
  for (guint i = 0; i < MIN (n_starts, MAX_TRIES * try_every); i += try_every)
    {
      /* The middle first, then by turns before and after it. */
      const guint half = (i / try_every + 1) / 2 * try_every;
      const guint middle = n_starts / 2;
      const gboolean is_after = (i / try_every) % 2 == 0;
      double cost = (double) half / MAX (n_starts, 1);

      if (cost >= best_cost)
        break;
      if (!is_after && half > middle)
        continue;
      if (is_after && middle + half >= n_starts)
        continue;
      if (!make_baseline (samples, margin + (is_after ? middle + half : middle - half), n,
                          offset_px, leniency, points))
        continue;
      n_boxes = make_chain (points, n, size, boxes);
      if (!jol_label_grid_is_free (self->grid, boxes, n_boxes))
        continue;
      cost += jol_label_grid_get_covered (self->grid, boxes, n_boxes) * LINE_COST_PER_PX * 0.4;
      if (cost < best_cost)
        {
          memcpy (best, points, n * sizeof *best);
          best_cost = cost;
        }
    }
  if (best_cost >= G_MAXDOUBLE)
    return FALSE;

  n_boxes = make_chain (best, n, size, boxes);
  jol_label_grid_take (self->grid, boxes, n_boxes);
  g_array_set_size (baseline_out, 0);
  g_array_append_vals (baseline_out, best, 2 * n);

  return TRUE;
}

/**
 * jol_label_placer_place_along:
 * @offset_px: from the line to the baseline; the name stands above it
 * @is_forced: try below the line too, and where it turns a little more than usual; for what is
 * selected
 * @baseline_out: (element-type double): set to the x, y pairs of the baseline, from left to right
 *
 * The line's own px under the name do not count; those of others do.
 */
gboolean
jol_label_placer_place_along (JolLabelPlacer *self,
                              const double *xy,
                              guint n_points,
                              double offset_px,
                              const JolLabelSize *size,
                              gboolean is_forced,
                              GArray *baseline_out)
{
  g_autoptr (GArray) samples = resample (xy, n_points);

  /* Below the line stands the name's top. */
  const double below_px = -offset_px - size->ascent_px * TIGHT_ASCENT;

  if (try_along (self, samples, offset_px, size, 1.0, baseline_out))
    return TRUE;

  return is_forced && (try_along (self, samples, below_px, size, 1.0, baseline_out) ||
                       try_along (self, samples, offset_px, size, FORCED_TURN, baseline_out) ||
                       try_along (self, samples, below_px, size, FORCED_TURN, baseline_out));
}
