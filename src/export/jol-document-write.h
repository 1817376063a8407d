/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-export-image.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_EXPORT_PNG,
  JOL_EXPORT_SVG,
  JOL_EXPORT_PDF,
} JolExportFormat;

/* More pages than these are not made files of their own. */
#define JOL_EXPORT_MAX_FILES 200

/* How much is done, 0–1. */
typedef void (*JolDocumentProgress) (double share, gpointer user_data);

/* By the end of the name, whatever its case; FALSE when it is none of ours. */
gboolean jol_export_format_from_path (const char *path, JolExportFormat *format_out);

/*
 * Where it goes, NULL-terminated. The pages come first: all into @path in a PDF; else one page into
 * @path, and of many each into a file of its own: NAME-01.png, NAME-02.png … Then what places a map
 * on the Earth, if @options ask for that.
 */
char **jol_document_list_files (JolDocument *self,
                                const JolExportOptions *options,
                                JolExportFormat format,
                                const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there are not too many pages for a file each: else JOL_EXPORT_ERROR_SIZE. */
gboolean jol_document_check_files (JolDocument *self, JolExportFormat format, GError **error);

/*
 * Writes all pages, all or nothing: what was there stays until the last is whole. The file carries
 * title, author and description. Any thread; @progress, which may be NULL, is called in it.
 */
gboolean jol_document_write (JolDocument *self,
                             const JolExportOptions *options,
                             JolExportFormat format,
                             const char *path,
                             GCancellable *cancellable,
                             JolDocumentProgress progress,
                             gpointer progress_data,
                             GError **error);

/* The same in a thread; @progress is called in the one that asks. */
void jol_document_write_async (JolDocument *self,
                               const JolExportOptions *options,
                               JolExportFormat format,
                               const char *path,
                               GCancellable *cancellable,
                               JolDocumentProgress progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean jol_document_write_finish (JolDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
