/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend-row.h"

#include "jol-symbol.h"

/* Whether a mark that the row explains is in the picture. */
static gboolean
is_in_view (const JolScene *scene, const JolLegendRow *row)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

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

gboolean
jol_legend_row_is_shown (const JolScene *scene, const JolLegendRow *row)
{
  if (row->is_hidden)
    return FALSE;

  return (row->kind != JOL_LEGEND_SYMBOL && row->kind != JOL_LEGEND_CLUSTER) ||
         is_in_view (scene, row);
}

void
jol_legend_row_paint (const JolScene *scene,
                      const JolLegendRow *row,
                      double x,
                      double y,
                      double width,
                      double unit,
                      JolCanvas *canvas)
{
  const JolColor paper = jol_palette_get (jol_scene_get_theme (scene), JOL_COLOR_SYMBOL_FILL);
  double dash[G_N_ELEMENTS (row->dash_px)];

  if (row->kind != JOL_LEGEND_LINE)
    {
      jol_symbol_paint_key (canvas, row, x + width / 2.0, y, unit, &paper);
      return;
    }
  for (guint i = 0; i < row->n_dash; i++)
    dash[i] = row->dash_px[i] * unit;
  jol_canvas_move_to (canvas, x, y);
  jol_canvas_line_to (canvas, x + width, y);
  jol_canvas_stroke (canvas,
                     &(JolStroke){ .color = row->color,
                                   .width_px = row->width_px * unit,
                                   .cap = row->n_dash > 0 ? (JolCap) row->cap : JOL_CAP_BUTT,
                                   .dash_px = row->n_dash > 0 ? dash : NULL,
                                   .n_dash = row->n_dash });
}
