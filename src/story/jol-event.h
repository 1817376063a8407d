/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-entity.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_EVENT_SUMMIT,
  JOL_EVENT_PIPELINE,
  JOL_EVENT_AGREEMENT,
  JOL_EVENT_INCIDENT,
  JOL_EVENT_POLITICS,
  JOL_EVENT_ECONOMY,
  JOL_EVENT_VISIT,
  JOL_EVENT_STATEMENT,
} JolEventKind;
#define JOL_N_EVENT_KINDS 8

#define JOL_TYPE_EVENT (jol_event_get_type ())
G_DECLARE_FINAL_TYPE (JolEvent, jol_event, JOL, EVENT, JolEntity)

JolEventKind jol_event_get_event_kind (JolEvent *self);
const JolDate *jol_event_get_date (JolEvent *self);
const JolDate *jol_event_get_end (JolEvent *self);   /* unset when it has none */
int jol_event_get_first_day (JolEvent *self);        /* of date */
int jol_event_get_last_day (JolEvent *self);         /* of end, or of date */
const char *jol_event_get_place_id (JolEvent *self); /* or NULL */
const char *const *
jol_event_get_participants (JolEvent *self); /* country codes, NULL-terminated, never NULL */
const char *const *jol_event_get_route_ids (JolEvent *self); /* NULL-terminated, never NULL */

/* Dates as people read them, at their own precision, with the end where there is one. */
char *jol_event_format_dates (JolEvent *self) G_GNUC_WARN_UNUSED_RESULT;

const char *jol_event_kind_to_string (JolEventKind kind);
gboolean jol_event_kind_from_string (const char *word, JolEventKind *kind_out);
const char *jol_event_kind_get_label (JolEventKind kind); /* plural: "Summits" */
const char *jol_event_kind_get_name (JolEventKind kind);  /* singular: "Summit" */

G_END_DECLS
