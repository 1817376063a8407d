/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolMap: the map of a session, with its legend, scale bar, zoom buttons and credits. It shows what
 * the session says and changes it by the session's verbs only, as JOL_ORIGIN_MAP.
 *
 * One tab stop, and behind it one for each feature in view, the most important first.
 *
 * Properties: session.
 */
#define JOL_TYPE_MAP (jol_map_get_type ())
G_DECLARE_FINAL_TYPE (JolMap, jol_map, JOL, MAP, GtkWidget)

GtkWidget *jol_map_new (void) G_GNUC_WARN_UNUSED_RESULT;

JolSession *jol_map_get_session (JolMap *self);
void jol_map_set_session (JolMap *self, JolSession *session);

/* Where the selection was made by a click, if that is where the map still is. */
gboolean jol_map_get_clicked (JolMap *self, double *x_px_out, double *y_px_out);
/* What something over the map hides, the card for one, in the map's px; NULL when nothing does.
 * What the map flies to is kept clear of it. */
void jol_map_set_cover (JolMap *self, const GdkRectangle *cover);

/* Tiles of a server over the painted base map: "openstreetmap" or an address with {z}, {x} and {y};
 * NULL for none, and then nothing is asked of the network. */
void jol_map_set_online_tiles (JolMap *self, const char *tiles);

void jol_map_zoom_by (JolMap *self, double levels);
void jol_map_pan_by (JolMap *self, double dx_px, double dy_px); /* right and down */
void jol_map_fit_story (JolMap *self);

G_END_DECLS
