/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "jol-scene.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolRouteLayer: routes, places and names over the base map, all painted in one node from one
 * scene. A scene is built when what it shows changes, and moved while the map is panned. While the
 * map is zoomed, the names stay placed as they were and are placed anew when it rests.
 *
 * Signals:
 *   scene-changed: another scene was built. Not emitted when it is only moved.
 */
#define JOL_TYPE_ROUTE_LAYER (jol_route_layer_get_type ())
G_DECLARE_FINAL_TYPE (JolRouteLayer, jol_route_layer, JOL, ROUTE_LAYER, ShumateLayer)

JolRouteLayer *jol_route_layer_new (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

void jol_route_layer_set_session (JolRouteLayer *self, JolSession *session);
void jol_route_layer_set_theme (JolRouteLayer *self, JolTheme theme);

/* Whether it writes the base map's names: of countries, seas and towns. */
void jol_route_layer_set_base_names (JolRouteLayer *self, gboolean base_names);
/* Where the map rests, and what lies over it: the names of what is selected are whole beside that.
 */
void jol_route_layer_set_covers (JolRouteLayer *self, const GdkRectangle *covers, guint n_covers);

/* What is on the screen now; NULL as long as there is no size or no session. (transfer none), valid
 * until the main loop turns. */
JolScene *jol_route_layer_get_scene (JolRouteLayer *self);

G_END_DECLS
