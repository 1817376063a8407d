/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-symbol.h"

#include <math.h>

/* Corners of each shape in radii, y down; circles have none. */
typedef struct
{
  guint n_points;
  double xy[16];
} Shape;

static const Shape shapes[] = {
  [JOL_PLACE_CITY] = { 0 },
  /* A square with its corners cut: the seat of a state. */
  [JOL_PLACE_CAPITAL] = { 8,
                          { -0.45, -1.0, 0.45, -1.0, 1.0, -0.45, 1.0, 0.45, 0.45, 1.0, -0.45, 1.0,
                            -1.0, 0.45, -1.0, -0.45 } },
  [JOL_PLACE_SUMMIT_CITY] = { 0 },
  /* A hull. */
  [JOL_PLACE_PORT] = { 4, { -1.15, -0.6, 1.15, -0.6, 0.6, 0.8, -0.6, 0.8 } },
  /* A derrick. */
  [JOL_PLACE_FIELD] = { 3, { 0.0, -1.15, 1.1, 0.85, -1.1, 0.85 } },
  /* A house with a chimney. */
  [JOL_PLACE_REFINERY] = { 6,
                           { -1.0, 0.9, -1.0, -1.1, -0.3, -1.1, -0.3, -0.2, 1.0, -0.2, 1.0, 0.9 } },
  [JOL_PLACE_BORDER] = { 4, { 0.0, -1.2, 1.2, 0.0, 0.0, 1.2, -1.2, 0.0 } },
  [JOL_PLACE_STATION] = { 4, { -0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9 } },
  /* A drop of a pin: a point on the ground. */
  [JOL_PLACE_SITE] = { 3, { -1.1, -0.85, 1.1, -0.85, 0.0, 1.15 } },
};

void
jol_symbol_trace (JolCanvas *canvas, JolPlaceKind kind, double x, double y, double radius_px)
{
  const Shape *shape;

  g_return_if_fail (kind < G_N_ELEMENTS (shapes));

  shape = &shapes[kind];
  if (shape->n_points == 0)
    {
      jol_canvas_circle (canvas, x, y, radius_px);
      return;
    }
  for (guint i = 0; i < shape->n_points; i++)
    {
      const double px = x + shape->xy[2 * i] * radius_px;
      const double py = y + shape->xy[2 * i + 1] * radius_px;

      if (i == 0)
        jol_canvas_move_to (canvas, px, py);
      else
        jol_canvas_line_to (canvas, px, py);
    }
  jol_canvas_close_path (canvas);
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
