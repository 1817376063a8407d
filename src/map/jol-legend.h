/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-scene.h"

G_BEGIN_DECLS

/* JolLegend: the rows of a scene's legend over the map, folded away by a click on their heading. */
#define JOL_TYPE_LEGEND (jol_legend_get_type ())
G_DECLARE_FINAL_TYPE (JolLegend, jol_legend, JOL, LEGEND, GtkWidget)

GtkWidget *jol_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;

void jol_legend_set_scene (JolLegend *self, JolScene *scene);
void jol_legend_set_expanded (JolLegend *self, gboolean expanded);

G_END_DECLS
