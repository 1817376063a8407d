/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-projection.h"

#include <math.h>

#define EQUATOR_M 40075016.686
/* Where the square of Web Mercator ends: atan (sinh (π)). */
#define MAX_LATITUDE 85.051128779806592

/**
 * jol_project:
 *
 * Spherical Mercator of a point in degrees. Latitudes beyond the square's edge are put on it.
 * Longitudes are not wrapped, so a line across the antimeridian may be written with 181.
 */
JolWorldPoint
jol_project (const JolPoint *point)
{
  const double phi = CLAMP (point->latitude, -MAX_LATITUDE, MAX_LATITUDE) * G_PI / 180.0;

  return (JolWorldPoint){ (point->longitude + 180.0) / 360.0,
                          (1.0 - asinh (tan (phi)) / G_PI) / 2.0 };
}

JolPoint
jol_unproject (const JolWorldPoint *point)
{
  return (JolPoint){ .latitude = atan (sinh (G_PI * (1.0 - 2.0 * point->y))) * 180.0 / G_PI,
                     .longitude = point->x * 360.0 - 180.0 };
}

JolWorldBox
jol_project_box (const JolBox *box)
{
  const JolWorldPoint a = jol_project (&(JolPoint){ box->north, box->west });
  const JolWorldPoint b = jol_project (&(JolPoint){ box->south, box->east });

  return (JolWorldBox){ a.x, a.y, b.x, b.y };
}

/**
 * jol_transform_new:
 *
 * The transform of a picture of that size whose middle is the viewport's centre.
 */
JolTransform
jol_transform_new (const JolViewport *viewport, double width_px, double height_px)
{
  const JolWorldPoint center = jol_project (&(JolPoint){ viewport->latitude, viewport->longitude });
  const double size_px = JOL_TILE_PX * exp2 (viewport->zoom);

  return (JolTransform){ .size_px = size_px,
                         .left_px = center.x * size_px - width_px / 2.0,
                         .top_px = center.y * size_px - height_px / 2.0 };
}

void
jol_transform_apply (const JolTransform *self,
                     const JolWorldPoint *world,
                     double *x_px,
                     double *y_px)
{
  *x_px = world->x * self->size_px - self->left_px;
  *y_px = world->y * self->size_px - self->top_px;
}

JolWorldPoint
jol_transform_invert (const JolTransform *self, double x_px, double y_px)
{
  return (JolWorldPoint){ (x_px + self->left_px) / self->size_px,
                          (y_px + self->top_px) / self->size_px };
}

double
jol_metres_per_px (double latitude, double zoom)
{
  return EQUATOR_M * cos (latitude * G_PI / 180.0) / (JOL_TILE_PX * exp2 (zoom));
}

double
jol_scale_round_down (double value)
{
  static const double steps[] = { 5.0, 3.0, 2.0, 1.0 };
  const double power = pow (10.0, floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power <= value)
      return steps[i] * power;

  return power;
}
