/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-buffer.h"
#include "jol-article-paint.h"

G_BEGIN_DECLS

/*
 * JolArticleView: shows a JolArticleBuffer: its links with their underlines and marks, and what is
 * selected or pointed at elsewhere highlighted. It knows no session: whoever holds it connects it.
 *
 * Tab steps through the links and Enter activates one.
 *
 * CSS node: textview.article. Properties: measure, the width in px of the longest line.
 *
 * Signals:
 *   link-activated (guint index): by click or key.
 *   link-hovered (int index): the pointer came to a link, or -1: left it.
 *   link-focused (int index): the keyboard came to a link, or -1: left it.
 *   link-copied: one to a passage is in the clipboard.
 */
#define JOL_TYPE_ARTICLE_VIEW (jol_article_view_get_type ())
G_DECLARE_FINAL_TYPE (JolArticleView, jol_article_view, JOL, ARTICLE_VIEW, GtkTextView)

void jol_article_view_set_article (JolArticleView *self, JolArticleBuffer *buffer);
JolArticleBuffer *jol_article_view_get_article (JolArticleView *self); /* or NULL */

void jol_article_view_set_theme (JolArticleView *self, JolTheme theme);
/* How many letters a line holds at most; 70 if nobody says. */
void jol_article_view_set_line_chars (JolArticleView *self, guint line_chars);

/* Ids of what is selected and pointed at; NULL for none. All that speaks of it is highlighted. */
void jol_article_view_set_selection (JolArticleView *self, const char *id);
void jol_article_view_set_hover (JolArticleView *self, const char *id);
JolLinkMark jol_article_view_get_mark (JolArticleView *self, guint link);

/* The passage that one has come to, in offsets; both equal when there is none. */
void jol_article_view_set_passage (JolArticleView *self, int start, int end);
void jol_article_view_get_passage (JolArticleView *self, int *start_out, int *end_out);
/* For a moment, and reads on from there. */
void jol_article_view_light_passage (JolArticleView *self);
gboolean jol_article_view_is_lit (JolArticleView *self);
/* Whether the first line of what begins at an offset is in sight. */
gboolean jol_article_view_is_offset_in_sight (JolArticleView *self, int offset);
/* The offsets of the first and the last line in sight. */
void jol_article_view_get_range_in_sight (JolArticleView *self, int *start_out, int *end_out);

/* What is found in the text, of JolFindMatch, in its order; is marked. Not to be changed any more.
 */
void jol_article_view_set_matches (JolArticleView *self, GArray *matches);

int jol_article_view_get_focused_link (JolArticleView *self); /* or -1 */
/* The text is sent there, and so are the keys: Tab goes on with the first link from @offset on,
 * though that may not be in sight yet. Until the text is scrolled by hand. */
void jol_article_view_send_keys (JolArticleView *self, int offset);
void jol_article_view_free_keys (JolArticleView *self);
void jol_article_view_activate_link (JolArticleView *self, guint link);
gboolean jol_article_view_is_link_in_sight (JolArticleView *self, guint link);
/* Where the words of a link are, in the view's own coordinates; the first line of them. */
void jol_article_view_get_link_area (JolArticleView *self, guint link, GdkRectangle *area_out);

G_END_DECLS
