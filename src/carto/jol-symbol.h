/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-place.h"

G_BEGIN_DECLS

/* Appends the outline of a kind of place to the canvas' path: kinds differ by shape, not colour. */
void jol_symbol_trace (JolCanvas *canvas, JolPlaceKind kind, double x, double y, double radius_px);
/* An arrowhead whose tip points in the direction of the angle (radians, clockwise from east). */
void
jol_symbol_trace_arrow (JolCanvas *canvas, double x, double y, double angle, double half_width_px);

G_END_DECLS
