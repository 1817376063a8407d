/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-painter.h"
#include "jol-scene.h"

G_BEGIN_DECLS

/* The rows that explain what is in a picture of those passes, and no others: what is hidden, or is
 * elsewhere, needs none. In all frames of an animation (JOL_PASS_BIG_DATE) the lines have the same
 * ones. Returns how many. */
guint jol_legend_list_rows (const JolScene *scene,
                            JolPaintPasses passes,
                            const JolLegendRow *rows_out[JOL_MAX_LEGEND_ROWS]);

/* What a row looks like: a line of that width from @x on, or a symbol in the middle of it. @unit is
 * as for jol_symbol_paint_key(), @map_unit is what a px of the map is. */
void jol_legend_row_paint (const JolScene *scene,
                           const JolLegendRow *row,
                           double x,
                           double y,
                           double width,
                           double unit,
                           double map_unit,
                           JolCanvas *canvas);

G_END_DECLS
