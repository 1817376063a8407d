/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-reader-style.h"

G_BEGIN_DECLS

/* Gives @widget, a view of the reader's pane, the colours that a person wants to read in. To be
 * called again when those change, or the desktop's. Returns the theme whose they are. */
JolTheme jol_reader_theme_put_on (GtkWidget *widget, JolReaderStyle *style);

G_END_DECLS
