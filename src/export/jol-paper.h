/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-page-flow.h"

G_BEGIN_DECLS

/* JolPaper: what a document of pages is laid out on, and what all of them have alike: sizes of
 * type, margins, what stands over and under the text. A plain value. Measures are points. */
typedef struct
{
  double width, height;
  const char *page_words; /* "Page %1$u of %2$u"; of gettext, which keeps it; NULL: as the window */
  gboolean is_endless;    /* a picture: one page, as high as what is on it */
} JolPaper;

#define JOL_PAPER_MARGIN 48.0
#define JOL_PAPER_TOP 58.0    /* of the text, under the running head */
#define JOL_PAPER_BOTTOM 54.0 /* under the text: the page's number */

typedef enum
{
  JOL_PAPER_A4,
  JOL_PAPER_A3,
  JOL_PAPER_16_9, /* a slide */
} JolPaperSize;
#define JOL_N_PAPER_SIZES 3

JolPaper jol_paper_new (JolPaperSize size, gboolean is_landscape);
/* "a4", "a3", "16:9" */
const char *jol_paper_size_to_string (JolPaperSize size);
gboolean jol_paper_size_from_string (const char *word, JolPaperSize *size_out);

/* Where text goes when its first @head points are taken, in columns at least that wide. */
JolPageFrame jol_paper_get_frame (const JolPaper *self, double head, double column_width);

JolFont jol_paper_get_font (JolTheme theme, double size, JolFontStyle style, JolColorRole role);

void jol_paper_draw_ground (const JolPaper *self, JolTheme theme, JolCanvas *canvas);
/* Over the text @left and @right, but not on the first page, which has a title of its own; under it
 * @foot and, of several, "Page 2 of 9". */
void jol_paper_draw_furniture (const JolPaper *self,
                               JolTheme theme,
                               const char *left,
                               const char *right,
                               const char *foot,
                               guint page,
                               guint n_pages,
                               JolCanvas *canvas);

G_END_DECLS
