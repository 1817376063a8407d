/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolReader is one class in several files: the object and its bars (jol-reader.c), what its links
 * do (-links.c), how its style is put on it (-look.c) and how words are found (-find.c). */

#include "jol-article-view.h"
#include "jol-follow.h"
#include "jol-reader-menu.h"
#include "jol-reader.h"

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
  GtkWidget *menu;

  JolFollow *follow;
  JolSession *session;
  GSignalGroup *session_signals;
  JolReaderStyle *style;
  GtkCssProvider *font; /* the size of the text */
};

/* jol-reader.c */
JolArticleBuffer *jol_reader_get_buffer (JolReader *self); /* or NULL */

/* jol-reader-links.c */
void jol_reader_selection_changed (JolReader *self);
void jol_reader_hover_changed (JolReader *self);
void jol_reader_link_activated (JolReader *self, guint link);
void jol_reader_link_hovered (JolReader *self, int link);
void jol_reader_link_focused (JolReader *self, guint link);

/* jol-reader-find.c */
void jol_reader_match_shown (JolReader *self, int offset);
void jol_reader_find_closed (JolReader *self);

/* jol-reader-look.c */
void jol_reader_init_look (JolReader *self);

G_END_DECLS
