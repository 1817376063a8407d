/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The symbols of places, as an atlas has them. They differ by shape and by what of them is solid,
 * so they are told apart in grey and at 8 px: a ring for a town, a star for a capital, a derrick
 * for a field, a boat for a port, a factory for a refinery, the customs sign for a border crossing,
 * the pump in its house for a station, a diamond for a site.
 */
#include "config.h"
#include "jol-symbol.h"

#include <math.h>

#include "jol-style.h"

/* Of a railway in a legend. */
#define RAIL_HALF_PX 14.0

#define LINE_PX 1.3
#define CASING_PX 1.2
/* The end of a quarter's control arms, for a circle made of curves. */
#define QUARTER 0.5523

/* Corners in radii, y down. */
static const double star[] = { 0.0, -1.15, 0.29,  -0.34, 1.15,  -0.31, 0.47,  0.22,  0.72,  1.04,
                               0.0, 0.56,  -0.72, 1.04,  -0.47, 0.22,  -1.15, -0.31, -0.29, -0.34 };
static const double derrick[] = { 0.0, -1.1, 1.05, 0.85, -1.05, 0.85 };
static const double sail[] = { -0.1, -1.15, 0.75, 0.0, -0.1, 0.0 };
static const double factory[] = { -1.05, 0.9,  -1.05, -1.1, -0.45, -1.1, -0.45, -0.1,
                                  0.2,   -0.6, 0.2,   -0.1, 1.05,  -0.6, 1.05,  0.9 };
static const double impeller[] = { -0.42, -0.62, 0.7, 0.0, -0.42, 0.62 };
static const double square[] = { -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9 };
static const double diamond[] = { 0.0, -1.15, 1.15, 0.0, 0.0, 1.15, -1.15, 0.0 };

typedef struct
{
  JolCanvas *canvas;
  double x, y, radius;
} Symbol;

static void
trace_corners (const Symbol *symbol, const double *xy, guint n_values)
{
  for (guint i = 0; i < n_values; i += 2)
    {
      const double x = symbol->x + xy[i] * symbol->radius;
      const double y = symbol->y + xy[i + 1] * symbol->radius;

      if (i == 0)
        jol_canvas_move_to (symbol->canvas, x, y);
      else
        jol_canvas_line_to (symbol->canvas, x, y);
    }
  jol_canvas_close_path (symbol->canvas);
}

/* The lower half of a circle. */
static void
trace_hull (const Symbol *symbol)
{
  const double x = symbol->x;
  const double y = symbol->y + 0.2 * symbol->radius;
  const double wide = 1.1 * symbol->radius;
  const double deep = 0.85 * symbol->radius;

  jol_canvas_move_to (symbol->canvas, x + wide, y);
  jol_canvas_curve_to (symbol->canvas, x + wide, y + deep * QUARTER, x + wide * QUARTER, y + deep,
                       x, y + deep);
  jol_canvas_curve_to (symbol->canvas, x - wide * QUARTER, y + deep, x - wide, y + deep * QUARTER,
                       x - wide, y);
  jol_canvas_close_path (symbol->canvas);
}

static void
trace_circle (const Symbol *symbol, double radii)
{
  jol_canvas_circle (symbol->canvas, symbol->x, symbol->y, radii * symbol->radius);
}

#define trace(symbol, shape) trace_corners (symbol, shape, G_N_ELEMENTS (shape))

/* All that is not a hole in the symbol. */
static void
trace_outline (const Symbol *symbol, JolPlaceKind kind)
{
  switch (kind)
    {
    case JOL_PLACE_CAPITAL:
      trace (symbol, star);
      break;
    case JOL_PLACE_PORT:
      trace (symbol, sail);
      trace_hull (symbol);
      break;
    case JOL_PLACE_FIELD:
      trace (symbol, derrick);
      break;
    case JOL_PLACE_REFINERY:
      trace (symbol, factory);
      break;
    case JOL_PLACE_STATION:
      trace (symbol, square);
      break;
    case JOL_PLACE_SITE:
      trace (symbol, diamond);
      break;
    case JOL_PLACE_CITY:
    case JOL_PLACE_SUMMIT_CITY:
    case JOL_PLACE_BORDER:
    default:
      trace_circle (symbol, 1.0);
    }
}

static gboolean
is_solid (JolPlaceKind kind)
{
  return kind == JOL_PLACE_CAPITAL || kind == JOL_PLACE_PORT || kind == JOL_PLACE_FIELD ||
         kind == JOL_PLACE_REFINERY || kind == JOL_PLACE_BORDER;
}

/**
 * jol_symbol_paint:
 *
 * The symbol of a kind of place, with a casing of the paper's colour so that it stands off lines
 * under it. @radius_px is about how far it reaches from its middle, to the line's middle.
 */
void
jol_symbol_paint (JolCanvas *canvas,
                  JolPlaceKind kind,
                  double x,
                  double y,
                  double radius_px,
                  const JolColor *ink,
                  const JolColor *paper)
{
  const Symbol symbol = { canvas, x, y, radius_px };
  const double line_px = MAX (LINE_PX, 0.24 * radius_px);
  const double casing_px = MAX (CASING_PX, 0.2 * radius_px);
  const JolStroke line = { .color = *ink, .width_px = line_px };
  const JolStroke casing = { .color = *paper,
                             .width_px = 2.0 * casing_px + (is_solid (kind) ? 0.0 : line_px) };

  trace_outline (&symbol, kind);
  jol_canvas_stroke (canvas, &casing);
  trace_outline (&symbol, kind);
  if (is_solid (kind))
    jol_canvas_fill (canvas, ink);
  else
    jol_canvas_fill_stroke (canvas, paper, &line);

  switch (kind)
    {
    case JOL_PLACE_BORDER:
      jol_canvas_rect (canvas, x - 0.62 * radius_px, y - 0.2 * radius_px, 1.24 * radius_px,
                       0.4 * radius_px, 0.0);
      jol_canvas_fill (canvas, paper);
      break;
    case JOL_PLACE_STATION:
      trace (&symbol, impeller);
      jol_canvas_fill (canvas, ink);
      break;
    case JOL_PLACE_SUMMIT_CITY:
      trace_circle (&symbol, 0.45);
      jol_canvas_fill (canvas, ink);
      break;
    case JOL_PLACE_CITY:
    case JOL_PLACE_CAPITAL:
    case JOL_PLACE_PORT:
    case JOL_PLACE_FIELD:
    case JOL_PLACE_REFINERY:
    case JOL_PLACE_SITE:
    default:
      break;
    }
}

void
jol_symbol_paint_ring (JolCanvas *canvas,
                       double x,
                       double y,
                       double radius_px,
                       const JolColor *ink,
                       const JolColor *paper)
{
  jol_canvas_circle (canvas, x, y, radius_px);
  jol_canvas_fill_stroke (canvas, paper,
                          &(JolStroke){ .color = *ink, .width_px = MAX (1.6, 0.2 * radius_px) });
}

void
jol_symbol_paint_cluster (JolCanvas *canvas,
                          double x,
                          double y,
                          double radius_px,
                          const JolColor *ink,
                          const JolColor *paper)
{
  jol_canvas_circle (canvas, x, y, radius_px);
  jol_canvas_fill_stroke (canvas, paper,
                          &(JolStroke){ .color = *ink, .width_px = MAX (1.1, 0.12 * radius_px) });
}

static void
paint_rail (JolCanvas *canvas,
            const JolLegendRow *row,
            double x,
            double y,
            double unit,
            const JolColor *paper)
{
  const double width_px = row->width_px * unit;
  double dash_px[2];
  const double bar_px = jol_style_get_rail_bars (width_px, dash_px);

  for (guint i = 0; i < 2; i++)
    {
      jol_canvas_move_to (canvas, x - RAIL_HALF_PX * unit, y);
      jol_canvas_line_to (canvas, x + RAIL_HALF_PX * unit, y);
      if (i == 0)
        jol_canvas_stroke (canvas, &(JolStroke){ .color = row->color, .width_px = width_px });
      else
        jol_canvas_stroke (canvas, &(JolStroke){ .color = *paper,
                                                 .width_px = bar_px,
                                                 .dash_px = dash_px,
                                                 .n_dash = G_N_ELEMENTS (dash_px) });
    }
}

/* A line that two dates are compared by. */
static void
paint_change (JolCanvas *canvas,
              const JolLegendRow *row,
              double x,
              double y,
              double unit,
              const JolColor *paper)
{
  const double half_px = RAIL_HALF_PX * unit;
  const double width_px = row->width_px * unit;
  const double casing_px = CASING_PX * unit;
  const double dash_px[] = { row->dash_px[0] * unit, row->dash_px[1] * unit };
  const JolStroke strokes[] = {
    { .color = row->rim, .width_px = width_px + 2.0 * (casing_px + row->rim_px * unit) },
    { .color = *paper, .width_px = width_px + 2.0 * casing_px },
    { .color = row->color,
      .width_px = width_px,
      .dash_px = row->n_dash > 0 ? dash_px : NULL,
      .n_dash = row->n_dash > 0 ? G_N_ELEMENTS (dash_px) : 0 },
  };
  JolStroke cross = { .color = row->color, .width_px = 1.6 * unit, .cap = JOL_CAP_ROUND };

  for (guint i = row->rim_px > 0.0 ? 0 : 2; i < G_N_ELEMENTS (strokes); i++)
    {
      jol_canvas_move_to (canvas, x - half_px, y);
      jol_canvas_line_to (canvas, x + half_px, y);
      jol_canvas_stroke (canvas, &strokes[i]);
    }
  cross.color.alpha = 1.0;
  for (int i = -1; row->is_crossed && i <= 1; i += 2)
    {
      jol_symbol_trace_cross (canvas, x + i * 0.5 * half_px, y, JOL_CROSS_PX * unit);
      jol_canvas_stroke (canvas, &cross);
    }
}

void
jol_symbol_paint_key (JolCanvas *canvas,
                      const JolLegendRow *row,
                      double x,
                      double y,
                      double unit,
                      const JolColor *paper)
{
  switch ((JolLegendKind) row->kind)
    {
    case JOL_LEGEND_CIRCLE:
      jol_symbol_paint_ring (canvas, x, y, 5.5 * unit, &row->color, paper);
      break;
    case JOL_LEGEND_SYMBOL:
      jol_symbol_paint (canvas, (JolPlaceKind) row->symbol, x, y,
                        (row->symbol == JOL_PLACE_CITY ? 3.6 : 5.0) * unit, &row->color, paper);
      break;
    case JOL_LEGEND_CLUSTER:
      jol_symbol_paint_cluster (canvas, x, y, 6.5 * unit, &row->color, paper);
      jol_symbol_paint_ring (canvas, x, y, 3.7 * unit, &row->color, paper);
      break;
    case JOL_LEGEND_RAIL:
      paint_rail (canvas, row, x, y, unit, paper);
      break;
    case JOL_LEGEND_CHANGE:
      paint_change (canvas, row, x, y, unit, paper);
      break;
    case JOL_LEGEND_LINE:
    default:
      break;
    }
}

void
jol_symbol_trace_cross (JolCanvas *canvas, double x, double y, double arm_px)
{
  const double d = arm_px * G_SQRT2 / 2.0;

  jol_canvas_move_to (canvas, x - d, y - d);
  jol_canvas_line_to (canvas, x + d, y + d);
  jol_canvas_move_to (canvas, x - d, y + d);
  jol_canvas_line_to (canvas, x + d, y - d);
}

void
jol_symbol_trace_arrow (JolCanvas *canvas, double x, double y, double angle, double half_width_px)
{
  static const double xy[] = { 1.25, 0.0, -0.75, -1.0, -0.75, 1.0 };
  const double c = cos (angle) * half_width_px;
  const double s = sin (angle) * half_width_px;

  for (guint i = 0; i < G_N_ELEMENTS (xy) / 2; i++)
    {
      const double px = x + xy[2 * i] * c - xy[2 * i + 1] * s;
      const double py = y + xy[2 * i] * s + xy[2 * i + 1] * c;

      if (i == 0)
        jol_canvas_move_to (canvas, px, py);
      else
        jol_canvas_line_to (canvas, px, py);
    }
  jol_canvas_close_path (canvas);
}
