/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolArticleSwitcher: the title of the article that is read, which opens a list of the story's
 * articles: what each is about, and how long it takes to read. Of one article there is no list.
 *
 * CSS node: jolarticleswitcher. Signal: article-chosen (const char *id).
 */
#define JOL_TYPE_ARTICLE_SWITCHER (jol_article_switcher_get_type ())
G_DECLARE_FINAL_TYPE (JolArticleSwitcher, jol_article_switcher, JOL, ARTICLE_SWITCHER, GtkWidget)

/* The list is made when it is first opened. */
void jol_article_switcher_set_story (JolArticleSwitcher *self, JolStory *story);       /* or NULL */
void jol_article_switcher_set_current (JolArticleSwitcher *self, JolArticle *article); /* or NULL */
/* A line under the title. */
void jol_article_switcher_set_note (JolArticleSwitcher *self, const char *note);
void jol_article_switcher_open (JolArticleSwitcher *self);

G_END_DECLS
