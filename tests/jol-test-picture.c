/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-picture.h"

#include <math.h>

cairo_surface_t *
jol_test_paint (const JolScene *scene, JolPaintPasses passes)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, jol_scene_get_width (scene), jol_scene_get_height (scene));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_painter_paint (scene, canvas, passes);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

guint32
jol_test_get_pixel (cairo_surface_t *surface, double x, double y)
{
  const int column = (int) floor (x);
  const int row = (int) floor (y);

  g_assert_cmpint (column, >=, 0);
  g_assert_cmpint (column, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (row, <, cairo_image_surface_get_height (surface));

  return (
      (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                         row * cairo_image_surface_get_stride (surface)))[column];
}

gboolean
jol_test_is_color (guint32 pixel, const JolColor *color, int tolerance)
{
  return abs ((int) (pixel >> 16 & 0xff) - (int) (color->red * 255)) <= tolerance &&
         abs ((int) (pixel >> 8 & 0xff) - (int) (color->green * 255)) <= tolerance &&
         abs ((int) (pixel & 0xff) - (int) (color->blue * 255)) <= tolerance;
}

gboolean
jol_test_is_inside (const JolScene *scene, double x, double y, double margin)
{
  return x >= margin && y >= margin && x < jol_scene_get_width (scene) - margin &&
         y < jol_scene_get_height (scene) - margin;
}

gboolean
jol_test_is_near_place (const JolScene *scene, double x, double y)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      double px, py;

      jol_transform_apply (jol_scene_get_transform (scene), &places[i].at, &px, &py);
      if (hypot (px - x, py - y) < places[i].radius_px + 8)
        return TRUE;
    }

  return FALSE;
}

double
jol_test_get_share (const JolScene *scene,
                    cairo_surface_t *picture,
                    const JolSceneRoute *route,
                    double side_px,
                    const JolColor *color,
                    int tolerance)
{
  guint n_probed = 0;
  guint n_same = 0;

  for (guint i = 0; i < route->n_lines; i++)
    for (guint j = 1; j < route->lines[i].n_points; j++)
      {
        double x0, y0, x1, y1, length, x, y;

        jol_transform_apply (jol_scene_get_transform (scene), &route->lines[i].points[j - 1], &x0,
                             &y0);
        jol_transform_apply (jol_scene_get_transform (scene), &route->lines[i].points[j], &x1, &y1);
        length = hypot (x1 - x0, y1 - y0);
        if (length < 0.5)
          continue;
        x = (x0 + x1) / 2 - (y1 - y0) / length * side_px;
        y = (y0 + y1) / 2 + (x1 - x0) / length * side_px;
        if (!jol_test_is_inside (scene, x, y, 4) || jol_test_is_near_place (scene, x, y))
          continue;
        n_probed++;
        n_same += jol_test_is_color (jol_test_get_pixel (picture, x, y), color, tolerance);
      }
  g_assert_cmpuint (n_probed, >, 10);

  return (double) n_same / n_probed;
}
