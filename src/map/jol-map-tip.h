/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolMapTip: the layer over the map that holds one small panel beside the pointer, or beside what
 * the keys have come to: a name and a few lines about it. The panel lies inside the layer, beside
 * the spot and never on it, and clear of what lies over the map if it can. The pointer goes through
 * all of it to the map.
 */
#define JOL_TYPE_MAP_TIP (jol_map_tip_get_type ())
G_DECLARE_FINAL_TYPE (JolMapTip, jol_map_tip, JOL, MAP_TIP, GtkWidget)

GtkWidget *jol_map_tip_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What it says: @lines is NULL-terminated, a line each. */
void jol_map_tip_set_text (JolMapTip *self, const char *name, const char *const *lines);
void jol_map_tip_set_cover (JolMapTip *self, const GdkRectangle *cover); /* empty: nothing */
void jol_map_tip_show_at (JolMapTip *self, double x_px, double y_px);
void jol_map_tip_hide (JolMapTip *self);

gboolean jol_map_tip_is_shown (JolMapTip *self);
/* Where the panel lies in the layer; empty when it is not shown. */
GdkRectangle jol_map_tip_get_area (JolMapTip *self);

G_END_DECLS
