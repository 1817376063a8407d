/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap.h"
#include "jol-canvas.h"
#include "jol-projection.h"

G_BEGIN_DECLS

/*
 * The base of a map picture, without text: water, land, the five states, relief, inner borders,
 * lakes, rivers, coast, borders; a hatch over what is disputed. The same for a tile and for a whole
 * export: what is painted at a place does not depend on where the picture's edges are. It knows no
 * date: what the data says has ended since (JolBasemapFeature.until) is left out of the lines, and
 * waters are those of the data.
 *
 * @view places the picture in the world and gives the zoom; the picture is @width_px × @height_px.
 * @scale is how many px of the device the canvas has for one of its own: it spends detail, and
 * changes no size. @relief may be NULL. Any thread.
 */
void jol_paint_land (JolCanvas *canvas,
                     const JolBasemapLevel *level,
                     const JolBasemapRelief *relief,
                     JolTheme theme,
                     const JolTransform *view,
                     double width_px,
                     double height_px,
                     double scale);

/* Whether a hatch, or a border that is not agreed, is in such a picture. */
gboolean jol_paint_land_shows_disputed (const JolBasemapLevel *level,
                                        const JolTransform *view,
                                        double width_px,
                                        double height_px);

G_END_DECLS
