/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-change.h"

#include "jol-unit.h"

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

static void
note_change (const JolDate *when, JolDate *last_out)
{
  if (!jol_date_is_set (last_out) || jol_date_compare (when, last_out) > 0)
    *last_out = *when;
}

/* All that is other than it was: status, capacity, direction. */
static char *
describe_differences (JolRoute *self,
                      const JolDate *earlier,
                      const JolDate *later,
                      JolDate *when_out)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const JolStatus before = jol_route_get_status_at (self, earlier);
  const JolStatus after = jol_route_get_status_at (self, later);
  const JolDirection direction = jol_route_get_direction_at (self, later);
  g_autofree char *all = NULL;

  *when_out = (JolDate){ 0 };
  if (before != after)
    {
      const JolHistoryEntry *entry = jol_history_at (jol_route_get_status_history (self), later);
      g_autofree char *since = jol_date_format_since (&entry->from);

      note_change (&entry->from, when_out);
      /* Translators: a route's status before, now, and since when: "proposed → under construction
       * since 2012" */
      g_ptr_array_add (parts,
                       g_strdup_printf (_ ("%1$s → %2$s %3$s"), jol_status_get_label (before),
                                        jol_status_get_label (after), since));
    }
  if (has_other_capacity (self, earlier, later))
    {
      const JolHistoryEntry *a = jol_route_get_capacity_at (self, earlier);
      const JolHistoryEntry *b = jol_route_get_capacity_at (self, later);
      g_autofree char *from = jol_quantity_format (a->value, a->unit);
      g_autofree char *to = jol_quantity_format (b->value, b->unit);
      g_autofree char *since = jol_date_format_since (&b->from);

      note_change (&b->from, when_out);
      /* Translators: how a route's capacity has changed: "capacity 30 bcm a year → 55 bcm a year
       * since May 2014" */
      g_ptr_array_add (parts, g_strdup_printf (_ ("capacity %1$s → %2$s %3$s"), from, to, since));
    }
  if (jol_route_get_direction_at (self, earlier) != direction)
    {
      const JolHistoryEntry *turn = jol_history_at (jol_route_get_direction_history (self), later);
      g_autofree char *since = jol_date_format_since (&turn->from);

      note_change (&turn->from, when_out);
      /* Translators: which way oil or gas flows now, and since when: "flow reversed since 2017" */
      g_ptr_array_add (parts, direction == JOL_DIRECTION_BOTH
                                  ? g_strdup_printf (_ ("flow both ways %s"), since)
                              : direction == JOL_DIRECTION_FORWARD
                                  ? g_strdup_printf (_ ("flow forward %s"), since)
                                  : g_strdup_printf (_ ("flow reversed %s"), since));
    }
  g_ptr_array_add (parts, NULL);

  all = g_strjoinv ("; ", (char **) parts->pdata);
  /* Translators: what became of a route: "Changed: flow reversed since 2017" */
  return g_strdup_printf (_ ("Changed: %s"), all);
}

/**
 * jol_route_describe_change:
 * @self: a route
 * @earlier: a date
 * @later: a date, not before @earlier
 * @when_out: (out): since when it is what it is at @later; unset when it is at neither date
 *
 * Returns: (transfer full): what became of it and when, as jol_route_compare() has it: "Appeared:
 * operating since 14 December 2009"
 */
char *
jol_route_describe_change (JolRoute *self,
                           const JolDate *earlier,
                           const JolDate *later,
                           JolDate *when_out)
{
  const JolRouteChange change = jol_route_compare (self, earlier, later);
  const JolInterruption *standstill = jol_route_get_interruption_at (self, later);
  const JolHistoryEntry *entry = jol_history_at (jol_route_get_status_history (self), later);
  const JolStatus before = jol_route_get_status_at (self, earlier);
  g_autofree char *interrupted = NULL;
  g_autofree char *since = NULL;
  const char *word;

  *when_out = (JolDate){ 0 };
  if (!entry || (change == JOL_ROUTE_SAME && before == JOL_STATUS_ABSENT))
    return g_strdup (_ ("At neither date"));

  *when_out = entry->from;
  word = jol_status_get_label ((JolStatus) entry->code);
  if (standstill && entry->code == JOL_STATUS_OPERATING)
    {
      *when_out = standstill->span.from;
      word = interrupted = g_strdup_printf (_ ("%s, interrupted"), word);
    }
  since = jol_date_format_since (when_out);

  switch (change)
    {
    case JOL_ROUTE_APPEARED:
      if ((int) before == entry->code)
        return g_strdup (_ ("Appeared: operating again"));
      /* Translators: what became of a route, its status now and since when: "Appeared: operating
       * since 14 December 2009" */
      return g_strdup_printf (_ ("Appeared: %1$s %2$s"), word, since);
    case JOL_ROUTE_ENDED:
      /* Translators: what became of a route, its status now and since when: "Ended: retired since
       * 2011" */
      return g_strdup_printf (_ ("Ended: %1$s %2$s"), word, since);
    case JOL_ROUTE_CHANGED:
      return describe_differences (self, earlier, later, when_out);
    case JOL_ROUTE_SAME:
    default:
      /* Translators: a route's status at both of two dates, and since when: "As before: operating
       * since 2001" */
      return g_strdup_printf (_ ("As before: %1$s %2$s"), word, since);
    }
}
