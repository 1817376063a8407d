/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the export of the default view is measured against: cairo fills the polygons of the same
 * level of detail once, flat, and libpng writes the picture. No lines, no names, no routes.
 *
 *     floor-export OUT.png WIDTH HEIGHT
 */
#include "config.h"

#include "jol-basemap.h"
#include "jol-projection.h"
#include "jol-resources.h"
#include "jol-story-loader.h"

#include <cairo.h>
#include <stdlib.h>

static void
fill_layer (cairo_t *cr, const JolBasemapLayer *layer, const JolTransform *transform)
{
  for (guint i = 0; i < layer->n_parts; i++)
    {
      const JolBasemapPart *part = &layer->parts[i];

      for (guint j = 0; j < part->n_points; j++)
        {
          const float *xy = &layer->xy[2 * (part->first_point + j)];
          JolWorldPoint world = { xy[0], xy[1] };
          double x, y;

          jol_transform_apply (transform, &world, &x, &y);
          if (j == 0)
            cairo_move_to (cr, x, y);
          else
            cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

int
main (int argc, char *argv[])
{
  static const JolBasemapLayerId layers[] = { JOL_LAYER_LAND, JOL_LAYER_REGION, JOL_LAYER_LAKES };
  const JolBox bounds = { 46, 34, 88, 56 }; /* of the bundled story */
  g_autoptr (JolBasemapLevel) level = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  JolTransform transform;
  JolViewport viewport;
  int width, height;
  cairo_t *cr;
  int result;

  if (argc != 4)
    return 2;

  g_resources_register (jol_resources_get_resource ());
  width = atoi (argv[2]);
  height = atoi (argv[3]);
  viewport = jol_viewport_for_box (&bounds, width, height, 0);
  transform = jol_transform_new (&viewport, width, height);
  level = jol_basemap_load_level (jol_basemap_get_default (),
                                  jol_basemap_level_for_zoom (viewport.zoom), &error);
  if (!level)
    g_error ("%s", error->message);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      cairo_set_source_rgb (cr, 0.9 - 0.1 * i, 0.9, 0.8 + 0.05 * i);
      fill_layer (cr, jol_basemap_level_get_layer (level, layers[i]), &transform);
    }
  cairo_destroy (cr);
  result = cairo_surface_write_to_png (surface, argv[1]) == CAIRO_STATUS_SUCCESS ? 0 : 1;
  cairo_surface_destroy (surface);
  return result;
}
