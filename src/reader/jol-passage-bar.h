/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolPassageBar: says how many passages of the article speak of what is selected, and at which of
 * them one is, and steps through them.
 *
 * CSS node: jolpassagebar.
 *
 * Signals:
 *   stepped (int n): to the passage n after (-1: before) is asked for.
 *   closed: the bar is not wanted now.
 */
#define JOL_TYPE_PASSAGE_BAR (jol_passage_bar_get_type ())
G_DECLARE_FINAL_TYPE (JolPassageBar, jol_passage_bar, JOL, PASSAGE_BAR, GtkWidget)

/* @position: from 1, or 0 when one is at none of the @n_passages. */
void jol_passage_bar_set_position (JolPassageBar *self,
                                   guint position,
                                   guint n_passages,
                                   const char *subject);
/* The titles of the articles that steps beyond the first and the last passage lead to; NULL for
 * this one. */
void jol_passage_bar_set_beyond (JolPassageBar *self, const char *before, const char *after);

G_END_DECLS
