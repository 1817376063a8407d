/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolCitations: the sources that an article cites, numbered from 1 in the order in which it first
 * does: by a link to one, or by a claim that has some. Borrows from the story.
 */
typedef struct _JolCitations JolCitations;

JolCitations *jol_citations_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
void jol_citations_free (JolCitations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCitations, jol_citations_free)

/* Numbers a source, or those of a claim; returns what is put behind the words, "[3]", "[3, 5]"
 * or "[3–6]"; NULL when it cites nothing. */
char *jol_citations_cite (JolCitations *self, JolEntity *entity) G_GNUC_WARN_UNUSED_RESULT;

guint jol_citations_get_n_sources (const JolCitations *self);
/* The source with number @index + 1. */
JolSource *jol_citations_get_source (const JolCitations *self, guint index);
/* 0 when it is not cited. */
guint jol_citations_get_number (const JolCitations *self, JolSource *source);

G_END_DECLS
