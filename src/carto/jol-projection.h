/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-geo.h"
#include "jol-viewport.h"

G_BEGIN_DECLS

#define JOL_TILE_PX 256.0

/* Web Mercator, normalized: x 0–1 from 180° W to 180° E, y 0–1 from 85.05° N down to 85.05° S. */
typedef struct
{
  double x;
  double y;
} JolWorldPoint;

typedef struct
{
  double x0, y0, x1, y1;
} JolWorldBox;

JolWorldPoint jol_project (const JolPoint *point);
JolPoint jol_unproject (const JolWorldPoint *point);
JolWorldBox jol_project_box (const JolBox *box);

/* World to picture: px = (world - origin) × size. */
typedef struct
{
  double size_px; /* of the whole world: 256 × 2^zoom */
  double left_px; /* of the picture, in world px */
  double top_px;
} JolTransform;

JolTransform jol_transform_new (const JolViewport *viewport, double width_px, double height_px);
void jol_transform_apply (const JolTransform *self,
                          const JolWorldPoint *world,
                          double *x_px,
                          double *y_px);
JolWorldPoint jol_transform_invert (const JolTransform *self, double x_px, double y_px);

/* Metres a pixel at a latitude: 40 075 016.686 m × cos φ / (256 × 2^zoom), the equator of WGS 84.
 */
double jol_metres_per_px (double latitude, double zoom);

/* The largest of 1, 2, 3, 5 times a power of ten that is not more than @value > 0: what a scale bar
 * says. */
double jol_scale_round_down (double value);

G_END_DECLS
