/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-page-flow.h"
#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolSourceNotes: the sources that a document names, numbered in the order in which it does, and
 * the list of them at its end.
 */
typedef struct _JolSourceNotes JolSourceNotes;

JolSourceNotes *jol_source_notes_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
void jol_source_notes_free (JolSourceNotes *self);

/* The number of a source, from 1; 0 when the story has none of that id. */
guint jol_source_notes_add (JolSourceNotes *self, const char *id);
guint jol_source_notes_get_n (const JolSourceNotes *self);
/* Where a source is on the web, or NULL. */
const char *jol_source_notes_get_address (const JolSourceNotes *self, guint number);

/* Raised numbers after what is said: "4, 5". */
void jol_source_notes_mark (JolSourceNotes *self,
                            JolPageText *text,
                            const char *const *ids,
                            const JolFont *font);

/* The list, each a block with its number, for columns of @width, of which @indent stays free. */
void jol_source_notes_append (const JolSourceNotes *self,
                              JolPageFlow *flow,
                              double width,
                              double indent,
                              JolTheme theme,
                              const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolSourceNotes, jol_source_notes_free)

G_END_DECLS
