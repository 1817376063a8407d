/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-paint-private.h"

#include "jol-style.h"
#include "jol-symbol.h"

#define GLOW_PX 3.6
#define MARGIN_PX 40.0
#define MIN_COUNT_PX 9.5
#define MAX_COUNT_PX 15.0
#define NAME_GAP_PX 5.0

/* Figures are about 0.6 of their size wide and 0.72 high. */
static void
paint_count (JolCanvas *canvas, guint n, double x, double y, double radius_px, const JolColor *ink)
{
  JolFont font = { .style = JOL_FONT_BOLD, .color = *ink };
  char count[16];
  const int n_digits = g_snprintf (count, sizeof count, "%u", n);

  font.size_px = MIN (CLAMP (radius_px * 1.08, MIN_COUNT_PX, MAX_COUNT_PX),
                      radius_px * 1.75 / (0.6 * n_digits));
  jol_canvas_text (canvas, count, &font, x, y + font.size_px * 0.36, 0.0, JOL_ANCHOR_MIDDLE);
}

/* Its name was not placed with the others, which do not move under the pointer. */
static void
paint_name (const JolScene *scene,
            JolCanvas *canvas,
            const JolScenePlaceMark *place,
            double x,
            double y)
{
  const JolFont font = jol_style_get_font (jol_scene_get_theme (scene), JOL_LABEL_PLACE, 0, TRUE,
                                           jol_scene_get_viewport (scene)->zoom);

  jol_canvas_text (canvas, place->title, &font, x + place->radius_px + NAME_GAP_PX,
                   y + font.size_px * 0.36, 0.0, JOL_ANCHOR_START);
}

/* @clip: what shows of the picture. */
static void
paint_place (const JolScene *scene,
             JolCanvas *canvas,
             const double clip[4],
             const JolScenePlaceMark *place)
{
  const JolTheme theme = jol_scene_get_theme (scene);
  const JolColor ink = jol_palette_get (theme, JOL_COLOR_SYMBOL);
  const JolColor paper = jol_palette_get (theme, JOL_COLOR_SYMBOL_FILL);
  const gboolean is_cluster = place->n_members > 0;
  const double inner_px = place->radius_px - (is_cluster ? JOL_CLUSTER_RING_PX : 0.0);
  double x, y;

  jol_transform_apply (jol_scene_get_transform (scene), &place->at, &x, &y);
  if (x < clip[0] - MARGIN_PX || y < clip[1] - MARGIN_PX || x > clip[2] + MARGIN_PX ||
      y > clip[3] + MARGIN_PX)
    return;

  jol_canvas_begin_group (canvas, place->id, is_cluster ? place->summary : place->title,
                          jol_place_kind_get_label ((JolPlaceKind) place->kind));
  if (place->is_selected || place->is_hovered)
    {
      const JolColor glow =
          jol_palette_get (theme, place->is_selected ? JOL_COLOR_SELECTION : JOL_COLOR_HOVER);

      jol_canvas_circle (canvas, x, y, place->radius_px + GLOW_PX);
      jol_canvas_fill (canvas, &glow);
    }
  if (is_cluster)
    jol_symbol_paint_cluster (canvas, x, y, place->radius_px, &ink, &paper);
  if (place->n_summits > 0)
    {
      jol_symbol_paint_ring (canvas, x, y, inner_px, &ink, &paper);
      paint_count (canvas, place->n_summits, x, y, inner_px, &ink);
    }
  else
    {
      jol_symbol_paint (canvas, (JolPlaceKind) place->kind, x, y, inner_px, &ink, &paper);
    }
  if (place->is_lifted)
    paint_name (scene, canvas, place, x, y);
  jol_canvas_end_group (canvas);
}

void
jol_paint_places (const JolScene *scene, JolCanvas *canvas)
{
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);
  double clip[4];

  jol_canvas_get_clip (canvas, &clip[0], &clip[1], &clip[2], &clip[3]);
  clip[0] = MAX (clip[0], 0.0);
  clip[1] = MAX (clip[1], 0.0);
  clip[2] = MIN (clip[2], jol_scene_get_width (scene));
  clip[3] = MIN (clip[3], jol_scene_get_height (scene));
  for (guint i = 0; i < n_places; i++)
    paint_place (scene, canvas, clip, &places[i]);
}
