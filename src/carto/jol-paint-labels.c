/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-paint-private.h"

#include <math.h>

#define MAX_PATH 128
#define DOT_EDGE_PX 1.0
/* Ink beyond what is measured: letters reach out of their advance, and edges are soft. */
#define SLACK_PX 1.5

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

static JolFrameBox
measure_path (const JolScene *scene, const JolSceneLabel *label)
{
  const double reach = label->ascent_px + label->halo_px + SLACK_PX;
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i < label->n_path; i++)
    {
      double x, y;

      jol_transform_apply (jol_scene_get_transform (scene), &label->path[i], &x, &y);
      x0 = MIN (x0, x);
      y0 = MIN (y0, y);
      x1 = MAX (x1, x);
      y1 = MAX (y1, y);
    }

  return (JolFrameBox){ x0 - reach, y0 - reach, x1 - x0 + 2.0 * reach, y1 - y0 + 2.0 * reach };
}

/* What a name covers, upright, with its dot. */
static JolFrameBox
measure_label (const JolScene *scene, const JolSceneLabel *label)
{
  const double reach = label->halo_px + SLACK_PX;
  const double left = label->anchor == JOL_ANCHOR_MIDDLE ? -label->width_px / 2.0
                      : label->anchor == JOL_ANCHOR_END  ? -label->width_px
                                                         : 0.0;
  const double up = label->ascent_px + reach;
  const double down = label->descent_px + reach;
  const double c = cos (label->angle);
  const double s = sin (label->angle);
  double x, y, x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  if (label->path)
    return measure_path (scene, label);

  jol_transform_apply (jol_scene_get_transform (scene), &label->at, &x, &y);
  for (guint i = 0; i < 4; i++)
    {
      const double along = i & 1 ? left + label->width_px + reach : left - reach;
      const double across = i & 2 ? down : -up;

      x0 = MIN (x0, along * c - across * s);
      y0 = MIN (y0, along * s + across * c);
      x1 = MAX (x1, along * c - across * s);
      y1 = MAX (y1, along * s + across * c);
    }

  x0 += label->dx_px;
  y0 += label->dy_px;
  x1 += label->dx_px;
  y1 += label->dy_px;
  if (label->dot_px > 0.0)
    {
      const double dot = label->dot_px + DOT_EDGE_PX;

      x0 = MIN (x0, -dot);
      y0 = MIN (y0, -dot);
      x1 = MAX (x1, dot);
      y1 = MAX (y1, dot);
    }

  return (JolFrameBox){ x + x0, y + y0, x1 - x0, y1 - y0 };
}

/* Whether a part of the name would be missing: a printed map shows whole names or none. */
static gboolean
is_cut (const JolScene *scene,
        const JolSceneLabel *label,
        const JolFrameBox *panels,
        guint n_panels)
{
  const JolFrameBox box = measure_label (scene, label);

  if (box.x < 0.0 || box.y < 0.0 || box.x + box.width > jol_scene_get_width (scene) ||
      box.y + box.height > jol_scene_get_height (scene))
    return TRUE;
  for (guint i = 0; i < n_panels; i++)
    if (box.x < panels[i].x + panels[i].width && panels[i].x < box.x + box.width &&
        box.y < panels[i].y + panels[i].height && panels[i].y < box.y + box.height)
      return TRUE;

  return FALSE;
}

static void
paint_label (const JolScene *scene, JolCanvas *canvas, const JolSceneLabel *label)
{
  const JolFont font = get_font (label);
  double x, y;

  jol_transform_apply (jol_scene_get_transform (scene), &label->at, &x, &y);
  if (label->dot_px > 0.0)
    {
      jol_canvas_circle (canvas, x, y, label->dot_px);
      jol_canvas_fill_stroke (canvas, &label->color,
                              &(JolStroke){ .color = label->halo, .width_px = DOT_EDGE_PX });
    }
  if (label->path)
    paint_along (scene, canvas, label);
  else
    jol_canvas_text (canvas, label->text, &font, x + label->dx_px, y + label->dy_px, label->angle,
                     (JolAnchor) label->anchor);
}

/* Those that would be in view all at once when the map has been zoomed far out cost some hundred
 * ms, and nobody could read them. A map one level further out has about half the names; at the
 * first level there is still room, or names would come and go with each step. */
static guint
count_fewer (const JolScene *scene, guint n_labels)
{
  const double levels = jol_scene_get_names_zoom (scene) - jol_scene_get_viewport (scene)->zoom;

  return (guint) (n_labels * MIN (exp2 (1.0 - levels), 1.0));
}

/* The least important first, so that a halo never eats into a greater name. */
void
jol_paint_labels (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes)
{
  JolFrameBox panels[JOL_N_FRAME_BOXES];
  double x0, y0, x1, y1;
  const gboolean is_whole = (passes & JOL_PASS_WHOLE_NAMES) != 0;
  const guint n_panels = is_whole ? jol_paint_frame_measure (scene, passes, panels) : 0;
  guint n_labels;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

  if (passes & JOL_PASS_FEWER_NAMES)
    n_labels = count_fewer (scene, n_labels);
  jol_canvas_get_clip (canvas, &x0, &y0, &x1, &y1);
  for (guint i = n_labels; i-- > 0;)
    {
      const JolFrameBox box = measure_label (scene, &labels[i]);
      /* Marks over a letter may stand higher than the font says. */
      const double slack_px = labels[i].size_px;

      if (box.x + box.width + slack_px < x0 || box.x - slack_px > x1 ||
          box.y + box.height + slack_px < y0 || box.y - slack_px > y1)
        continue;
      if (!is_whole || !is_cut (scene, &labels[i], panels, n_panels))
        paint_label (scene, canvas, &labels[i]);
    }
}
