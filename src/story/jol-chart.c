/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-chart.h"

static gboolean
has_capacity (JolStory *story, JolCommodity commodity)
{
  guint n_routes;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      if (jol_route_get_commodity (routes[i]) == commodity &&
          jol_history_get_size (jol_route_get_capacity_history (routes[i])) > 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
jol_chart_exists (JolStory *story, const char *id)
{
  guint n_events;

  if (!id)
    return FALSE;
  if (g_str_equal (id, JOL_CHART_OIL_CAPACITY))
    return has_capacity (story, JOL_COMMODITY_OIL);
  if (g_str_equal (id, JOL_CHART_GAS_CAPACITY))
    return has_capacity (story, JOL_COMMODITY_GAS);
  if (g_str_equal (id, JOL_CHART_EVENTS))
    {
      jol_story_get_events (story, &n_events);
      return n_events > 0;
    }

  return JOL_IS_SERIES (jol_story_lookup (story, id));
}

char **
jol_chart_list (JolStory *story)
{
  static const char *const counted[] = { JOL_CHART_OIL_CAPACITY, JOL_CHART_GAS_CAPACITY,
                                         JOL_CHART_EVENTS };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n_series;
  JolSeries *const *series = jol_story_get_series (story, &n_series);

  for (guint i = 0; i < n_series; i++)
    g_ptr_array_add (ids, g_strdup (jol_entity_get_id (JOL_ENTITY (series[i]))));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      if (jol_chart_exists (story, counted[i]))
        g_ptr_array_add (ids, g_strdup (counted[i]));
    }
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}
