/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The base map under the map. libshumate 1.0 reads a layer's source once and cannot drop its tiles,
 * so other tiles are a new source in a new layer. It is made over the old one, unseen, and takes
 * its place when all its tiles are painted: nothing flashes, and the lines over it change theme
 * with it.
 *
 * Tiles of a whole zoom are stretched up to twice their size until the next one. Where the map
 * rests between two, tiles are therefore painted larger, up to sqrt 2 times: beyond that the 100
 * tiles that libshumate keeps would cost more memory than a little softness is worth.
 */
#include "config.h"

#include "jol-map-private.h"

#include <adwaita.h>
#include <math.h>

/* One tells a layer that the map has come to rest, with the next it asks for its tiles; and some
 * to spare. */
#define N_NUDGES 4
#define MAX_TILE_BYTES (24u * 1024 * 1024)
#define MAX_STRETCH_STEPS 2 /* quarters of a zoom level */

static JolTheme
get_wanted_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                adw_style_manager_get_high_contrast (manager));
}

static int
get_wanted_tile_px (JolMap *self)
{
  const double zoom = jol_map_get_target (self).zoom;
  const int steps = MIN ((int) round ((zoom - floor (zoom)) * 4.0), MAX_STRETCH_STEPS);
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return (int) round (JOL_TILE_PX * scale * exp2 (steps / 4.0));
}

static gboolean
is_source (JolBasemapSource *source, JolTheme theme, int tile_px)
{
  return source && jol_basemap_source_get_theme (source) == theme &&
         jol_basemap_source_get_tile_px (source) == tile_px;
}

static void
remove_base (JolMap *self, ShumateMapLayer **layer, JolBasemapSource **source)
{
  if (*source)
    jol_basemap_source_retire (*source);
  if (*layer)
    shumate_map_remove_layer (self->map, SHUMATE_LAYER (*layer));
  *layer = NULL;
  g_clear_object (source);
}

static void
drop_next (JolMap *self)
{
  g_clear_handle_id (&self->swap_id, g_source_remove);
  if (self->next_source)
    g_signal_handlers_disconnect_by_data (self->next_source, self);
  remove_base (self, &self->next_base, &self->next_source);
}

static gboolean
swap_cb (gpointer data)
{
  JolMap *self = data;

  self->swap_id = 0;
  g_signal_handlers_disconnect_by_data (self->next_source, self);
  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (self->map),
                                             SHUMATE_MAP_SOURCE (self->next_source));
  remove_base (self, &self->base, &self->source);
  self->base = g_steal_pointer (&self->next_base);
  self->source = g_steal_pointer (&self->next_source);
  gtk_widget_set_opacity (GTK_WIDGET (self->base), 1.0);

  jol_map_set_theme (self, jol_basemap_source_get_theme (self->source));

  return G_SOURCE_REMOVE;
}

/* Later: the signal comes out of libshumate's own handling of the tile. */
static void
settled_cb (JolMap *self)
{
  if (!self->swap_id)
    self->swap_id = g_idle_add_full (G_PRIORITY_DEFAULT, swap_cb, self, NULL);
}

static JolWorldBox
get_view (JolMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  const JolWorldPoint center =
      jol_project (&(JolPoint){ shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
                                shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) });
  const double size_px = JOL_TILE_PX * exp2 (shumate_viewport_get_zoom_level (viewport));
  const double half_x = self->width_px / size_px / 2.0, half_y = self->height_px / size_px / 2.0;

  return (JolWorldBox){ center.x - half_x, center.y - half_y, center.x + half_x,
                        center.y + half_y };
}

void
jol_map_follow_base (JolMap *self)
{
  const JolWorldBox view = get_view (self);

  jol_basemap_source_set_view (self->source, &view);
  if (self->next_source)
    jol_basemap_source_set_view (self->next_source, &view);
}

static void
make_next (JolMap *self, JolTheme theme, int tile_px)
{
  self->next_source = jol_basemap_source_new (self->tiles, theme, tile_px);
  self->next_base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->next_source),
                                           shumate_map_get_viewport (self->map));
  gtk_widget_set_opacity (GTK_WIDGET (self->next_base), 0.0);
  jol_map_follow_base (self);
  g_signal_connect_swapped (self->next_source, "settled", G_CALLBACK (settled_cb), self);
  shumate_map_insert_layer_above (self->map, SHUMATE_LAYER (self->next_base),
                                  SHUMATE_LAYER (self->base));
}

void
jol_map_init_base (JolMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  self->tiles = jol_tile_store_new (MAX_TILE_BYTES);
  self->source =
      jol_basemap_source_new (self->tiles, get_wanted_theme (), get_wanted_tile_px (self));
  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (self->source));
  shumate_viewport_set_min_zoom_level (viewport, JOL_MIN_TILE_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, JOL_MAX_TILE_ZOOM);
  jol_map_set_theme (self, jol_basemap_source_get_theme (self->source));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (jol_map_update_base), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (jol_map_update_base), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (jol_map_update_base), NULL);
}

/* A layer asks for its tiles when the main loop is idle, which it is not before the second frame
 * has been drawn as well: without them. */
static gboolean
hasten_cb (gpointer data)
{
  JolMap *self = data;
  GSource *source = self->base ? g_main_context_find_source_by_user_data (NULL, self->base) : NULL;

  self->hasten_id = 0;
  if (source)
    g_source_set_priority (source, G_PRIORITY_HIGH);
  return G_SOURCE_REMOVE;
}

void
jol_map_show_base (JolMap *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  const JolTheme theme = get_wanted_theme ();
  const int tile_px = get_wanted_tile_px (self);
  const JolWorldBox view = get_view (self);

  if (self->base)
    {
      jol_map_follow_base (self);
      return;
    }

  if (!is_source (self->source, theme, tile_px))
    {
      jol_basemap_source_retire (self->source);
      g_object_unref (self->source);
      self->source = jol_basemap_source_new (self->tiles, theme, tile_px);
      shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (self->source));
      jol_map_set_theme (self, theme);
    }
  jol_basemap_source_paint_ahead (self->source, &view, shumate_viewport_get_zoom_level (viewport));
  self->base = shumate_map_layer_new (SHUMATE_MAP_SOURCE (self->source), viewport);
  shumate_map_insert_layer_behind (self->map, SHUMATE_LAYER (self->base),
                                   self->online_layer ? SHUMATE_LAYER (self->online_layer)
                                                      : SHUMATE_LAYER (self->layer));
  self->hasten_id = g_idle_add_full (G_PRIORITY_HIGH, hasten_cb, self, NULL);
}

void
jol_map_dispose_base (JolMap *self)
{
  if (self->nudge_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->nudge_id);
  self->nudge_id = 0;
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->hasten_id, g_source_remove);
  if (self->map)
    {
      drop_next (self);
      remove_base (self, &self->base, &self->source);
    }
  g_clear_object (&self->tiles);
}

#if SHUMATE_CHECK_VERSION(1, 1, 0)
static gboolean
looked_cb (gpointer data)
{
  JolMap *self = data;

  self->look_id = 0;
  return G_SOURCE_REMOVE;
}

/* After a jump, which to a new layer its beginning is, libshumate 1.4 puts its tiles off to the
 * next frame, and forgets them when the clock gave that frame's time already before it. An
 * allocation makes it look again; the first may only tell it that the map has come to rest. It
 * looks in an idle, which on a busy machine many frames overtake: the next nudge waits for one
 * that comes after it. */
static gboolean
nudge_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JolMap *self = JOL_MAP (widget);

  if (self->look_id)
    return G_SOURCE_CONTINUE;
  if (self->n_nudges == 0)
    {
      self->nudge_id = 0;
      return G_SOURCE_REMOVE;
    }

  self->n_nudges--;
  gtk_widget_queue_allocate (GTK_WIDGET (self->base));
  if (self->next_base)
    gtk_widget_queue_allocate (GTK_WIDGET (self->next_base));
  if (self->online_layer)
    gtk_widget_queue_allocate (GTK_WIDGET (self->online_layer));
  self->look_id = g_idle_add_full (G_PRIORITY_LOW, looked_cb, self, NULL);
  return G_SOURCE_CONTINUE;
}
#endif

void
jol_map_update_base (JolMap *self)
{
  const JolTheme theme = get_wanted_theme ();
  const int tile_px = get_wanted_tile_px (self);

  if (!self->base)
    return;
  if (self->next_source && is_source (self->next_source, theme, tile_px))
    return;

#if SHUMATE_CHECK_VERSION(1, 1, 0)
  self->n_nudges = N_NUDGES;
  if (!self->nudge_id)
    self->nudge_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), nudge_cb, NULL, NULL);
#endif

  drop_next (self);
  if (!is_source (self->source, theme, tile_px))
    make_next (self, theme, tile_px);
}
