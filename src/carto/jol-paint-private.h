/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-painter.h"
#include "jol-scene.h"

G_BEGIN_DECLS

/* The passes of a map picture over its base. None of them looks anything up: what they draw and how
 * is in the scene. */
void jol_paint_routes (const JolScene *scene, JolCanvas *canvas);
void jol_paint_arcs (const JolScene *scene, JolCanvas *canvas);
/* One as it looks in a legend: @width px long from @x on, @unit is what a px is. */
void jol_paint_arc_key (JolTheme theme,
                        double x,
                        double y,
                        double width,
                        double unit,
                        JolCanvas *canvas);
void jol_paint_places (const JolScene *scene, JolCanvas *canvas);
void jol_paint_labels (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes);
void jol_paint_frame (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes);

/* In px of the picture. */
typedef struct
{
  double x, y, width, height;
} JolFrameBox;

#define JOL_N_FRAME_BOXES 5

/* What the frame's parts of these passes cover. Returns how many there are. */
guint jol_paint_frame_measure (const JolScene *scene,
                               JolPaintPasses passes,
                               JolFrameBox boxes_out[JOL_N_FRAME_BOXES]);

G_END_DECLS
