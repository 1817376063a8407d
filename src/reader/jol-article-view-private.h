/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolArticleView is one class in two files: the object and how it is painted (jol-article-view.c),
 * and what is done with its links (-links.c). */

#include "jol-article-view.h"

G_BEGIN_DECLS

struct _JolArticleView
{
  GtkTextView parent_instance;

  JolArticleBuffer *buffer;
  char *selection;
  char *hover;
  int hovered_link;
  int focused_link;
  guint line_chars;
  int measure_px;
  int ascent_px;
  int descent_px;
  JolTheme theme;
};

/* The offsets between which the text is in sight. */
void jol_article_view_get_range_in_sight (JolArticleView *self, int *start_out, int *end_out);

/* jol-article-view-links.c */
void jol_article_view_init_links (JolArticleView *self);
/* No link is pointed at or focused any more. */
void jol_article_view_forget_links (JolArticleView *self);
/* To the link before or after, or into the text; FALSE when that leads out of it. There must be
 * links. */
gboolean jol_article_view_step_link (JolArticleView *self, gboolean is_forward);
gboolean jol_article_view_query_tooltip (GtkWidget *widget,
                                         int x,
                                         int y,
                                         gboolean by_keyboard,
                                         GtkTooltip *tooltip);

G_END_DECLS
