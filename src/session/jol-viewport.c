/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-viewport.h"

#include <math.h>

/* px of the whole world at zoom 0 */
#define WORLD_PX 256.0
/* Where Web Mercator's square world ends. */
#define MAX_LATITUDE 85.0511287798066

static JolViewport *
copy_viewport (JolViewport *self)
{
  return g_memdup2 (self, sizeof *self);
}

G_DEFINE_BOXED_TYPE (JolViewport, jol_viewport, copy_viewport, g_free)

/* Web Mercator in a world of 1 × 1, as carto's projection has it; the session stands below carto
 * and needs these two lines only. */
static double
latitude_to_y (double latitude)
{
  double phi = CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180;

  return 0.5 - asinh (tan (phi)) / (2 * G_PI);
}

static double
y_to_latitude (double y)
{
  return atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI;
}

/* The same picture is the same viewport: a millionth of a degree is 0.1 m. */
gboolean
jol_viewport_equal (const JolViewport *a, const JolViewport *b)
{
  return fabs (a->latitude - b->latitude) < 1e-6 && fabs (a->longitude - b->longitude) < 1e-6 &&
         fabs (a->zoom - b->zoom) < 1e-6;
}

gboolean
jol_viewport_is_valid (const JolViewport *self)
{
  /* Written so that a NaN is not valid. */
  return self->latitude >= -MAX_LATITUDE && self->latitude <= MAX_LATITUDE &&
         self->longitude >= -180 && self->longitude <= 180 && self->zoom >= JOL_MIN_ZOOM &&
         self->zoom <= JOL_MAX_ZOOM;
}

JolViewport
jol_viewport_for_box (const JolBox *box, double width_px, double height_px, double margin_px)
{
  double x0 = (box->west + 180) / 360, x1 = (box->east + 180) / 360;
  double y0 = latitude_to_y (box->north), y1 = latitude_to_y (box->south);
  double room_x_px = MAX (width_px - 2 * margin_px, 1);
  double room_y_px = MAX (height_px - 2 * margin_px, 1);
  double scale_x, scale_y;

  g_return_val_if_fail (!jol_box_is_empty (box), ((JolViewport){ 0, 0, JOL_MIN_ZOOM }));

  /* A point has no extent: then the nearest zoom is the answer, not infinity. */
  scale_x = room_x_px / (WORLD_PX * MAX (x1 - x0, 1e-9));
  scale_y = room_y_px / (WORLD_PX * MAX (y1 - y0, 1e-9));

  return (JolViewport){
    .latitude = y_to_latitude ((y0 + y1) / 2),
    .longitude = (box->west + box->east) / 2,
    .zoom = CLAMP (log2 (MIN (scale_x, scale_y)), JOL_MIN_ZOOM, JOL_MAX_ZOOM),
  };
}

JolBox
jol_viewport_get_box (const JolViewport *self, double width_px, double height_px)
{
  double world_px = WORLD_PX * exp2 (self->zoom);
  double half_x = width_px / world_px / 2;
  double half_y = height_px / world_px / 2;
  double y = latitude_to_y (self->latitude);

  return (JolBox){
    .west = MAX (self->longitude - half_x * 360, -180),
    .south = y_to_latitude (MIN (y + half_y, 1)),
    .east = MIN (self->longitude + half_x * 360, 180),
    .north = y_to_latitude (MAX (y - half_y, 0)),
  };
}
