/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "jol-picture.h"

G_BEGIN_DECLS

/*
 * JolExportForm: the rows of the export dialog: what is exported, and how. A row that says nothing
 * about what is chosen is hidden; one that could, but not with this, is greyed and says why.
 *
 * Signals:
 *   changed: by a person.
 */
#define JOL_TYPE_EXPORT_FORM (jol_export_form_get_type ())
G_DECLARE_FINAL_TYPE (JolExportForm, jol_export_form, JOL, EXPORT_FORM, AdwBin)

/* Once. @session is borrowed no longer than this takes. */
void jol_export_form_set_up (JolExportForm *self,
                             JolSession *session,
                             const JolPictureView *view,
                             const JolExportChoice *choice);
const JolExportChoice *jol_export_form_get_choice (JolExportForm *self);
/* The dates of frames; FALSE when what is written there is none. */
gboolean jol_export_form_get_times (JolExportForm *self, JolFrameTimes *times_out);

G_END_DECLS
