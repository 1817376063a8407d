/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-event.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolEvent, jol_event, JOL_TYPE_ENTITY)

static const char *const none[] = { NULL };

static void
jol_event_finalize (GObject *object)
{
  JolEvent *self = JOL_EVENT (object);

  g_free (self->place_id);
  g_strfreev (self->participants);
  g_strfreev (self->route_ids);

  G_OBJECT_CLASS (jol_event_parent_class)->finalize (object);
}

static void
jol_event_class_init (JolEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_event_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_EVENT;
}

static void
jol_event_init (JolEvent *self)
{
}

JolEventKind
jol_event_get_event_kind (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), JOL_EVENT_SUMMIT);

  return self->kind;
}

const JolDate *
jol_event_get_date (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), NULL);

  return &self->date;
}

const JolDate *
jol_event_get_end (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), NULL);

  return &self->end;
}

int
jol_event_get_first_day (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), 0);

  return self->first_day;
}

int
jol_event_get_last_day (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), 0);

  return self->last_day;
}

const char *
jol_event_get_place_id (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), NULL);

  return self->place_id;
}

const char *const *
jol_event_get_participants (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), none);

  return self->participants ? (const char *const *) self->participants : none;
}

const char *const *
jol_event_get_route_ids (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), none);

  return self->route_ids ? (const char *const *) self->route_ids : none;
}

/**
 * jol_event_format_dates:
 * @self: an event
 *
 * Returns: (transfer full): its dates for people: "18–19 May 2023"
 */
char *
jol_event_format_dates (JolEvent *self)
{
  g_return_val_if_fail (JOL_IS_EVENT (self), NULL);

  return jol_date_format_range (&self->date, &self->end);
}
