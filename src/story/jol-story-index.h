/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* JolStoryIndex: finds a story's parts by id, date, space and subject. Made once, then only read:
 * any thread. */
typedef struct _JolStoryIndex JolStoryIndex;

/* The arrays must outlive the index. @events is sorted here. */
JolStoryIndex *jol_story_index_new (GPtrArray *routes,
                                    GPtrArray *places,
                                    GPtrArray *events,
                                    GPtrArray *claims,
                                    GPtrArray *sources,
                                    GPtrArray *articles,
                                    GPtrArray *series);
void jol_story_index_free (JolStoryIndex *self);

JolEntity *jol_story_index_lookup (JolStoryIndex *self, const char *id);
guint jol_story_index_count_until (JolStoryIndex *self, int last_day);
guint
jol_story_index_count_summits (JolStoryIndex *self, const char *place_id, const JolSpan *span);
GPtrArray *jol_story_index_find_in_box (JolStoryIndex *self, const JolBox *box);
const GPtrArray *jol_story_index_get_events_about (JolStoryIndex *self, const char *id);
const GPtrArray *jol_story_index_get_claims_about (JolStoryIndex *self, const char *id);
const GPtrArray *jol_story_index_get_passages_about (JolStoryIndex *self, const char *id);

G_END_DECLS
