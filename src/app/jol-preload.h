/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* Begins to read, in threads, what the first picture of a start will need: the story inside and the
 * base map. Opening the display takes as long, and needs only one processor. Once in a program. */
void jol_preload_begin (void);

/* The story inside: the one being read, waited for, or else read now. */
JolStory *jol_preload_take_story (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whether jol_preload_take_story() would not have to read it from the beginning. */
gboolean jol_preload_has_story (void);

G_END_DECLS
