/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-place.h"

G_BEGIN_DECLS

/* Kinds differ by shape, not colour. */
void jol_symbol_paint (JolCanvas *canvas,
                       JolPlaceKind kind,
                       double x,
                       double y,
                       double radius_px,
                       const JolColor *ink,
                       const JolColor *paper);
/* What summits are counted in. */
void jol_symbol_paint_ring (JolCanvas *canvas,
                            double x,
                            double y,
                            double radius_px,
                            const JolColor *ink,
                            const JolColor *paper);
/* A ring for what stands for several places, and one for their count in it unless its radius is 0.
 */
void jol_symbol_paint_cluster (JolCanvas *canvas,
                               double x,
                               double y,
                               double radius_px,
                               double inner_px,
                               const JolColor *ink,
                               const JolColor *paper);
/* An arrowhead whose tip points in the direction of the angle (radians, clockwise from east). */
void
jol_symbol_trace_arrow (JolCanvas *canvas, double x, double y, double angle, double half_width_px);

G_END_DECLS
