/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JolTextMap: where the characters of the sections' own texts, as JolRun counts them, came to stand
 * in a text that has headings, signs and marks between them.
 */
typedef struct _JolTextMap JolTextMap;

JolTextMap *jol_text_map_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_text_map_free (JolTextMap *self);

/* From here on, in the order of the text: @offset of @section is at @place. */
void jol_text_map_add (JolTextMap *self, guint section, guint offset, int place);
/* The place of a character, at most @end, where the text ends. */
int jol_text_map_find (const JolTextMap *self, guint section, guint offset, int end);

G_END_DECLS
