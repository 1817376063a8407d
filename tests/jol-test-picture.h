/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-painter.h"

/* What tests share that look at single px of a painted scene. */

cairo_surface_t *jol_test_paint (const JolScene *scene,
                                 JolPaintPasses passes) G_GNUC_WARN_UNUSED_RESULT;
guint32 jol_test_get_pixel (cairo_surface_t *surface, double x, double y);
/* Each of red, green and blue, 0-255, differs by no more than @tolerance. */
gboolean jol_test_is_color (guint32 pixel, const JolColor *color, int tolerance);
gboolean jol_test_is_inside (const JolScene *scene, double x, double y, double margin);
gboolean jol_test_is_near_place (const JolScene *scene, double x, double y);

/* Which share of the px, so far to the side of a route's line, has a colour. At least ten are
 * looked at. */
double jol_test_get_share (const JolScene *scene,
                           cairo_surface_t *picture,
                           const JolSceneRoute *route,
                           double side_px,
                           const JolColor *color,
                           int tolerance);
