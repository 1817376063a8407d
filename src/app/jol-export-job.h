/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-export-form.h"

G_BEGIN_DECLS

/* What a form asks for, on its way to files: pages, or a map through time. All is borrowed, and
 * looked at only while a call lasts. */
typedef struct
{
  JolExportForm *form;
  JolSession *session;
  const JolPictureView *view;
  JolDocument *document; /* what the form's choice looks like */
  const JolExportOptions *options;
  const char *path;
} JolExportJob;

/* Whether frames, if that is what is asked for, can be made. */
gboolean jol_export_job_check (JolExportForm *form,
                               const JolPictureView *view,
                               const JolExportOptions *options,
                               GError **error);

/* Where it goes: one file, or a file for each page or frame; then what lies beside it. */
char **jol_export_job_list_files (JolExportForm *form,
                                  JolDocument *document,
                                  const JolExportOptions *options,
                                  const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* All files or none. @progress is called in this thread. */
void jol_export_job_write_async (const JolExportJob *job,
                                 GCancellable *cancellable,
                                 JolDocumentProgress progress,
                                 gpointer progress_data,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean jol_export_job_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
