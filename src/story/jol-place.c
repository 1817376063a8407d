/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-place.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolPlace, jol_place, JOL_TYPE_ENTITY)

static void
jol_place_finalize (GObject *object)
{
  g_free (JOL_PLACE (object)->country);

  G_OBJECT_CLASS (jol_place_parent_class)->finalize (object);
}

static void
jol_place_class_init (JolPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_place_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_PLACE;
}

static void
jol_place_init (JolPlace *self)
{
}

JolPlaceKind
jol_place_get_place_kind (JolPlace *self)
{
  g_return_val_if_fail (JOL_IS_PLACE (self), JOL_PLACE_SITE);

  return self->kind;
}

const char *
jol_place_get_country (JolPlace *self)
{
  g_return_val_if_fail (JOL_IS_PLACE (self), NULL);

  return self->country;
}

const JolPoint *
jol_place_get_point (JolPlace *self)
{
  g_return_val_if_fail (JOL_IS_PLACE (self), NULL);

  return &self->point;
}
