/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-arrow-room.h"

#include <math.h>

#include "jol-canvas.h"

/* What is farther outside the picture is nobody's neighbour. */
#define MARGIN_PX 40.0
#define CLEAR_PX 1.0

struct _JolArrowRoom
{
  const JolTransform *transform;
  GPtrArray *labels; /* of const JolSceneLabel, in or near the picture */
  const JolScenePlaceMark *places;
  guint n_places;
};

JolArrowRoom *
jol_arrow_room_new (const JolScene *scene)
{
  JolArrowRoom *self = g_new (JolArrowRoom, 1);
  const double width = jol_scene_get_width (scene);
  const double height = jol_scene_get_height (scene);
  guint n_labels;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

  self->transform = jol_scene_get_transform (scene);
  self->labels = g_ptr_array_new ();
  self->places = jol_scene_get_places (scene, &self->n_places);
  for (guint i = 0; i < n_labels; i++)
    {
      const double reach = labels[i].width_px + MARGIN_PX;
      double x, y;

      jol_transform_apply (self->transform, &labels[i].at, &x, &y);
      if (x > -reach && y > -reach && x < width + reach && y < height + reach)
        g_ptr_array_add (self->labels, (gpointer) &labels[i]);
    }

  return self;
}

void
jol_arrow_room_free (JolArrowRoom *self)
{
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/* Whether a point is on letters that stand on a piece of baseline from a to b, or half_px off. */
static gboolean
is_on_letters (const JolSceneLabel *label,
               double x,
               double y,
               double ax,
               double ay,
               double bx,
               double by,
               double half_px)
{
  const double length = hypot (bx - ax, by - ay);
  double along, up;

  if (length <= 0.0)
    return FALSE;

  along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  up = ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;

  return along > -half_px && along < length + half_px && up > -half_px &&
         up < label->ascent_px + half_px;
}

static gboolean
is_on_label (const JolArrowRoom *self,
             const JolSceneLabel *label,
             double x,
             double y,
             double half_px)
{
  double ax, ay, bx, by;

  jol_transform_apply (self->transform, &label->at, &ax, &ay);
  if (hypot (x - ax, y - ay) > label->width_px + label->ascent_px + MARGIN_PX)
    return FALSE;

  if (!label->path)
    {
      const double c = cos (label->angle);
      const double s = sin (label->angle);
      const double before = label->anchor == JOL_ANCHOR_START    ? 0.0
                            : label->anchor == JOL_ANCHOR_MIDDLE ? label->width_px / 2.0
                                                                 : label->width_px;

      ax += label->dx_px - before * c;
      ay += label->dy_px - before * s;

      return is_on_letters (label, x, y, ax, ay, ax + label->width_px * c, ay + label->width_px * s,
                            half_px);
    }

  for (guint i = 1; i < label->n_path; i++)
    {
      jol_transform_apply (self->transform, &label->path[i - 1], &ax, &ay);
      jol_transform_apply (self->transform, &label->path[i], &bx, &by);
      if (is_on_letters (label, x, y, ax, ay, bx, by, half_px))
        return TRUE;
    }

  return FALSE;
}

gboolean
jol_arrow_room_is_free (const JolArrowRoom *self, const JolWorldPoint *at, double half_px)
{
  double x, y;

  jol_transform_apply (self->transform, at, &x, &y);
  for (guint i = 0; i < self->n_places; i++)
    {
      double px, py;

      jol_transform_apply (self->transform, &self->places[i].at, &px, &py);
      if (hypot (px - x, py - y) < self->places[i].radius_px + half_px + CLEAR_PX)
        return FALSE;
    }
  for (guint i = 0; i < self->labels->len; i++)
    if (is_on_label (self, g_ptr_array_index (self->labels, i), x, y, half_px + CLEAR_PX))
      return FALSE;

  return TRUE;
}
