/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolTimeline is one class in two files: what the list shows (jol-timeline.c), and where it is
 * scrolled to (-scroll.c). */

#include "jol-timeline.h"

#include "jol-event-list.h"

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
  GtkWidget *heading; /* the year of what is at the top, over the list */
  GtkWidget *empty;
  GtkWidget *show_all;

  JolSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *list_signals;
  GHashTable *rows;        /* JolEvent → JolEventRow: the rows that are bound now; borrowed */
  guint follow_id;         /* tick callback */
  gboolean has_wandered;   /* a person scrolled, and the story only plays on */
  gint64 scroll_until_us;  /* a person's scroll may still go on */
  guint n_scrolled_frames; /* in which the rows are still looked at */
  guint scrolled_id;       /* tick callback */
};

JolEventModel *jol_timeline_get_model (JolTimeline *self);
/* The last event that has begun at the date; it lives as long as the story. Or NULL. */
JolEvent *jol_timeline_get_current_event (JolTimeline *self);

void jol_timeline_init_scroll (JolTimeline *self);
void jol_timeline_dispose_scroll (JolTimeline *self);
/* Brings what is selected, or the date, into sight with the next frame, unless a person scrolled
 * away from it. */
void jol_timeline_follow (JolTimeline *self);

G_END_DECLS
