/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on the map there is room beside the card, and how what is to be seen is framed in it. */
#include "config.h"

#include "jol-map-private.h"

#include <math.h>

#include "jol-projection.h"

/* A part that something leaves free is only worth using when it is at least so much of the map. */
#define MIN_ROOM 0.3
/* How many levels smaller a scene may become so that nothing of it lies under the card. */
#define MAX_SQUEEZE 0.35
/* So much of what is selected may lie there. */
#define MAX_HIDDEN 0.25

/* What of the map nothing lies over: the largest of the parts beside, over and under the cover. */
GdkRectangle
jol_map_get_room (JolMap *self)
{
  const GdkRectangle whole = { 0, 0, MAX (self->width_px, 1), MAX (self->height_px, 1) };
  const GdkRectangle *cover = &self->cover;
  const int right = cover->x + cover->width;
  const int bottom = cover->y + cover->height;
  const GdkRectangle parts[] = {
    { 0, 0, cover->x, whole.height },
    { right, 0, whole.width - right, whole.height },
    { 0, 0, whole.width, cover->y },
    { 0, bottom, whole.width, whole.height - bottom },
  };
  GdkRectangle best = whole;
  double best_area = 0.0;

  if (cover->width <= 0 || cover->height <= 0)
    return whole;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const double area = (double) MAX (parts[i].width, 0) * MAX (parts[i].height, 0);

      if (area > best_area && area > MIN_ROOM * whole.width * whole.height)
        {
          best = parts[i];
          best_area = area;
        }
    }

  return best;
}

/* Right and down. */
void
jol_map_shift_viewport (JolMap *self, JolViewport *viewport, double dx_px, double dy_px)
{
  const JolTransform transform = jol_transform_new (viewport, self->width_px, self->height_px);
  const JolWorldPoint center = jol_transform_invert (&transform, self->width_px / 2.0 + dx_px,
                                                     self->height_px / 2.0 + dy_px);
  const JolPoint point = jol_unproject (&center);

  viewport->latitude = point.latitude;
  viewport->longitude = point.longitude;
}

/* The viewport that has @box in the middle of @room, at most @max_zoom near. */
JolViewport
jol_map_frame_box (JolMap *self,
                   const JolBox *box,
                   const GdkRectangle *room,
                   double margin_px,
                   double max_zoom)
{
  JolViewport viewport = jol_viewport_for_box (box, room->width, room->height, margin_px);

  viewport.zoom = MIN (viewport.zoom, max_zoom);
  jol_map_shift_viewport (self, &viewport, self->width_px / 2.0 - (room->x + room->width / 2.0),
                          self->height_px / 2.0 - (room->y + room->height / 2.0));

  return viewport;
}

/* Where on an axis the middle of what is @size_px long goes: amid the room, or, if it is too small,
 * from the edge of the map on that side. */
static double
place_on_axis (double room_start, double room_px, double map_px, double size_px)
{
  const double reach_px = size_px / 2.0 + JOL_MAP_FIT_MARGIN_PX;

  if (2.0 * reach_px <= room_px)
    return room_start + room_px / 2.0;

  return room_start > 0.0 ? map_px - reach_px : reach_px;
}

/* Whether the card would lie over what is selected. */
static gboolean
hides_selected (JolMap *self, const JolViewport *viewport)
{
  JolEntity *selected = jol_session_get_selected (self->session);
  const JolBox *box = selected ? jol_entity_get_box (selected) : NULL;
  const JolTransform transform = jol_transform_new (viewport, self->width_px, self->height_px);
  GdkRectangle shape, hidden;
  JolWorldBox world;
  double x0, y0, x1, y1;

  if (!box || jol_box_is_empty (box))
    return FALSE;

  world = jol_project_box (box);
  jol_transform_apply (&transform, &(JolWorldPoint){ world.x0, world.y0 }, &x0, &y0);
  jol_transform_apply (&transform, &(JolWorldPoint){ world.x1, world.y1 }, &x1, &y1);
  shape = (GdkRectangle){ x0 - JOL_MAP_COMFORT_PX, y0 - JOL_MAP_COMFORT_PX,
                          x1 - x0 + 2 * JOL_MAP_COMFORT_PX, y1 - y0 + 2 * JOL_MAP_COMFORT_PX };
  return gdk_rectangle_intersect (&shape, &self->cover, &hidden) &&
         (double) hidden.width * hidden.height > MAX_HIDDEN * shape.width * shape.height;
}

/* Squeezed beside the card a scene is no larger than a stamp: so a part of it may lie under the
 * card, but not what it is about. */
JolViewport
jol_map_frame_scene (JolMap *self, const JolBox *box)
{
  const GdkRectangle room = jol_map_get_room (self);
  const JolViewport beside =
      jol_map_frame_box (self, box, &room, JOL_MAP_FIT_MARGIN_PX, JOL_MAX_ZOOM);
  JolViewport viewport =
      jol_viewport_for_box (box, self->width_px, self->height_px, JOL_MAP_FIT_MARGIN_PX);
  JolWorldBox world;
  double px;

  viewport.zoom = MAX (beside.zoom, viewport.zoom - MAX_SQUEEZE);
  if (viewport.zoom <= beside.zoom)
    return beside;

  world = jol_project_box (box);
  px = JOL_TILE_PX * exp2 (viewport.zoom);
  jol_map_shift_viewport (
      self, &viewport,
      self->width_px / 2.0 -
          place_on_axis (room.x, room.width, self->width_px, (world.x1 - world.x0) * px),
      self->height_px / 2.0 -
          place_on_axis (room.y, room.height, self->height_px, (world.y1 - world.y0) * px));
  return self->session && hides_selected (self, &viewport) ? beside : viewport;
}
