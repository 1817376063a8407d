/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Online tiles, for those who have asked for them: a layer over the painted base map, which stays
 * under it and shows wherever a tile does not come. Our own names of countries and towns make way
 * for those in the tiles, but only while tiles come.
 */
#include "config.h"

#include "jol-map-private.h"

#include <glib/gi18n.h>

static gboolean
is_working (JolMap *self)
{
  return self->online_source &&
         jol_online_source_get_state (self->online_source) == JOL_ONLINE_WORKS;
}

static void
show_state (JolMap *self)
{
  const gboolean works = is_working (self);

  jol_route_layer_set_base_names (self->layer, !works);
  gtk_widget_set_visible (self->attribution, works);
  if (works)
    {
      gtk_label_set_markup (GTK_LABEL (self->attribution),
                            jol_online_source_get_attribution (self->online_source));
      gtk_widget_add_css_class (GTK_WIDGET (self), "online");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "online");
    }
  jol_map_update_credits (self);
}

static void
remove_layer (JolMap *self)
{
  if (self->online_source)
    g_signal_handlers_disconnect_by_data (self->online_source, self);
  if (self->online_layer)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->online_layer));
  self->online_layer = NULL;
  g_clear_object (&self->online_source);
}

static void
make_layer (JolMap *self)
{
  self->online_source = jol_online_source_new (self->online_tiles, self->theme);
  if (!self->online_source)
    return;

  self->online_layer = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->online_source),
                                              shumate_map_get_viewport (self->map));
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->online_layer),
                                   SHUMATE_LAYER (self->layer));
  g_signal_connect_swapped (self->online_source, "notify::state", G_CALLBACK (show_state), self);
  jol_map_queue_rest (self);
}

static void
renew (JolMap *self)
{
  remove_layer (self);
  if (self->online_tiles)
    make_layer (self);
  show_state (self);
}

/* What failed is asked for again once there is a network. */
static void
network_changed_cb (JolMap *self, gboolean is_available)
{
  if (is_available && self->online_source && !is_working (self))
    renew (self);
}

void
jol_map_dispose_online (JolMap *self)
{
  if (self->map)
    remove_layer (self);
  g_clear_pointer (&self->online_tiles, g_free);
}

void
jol_map_update_online (JolMap *self)
{
  if (self->online_source && jol_online_source_get_theme (self->online_source) != self->theme)
    renew (self);
}

void
jol_map_set_online_tiles (JolMap *self, const char *tiles)
{
  g_return_if_fail (JOL_IS_MAP (self));

  if (g_strcmp0 (tiles, self->online_tiles) == 0)
    return;

  if (tiles && !self->watches_network)
    {
      self->watches_network = TRUE;
      g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                               G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_free (self->online_tiles);
  self->online_tiles = g_strdup (tiles);
  renew (self);
}

/* In the popover, where there is room for all of them. */
void
jol_map_update_credits (JolMap *self)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  g_autoptr (GString) text = g_string_new (scene ? jol_scene_get_credits (scene) : NULL);

  /* Translators: whose data the map's shading and names are; keep the names of the sources. */
  g_string_append_printf (text, "\n\n%s",
                          _ ("Relief: SRTM, NASA/JPL. Names: Unicode CLDR, GNOME "
                             "libgweather, KStars."));
  if (is_working (self))
    {
      g_autofree char *plain = NULL;

      pango_parse_markup (jol_online_source_get_attribution (self->online_source), -1, 0, NULL,
                          &plain, NULL, NULL);
      g_string_append_printf (text, "\n\n%s", plain);
    }
  else if (self->online_source &&
           jol_online_source_get_state (self->online_source) == JOL_ONLINE_FAILS)
    {
      g_string_append_printf (
          text, "\n\n%s",
          _ ("The server of the online map cannot be reached. The map is painted without it."));
    }
  gtk_label_set_label (GTK_LABEL (self->credits), text->str);
}
