/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article.h"

G_BEGIN_DECLS

/* Words of the article as it is read in that language: without its links' addresses. */
guint jol_reading_time_count_words (JolArticle *article, const char *language);
/* At least one. */
guint jol_reading_time_get_minutes (guint n_words);
char *jol_reading_time_format (guint n_minutes) G_GNUC_WARN_UNUSED_RESULT; /* "9 minutes to read" */

/* What the article is about: its summary, or else its first sentence; NULL for one without a text.
 */
char *jol_reading_time_dup_gist (JolArticle *article,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
