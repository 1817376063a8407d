/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-event-model.h"
#include "jol-event-row.h"

G_BEGIN_DECLS

/* JolEventList: the rows of a JolEventModel, of which only those in sight are widgets. It is
 * scrolled by the GtkScrolledWindow that it is in. It selects nothing: a row has the keys, and is
 * activated.
 *
 * CSS node: listview, and a row for each row. Signals:
 *   bind (JolEventRow, GObject): gives a row an item of the model;
 *   unbind (JolEventRow): takes it away;
 *   activate (guint position): a row was clicked, or Enter pressed on it. */
#define JOL_TYPE_EVENT_LIST (jol_event_list_get_type ())
G_DECLARE_FINAL_TYPE (JolEventList, jol_event_list, JOL, EVENT_LIST, GtkWidget)

/* Or NULL. What listens to "bind" must be there already. */
void jol_event_list_set_model (JolEventList *self, JolEventModel *model);

/* Brings a row into sight with the next layout, with some of what stands before and after it, and
 * not under the @covered_px at the top. Nothing moves if it is in sight. */
void jol_event_list_show (JolEventList *self, guint position, int covered_px);

/* The row that is seen at @y, in px from the list's own top, or NULL. */
JolEventRow *jol_event_list_get_row_at (JolEventList *self, double y);

G_END_DECLS
