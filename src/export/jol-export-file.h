/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * JolExportFile: a file that is there whole or not at all. It is written beside its place, under a
 * hidden name, and moved there at the end; until then what was there stays. A link is followed to
 * its file, which is replaced, and the link stays. What is no plain file, such as a pipe, is
 * written to as it is.
 */
typedef struct _JolExportFile JolExportFile;

/* Errors here and below are of the domain of GIO. */
JolExportFile *jol_export_file_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Removes what has not been put in place. */
void jol_export_file_free (JolExportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolExportFile, jol_export_file_free)

/* Buffered; owned by the file. */
GOutputStream *jol_export_file_get_stream (JolExportFile *self);
/* Where it is written until it is in its place, for programs that write it themselves. */
const char *jol_export_file_get_draft (JolExportFile *self);
/* All is written: what a full disk would refuse is known after this. */
gboolean jol_export_file_close (JolExportFile *self, GError **error);
/* Puts it in its place; closes it first. */
gboolean jol_export_file_commit (JolExportFile *self, GError **error);

G_END_DECLS
