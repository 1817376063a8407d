/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-scene.h"

G_BEGIN_DECLS

/* JolSwatch: the sample of a line or symbol in front of a legend's row. */
#define JOL_TYPE_SWATCH (jol_swatch_get_type ())
G_DECLARE_FINAL_TYPE (JolSwatch, jol_swatch, JOL, SWATCH, GtkWidget)

GtkWidget *jol_swatch_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What of @row is needed is copied. */
void jol_swatch_set_row (JolSwatch *self, const JolLegendRow *row, JolTheme theme);

G_END_DECLS
