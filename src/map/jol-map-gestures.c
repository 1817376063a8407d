/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pointer on the map. Drag, pinch and double click are libshumate's. Clicks, hover and the
 * wheel are Jol's; their controllers are on libshumate's map, before its own, because layers get no
 * events and what lies over the map (legend, buttons) must keep its own.
 */
#include "config.h"

#include "jol-map-private.h"

#include <adwaita.h>
#include <math.h>

#include "jol-hit.h"

/* What moves further is a drag. */
#define CLICK_REACH_PX 6.0
/* A click that near to the last one is at the same spot. */
#define SAME_SPOT_PX 4.0
#define WHEEL_LEVELS 0.5
#define SURFACE_LEVELS 0.01 /* a px of a touchpad */

static char **
find_hits (JolMap *self, double x_px, double y_px)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);

  return scene && self->session ? jol_hit_at (scene, x_px, y_px) : g_new0 (char *, 1);
}

static void
click_pressed_cb (JolMap *self, int n_press, double x_px, double y_px, GtkGesture *gesture)
{
  jol_map_stop_flight (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* The glide after a drag is motion that nobody asked for when motion is off. */
  gtk_event_controller_set_propagation_phase (
      GTK_EVENT_CONTROLLER (self->swipe),
      adw_get_enable_animations (GTK_WIDGET (self)) ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  self->press_x_px = x_px;
  self->press_y_px = y_px;

  if (n_press > 1)
    {
      g_auto (GStrv) hits = find_hits (self, x_px, y_px);

      /* On a feature a quick second click takes the next one; on the bare map it zooms. */
      if (hits[0])
        gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
click_released_cb (JolMap *self, int n_press, double x_px, double y_px, GtkGesture *gesture)
{
  g_auto (GStrv) hits = NULL;
  const char *id = NULL;

  if (!self->session || hypot (x_px - self->press_x_px, y_px - self->press_y_px) > CLICK_REACH_PX)
    return;

  hits = find_hits (self, x_px, y_px);
  if (self->can_cycle && hypot (x_px - self->click_x_px, y_px - self->click_y_px) <= SAME_SPOT_PX)
    id = jol_hit_next ((const char *const *) hits, jol_session_get_selection (self->session));
  else
    id = hits[0];

  self->can_cycle = id != NULL;
  self->click_x_px = x_px;
  self->click_y_px = y_px;
  if (id && jol_map_open_cluster (self, id))
    self->can_cycle = FALSE;
  else
    jol_session_select (self->session, id, JOL_ORIGIN_MAP);
}

static void
motion_cb (JolMap *self, double x_px, double y_px, GtkEventController *controller)
{
  g_auto (GStrv) hits = NULL;

  self->pointer_x_px = x_px;
  self->pointer_y_px = y_px;
  if (!self->session || gtk_event_controller_get_current_event_state (controller) &
                            (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK))
    return;

  hits = find_hits (self, x_px, y_px);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), hits[0] ? "pointer" : "default");
  jol_session_set_hover (self->session, hits[0], JOL_ORIGIN_MAP);
}

static void
leave_cb (JolMap *self)
{
  if (self->session)
    jol_session_set_hover (self->session, NULL, JOL_ORIGIN_MAP);
}

static gboolean
scroll_cb (JolMap *self, double dx, double dy, GtkEventController *controller)
{
  GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);
  const gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  jol_map_zoom_about (self, -dy * (is_wheel ? WHEEL_LEVELS : SURFACE_LEVELS), self->pointer_x_px,
                      self->pointer_y_px, is_wheel);

  return TRUE;
}

static gboolean
query_tooltip_cb (JolMap *self, int x_px, int y_px, gboolean by_key, GtkTooltip *tooltip)
{
  g_auto (GStrv) hits = by_key ? NULL : find_hits (self, x_px, y_px);
  JolStory *story = self->session ? jol_session_get_story (self->session) : NULL;
  JolEntity *entity = hits && hits[0] && story ? jol_story_lookup (story, hits[0]) : NULL;

  if (!entity)
    return FALSE;

  gtk_tooltip_set_text (tooltip, jol_entity_get_title (entity, jol_text_get_interface_language ()));
  return TRUE;
}

static void
activated_cb (JolMap *self, const char *id)
{
  if (self->session && !jol_map_open_cluster (self, id))
    jol_session_select (self->session, id, JOL_ORIGIN_MAP);
}

static void
entered_cb (JolMap *self, const char *id)
{
  if (self->session)
    jol_session_set_hover (self->session, id, JOL_ORIGIN_MAP);
}

/* libshumate's controller of a type. The widget holds it. */
static gpointer
find_controller (JolMap *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }

  g_assert_not_reached ();
}

/* A turned map is in no one's interest: names and scenes stand upright. */
static void
remove_rotation (JolMap *self)
{
  GtkGesture *rotate = find_controller (self, GTK_TYPE_GESTURE_ROTATE);

  gtk_gesture_ungroup (rotate);
  gtk_widget_remove_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (rotate));
}

void
jol_map_init_gestures (JolMap *self)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->drag = find_controller (self, GTK_TYPE_GESTURE_DRAG);
  self->swipe = find_controller (self, GTK_TYPE_GESTURE_SWIPE);
  remove_rotation (self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "jol-map-click");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_name (motion, "jol-map-motion");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (map, motion);

  gtk_event_controller_set_name (scroll, "jol-map-scroll");
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (map, scroll);

  gtk_widget_set_cursor_from_name (map, "default");
  gtk_widget_set_has_tooltip (map, TRUE);
  g_signal_connect_swapped (map, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);

  g_signal_connect_swapped (self->stops, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->stops, "entered", G_CALLBACK (entered_cb), self);
}
