/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-tile-store.h"

#include "jol-basemap-source.h"
#include "jol-test-ui.h"

#define TILE_PX 64
#define TILE_BYTES (TILE_PX * TILE_PX * 3)

static JolTileKey
make_key (int x)
{
  return (JolTileKey){ .theme = JOL_THEME_LIGHT, .size_px = TILE_PX, .zoom = 5, .x = x, .y = 3 };
}

static GdkTexture *
make_texture (void)
{
  g_autofree guchar *pixels = g_malloc0 (TILE_BYTES);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, TILE_BYTES);

  return gdk_memory_texture_new (TILE_PX, TILE_PX, GDK_MEMORY_R8G8B8, bytes, TILE_PX * 3);
}

static void
add_tile (JolTileStore *store, int x)
{
  g_autoptr (GdkTexture) texture = make_texture ();
  JolTileKey key = make_key (x);

  jol_tile_store_add (store, &key, texture);
}

static gboolean
has_tile (JolTileStore *store, int x)
{
  JolTileKey key = make_key (x);

  return jol_tile_store_lookup (store, &key) != NULL;
}

static void
test_drops_least_recent (void)
{
  JolTileStore *store = jol_tile_store_new (3 * TILE_BYTES);
  JolTileKey other = make_key (1);

  for (int x = 0; x < 3; x++)
    add_tile (store, x);
  g_assert_cmpuint (jol_tile_store_get_n_bytes (store), ==, 3 * TILE_BYTES);

  /* Looked at, so 1 is now the oldest. */
  g_assert_true (has_tile (store, 0));
  add_tile (store, 3);
  g_assert_false (has_tile (store, 1));
  g_assert_true (has_tile (store, 0));
  g_assert_true (has_tile (store, 2));
  g_assert_true (has_tile (store, 3));
  g_assert_cmpuint (jol_tile_store_get_n_bytes (store), ==, 3 * TILE_BYTES);

  /* The same again takes no room. */
  add_tile (store, 3);
  g_assert_cmpuint (jol_tile_store_get_n_bytes (store), ==, 3 * TILE_BYTES);

  /* Every member of the key counts. */
  other = make_key (3);
  other.theme = JOL_THEME_DARK;
  g_assert_null (jol_tile_store_lookup (store, &other));
  other = make_key (3);
  other.zoom = 6;
  g_assert_null (jol_tile_store_lookup (store, &other));

  g_assert_finalize_object (store);
}

typedef struct
{
  GError *error;
  gboolean is_done;
  gboolean has_succeeded;
} Fill;

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fill *fill = data;

  fill->has_succeeded =
      shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &fill->error);
  fill->is_done = TRUE;
}

/* A tile of the Caspian, the land at its right; then the same from the store. */
static void
test_source_paints (void)
{
  JolTileStore *store = jol_tile_store_new (16 * 1024 * 1024);
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 512);
  ShumateTile *tile = shumate_tile_new_full (41, 24, 256, 6);
  const JolColor water = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_WATER);
  const JolColor land = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_LAND_FOCUS);
  g_autofree guint32 *pixels = g_new (guint32, 512 * 512);
  guint n_water = 0, n_land = 0;
  GdkTexture *texture;
  Fill fill = { 0 };

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, filled_cb, &fill);
  jol_test_wait_until (fill.is_done);
  g_assert_no_error (fill.error);
  g_assert_true (fill.has_succeeded);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  texture = GDK_TEXTURE (shumate_tile_get_paintable (tile));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 512);

  gdk_texture_download (texture, (guchar *) pixels, 512 * 4);
  for (guint i = 0; i < 512 * 512; i++)
    {
      const double red = (pixels[i] >> 16 & 0xff) / 255.0;
      const double blue = (pixels[i] & 0xff) / 255.0;

      n_water += ABS (red - water.red) < 0.04 && ABS (blue - water.blue) < 0.04;
      n_land += ABS (red - land.red) < 0.04 && ABS (blue - land.blue) < 0.04;
    }
  g_assert_cmpuint (n_water, >, 512 * 512 / 10);
  g_assert_cmpuint (n_land, >, 512 * 512 / 10);

  /* At once from the store, with no frame without it. */
  shumate_tile_set_paintable (tile, NULL);
  fill.is_done = FALSE;
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, filled_cb, &fill);
  g_assert_true (shumate_tile_get_paintable (tile) == GDK_PAINTABLE (texture));
  jol_test_wait_until (fill.is_done);
  g_assert_true (fill.has_succeeded);

  jol_test_wait_finalized (tile);
  jol_test_wait_finalized (source);
  jol_test_wait_finalized (store);
}

static void
test_source_cancelled (void)
{
  JolTileStore *store = jol_tile_store_new (16 * 1024 * 1024);
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_DARK, 256);
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (41, 24, 256, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Fill fill = { 0 };

  g_cancellable_cancel (cancellable);
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, cancellable, filled_cb,
                                      &fill);
  jol_test_wait_until (fill.is_done);
  g_assert_error (fill.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&fill.error);

  jol_basemap_source_retire (source);
  fill.is_done = FALSE;
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, filled_cb, &fill);
  jol_test_wait_until (fill.is_done);
  g_assert_error (fill.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&fill.error);

  jol_test_wait_finalized (source);
  jol_test_wait_finalized (store);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/tile-store/drops-least-recent", test_drops_least_recent);
  g_test_add_func ("/basemap-source/paints", test_source_paints);
  g_test_add_func ("/basemap-source/cancelled", test_source_cancelled);

  return jol_test_run ();
}
