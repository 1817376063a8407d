/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

G_BEGIN_DECLS

/* The story in a file, or the bundled one for NULL. Its errors are printed on stderr. */
JolStory *jol_cli_load_story (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Something of the story, or JOL_CLI_ERROR_NOT_FOUND that names what comes closest. */
JolEntity *jol_cli_find_entity (JolStory *story, const char *id, GError **error);

/* The word of a list that comes closest to @word, or NULL when none is close. */
const char *jol_cli_guess (const char *word, const char *const *words);

/* As a story file has it, at its own precision: "2009", "about 2009-12"; a range is "D..D". */
char *jol_cli_format_date (const JolDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *jol_cli_format_dates (const JolDate *from, const JolDate *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
