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

#include "jol-label-curve.h"
#include "jol-label-grid.h"

#define PAD_PX 1.5
#define GAP_PX 3.0
#define MAX_BOXES 160
#define BOX_PX 8.0

/* A letter's height above the baseline is less than the font's ascent, which has room for accents.
 */
#define TIGHT_ASCENT 0.80
#define TIGHT_DESCENT 0.85

/* How many rings of positions round a symbol a name that must have a place looks at. */
#define N_RINGS 5
/* Positions over an area, to each side. */
#define MAX_STEPS 6
/* What a position costs: unusual places, then px of line under the name. */
#define LINE_COST_PER_PX 0.06
/* Lines have a width; a name beside one keeps this far off its middle. */
#define LINE_HALF_PX 2.0

/* Another position is better than one that another name had, unless it is very unusual. */
#define RESERVED_COST 2.5
/* How near a position must be to where the name was to be taken for the same; symbols grow. */
#define SAME_PLACE_PX 8.0

/* Names along lines. */
#define FORCED_LENIENCY 1.5
#define TRY_EVERY_PX 24.0
#define END_MARGIN_PX 12.0
/* From the line's middle outwards: farther out a name would hardly be found. */
#define MAX_TRIES 64
/* What it costs to stand at an end rather than in the middle, and below rather than above. */
#define END_COST 0.8
#define BELOW_COST 0.25

struct _JolLabelPlacer
{
  JolLabelGrid *grid;
};

/* What it costs to stand there, beside the position's own cost. */
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
jol_label_placer_set_bounds (JolLabelPlacer *self, double x0, double y0, double x1, double y1)
{
  jol_label_grid_set_bounds (self->grid, &(JolLabelBox){ x0, y0, x1, y1 });
}

void
jol_label_placer_add_panel (JolLabelPlacer *self, double x0, double y0, double x1, double y1)
{
  jol_label_grid_add_panel (self->grid, &(JolLabelBox){ x0, y0, x1, y1 });
}

void
jol_label_placer_free_room (JolLabelPlacer *self)
{
  jol_label_grid_clear_panels (self->grid);
  jol_label_placer_set_bounds (self, -INFINITY, -INFINITY, INFINITY, INFINITY);
}

void
jol_label_placer_add_obstacle (JolLabelPlacer *self, double x, double y, double radius_px)
{
  const JolLabelBox box = { x - radius_px, y - radius_px, x + radius_px, y + radius_px };

  jol_label_grid_take (self->grid, &box, 1);
}

gboolean
jol_label_placer_has_room (JolLabelPlacer *self, double x, double y, double radius_px)
{
  const JolLabelBox box = { x - radius_px, y - radius_px, x + radius_px, y + radius_px };

  return jol_label_grid_is_free (self->grid, &box, 1);
}

void
jol_label_placer_add_line (JolLabelPlacer *self, const double *xy, guint n_points)
{
  jol_label_grid_add_line (self->grid, xy, n_points);
}

/* The chain of a bent one. A box to so much of it is enough: each is wider. */
static guint
make_chain (const JolLabelPoint *baseline, guint n, const JolLabelSize *size, JolLabelBox *boxes)
{
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  const double half = (up + down) / 2.0 + PAD_PX;
  const double step =
      n > 1 ? hypot (baseline[1].x - baseline[0].x, baseline[1].y - baseline[0].y) : BOX_PX;
  const guint stride = (guint) CLAMP (round (BOX_PX / MAX (step, 1.0)), 1.0, 4.0);
  guint n_boxes = 0;

  for (guint i = 0; i + 1 < n && n_boxes < MAX_BOXES; i += stride)
    {
      const JolLabelPoint *a = &baseline[i];
      const JolLabelPoint *b = &baseline[MIN (i + stride, n - 1)];
      const double dx = b->x - a->x;
      const double dy = b->y - a->y;
      const double length = MAX (hypot (dx, dy), 0.01);
      const double cx = (a->x + b->x) / 2.0 + dy / length * (up - down) / 2.0;
      const double cy = (a->y + b->y) / 2.0 - dx / length * (up - down) / 2.0;

      boxes[n_boxes++] = (JolLabelBox){ cx - half, cy - half, cx + half, cy + half };
    }

  return n_boxes;
}

guint
jol_label_placer_reserve (JolLabelPlacer *self,
                          double x,
                          double y,
                          double angle,
                          const JolLabelSize *size)
{
  JolLabelBox boxes[MAX_BOXES];
  const guint n = make_boxes (x, y, angle, size, boxes);

  return jol_label_grid_reserve (self->grid, boxes, n);
}

guint
jol_label_placer_reserve_along (JolLabelPlacer *self,
                                const double *baseline,
                                guint n_points,
                                const JolLabelSize *size)
{
  JolLabelBox boxes[MAX_BOXES];
  const guint n =
      make_chain ((const JolLabelPoint *) (gconstpointer) baseline, n_points, size, boxes);

  return jol_label_grid_reserve (self->grid, boxes, n);
}

void
jol_label_placer_release (JolLabelPlacer *self, guint reservation)
{
  jol_label_grid_release (self->grid, reservation);
}

static gboolean
find_beside (JolLabelPlacer *self,
             double x,
             double y,
             double radius_px,
             const JolLabelSize *size,
             gboolean is_forced,
             const JolLabelOffset *before,
             JolLabelOffset *offset_out)
{
  const double w = size->width_px;
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  double best_cost = G_MAXDOUBLE;
  gboolean best_is_free = FALSE;
  JolLabelOffset best = { 0.0, 0.0 };
  JolLabelBox box;

  for (guint ring = 0; ring < (is_forced ? N_RINGS : 1) && !best_is_free; ring++)
    {
      const double away = ring * (up + down);
      const double gap = radius_px + GAP_PX + away;
      /* Corners touch the circle, not its square. */
      const double near_gap = radius_px * 0.7 + GAP_PX + away;
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

      for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
        {
          const JolLabelOffset offset = { positions[i].dx, positions[i].dy };
          gboolean fits;
          double cost;

          make_boxes (x + offset.dx_px, y + offset.dy_px, 0.0, size, &box);
          fits = jol_label_grid_is_free (self->grid, &box, 1);
          if (!fits && (!is_forced || ring > 0))
            continue;
          cost = positions[i].cost + get_line_cost (self, &box, 1);
          if (jol_label_grid_is_reserved (self->grid, &box, 1))
            cost += RESERVED_COST;
          if (fits && before &&
              hypot (before->dx_px - offset.dx_px, before->dy_px - offset.dy_px) < SAME_PLACE_PX)
            cost = -1.0;
          if ((fits && !best_is_free) || (fits == best_is_free && cost < best_cost))
            {
              best = offset;
              best_cost = cost;
              best_is_free = fits;
            }
        }
    }
  if (best_cost >= G_MAXDOUBLE)
    return FALSE;

  *offset_out = best;

  return TRUE;
}

/**
 * jol_label_placer_place_beside:
 * @is_forced: look farther away when there is no room, and take the best position even when none is
 * free; for what is selected
 * @before: (nullable): where it was
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
                               const JolLabelOffset *before,
                               JolLabelOffset *offset_out)
{
  JolLabelBox box;

  if (!find_beside (self, x, y, radius_px, size, is_forced, before, offset_out))
    return FALSE;

  make_boxes (x + offset_out->dx_px, y + offset_out->dy_px, 0.0, size, &box);
  jol_label_grid_take (self->grid, &box, 1);

  return TRUE;
}

guint
jol_label_placer_reserve_beside (JolLabelPlacer *self,
                                 double x,
                                 double y,
                                 double radius_px,
                                 const JolLabelSize *size)
{
  JolLabelBox boxes[] = { { x - radius_px, y - radius_px, x + radius_px, y + radius_px }, { 0 } };
  JolLabelOffset offset;
  guint n = 1;

  if (find_beside (self, x, y, radius_px, size, FALSE, NULL, &offset))
    n += make_boxes (x + offset.dx_px, y + offset.dy_px, 0.0, size, &boxes[1]);

  return jol_label_grid_reserve (self->grid, boxes, n);
}

/**
 * jol_label_placer_place_over:
 * @x, @y: the middle of the area
 * @before: (nullable): where it was
 */
gboolean
jol_label_placer_place_over (JolLabelPlacer *self,
                             double x,
                             double y,
                             const JolLabelArea *area,
                             const JolLabelSize *size,
                             const JolLabelOffset *before,
                             JolLabelOffset *offset_out)
{
  const double up = size->ascent_px * TIGHT_ASCENT;
  const double down = size->descent_px * TIGHT_DESCENT;
  const double height = up + down;
  const double c = cos (area->angle);
  const double s = sin (area->angle);
  const int n_across = (int) CLAMP (area->max_across_px / (0.7 * height), 0.0, MAX_STEPS);
  const int n_along = (int) CLAMP (area->max_along_px / (0.2 * size->width_px), 0.0, MAX_STEPS);
  double best_cost = G_MAXDOUBLE;
  JolLabelBox boxes[MAX_BOXES];
  guint n;

  if (before)
    {
      n = make_boxes (x + before->dx_px, y + before->dy_px, area->angle, size, boxes);
      if (jol_label_grid_is_free (self->grid, boxes, n))
        {
          jol_label_grid_take (self->grid, boxes, n);
          *offset_out = *before;
          return TRUE;
        }
    }

  for (int i = -n_across; i <= n_across; i++)
    for (int j = -n_along; j <= n_along; j++)
      {
        const double along = j * 0.2 * size->width_px - size->width_px / 2.0;
        const double across = i * 0.7 * height + (up - down) / 2.0;
        const double dx = along * c - across * s;
        const double dy = along * s + across * c;
        double cost = 0.35 * hypot (i, j * 1.2);
        double line_cost;

        if (cost >= best_cost)
          continue;
        n = make_boxes (x + dx, y + dy, area->angle, size, boxes);
        if (!jol_label_grid_is_free (self->grid, boxes, n))
          continue;
        line_cost = get_line_cost (self, boxes, n);
        if (line_cost > area->max_covered_px * LINE_COST_PER_PX)
          continue;
        cost += line_cost * 0.5;
        if (jol_label_grid_is_reserved (self->grid, boxes, n))
          cost += RESERVED_COST;
        if (cost < best_cost && area->get_cost)
          cost += area->get_cost (x + dx, y + dy, area->data);
        if (cost < best_cost)
          {
            *offset_out = (JolLabelOffset){ dx, dy };
            best_cost = cost;
          }
      }
  if (best_cost >= G_MAXDOUBLE)
    return FALSE;

  n = make_boxes (x + offset_out->dx_px, y + offset_out->dy_px, area->angle, size, boxes);
  jol_label_grid_take (self->grid, boxes, n);

  return TRUE;
}

gboolean
jol_label_placer_place_again (JolLabelPlacer *self,
                              const double *baseline,
                              guint n_points,
                              const JolLabelSize *size)
{
  JolLabelBox boxes[MAX_BOXES];
  const guint n =
      make_chain ((const JolLabelPoint *) (gconstpointer) baseline, n_points, size, boxes);

  if (!jol_label_grid_is_free (self->grid, boxes, n))
    return FALSE;

  jol_label_grid_take (self->grid, boxes, n);

  return TRUE;
}

typedef struct
{
  JolLabelPoint points[MAX_BOXES + 1];
  guint n;
  double cost;
} Best;

/* From the curve's middle outwards. */
static void
try_along (JolLabelPlacer *self,
           const JolLabelCurve *curve,
           const JolLabelRun *run,
           double extra_cost,
           const JolLabelSize *size,
           Best *best)
{
  const guint n_name = (guint) ceil (size->width_px / JOL_LABEL_STEP_PX) + 1;
  const guint margin = (guint) (END_MARGIN_PX / JOL_LABEL_STEP_PX);
  const guint try_every = (guint) (TRY_EVERY_PX / JOL_LABEL_STEP_PX);
  const guint n_curve = jol_label_curve_get_n (curve);
  JolLabelPoint points[MAX_BOXES + 1];
  JolLabelBox boxes[MAX_BOXES];
  guint n_starts, middle, n_tries;

  if (n_curve < n_name + 2 * margin)
    return;

  n_starts = n_curve - n_name - 2 * margin + 1;
  middle = n_starts / 2;
  n_tries = MIN (n_starts / try_every + 2, MAX_TRIES);
  for (guint i = 0; i < n_tries; i++)
    {
      /* The middle first, then by turns before and after it. */
      const guint away = (i + 1) / 2 * try_every;
      const gboolean is_after = i % 2 == 0;
      double cost = extra_cost + END_COST * away / MAX (middle, 1);
      double bend_cost;
      guint n, n_boxes;

      if (cost >= best->cost)
        break;
      if (is_after ? middle + away >= n_starts : away > middle)
        continue;
      n = jol_label_curve_make_baseline (curve, margin + (is_after ? middle + away : middle - away),
                                         run, points, G_N_ELEMENTS (points), &bend_cost);
      if (n == 0 || cost + bend_cost >= best->cost)
        continue;
      n_boxes = make_chain (points, n, size, boxes);
      if (!jol_label_grid_is_free (self->grid, boxes, n_boxes))
        continue;
      cost += bend_cost;
      if (jol_label_grid_is_reserved (self->grid, boxes, n_boxes))
        cost += RESERVED_COST;
      if (cost < best->cost)
        cost += jol_label_grid_get_covered (self->grid, boxes, n_boxes) * LINE_COST_PER_PX * 0.6;
      if (cost < best->cost)
        {
          memcpy (best->points, points, n * sizeof *points);
          best->n = n;
          best->cost = cost;
        }
    }
}

gboolean
jol_label_placer_place_along (JolLabelPlacer *self,
                              const JolLabelLine *line,
                              const JolLabelSize *size,
                              GArray *baseline_out)
{
  g_autoptr (JolLabelCurve) curve = jol_label_curve_new (line->xy, line->n_points, line->smooth_px);
  JolLabelRun run = { .width_px = size->width_px,
                      .ascent_px = size->ascent_px,
                      .offset_px = line->offset_px,
                      .leniency = 1.0 };
  /* Below the line stands the name's top. */
  const double below_px = -line->offset_px - size->ascent_px * TIGHT_ASCENT;
  Best best = { .cost = G_MAXDOUBLE };
  JolLabelBox boxes[MAX_BOXES];
  guint n_boxes;

  for (guint i = 0; i < (line->is_forced ? 2 : 1) && best.n == 0; i++)
    {
      run.leniency = i == 0 ? 1.0 : FORCED_LENIENCY;
      run.offset_px = line->offset_px;
      try_along (self, curve, &run, 0.0, size, &best);
      if (!line->has_below)
        continue;
      run.offset_px = below_px;
      try_along (self, curve, &run, BELOW_COST, size, &best);
    }
  if (best.n == 0)
    return FALSE;

  n_boxes = make_chain (best.points, best.n, size, boxes);
  jol_label_grid_take (self->grid, boxes, n_boxes);
  g_array_set_size (baseline_out, 0);
  g_array_append_vals (baseline_out, best.points, 2 * best.n);

  return TRUE;
}
