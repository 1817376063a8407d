/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article.h"

G_BEGIN_DECLS

/* A sentence of an article that speaks of something in the story. */
typedef struct
{
  JolArticle *article; /* borrowed from the story */
  guint section;
  guint start; /* in the section's text, in characters, as JolRun counts them */
  guint end;
  char *text; /* the sentence, as it is read */
} JolPassage;

/*
 * JolMentionIndex: which passages of the articles speak of a thing: link to it, to an event at it
 * or on it, or to a claim about it. Made once, then only read: any thread. Another language may
 * have other sentences: it is of the one that it was made for.
 */
typedef struct _JolMentionIndex JolMentionIndex;

/* @articles (of JolArticle) and @entities (id → JolEntity) must outlive it. */
JolMentionIndex *jol_mention_index_new (const GPtrArray *articles,
                                        GHashTable *entities,
                                        const char *language) G_GNUC_WARN_UNUSED_RESULT;
void jol_mention_index_free (JolMentionIndex *self);

/* Of const JolPassage, in the order of articles and text, never NULL; owned by the index. */
const GPtrArray *jol_mention_index_get_passages (JolMentionIndex *self, const char *id);

/* Whether a link to @mentioned speaks of the thing with that id, which may be NULL. */
gboolean jol_mention_speaks_of (JolEntity *mentioned, const char *id);

G_END_DECLS
