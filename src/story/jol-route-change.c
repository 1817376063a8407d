/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-change.h"

#include <glib/gi18n.h>

/* Whether something flows. */
static gboolean
carries (JolRoute *route, const JolDate *date)
{
  return jol_route_get_status_at (route, date) == JOL_STATUS_OPERATING &&
         !jol_route_get_interruption_at (route, date);
}

static gboolean
is_over (JolStatus status)
{
  return status == JOL_STATUS_RETIRED || status == JOL_STATUS_CANCELLED;
}

static gboolean
has_other_capacity (JolRoute *route, const JolDate *earlier, const JolDate *later)
{
  const JolHistoryEntry *a = jol_route_get_capacity_at (route, earlier);
  const JolHistoryEntry *b = jol_route_get_capacity_at (route, later);

  if (!a || !b)
    return FALSE; /* what was not known has not changed by becoming known */

  return a->value < b->value || a->value > b->value || g_strcmp0 (a->unit, b->unit) != 0;
}

/**
 * jol_route_compare:
 * @self: a route
 * @earlier: a date
 * @later: a date, not before @earlier
 *
 * Returns: what became of it; what happened in between and was undone again is not seen
 */
JolRouteChange
jol_route_compare (JolRoute *self, const JolDate *earlier, const JolDate *later)
{
  JolStatus before, after;

  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_ROUTE_SAME);

  before = jol_route_get_status_at (self, earlier);
  after = jol_route_get_status_at (self, later);
  if (carries (self, earlier) != carries (self, later))
    return carries (self, later) ? JOL_ROUTE_APPEARED : JOL_ROUTE_ENDED;
  if (before == JOL_STATUS_ABSENT && after != JOL_STATUS_ABSENT && !is_over (after))
    return JOL_ROUTE_APPEARED;
  if (before != JOL_STATUS_ABSENT && !is_over (before) && is_over (after))
    return JOL_ROUTE_ENDED;
  if (is_over (before) && is_over (after))
    return JOL_ROUTE_SAME;
  if (before == JOL_STATUS_ABSENT || after == JOL_STATUS_ABSENT)
    return JOL_ROUTE_SAME; /* begun and given up in between */
  if (before != after || has_other_capacity (self, earlier, later) ||
      jol_route_get_direction_at (self, earlier) != jol_route_get_direction_at (self, later))
    return JOL_ROUTE_CHANGED;

  return JOL_ROUTE_SAME;
}

const char *
jol_route_change_to_string (JolRouteChange change)
{
  static const char *const words[JOL_N_ROUTE_CHANGES] = {
    [JOL_ROUTE_SAME] = "same",
    [JOL_ROUTE_APPEARED] = "appeared",
    [JOL_ROUTE_ENDED] = "ended",
    [JOL_ROUTE_CHANGED] = "changed",
  };

  g_return_val_if_fail (change < JOL_N_ROUTE_CHANGES, NULL);

  return words[change];
}

const char *
jol_route_change_get_label (JolRouteChange change)
{
  static const char *const labels[JOL_N_ROUTE_CHANGES] = {
    /* Translators: what became of pipelines between two dates; rows of the map's legend */
    [JOL_ROUTE_SAME] = N_ ("As before"),
    [JOL_ROUTE_APPEARED] = N_ ("Appeared"),
    [JOL_ROUTE_ENDED] = N_ ("Ended"),
    [JOL_ROUTE_CHANGED] = N_ ("Changed"),
  };

  g_return_val_if_fail (change < JOL_N_ROUTE_CHANGES, NULL);

  return _ (labels[change]);
}
