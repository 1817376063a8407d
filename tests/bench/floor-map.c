/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What panning is measured against: libshumate's map with tiles of one colour, as large as Jol's
 * map, in a window as large as Jol's.
 *
 *     floor-map WIDTH HEIGHT FRAMES ZOOM…
 */
#include "config.h"

#include "bench-pan.h"

#include "jol-projection.h"

#include <stdlib.h>

#define STILL_MS 500

#define FLAT_TYPE_SOURCE (flat_source_get_type ())
G_DECLARE_FINAL_TYPE (FlatSource, flat_source, FLAT, SOURCE, ShumateMapSource)

struct _FlatSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (FlatSource, flat_source, SHUMATE_TYPE_MAP_SOURCE)

static void
flat_source_fill_tile_async (ShumateMapSource *source,
                             ShumateTile *tile,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  const gsize stride = (gsize) JOL_TILE_PX * 4;
  guint8 *pixels = g_malloc (stride * (gsize) JOL_TILE_PX);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (gsize i = 0; i < stride * (gsize) JOL_TILE_PX; i++)
    pixels[i] = i % 4 == 3 ? 0xff : 0xd0;
  bytes = g_bytes_new_take (pixels, stride * (gsize) JOL_TILE_PX);
  texture = gdk_memory_texture_new ((int) JOL_TILE_PX, (int) JOL_TILE_PX, GDK_MEMORY_DEFAULT, bytes,
                                    stride);
  shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  g_task_return_boolean (task, TRUE);
}

static gboolean
flat_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
flat_source_class_init (FlatSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = flat_source_fill_tile_async;
  source_class->fill_tile_finish = flat_source_fill_tile_finish;
}

static void
flat_source_init (FlatSource *self)
{
}

static ShumateMap *
make_map (int width_px, int height_px)
{
  g_autoptr (ShumateMapSource) source = g_object_new (
      FLAT_TYPE_SOURCE, "id", "flat", "max-zoom-level", 12, "tile-size", (guint) JOL_TILE_PX, NULL);
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_map_add_layer (map, SHUMATE_LAYER (shumate_map_layer_new (source, viewport)));
  gtk_widget_set_size_request (GTK_WIDGET (map), width_px, height_px);
  gtk_widget_set_halign (GTK_WIDGET (map), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (map), GTK_ALIGN_CENTER);
  return map;
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.jolatlas.Floor", G_APPLICATION_DEFAULT_FLAGS);
  GtkWindow *window;
  BenchClock *clock;
  ShumateMap *map;

  if (argc < 5 || !g_application_register (G_APPLICATION (application), NULL, NULL))
    return 2;

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_application_activate (G_APPLICATION (application));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  map = make_map (atoi (argv[1]), atoi (argv[2]));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (map));
  clock = bench_clock_new (GTK_WIDGET (window));
  bench_clock_wait_still (clock, STILL_MS);

  for (int i = 4; i < argc; i++)
    bench_pan (map, clock, g_ascii_strtod (argv[i], NULL), (guint) atoi (argv[3]));
  return 0;
}
