/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-search-index.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolSearchBar: an entry, and under it what is found while a person types. The focus stays in the
 * entry; Up and Down choose, Enter opens, Escape closes. What is typed is the session's query.
 *
 * Signals:
 *   chosen (JolSearchResult *): a person wants to see it
 *   closed: a person is done
 */
#define JOL_TYPE_SEARCH_BAR (jol_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchBar, jol_search_bar, JOL, SEARCH_BAR, GtkWidget)

void jol_search_bar_set_session (JolSearchBar *self, JolSession *session);
/* NULL while a story is still being read. */
void jol_search_bar_set_index (JolSearchBar *self, JolSearchIndex *index);
/* Takes the focus, with what was typed last marked, so that typing replaces it. */
void jol_search_bar_begin (JolSearchBar *self);
/* Types the key of an event that @controller, of another widget, is handling. */
gboolean jol_search_bar_type_key (JolSearchBar *self, GtkEventControllerKey *controller);

G_END_DECLS
