/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-fold.h"
#include "jol-search-result.h"

G_BEGIN_DECLS

#define JOL_SEARCH_MAX_WORDS 12
#define JOL_SEARCH_MAX_KEYS 2

/* How many bytes of a text are searched: no name is longer, and no one reads a match further down.
 */
gsize jol_search_text_length (const char *text);

/* What was typed, as keys. */
typedef struct
{
  /* All of it, read as sounds and as letters; to be found where a name begins. */
  char *keys[JOL_SEARCH_MAX_KEYS];
  guint n_keys;

  /* Word by word, and what the last one may be on its way to. */
  struct
  {
    char *keys[JOL_SEARCH_MAX_KEYS];
    guint n_keys;
    char *unfinished; /* or NULL */
  } words[JOL_SEARCH_MAX_WORDS];
  guint n_words; /* 0: nothing to search for */
} JolSearchQuery;

JolSearchQuery *jol_search_query_new (JolFold *fold, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void jol_search_query_free (JolSearchQuery *self);
/* A bit for each of its words. */
guint jol_search_query_get_all (const JolSearchQuery *self);

/* Adds the parts of @text that match to @ranges (of JolSearchRange, in order, apart from each
 * other), which may be NULL. Returns which words were found. */
guint
jol_search_query_mark (const JolSearchQuery *self, JolFold *fold, const char *text, GArray *ranges);

JolSearchResult *jol_search_result_new (const JolSearchDocuments *documents,
                                        const JolSearchDocument *document,
                                        JolSearchRank rank,
                                        const JolSearchQuery *query,
                                        JolFold *fold,
                                        const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSearchQuery, jol_search_query_free)

G_END_DECLS
