/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arcs are lit like what is selected, with a dark line in the light, so that they are no routes.
 * Each begins with a dot at its capital and has an arrowhead in the middle of what is seen of it.
 */
#include "config.h"
#include "jol-paint-private.h"

#include <math.h>

#include "jol-symbol.h"

#define WIDTH_PX 1.5
#define LIGHT_PX 4.6
#define START_PX 3.4
#define HEAD_PX 3.6

typedef struct
{
  const JolScene *scene;
  JolCanvas *canvas;
  JolColor ink;
  JolColor light;
} Work;

/* @t: of the way along the arc, 0–1. */
static void
get_point (const Work *work, const JolWorldLine *line, double t, double *x, double *y)
{
  const double at = CLAMP (t, 0.0, 1.0) * (line->n_points - 1);
  const guint i = MIN ((guint) at, line->n_points - 2);
  const double part = at - i;
  const JolWorldPoint *a = &line->points[i];
  const JolWorldPoint point = { a[0].x + part * (a[1].x - a[0].x),
                                a[0].y + part * (a[1].y - a[0].y) };

  jol_transform_apply (jol_scene_get_transform (work->scene), &point, x, y);
}

static void
trace_arc (const Work *work, const JolWorldLine *line, double share)
{
  const guint n = (guint) (share * (line->n_points - 1));
  double x, y;

  for (guint i = 0; i <= n; i++)
    {
      jol_transform_apply (jol_scene_get_transform (work->scene), &line->points[i], &x, &y);
      if (i == 0)
        jol_canvas_move_to (work->canvas, x, y);
      else
        jol_canvas_line_to (work->canvas, x, y);
    }
  get_point (work, line, share, &x, &y);
  jol_canvas_line_to (work->canvas, x, y);
}

/* The middle of the longest part of an arc that is in the picture; FALSE when none is. */
static gboolean
find_middle (const Work *work, const JolWorldLine *line, double *t_out)
{
  const double width = jol_scene_get_width (work->scene);
  const double height = jol_scene_get_height (work->scene);
  guint first = 0, longest = 0;

  for (guint i = 0; i <= line->n_points; i++)
    {
      double x = -1.0, y = -1.0;

      if (i < line->n_points)
        jol_transform_apply (jol_scene_get_transform (work->scene), &line->points[i], &x, &y);
      if (x >= 0.0 && y >= 0.0 && x <= width && y <= height)
        continue;
      if (i - first > longest)
        {
          longest = i - first;
          *t_out = (first + i - 1) / 2.0 / (line->n_points - 1);
        }
      first = i + 1;
    }

  return longest > 0;
}

static void
paint_head (const Work *work, const JolWorldLine *line, double t)
{
  const double step = 0.5 / (line->n_points - 1);
  double x, y, x0, y0, x1, y1, angle;

  get_point (work, line, t, &x, &y);
  get_point (work, line, t - step, &x0, &y0);
  get_point (work, line, t + step, &x1, &y1);
  angle = atan2 (y1 - y0, x1 - x0);
  jol_symbol_trace_arrow (work->canvas, x, y, angle, HEAD_PX);
  jol_canvas_stroke (work->canvas,
                     &(JolStroke){ .color = work->light, .width_px = LIGHT_PX - WIDTH_PX });
  jol_symbol_trace_arrow (work->canvas, x, y, angle, HEAD_PX);
  jol_canvas_fill (work->canvas, &work->ink);
}

static void
paint_start (const Work *work, const JolWorldLine *line)
{
  double x, y;

  get_point (work, line, 0.0, &x, &y);
  jol_canvas_circle (work->canvas, x, y, START_PX);
  jol_canvas_fill_stroke (work->canvas, &work->light,
                          &(JolStroke){ .color = work->ink, .width_px = WIDTH_PX });
}

/* On a dark map what lies in the light must be darker than the map's own lines are. */
static JolColor
get_ink (JolTheme theme, const JolColor *light)
{
  const JolColor arc = jol_palette_get (theme, JOL_COLOR_ARC);
  const JolColor land = jol_palette_get (theme, JOL_COLOR_LAND);

  return jol_color_contrast (&arc, light) > jol_color_contrast (&land, light) ? arc : land;
}

void
jol_paint_arc_key (JolTheme theme, double x, double y, double width, double unit, JolCanvas *canvas)
{
  const JolColor light = jol_palette_get (theme, JOL_COLOR_SELECTION);
  const JolColor ink = get_ink (theme, &light);
  const JolStroke strokes[] = {
    { .color = light, .width_px = LIGHT_PX * unit, .cap = JOL_CAP_ROUND },
    { .color = ink, .width_px = WIDTH_PX * unit },
  };
  const double start = x + START_PX * unit;

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      jol_canvas_move_to (canvas, start, y);
      jol_canvas_line_to (canvas, x + width, y);
      jol_canvas_stroke (canvas, &strokes[i]);
    }
  jol_symbol_trace_arrow (canvas, x + width * 0.6, y, 0.0, HEAD_PX * unit);
  jol_canvas_fill (canvas, &ink);
  jol_canvas_circle (canvas, start, y, START_PX * unit);
  jol_canvas_fill_stroke (canvas, &light,
                          &(JolStroke){ .color = ink, .width_px = WIDTH_PX * unit });
}

void
jol_paint_arcs (const JolScene *scene, JolCanvas *canvas)
{
  const JolTheme theme = jol_scene_get_theme (scene);
  const JolColor light = jol_palette_get (theme, JOL_COLOR_SELECTION);
  const Work work = {
    .scene = scene, .canvas = canvas, .ink = get_ink (theme, &light), .light = light
  };
  guint n_arcs;
  const JolSceneArc *arcs = jol_scene_get_arcs (scene, &n_arcs);
  const double n_drawn = jol_scene_get_arc_share (scene) * n_arcs;

  for (guint i = 0; i < n_arcs && i < n_drawn; i++)
    {
      trace_arc (&work, &arcs[i].line, MIN (n_drawn - i, 1.0));
      jol_canvas_stroke (
          canvas, &(JolStroke){ .color = work.light, .width_px = LIGHT_PX, .cap = JOL_CAP_ROUND });
    }
  for (guint i = 0; i < n_arcs && i < n_drawn; i++)
    {
      trace_arc (&work, &arcs[i].line, MIN (n_drawn - i, 1.0));
      jol_canvas_stroke (canvas, &(JolStroke){ .color = work.ink, .width_px = WIDTH_PX });
    }
  for (guint i = 0; i < n_arcs && i < n_drawn; i++)
    {
      const double share = MIN (n_drawn - i, 1.0);
      double t = share;

      if (share < 1.0 || find_middle (&work, &arcs[i].line, &t))
        paint_head (&work, &arcs[i].line, t);
      paint_start (&work, &arcs[i].line);
    }
}
