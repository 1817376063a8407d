/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-article.h"

G_BEGIN_DECLS

/*
 * JolContents: a popover with the headings of an article, the present one marked.
 *
 * CSS node: popover.contents. Signals: section-chosen (guint section).
 */
#define JOL_TYPE_CONTENTS (jol_contents_get_type ())
G_DECLARE_FINAL_TYPE (JolContents, jol_contents, JOL, CONTENTS, GtkPopover)

void jol_contents_set_article (JolContents *self, JolArticle *article);
/* A line over the list. */
void jol_contents_set_note (JolContents *self, const char *note);
void jol_contents_set_current (JolContents *self, guint section);

G_END_DECLS
