/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From @start to before @end, in characters of the text. */
typedef struct
{
  int start;
  int end;
} JolFindMatch;

/*
 * JolFind: a text, ready to be searched as a person means it: capitals, accents, kinds of quotation
 * marks, dashes, spaces and line ends make no difference. A Cyrillic й is no и with an accent.
 * (Names across scripts are the story's search, not this.)
 */
typedef struct _JolFind JolFind;

JolFind *jol_find_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void jol_find_free (JolFind *self);

/* Of JolFindMatch, in the order of the text, none inside another; empty for an empty query. Free
 * with g_array_unref. */
GArray *jol_find_search (const JolFind *self, const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolFind, jol_find_free)

G_END_DECLS
