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

/* The names of the bands in rows of at most @width px. Returns the height; with a @canvas, paints
 * at (0, 0). @natural_out: the width of all in one row, or NULL. */
double jol_paint_strip_legend (const JolStripBand *bands,
                               guint n_bands,
                               JolTheme theme,
                               double width,
                               double *natural_out,
                               JolCanvas *canvas);

JolFont jol_strip_font_for_eras (JolTheme theme);
JolFont jol_strip_font_for_bubble (JolTheme theme);

/* "Kazakhstan's oil exports by outlet, Mt" */
char *jol_strip_format_series (JolSeries *series, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
