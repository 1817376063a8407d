/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-paint-private.h"

#include "jol-symbol.h"

#define GLOW_PX 3.6
#define MARGIN_PX 40.0

static void
paint_count (const JolScenePlaceMark *place,
             JolCanvas *canvas,
             double x,
             double y,
             const JolColor *color)
{
  const JolFont font = { .size_px = place->radius_px * (place->n_summits > 99 ? 0.82 : 1.02),
                         .style = JOL_FONT_BOLD,
                         .color = *color };
  char count[16];

  g_snprintf (count, sizeof count, "%u", place->n_summits);
  /* Figures stand about 0.72 of their size high. */
  jol_canvas_text (canvas, count, &font, x, y + font.size_px * 0.36, 0.0, JOL_ANCHOR_MIDDLE);
}

static void
paint_place (const JolScene *scene, JolCanvas *canvas, const JolScenePlaceMark *place)
{
  const JolTheme theme = jol_scene_get_theme (scene);
  const JolColor line = jol_palette_get (theme, JOL_COLOR_SYMBOL);
  const JolColor fill = jol_palette_get (theme, JOL_COLOR_SYMBOL_FILL);
  const gboolean is_summit = place->n_summits > 0;
  const JolPlaceKind kind = is_summit ? JOL_PLACE_SUMMIT_CITY : (JolPlaceKind) place->kind;
  double x, y;

  jol_transform_apply (jol_scene_get_transform (scene), &place->at, &x, &y);
  if (x < -MARGIN_PX || y < -MARGIN_PX || x > jol_scene_get_width (scene) + MARGIN_PX ||
      y > jol_scene_get_height (scene) + MARGIN_PX)
    return;

  jol_canvas_begin_group (canvas, place->id, place->title);
  if (place->is_selected || place->is_hovered)
    {
      const JolColor glow =
          jol_palette_get (theme, place->is_selected ? JOL_COLOR_SELECTION : JOL_COLOR_HOVER);

      jol_canvas_circle (canvas, x, y, place->radius_px + GLOW_PX);
      jol_canvas_fill (canvas, &glow);
    }
  jol_symbol_trace (canvas, kind, x, y, place->radius_px);
  jol_canvas_fill_stroke (canvas, &fill,
                          &(JolStroke){ .color = line, .width_px = is_summit ? 1.6 : 1.3 });
  if (is_summit)
    paint_count (place, canvas, x, y, &line);
  jol_canvas_end_group (canvas);
}

void
jol_paint_places (const JolScene *scene, JolCanvas *canvas)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  for (guint i = 0; i < n_places; i++)
    paint_place (scene, canvas, &places[i]);
}
