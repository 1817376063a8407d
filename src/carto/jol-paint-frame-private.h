/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-legend-row.h"
#include "jol-paint-private.h"

G_BEGIN_DECLS

#define JOL_FRAME_MARGIN_PX 14.0
#define JOL_FRAME_PADDING_PX 11.0
#define JOL_FRAME_BIG_DATE_PX 40.0

/* What stands round the map of a picture, while it is measured or painted. */
typedef struct
{
  const JolScene *scene;
  JolCanvas *canvas;
  double width, height;
  double unit;           /* what one px of the sizes above is in this picture */
  gboolean has_date;     /* under the title */
  gboolean has_big_date; /* in the upper right corner */
  gboolean is_wide;      /* so that the title ends before that */
  const JolLegendRow *rows[JOL_MAX_LEGEND_ROWS];
  guint n_rows; /* of the legend; 0 without it */
} JolFrame;

JolColor jol_frame_get_color (const JolFrame *frame, JolColorRole role);
JolFont
jol_frame_get_font (const JolFrame *frame, double size_px, JolFontStyle style, JolColorRole role);
double jol_frame_get_text_width (const char *text, const JolFont *font);
/* Breaks a text between words into lines that are no wider than that, where its words allow. As few
 * as that takes, and as even as they can be, so that no word stands alone. */
GPtrArray *
jol_frame_wrap (const char *text, const JolFont *font, double width) G_GNUC_WARN_UNUSED_RESULT;
void jol_frame_paint_panel (const JolFrame *frame, const JolFrameBox *box);

JolFrameBox jol_frame_measure_legend (const JolFrame *frame);
void jol_frame_paint_legend (const JolFrame *frame);

G_END_DECLS
