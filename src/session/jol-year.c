/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-year.h"

struct _JolYear
{
  GObject parent_instance;

  int year;
  guint n_events;
};

enum
{
  PROP_N_EVENTS = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolYear, jol_year, G_TYPE_OBJECT)

static void
jol_year_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_EVENTS)
    g_value_set_uint (value, JOL_YEAR (object)->n_events);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_year_class_init (JolYearClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jol_year_get_property;

  properties[PROP_N_EVENTS] =
      g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_year_init (JolYear *self)
{
}

JolYear *
jol_year_new (int year)
{
  JolYear *self = g_object_new (JOL_TYPE_YEAR, NULL);

  self->year = year;
  return self;
}

int
jol_year_get_year (JolYear *self)
{
  g_return_val_if_fail (JOL_IS_YEAR (self), 0);

  return self->year;
}

guint
jol_year_get_n_events (JolYear *self)
{
  g_return_val_if_fail (JOL_IS_YEAR (self), 0);

  return self->n_events;
}

void
jol_year_set_n_events (JolYear *self, guint n_events)
{
  g_return_if_fail (JOL_IS_YEAR (self));

  if (self->n_events == n_events)
    return;

  self->n_events = n_events;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_EVENTS]);
}
