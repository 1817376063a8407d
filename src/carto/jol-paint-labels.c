/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-paint-private.h"

#include <math.h>

#define MAX_PATH 128

static JolFont
get_font (const JolSceneLabel *label)
{
  return (JolFont){ .size_px = label->size_px,
                    .style = (JolFontStyle) label->font_style,
                    .spacing_px = label->spacing_px,
                    .color = label->color,
                    .halo = label->halo,
                    .halo_px = label->halo_px };
}

static void
paint_along (const JolScene *scene, JolCanvas *canvas, const JolSceneLabel *label)
{
  const JolFont font = get_font (label);
  const guint n_points = MIN (label->n_path, MAX_PATH);
  double xy[2 * MAX_PATH];
  double length = 0.0;

  for (guint i = 0; i < n_points; i++)
    {
      jol_transform_apply (jol_scene_get_transform (scene), &label->path[i], &xy[2 * i],
                           &xy[2 * i + 1]);
      if (i > 0)
        length += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
    }
  jol_canvas_text_on_path (canvas, label->text, &font, xy, n_points,
                           MAX ((length - label->width_px) / 2.0, 0.0));
}

static void
paint_label (const JolScene *scene, JolCanvas *canvas, const JolSceneLabel *label)
{
  const double reach = label->width_px + label->size_px * 2.0;
  const JolFont font = get_font (label);
  double x, y;

  jol_transform_apply (jol_scene_get_transform (scene), &label->at, &x, &y);
  if (x < -reach || y < -reach || x > jol_scene_get_width (scene) + reach ||
      y > jol_scene_get_height (scene) + reach)
    return;

  if (label->dot_px > 0.0)
    {
      jol_canvas_circle (canvas, x, y, label->dot_px);
      jol_canvas_fill_stroke (canvas, &label->color,
                              &(JolStroke){ .color = label->halo, .width_px = 1.0 });
    }
  if (label->path)
    paint_along (scene, canvas, label);
  else
    jol_canvas_text (canvas, label->text, &font, x + label->dx_px, y + label->dy_px, label->angle,
                     (JolAnchor) label->anchor);
}

/* The least important first, so that a halo never eats into a greater name. */
void
jol_paint_labels (const JolScene *scene, JolCanvas *canvas)
{
  guint n_labels;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

  for (guint i = n_labels; i-- > 0;)
    paint_label (scene, canvas, &labels[i]);
}
