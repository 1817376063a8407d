/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-place.h"
#include "jol-scene.h"

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
/* The ring round what stands for several places; their count or symbol is to be drawn in it. */
void jol_symbol_paint_cluster (JolCanvas *canvas,
                               double x,
                               double y,
                               double radius_px,
                               const JolColor *ink,
                               const JolColor *paper);
/* As it is shown in a legend, about 12 px wide and high when @unit is 1. */
void jol_symbol_paint_key (JolCanvas *canvas,
                           const JolLegendRow *row,
                           double x,
                           double y,
                           double unit,
                           const JolColor *paper);
void jol_symbol_trace_cross (JolCanvas *canvas, double x, double y, double arm_px);
/* An arrowhead whose tip points in the direction of the angle (radians, clockwise from east). */
void
jol_symbol_trace_arrow (JolCanvas *canvas, double x, double y, double angle, double half_width_px);

G_END_DECLS
