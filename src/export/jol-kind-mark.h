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

G_END_DECLS
