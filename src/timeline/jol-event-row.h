/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-event.h"
#include "jol-story.h"
#include "jol-year.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_ROW_SELECTED = 1 << 0,
  JOL_ROW_CURRENT = 1 << 1, /* the last event that has begun at the date */
  JOL_ROW_HOVERED = 1 << 2,
} JolRowMarks;

/* JolEventRow: a row of the timeline: an event, or the heading of a year. Rows are many and are
 * used again, so a row is one widget that draws what it shows. */
#define JOL_TYPE_EVENT_ROW (jol_event_row_get_type ())
G_DECLARE_FINAL_TYPE (JolEventRow, jol_event_row, JOL, EVENT_ROW, GtkWidget)

GtkWidget *jol_event_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A JolEvent of @story or a JolYear, or NULL to let go of it. */
void jol_event_row_set_item (JolEventRow *self, GObject *item, JolStory *story);
JolEvent *jol_event_row_get_event (JolEventRow *self); /* NULL for a heading */
void jol_event_row_set_marks (JolEventRow *self, JolRowMarks marks);
JolRowMarks jol_event_row_get_marks (JolEventRow *self);

/* "5 July 2022, Incident, Novorossiysk court orders CPC to stop"; "2022, 24 events" */
char *jol_event_row_format_name (JolEventRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* Where, and who: "Xi'an · CN KZ KG"; NULL when neither is known, and for a heading. */
char *jol_event_row_format_description (JolEventRow *self,
                                        JolStory *story) G_GNUC_WARN_UNUSED_RESULT;

/* The texts it draws, a line each: for the tests, which cannot read a drawing. */
char *jol_event_row_dup_texts (JolEventRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
