/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-search-result.h"

G_BEGIN_DECLS

/*
 * JolSearchIndex: finds what a person types in everything a story says, whatever the alphabet.
 * Every word that is typed must be found, as the beginning of a word or inside of one. Immutable,
 * reference-counted, any thread; holds the story.
 */
typedef struct _JolSearchIndex JolSearchIndex;

#define JOL_TYPE_SEARCH_INDEX (jol_search_index_get_type ())
GType jol_search_index_get_type (void);

/* What was found of one kind. */
typedef struct
{
  JolSearchKind kind;
  guint n_found;
  GPtrArray *results; /* of JolSearchResult, the best first, no more than was asked for */
} JolSearchGroup;

/* Reads all texts in the calling thread. NULL only when it is cancelled. */
JolSearchIndex *jol_search_index_new (JolStory *story,
                                      JolCountryNamer namer,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void jol_search_index_new_async (JolStory *story,
                                 JolCountryNamer namer,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
JolSearchIndex *jol_search_index_new_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
JolSearchIndex *jol_search_index_ref (JolSearchIndex *self);
void jol_search_index_unref (JolSearchIndex *self);

JolStory *jol_search_index_get_story (const JolSearchIndex *self);

/* Of JolSearchGroup: kinds of which nothing was found are left out, the one with the best result is
 * the first. Of each kind @limit results at most. @text is valid UTF-8. */
GPtrArray *jol_search_index_query (const JolSearchIndex *self,
                                   const char *text,
                                   const char *language,
                                   guint limit) G_GNUC_WARN_UNUSED_RESULT;
/* All results of @groups, of JolSearchResult, the best first. */
GPtrArray *jol_search_groups_flatten (GPtrArray *groups) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSearchIndex, jol_search_index_unref)

G_END_DECLS
