/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-search-model.h"

G_BEGIN_DECLS

/*
 * JolSearchItem: a row of the list of what was found, as it is shown: a heading, a result with its
 * symbol, its title and snippet with what matched in bold, or "12 more". It is filled again and
 * again while a person types.
 */
#define JOL_TYPE_SEARCH_ITEM (jol_search_item_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchItem, jol_search_item, JOL, SEARCH_ITEM, GtkListBoxRow)

GtkWidget *jol_search_item_new (void) G_GNUC_WARN_UNUSED_RESULT;
JolSearchRow *jol_search_item_get_row (JolSearchItem *self); /* or NULL */
void jol_search_item_set_row (JolSearchItem *self, JolSearchRow *row);

G_END_DECLS
