/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-problem.h"
#include "jol-story.h"

G_BEGIN_DECLS

#define JOL_STORY_BUNDLED_URI "resource://" RESOURCE_PATH "/story/own-paths.jol.json"

/*
 * Reads, checks and indexes a story. @uri is a path, a file: URI or a resource: URI. Every problem
 * of every part goes to @problems, sorted. Returns NULL with JOL_STORY_ERROR_READ when the file
 * could not be read (then it is in @problems too), or JOL_STORY_ERROR_INVALID when any problem is
 * an error. Any thread.
 */
JolStory *jol_story_load (const char *uri,
                          JolProblemList *problems,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same in a thread. @problems_out may be NULL; it is set whether or not the load succeeds. */
void jol_story_load_async (const char *uri,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
JolStory *jol_story_load_finish (GAsyncResult *result,
                                 JolProblemList **problems_out,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The story inside the program. It has been checked when it was built, so this cannot fail. */
JolStory *jol_story_load_bundled (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
