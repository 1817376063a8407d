/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-page-text.h"

G_BEGIN_DECLS

/*
 * JolPageFlow: blocks, one under another, broken into columns and pages. A paragraph may be cut
 * between its lines, but never so that one line of it stands alone (a widow or an orphan); a
 * heading stays with what follows it. Blocks are added, then it is laid out once, then only drawn:
 * from then on any thread may, one at a time. Measures are the page's units.
 */
typedef struct _JolPageFlow JolPageFlow;

/* Where text goes on every page. */
typedef struct
{
  double left, top, width, height;
  guint n_columns;
  double column_gap;
} JolPageFrame;

/* A block that is not text: paints itself with its upper left corner at the origin. */
typedef void (*JolPagePaint) (JolCanvas *canvas, double width, double height, gpointer data);

typedef struct
{
  double before, after;  /* room over and under it; not at the top of a column */
  double indent;         /* of its left edge */
  gboolean keeps_next;   /* no column ends after it */
  gboolean is_whole;     /* of a text: is not cut */
  gboolean begins_group; /* those that follow belong to it, until the next that begins one */
  gboolean begins_page;  /* stands at the top of a page */
  gboolean floats;       /* a box that has no room goes to the top of the next column, and what
                            follows it takes the room */
  double bar_width;      /* of a bar at its left, as beside a quotation; 0: none */
  JolColor bar_color;
} JolPageStyle;

JolPageFlow *jol_page_flow_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_page_flow_free (JolPageFlow *self);

/* Each returns the block's number. @text is taken; it has been laid out in the column's width less
 * the indent. @marker, which may be NULL, stands at the first line in the indent: a bullet. */
guint jol_page_flow_add_text (JolPageFlow *self,
                              JolPageText *text,
                              JolPageText *marker,
                              const JolPageStyle *style);
guint jol_page_flow_add_box (JolPageFlow *self,
                             double height,
                             JolPagePaint paint,
                             gpointer data,
                             GDestroyNotify destroy,
                             const JolPageStyle *style);
/* What stands over a group where it goes on in another column: "2022, continued", or the head of a
 * table. Of the block that begins the group; taken. */
void jol_page_flow_set_repeat (JolPageFlow *self,
                               guint block,
                               double height,
                               JolPagePaint paint,
                               gpointer data,
                               GDestroyNotify destroy);

/* @first is the frame of the first page, where a title may stand over it. */
void
jol_page_flow_lay_out (JolPageFlow *self, const JolPageFrame *first, const JolPageFrame *others);

guint jol_page_flow_get_n_pages (const JolPageFlow *self); /* at least 1 */
/* Where a block begins. */
void
jol_page_flow_find_block (const JolPageFlow *self, guint block, guint *page_out, double *y_out);
/* How far down a page is used; the longest of its columns. */
double jol_page_flow_get_bottom (const JolPageFlow *self, guint page);

void jol_page_flow_draw_page (const JolPageFlow *self, guint page, JolCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolPageFlow, jol_page_flow_free)

G_END_DECLS
