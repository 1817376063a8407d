/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-window.h"

G_BEGIN_DECLS

/* JolExportDialog: size, theme and parts of a picture of the map, with a preview that is painted
 * from the same scene as the file will be. */
#define JOL_TYPE_EXPORT_DIALOG (jol_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JolExportDialog, jol_export_dialog, JOL, EXPORT_DIALOG, AdwWindow)

GtkWidget *jol_export_dialog_new (JolWindow *window);

G_END_DECLS
