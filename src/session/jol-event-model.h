/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-filter.h"
#include "jol-story.h"
#include "jol-year.h"

G_BEGIN_DECLS

/*
 * JolEventModel: the rows of the timeline as a GListModel of JolYear and JolEvent, over the
 * date-sorted events of a story. Items are made once and kept; items-changed is as small as the
 * change.
 */
#define JOL_TYPE_EVENT_MODEL (jol_event_model_get_type ())
G_DECLARE_FINAL_TYPE (JolEventModel, jol_event_model, JOL, EVENT_MODEL, GObject)

JolEventModel *jol_event_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @subject: id whose events alone are listed, or NULL; @span may be unset. */
void jol_event_model_set_query (JolEventModel *self,
                                JolStory *story,
                                JolFilter filter,
                                const char *subject,
                                const JolSpan *span);

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
