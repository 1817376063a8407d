/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend-key.h"

#include "jol-legend-row.h"

#define SWATCH_PX 26.0
#define SYMBOL_PX 14.0
/* In sizes of the font. */
#define SPACE 0.5
#define GAP 1.5
#define ROW 1.6

static gboolean
is_line (const JolLegendRow *row)
{
  return row->kind == JOL_LEGEND_LINE || row->kind == JOL_LEGEND_RAIL ||
         row->kind == JOL_LEGEND_CHANGE || row->kind == JOL_LEGEND_WIDTH ||
         row->kind == JOL_LEGEND_ARC || row->kind == JOL_LEGEND_DISPUTED;
}

/* From where a row begins to its words. */
static double
get_indent (const JolLegendRow *row, const JolFont *font, double scale)
{
  if (row->kind == JOL_LEGEND_NOTE)
    return 0.0;

  return (is_line (row) ? SWATCH_PX : SYMBOL_PX) * scale + SPACE * font->size_px;
}

double
jol_legend_key_paint (const JolScene *scene,
                      const JolFont *font,
                      double scale,
                      double width,
                      JolCanvas *canvas)
{
  const double row_height = ROW * font->size_px;
  double x = 0.0, y = 0.0;
  const JolLegendRow *rows[JOL_MAX_LEGEND_ROWS];
  const guint n_rows = jol_legend_list_rows (scene, JOL_PASS_MAP, rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const double swatch = (is_line (rows[i]) ? SWATCH_PX : SYMBOL_PX) * scale;
      double item;

      jol_text_measure (rows[i]->label, font, &item, NULL, NULL);
      item += get_indent (rows[i], font, scale);
      if (x > 0.0 && x + item > width)
        {
          x = 0.0;
          y += row_height;
        }
      if (canvas)
        {
          const double middle = y + row_height / 2.0;

          jol_legend_row_paint (scene, rows[i], x, middle, swatch, scale, scale, canvas);
          jol_canvas_text (canvas, rows[i]->label, font, x + get_indent (rows[i], font, scale),
                           middle + font->size_px * 0.36, 0.0, JOL_ANCHOR_START);
        }
      x += item + GAP * font->size_px;
    }

  return x > 0.0 ? y + row_height : 0.0;
}
