/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "jol-document-write.h"

G_BEGIN_DECLS

/* JolExportPreview: a page of a document, painted in a thread, with what turns to the others, and
 * what is to be said about it. */
#define JOL_TYPE_EXPORT_PREVIEW (jol_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (JolExportPreview, jol_export_preview, JOL, EXPORT_PREVIEW, AdwBin)

/* The page that is looked at stays, when there is one of that number. */
void jol_export_preview_show (JolExportPreview *self, JolDocument *document);
/* Paints it anew, for the size that it has now. */
void jol_export_preview_refresh (JolExportPreview *self);
/* What does not fit, in sentences; NULL when all is well. */
void jol_export_preview_warn (JolExportPreview *self, const char *text);

JolDocument *jol_export_preview_get_document (JolExportPreview *self); /* NULL before the first */
guint jol_export_preview_get_page (JolExportPreview *self);
GtkWidget *jol_export_preview_get_picture (JolExportPreview *self);

G_END_DECLS
