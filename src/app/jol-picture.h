/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "jol-scene.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* The scene of a picture of that size, of what a map of the same shape shows at the session's
 * viewport. In the interface's language. */
JolScene *jol_picture_build_scene (JolSession *session, int width_px, int height_px, JolTheme theme)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same when the map is of another size: at least all that it shows. */
JolScene *jol_picture_build_scene_for (JolSession *session,
                                       int map_width_px,
                                       int map_height_px,
                                       int width_px,
                                       int height_px,
                                       JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;

/* The theme that is on the screen. */
JolTheme jol_picture_get_theme (void);

/* Takes no copy: @surface must not be painted on any more. */
GdkTexture *jol_picture_make_texture (cairo_surface_t *surface) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
