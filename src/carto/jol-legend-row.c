/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend-row.h"

#include <math.h>

#include "jol-basemap.h"
#include "jol-paint-land.h"
#include "jol-paint-private.h"
#include "jol-symbol.h"

/* From how unlike on two lines are seen to be unlike wide. */
#define UNLIKE 1.15
#define AREA_HALF_PX 9.0
#define AREA_HATCH_PX 4.5

/* What of a scene is in the picture. */
typedef struct
{
  guint kinds; /* of routes: bits by JolMapKind */
  gboolean has_widths;
} Seen;

static gboolean
is_inside (const JolScene *scene, double x, double y)
{
  return x >= 0.0 && y >= 0.0 && x <= jol_scene_get_width (scene) &&
         y <= jol_scene_get_height (scene);
}

/* Whether a stretch of a line comes into the picture: an end lies in it, or it passes between two
 * of the corners. */
static gboolean
enters (const JolScene *scene, double x0, double y0, double x1, double y1)
{
  const double width = jol_scene_get_width (scene);
  const double height = jol_scene_get_height (scene);
  const double corners[][2] = { { 0.0, 0.0 }, { width, 0.0 }, { 0.0, height }, { width, height } };
  guint n_left = 0;

  if (is_inside (scene, x0, y0) || is_inside (scene, x1, y1))
    return TRUE;
  if (MAX (x0, x1) < 0.0 || MIN (x0, x1) > width || MAX (y0, y1) < 0.0 || MIN (y0, y1) > height)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    n_left += (x1 - x0) * (corners[i][1] - y0) - (y1 - y0) * (corners[i][0] - x0) > 0.0 ? 1 : 0;
  return n_left > 0 && n_left < G_N_ELEMENTS (corners);
}

static gboolean
is_line_in_view (const JolScene *scene, const JolWorldLine *line)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  double x0 = 0.0, y0 = 0.0;

  for (guint i = 0; i < line->n_points; i++)
    {
      double x, y;

      jol_transform_apply (transform, &line->points[i], &x, &y);
      if (i > 0 && enters (scene, x0, y0, x, y))
        return TRUE;
      x0 = x;
      y0 = y;
    }

  return FALSE;
}

static gboolean
is_route_in_view (const JolScene *scene, const JolSceneRoute *route)
{
  for (guint i = 0; i < route->n_lines; i++)
    if (is_line_in_view (scene, &route->lines[i]))
      return TRUE;

  return FALSE;
}

/* Only what may still tell something new is looked at. */
static Seen
look_at_routes (const JolScene *scene)
{
  guint n_routes;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);
  double thinnest = G_MAXDOUBLE, widest = 0.0;
  Seen seen = { 0 };

  for (guint i = 0; i < n_routes; i++)
    {
      const JolSceneRoute *route = &routes[i];
      const gboolean is_pipe =
          route->mode == JOL_MODE_PIPELINE && route->status == JOL_STATUS_OPERATING;
      const gboolean tells_width =
          is_pipe && !seen.has_widths && (route->width_px < thinnest || route->width_px > widest);

      if (((route->kinds & ~seen.kinds) == 0 && !tells_width) || !is_route_in_view (scene, route))
        continue;
      seen.kinds |= route->kinds;
      if (is_pipe)
        {
          thinnest = MIN (thinnest, route->width_px);
          widest = MAX (widest, route->width_px);
          seen.has_widths = widest > thinnest * UNLIKE;
        }
    }

  return seen;
}

/* Whether a mark that the row explains is in the picture. */
static gboolean
is_mark_in_view (const JolScene *scene, const JolLegendRow *row)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const JolScenePlaceMark *place = &places[i];
      const gboolean is_of_row = row->kind == JOL_LEGEND_CLUSTER ? place->n_members > 0
                                 : row->kind == JOL_LEGEND_CIRCLE
                                     ? place->n_summits > 0
                                     : place->n_summits == 0 && place->kind == row->symbol;
      double x, y;

      if (!is_of_row)
        continue;
      jol_transform_apply (jol_scene_get_transform (scene), &place->at, &x, &y);
      if (is_inside (scene, x, y))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_arc_in_view (const JolScene *scene)
{
  guint n_arcs;
  const JolSceneArc *arcs = jol_scene_get_arcs (scene, &n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    if (is_line_in_view (scene, &arcs[i].line))
      return TRUE;

  return FALSE;
}

/* Its level is there: the names along its lines are of it too. */
static gboolean
is_disputed_in_view (const JolScene *scene)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  const double zoom = log2 (transform->size_px / JOL_TILE_PX);
  g_autoptr (JolBasemapLevel) level =
      jol_basemap_load_level (jol_basemap_get_default (), jol_basemap_level_for_zoom (zoom), NULL);

  return level && jol_paint_land_shows_disputed (level, transform, jol_scene_get_width (scene),
                                                 jol_scene_get_height (scene));
}

guint
jol_legend_list_rows (const JolScene *scene,
                      JolPaintPasses passes,
                      const JolLegendRow *rows_out[JOL_MAX_LEGEND_ROWS])
{
  const Seen seen = look_at_routes (scene);
  const gboolean is_steady = (passes & JOL_PASS_BIG_DATE) != 0;
  guint n_rows, n_shown = 0;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const JolLegendRow *row = &rows[i];
      gboolean is_shown = FALSE;

      switch ((JolLegendKind) row->kind)
        {
        case JOL_LEGEND_LINE:
        case JOL_LEGEND_RAIL:
        case JOL_LEGEND_CHANGE:
          is_shown = is_steady || (row->map_kind >= 0 && (seen.kinds & 1u << row->map_kind));
          break;
        case JOL_LEGEND_WIDTH:
          is_shown = is_steady || seen.has_widths;
          break;
        case JOL_LEGEND_ARC:
          is_shown = is_arc_in_view (scene);
          break;
        case JOL_LEGEND_DISPUTED:
          is_shown = (passes & (JOL_PASS_BASE | JOL_PASS_OVER_BASE)) && is_disputed_in_view (scene);
          break;
        case JOL_LEGEND_CIRCLE:
        case JOL_LEGEND_CLUSTER:
          is_shown = is_steady || is_mark_in_view (scene, row);
          break;
        case JOL_LEGEND_NOTE:
          is_shown = TRUE;
          break;
        case JOL_LEGEND_SYMBOL:
        default:
          is_shown = is_mark_in_view (scene, row);
          break;
        }
      if (is_shown && !row->is_hidden)
        rows_out[n_shown++] = row;
    }

  return n_shown;
}

/* From the thinnest to the widest. */
static void
paint_widths (const JolLegendRow *row,
              double x,
              double y,
              double width,
              double map_unit,
              JolCanvas *canvas)
{
  const double thin = row->widths_px[0] * map_unit / 2.0, wide = row->widths_px[1] * map_unit / 2.0;

  jol_canvas_move_to (canvas, x, y - thin);
  jol_canvas_line_to (canvas, x + width, y - wide);
  jol_canvas_line_to (canvas, x + width, y + wide);
  jol_canvas_line_to (canvas, x, y + thin);
  jol_canvas_close_path (canvas);
  jol_canvas_fill (canvas, &row->color);
}

/* Hatched as on the map, with a dashed edge. */
static void
paint_disputed (const JolLegendRow *row, double x, double y, double unit, JolCanvas *canvas)
{
  const double half_width = AREA_HALF_PX * unit, half_height = AREA_HALF_PX * 0.62 * unit;
  const double dash[] = { 4.0 * unit, 3.0 * unit };

  /* Where y - x is the same, as on the map. */
  for (double down = -half_width; down <= half_width; down += AREA_HATCH_PX * unit)
    {
      const double from = MAX (-half_width, -half_height - down);
      const double to = MIN (half_width, half_height - down);

      if (from >= to)
        continue;
      jol_canvas_move_to (canvas, x + from, y + from + down);
      jol_canvas_line_to (canvas, x + to, y + to + down);
    }
  jol_canvas_stroke (canvas, &(JolStroke){ .color = row->color, .width_px = unit });
  jol_canvas_rect (canvas, x - half_width, y - half_height, 2.0 * half_width, 2.0 * half_height,
                   0.0);
  jol_canvas_stroke (canvas, &(JolStroke){ .color = row->rim,
                                           .width_px = unit,
                                           .dash_px = dash,
                                           .n_dash = G_N_ELEMENTS (dash) });
}

static void
paint_line (const JolLegendRow *row,
            double x,
            double y,
            double width,
            double unit,
            JolCanvas *canvas)
{
  double dash[G_N_ELEMENTS (row->dash_px)];

  for (guint i = 0; i < row->n_dash; i++)
    dash[i] = row->dash_px[i] * unit;
  jol_canvas_move_to (canvas, x, y);
  jol_canvas_line_to (canvas, x + width, y);
  jol_canvas_stroke (canvas,
                     &(JolStroke){ .color = row->color,
                                   .width_px = row->width_px * unit,
                                   .cap = row->n_dash > 0 ? (JolCap) row->cap : JOL_CAP_BUTT,
                                   .dash_px = row->n_dash > 0 ? dash : NULL,
                                   .n_dash = row->n_dash });
}

void
jol_legend_row_paint (const JolScene *scene,
                      const JolLegendRow *row,
                      double x,
                      double y,
                      double width,
                      double unit,
                      double map_unit,
                      JolCanvas *canvas)
{
  const JolTheme theme = jol_scene_get_theme (scene);
  const JolColor paper = jol_palette_get (theme, JOL_COLOR_SYMBOL_FILL);

  switch ((JolLegendKind) row->kind)
    {
    case JOL_LEGEND_LINE:
      paint_line (row, x, y, width, unit, canvas);
      break;
    case JOL_LEGEND_WIDTH:
      paint_widths (row, x, y, width, map_unit, canvas);
      break;
    case JOL_LEGEND_ARC:
      jol_paint_arc_key (theme, x, y, width, unit, canvas);
      break;
    case JOL_LEGEND_DISPUTED:
      paint_disputed (row, x + width / 2.0, y, unit, canvas);
      break;
    case JOL_LEGEND_NOTE:
      break;
    case JOL_LEGEND_RAIL:
    case JOL_LEGEND_CHANGE:
    case JOL_LEGEND_CIRCLE:
    case JOL_LEGEND_SYMBOL:
    case JOL_LEGEND_CLUSTER:
    default:
      jol_symbol_paint_key (canvas, row, x + width / 2.0, y, unit, &paper);
      break;
    }
}
