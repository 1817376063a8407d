/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is pointed at, by the pointer or by the keys, and the tip that tells of it. Whoever moved
 * last leads: a feature that Tab has come to stays lit while the pointer only rests on the map.
 * The map also moves under a pointer at rest, or its date does, so what lies there is looked up
 * again then; but what another view points at meanwhile is left alone.
 */
#include "config.h"

#include "jol-map-private.h"

#include "jol-hit.h"
#include "jol-map-words.h"
#include "jol-route-change.h"

#include <glib/gi18n.h>

/* Passing over the map should not set off a row of tips. */
#define TIP_DELAY_MS 120

char **
jol_map_find_hits (JolMap *self, double x_px, double y_px)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);

  return scene && self->session ? jol_hit_at (scene, x_px, y_px) : g_new0 (char *, 1);
}

static gboolean
is_busy (JolMap *self)
{
  return !self->session || self->is_flying || self->is_banding ||
         gtk_gesture_is_active (self->drag) || jol_map_has_menu (self);
}

static void
hide_tip (JolMap *self)
{
  g_clear_handle_id (&self->tip_timeout, g_source_remove);
  jol_map_tip_hide (self->tip);
}

/* What the tip says of what is lit; NULL when that is nothing the map knows. */
static char **
describe_hover (JolMap *self, char **name_out)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  JolStory *story = jol_session_get_story (self->session);
  const char *language = jol_text_get_interface_language ();
  const JolSpan compared = jol_session_get_compared_span (self->session);
  const JolScenePlaceMark *cluster =
      scene && self->hover ? jol_scene_find_cluster (scene, self->hover) : NULL;
  JolEntity *entity = story && self->hover ? jol_story_lookup (story, self->hover) : NULL;

  *name_out = NULL;
  if (cluster)
    return jol_map_words_describe_cluster (cluster, name_out);
  if (!entity)
    return NULL;

  *name_out = g_strdup (jol_entity_get_title (entity, language));
  if (jol_span_is_set (&compared) && JOL_IS_ROUTE (entity))
    {
      char **lines = g_new0 (char *, 2);
      JolDate when;

      lines[0] =
          jol_route_describe_change (JOL_ROUTE (entity), &compared.from, &compared.to, &when);
      return lines;
    }

  return jol_map_words_describe (story, entity, jol_session_get_date (self->session), language);
}

static void
tell (JolMap *self)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = describe_hover (self, &name);
  double x_px = self->pointer_x_px, y_px = self->pointer_y_px;

  g_clear_handle_id (&self->tip_timeout, g_source_remove);
  if (!lines || (self->keys_lead && !jol_feature_stops_get_focus (self->stops, &x_px, &y_px)))
    {
      jol_map_tip_hide (self->tip);
      return;
    }

  jol_map_tip_set_text (self->tip, name, (const char *const *) lines);
  jol_map_tip_set_cover (self->tip, &self->cover);
  jol_map_tip_show_at (self->tip, x_px, y_px);
}

static gboolean
tip_timeout_cb (gpointer data)
{
  JolMap *self = data;

  self->tip_timeout = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

/* @id is lit from now on, as the map's own doing. */
static void
set_hover (JolMap *self, const char *id)
{
  const gboolean is_same = g_strcmp0 (id, self->hover) == 0;

  if (!is_same)
    {
      g_free (self->hover);
      self->hover = g_strdup (id);
      self->is_tip_unwanted = FALSE;
    }
  jol_session_set_hover (self->session, id, JOL_ORIGIN_MAP);

  if (!id || self->is_tip_unwanted)
    hide_tip (self);
  else if (is_same && jol_map_tip_is_shown (self->tip) && !self->keys_lead)
    jol_map_tip_show_at (self->tip, self->pointer_x_px, self->pointer_y_px);
  else if (self->keys_lead || jol_map_tip_is_shown (self->tip))
    tell (self);
  else if (!self->tip_timeout)
    self->tip_timeout = g_timeout_add (TIP_DELAY_MS, tip_timeout_cb, self);

  self->tip_viewport = jol_map_get_target (self);
}

static void
point (JolMap *self)
{
  g_auto (GStrv) hits = jol_map_find_hits (self, self->pointer_x_px, self->pointer_y_px);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), hits[0] ? "pointer" : "default");
  set_hover (self, hits[0]);
}

static void
motion_cb (JolMap *self, double x_px, double y_px, GtkEventController *controller)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  /* GTK tells of a motion too when only what lies under the pointer has changed. */
  const gboolean has_moved = x_px != self->pointer_x_px || y_px != self->pointer_y_px;

  /* Whoever comes to the map may drag it. */
  jol_basemap_source_paint_around (self->source);
  self->has_pointer = TRUE;
  self->pointer_x_px = x_px;
  self->pointer_y_px = y_px;
  if (self->keys_lead && !has_moved)
    return;

  self->keys_lead = FALSE;
  if (is_busy (self) || state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK))
    hide_tip (self);
  else
    point (self);
}

static void
leave_cb (JolMap *self)
{
  self->has_pointer = FALSE;
  if (!self->keys_lead && self->session)
    set_hover (self, NULL);
}

/* The tip's lines but the first, which the stop's name has already. */
static void
describe_focus (JolMap *self)
{
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = describe_hover (self, &name);
  g_autofree char *text = lines && lines[0] ? g_strjoinv (C_ ("list", ", "), lines + 1) : NULL;

  jol_feature_stops_describe_focus (self->stops, text ? text : "");
}

static void
entered_cb (JolMap *self, const char *id)
{
  if (!self->session)
    return;

  self->keys_lead = id != NULL;
  if (id)
    {
      set_hover (self, id);
      describe_focus (self);
    }
  else if (self->has_pointer && !is_busy (self))
    point (self);
  else
    set_hover (self, NULL);
}

void
jol_map_refresh_hover (JolMap *self)
{
  if (is_busy (self) || g_strcmp0 (jol_session_get_hover (self->session), self->hover) != 0)
    return;

  if (self->keys_lead)
    {
      if (!self->is_tip_unwanted)
        tell (self);
      self->tip_viewport = jol_map_get_target (self);
      describe_focus (self);
    }
  else if (self->has_pointer)
    {
      point (self);
      if (jol_map_tip_is_shown (self->tip))
        tell (self);
    }
}

void
jol_map_follow_hover (JolMap *self, const JolViewport *viewport)
{
  if ((self->tip_timeout || jol_map_tip_is_shown (self->tip)) &&
      !jol_viewport_equal (viewport, &self->tip_viewport))
    hide_tip (self);
}

void
jol_map_dismiss_tip (JolMap *self)
{
  self->is_tip_unwanted = TRUE;
  hide_tip (self);
}

void
jol_map_dispose_hover (JolMap *self)
{
  g_clear_handle_id (&self->tip_timeout, g_source_remove);
  g_clear_pointer (&self->hover, g_free);
}

void
jol_map_init_hover (JolMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_name (motion, "jol-map-motion");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), "default");

  g_signal_connect_swapped (self->stops, "entered", G_CALLBACK (entered_cb), self);
}
