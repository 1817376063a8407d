/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When the timeline scrolls by itself: when the selection or the date changes elsewhere, and the
 * row is not in sight. In the next frame, because the list knows only then where its rows are.
 */
#include "config.h"

#include "jol-timeline-private.h"

/* Rows kept in sight before or after the one that is scrolled to. */
#define CONTEXT_ROWS 3

static JolEvent *
get_selected_event (JolTimeline *self)
{
  JolEntity *selected = jol_session_get_selected (self->session);

  return JOL_IS_EVENT (selected) ? JOL_EVENT (selected) : NULL;
}

/* Before the first event that is the first one: the list then shows its beginning. */
static JolEvent *
get_event_of_date (JolTimeline *self)
{
  JolEvent *current = jol_timeline_get_current_event (self);
  g_autoptr (GObject) first = NULL;

  if (current)
    return current;

  /* Below the heading of its year. */
  first = g_list_model_get_item (G_LIST_MODEL (jol_timeline_get_model (self)), 1);
  return first ? JOL_EVENT (first) : NULL;
}

/* The one to keep in sight: the selected event while the date is still its own, else the date's. */
static JolEvent *
get_followed_event (JolTimeline *self)
{
  JolEvent *selected = get_selected_event (self);
  JolDate date;

  if (!selected || jol_event_model_find (jol_timeline_get_model (self), selected) == G_MAXUINT)
    return get_event_of_date (self);

  date = *jol_event_get_date (selected);
  date.approx = 0;
  return jol_date_equal (&date, jol_session_get_date (self->session)) ? selected
                                                                      : get_event_of_date (self);
}

static gboolean
is_in_sight (JolTimeline *self, JolEvent *event)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, event);
  graphene_rect_t bounds;

  return row && gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, self->scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (self->scroller);
}

/* The row of an event that is seen now, or G_MAXUINT. */
static guint
find_row_in_sight (JolTimeline *self)
{
  GHashTableIter iter;
  gpointer event;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    {
      if (is_in_sight (self, event))
        return jol_event_model_find (jol_timeline_get_model (self), event);
    }
  return G_MAXUINT;
}

/* The list scrolls as little as it can, so it is asked for a row further on: some of what follows,
 * or comes before, is then seen too. */
static guint
choose_scroll_row (JolTimeline *self, guint row)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (jol_timeline_get_model (self)));
  guint seen = find_row_in_sight (self);

  if (seen != G_MAXUINT && seen > row)
    return row > CONTEXT_ROWS ? row - CONTEXT_ROWS : 0;
  return MIN (row + CONTEXT_ROWS, n_rows - 1);
}

static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolTimeline *self = JOL_TIMELINE (widget);
  JolEvent *event;
  guint row;

  /* Not laid out yet: the list cannot know where its rows are. */
  if (gtk_widget_get_height (self->list) <= 0)
    return G_SOURCE_CONTINUE;

  event = self->session ? get_followed_event (self) : NULL;
  if (event && !is_in_sight (self, event))
    {
      row = jol_event_model_find (jol_timeline_get_model (self), event);
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u",
                                  self->is_second_try ? row : choose_scroll_row (self, row));
      /* Heights are guessed for rows that have not been seen, and the list may be very short. */
      if (!self->is_second_try)
        {
          self->is_second_try = TRUE;
          return G_SOURCE_CONTINUE;
        }
    }

  self->is_second_try = FALSE;
  self->follow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
person_scrolled_cb (JolTimeline *self)
{
  self->has_wandered = TRUE;
  jol_timeline_cancel_follow (self);
}

static gboolean
wheel_turned_cb (JolTimeline *self)
{
  person_scrolled_cb (self);
  return GDK_EVENT_PROPAGATE;
}

JolEventModel *
jol_timeline_get_model (JolTimeline *self)
{
  return JOL_EVENT_MODEL (jol_session_list_events (self->session));
}

JolEvent *
jol_timeline_get_current_event (JolTimeline *self)
{
  guint row = jol_event_model_find_date (jol_timeline_get_model (self),
                                         jol_session_get_date (self->session));
  g_autoptr (GObject) item = NULL;

  if (row == G_MAXUINT)
    return NULL;
  item = g_list_model_get_item (G_LIST_MODEL (jol_timeline_get_model (self)), row);
  return JOL_IS_EVENT (item) ? JOL_EVENT (item) : NULL;
}

void
jol_timeline_queue_follow (JolTimeline *self)
{
  if (self->follow_id == 0 && !self->has_wandered)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

void
jol_timeline_cancel_follow (JolTimeline *self)
{
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  self->is_second_try = FALSE;
}

/* The wheel, the scroll bar and a finger. */
void
jol_timeline_watch_scrolling (JolTimeline *self)
{
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (self->scroller));
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *swipe = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_turned_cb), self);
  gtk_widget_add_controller (self->scroller, wheel);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (person_scrolled_cb), self);
  gtk_widget_add_controller (bar, GTK_EVENT_CONTROLLER (press));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (swipe, "drag-update", G_CALLBACK (person_scrolled_cb), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (swipe));
}
