/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A point on the WGS 84 ellipsoid, in degrees. */
typedef struct
{
  double latitude;  /* -90–90 */
  double longitude; /* -180–180 */
} JolPoint;

/* A box in degrees; empty when east < west. None crosses the antimeridian. */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} JolBox;

/* A polyline. */
typedef struct
{
  JolPoint *points;
  guint n_points;
} JolLine;

#define JOL_BOX_EMPTY ((JolBox){ 1, 1, -1, -1 })

gboolean jol_box_is_empty (const JolBox *self);
void jol_box_add_point (JolBox *self, const JolPoint *point);
void jol_box_add_box (JolBox *self, const JolBox *other);
gboolean jol_box_contains (const JolBox *self, const JolPoint *point);
gboolean jol_box_intersects (const JolBox *self, const JolBox *other);
JolPoint jol_box_get_center (const JolBox *self);
void jol_box_widen (JolBox *self, double degrees);
gboolean jol_box_parse (const char *text, JolBox *box_out); /* "W,S,E,N" */

char *jol_point_format (const JolPoint *self) G_GNUC_WARN_UNUSED_RESULT;

double jol_geo_distance_m (const JolPoint *a, const JolPoint *b);
JolPoint jol_geo_interpolate (const JolPoint *a, const JolPoint *b, double fraction);

G_END_DECLS
