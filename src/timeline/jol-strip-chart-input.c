/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-chart-private.h"

#include <math.h>

/* A hand is not still: a press that moves less is a click. */
#define CLICK_PX 4
#define ZOOM_PER_CLICK 1.25
#define PAN_PER_CLICK 0.1         /* of what is shown */
#define SURFACE_PX_PER_CLICK 30.0 /* of a touchpad */

static gboolean
is_ready (JolStripChart *self)
{
  return self->session && self->scene;
}

static void
set_date_at (JolStripChart *self, double x)
{
  JolDate date = jol_strip_scene_get_date (self->scene, x);

  jol_session_set_date (self->session, &date, JOL_ORIGIN_STRIP);
}

static void
set_cursor (JolStripChart *self, JolGrasp grasp)
{
  const char *const names[] = {
    [JOL_GRASP_NOTHING] = NULL,    [JOL_GRASP_DATE] = NULL,   [JOL_GRASP_START] = "ew-resize",
    [JOL_GRASP_END] = "ew-resize", [JOL_GRASP_SPAN] = "grab", [JOL_GRASP_NEW_SPAN] = "crosshair",
    [JOL_GRASP_TIME] = "grab",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), names[grasp]);
}

/* A finger does not point without pressing: what it has read out stays until the next touch. */
static void
read_out_at (JolStripChart *self, double x, double y)
{
  self->pointer_x = MAX (x, 0);
  self->pointer_y = y;
  jol_strip_chart_update_readout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_reading_out (JolStripChart *self)
{
  self->pointer_x = -1;
  jol_strip_chart_forget_readout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (JolStripChart *self, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!is_ready (self))
    return;

  self->press_x = x;
  self->press_y = y;
  self->is_dragged = FALSE;
  self->grasp = jol_strip_chart_find_grasp (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  self->press_span = *jol_session_get_span (self->session);
  jol_strip_chart_get_view (self, &self->press_from, &self->press_to);
  switch (self->grasp)
    {
    case JOL_GRASP_START:
      gtk_widget_grab_focus (self->handles[JOL_STRIP_PART_START]);
      break;
    case JOL_GRASP_END:
      gtk_widget_grab_focus (self->handles[JOL_STRIP_PART_END]);
      break;
    case JOL_GRASP_SPAN:
      gtk_widget_grab_focus (self->handles[JOL_STRIP_PART_WHOLE]);
      break;
    case JOL_GRASP_NOTHING:
    case JOL_GRASP_DATE:
    case JOL_GRASP_NEW_SPAN:
    case JOL_GRASP_TIME:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }

  /* On a tick the date waits for what the press becomes: an event is chosen, or time is moved. And
   * a finger may have come to read. */
  if (self->grasp == JOL_GRASP_DATE && !self->is_touched &&
      !jol_strip_scene_find_tick (self->scene, x, y))
    set_date_at (self, x);
}

static void
drag_update_cb (JolStripChart *self, double dx, double dy)
{
  double days;

  if (!is_ready (self) || self->grasp == JOL_GRASP_NOTHING)
    return;

  self->is_dragged = self->is_dragged || hypot (dx, dy) >= CLICK_PX;
  if (!self->is_dragged)
    return;

  switch (self->grasp)
    {
    case JOL_GRASP_DATE:
      if (!self->is_reading)
        set_date_at (self, self->press_x + dx);
      if (self->is_touched)
        read_out_at (self, self->press_x + dx, self->press_y);
      break;
    case JOL_GRASP_TIME:
      days = dx * (self->press_to - self->press_from) / (self->scene->right - self->scene->left);
      jol_strip_chart_set_view (self, self->press_from - days, self->press_to - days);
      jol_strip_chart_note_wandering (self);
      break;
    case JOL_GRASP_NOTHING:
    case JOL_GRASP_START:
    case JOL_GRASP_END:
    case JOL_GRASP_SPAN:
    case JOL_GRASP_NEW_SPAN:
    default:
      jol_strip_chart_drag_span (self, self->press_x + dx);
    }
}

static void
click (JolStripChart *self)
{
  const JolStripTick *tick = jol_strip_scene_find_tick (self->scene, self->press_x, self->press_y);
  g_autofree char *id = NULL;

  if (!tick)
    {
      /* A rail that is only clicked is a part of the chart like any other. */
      if (self->grasp == JOL_GRASP_NEW_SPAN || self->is_touched)
        set_date_at (self, self->press_x);
      return;
    }

  /* A selection makes a new scene, which the tick does not outlive. */
  id = g_strdup (tick->id);
  if (id)
    jol_session_select (self->session, id, JOL_ORIGIN_STRIP);
  else
    set_date_at (self, self->press_x);
}

static void
drag_end_cb (JolStripChart *self, double dx, double dy)
{
  JolGrasp grasp = self->grasp;
  gboolean was_dragged = self->is_dragged;

  if (!is_ready (self))
    return;

  if (!was_dragged && !self->is_reading && (grasp == JOL_GRASP_DATE || grasp == JOL_GRASP_NEW_SPAN))
    click (self);
  self->grasp = JOL_GRASP_NOTHING;
  self->is_dragged = FALSE;
  if (self->is_touched && !self->is_reading && !was_dragged)
    read_out_at (self, self->press_x, self->press_y);
  else if (self->is_touched && !self->is_reading)
    stop_reading_out (self);
  else
    jol_strip_chart_update_readout (self);
  self->is_touched = self->is_reading = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel_cb (JolStripChart *self)
{
  self->grasp = JOL_GRASP_NOTHING;
  self->is_dragged = FALSE;
  self->is_touched = self->is_reading = FALSE;
}

static void
touch_begin_cb (JolStripChart *self)
{
  self->is_touched = TRUE;
  self->is_reading = FALSE;
  stop_reading_out (self);
}

static void
touch_held_cb (JolStripChart *self, double x, double y)
{
  if (!is_ready (self) || self->grasp != JOL_GRASP_DATE || self->is_dragged)
    return;

  self->is_reading = TRUE;
  read_out_at (self, x, y);
}

static void
pressed_cb (JolStripChart *self, int n_press, double x, double y)
{
  const JolSpan none = { 0 };
  JolGrasp grasp;

  if (!is_ready (self) || n_press != 2)
    return;

  grasp = jol_strip_chart_find_grasp (self, x, y, FALSE);
  if (grasp == JOL_GRASP_START || grasp == JOL_GRASP_END || grasp == JOL_GRASP_SPAN)
    jol_session_set_span (self->session, &none, JOL_ORIGIN_STRIP);
}

static void
pointer_moved_cb (JolStripChart *self, double x, double y)
{
  const JolStripTick *tick;

  if (!is_ready (self))
    return;

  read_out_at (self, x, y);
  if (self->grasp != JOL_GRASP_NOTHING)
    return;

  set_cursor (self, jol_strip_chart_find_grasp (self, x, y, FALSE));
  tick = jol_strip_scene_find_tick (self->scene, x, y);
  jol_session_set_hover (self->session, tick ? tick->id : NULL, JOL_ORIGIN_STRIP);
}

static void
pointer_left_cb (JolStripChart *self)
{
  stop_reading_out (self);
  if (self->session)
    jol_session_set_hover (self->session, NULL, JOL_ORIGIN_STRIP);
}

static gboolean
scroll_cb (JolStripChart *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  double from, to;

  if (!is_ready (self))
    return FALSE;

  if (gtk_event_controller_scroll_get_unit (GTK_EVENT_CONTROLLER_SCROLL (controller)) ==
      GDK_SCROLL_UNIT_SURFACE)
    {
      dx /= SURFACE_PX_PER_CLICK;
      dy /= SURFACE_PX_PER_CLICK;
    }
  if (state & GDK_SHIFT_MASK && dx == 0)
    {
      dx = dy;
      dy = 0;
    }

  jol_strip_chart_get_view (self, &from, &to);
  if (fabs (dx) > fabs (dy))
    {
      double days = dx * (to - from) * PAN_PER_CLICK;

      jol_strip_chart_set_view (self, from + days, to + days);
    }
  else
    {
      jol_strip_chart_zoom_at (self, pow (ZOOM_PER_CLICK, dy),
                               self->pointer_x >= 0 ? self->pointer_x
                                                    : (self->scene->left + self->scene->right) / 2);
    }
  jol_strip_chart_note_wandering (self);
  return TRUE;
}

static void
pinch_begin_cb (JolStripChart *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  double x, y;

  if (!is_ready (self) || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  jol_strip_chart_get_view (self, &self->pinch_from, &self->pinch_to);
  self->pinch_day = jol_strip_scene_get_day (self->scene, x);
}

/* What was between the fingers stays there. */
static void
pinched_cb (JolStripChart *self, double scale, GtkGesture *gesture)
{
  double x, y, days, share;

  if (!is_ready (self) || scale <= 0 || self->pinch_to <= self->pinch_from ||
      !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  days = (self->pinch_to - self->pinch_from) / scale;
  share = (x - self->scene->left) / (self->scene->right - self->scene->left);
  jol_strip_chart_set_view (self, self->pinch_day - share * days,
                            self->pinch_day + (1 - share) * days);
  jol_strip_chart_note_wandering (self);
}

static gboolean
step_date_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);
  int unit, n;

  if (!is_ready (self))
    return FALSE;

  g_variant_get (arguments, "(ii)", &unit, &n);
  jol_session_step_date (self->session, (JolPrecision) unit, n, JOL_ORIGIN_STRIP);
  return TRUE;
}

static gboolean
step_event_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);
  int n;

  if (!is_ready (self))
    return FALSE;

  g_variant_get (arguments, "(i)", &n);
  jol_session_step_event (self->session, n, JOL_ORIGIN_STRIP);
  return TRUE;
}

static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);
  gboolean is_start;
  JolDate date;

  if (!is_ready (self))
    return FALSE;

  g_variant_get (arguments, "(b)", &is_start);
  date = jol_date_from_day (is_start ? self->scene->first_day : self->scene->last_day,
                            jol_strip_scene_get_precision (self->scene));
  jol_session_set_date (self->session, &date, JOL_ORIGIN_STRIP);
  return TRUE;
}

static gboolean
play_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);

  if (!is_ready (self))
    return FALSE;

  jol_session_set_playing (self->session, !jol_session_get_playing (self->session));
  return TRUE;
}

void
jol_strip_chart_add_input (JolStripChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  /* Before the drag, which must know whose press it is. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (touch), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (touch, "begin", G_CALLBACK (touch_begin_cb), self);
  g_signal_connect_swapped (touch, "pressed", G_CALLBACK (touch_held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
bind_step (GtkWidgetClass *widget_class,
           guint key,
           guint key_of_pad,
           GdkModifierType modifiers,
           JolPrecision unit,
           int n)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, step_date_cb, "(ii)", unit, n);
  gtk_widget_class_add_binding (widget_class, key_of_pad, modifiers, step_date_cb, "(ii)", unit, n);
}

void
jol_strip_chart_bind_keys (GtkWidgetClass *widget_class)
{
  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, JOL_PRECISION_MONTH, -1);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, JOL_PRECISION_MONTH, 1);
  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, JOL_PRECISION_YEAR, -1);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, JOL_PRECISION_YEAR, 1);
  bind_step (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, JOL_PRECISION_YEAR, -1);
  bind_step (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, JOL_PRECISION_YEAR, 1);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, step_event_cb, "(i)",
                                -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, step_event_cb, "(i)",
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, play_cb, NULL);
}
