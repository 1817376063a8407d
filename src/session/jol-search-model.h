/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-search-index.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_SEARCH_ROW_HEADING, /* a kind, with how many there are of it */
  JOL_SEARCH_ROW_RESULT,
  JOL_SEARCH_ROW_MORE, /* how many of the kind are not listed */
} JolSearchRowType;

/* JolSearchRow: a row of the list of what was found. Immutable. */
#define JOL_TYPE_SEARCH_ROW (jol_search_row_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchRow, jol_search_row, JOL, SEARCH_ROW, GObject)

JolSearchRowType jol_search_row_get_row_type (JolSearchRow *self);
JolSearchKind jol_search_row_get_kind (JolSearchRow *self);
guint jol_search_row_get_count (JolSearchRow *self);             /* 0 for a result */
JolSearchResult *jol_search_row_get_result (JolSearchRow *self); /* NULL for the others */

/*
 * JolSearchModel: what is found for what is typed, of each kind a heading, the best results, and
 * how many more there are. A list model of JolSearchRow. Answers at once: a search takes less than
 * a frame. Main thread only.
 */
#define JOL_TYPE_SEARCH_MODEL (jol_search_model_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchModel, jol_search_model, JOL, SEARCH_MODEL, GObject)

JolSearchModel *jol_search_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* NULL while there is none: then nothing is found, whatever is asked. */
void jol_search_model_set_index (JolSearchModel *self, JolSearchIndex *index);
gboolean jol_search_model_has_index (JolSearchModel *self);
/* @language: (nullable): of titles and snippets. Lists few of each kind again. */
void jol_search_model_set_query (JolSearchModel *self, const char *text, const char *language);
/* Lists more of a kind, until the next query. */
void jol_search_model_expand (JolSearchModel *self, JolSearchKind kind);
/* Of all kinds, listed or not. */
guint jol_search_model_get_n_found (JolSearchModel *self);

G_END_DECLS
