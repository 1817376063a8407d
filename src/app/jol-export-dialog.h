/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-window.h"

#include "jol-picture.h"

G_BEGIN_DECLS

/* JolExportDialog: what leaves the program as a file, with a preview that is painted from the same
 * pages as the file will be. It stays until the file is there, with everything as it was chosen,
 * and what was chosen is kept for the next one. */
#define JOL_TYPE_EXPORT_DIALOG (jol_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JolExportDialog, jol_export_dialog, JOL, EXPORT_DIALOG, AdwWindow)

/* @settings may be NULL: then nothing is kept. */
GtkWidget *
jol_export_dialog_new (JolWindow *window, const JolPictureView *view, GSettings *settings);

G_END_DECLS
