/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What: the selection, what belongs to it, the hover, and which events are listed. */
#include "config.h"

#include "jol-session-private.h"

static gboolean
is_about (JolStory *story, const char *id, JolEntity *event)
{
  const GPtrArray *events = jol_story_get_events_about (story, id);

  return g_ptr_array_find ((GPtrArray *) events, event, NULL);
}

/* The subject of the list once @id is selected. Choosing an event in the list of a route must not
 * take that list away, so it stays for as long as its events are chosen. */
static const char *
find_subject (JolSession *self, const char *id)
{
  JolEntity *entity = id ? jol_story_lookup (self->story, id) : NULL;

  if (!entity)
    return NULL;
  if (jol_entity_get_kind (entity) & (JOL_ENTITY_ROUTE | JOL_ENTITY_PLACE))
    return jol_entity_get_id (entity);
  if (jol_entity_get_kind (entity) == JOL_ENTITY_EVENT && self->subject &&
      is_about (self->story, self->subject, entity))
    return self->subject;
  return NULL;
}

void
jol_session_put_selection (JolSession *self, JolSessionChange *change, const char *id)
{
  const char *subject = find_subject (self, id);

  self->is_selection_of_text = FALSE;
  if (g_strcmp0 (subject, self->subject) != 0)
    jol_session_put_flag (change, JOL_SESSION_ONLY_SUBJECT, &self->only_subject, TRUE);
  jol_session_put_text (change, JOL_SESSION_SUBJECT, &self->subject, subject);
  jol_session_put_text (change, JOL_SESSION_SELECTION, &self->selection, id);
}

/* The date at which @entity is to be looked at, when it is not there at the present one. */
static JolDate
find_date_for (JolSession *self, JolEntity *entity)
{
  if (JOL_IS_EVENT (entity))
    return *jol_event_get_date (JOL_EVENT (entity));
  if (JOL_IS_ROUTE (entity) &&
      jol_route_get_status_at (JOL_ROUTE (entity), &self->date) == JOL_STATUS_ABSENT)
    return jol_route_get_first_date (JOL_ROUTE (entity));
  return (JolDate){ 0 };
}

gboolean
jol_session_select (JolSession *self, const char *id, JolOrigin origin)
{
  return jol_session_select_at (self, id, NULL, origin);
}

gboolean
jol_session_select_at (JolSession *self, const char *id, const JolDate *date, JolOrigin origin)
{
  const JolEntityKind selectable =
      JOL_ENTITY_ROUTE | JOL_ENTITY_PLACE | JOL_ENTITY_EVENT | JOL_ENTITY_CLAIM;
  JolEntity *entity = NULL;
  JolSessionChange change;
  JolDate before, to = { 0 };
  gboolean has_moved = FALSE;

  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  if (id && *id)
    {
      entity = self->story ? jol_story_lookup (self->story, id) : NULL;
      if (!entity || !(jol_entity_get_kind (entity) & selectable))
        return FALSE;
      /* The story's own copy of the id outlives what the caller may have borrowed from us. */
      id = jol_entity_get_id (entity);
    }
  else
    {
      id = NULL;
    }

  before = self->date;
  if (date && jol_date_is_set (date))
    {
      to = jol_session_clamp_date (self, date);
    }
  else if (entity)
    {
      to = find_date_for (self, entity);
      has_moved = JOL_IS_ROUTE (entity) && jol_date_is_set (&to);
    }

  change = jol_session_begin_change (self, origin, JOL_TRAIL_JUMP);
  jol_session_put_selection (self, &change, id);
  if (jol_date_is_set (&to))
    jol_session_put_date (self, &change, &to);
  has_moved = has_moved && (change.changed & 1u << JOL_SESSION_DATE);

  g_object_ref (self);
  jol_session_end_change (self, &change);
  if (has_moved)
    jol_session_emit_date_moved (self, &before);
  g_object_unref (self);
  return TRUE;
}

const char *
jol_session_get_selection (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->selection;
}

JolEntity *
jol_session_get_selected (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->selection ? jol_story_lookup (self->story, self->selection) : NULL;
}

void
jol_session_set_hover (JolSession *self, const char *id, JolOrigin origin)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (id && (!*id || !self->story || !jol_story_lookup (self->story, id)))
    id = NULL;

  change = jol_session_begin_change (self, origin, JOL_TRAIL_DRIFT);
  jol_session_put_text (&change, JOL_SESSION_HOVER, &self->hover, id);
  jol_session_end_change (self, &change);
}

const char *
jol_session_get_hover (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->hover;
}

/* An event belongs with its place and its routes, a route with its stops, a claim with what it is
 * about. */
static gboolean
refers_to (JolEntity *entity, const char *id)
{
  switch (jol_entity_get_kind (entity))
    {
    case JOL_ENTITY_EVENT:
      return g_strcmp0 (jol_event_get_place_id (JOL_EVENT (entity)), id) == 0 ||
             g_strv_contains (jol_event_get_route_ids (JOL_EVENT (entity)), id);
    case JOL_ENTITY_ROUTE:
      return g_strv_contains (jol_route_get_stop_ids (JOL_ROUTE (entity)), id);
    case JOL_ENTITY_CLAIM:
      return g_strv_contains (jol_claim_get_about (JOL_CLAIM (entity)), id);
    case JOL_ENTITY_PLACE:
    case JOL_ENTITY_SOURCE:
    case JOL_ENTITY_ARTICLE:
    case JOL_ENTITY_SERIES:
    default:
      return FALSE;
    }
}

gboolean
jol_session_is_related (JolSession *self, JolEntity *entity)
{
  JolEntity *selected;

  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (JOL_IS_ENTITY (entity), FALSE);

  selected = jol_session_get_selected (self);
  return selected && (entity == selected || refers_to (selected, jol_entity_get_id (entity)) ||
                      refers_to (entity, self->selection));
}

JolFilter
jol_session_get_filter (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), 0);

  return self->filter;
}

void
jol_session_set_filter (JolSession *self, JolFilter filter)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  filter &= JOL_FILTER_EVENTS | JOL_FILTER_MAP;
  if (self->filter == filter)
    return;

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  self->filter = filter;
  change.changed |= 1u << JOL_SESSION_FILTER;
  jol_session_end_change (self, &change);
}

const char *
jol_session_get_subject (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->subject;
}

gboolean
jol_session_get_only_subject (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->only_subject;
}

void
jol_session_set_only_subject (JolSession *self, gboolean only_subject)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_ONLY_SUBJECT, &self->only_subject, only_subject);
  jol_session_end_change (self, &change);
}

GListModel *
jol_session_list_events (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->events);
}
