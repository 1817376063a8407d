/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-hit.h"

#include <math.h>

/* A finger's or a pointer's allowance round a place's symbol. */
#define PLACE_MARGIN_PX 3.0

typedef struct
{
  const char *id;
  gboolean is_place;
  double distance_px;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->is_place != y->is_place)
    return x->is_place ? -1 : 1;

  return x->distance_px < y->distance_px ? -1 : x->distance_px > y->distance_px;
}

static double
distance_to_segment (double x, double y, double x0, double y0, double x1, double y1)
{
  const double dx = x1 - x0;
  const double dy = y1 - y0;
  const double length2 = dx * dx + dy * dy;
  double t = 0.0;

  if (length2 > 0.0)
    t = CLAMP (((x - x0) * dx + (y - y0) * dy) / length2, 0.0, 1.0);

  return hypot (x - x0 - t * dx, y - y0 - t * dy);
}

static double
distance_to_route (const JolSceneRoute *route, const JolTransform *transform, double x, double y)
{
  const JolWorldPoint at = jol_transform_invert (transform, x, y);
  const double reach = JOL_HIT_RADIUS_PX / transform->size_px;
  double nearest = G_MAXDOUBLE;

  if (at.x < route->box.x0 - reach || at.x > route->box.x1 + reach ||
      at.y < route->box.y0 - reach || at.y > route->box.y1 + reach)
    return nearest;

  for (guint i = 0; i < route->n_lines; i++)
    {
      const JolWorldLine *line = &route->lines[i];

      for (guint j = 1; j < line->n_points; j++)
        {
          const double distance =
              distance_to_segment (at.x, at.y, line->points[j - 1].x, line->points[j - 1].y,
                                   line->points[j].x, line->points[j].y);

          nearest = MIN (nearest, distance);
        }
    }

  return nearest * transform->size_px;
}

char **
jol_hit_at (const JolScene *scene, double x_px, double y_px)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n_places, n_routes;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);

  /* From the top of the picture down, so that of two as near the one that is seen comes first. */
  for (guint i = n_places; i-- > 0;)
    {
      Hit hit = { .id = places[i].id, .is_place = TRUE };
      double x, y;

      jol_transform_apply (transform, &places[i].at, &x, &y);
      hit.distance_px = hypot (x - x_px, y - y_px);
      if (hit.distance_px <=
          MIN (places[i].radius_px + PLACE_MARGIN_PX, MAX (JOL_HIT_RADIUS_PX, places[i].radius_px)))
        g_array_append_val (hits, hit);
    }
  for (guint i = n_routes; i-- > 0;)
    {
      Hit hit = { .id = routes[i].id };

      hit.distance_px = distance_to_route (&routes[i], transform, x_px, y_px);
      if (hit.distance_px <= JOL_HIT_RADIUS_PX)
        g_array_append_val (hits, hit);
    }

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (ids, g_strdup (g_array_index (hits, Hit, i).id));
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

const char *
jol_hit_next (const char *const *hits, const char *current)
{
  guint i;

  for (i = 0; current && hits[i]; i++)
    if (g_strcmp0 (hits[i], current) == 0)
      return hits[i + 1] ? hits[i + 1] : hits[0];

  return hits[0];
}
