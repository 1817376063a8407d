/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-source.h"

G_BEGIN_DECLS

/* JolSourceRow: a source: its title, who published it and when, and a button that opens it in the
 * browser when it has an address. */
#define JOL_TYPE_SOURCE_ROW (jol_source_row_get_type ())
G_DECLARE_FINAL_TYPE (JolSourceRow, jol_source_row, JOL, SOURCE_ROW, GtkWidget)

GtkWidget *jol_source_row_new (JolSource *source, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
