/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hillshade over land: what is darker than flat as shade, what is brighter as light. */
#include "config.h"
#include "jol-paint-relief.h"

#include <math.h>

#define FADE_FROM_ZOOM 6.0 /* from here on the relief is enlarged too much to show detail */
#define FADE_TO_ZOOM 8.0
#define MARGIN 3 /* pixels of the relief beyond the picture's edge, for the filter */
#define FLAT 128

static guint32
premultiply (const JolColor *color, double alpha)
{
  guint a = (guint) (alpha * 255 + 0.5);

  return a << 24 | (guint) (color->red * a + 0.5) << 16 | (guint) (color->green * a + 0.5) << 8 |
         (guint) (color->blue * a + 0.5);
}

/* A colour for each grey; an alpha of the palette's is the strength of full shade or full light. */
static void
fill_table (guint32 *table, JolTheme theme, double strength)
{
  JolColor shade = jol_palette_get (theme, JOL_COLOR_RELIEF_SHADE);
  JolColor light = jol_palette_get (theme, JOL_COLOR_RELIEF_LIGHT);

  for (int grey = 0; grey < 256; grey++)
    {
      const JolColor *color = grey < FLAT ? &shade : &light;

      table[grey] = premultiply (color, color->alpha * strength * abs (grey - FLAT) / FLAT);
    }
}

static cairo_surface_t *
cut_out (const JolReliefImage *image, const guint32 *table, int x, int y, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  if (!data)
    return surface; /* in an error state: painting it does nothing */

  cairo_surface_flush (surface);
  for (int row = 0; row < height; row++)
    {
      const guint8 *grey = image->pixels + (gsize) (y + row) * image->width + x;
      guint32 *out = (guint32 *) (gpointer) (data + (gsize) row * stride);

      for (int i = 0; i < width; i++)
        out[i] = table[grey[i]];
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * jol_paint_relief:
 *
 * The relief where the picture is. It is cut out before it is scaled, so a tile costs what a tile
 * shows; the size nearest to the device's pixels is taken.
 */
void
jol_paint_relief (JolCanvas *canvas,
                  const JolBasemapRelief *relief,
                  JolTheme theme,
                  const JolTransform *view,
                  double width_px,
                  double height_px,
                  double scale)
{
  double zoom = log2 (view->size_px / JOL_TILE_PX);
  double fade = CLAMP ((zoom - FADE_FROM_ZOOM) / (FADE_TO_ZOOM - FADE_FROM_ZOOM), 0, 1);
  const JolReliefImage *image = jol_basemap_relief_get_image (relief, 0);
  double box_x0, box_y0, box_x1, box_y1, per_world_x, per_world_y;
  double left_px, top_px, right_px, bottom_px;
  cairo_surface_t *surface;
  guint32 table[256];
  guint size = 0;
  int x0, y0, x1, y1;

  if (fade >= 1)
    return;

  jol_basemap_relief_get_box (&box_x0, &box_y0, &box_x1, &box_y1);
  per_world_x = image->width / (box_x1 - box_x0);
  per_world_y = image->height / (box_y1 - box_y0);
  /* Sampling takes the four nearest pixels: more than one and a half to one would skip some. */
  while (size + 1 < JOL_N_RELIEF_SIZES && per_world_x > 1.5 * view->size_px * scale)
    {
      image = jol_basemap_relief_get_image (relief, ++size);
      per_world_x /= 2;
      per_world_y /= 2;
    }

  jol_canvas_get_clip (canvas, &left_px, &top_px, &right_px, &bottom_px);
  left_px = view->left_px + MAX (left_px, 0.0);
  top_px = view->top_px + MAX (top_px, 0.0);
  right_px = view->left_px + MIN (right_px, width_px);
  bottom_px = view->top_px + MIN (bottom_px, height_px);
  x0 = (int) floor ((left_px / view->size_px - box_x0) * per_world_x) - MARGIN;
  y0 = (int) floor ((top_px / view->size_px - box_y0) * per_world_y) - MARGIN;
  x1 = (int) ceil ((right_px / view->size_px - box_x0) * per_world_x) + MARGIN;
  y1 = (int) ceil ((bottom_px / view->size_px - box_y0) * per_world_y) + MARGIN;
  x0 = MAX (x0, 0);
  y0 = MAX (y0, 0);
  x1 = MIN (x1, image->width);
  y1 = MIN (y1, image->height);
  if (x0 >= x1 || y0 >= y1)
    return;

  fill_table (table, theme, 1 - fade);
  surface = cut_out (image, table, x0, y0, x1 - x0, y1 - y0);
  jol_canvas_image (canvas, surface, (box_x0 + x0 / per_world_x) * view->size_px - view->left_px,
                    (box_y0 + y0 / per_world_y) * view->size_px - view->top_px,
                    (x1 - x0) / per_world_x * view->size_px,
                    (y1 - y0) / per_world_y * view->size_px, 1.0);
  cairo_surface_destroy (surface);
}
