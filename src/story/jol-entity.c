/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-entity.h"

#include "jol-entity-private.h"

typedef JolEntityData JolEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JolEntity, jol_entity, G_TYPE_OBJECT)

static void
jol_entity_finalize (GObject *object)
{
  JolEntityData *data = jol_entity_get_data (object);

  g_free (data->id);
  g_clear_pointer (&data->title, jol_text_unref);
  g_clear_pointer (&data->summary, jol_text_unref);
  g_strfreev (data->source_ids);

  G_OBJECT_CLASS (jol_entity_parent_class)->finalize (object);
}

static void
jol_entity_class_init (JolEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_entity_finalize;
}

static void
jol_entity_init (JolEntity *self)
{
  jol_entity_get_data (self)->box = JOL_BOX_EMPTY;
}

JolEntityData *
jol_entity_get_data (gpointer entity)
{
  return jol_entity_get_instance_private (entity);
}

JolEntityKind
jol_entity_get_kind (JolEntity *self)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), 0);

  return JOL_ENTITY_GET_CLASS (self)->kind;
}

const char *
jol_entity_get_id (JolEntity *self)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), NULL);

  return jol_entity_get_data (self)->id;
}

/**
 * jol_entity_get_title:
 * @self: an entity
 * @language: (nullable): BCP 47 tag of the reader's language
 *
 * Returns: its name, title or statement, in @language or what comes nearest
 */
const char *
jol_entity_get_title (JolEntity *self, const char *language)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), NULL);

  return jol_text_get (jol_entity_get_data (self)->title, language);
}

const JolText *
jol_entity_get_title_text (JolEntity *self)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), NULL);

  return jol_entity_get_data (self)->title;
}

const char *
jol_entity_get_summary (JolEntity *self, const char *language)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), NULL);

  return jol_text_get (jol_entity_get_data (self)->summary, language);
}

const char *const *
jol_entity_get_source_ids (JolEntity *self)
{
  static const char *const none[] = { NULL };
  JolEntityData *data;

  g_return_val_if_fail (JOL_IS_ENTITY (self), none);

  data = jol_entity_get_data (self);
  return data->source_ids ? (const char *const *) data->source_ids : none;
}

JolConfidence
jol_entity_get_confidence (JolEntity *self)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), JOL_CONFIDENCE_HIGH);

  return jol_entity_get_data (self)->confidence;
}

const JolBox *
jol_entity_get_box (JolEntity *self)
{
  g_return_val_if_fail (JOL_IS_ENTITY (self), NULL);

  return &jol_entity_get_data (self)->box;
}

/**
 * jol_entity_kind_to_string:
 * @kind: one kind
 *
 * Returns: the word used in JSON output
 */
const char *
jol_entity_kind_to_string (JolEntityKind kind)
{
  switch (kind)
    {
    case JOL_ENTITY_ROUTE:
      return "route";
    case JOL_ENTITY_PLACE:
      return "place";
    case JOL_ENTITY_EVENT:
      return "event";
    case JOL_ENTITY_CLAIM:
      return "claim";
    case JOL_ENTITY_SOURCE:
      return "source";
    case JOL_ENTITY_ARTICLE:
      return "article";
    case JOL_ENTITY_SERIES:
    default:
      return "series";
    }
}
