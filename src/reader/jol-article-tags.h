/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-claim.h"
#include "jol-markdown.h"
#include "jol-palette.h"

G_BEGIN_DECLS

/* The looks of an article's text, as tags of its buffer's table. Returned tags are borrowed. */
GtkTextTagTable *jol_article_tags_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_article_tags_set_theme (GtkTextTagTable *table, JolTheme theme);

GtkTextTag *jol_article_tags_get (GtkTextTagTable *table, const char *name);
GtkTextTag *jol_article_tags_get_verdict (GtkTextTagTable *table, JolVerdict verdict);
/* Margins of what stands in quotes and lists, or NULL outside of them. @next is the block after it,
 * or NULL. */
GtkTextTag *
jol_article_tags_get_place (GtkTextTagTable *table, const JolBlock *block, const JolBlock *next);
/* How far a character's line stands in, in px. */
int jol_article_tags_get_margin (GtkTextBuffer *buffer, int offset);

/* A tag for one line that is painted over, as high as is said. Whether a tag is one that hides such
 * lines, or gives them their height. */
GtkTextTag *jol_article_tags_add_height (GtkTextTagTable *table);
void jol_article_tags_set_height (GtkTextTag *tag, int height_px, int below_px);
gboolean jol_article_tags_is_hiding (GtkTextTag *tag);

G_END_DECLS
