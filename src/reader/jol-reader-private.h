/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolReader is one class in several files: the object and its bars (jol-reader.c), what its links
 * do (-links.c), how its style is put on it (-look.c), how words are found (-find.c), the passages
 * on what is selected (-passages.c), how far one has read (-progress.c) and where one left off
 * (-places.c). */

#include "jol-article-view.h"
#include "jol-follow.h"
#include "jol-reader-menu.h"
#include "jol-reader.h"
#include "jol-reading-places.h"

G_BEGIN_DECLS

struct _JolReader
{
  GtkWidget parent_instance;

  GtkWidget *switcher;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *view;
  GtkWidget *bar;
  GtkWidget *previous;
  GtkWidget *position;
  GtkWidget *next;
  GtkWidget *contents_button;
  GtkWidget *contents;
  GtkWidget *follow_button;
  GtkWidget *popover;
  GtkWidget *find_button;
  GtkWidget *find_bar;
  GtkWidget *link_popover; /* or NULL, as the one of claims before it: not yet needed */
  GtkWidget *menu;
  GtkWidget *wander_bar;
  GtkWidget *wander_label;
  GtkWidget *passage_bar;
  GtkWidget *progress;
  GtkWidget *next_button;
  GtkWidget *next_label;

  const GPtrArray *passages; /* on what is selected, in all articles; of the story, or NULL */
  int passages_begin;        /* those of the open article */
  int passages_end;
  int passage; /* that one is at, or -1 */
  gboolean is_passage_bar_closed;
  gboolean has_focus_lit; /* what is pointed at is the link that has the keys */

  JolFollow *follow;
  JolSession *session;
  JolStory *story; /* of the article that is shown */
  JolReadingPlaces *places;
  guint n_words;
  guint progress_idle;
  GSignalGroup *session_signals;
  JolReaderStyle *style;
  GtkCssProvider *font; /* the size of the text */
};

/* jol-reader.c */
JolArticleBuffer *jol_reader_get_buffer (JolReader *self); /* or NULL */
JolArticle *jol_reader_get_article (JolReader *self);      /* likewise */

/* jol-reader-links.c */
void jol_reader_selection_changed (JolReader *self);
void jol_reader_hover_changed (JolReader *self);
void jol_reader_link_activated (JolReader *self, guint link);
void jol_reader_link_hovered (JolReader *self, int link);
void jol_reader_link_focused (JolReader *self, int link);

/* jol-reader-find.c */
void jol_reader_match_shown (JolReader *self, int offset);
void jol_reader_matches_changed (JolReader *self);
void jol_reader_find_closed (JolReader *self);

/* jol-reader-progress.c */
void jol_reader_init_progress (JolReader *self);
/* Another article is shown. */
void jol_reader_restart_progress (JolReader *self);
gboolean jol_reader_is_at_end (JolReader *self);

/* jol-reader-places.c */
void jol_reader_keep_place (JolReader *self);
/* @section: the one that is asked for, or NULL. */
gboolean jol_reader_resume (JolReader *self, const char *section);
/* Opens it, where it was left; with its scene there, if the text leads. */
void jol_reader_choose_article (JolReader *self, JolArticle *article);

/* jol-reader-look.c */
void jol_reader_init_look (JolReader *self);

/* jol-reader-passages.c */
/* The selection or the article has changed. */
void jol_reader_update_passages (JolReader *self);
/* The text has been scrolled. */
void jol_reader_leave_passage (JolReader *self);
void jol_reader_come_to_link (JolReader *self, guint link);
void jol_reader_show_passage (JolReader *self, const JolPassage *passage);
void jol_reader_close_passages (JolReader *self);

G_END_DECLS
