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

/* JolEventRow: a row of the timeline: an event, or the heading of a year. Rows are used again, so a
 * row is one widget that draws what it shows.
 *
 * CSS node: row. Signals:
 *   activate;
 *   resized: what it shows may need another height, and it is a list that has to ask for that. */
#define JOL_TYPE_EVENT_ROW (jol_event_row_get_type ())
G_DECLARE_FINAL_TYPE (JolEventRow, jol_event_row, JOL, EVENT_ROW, GtkWidget)

/* For a list, which gives it its room by jol_event_row_get_height(). Any other asks for its size as
 * widgets do. */
GtkWidget *jol_event_row_new_listed (void) G_GNUC_WARN_UNUSED_RESULT;

/* A JolEvent of @story or a JolYear, or NULL to let go of it. */
void jol_event_row_set_item (JolEventRow *self, GObject *item, JolStory *story);
JolEvent *jol_event_row_get_event (JolEventRow *self); /* NULL for a heading */
/* In px, of what it shows, in so much room. */
int jol_event_row_get_height (JolEventRow *self, int width);
/* Of most events, before any is known. */
int jol_event_row_get_usual_height (JolEventRow *self);
void jol_event_row_set_marks (JolEventRow *self, JolRowMarks marks);
JolRowMarks jol_event_row_get_marks (JolEventRow *self);

/* The texts it draws, a line each: for the tests, which cannot read a drawing. */
char *jol_event_row_dup_texts (JolEventRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
