/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolTimeline is in two files: the list and what is over it (jol-timeline.c), and when it scrolls
 * by itself (-follow.c). */

#include "jol-event-model.h"
#include "jol-timeline.h"

G_BEGIN_DECLS

struct _JolTimeline
{
  GtkWidget parent_instance;

  GtkWidget *filter_bar;
  GtkWidget *banner;
  GtkWidget *banner_label;
  GtkWidget *banner_button;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *empty;

  JolSession *session;
  GSignalGroup *session_signals;
  GHashTable *rows; /* JolEvent → JolEventRow: the rows that are bound now; borrowed */
  guint follow_id;  /* tick callback */
  gboolean is_second_try;
  gboolean has_wandered; /* a person scrolled, and the story only plays on */
};

JolEventModel *jol_timeline_get_model (JolTimeline *self);
/* The last event that has begun at the date, or NULL; it lives as long as the story. */
JolEvent *jol_timeline_get_current_event (JolTimeline *self);

/* Brings the row of the selection or the date into sight, in the next frame. */
void jol_timeline_queue_follow (JolTimeline *self);
void jol_timeline_cancel_follow (JolTimeline *self);
void jol_timeline_watch_scrolling (JolTimeline *self);

G_END_DECLS
