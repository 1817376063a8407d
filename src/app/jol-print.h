/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-picture.h"

G_BEGIN_DECLS

/*
 * Prints a kind of document of what the session shows: the map with the strip, fitted to the paper,
 * or what is laid out on it. The document is made when the paper is known, and is the one that an
 * export writes.
 */
GtkPrintOperation *jol_print_operation_new (JolSession *session,
                                            JolDocumentKind kind,
                                            const JolPictureView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Why that command, of GtkSettings:gtk-print-preview-command, shows no preview, in a sentence for a
 * person; NULL when it will. */
char *jol_print_explain_preview (const char *command) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
