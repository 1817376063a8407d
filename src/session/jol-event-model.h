/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-filter.h"
#include "jol-story.h"
#include "jol-year.h"

G_BEGIN_DECLS

/* Which events are listed: those that pass all of these. */
typedef struct
{
  JolFilter filter;
  const char *subject; /* id of what they are about, or NULL */
  JolSpan span;        /* that they overlap; may be unset */
  const JolBox *view;  /* that they lie in, as jol_event_table_find_view() says; or NULL */
} JolEventQuery;

/*
 * JolEventModel: the rows of the timeline as a GListModel of JolYear and JolEvent, over the
 * date-sorted events of a story. Items are made once and kept; items-changed is as small as the
 * change.
 *
 * Signals:
 *   queried: a query was answered, after all of its items-changed; not when it changed nothing.
 */
#define JOL_TYPE_EVENT_MODEL (jol_event_model_get_type ())
G_DECLARE_FINAL_TYPE (JolEventModel, jol_event_model, JOL, EVENT_MODEL, GObject)

JolEventModel *jol_event_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

void jol_event_model_set_query (JolEventModel *self, JolStory *story, const JolEventQuery *query);

guint jol_event_model_get_n_events (JolEventModel *self); /* shown, without headings */
guint jol_event_model_get_n_total (JolEventModel *self);  /* in the story */
/* The row of an event, or G_MAXUINT when it is not shown. */
guint jol_event_model_find (JolEventModel *self, JolEvent *event);
/* The heading that the row stands under, or is; owned by the model. NULL for a row that is not
 * there. */
JolYear *jol_event_model_get_year (JolEventModel *self, guint row);
/* The row of the last event that has begun by the end of @date, or G_MAXUINT before the first. */
guint jol_event_model_find_date (JolEventModel *self, const JolDate *date);
/* How many shown events have begun by the end of @date. */
guint jol_event_model_count_until (JolEventModel *self, const JolDate *date);

G_END_DECLS
