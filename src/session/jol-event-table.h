/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* What a query asks of an event. */
typedef struct
{
  int first_day;
  int last_day;
  int reach; /* the latest last day of this event and of all before it */
  JolEventKind kind;
} JolEventFacts;

/*
 * JolEventTable: what queries ask of the events of a story, side by side in memory and in the
 * story's order. Borrows the story. Main thread only.
 */
typedef struct _JolEventTable JolEventTable;

JolEventTable *jol_event_table_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
void jol_event_table_free (JolEventTable *self);

const JolEventFacts *jol_event_table_get_facts (const JolEventTable *self, guint *n_out);

/* All events that overlap @span have numbers from @begin_out on and before @end_out, but some of
 * those between may have ended before it. All do when it is unset. */
void jol_event_table_find_span (const JolEventTable *self,
                                const JolSpan *span,
                                guint *begin_out,
                                guint *end_out);

/* For each event 1 when it lies in @view, else 0. An event lies at its place; without one, along
 * each of its routes; without those, at the capitals of those who took part. What has none of
 * these lies nowhere, and so in no view. */
guint8 *jol_event_table_find_view (JolEventTable *self,
                                   const JolBox *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
