/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tiles must meet without a seam, so whatever is left out for speed is left out alike in every
 * picture that shows the place:
 *
 * - Points closer than a fraction of a px to the one before are skipped, counted from the beginning
 *   of their block, never from where the picture begins.
 * - A block that lies wholly beyond one edge of the picture is, when filling, replaced by the line
 *   from its first point to its last, which lies beyond that edge too; when stroking, it is
 * skipped.
 * - A dashed line is traced from its beginning if any of it shows, or its dashes would shift.
 *
 * The five states are one polygon, and land under them is painted through: two polygons that share
 * an edge would both leave it half covered, and water would shine through.
 */
#include "config.h"
#include "jol-paint-land.h"

#include "jol-paint-hatch.h"
#include "jol-paint-relief.h"

#include <math.h>
#include <string.h>

#define STEP_PX 0.25 /* points closer than this, in px of the device, are one */
#define MARGIN_PX 4.0
#define ADMIN_FROM_ZOOM 5.75
#define ADMIN_ABROAD_FROM_ZOOM 6.75 /* some neighbours have many and small divisions */
#define SMOOTH_FROM_ZOOM 8.5        /* from here on the data's straight stretches show */
#define HATCH_STEP_PX 9.0
#define ZOOM_AHEAD 0.35 /* tiles are shown enlarged until the next zoom's are there */

typedef struct
{
  JolCanvas *canvas;
  cairo_t *cr; /* NULL: go by the canvas */
  const JolTransform *view;
  JolTheme theme;
  double zoom;
  double step_px;
  gboolean is_smooth;
  double x0, y0, x1, y1; /* what shows, in worlds, with a margin */
} Pen;

static gboolean
box_shows (const Pen *pen, const JolBasemapBox *box)
{
  return box->x0 <= pen->x1 && box->x1 >= pen->x0 && box->y0 <= pen->y1 && box->y1 >= pen->y0;
}

static gboolean
feature_shows (const Pen *pen, const JolBasemapFeature *feature)
{
  return feature->min_zoom <= pen->zoom + ZOOM_AHEAD && box_shows (pen, &feature->box);
}

static inline void
go_to (const Pen *pen, double x, double y, gboolean is_first)
{
  /* Straight to cairo where there is one: a tile has some ten thousand points. */
  if (pen->cr)
    {
      if (is_first)
        cairo_move_to (pen->cr, x, y);
      else
        cairo_line_to (pen->cr, x, y);
    }
  else if (is_first)
    jol_canvas_move_to (pen->canvas, x, y);
  else
    jol_canvas_line_to (pen->canvas, x, y);
}

/*
 * As trace_points(), by a curve through every point: a Catmull–Rom spline, whose direction in a
 * point is that from the point before to the point after. Handles are no longer than a third of
 * their own stretch, so a long stretch beside a short one makes no loop. It depends on the points
 * beside a stretch alone, so what shares a boundary shares the curve, but at the ends of a line.
 */
static void
trace_curve (const Pen *pen,
             const float *points,
             guint n_points,
             guint from,
             guint to,
             gboolean is_first)
{
  const gboolean is_ring =
      points[0] == points[2 * (n_points - 1)] && points[1] == points[2 * (n_points - 1) + 1];
  const double size = pen->view->size_px;
  const double left = pen->view->left_px;
  const double top = pen->view->top_px;

  if (is_first)
    go_to (pen, points[2 * from] * size - left, points[2 * from + 1] * size - top, TRUE);

  for (guint i = from; i < to; i++)
    {
      const float *a = points + 2 * i, *b = a + 2;
      const float *before = i > 0 ? a - 2 : is_ring ? points + 2 * (n_points - 2) : a;
      const float *after = i + 2 < n_points ? b + 2 : is_ring ? points + 2 : b;
      const double stretch = hypot (b[0] - a[0], b[1] - a[1]);
      const double long_a = hypot (b[0] - before[0], b[1] - before[1]);
      const double long_b = hypot (after[0] - a[0], after[1] - a[1]);
      const double f_a = long_a > 0 ? stretch / 3 / long_a : 0;
      const double f_b = long_b > 0 ? stretch / 3 / long_b : 0;
      const double x1 = (a[0] + (b[0] - before[0]) * f_a) * size - left;
      const double y1 = (a[1] + (b[1] - before[1]) * f_a) * size - top;
      const double x2 = (b[0] - (after[0] - a[0]) * f_b) * size - left;
      const double y2 = (b[1] - (after[1] - a[1]) * f_b) * size - top;

      if (pen->cr)
        cairo_curve_to (pen->cr, x1, y1, x2, y2, b[0] * size - left, b[1] * size - top);
      else
        jol_canvas_curve_to (pen->canvas, x1, y1, x2, y2, b[0] * size - left, b[1] * size - top);
    }
}

/* The points @from to @to of a part, both of which are always drawn. */
static void
trace_points (const Pen *pen,
              const float *xy,
              guint n_points,
              guint from,
              guint to,
              gboolean is_first)
{
  const double size = pen->view->size_px;
  const double left = pen->view->left_px;
  const double top = pen->view->top_px;
  double last_x = xy[2 * from] * size - left;
  double last_y = xy[2 * from + 1] * size - top;

  if (pen->is_smooth)
    {
      trace_curve (pen, xy, n_points, from, to, is_first);
      return;
    }

  if (is_first)
    go_to (pen, last_x, last_y, TRUE);

  for (guint i = from + 1; i <= to; i++)
    {
      double x = xy[2 * i] * size - left;
      double y = xy[2 * i + 1] * size - top;

      if (i < to && fabs (x - last_x) + fabs (y - last_y) < pen->step_px)
        continue;
      go_to (pen, x, y, FALSE);
      last_x = x;
      last_y = y;
    }
}

static void
trace_ring (const Pen *pen, const JolBasemapLayer *layer, const JolBasemapPart *part)
{
  const float *xy = layer->xy + 2 * (gsize) part->first_point;
  const JolBasemapBox *block = &layer->blocks[part->first_block];

  for (guint from = 0; from + 1 < part->n_points; from += JOL_BASEMAP_BLOCK, block++)
    {
      guint to = MIN (from + JOL_BASEMAP_BLOCK, part->n_points - 1);

      if (box_shows (pen, block))
        {
          trace_points (pen, xy, part->n_points, from, to, from == 0);
        }
      else
        {
          if (from == 0)
            trace_points (pen, xy, part->n_points, from, from, TRUE);
          go_to (pen, xy[2 * to] * pen->view->size_px - pen->view->left_px,
                 xy[2 * to + 1] * pen->view->size_px - pen->view->top_px, FALSE);
        }
    }

  if (pen->cr)
    cairo_close_path (pen->cr);
  else
    jol_canvas_close_path (pen->canvas);
}

static void
trace_line (const Pen *pen,
            const JolBasemapLayer *layer,
            const JolBasemapPart *part,
            gboolean is_whole)
{
  const float *xy = layer->xy + 2 * (gsize) part->first_point;
  const JolBasemapBox *block = &layer->blocks[part->first_block];
  gboolean is_first = TRUE;

  for (guint from = 0; from + 1 < part->n_points; from += JOL_BASEMAP_BLOCK, block++)
    {
      guint to = MIN (from + JOL_BASEMAP_BLOCK, part->n_points - 1);

      if (is_whole || box_shows (pen, block))
        {
          trace_points (pen, xy, part->n_points, from, to, is_first);
          is_first = FALSE;
        }
      else
        {
          is_first = TRUE;
        }
    }
}

static void
trace_polygon (const Pen *pen, const JolBasemapLayer *layer, const JolBasemapFeature *feature)
{
  for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    trace_ring (pen, layer, &layer->parts[p]);
}

static void
trace_lines (const Pen *pen,
             const JolBasemapLayer *layer,
             const JolBasemapFeature *feature,
             gboolean is_whole)
{
  for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    trace_line (pen, layer, &layer->parts[p], is_whole);
}

static void
stroke (const Pen *pen, JolColorRole role, double width_px, const double *dash_px, guint n_dash)
{
  JolStroke line = { .color = jol_palette_get (pen->theme, role),
                     .width_px = width_px * jol_theme_get_line_weight (pen->theme),
                     .cap = dash_px ? JOL_CAP_BUTT : JOL_CAP_ROUND,
                     .dash_px = dash_px,
                     .n_dash = n_dash };

  jol_canvas_stroke (pen->canvas, &line);
}

/* From @low at zoom 3 to @high at zoom 8, and no further either way. */
static double
grow (const Pen *pen, double low, double high)
{
  return low + (high - low) * CLAMP ((pen->zoom - 3) / 5, 0, 1);
}

static void
fill_layer (const Pen *pen, const JolBasemapLevel *level, JolBasemapLayerId id, JolColorRole role)
{
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);
  JolColor color = jol_palette_get (pen->theme, role);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < layer->n_features; i++)
    {
      const JolBasemapFeature *feature = &layer->features[i];

      /* The Caspian is water already, and its islands are land: painting it again would only
       * darken its shore. */
      if (feature->is_land_hole || !feature_shows (pen, feature))
        continue;
      trace_polygon (pen, layer, feature);
      is_empty = FALSE;
    }

  if (!is_empty)
    jol_canvas_fill (pen->canvas, &color);
}

static void
stroke_layer (const Pen *pen,
              const JolBasemapLevel *level,
              JolBasemapLayerId id,
              JolColorRole role,
              double width_px)
{
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < layer->n_features; i++)
    if (!layer->features[i].is_land_hole && feature_shows (pen, &layer->features[i]))
      {
        trace_lines (pen, layer, &layer->features[i], FALSE);
        is_empty = FALSE;
      }

  if (!is_empty)
    stroke (pen, role, width_px, NULL, 0);
}

/* Rivers of one width are one stroke, so that nothing darkens where they meet. */
static void
paint_rivers (const Pen *pen, const JolBasemapLevel *level)
{
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, JOL_LAYER_RIVERS);
  static const double widths_px[] = { 0.5, 0.8, 1.1, 1.5 };

  for (guint w = 0; w < G_N_ELEMENTS (widths_px); w++)
    {
      gboolean is_empty = TRUE;

      for (guint i = 0; i < layer->n_features; i++)
        {
          const JolBasemapFeature *feature = &layer->features[i];
          /* A river is thin where it first shows, and a step wider each zoom. */
          int steps = (int) floor (pen->zoom + ZOOM_AHEAD - feature->min_zoom);

          if (CLAMP (steps, 0, (int) G_N_ELEMENTS (widths_px) - 1) != (int) w ||
              !feature_shows (pen, feature))
            continue;
          trace_lines (pen, layer, feature, FALSE);
          is_empty = FALSE;
        }
      if (!is_empty)
        stroke (pen, JOL_COLOR_RIVER, widths_px[w], NULL, 0);
    }
}

static gboolean
is_focus (const char *codes)
{
  static const char five[][3] = { "KZ", "UZ", "TM", "KG", "TJ" };

  for (guint i = 0; i < G_N_ELEMENTS (five); i++)
    for (guint at = 0; codes[0] && codes[at]; at += 2)
      if (strncmp (codes + at, five[i], 2) == 0)
        return TRUE;

  return FALSE;
}

static void
paint_admin (const Pen *pen, const JolBasemapLevel *level)
{
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, JOL_LAYER_ADMIN1);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < layer->n_features; i++)
    {
      const JolBasemapFeature *feature = &layer->features[i];

      if (pen->zoom < (is_focus (feature->a2) ? ADMIN_FROM_ZOOM : ADMIN_ABROAD_FROM_ZOOM) ||
          !feature_shows (pen, feature))
        continue;
      trace_lines (pen, layer, feature, FALSE);
      is_empty = FALSE;
    }

  if (!is_empty)
    stroke (pen, JOL_COLOR_ADMIN, grow (pen, 0.5, 0.9), NULL, 0);
}

/* Disputed areas. What the fill says of them is one view; the hatch says that there are others. */
static void
paint_areas (const Pen *pen, const JolBasemapLevel *level, double width_px, double height_px)
{
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, JOL_LAYER_AREAS);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < layer->n_features; i++)
    if (feature_shows (pen, &layer->features[i]))
      {
        jol_paint_hatch (pen->canvas, layer, &layer->features[i], pen->view, width_px, height_px,
                         HATCH_STEP_PX);
        is_empty = FALSE;
      }

  if (!is_empty)
    stroke (pen, JOL_COLOR_HATCH, 1.0, NULL, 0);
}

typedef enum
{
  LINE_NEIGHBOUR,
  LINE_FOCUS,
  LINE_DISPUTED, /* dashed */
  LINE_FAINT,    /* dotted: leases, breakaway lines, claims */
  N_LINE_STYLES,
} LineStyle;

static LineStyle
style_of (const JolBasemapFeature *feature)
{
  switch ((JolBorderStatus) feature->kind)
    {
    case JOL_BORDER_LEASE:
    case JOL_BORDER_CLAIM:
    case JOL_BORDER_BREAKAWAY:
    case JOL_BORDER_HISTORIC:
      return LINE_FAINT;
    case JOL_BORDER_INDEFINITE:
    case JOL_BORDER_CONTROL:
    case JOL_BORDER_DISPUTED:
      return LINE_DISPUTED;
    case JOL_BORDER_INTERNATIONAL:
    default:
      if (feature->is_disputed)
        return LINE_DISPUTED;
      return is_focus (feature->a2) ? LINE_FOCUS : LINE_NEIGHBOUR;
    }
}

static void
paint_borders (const Pen *pen, const JolBasemapLevel *level, JolBasemapLayerId id)
{
  /* Wider lines need wider gaps, or they close. */
  const double weight = jol_theme_get_line_weight (pen->theme);
  const double dash_px[] = { 4 * weight, 3 * weight };
  const double dot_px[] = { 1.5 * weight, 3 * weight };
  const struct
  {
    JolColorRole role;
    double width_px;
    const double *dash_px;
  } rows[N_LINE_STYLES] = {
    [LINE_NEIGHBOUR] = { JOL_COLOR_BORDER, grow (pen, 0.7, 1.4), NULL },
    [LINE_FOCUS] = { JOL_COLOR_BORDER_FOCUS, grow (pen, 0.9, 1.4), NULL },
    [LINE_DISPUTED] = { JOL_COLOR_DISPUTED, grow (pen, 0.6, 1.2), dash_px },
    [LINE_FAINT] = { JOL_COLOR_DISPUTED, grow (pen, 0.6, 0.9), dot_px },
  };
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);

  for (LineStyle style = 0; style < N_LINE_STYLES; style++)
    {
      gboolean is_empty = TRUE;

      /* The finest lines only where there is room for them. */
      if (style == LINE_FAINT && pen->zoom < ADMIN_FROM_ZOOM)
        continue;
      for (guint i = 0; i < layer->n_features; i++)
        {
          const JolBasemapFeature *feature = &layer->features[i];

          if (style_of (feature) != style || jol_date_is_set (&feature->until) ||
              !feature_shows (pen, feature))
            continue;
          trace_lines (pen, layer, feature, rows[style].dash_px != NULL);
          is_empty = FALSE;
        }
      if (!is_empty)
        stroke (pen, rows[style].role, rows[style].width_px, rows[style].dash_px,
                rows[style].dash_px ? 2 : 0);
    }
}

/* Whether it has a point in the picture, or, of an area, covers its middle. */
static gboolean
is_in_picture (const Pen *pen, const JolBasemapLayer *layer, const JolBasemapFeature *feature)
{
  for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    {
      const float *xy = layer->xy + 2 * (gsize) layer->parts[p].first_point;

      for (guint i = 0; i < layer->parts[p].n_points; i++, xy += 2)
        if (xy[0] >= pen->x0 && xy[0] <= pen->x1 && xy[1] >= pen->y0 && xy[1] <= pen->y1)
          return TRUE;
    }

  return jol_basemap_feature_contains (layer, feature, (pen->x0 + pen->x1) / 2.0,
                                       (pen->y0 + pen->y1) / 2.0);
}

gboolean
jol_paint_land_shows_disputed (const JolBasemapLevel *level,
                               const JolTransform *view,
                               double width_px,
                               double height_px)
{
  static const JolBasemapLayerId ids[] = { JOL_LAYER_AREAS, JOL_LAYER_BORDERS };
  const Pen pen = { .view = view,
                    .zoom = log2 (view->size_px / JOL_TILE_PX),
                    .x0 = view->left_px / view->size_px,
                    .y0 = view->top_px / view->size_px,
                    .x1 = (view->left_px + width_px) / view->size_px,
                    .y1 = (view->top_px + height_px) / view->size_px };

  for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
    {
      const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, ids[j]);

      for (guint i = 0; i < layer->n_features; i++)
        {
          const JolBasemapFeature *feature = &layer->features[i];

          if (feature_shows (&pen, feature) && !jol_date_is_set (&feature->until) &&
              (ids[j] == JOL_LAYER_AREAS || style_of (feature) == LINE_DISPUTED) &&
              is_in_picture (&pen, layer, feature))
            return TRUE;
        }
    }

  return FALSE;
}

void
jol_paint_land (JolCanvas *canvas,
                const JolBasemapLevel *level,
                const JolBasemapRelief *relief,
                JolTheme theme,
                const JolTransform *view,
                double width_px,
                double height_px,
                double scale)
{
  JolColor water = jol_palette_get (theme, JOL_COLOR_WATER);
  double left_px, top_px, right_px, bottom_px;
  Pen pen;

  g_return_if_fail (JOL_IS_CANVAS (canvas) && level && view);
  g_return_if_fail (view->size_px > 0 && scale > 0);

  jol_canvas_get_clip (canvas, &left_px, &top_px, &right_px, &bottom_px);
  left_px = MAX (left_px, 0.0);
  top_px = MAX (top_px, 0.0);
  right_px = MIN (right_px, width_px);
  bottom_px = MIN (bottom_px, height_px);
  pen = (Pen){ .canvas = canvas,
               .cr = jol_canvas_get_cairo (canvas),
               .view = view,
               .theme = theme,
               .zoom = log2 (view->size_px / JOL_TILE_PX),
               .step_px = STEP_PX / scale,
               .is_smooth = log2 (view->size_px / JOL_TILE_PX) >= SMOOTH_FROM_ZOOM,
               .x0 = (view->left_px + left_px - MARGIN_PX) / view->size_px,
               .y0 = (view->top_px + top_px - MARGIN_PX) / view->size_px,
               .x1 = (view->left_px + right_px + MARGIN_PX) / view->size_px,
               .y1 = (view->top_px + bottom_px + MARGIN_PX) / view->size_px };

  jol_canvas_rect (canvas, 0, 0, width_px, height_px, 0);
  jol_canvas_fill (canvas, &water);
  fill_layer (&pen, level, JOL_LAYER_LAND, JOL_COLOR_LAND);
  fill_layer (&pen, level, JOL_LAYER_REGION, JOL_COLOR_LAND_FOCUS);
  if (relief)
    jol_paint_relief (canvas, relief, theme, view, width_px, height_px, scale);
  paint_areas (&pen, level, width_px, height_px);
  paint_admin (&pen, level);
  /* Rivers run on through lakes in the data, so that there is no gap where a lake is too small to
   * be shown; those that are shown cover them. */
  paint_rivers (&pen, level);
  fill_layer (&pen, level, JOL_LAYER_LAKES, JOL_COLOR_WATER);
  stroke_layer (&pen, level, JOL_LAYER_LAKES, JOL_COLOR_COAST, grow (&pen, 0.4, 0.7));
  stroke_layer (&pen, level, JOL_LAYER_COAST, JOL_COLOR_COAST, grow (&pen, 0.6, 0.9));
  paint_borders (&pen, level, JOL_LAYER_BORDERS);
  paint_borders (&pen, level, JOL_LAYER_CLAIMS);
}
