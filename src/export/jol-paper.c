/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-paper.h"

#include <glib/gi18n.h>
#include <math.h>

#define COLUMN_GAP 22.0
#define HEAD_SIZE 8.5
#define HEAD_Y 36.0
#define FOOT_Y 30.0 /* from below */
#define HAIRLINE 0.5
#define HEAD_GAP 16.0

static const struct
{
  const char *word;
  double width, height; /* upright, but for the slide */
} sizes[JOL_N_PAPER_SIZES] = {
  [JOL_PAPER_A4] = { "a4", 595.276, 841.89 },
  [JOL_PAPER_A3] = { "a3", 841.89, 1190.551 },
  [JOL_PAPER_16_9] = { "16:9", 540.0, 960.0 },
};

static const char *
get_page_words (void)
{
  /* Translators: under a page: its number, and how many there are */
  return _ ("Page %1$u of %2$u");
}

/* A page is drawn in a thread, when gettext may be asked in another language. */
static char *
number_page (const JolPaper *self, guint page, guint n_pages)
{
  GString *text = g_string_new (self->page_words ? self->page_words : get_page_words ());
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *of = g_strdup_printf ("%u", n_pages);

  g_string_replace (text, "%1$u", number, 1);
  g_string_replace (text, "%2$u", of, 1);
  return g_string_free (text, FALSE);
}

JolPaper
jol_paper_new (JolPaperSize size, gboolean is_landscape)
{
  g_return_val_if_fail (size < JOL_N_PAPER_SIZES, ((JolPaper){ 0.0, 0.0 }));

  if (is_landscape)
    return (JolPaper){ sizes[size].height, sizes[size].width, get_page_words (), FALSE };
  return (JolPaper){ sizes[size].width, sizes[size].height, get_page_words (), FALSE };
}

const char *
jol_paper_size_to_string (JolPaperSize size)
{
  g_return_val_if_fail (size < JOL_N_PAPER_SIZES, NULL);

  return sizes[size].word;
}

gboolean
jol_paper_size_from_string (const char *word, JolPaperSize *size_out)
{
  for (guint i = 0; i < JOL_N_PAPER_SIZES; i++)
    if (g_ascii_strcasecmp (sizes[i].word, word) == 0)
      {
        *size_out = (JolPaperSize) i;
        return TRUE;
      }

  return FALSE;
}

JolPageFrame
jol_paper_get_frame (const JolPaper *self, double head, double column_width)
{
  const double width = self->width - 2.0 * JOL_PAPER_MARGIN;
  const double n_columns = floor ((width + COLUMN_GAP) / (column_width + COLUMN_GAP));

  return (JolPageFrame){ .left = JOL_PAPER_MARGIN,
                         .top = JOL_PAPER_TOP + head,
                         .width = width,
                         .height = self->height - JOL_PAPER_TOP - head - JOL_PAPER_BOTTOM,
                         .n_columns = (guint) MAX (n_columns, 1.0),
                         .column_gap = COLUMN_GAP };
}

JolFont
jol_paper_get_font (JolTheme theme, double size, JolFontStyle style, JolColorRole role)
{
  return (JolFont){ .size_px = size, .style = style, .color = jol_palette_get (theme, role) };
}

void
jol_paper_draw_ground (const JolPaper *self, JolTheme theme, JolCanvas *canvas)
{
  const JolColor ground = jol_palette_get (theme, JOL_COLOR_PANEL);

  /* Also of the px that the page has only a part of. */
  jol_canvas_rect (canvas, 0.0, 0.0, self->width + 1.0, self->height + 1.0, 0.0);
  jol_canvas_fill (canvas, &ground);
}

static void
draw_line (const JolPaper *self, JolTheme theme, double y, JolCanvas *canvas)
{
  const JolStroke line = { .color = jol_palette_get (theme, JOL_COLOR_PANEL_LINE),
                           .width_px = HAIRLINE };

  jol_canvas_move_to (canvas, JOL_PAPER_MARGIN, y);
  jol_canvas_line_to (canvas, self->width - JOL_PAPER_MARGIN, y);
  jol_canvas_stroke (canvas, &line);
}

void
jol_paper_draw_furniture (const JolPaper *self,
                          JolTheme theme,
                          const char *left,
                          const char *right,
                          const char *foot,
                          guint page,
                          guint n_pages,
                          JolCanvas *canvas)
{
  const JolFont font = jol_paper_get_font (theme, HEAD_SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  const double right_edge = self->width - JOL_PAPER_MARGIN;
  g_autofree char *number = NULL;

  if (page > 0)
    {
      double left_width, right_width;

      jol_text_measure (left, &font, &left_width, NULL, NULL);
      jol_text_measure (right, &font, &right_width, NULL, NULL);
      jol_canvas_text (canvas, right, &font, right_edge, HEAD_Y, 0.0, JOL_ANCHOR_END);
      /* Where both have no room, the longer is on the first page anyway. */
      if (left_width + right_width + HEAD_GAP <= right_edge - JOL_PAPER_MARGIN)
        jol_canvas_text (canvas, left, &font, JOL_PAPER_MARGIN, HEAD_Y, 0.0, JOL_ANCHOR_START);
      draw_line (self, theme, HEAD_Y + 6.0, canvas);
    }
  if (n_pages > 1)
    {
      number = number_page (self, page, n_pages);
      jol_canvas_text (canvas, number, &font, right_edge, self->height - FOOT_Y, 0.0,
                       JOL_ANCHOR_END);
    }
  jol_canvas_text (canvas, foot, &font, JOL_PAPER_MARGIN, self->height - FOOT_Y, 0.0,
                   JOL_ANCHOR_START);
}
