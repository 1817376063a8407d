/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-scene.h"

G_BEGIN_DECLS

/* A row of the legend of a picture. What is hidden or elsewhere is not explained there. */
gboolean jol_legend_row_is_shown (const JolScene *scene, const JolLegendRow *row);

/* What it looks like: a line of that width from @x on, or a symbol in the middle of it. @unit is as
 * for jol_symbol_paint_key(). */
void jol_legend_row_paint (const JolScene *scene,
                           const JolLegendRow *row,
                           double x,
                           double y,
                           double width,
                           double unit,
                           JolCanvas *canvas);

G_END_DECLS
