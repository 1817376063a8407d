/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-cli-output.h"

#include "jol-story.h"

G_BEGIN_DECLS

/* Everything about one thing of a story, for people to read. */
void jol_cli_print_page (JolStory *story,
                         JolEntity *entity,
                         const JolDate *date,
                         const char *language,
                         JolCliOutput *out);

G_END_DECLS
