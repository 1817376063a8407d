/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the list is scrolled to. It follows the date; and the date follows it, but only when it is
 * a person who scrolls, and no play runs. Who has scrolled is left there until something else is
 * chosen.
 */
#include "config.h"

#include "jol-timeline-private.h"

/* What the heading covers at least, before it is first shown. */
#define HEADING_PX 30
/* A scroll glides on after the hand has left; a longer pause ends it. */
#define GLIDE_US (G_USEC_PER_SEC / 4)

static JolEvent *
get_selected_event (JolTimeline *self)
{
  JolEntity *selected = jol_session_get_selected (self->session);

  return JOL_IS_EVENT (selected) ? JOL_EVENT (selected) : NULL;
}

/* The row to keep in sight: the selected event's while the date is still its own, else the
 * date's. */
static JolEvent *
get_followed_event (JolTimeline *self)
{
  JolEvent *selected = get_selected_event (self);
  JolDate date;

  if (!selected)
    return jol_timeline_get_current_event (self);

  date = *jol_event_get_date (selected);
  date.approx = 0;
  return jol_date_equal (&date, jol_session_get_date (self->session)) &&
                 jol_event_model_find (jol_timeline_get_model (self), selected) != G_MAXUINT
             ? selected
             : jol_timeline_get_current_event (self);
}

static JolEventRow *
find_row_at (JolTimeline *self, double y)
{
  return jol_event_list_get_row_at (JOL_EVENT_LIST (self->list), y);
}

static void
show_followed (JolTimeline *self)
{
  JolEvent *event = get_followed_event (self);

  /* Before all events there is the top of the list. What the heading over the list hides, or is
   * about to, is not in sight. */
  jol_event_list_show (JOL_EVENT_LIST (self->list),
                       event ? jol_event_model_find (jol_timeline_get_model (self), event) : 0,
                       MAX (HEADING_PX, gtk_widget_get_height (self->heading)));
}

static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolTimeline *self = JOL_TIMELINE (widget);

  self->follow_id = 0;
  if (self->session)
    show_followed (self);
  return G_SOURCE_REMOVE;
}

/* In the next frame: what is followed may change more than once until then. */
void
jol_timeline_follow (JolTimeline *self)
{
  /* Then its first layout is there already. */
  if (gtk_widget_get_height (self->list) == 0)
    show_followed (self);
  if (self->follow_id == 0 && !self->has_wandered)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
show_bar_cb (JolTimeline *self)
{
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
}

static void
person_scrolled (JolTimeline *self)
{
  show_bar_cb (self);
  self->has_wandered = TRUE;
  self->scroll_until_us = g_get_monotonic_time () + GLIDE_US;
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
}

static gboolean
wheel_turned_cb (JolTimeline *self)
{
  person_scrolled (self);
  return GDK_EVENT_PROPAGATE;
}

/* How far down the list is, 0 to 1. */
static double
get_progress (JolTimeline *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const double lower = gtk_adjustment_get_lower (adjustment);
  const double room =
      gtk_adjustment_get_upper (adjustment) - lower - gtk_adjustment_get_page_size (adjustment);

  return room > 0 ? CLAMP ((gtk_adjustment_get_value (adjustment) - lower) / room, 0.0, 1.0) : 0.0;
}

/* To the event at a line that moves from the top of the list, at its beginning, to the bottom, at
 * its end: so every event can be scrolled to. */
static void
move_date (JolTimeline *self)
{
  const double y = get_progress (self) * (gtk_widget_get_height (self->scroller) - 1);
  JolEventRow *row = find_row_at (self, y);
  JolEvent *event;
  JolDate date;

  /* A heading stands for what is under it. */
  if (row && !jol_event_row_get_event (row))
    row = find_row_at (self, y + gtk_widget_get_height (GTK_WIDGET (row)));
  event = row ? jol_event_row_get_event (row) : NULL;

  /* While two dates are compared, the list is made by the date. */
  if (!event || jol_date_is_set (jol_session_get_compare (self->session)))
    return;

  date = *jol_event_get_date (event);
  jol_session_set_date (self->session, &date, JOL_ORIGIN_TIMELINE);
}

/* The heading of the year that is at the top, unless the list shows it there itself. */
static void
update_heading (JolTimeline *self)
{
  JolEventRow *row = find_row_at (self, 0.0);
  JolEvent *event = row ? jol_event_row_get_event (row) : NULL;
  const guint position =
      event ? jol_event_model_find (jol_timeline_get_model (self), event) : G_MAXUINT;
  JolYear *year = position != G_MAXUINT
                      ? jol_event_model_get_year (jol_timeline_get_model (self), position)
                      : NULL;

  if (year)
    jol_event_row_set_item (JOL_EVENT_ROW (self->heading), G_OBJECT (year), NULL);
  gtk_widget_set_visible (self->heading, year != NULL);
}

static gboolean
scrolled_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolTimeline *self = JOL_TIMELINE (widget);
  const gint64 now_us = g_get_monotonic_time ();

  if (!self->session || self->n_scrolled_frames-- == 0)
    {
      self->scrolled_id = 0;
      return G_SOURCE_REMOVE;
    }

  update_heading (self);
  if (now_us < self->scroll_until_us && !jol_session_get_playing (self->session))
    {
      self->scroll_until_us = now_us + GLIDE_US;
      move_date (self);
    }

  return G_SOURCE_CONTINUE;
}

/* In the frames to come: in the next one the rows are still where they were, as it lays them out
 * after its ticks. */
static void
scrolled_cb (JolTimeline *self)
{
  self->n_scrolled_frames = 2;
  if (self->scrolled_id == 0)
    self->scrolled_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), scrolled_tick_cb, NULL, NULL);
}

void
jol_timeline_init_scroll (JolTimeline *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (scroller);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *press = gtk_gesture_drag_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *swipe = gtk_gesture_drag_new ();

  /* Not before somebody is there: at the start the list scrolls to the date by itself, and the bar
   * would fade in and out for that, in sixty frames. */
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (show_bar_cb), self);
  gtk_widget_add_controller (self->scroller, focus);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (show_bar_cb), self);
  gtk_widget_add_controller (self->scroller, motion);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_turned_cb), self);
  gtk_widget_add_controller (self->scroller, wheel);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "drag-begin", G_CALLBACK (person_scrolled), self);
  g_signal_connect_swapped (press, "drag-update", G_CALLBACK (person_scrolled), self);
  gtk_widget_add_controller (bar, GTK_EVENT_CONTROLLER (press));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (swipe, "drag-update", G_CALLBACK (person_scrolled), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (swipe));

  /* A screen reader has the year's own row. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

void
jol_timeline_dispose_scroll (JolTimeline *self)
{
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  if (self->scrolled_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scrolled_id);
  self->scrolled_id = 0;
}
