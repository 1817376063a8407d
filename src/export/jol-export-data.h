/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* Events for other programs. @events: (element-type JolEvent), of @story; texts in @language. */

/* A table of comma-separated values (RFC 4180, lines ended by "\n") with the names of the story
 * format as its first line. */
void
jol_export_data_write_csv (JolStory *story, GPtrArray *events, const char *language, GString *out);
/* A calendar (RFC 5545). */
guint jol_export_data_write_icalendar (JolStory *story,
                                       GPtrArray *events,
                                       const char *language,
                                       GString *out);

G_END_DECLS
