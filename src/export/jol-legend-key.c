/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend-key.h"

#include "jol-symbol.h"

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
         row->kind == JOL_LEGEND_CHANGE;
}

/* As in the frame of a picture: a mark that is not in it needs no explanation. */
static gboolean
is_shown (const JolScene *scene, const JolLegendRow *row)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  if (row->is_hidden)
    return FALSE;
  if (row->kind != JOL_LEGEND_SYMBOL && row->kind != JOL_LEGEND_CLUSTER)
    return row->map_kind < 0 || row->count > 0;

  for (guint i = 0; i < n_places; i++)
    {
      const gboolean is_cluster = places[i].n_members > 0;
      double x, y;

      if (row->kind == JOL_LEGEND_CLUSTER
              ? !is_cluster
              : places[i].n_summits > 0 || places[i].kind != row->symbol)
        continue;
      jol_transform_apply (jol_scene_get_transform (scene), &places[i].at, &x, &y);
      if (x >= 0.0 && y >= 0.0 && x <= jol_scene_get_width (scene) &&
          y <= jol_scene_get_height (scene))
        return TRUE;
    }

  return FALSE;
}

static void
paint_swatch (const JolScene *scene,
              const JolLegendRow *row,
              double x,
              double y,
              double width,
              double scale,
              JolCanvas *canvas)
{
  const JolColor paper = jol_palette_get (jol_scene_get_theme (scene), JOL_COLOR_SYMBOL_FILL);
  double dash[G_N_ELEMENTS (row->dash_px)];

  if (row->kind != JOL_LEGEND_LINE)
    {
      jol_symbol_paint_key (canvas, row, x + width / 2.0, y, scale, &paper);
      return;
    }
  for (guint i = 0; i < row->n_dash; i++)
    dash[i] = row->dash_px[i] * scale;
  jol_canvas_move_to (canvas, x, y);
  jol_canvas_line_to (canvas, x + width, y);
  jol_canvas_stroke (canvas,
                     &(JolStroke){ .color = row->color,
                                   .width_px = row->width_px * scale,
                                   .cap = row->n_dash > 0 ? (JolCap) row->cap : JOL_CAP_BUTT,
                                   .dash_px = row->n_dash > 0 ? dash : NULL,
                                   .n_dash = row->n_dash });
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
  guint n_rows;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const double swatch = (is_line (&rows[i]) ? SWATCH_PX : SYMBOL_PX) * scale;
      double item;

      if (!is_shown (scene, &rows[i]))
        continue;
      jol_text_measure (rows[i].label, font, &item, NULL, NULL);
      item += swatch + SPACE * font->size_px;
      if (x > 0.0 && x + item > width)
        {
          x = 0.0;
          y += row_height;
        }
      if (canvas)
        {
          const double middle = y + row_height / 2.0;

          paint_swatch (scene, &rows[i], x, middle, swatch, scale, canvas);
          jol_canvas_text (canvas, rows[i].label, font, x + swatch + SPACE * font->size_px,
                           middle + font->size_px * 0.36, 0.0, JOL_ANCHOR_START);
        }
      x += item + GAP * font->size_px;
    }

  return x > 0.0 ? y + row_height : 0.0;
}
