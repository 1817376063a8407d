/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-status-table.h"

typedef struct
{
  int from_day, to_day; /* the status by the end of a day from the one up to before the other */
  guint8 status;
  guint8 shown;
  guint8 has_interruptions;
} Row;

struct _JolStatusTable
{
  JolStory *story;
  JolRoute *const *routes;
  guint n_routes;
  Row *rows;
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

/* As jol_history_at() has it. */
static void
look_up (Row *row, JolRoute *route, int day)
{
  const JolHistory *history = jol_route_get_status_history (route);
  const guint n = jol_history_get_size (history);

  row->from_day = G_MININT;
  row->to_day = G_MAXINT;
  row->status = JOL_STATUS_ABSENT;
  for (guint i = 0; i < n; i++)
    {
      const JolHistoryEntry *entry = jol_history_get (history, i);
      const int first_day = jol_date_first_day (&entry->from);

      if (first_day > day)
        {
          row->to_day = first_day;
          break;
        }
      row->from_day = first_day;
      row->status = (guint8) entry->code;
    }
}

void
jol_status_table_move (JolStatusTable *self, const JolDate *date)
{
  const int day = jol_date_last_day (date);

  for (guint i = 0; i < self->n_routes; i++)
    {
      Row *row = &self->rows[i];

      if (day < row->from_day || day >= row->to_day)
        {
          look_up (row, self->routes[i], day);
          row->shown = row->status;
        }
      if (row->has_interruptions)
        row->shown = (guint8) jol_status_shown_at (self->routes[i], date);
    }
}

/* At the date moved to, as jol_status_shown_at() has it. */
JolStatus
jol_status_table_get (const JolStatusTable *self, guint route)
{
  return (JolStatus) self->rows[route].shown;
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
