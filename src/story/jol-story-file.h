/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files of a story: the manifest, and what it names below its own folder. */

/* Whether a path stays below a folder: relative, no empty step, no "." and "..", no backslash. */
gboolean jol_story_file_is_plain_path (const char *path);
/* Whether @file, its links followed, lies below @folder. */
gboolean jol_story_file_is_below (GFile *folder, GFile *file);
/* The whole of a regular file that is not larger than @max_mib. */
GBytes *jol_story_file_read (GFile *file, guint max_mib, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
