/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pointer on the map. Drag and pinch are libshumate's. Clicks, hover, the wheel, the rubber
 * band and the menu are Jol's; their controllers are on libshumate's map, before its own, because
 * layers get no events and what lies over the map (legend, buttons) must keep its own.
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
#define DOUBLE_CLICK_LEVELS 1.0
#define WHEEL_LEVELS 0.5
#define SURFACE_LEVELS 0.01 /* a px of a touchpad */

/* Nearer; with Shift, farther. */
static void
zoom_about_click (JolMap *self, double x_px, double y_px, GtkGesture *gesture)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const double levels = state & GDK_SHIFT_MASK ? -DOUBLE_CLICK_LEVELS : DOUBLE_CLICK_LEVELS;

  jol_map_zoom_about (self, levels, x_px, y_px, TRUE);
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

  jol_map_dismiss_tip (self);

  if (n_press > 1)
    {
      g_auto (GStrv) hits = jol_map_find_hits (self, x_px, y_px);

      /* On a feature a quick second click takes the next one; the bare map may be dragged by it. */
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

  hits = jol_map_find_hits (self, x_px, y_px);
  if (!hits[0] && n_press % 2 == 0)
    {
      zoom_about_click (self, x_px, y_px, gesture);
      return;
    }

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

static gboolean
scroll_cb (JolMap *self, double dx, double dy, GtkEventController *controller)
{
  GtkEventControllerScroll *scroll = GTK_EVENT_CONTROLLER_SCROLL (controller);
  const gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  jol_map_zoom_about (self, -dy * (is_wheel ? WHEEL_LEVELS : SURFACE_LEVELS), self->pointer_x_px,
                      self->pointer_y_px, is_wheel);

  return TRUE;
}

static void
activated_cb (JolMap *self, const char *id)
{
  if (self->session && !jol_map_open_cluster (self, id))
    jol_session_select (self->session, id, JOL_ORIGIN_MAP);
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
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->drag = find_controller (self, GTK_TYPE_GESTURE_DRAG);
  self->swipe = find_controller (self, GTK_TYPE_GESTURE_SWIPE);
  remove_rotation (self);
  /* It zooms on a second press, whatever "zoom-on-double-click" says in libshumate 1.0. */
  gtk_widget_remove_controller (map, find_controller (self, GTK_TYPE_GESTURE_CLICK));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "jol-map-click");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_released_cb), self);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  jol_map_init_band (self, click);

  gtk_event_controller_set_name (scroll, "jol-map-scroll");
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (map, scroll);

  g_signal_connect_swapped (self->stops, "activated", G_CALLBACK (activated_cb), self);
}
