/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shift and drag: a rubber band, and what it frames fills the map when it is let go. */
#include "config.h"

#include "jol-map-private.h"

/* A smaller band is a slip of the hand. */
#define MIN_BAND_PX 12.0
#define FILL_ALPHA 0.15f
#define EDGE_PX 1.5f

static void
set_banding (JolMap *self, gboolean is_banding)
{
  if (self->is_banding == is_banding)
    return;

  self->is_banding = is_banding;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), is_banding ? "crosshair" : "default");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_cb (JolMap *self, double x_px, double y_px, GtkGesture *gesture)
{
  if (!(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
        GDK_SHIFT_MASK))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  jol_map_stop_gliding (self);
  graphene_rect_init (&self->band, (float) x_px, (float) y_px, 0, 0);
  set_banding (self, TRUE);
}

static void
update_cb (JolMap *self, double dx_px, double dy_px)
{
  if (!self->is_banding)
    return;

  self->band.size.width = (float) dx_px;
  self->band.size.height = (float) dy_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_tiny (JolMap *self)
{
  return graphene_rect_get_width (&self->band) < MIN_BAND_PX ||
         graphene_rect_get_height (&self->band) < MIN_BAND_PX;
}

static void
end_cb (JolMap *self, double dx_px, double dy_px)
{
  if (!self->is_banding)
    return;

  update_cb (self, dx_px, dy_px);
  set_banding (self, FALSE);
  if (!is_tiny (self))
    jol_map_show_px (self, &self->band);
}

static void
cancel_cb (JolMap *self)
{
  set_banding (self, FALSE);
}

gboolean
jol_map_cancel_band (JolMap *self)
{
  const gboolean was_banding = self->is_banding;

  set_banding (self, FALSE);
  return was_banding;
}

void
jol_map_snapshot_band (JolMap *self, GtkSnapshot *snapshot)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GskRoundedRect outline;
  GdkRGBA edge, fill;

  if (!self->is_banding || is_tiny (self))
    return;

  if (!gtk_style_context_lookup_color (style, "accent_color", &edge))
    gtk_style_context_get_color (style, &edge);
  fill = edge;
  fill.alpha = FILL_ALPHA;
  gsk_rounded_rect_init_from_rect (&outline, &self->band, 0);
  gsk_rounded_rect_normalize (&outline);

  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX },
                              (GdkRGBA[4]){ edge, edge, edge, edge });
}

/* @click: the gesture for clicks, which has to see a press with Shift as well */
void
jol_map_init_band (JolMap *self, GtkGesture *click)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "jol-map-band");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
}
