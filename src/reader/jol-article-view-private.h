/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolArticleView is one class in several files: the object and how it is painted
 * (jol-article-view.c), what is done with its links (-links.c), its tables (-tables.c), the
 * passage that one has come to (-passage.c), and copying (-menu.c). */

#include "jol-article-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _JolArticleView
{
  GtkTextView parent_instance;

  JolArticleBuffer *buffer;
  char *selection;
  char *hover;
  int hovered_link;
  int focused_link;
  int keys_from; /* offset from which the keys look for a link, or -1: from what is in sight */
  guint line_chars;
  GArray *matches;   /* of JolFindMatch, or NULL */
  int passage_start; /* offsets; both equal when there is none */
  int passage_end;
  double passage_light;
  guint passage_timeout;
  AdwAnimation *passage_fading; /* or NULL */
  int measure_px;
  int ascent_px;
  int descent_px;
  JolTheme theme;
  int tables_width_px; /* that the tables are laid out for; 0 when they have to be again */
  gboolean is_laying_out;
  int drag_anchor; /* where selecting in a table began */
  GtkWidget *menu; /* or NULL: not yet asked for */
  int menu_offset; /* of the character it came up at */
};

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

/* jol-article-view-tables.c */
void jol_article_view_init_tables (JolArticleView *self);
/* There is another buffer. */
void jol_article_view_watch_tables (JolArticleView *self);
void jol_article_view_unwatch_tables (JolArticleView *self);
/* For a view so many px wide; does nothing when they are. */
void jol_article_view_lay_out_tables (JolArticleView *self, int width_px);
/* Those between two offsets. */
void
jol_article_view_snapshot_tables (JolArticleView *self, GtkSnapshot *snapshot, int start, int end);
/* The character at a point of the view, or the nearest. */
int
jol_article_view_find_offset (JolArticleView *self, double x, double y, gboolean *is_on_text_out);

/* jol-article-view-passage.c */
void jol_article_view_dispose_passage (JolArticleView *self);

/* jol-article-view-menu.c */
void jol_article_view_class_init_menu (GtkWidgetClass *widget_class);
void jol_article_view_init_menu (JolArticleView *self);
void jol_article_view_copy_clipboard (GtkTextView *view);

G_END_DECLS
