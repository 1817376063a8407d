/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* A thing of a story as plain text to quote: what it is, where it is told, a link that reproduces
 * it at @date, and its sources, one a line. */
char *jol_reference_format (JolStory *story,
                            JolEntity *entity,
                            const JolDate *date,
                            const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
