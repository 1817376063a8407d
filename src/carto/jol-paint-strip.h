/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-strip-scene.h"

G_BEGIN_DECLS

/* The chart of the time strip without what moves each frame: the playhead, and the titles of the
 * eras, which make way for its bubble. */
void jol_paint_strip (const JolStripScene *scene, JolCanvas *canvas);
/* @playhead may be NULL. */
void jol_paint_strip_titles (const JolStripScene *scene,
                             const JolStripPlayhead *playhead,
                             JolCanvas *canvas);
void jol_paint_strip_playhead (const JolStripScene *scene,
                               const JolStripPlayhead *playhead,
                               JolCanvas *canvas);

/* Over the chart: what is outside a span is veiled, and the span has its grips. */
void
jol_paint_strip_span (const JolStripScene *scene, const JolStripSpanPlace *span, JolCanvas *canvas);
/* What is after the date is veiled. */
void jol_paint_strip_until (const JolStripScene *scene,
                            const JolStripPlayhead *playhead,
                            JolCanvas *canvas);

/* The names of the bands, with their values, in rows of at most @width px, and @note after them. A
 * value has the room of the widest, the note that of @widest_note, so that nothing moves with the
 * date. Both notes may be NULL.
 * Returns the height; with a @canvas, paints at (0, 0). @natural_out: the width of all in one row,
 * or NULL. */
double jol_paint_strip_legend (const JolStripBand *bands,
                               guint n_bands,
                               const char *note,
                               const char *widest_note,
                               JolTheme theme,
                               double width,
                               double *natural_out,
                               JolCanvas *canvas);

JolFont jol_strip_font_for_axis (JolTheme theme);
JolFont jol_strip_font_for_eras (JolTheme theme);
JolFont jol_strip_font_for_bubble (JolTheme theme);

G_END_DECLS
