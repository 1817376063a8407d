/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-buffer.h"

G_BEGIN_DECLS

/* How a link is marked. */
typedef enum
{
  JOL_LINK_MARK_NONE,
  JOL_LINK_MARK_HOVERED,
  JOL_LINK_MARK_SELECTED,
} JolLinkMark;

/* What is needed to paint the links of a view while it snapshots the layer below its text. */
typedef struct
{
  GtkTextView *view;
  JolArticleBuffer *buffer;
  GtkSnapshot *snapshot;
  JolTheme theme;
  GdkRGBA focus;
  int ascent_px; /* of the text's font */
  int descent_px;
} JolArticlePaint;

void jol_article_paint_link (const JolArticlePaint *self,
                             guint index,
                             JolLinkMark mark,
                             gboolean is_focused);

/* The ground of words that are found. */
void jol_article_paint_match (const JolArticlePaint *self, int start, int end);

/* A line beside the passage from @start to @end, and, as far as @light (0–1) goes, its ground. */
void jol_article_paint_passage (const JolArticlePaint *self, int start, int end, double light);

/* Where a character is, in buffer coordinates. */
void jol_article_paint_get_location (GtkTextView *view, int offset, GdkRectangle *rect_out);

G_END_DECLS
