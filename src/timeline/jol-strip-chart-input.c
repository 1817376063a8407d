/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-chart-private.h"

#include <math.h>

/* A hand is not still: a press that moves less is a click. */
#define CLICK_PX 4

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
drag_begin_cb (JolStripChart *self, double x, double y)
{
  if (!is_ready (self))
    return;

  self->press_x = x;
  self->press_y = y;
  self->is_dragged = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* On a tick the date waits for what the press becomes: an event is chosen, or time is moved. */
  if (!jol_strip_scene_find_tick (self->scene, x, y))
    set_date_at (self, x);
}

static void
drag_update_cb (JolStripChart *self, double dx, double dy)
{
  if (!is_ready (self))
    return;

  self->is_dragged = self->is_dragged || hypot (dx, dy) >= CLICK_PX;
  if (self->is_dragged)
    set_date_at (self, self->press_x + dx);
}

static void
drag_end_cb (JolStripChart *self, double dx, double dy)
{
  const JolStripTick *tick;
  g_autofree char *id = NULL;

  if (!is_ready (self))
    return;

  if (self->is_dragged)
    {
      self->is_dragged = FALSE;
      return;
    }

  tick = jol_strip_scene_find_tick (self->scene, self->press_x, self->press_y);
  if (!tick)
    return;

  /* A selection makes a new scene, which the tick does not outlive. */
  id = g_strdup (tick->id);
  if (id)
    jol_session_select (self->session, id, JOL_ORIGIN_STRIP);
  else
    set_date_at (self, self->press_x);
}

static void
pointer_moved_cb (JolStripChart *self, double x, double y)
{
  const JolStripTick *tick;

  if (!is_ready (self))
    return;

  self->pointer_x = CLAMP (x, self->scene->left, self->scene->right - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));

  tick = jol_strip_scene_find_tick (self->scene, x, y);
  jol_session_set_hover (self->session, tick ? tick->id : NULL, JOL_ORIGIN_STRIP);
}

static void
pointer_left_cb (JolStripChart *self)
{
  self->pointer_x = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->session)
    jol_session_set_hover (self->session, NULL, JOL_ORIGIN_STRIP);
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
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
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
