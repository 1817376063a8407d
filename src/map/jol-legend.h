/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-scene.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolLegend: the rows of a scene's legend over the map, folded away by a click on their heading.
 * Each row is a button that hides its kind and shows it again, through the session's filter.
 *
 * A person's wish to see the rows is kept while the map has no room for them.
 */
#define JOL_TYPE_LEGEND (jol_legend_get_type ())
G_DECLARE_FINAL_TYPE (JolLegend, jol_legend, JOL, LEGEND, GtkWidget)

GtkWidget *jol_legend_new (void) G_GNUC_WARN_UNUSED_RESULT;

void jol_legend_set_session (JolLegend *self, JolSession *session);
void jol_legend_set_scene (JolLegend *self, JolScene *scene);
/* The size of the map. */
void jol_legend_set_room (JolLegend *self, int width_px, int height_px);

gboolean jol_legend_get_wanted (JolLegend *self);
void jol_legend_set_wanted (JolLegend *self, gboolean wanted);

G_END_DECLS
