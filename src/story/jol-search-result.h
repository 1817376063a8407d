/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-search-documents.h"

G_BEGIN_DECLS

/* How well what was typed fits; the lower the better. */
typedef enum
{
  JOL_SEARCH_RANK_EXACT,  /* it is a name */
  JOL_SEARCH_RANK_PREFIX, /* a name begins with it */
  JOL_SEARCH_RANK_WORDS,  /* words of a name begin with its words */
  JOL_SEARCH_RANK_INSIDE, /* its words are in a name */
  JOL_SEARCH_RANK_TEXT,   /* words of the text begin with its words */
  JOL_SEARCH_RANK_TEXT_INSIDE,
} JolSearchRank;

/* A part of a text, in bytes, that matched. */
typedef struct
{
  gsize start;
  gsize end;
} JolSearchRange;

/*
 * JolSearchResult: one thing that was found, ready to be shown: its title and a snippet, each with
 * the parts that matched. Immutable.
 */
#define JOL_TYPE_SEARCH_RESULT (jol_search_result_get_type ())
G_DECLARE_FINAL_TYPE (JolSearchResult, jol_search_result, JOL, SEARCH_RESULT, GObject)

JolSearchKind jol_search_result_get_kind (JolSearchResult *self);
JolSearchRank jol_search_result_get_rank (JolSearchResult *self);
/* "cpc", "KZ", "one-pipe-out#owners"; of an owner, that of the route. */
const char *jol_search_result_get_id (JolSearchResult *self);
/* A route for an owner; NULL for a country. Held by the result. */
JolEntity *jol_search_result_get_entity (JolSearchResult *self);
const char *jol_search_result_get_title (JolSearchResult *self,
                                         const JolSearchRange **ranges_out,
                                         guint *n_ranges_out);
/* One line, may be empty. */
const char *jol_search_result_get_snippet (JolSearchResult *self,
                                           const JolSearchRange **ranges_out,
                                           guint *n_ranges_out);

G_END_DECLS
