/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-status-table.h"

/* The days from one up to before the other, at whose ends a route is the same. */
typedef struct
{
  int from, to;
} Days;

typedef struct
{
  Days earlier, later; /* in which the dates may be */
  guint8 status;       /* that can be seen */
  guint8 change;
  guint8 has_interruptions;
} Row;

struct _JolStatusTable
{
  JolStory *story;
  JolRoute *const *routes;
  guint n_routes;
  Row *rows;
  gboolean is_comparing;
};

/* Looked at by nobody yet: no day lies in its time. */
JolStatusTable *
jol_status_table_new (JolStory *story)
{
  JolStatusTable *self = g_new0 (JolStatusTable, 1);

  self->story = g_object_ref (story);
  self->routes = jol_story_get_routes (story, &self->n_routes);
  self->rows = g_new0 (Row, MAX (self->n_routes, 1));
  for (guint i = 0; i < self->n_routes; i++)
    {
      guint n;

      jol_route_get_interruptions (self->routes[i], &n);
      self->rows[i].has_interruptions = n > 0;
    }

  return self;
}

void
jol_status_table_free (JolStatusTable *self)
{
  g_object_unref (self->story);
  g_free (self->rows);
  g_free (self);
}

/* Leaves those days on which a history says the same as on @day. */
static void
narrow (Days *days, const JolHistory *history, int day)
{
  for (guint i = 0; i < jol_history_get_size (history); i++)
    {
      const int first_day = jol_date_first_day (&jol_history_get (history, i)->from);

      if (first_day > day)
        {
          days->to = MIN (days->to, first_day);
          break;
        }
      days->from = MAX (days->from, first_day);
    }
}

static Days
find_days (JolRoute *route, int day, gboolean is_comparing)
{
  Days days = { G_MININT, G_MAXINT };

  narrow (&days, jol_route_get_status_history (route), day);
  if (is_comparing)
    {
      narrow (&days, jol_route_get_capacity_history (route), day);
      narrow (&days, jol_route_get_direction_history (route), day);
    }

  return days;
}

static gboolean
is_in (const Days *days, int day)
{
  return day >= days->from && day < days->to;
}

static void
move_to (JolStatusTable *self, const JolDate *earlier, const JolDate *later, gboolean is_comparing)
{
  const int earlier_day = jol_date_last_day (earlier);
  const int later_day = jol_date_last_day (later);
  const gboolean is_other = is_comparing != self->is_comparing;

  self->is_comparing = is_comparing;
  for (guint i = 0; i < self->n_routes; i++)
    {
      JolRoute *route = self->routes[i];
      Row *row = &self->rows[i];

      /* An interruption may be shorter than a date. */
      if (!is_other && !row->has_interruptions && is_in (&row->earlier, earlier_day) &&
          is_in (&row->later, later_day))
        continue;

      row->later = find_days (route, later_day, is_comparing);
      row->earlier = is_comparing ? find_days (route, earlier_day, TRUE) : row->later;
      row->change = is_comparing ? (guint8) jol_route_compare (route, earlier, later)
                                 : (guint8) JOL_ROUTE_SAME;
      row->status = (guint8) jol_status_shown_at (
          route, row->change == (guint8) JOL_ROUTE_ENDED ? earlier : later);
    }
}

void
jol_status_table_move (JolStatusTable *self, const JolDate *date)
{
  move_to (self, date, date, FALSE);
}

void
jol_status_table_compare (JolStatusTable *self, const JolSpan *dates)
{
  move_to (self, &dates->from, &dates->to, TRUE);
}

/* At the date moved to; of two that are compared the later one, but of what has ended in between
 * what it was at the earlier one. */
JolStatus
jol_status_table_get (const JolStatusTable *self, guint route)
{
  return (JolStatus) self->rows[route].status;
}

/* Between the dates that are compared, as jol_route_compare() has it. */
JolRouteChange
jol_status_table_get_change (const JolStatusTable *self, guint route)
{
  return (JolRouteChange) self->rows[route].change;
}

/* What can be seen of a status: a route that stands still for a while looks idle. */
JolStatus
jol_status_shown_at (JolRoute *route, const JolDate *date)
{
  const JolStatus status = jol_route_get_status_at (route, date);

  if (status == JOL_STATUS_OPERATING && jol_route_get_interruption_at (route, date))
    return JOL_STATUS_IDLE;

  return status;
}
