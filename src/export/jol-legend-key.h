/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"
#include "jol-canvas.h"

G_BEGIN_DECLS

/* What a map's lines and symbols mean, in rows of at most @width, for a map that stands in a page:
 * the rows of the scene's legend that are not hidden, of the kinds that it shows. Returns the
 * height; with a @canvas, which may be NULL, paints at the origin. @scale: of the swatches, in
 * units of the page a px of the map. */
double jol_legend_key_paint (const JolScene *scene,
                             const JolFont *font,
                             double scale,
                             double width,
                             JolCanvas *canvas);

G_END_DECLS
