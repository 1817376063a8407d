/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the legend hides, and the numbers in its rows. A route is of several kinds at once (oil,
 * under construction, a pipeline; and
 * while two dates are compared, what became of it), and the number in a row counts what the other
 * rows let through: so it says what the map shows of the kind, or what a click on the row would
 * bring back.
 */
#include "config.h"

#include "jol-scene-builder-private.h"

gboolean
jol_scene_content_admit_route (JolSceneContent *self,
                               const JolSceneQuestion *question,
                               JolRoute *route,
                               JolStatus status,
                               JolRouteChange change,
                               guint *kinds_out)
{
  JolMapKind kinds[JOL_MAX_ROUTE_MAP_KINDS + 1];
  guint n = jol_map_kinds_of_route (jol_route_get_commodity (route), status,
                                    jol_route_get_mode (route), kinds);
  guint n_hidden = 0;

  if (jol_span_is_set (&question->compared))
    {
      guint n_kept = 0;

      /* Of stages only plans are told apart: what works or not is said by the change. */
      for (guint i = 0; i < n; i++)
        if (kinds[i] != JOL_MAP_OPERATING && kinds[i] != JOL_MAP_IDLE)
          kinds[n_kept++] = kinds[i];
      kinds[n_kept++] = jol_map_kind_of_change (change);
      n = n_kept;
    }

  *kinds_out = 0;
  for (guint i = 0; i < n; i++)
    *kinds_out |= 1u << kinds[i];
  for (guint i = 0; i < n; i++)
    n_hidden += jol_filter_hides_on_map (question->filter, kinds[i]);
  for (guint i = 0; i < n; i++)
    if (n_hidden == (guint) jol_filter_hides_on_map (question->filter, kinds[i]))
      self->counts[kinds[i]]++;

  return n_hidden == 0;
}

gboolean
jol_scene_content_admit_place (JolSceneContent *self,
                               const JolSceneQuestion *question,
                               JolPlaceKind kind,
                               gboolean is_in_zoom,
                               guint *n_summits)
{
  const JolMapKind map_kind = jol_map_kind_of_place (kind);

  if (*n_summits > 0)
    {
      self->counts[JOL_MAP_SUMMIT_CITIES] += *n_summits;
      if (!jol_filter_hides_on_map (question->filter, JOL_MAP_SUMMIT_CITIES))
        return TRUE;
      *n_summits = 0;
    }
  if (!is_in_zoom)
    return FALSE;

  /* Of cities the summits are counted. */
  self->counts[map_kind] += map_kind != JOL_MAP_SUMMIT_CITIES;
  return !jol_filter_hides_on_map (question->filter, map_kind);
}
