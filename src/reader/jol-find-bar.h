/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-buffer.h"

G_BEGIN_DECLS

/*
 * JolFindBar: finds words in an article: says all places where they stand, and marks one after the
 * other. It is folded away until it is opened.
 *
 * CSS node: jolfindbar. Signals:
 *   show-match (int offset): the match that begins there is the present one.
 *   matches-changed: others are found.
 *   closed: by a person; the focus belongs in the text again.
 */
#define JOL_TYPE_FIND_BAR (jol_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (JolFindBar, jol_find_bar, JOL, FIND_BAR, GtkWidget)

void jol_find_bar_set_article (JolFindBar *self, JolArticleBuffer *buffer); /* or NULL */
void jol_find_bar_set_theme (JolFindBar *self, JolTheme theme);

/* Gives the keys to the entry. The first match is sought from an offset in the text on, the words
 * that are selected in it, if any. */
void jol_find_bar_open (JolFindBar *self, int offset);
void jol_find_bar_close (JolFindBar *self);
gboolean jol_find_bar_is_open (JolFindBar *self);
/* To the @n_steps-th match from here, round the end of the text. */
void jol_find_bar_step (JolFindBar *self, int n_steps);

/* Which match is the present one, from 0, of how many; -1 when there is none. */
int jol_find_bar_get_current (JolFindBar *self, guint *n_out);
/* All, of JolFindMatch, in the order of the text. (transfer none), and never changed. */
GArray *jol_find_bar_get_matches (JolFindBar *self);

G_END_DECLS
