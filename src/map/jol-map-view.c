/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the map looks. libshumate's viewport is what moves: by its own gestures, by flights, by the
 * keys. It tells a move in up to three notifies, so they are gathered and the session is told once
 * a frame. The other way round, the map flies to where another view sent the session; while it
 * flies, the session already says where to, and is not told the frames between.
 */
#include "config.h"

#include "jol-map-private.h"

#include <adwaita.h>
#include <math.h>

#include "jol-projection.h"

#define FLIGHT_MS 250
#define STEP_MS 150
/* What the legend takes of the map's foot, about. */
#define LEGEND_PX 116
#define FEATURE_MARGIN_PX 110.0
#define MAX_ARC_M 6e6
#define MIN_BESIDE_ZOOM 3.4

static JolViewport
get_shown (JolMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  return (JolViewport){
    .latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
    .longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
    .zoom = shumate_viewport_get_zoom_level (viewport),
  };
}

/* At once. Zoom first: the other way round, a tile of the old zoom would be asked for. */
static void
set_shown (JolMap *self, const JolViewport *viewport)
{
  ShumateViewport *shown = shumate_map_get_viewport (self->map);

  shumate_viewport_set_zoom_level (shown, viewport->zoom);
  shumate_location_set_location (SHUMATE_LOCATION (shown), viewport->latitude, viewport->longitude);
}

/* The nearest viewport that shows no more than one world. */
static JolViewport
clamp_viewport (JolMap *self, const JolViewport *viewport)
{
  const double height = MAX (self->height_px, 1);
  const double min_zoom = MAX (JOL_MIN_ZOOM, log2 (height / JOL_TILE_PX));
  JolViewport clamped = *viewport;
  JolWorldPoint center;
  double half;

  clamped.zoom = CLAMP (viewport->zoom, min_zoom, JOL_MAX_ZOOM);
  half = height / (JOL_TILE_PX * exp2 (clamped.zoom)) / 2.0;
  center = jol_project (&(JolPoint){ viewport->latitude, viewport->longitude });
  if (center.y < half || center.y > 1.0 - half)
    {
      center.y = CLAMP (center.y, half, 1.0 - half);
      clamped.latitude = jol_unproject (&center).latitude;
    }
  if (clamped.longitude < -180.0 || clamped.longitude > 180.0)
    clamped.longitude -= 360.0 * floor ((clamped.longitude + 180.0) / 360.0);

  return clamped;
}

/* libshumate glides on after a drag and has no word to stop it, but a new drag does. */
void
jol_map_stop_gliding (JolMap *self)
{
  if (!self->drag || gtk_gesture_is_active (self->drag))
    return;

  g_signal_emit_by_name (self->drag, "drag-begin", 0.0, 0.0);
  g_signal_emit_by_name (self->drag, "drag-end", 0.0, 0.0);
}

static void
go_to (JolMap *self, const JolViewport *target, guint duration_ms)
{
  const JolViewport now = jol_map_get_target (self);

  self->sent = *target;
  /* Who goes elsewhere now does not want to be fetched back when the card comes. */
  self->has_just_flown = FALSE;
  if (jol_viewport_equal (target, &now))
    return;

  jol_map_stop_gliding (self);
  self->can_cycle = FALSE;
  if (duration_ms == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)))
    {
      jol_map_stop_flight (self);
      set_shown (self, target);
      return;
    }

  shumate_map_go_to_full_with_duration (self->map, target->latitude, target->longitude,
                                        target->zoom, duration_ms);
  self->flight = *target;
  self->is_flying = TRUE;
}

/* A move of the map's own, by a person's hand or by itself: the session hears at once where it
 * leads. */
static void
move_to (JolMap *self, const JolViewport *viewport, guint duration_ms, JolOrigin origin)
{
  const JolViewport target = clamp_viewport (self, viewport);

  if (self->session)
    jol_session_set_viewport (self->session, &target, origin);
  go_to (self, &target, duration_ms);
}

/* Room above the legend, as far as that costs @box none of its size. */
static GdkRectangle
get_room_for_story (JolMap *self, const JolBox *box)
{
  const double zoom =
      jol_viewport_for_box (box, self->width_px, self->height_px, JOL_MAP_FIT_MARGIN_PX).zoom;
  const JolWorldBox world = jol_project_box (box);
  const double box_px = (world.y1 - world.y0) * JOL_TILE_PX * exp2 (zoom);
  const double free_px = self->height_px - box_px - 2.0 * JOL_MAP_FIT_MARGIN_PX;

  return (GdkRectangle){ 0, 0, self->width_px,
                         self->height_px - (int) CLAMP (free_px, 0.0, LEGEND_PX) };
}

static void
fit_story (JolMap *self, guint duration_ms, JolOrigin origin)
{
  JolStory *story = self->session ? jol_session_get_story (self->session) : NULL;
  GdkRectangle room;
  JolViewport viewport;

  if (!story || self->width_px <= 0 || self->height_px <= 0)
    return;

  room = get_room_for_story (self, jol_story_get_bounds (story));
  viewport = jol_map_frame_box (self, jol_story_get_bounds (story), &room, JOL_MAP_FIT_MARGIN_PX,
                                JOL_MAX_ZOOM);
  self->fitted = clamp_viewport (self, &viewport);
  move_to (self, &self->fitted, duration_ms, origin);
}

static void
sync_view (JolMap *self)
{
  JolViewport shown;

  if (self->width_px <= 0)
    return;

  if (self->needs_fit)
    {
      self->needs_fit = FALSE;
      fit_story (self, 0, JOL_ORIGIN_FLIGHT);
    }
  if (!jol_box_is_empty (&self->pending_box))
    {
      const JolBox box = self->pending_box;

      jol_map_show_box (self, &box);
    }
  /* Not by "animation-completed": in libshumate 1.0 its marshaller wants an argument that the
   * signal does not have. */
  shown = get_shown (self);
  if (self->is_flying && jol_viewport_equal (&shown, &self->flight))
    self->is_flying = FALSE;
  if (!self->is_flying)
    {
      const JolViewport clamped = clamp_viewport (self, &shown);

      /* Where it was sent, or as near to it as its size lets it; else a person's hand is on it. */
      const gboolean is_own = self->has_resized || jol_viewport_equal (&clamped, &self->sent);

      if (!jol_viewport_equal (&shown, &clamped))
        set_shown (self, &clamped);
      self->sent = clamped;
      self->has_resized = FALSE;
      if (self->session)
        jol_session_set_viewport (self->session, &clamped,
                                  is_own ? JOL_ORIGIN_FLIGHT : JOL_ORIGIN_MAP);
    }
  if (self->session && self->width_px > 0 && self->height_px > 0)
    jol_session_set_map_size (self->session, self->width_px, self->height_px);
  if (!self->session || jol_session_get_story (self->session))
    jol_map_show_base (self);
  jol_map_moved (self);
}

static gboolean
sync_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JOL_MAP (widget)->tick_id = 0;
  sync_view (JOL_MAP (widget));
  return G_SOURCE_REMOVE;
}

static void
queue_sync (JolMap *self)
{
  if (!self->tick_id)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), sync_cb, NULL, NULL);
}

static void
shown_changed_cb (JolMap *self)
{
  queue_sync (self);
}

void
jol_map_init_view (JolMap *self)
{
  self->pending_box = JOL_BOX_EMPTY;
  g_signal_connect_object (shumate_map_get_viewport (self->map), "notify",
                           G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
}

void
jol_map_dispose_view (JolMap *self)
{
  if (self->tick_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

void
jol_map_set_size (JolMap *self, int width_px, int height_px)
{
  const JolViewport target = jol_map_get_target (self);
  gboolean is_first;

  if (width_px == self->width_px && height_px == self->height_px)
    return;

  /* Who has not moved yet still sees the whole story. */
  if (self->fitted.zoom > 0.0 && jol_viewport_equal (&target, &self->fitted))
    self->needs_fit = TRUE;
  is_first = self->width_px == 0;
  self->has_resized = TRUE;
  self->width_px = width_px;
  self->height_px = height_px;
  /* At the start at once, so that tiles are painted for where the map will look, and while the
   * first frame is drawn. */
  if (is_first)
    sync_view (self);
  else
    queue_sync (self);
}

JolViewport
jol_map_get_target (JolMap *self)
{
  return self->is_flying ? self->flight : get_shown (self);
}

void
jol_map_stop_flight (JolMap *self)
{
  self->is_flying = FALSE;
  shumate_map_stop_go_to (self->map);
}

void
jol_map_follow_session (JolMap *self, gboolean animate)
{
  JolViewport target;

  /* The session does not know the map's size, so how a story opens is only near the mark. */
  self->needs_fit = jol_session_is_at_opening (self->session);
  queue_sync (self);
  if (self->needs_fit && self->width_px > 0)
    return;

  target = clamp_viewport (self, jol_session_get_viewport (self->session));
  go_to (self, &target, animate ? FLIGHT_MS : 0);
}

void
jol_map_zoom_to_box (JolMap *self, const JolBox *box, double max_zoom, JolOrigin origin)
{
  const GdkRectangle room = jol_map_get_room (self);
  const JolViewport viewport =
      jol_map_frame_box (self, box, &room, JOL_MAP_FIT_MARGIN_PX, max_zoom);

  move_to (self, &viewport, FLIGHT_MS, origin);
}

void
jol_map_show_box (JolMap *self, const JolBox *box)
{
  JolViewport viewport;

  self->needs_fit = FALSE;
  self->pending_box = JOL_BOX_EMPTY;
  if (self->width_px <= 0)
    {
      self->pending_box = *box;
      return;
    }

  viewport = jol_map_frame_scene (self, box);
  move_to (self, &viewport, FLIGHT_MS, JOL_ORIGIN_FLIGHT);
}

/* How far an extent must move to lie between two edges, which are far enough apart. */
static double
get_shift (double low, double high, double low_edge, double high_edge)
{
  if (low < low_edge)
    return low_edge - low;

  return high > high_edge ? high_edge - high : 0.0;
}

/* Where what is selected lies. An event reaches to the capitals of those who came, since arcs run
 * from there: but not to those so far that the region would shrink to a spot. */
static JolBox
get_extent (JolSession *session, JolEntity *selected)
{
  JolBox box = *jol_entity_get_box (selected);
  const char *const *participants;
  JolPoint center;

  if (!JOL_IS_EVENT (selected) || !jol_event_get_place_id (JOL_EVENT (selected)))
    return box;

  center = jol_box_get_center (&box);
  participants = jol_event_get_participants (JOL_EVENT (selected));
  for (guint i = 0; participants[i]; i++)
    {
      JolPlace *capital = jol_story_find_capital (jol_session_get_story (session), participants[i]);

      if (capital && jol_geo_distance_m (&center, jol_place_get_point (capital)) < MAX_ARC_M)
        jol_box_add_point (&box, jol_place_get_point (capital));
    }

  return box;
}

/* Only when it is not well in view already, no further than it must, so that what was looked at
 * stays beside it, and no nearer: who looks at a country does not want to be thrown at a town. */
void
jol_map_fly_to_selection (JolMap *self)
{
  JolEntity *selected = jol_session_get_selected (self->session);
  const JolBox box = selected ? get_extent (self->session, selected) : JOL_BOX_EMPTY;
  const JolViewport now = jol_map_get_target (self);
  /* Who was taken farther off for one thing, and has not moved since, is not kept there for the
   * next. */
  const gboolean is_taken_off = self->flown.zoom > 0.0 && jol_viewport_equal (&now, &self->flown);
  JolViewport viewport = is_taken_off ? self->own : now;
  const JolViewport own = viewport;
  const GdkRectangle room = jol_map_get_room (self);
  const double margin_x = MIN (FEATURE_MARGIN_PX, room.width / 4.0);
  const double margin_y = MIN (FEATURE_MARGIN_PX, room.height / 4.0);
  const double right = room.x + room.width, bottom = room.y + room.height;
  JolTransform transform;
  JolWorldBox world;
  double x0, y0, x1, y1;

  if (jol_box_is_empty (&box) || self->width_px <= 0)
    return;

  transform = jol_transform_new (&viewport, self->width_px, self->height_px);
  world = jol_project_box (&box);
  jol_transform_apply (&transform, &(JolWorldPoint){ world.x0, world.y0 }, &x0, &y0);
  jol_transform_apply (&transform, &(JolWorldPoint){ world.x1, world.y1 }, &x1, &y1);
  if (x0 >= room.x + JOL_MAP_COMFORT_PX && x1 <= right - JOL_MAP_COMFORT_PX &&
      y0 >= room.y + JOL_MAP_COMFORT_PX && y1 <= bottom - JOL_MAP_COMFORT_PX)
    {
      if (is_taken_off)
        move_to (self, &own, FLIGHT_MS, JOL_ORIGIN_FLIGHT);
      return;
    }

  if (x1 - x0 <= room.width - 2 * margin_x && y1 - y0 <= room.height - 2 * margin_y)
    jol_map_shift_viewport (self, &viewport,
                            -get_shift (x0, x1, room.x + margin_x, right - margin_x),
                            -get_shift (y0, y1, room.y + margin_y, bottom - margin_y));
  else
    {
      const double max_zoom = viewport.zoom;
      /* The arcs of an event must be seen to come from somewhere, small as they are. */
      const double min_zoom = JOL_IS_EVENT (selected) ? JOL_MIN_ZOOM : MIN_BESIDE_ZOOM;
      const GdkRectangle whole = { 0, 0, self->width_px, self->height_px };

      viewport = jol_map_frame_box (self, &box, &room, JOL_MAP_COMFORT_PX, max_zoom);
      /* Squeezed beside the card a region is no larger than a stamp: better that the card hides a
       * part of it. */
      if (viewport.zoom < min_zoom)
        viewport = jol_map_frame_box (self, &box, &whole, JOL_MAP_COMFORT_PX, max_zoom);
    }
  move_to (self, &viewport, FLIGHT_MS, JOL_ORIGIN_FLIGHT);
  self->own = own;
  self->flown = viewport.zoom < own.zoom ? jol_map_get_target (self) : (JolViewport){ 0 };
}

void
jol_map_zoom_about (JolMap *self, double levels, double x_px, double y_px, gboolean animate)
{
  const JolViewport shown = get_shown (self);
  const JolTransform before = jol_transform_new (&shown, self->width_px, self->height_px);
  const JolWorldPoint fixed = jol_transform_invert (&before, x_px, y_px);
  JolViewport target = shown;
  JolWorldPoint center;
  JolPoint point;
  double size_px;

  target.zoom = jol_map_get_target (self).zoom + levels;
  target.zoom = clamp_viewport (self, &target).zoom;
  size_px = JOL_TILE_PX * exp2 (target.zoom);
  center.x = fixed.x + (self->width_px / 2.0 - x_px) / size_px;
  center.y = fixed.y + (self->height_px / 2.0 - y_px) / size_px;
  point = jol_unproject (&center);
  target.latitude = point.latitude;
  target.longitude = point.longitude;

  move_to (self, &target, animate ? STEP_MS : 0, JOL_ORIGIN_MAP);
}

gboolean
jol_map_can_zoom (JolMap *self, double levels)
{
  JolViewport target = jol_map_get_target (self);
  const double zoom = target.zoom;

  target.zoom += levels;

  return fabs (clamp_viewport (self, &target).zoom - zoom) > 1e-6;
}

void
jol_map_zoom_by (JolMap *self, double levels)
{
  JolViewport target;

  g_return_if_fail (JOL_IS_MAP (self));

  target = jol_map_get_target (self);
  target.zoom += levels;
  move_to (self, &target, STEP_MS, JOL_ORIGIN_MAP);
}

void
jol_map_pan_by (JolMap *self, double dx_px, double dy_px)
{
  JolViewport target;

  g_return_if_fail (JOL_IS_MAP (self));

  target = jol_map_get_target (self);
  jol_map_shift_viewport (self, &target, dx_px, dy_px);
  move_to (self, &target, STEP_MS, JOL_ORIGIN_MAP);
}

void
jol_map_glide (JolMap *self, double dx_px, double dy_px, double levels)
{
  JolViewport target = jol_map_get_target (self);

  target.zoom += levels;
  jol_map_shift_viewport (self, &target, dx_px, dy_px);
  move_to (self, &target, 0, JOL_ORIGIN_MAP);
}

void
jol_map_center (JolMap *self, const JolPoint *point)
{
  const JolViewport target = { point->latitude, point->longitude, jol_map_get_target (self).zoom };

  move_to (self, &target, FLIGHT_MS, JOL_ORIGIN_MAP);
}

void
jol_map_show_px (JolMap *self, const graphene_rect_t *part)
{
  const double width = graphene_rect_get_width (part);
  const double height = graphene_rect_get_height (part);
  JolViewport target = get_shown (self);
  graphene_point_t center;

  if (width <= 0 || height <= 0 || self->width_px <= 0)
    return;

  graphene_rect_get_center (part, &center);
  jol_map_shift_viewport (self, &target, center.x - self->width_px / 2.0,
                          center.y - self->height_px / 2.0);
  target.zoom += log2 (MIN (self->width_px / width, self->height_px / height));
  move_to (self, &target, FLIGHT_MS, JOL_ORIGIN_MAP);
}

void
jol_map_fit_story (JolMap *self)
{
  g_return_if_fail (JOL_IS_MAP (self));

  fit_story (self, FLIGHT_MS, JOL_ORIGIN_MAP);
}

gboolean
jol_map_get_clicked (JolMap *self, double *x_px_out, double *y_px_out)
{
  g_return_val_if_fail (JOL_IS_MAP (self), FALSE);

  *x_px_out = self->click_x_px;
  *y_px_out = self->click_y_px;
  return self->can_cycle;
}

void
jol_map_set_cover (JolMap *self, const GdkRectangle *cover)
{
  const GdkRectangle whole = cover ? *cover : (GdkRectangle){ 0 };

  g_return_if_fail (JOL_IS_MAP (self));

  if (gdk_rectangle_equal (&whole, &self->cover))
    return;

  self->cover = whole;
  jol_map_tip_set_cover (self->tip, &self->cover);
  jol_map_update_date (self);
  jol_map_queue_rest (self);
  /* The card of what was just flown to, which came after. Once: the card may move out of the way
   * too, and the two would dance. */
  if (self->has_just_flown)
    {
      self->has_just_flown = FALSE;
      jol_map_fly_to_selection (self);
    }
}
