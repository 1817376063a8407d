/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-geo.h"

#include <glib/gi18n.h>
#include <math.h>

/* Mean radius of the Earth, IUGG: (2a + b) / 3 of WGS 84. */
#define EARTH_RADIUS_M 6371008.8

gboolean
jol_box_is_empty (const JolBox *self)
{
  return self->east < self->west || self->north < self->south;
}

/* Makes the box just large enough to hold @point too. */
void
jol_box_add_point (JolBox *self, const JolPoint *point)
{
  JolBox other = { point->longitude, point->latitude, point->longitude, point->latitude };

  jol_box_add_box (self, &other);
}

/* Makes the box just large enough to hold @other too. */
void
jol_box_add_box (JolBox *self, const JolBox *other)
{
  if (jol_box_is_empty (other))
    return;

  if (jol_box_is_empty (self))
    {
      *self = *other;
      return;
    }

  self->west = MIN (self->west, other->west);
  self->south = MIN (self->south, other->south);
  self->east = MAX (self->east, other->east);
  self->north = MAX (self->north, other->north);
}

gboolean
jol_box_contains (const JolBox *self, const JolPoint *point)
{
  return point->longitude >= self->west && point->longitude <= self->east &&
         point->latitude >= self->south && point->latitude <= self->north;
}

gboolean
jol_box_intersects (const JolBox *self, const JolBox *other)
{
  return !jol_box_is_empty (self) && !jol_box_is_empty (other) && self->west <= other->east &&
         other->west <= self->east && self->south <= other->north && other->south <= self->north;
}

JolPoint
jol_box_get_center (const JolBox *self)
{
  return (JolPoint){ (self->south + self->north) / 2, (self->west + self->east) / 2 };
}

/**
 * jol_box_widen:
 * @self: a box that is not empty
 * @degrees: how far it reaches at least, in latitude and in longitude
 *
 * Makes a box that is smaller reach that far about its middle, within the world.
 */
void
jol_box_widen (JolBox *self, double degrees)
{
  const double lack_x = MAX (degrees - (self->east - self->west), 0.0) / 2.0;
  const double lack_y = MAX (degrees - (self->north - self->south), 0.0) / 2.0;

  self->west = MAX (self->west - lack_x, -180.0);
  self->east = MIN (self->east + lack_x, 180.0);
  self->south = MAX (self->south - lack_y, -90.0);
  self->north = MIN (self->north + lack_y, 90.0);
}

/**
 * jol_box_parse:
 * @text: (nullable): "W,S,E,N" in degrees, with points for decimals whatever the locale
 * @box_out: (out): the box; untouched on failure
 *
 * Returns: whether these are four numbers in range, west of east and south of north
 */
gboolean
jol_box_parse (const char *text, JolBox *box_out)
{
  double values[4];
  const char *at = text;

  if (!text)
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      char *end = NULL;

      values[i] = g_ascii_strtod (at, &end);
      if (end == at || !isfinite (values[i]) || *end != (i < 3 ? ',' : '\0'))
        return FALSE;
      at = end + 1;
    }

  if (values[0] < -180 || values[2] > 180 || values[1] < -90 || values[3] > 90 ||
      values[0] >= values[2] || values[1] >= values[3])
    return FALSE;

  *box_out = (JolBox){ values[0], values[1], values[2], values[3] };
  return TRUE;
}

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

/**
 * jol_point_format:
 * @self: a point
 *
 * Returns: (transfer full): latitude and longitude for people, in degrees to four places, which is
 * about ten metres, with the locale's decimal mark: "43.2567° N, 76.9286° E"
 */
char *
jol_point_format (const JolPoint *self)
{
  const double latitude = fabs (self->latitude);
  const double longitude = fabs (self->longitude);

  if (self->latitude < 0)
    return self->longitude < 0
               /* Translators: latitude and longitude; S and W are short for south and west */
               ? g_strdup_printf (_ ("%1$.4f° S, %2$.4f° W"), latitude, longitude)
               /* Translators: latitude and longitude; S and E are short for south and east */
               : g_strdup_printf (_ ("%1$.4f° S, %2$.4f° E"), latitude, longitude);

  return self->longitude < 0
             /* Translators: latitude and longitude; N and W are short for north and west */
             ? g_strdup_printf (_ ("%1$.4f° N, %2$.4f° W"), latitude, longitude)
             /* Translators: latitude and longitude; N and E are short for north and east */
             : g_strdup_printf (_ ("%1$.4f° N, %2$.4f° E"), latitude, longitude);
}

/**
 * jol_geo_distance_m:
 * @a: a point
 * @b: another
 *
 * By the haversine formula on a sphere: within 0.6 % of the ellipsoid.
 *
 * Returns: metres along the great circle
 */
double
jol_geo_distance_m (const JolPoint *a, const JolPoint *b)
{
  double half_lat = to_radians (b->latitude - a->latitude) / 2;
  double half_lon = to_radians (b->longitude - a->longitude) / 2;
  double h = sin (half_lat) * sin (half_lat) + cos (to_radians (a->latitude)) *
                                                   cos (to_radians (b->latitude)) * sin (half_lon) *
                                                   sin (half_lon);

  return 2 * EARTH_RADIUS_M * asin (sqrt (CLAMP (h, 0, 1)));
}

/**
 * jol_geo_interpolate:
 * @a: where fraction is 0
 * @b: where fraction is 1; not the antipode of @a
 * @fraction: 0–1
 *
 * By slerp of the two unit vectors.
 *
 * Returns: the point that far along the great circle
 */
JolPoint
jol_geo_interpolate (const JolPoint *a, const JolPoint *b, double fraction)
{
  double angle = jol_geo_distance_m (a, b) / EARTH_RADIUS_M;
  double lat_a = to_radians (a->latitude), lon_a = to_radians (a->longitude);
  double lat_b = to_radians (b->latitude), lon_b = to_radians (b->longitude);
  double weight_a, weight_b, x, y, z;

  if (angle < 1e-9)
    return *a;

  weight_a = sin ((1 - fraction) * angle) / sin (angle);
  weight_b = sin (fraction * angle) / sin (angle);
  x = weight_a * cos (lat_a) * cos (lon_a) + weight_b * cos (lat_b) * cos (lon_b);
  y = weight_a * cos (lat_a) * sin (lon_a) + weight_b * cos (lat_b) * sin (lon_b);
  z = weight_a * sin (lat_a) + weight_b * sin (lat_b);

  return (JolPoint){ atan2 (z, hypot (x, y)) * 180 / G_PI, atan2 (y, x) * 180 / G_PI };
}
