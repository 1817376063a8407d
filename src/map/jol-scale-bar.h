/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-palette.h"
#include "jol-viewport.h"

G_BEGIN_DECLS

/* JolScaleBar: how long a round number of kilometres is on the map, at the latitude of its middle.
 * Its own size never changes, so nothing is laid out while the map is panned. */
#define JOL_TYPE_SCALE_BAR (jol_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (JolScaleBar, jol_scale_bar, JOL, SCALE_BAR, GtkWidget)

GtkWidget *jol_scale_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

void jol_scale_bar_set_viewport (JolScaleBar *self, const JolViewport *viewport);
void jol_scale_bar_set_theme (JolScaleBar *self, JolTheme theme);

double jol_scale_bar_get_km (JolScaleBar *self);
double jol_scale_bar_get_length_px (JolScaleBar *self);

G_END_DECLS
