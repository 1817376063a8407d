/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* One cell's words; no text is an empty cell. */
typedef struct
{
  const char *text;
  PangoAttrList *attributes; /* or NULL */
} JolTableText;

/* Where a cell's words are drawn: their top left in px, from the left of the table and the top of
 * row @row, which in a stacked table is another than its own for the heads. */
typedef struct
{
  PangoLayout *layout; /* owned by the table's layout */
  guint row;
  int x;
  int y;
} JolTableCell;

/*
 * JolTableLayout: a table of figures laid out for a width. Its first row are heads. Columns are as
 * wide as their words while they fit, then wrap; figures stand under each other by their decimal
 * points. Where a column would be narrower than a word, the table is stacked: each row becomes a
 * block of lines, a head and its cell on each. Belongs to the thread of its Pango context.
 */
typedef struct _JolTableLayout JolTableLayout;

JolTableLayout *jol_table_layout_new (PangoContext *context,
                                      const PangoFontDescription *font,
                                      const JolTableText *cells,
                                      guint n_rows,
                                      guint n_columns,
                                      int width_px) G_GNUC_WARN_UNUSED_RESULT;
void jol_table_layout_free (JolTableLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolTableLayout, jol_table_layout_free)

guint jol_table_layout_get_n_rows (const JolTableLayout *self);
int jol_table_layout_get_width (const JolTableLayout *self); /* px, of what is drawn */
int jol_table_layout_get_row_height (const JolTableLayout *self, guint row);
gboolean jol_table_layout_is_stacked (const JolTableLayout *self);
const JolTableCell *jol_table_layout_get_cell (const JolTableLayout *self, guint row, guint column);
/* Heads said again in a stacked table, for its rows after the first. */
guint jol_table_layout_get_n_labels (const JolTableLayout *self);
const JolTableCell *jol_table_layout_get_label (const JolTableLayout *self, guint index);

/* Where in @text the decimal point of a figure is, in bytes, or where its whole part ends; -1 when
 * the text is not a figure. */
int jol_table_find_decimal_point (const char *text);
/* The same of a cell: a dash stands where a whole number would. */
int jol_table_find_point (const char *text);
/* Whether a column with these in it, its head left out, is one of figures: at least half are. The
 * first column, @index 0, names the rows. */
gboolean jol_table_has_figures (const char *const *texts, guint n_texts, guint index);

G_END_DECLS
