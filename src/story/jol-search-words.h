/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-fold.h"

G_BEGIN_DECLS

/* How well a word that was typed is found in a document; the lower the better. */
typedef enum
{
  JOL_SEARCH_NAME_START, /* a word of a name begins with it */
  JOL_SEARCH_NAME_INSIDE,
  JOL_SEARCH_TEXT_START,
  JOL_SEARCH_TEXT_INSIDE,
  JOL_SEARCH_NOWHERE,
} JolSearchGrade;

/* JolSearchWords: every word of every document, and where it is. Made once, then only read: any
 * thread. */
typedef struct _JolSearchWords JolSearchWords;
typedef struct _JolSearchWordsBuilder JolSearchWordsBuilder;

JolSearchWordsBuilder *jol_search_words_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_search_words_builder_free (JolSearchWordsBuilder *self);
/* The words of what @fold has read. FALSE when there is no room for more. */
gboolean jol_search_words_builder_add (JolSearchWordsBuilder *self,
                                       const JolFold *fold,
                                       guint document,
                                       gboolean is_name);
/* Frees the builder. */
JolSearchWords *
jol_search_words_builder_end (JolSearchWordsBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

void jol_search_words_free (JolSearchWords *self);
/* Betters the grade (JolSearchGrade) of each document that @key is found in. A word that @key is
 * only on its way to (@is_unfinished) counts as one that has it inside. */
void jol_search_words_grade (const JolSearchWords *self,
                             const char *key,
                             gboolean is_unfinished,
                             guint8 *grades);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSearchWordsBuilder, jol_search_words_builder_free)

G_END_DECLS
