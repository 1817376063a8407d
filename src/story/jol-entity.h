/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "jol-geo.h"
#include "jol-text.h"

G_BEGIN_DECLS

/* What a story is made of. Values are bits, so that a set of kinds is one number. */
typedef enum
{
  JOL_ENTITY_ROUTE = 1 << 0,
  JOL_ENTITY_PLACE = 1 << 1,
  JOL_ENTITY_EVENT = 1 << 2,
  JOL_ENTITY_CLAIM = 1 << 3,
  JOL_ENTITY_SOURCE = 1 << 4,
  JOL_ENTITY_ARTICLE = 1 << 5,
  JOL_ENTITY_SERIES = 1 << 6,
} JolEntityKind;

typedef enum
{
  JOL_CONFIDENCE_HIGH, /* also when nothing is said */
  JOL_CONFIDENCE_MEDIUM,
  JOL_CONFIDENCE_LOW,
} JolConfidence;

/*
 * JolEntity: anything in a story that has an id: a route, place, event, claim, source, article or
 * series. Immutable once its story is loaded; safe from any thread.
 */
#define JOL_TYPE_ENTITY (jol_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (JolEntity, jol_entity, JOL, ENTITY, GObject)

struct _JolEntityClass
{
  GObjectClass parent_class;

  JolEntityKind kind;
};

JolEntityKind jol_entity_get_kind (JolEntity *self);
const char *jol_entity_get_id (JolEntity *self);
const char *jol_entity_get_title (JolEntity *self,
                                  const char *language); /* name, title or statement */
const JolText *jol_entity_get_title_text (JolEntity *self);
const char *jol_entity_get_summary (JolEntity *self,
                                    const char *language);      /* summary or note, or NULL */
const char *const *jol_entity_get_source_ids (JolEntity *self); /* NULL-terminated, never NULL */
JolConfidence jol_entity_get_confidence (JolEntity *self);
const JolBox *jol_entity_get_box (JolEntity *self); /* where it is; empty for what has no place */

const char *
jol_entity_kind_to_string (JolEntityKind kind); /* "route", "place" … as in JSON output */

G_END_DECLS
