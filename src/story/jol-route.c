/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolRoute, jol_route, JOL_TYPE_ENTITY)

static void
clear_throughput (gpointer data)
{
  JolThroughput *throughput = data;

  g_free (throughput->unit);
  g_strfreev (throughput->sources);
  g_clear_pointer (&throughput->note, jol_text_unref);
}

GArray *
jol_throughput_array_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (JolThroughput));

  g_array_set_clear_func (array, clear_throughput);
  return array;
}

static void
clear_owner (gpointer data)
{
  JolOwner *owner = data;

  g_free (owner->name);
  g_free (owner->country);
}

GArray *
jol_owner_array_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (JolOwner));

  g_array_set_clear_func (array, clear_owner);
  return array;
}

static void
clear_interruption (gpointer data)
{
  JolInterruption *interruption = data;

  g_clear_pointer (&interruption->note, jol_text_unref);
}

GArray *
jol_interruption_array_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (JolInterruption));

  g_array_set_clear_func (array, clear_interruption);
  return array;
}

static void
jol_route_finalize (GObject *object)
{
  JolRoute *self = JOL_ROUTE (object);

  g_free (self->operator);
  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].points);
  g_free (self->lines);
  g_strfreev (self->stop_ids);
  g_strfreev (self->countries);
  g_clear_pointer (&self->status, jol_history_unref);
  g_clear_pointer (&self->capacity, jol_history_unref);
  g_clear_pointer (&self->direction, jol_history_unref);
  g_clear_pointer (&self->throughput, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
  g_clear_pointer (&self->interruptions, g_array_unref);

  G_OBJECT_CLASS (jol_route_parent_class)->finalize (object);
}

static void
jol_route_class_init (JolRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_route_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_ROUTE;
}

static void
jol_route_init (JolRoute *self)
{
}

JolCommodity
jol_route_get_commodity (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_COMMODITY_OIL);

  return self->commodity;
}

JolMode
jol_route_get_mode (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_MODE_PIPELINE);

  return self->mode;
}

JolOutlet
jol_route_get_outlet (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_OUTLET_NONE);

  return self->outlet;
}

double
jol_route_get_length_km (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), 0);

  return self->length_km;
}

double
jol_route_get_diameter_mm (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), 0);

  return self->diameter_mm;
}

const char *
jol_route_get_operator (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return self->operator;
}

const JolLine *
jol_route_get_lines (JolRoute *self, guint *n_lines_out)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  *n_lines_out = self->n_lines;
  return self->lines;
}

const char *const *
jol_route_get_stop_ids (JolRoute *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (JOL_IS_ROUTE (self), none);

  return self->stop_ids ? (const char *const *) self->stop_ids : none;
}

gboolean
jol_route_touches_country (JolRoute *self, const char *country)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), FALSE);

  return self->countries && g_strv_contains ((const char *const *) self->countries, country);
}

const JolHistory *
jol_route_get_status_history (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return self->status;
}

const JolHistory *
jol_route_get_capacity_history (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return self->capacity;
}

const JolHistory *
jol_route_get_direction_history (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return self->direction;
}

/* An array that may not be there, as C has arrays. */
static gconstpointer
expose_array (const GArray *array, guint *n_out)
{
  *n_out = array ? array->len : 0;
  return array ? array->data : NULL;
}

const JolThroughput *
jol_route_get_throughput (JolRoute *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return expose_array (self->throughput, n_out);
}

const JolOwner *
jol_route_get_owners (JolRoute *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return expose_array (self->owners, n_out);
}

const JolInterruption *
jol_route_get_interruptions (JolRoute *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return expose_array (self->interruptions, n_out);
}

/**
 * jol_route_get_status_at:
 * @self: a route
 * @date: a date; it covers its whole period, so what begins in 2009 is there at the date 2009
 *
 * Returns: what the route was by the end of @date
 */
JolStatus
jol_route_get_status_at (JolRoute *self, const JolDate *date)
{
  const JolHistoryEntry *entry;

  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_STATUS_ABSENT);

  entry = jol_history_at (self->status, date);
  return entry ? (JolStatus) entry->code : JOL_STATUS_ABSENT;
}

JolDirection
jol_route_get_direction_at (JolRoute *self, const JolDate *date)
{
  const JolHistoryEntry *entry;

  g_return_val_if_fail (JOL_IS_ROUTE (self), JOL_DIRECTION_FORWARD);

  entry = jol_history_at (self->direction, date);
  return entry ? (JolDirection) entry->code : JOL_DIRECTION_FORWARD;
}

const JolHistoryEntry *
jol_route_get_capacity_at (JolRoute *self, const JolDate *date)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  return jol_history_at (self->capacity, date);
}

const JolThroughput *
jol_route_get_throughput_at (JolRoute *self, const JolDate *date)
{
  const JolThroughput *throughput;
  const JolThroughput *found = NULL;
  guint n;

  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  throughput = jol_route_get_throughput (self, &n);
  for (guint i = 0; i < n && throughput[i].year <= date->year; i++)
    found = &throughput[i];

  return found;
}

/* The interruption that any day of @date falls into, or NULL. */
const JolInterruption *
jol_route_get_interruption_at (JolRoute *self, const JolDate *date)
{
  const JolInterruption *interruptions;
  guint n;

  g_return_val_if_fail (JOL_IS_ROUTE (self), NULL);

  interruptions = jol_route_get_interruptions (self, &n);
  for (guint i = 0; i < n; i++)
    if (jol_span_overlaps (&interruptions[i].span, jol_date_first_day (date),
                           jol_date_last_day (date)))
      return &interruptions[i];

  return NULL;
}

JolDate
jol_route_get_first_date (JolRoute *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE (self), (JolDate){ 0 });

  for (guint i = 0; i < jol_history_get_size (self->status); i++)
    if (jol_history_get (self->status, i)->code == JOL_STATUS_OPERATING)
      return jol_history_get (self->status, i)->from;

  return jol_history_get_size (self->status) > 0 ? jol_history_get (self->status, 0)->from
                                                 : (JolDate){ 0 };
}
