/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-document.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * Prints a kind of document of what the session shows: the map with the strip, fitted to the paper,
 * or what is laid out on it. The document is made when the paper is known, and is the one that an
 * export writes. @map_width_px, @map_height_px: of the map on the screen, all of which is shown.
 */
GtkPrintOperation *jol_print_operation_new (JolSession *session,
                                            JolDocumentKind kind,
                                            int map_width_px,
                                            int map_height_px) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
