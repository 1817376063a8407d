/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map-private.h"

#define PAN_PX 96.0
#define ZOOM_LEVELS 0.5
#define OTHER_MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

/* In the bubble phase: what has the focus inside the map, and the window, come first. No letter and
 * no space is taken, so typing on the map is free for the search. */
static gboolean
key_pressed_cb (JolMap *self, guint keyval, guint keycode, GdkModifierType state)
{
  const double step = state & GDK_SHIFT_MASK ? 3 * PAN_PX : PAN_PX;

  if (state & OTHER_MODIFIERS)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      jol_map_pan_by (self, -step, 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      jol_map_pan_by (self, step, 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      jol_map_pan_by (self, 0, -step);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      jol_map_pan_by (self, 0, step);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      jol_map_zoom_by (self, ZOOM_LEVELS);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_underscore:
    case GDK_KEY_KP_Subtract:
      jol_map_zoom_by (self, -ZOOM_LEVELS);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      jol_map_fit_story (self);
      return TRUE;
    case GDK_KEY_Escape:
      /* One step back; with nothing to let go of, the key is somebody else's. */
      if (!self->session || !jol_session_get_selection (self->session))
        return FALSE;
      jol_session_select (self->session, NULL, JOL_ORIGIN_MAP);
      return TRUE;
    default:
      return FALSE;
    }
}

void
jol_map_init_keys (JolMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_name (keys, "jol-map-keys");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
