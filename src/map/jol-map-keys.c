/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys on the map. A press is a step. A key that is held moves the map evenly from frame to
 * frame, as many at once as are held: the keyboard's own repeat would make it jerk.
 */
#include "config.h"

#include "jol-map-private.h"

#define PAN_PX 96.0
#define ZOOM_LEVELS 0.5
#define PAN_PX_A_SECOND 640.0
#define ZOOM_LEVELS_A_SECOND 2.0
#define SHIFT_FACTOR 3.0
#define PAGE_PART 0.75 /* of what is seen */
/* After a frame that took longer, the map does not leap. */
#define MAX_FRAME_US 50000
#define OTHER_MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static const struct
{
  double x, y, zoom;
} moves[JOL_N_MAP_MOVES] = {
  { -1, 0, 0 }, { 1, 0, 0 }, { 0, -1, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 0, 0, -1 },
};

/* The move that a key makes, or JOL_N_MAP_MOVES. */
static guint
find_move (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return 0;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return 2;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 3;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return 4;
    case GDK_KEY_minus:
    case GDK_KEY_underscore:
    case GDK_KEY_KP_Subtract:
      return 5;
    default:
      return JOL_N_MAP_MOVES;
    }
}

static gboolean
held_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JolMap *self = JOL_MAP (widget);
  const gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  const double seconds = (double) MIN (now_us - self->held_us, MAX_FRAME_US) / G_USEC_PER_SEC;
  const double pan_px = PAN_PX_A_SECOND * seconds * (self->is_shift_held ? SHIFT_FACTOR : 1.0);
  double x = 0, y = 0, zoom = 0;

  for (guint i = 0; i < JOL_N_MAP_MOVES; i++)
    if (self->held_moves & 1u << i)
      {
        x += moves[i].x;
        y += moves[i].y;
        zoom += moves[i].zoom;
      }

  self->held_us = now_us;
  if (seconds > 0.0)
    jol_map_glide (self, x * pan_px, y * pan_px, zoom * ZOOM_LEVELS_A_SECOND * seconds);

  return G_SOURCE_CONTINUE;
}

static void
stop_held (JolMap *self)
{
  self->held_moves = 0;
  if (self->held_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->held_tick);
  self->held_tick = 0;
}

/* A key that is pressed again without having been let go is held. */
static void
press_move (JolMap *self, guint move, guint keycode)
{
  const gboolean is_held = (self->held_moves & 1u << move) != 0;

  self->held_moves |= 1u << move;
  self->held_keycodes[move] = keycode;
  if (is_held && !self->held_tick)
    {
      self->held_us =
          gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
      self->held_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), held_tick_cb, NULL, NULL);
    }
  else if (!is_held && !self->held_tick)
    {
      const double step = self->is_shift_held ? SHIFT_FACTOR * PAN_PX : PAN_PX;

      if (moves[move].zoom != 0)
        jol_map_zoom_by (self, moves[move].zoom * ZOOM_LEVELS);
      else
        jol_map_pan_by (self, moves[move].x * step, moves[move].y * step);
    }
}

/* In the bubble phase: what has the focus inside the map, and the window, come first. No letter and
 * no space is taken, so typing on the map is free for the search. */
static gboolean
key_pressed_cb (JolMap *self, guint keyval, guint keycode, GdkModifierType state)
{
  const double page_px = self->height_px * PAGE_PART;
  const guint move = find_move (keyval);

  if (state & OTHER_MODIFIERS)
    return FALSE;

  self->is_shift_held = (state & GDK_SHIFT_MASK) != 0;
  if (move < JOL_N_MAP_MOVES)
    {
      press_move (self, move, keycode);
      return TRUE;
    }

  switch (keyval)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      jol_map_pan_by (self, 0, -page_px);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      jol_map_pan_by (self, 0, page_px);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      jol_map_fit_story (self);
      return TRUE;
    case GDK_KEY_F10:
      if (!self->is_shift_held)
        return FALSE;
      jol_map_open_menu_at_focus (self);
      return TRUE;
    case GDK_KEY_Menu:
      jol_map_open_menu_at_focus (self);
      return TRUE;
    case GDK_KEY_Escape:
      if (jol_map_cancel_band (self))
        return TRUE;
      /* One step back; with nothing to let go of, the key is somebody else's. */
      if (!self->session || !jol_session_get_selection (self->session))
        return FALSE;
      jol_session_select (self->session, NULL, JOL_ORIGIN_MAP);
      return TRUE;
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      self->is_shift_held = TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* By the key, not by what it writes, which another key held with it may change. */
static void
key_released_cb (JolMap *self, guint keyval, guint keycode)
{
  if (keyval == GDK_KEY_Shift_L || keyval == GDK_KEY_Shift_R)
    self->is_shift_held = FALSE;
  for (guint i = 0; i < JOL_N_MAP_MOVES; i++)
    if (self->held_keycodes[i] == keycode)
      self->held_moves &= ~(1u << i);

  if (self->held_moves == 0)
    stop_held (self);
}

void
jol_map_dispose_keys (JolMap *self)
{
  stop_held (self);
}

void
jol_map_init_keys (JolMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_name (keys, "jol-map-keys");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* The key that is let go elsewhere. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (stop_held), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
