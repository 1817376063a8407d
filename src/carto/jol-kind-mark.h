/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-event.h"

G_BEGIN_DECLS

/* The symbol of a kind of event, as the list in the window has it: in a square of @size round the
 * point. Kinds differ by shape, so that they can be told apart in black and white. */
void jol_kind_mark_paint (JolCanvas *canvas,
                          JolEventKind kind,
                          double x,
                          double y,
                          double size,
                          const JolColor *color);

/* Symbols and names of the kinds in a set of bits, in rows of at most @width. Returns the height;
 * with a @canvas, which may be NULL, paints at the origin. */
double jol_kind_mark_paint_key (guint kinds,
                                const JolFont *font,
                                JolTheme theme,
                                double width,
                                JolCanvas *canvas);

G_END_DECLS
