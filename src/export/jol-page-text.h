/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"

G_BEGIN_DECLS

/*
 * JolPageText: a paragraph of a page: runs of text, each of one font and perhaps a link, broken
 * into lines of a width. It is added to, laid out, then only drawn; what is added later needs a new
 * layout. Measures are the page's units.
 */
typedef struct _JolPageText JolPageText;

JolPageText *jol_page_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Of one run. */
JolPageText *jol_page_text_new_with (const char *text,
                                     const JolFont *font) G_GNUC_WARN_UNUSED_RESULT;
void jol_page_text_free (JolPageText *self);

/* @address: where the run leads, or NULL. */
void
jol_page_text_add (JolPageText *self, const char *text, const JolFont *font, const char *address);
/* The same raised over the line, as the number of a note is. */
void jol_page_text_add_raised (JolPageText *self,
                               const char *text,
                               const JolFont *font,
                               const char *address);
/* The same on one line with what is before it: no line ends in it. */
void jol_page_text_add_unbroken (JolPageText *self, const char *text, const JolFont *font);
gboolean jol_page_text_is_empty (const JolPageText *self);

/* @leading: a line's height in sizes of its largest font. */
void jol_page_text_lay_out (JolPageText *self, double width, double leading, JolAnchor anchor);

/* The same for a title: of several lines, none is much shorter than the others. */
void
jol_page_text_lay_out_evenly (JolPageText *self, double width, double leading, JolAnchor anchor);

guint jol_page_text_get_n_lines (const JolPageText *self);
/* Of @n lines from @from on. */
double jol_page_text_get_height (const JolPageText *self, guint from, guint n);
/* Of the longest line. */
double jol_page_text_get_width (const JolPageText *self);
/* From the top of the first line to its baseline. */
double jol_page_text_get_baseline (const JolPageText *self);
/* Drops all lines after @n; the last that stays ends in an ellipsis. */
void jol_page_text_cut (JolPageText *self, guint n);

/* @x, @y: the upper left corner of the first of the lines. */
void jol_page_text_draw (const JolPageText *self,
                         guint from,
                         guint n,
                         double x,
                         double y,
                         JolCanvas *canvas);
void jol_page_text_draw_all (const JolPageText *self, double x, double y, JolCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolPageText, jol_page_text_free)

G_END_DECLS
