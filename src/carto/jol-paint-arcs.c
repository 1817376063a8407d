/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-paint-private.h"

#define WIDTH_PX 1.1
#define GLOW_PX 1.4
#define START_PX 3.2

static void
trace_arc (const JolTransform *transform, JolCanvas *canvas, const JolWorldLine *line)
{
  for (guint i = 0; i < line->n_points; i++)
    {
      double x, y;

      jol_transform_apply (transform, &line->points[i], &x, &y);
      if (i == 0)
        jol_canvas_move_to (canvas, x, y);
      else
        jol_canvas_line_to (canvas, x, y);
    }
}

void
jol_paint_arcs (const JolScene *scene, JolCanvas *canvas)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  const JolTheme theme = jol_scene_get_theme (scene);
  const JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);
  const JolColor color = jol_palette_get (theme, JOL_COLOR_ARC);
  guint n_arcs;
  const JolSceneArc *arcs = jol_scene_get_arcs (scene, &n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    {
      trace_arc (transform, canvas, &arcs[i].line);
      jol_canvas_stroke (
          canvas,
          &(JolStroke){ .color = selection, .width_px = WIDTH_PX + GLOW_PX, .cap = JOL_CAP_ROUND });
    }
  for (guint i = 0; i < n_arcs; i++)
    {
      double x, y;

      trace_arc (transform, canvas, &arcs[i].line);
      jol_canvas_stroke (canvas, &(JolStroke){ .color = color, .width_px = WIDTH_PX });
      jol_transform_apply (transform, &arcs[i].line.points[0], &x, &y);
      jol_canvas_circle (canvas, x, y, START_PX);
      jol_canvas_fill_stroke (canvas, &selection, &(JolStroke){ .color = color, .width_px = 1.4 });
    }
}
