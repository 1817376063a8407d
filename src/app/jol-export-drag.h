/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "jol-document-write.h"

G_BEGIN_DECLS

/*
 * JolExportDrag: a document on its way to another program, which takes it as a file or as a
 * picture. It is written when that program asks for it, to a folder of the cache; what has lain
 * there for an hour goes when the next one is dragged.
 */
#define JOL_TYPE_EXPORT_DRAG (jol_export_drag_get_type ())
G_DECLARE_FINAL_TYPE (JolExportDrag, jol_export_drag, JOL, EXPORT_DRAG, GdkContentProvider)

/* @name: of the file, with the end of its format. */
GdkContentProvider *jol_export_drag_new (JolDocument *document,
                                         const JolExportOptions *options,
                                         JolExportFormat format,
                                         const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
