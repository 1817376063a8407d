/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap-level.h"
#include "jol-canvas.h"
#include "jol-projection.h"

G_BEGIN_DECLS

/*
 * Adds to the canvas' path parallel lines, falling to the right, where @feature, a polygon, covers
 * the picture of @width_px × @height_px; the caller strokes them. The lines lie on a grid of the
 * whole world, @step_px apart down the picture, so that pictures side by side meet.
 */
void jol_paint_hatch (JolCanvas *canvas,
                      const JolBasemapLayer *layer,
                      const JolBasemapFeature *feature,
                      const JolTransform *view,
                      double width_px,
                      double height_px,
                      double step_px);

G_END_DECLS
