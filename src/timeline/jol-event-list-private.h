/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolEventList is one class in two files: which rows there are and where (-layout.c), and what is
 * done with them (jol-event-list.c). */

#include "jol-event-list.h"

#include "jol-row-heights.h"

G_BEGIN_DECLS

#define JOL_NOWHERE G_MAXUINT
#define JOL_EVENT_LIST_PAGE 0.9 /* of what is seen */

/* A row's widget, and what it is used for. */
typedef struct
{
  JolEventRow *row;
  guint position; /* or JOL_NOWHERE: free */
  gboolean is_bound;
  int y;
  int height;
} JolEventSlot;

struct _JolEventList
{
  GtkWidget parent_instance;

  JolEventModel *model;
  gulong items_handler;
  GArray *slots; /* of JolEventSlot */
  JolRowHeights *heights;
  int width; /* that the heights are for */

  guint anchor;
  int anchor_y;
  JolEvent *lost; /* what the anchor was, when the list was made anew around it */
  guint wanted;   /* to be shown by the next layout, or JOL_NOWHERE */
  int covered_px;
  guint more_id; /* tick callback */
  guint sort_id; /* timeout */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  gboolean is_configuring;
  gboolean is_laying_out;
};

static inline JolEventSlot *
jol_event_list_get_slot (JolEventList *self, guint index)
{
  return &g_array_index (self->slots, JolEventSlot, index);
}

guint jol_event_list_get_n_items (JolEventList *self);
/* By its row in the model, by its widget, or by where it is in sight; or NULL. */
JolEventSlot *jol_event_list_find_slot (JolEventList *self, guint position);
JolEventSlot *jol_event_list_find_slot_of (JolEventList *self, GtkWidget *row);
JolEventSlot *jol_event_list_find_slot_at (JolEventList *self, double y);
gboolean jol_event_list_has_focus (JolEventList *self, const JolEventSlot *slot);
gboolean jol_event_list_is_in_sight (JolEventList *self, guint position, int height);

void jol_event_list_add_rows (JolEventList *self, guint n);
void jol_event_list_unbind (JolEventList *self, JolEventSlot *slot);
void jol_event_list_release (JolEventList *self, JolEventSlot *slot);

/* Decides where rows are, but gives them no room yet. */
void jol_event_list_lay_out (JolEventList *self, int width, int height);
/* The same for the room that the list has now, and asks to give it to the rows. */
void jol_event_list_lay_out_now (JolEventList *self);

G_END_DECLS
