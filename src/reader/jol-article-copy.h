/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-buffer.h"

G_BEGIN_DECLS

/* What is copied of an article: plain text, from character @start up to @end of its buffer. Rows of
 * a table are lines with tabs. The marks of claims and the numbers of sources are left out. */
char *
jol_article_copy_text (JolArticleBuffer *buffer, int start, int end) G_GNUC_WARN_UNUSED_RESULT;
/* The same, and where it is from; but a few words are a name or a figure, and have only
 * themselves. */
char *
jol_article_copy_passage (JolArticleBuffer *buffer, int start, int end) G_GNUC_WARN_UNUSED_RESULT;
/* A jol: link to the section with a character. */
char *jol_article_copy_link (JolArticleBuffer *buffer, int offset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
