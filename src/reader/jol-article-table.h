/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/* Between what characters of the buffer a cell's words stand. */
typedef struct
{
  int start;
  int end;
} JolArticleCell;

/*
 * JolArticleTable: a table in an article's text. The text of a row is a line of the buffer, its
 * cells parted by tabs, so that it is found, read aloud and copied like other text; but it is not
 * seen: the line has the height of the row, and the table is painted over it.
 */
typedef struct _JolArticleTable JolArticleTable;

JolArticleTable *jol_article_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_article_table_free (JolArticleTable *self);

/* Begins a row; returns the tag that gives its line the height, to be applied to it. */
GtkTextTag *jol_article_table_begin_row (JolArticleTable *self, GtkTextTagTable *tags);
void jol_article_table_add_cell (JolArticleTable *self, int start, int end);

int jol_article_table_get_start (const JolArticleTable *self);
int jol_article_table_get_end (const JolArticleTable *self);

/* Lays it out for a width in px, and gives its lines their heights. To be called again when font,
 * width or the look of words has changed. */
void jol_article_table_lay_out (JolArticleTable *self, GtkTextView *view, int width_px);
void jol_article_table_snapshot (JolArticleTable *self,
                                 GtkTextView *view,
                                 GtkSnapshot *snapshot,
                                 JolTheme theme);

/* Where a character is, in buffer coordinates; FALSE for one that is not the table's. */
gboolean jol_article_table_get_location (JolArticleTable *self,
                                         GtkTextView *view,
                                         int offset,
                                         GdkRectangle *rect_out);
/* The character at a point in buffer coordinates. @is_on_text_out, which may be NULL, says whether
 * it is at the point or only the nearest. -1 outside of the table. */
int jol_article_table_find_offset (JolArticleTable *self,
                                   GtkTextView *view,
                                   int x,
                                   int y,
                                   gboolean *is_on_text_out);

G_END_DECLS
