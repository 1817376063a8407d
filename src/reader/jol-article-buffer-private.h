/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolArticleBuffer is one class in two files: the object and what is asked of it
 * (jol-article-buffer.c), and how the text is written into it (jol-article-writer.c). */

#include "jol-article-buffer.h"
#include "jol-citations.h"
#include "jol-text-map.h"

G_BEGIN_DECLS

struct _JolArticleBuffer
{
  GtkTextBuffer parent_instance;

  JolStory *story;
  JolArticle *article;
  GArray *links;          /* of JolArticleLink, in the order of the text */
  GArray *section_starts; /* of int */
  int sections_end;
  JolTextMap *map;
  GPtrArray *tables; /* of JolArticleTable, in the order of the text */
  GPtrArray *images; /* of JolArticleImage, likewise */
  JolCitations *citations;
};

/* The whole article, into an empty buffer. */
void jol_article_buffer_write (JolArticleBuffer *self, const char *language);

G_END_DECLS
