/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-painter.h"

#include <math.h>

#include "jol-basemap.h"
#include "jol-paint-land.h"
#include "jol-paint-private.h"

/* How far into the map its edge fades, in worlds: about six degrees of longitude. */
#define FADE_WORLD 0.017
#define FADE_STEPS 16

/* Beyond what the base map covers there is paper, not sea; the map fades into it. */
static void
paint_edge (JolCanvas *canvas,
            JolTheme theme,
            const JolTransform *view,
            double width,
            double height)
{
  JolColor paper = jol_palette_get (theme, JOL_COLOR_LAND);
  const double step = FADE_WORLD / FADE_STEPS * view->size_px;
  double x0, y0, x1, y1;

  jol_basemap_relief_get_box (&x0, &y0, &x1, &y1);
  x0 = x0 * view->size_px - view->left_px;
  y0 = y0 * view->size_px - view->top_px;
  x1 = x1 * view->size_px - view->left_px;
  y1 = y1 * view->size_px - view->top_px;

  /* The first frame is solid; each further one reaches a step farther in and adds less. */
  for (guint i = 0; i <= FADE_STEPS; i++)
    {
      const double in = step * i;

      if (x0 + in <= 0.0 && y0 + in <= 0.0 && x1 - in >= width && y1 - in >= height)
        continue;
      paper.alpha = i == 0 ? 1.0 : 1.0 / (FADE_STEPS - i + 2.0);
      jol_canvas_rect (canvas, 0.0, 0.0, width, height, 0.0);
      jol_canvas_rect (canvas, x0 + in, y0 + in, x1 - x0 - 2.0 * in, y1 - y0 - 2.0 * in, 0.0);
      jol_canvas_fill (canvas, &paper);
    }
}

static void
paint_base (JolCanvas *canvas,
            JolTheme theme,
            const JolTransform *view,
            double width,
            double height,
            double scale)
{
  JolBasemap *basemap = jol_basemap_get_default ();
  const double zoom = log2 (view->size_px / JOL_TILE_PX * scale);
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLevel) level =
      jol_basemap_load_level (basemap, jol_basemap_level_for_zoom (zoom), &error);
  g_autoptr (JolBasemapRelief) relief = NULL;

  if (!level)
    {
      const JolColor water = jol_palette_get (theme, JOL_COLOR_WATER);

      g_warning ("base map: %s", error->message);
      jol_canvas_rect (canvas, 0.0, 0.0, width, height, 0.0);
      jol_canvas_fill (canvas, &water);
      return;
    }

  relief = jol_basemap_load_relief (basemap, jol_basemap_level_for_zoom (zoom), NULL);
  jol_paint_land (canvas, level, relief, theme, view, width, height, scale);
  paint_edge (canvas, theme, view, width, height);
}

void
jol_painter_paint_land (JolTheme theme,
                        const JolTransform *view,
                        double width_px,
                        double height_px,
                        JolCanvas *canvas)
{
  jol_canvas_begin_group (canvas, NULL, NULL, NULL);
  jol_canvas_clip_rect (canvas, 0.0, 0.0, width_px, height_px);
  paint_base (canvas, theme, view, width_px, height_px, jol_canvas_get_scale (canvas));
  jol_canvas_end_group (canvas);
}

/**
 * jol_painter_paint:
 *
 * Paints the passes in their order from the ground up. Nothing is painted outside the scene's width
 * and height.
 */
void
jol_painter_paint (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes)
{
  const double width = jol_scene_get_width (scene);
  const double height = jol_scene_get_height (scene);

  if (passes & JOL_PASS_BASE)
    jol_painter_paint_land (jol_scene_get_theme (scene), jol_scene_get_transform (scene), width,
                            height, canvas);
  jol_canvas_begin_group (canvas, NULL, NULL, NULL);
  jol_canvas_clip_rect (canvas, 0.0, 0.0, width, height);
  if (passes & JOL_PASS_LINES)
    {
      jol_paint_routes (scene, canvas);
      jol_paint_arcs (scene, canvas);
    }
  if (passes & JOL_PASS_PLACES)
    jol_paint_places (scene, canvas);
  if (passes & JOL_PASS_LABELS)
    jol_paint_labels (scene, canvas, passes);
  jol_paint_frame (scene, canvas, passes);
  jol_canvas_end_group (canvas);
}

void
jol_painter_paint_tile (JolTheme theme, int x, int y, int zoom, int size_px, cairo_t *cr)
{
  const double scale = size_px / JOL_TILE_PX;
  const JolTransform view = { .size_px = JOL_TILE_PX * exp2 (zoom),
                              .left_px = JOL_TILE_PX * x,
                              .top_px = JOL_TILE_PX * y };
  g_autoptr (JolCanvas) canvas = NULL;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  canvas = jol_canvas_cairo_new (cr);
  paint_base (canvas, theme, &view, JOL_TILE_PX, JOL_TILE_PX, scale);
  cairo_restore (cr);
}
