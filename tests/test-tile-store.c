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

static JolTileStore *
make_store (void)
{
  return jol_tile_store_new (16 * 1024 * 1024);
}

static gboolean
is_in_store (JolTileStore *store, int x)
{
  const JolTileKey key = { JOL_THEME_LIGHT, 64, 6, x, 24 };

  return jol_tile_store_lookup (store, &key) != NULL;
}

/* What is in view, and nothing beside it. */
static void
test_source_paints_ahead (void)
{
  const double n = 1 << 6;
  const JolWorldBox view = { 40.5 / n, 24.2 / n, 42.5 / n, 24.8 / n };
  JolTileStore *store = make_store ();
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 64);

  jol_basemap_source_paint_ahead (source, &view, 6.4);
  jol_test_wait_until (is_in_store (store, 40) && is_in_store (store, 41) &&
                       is_in_store (store, 42));
  g_assert_cmpuint (jol_tile_store_get_n_bytes (store), ==, 3 * 64 * 64 * 3);

  jol_test_wait_finalized (source);
  jol_test_wait_finalized (store);
}

/* What is asked for around the first view waits for the view to move, or for whoever is about to
 * move it. */
static void
test_source_holds_around (void)
{
  const double n = 1 << 6;
  const JolWorldBox view = { 41.1 / n, 24.1 / n, 41.9 / n, 24.9 / n };
  const JolWorldBox moved = { 41.0 / n, 24.1 / n, 41.8 / n, 24.9 / n };

  for (guint i = 0; i < 3; i++)
    {
      JolTileStore *store = make_store ();
      JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 64);
      ShumateTile *seen = shumate_tile_new_full (41, 24, 256, 6);
      ShumateTile *around = shumate_tile_new_full (42, 24, 256, 6);
      Fill seen_fill = { 0 }, around_fill = { 0 };

      jol_basemap_source_paint_ahead (source, &view, 6.0);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), around, NULL, filled_cb,
                                          &around_fill);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), seen, NULL, filled_cb,
                                          &seen_fill);
      jol_basemap_source_set_view (source, &view);
      jol_test_wait_until (seen_fill.is_done);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_false (around_fill.is_done);
      g_assert_false (is_in_store (store, 42));

      if (i == 0)
        jol_basemap_source_set_view (source, &moved);
      else if (i == 1)
        jol_basemap_source_paint_around (source);
      else
        jol_basemap_source_retire (source);
      jol_test_wait_until (around_fill.is_done);
      g_assert_true (around_fill.has_succeeded == (i < 2));
      g_clear_error (&around_fill.error);

      jol_test_wait_finalized (seen);
      jol_test_wait_finalized (around);
      jol_test_wait_finalized (source);
      jol_test_wait_finalized (store);
    }
}

/* One that is being painted already is not painted again, and both who wait have it. */
static void
test_source_paints_once (void)
{
  const double n = 1 << 6;
  const JolWorldBox view = { 41.1 / n, 24.1 / n, 41.9 / n, 24.9 / n };
  JolTileStore *store = make_store ();
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 64);
  ShumateTile *tiles[2];
  Fill fills[2] = { 0 };

  jol_basemap_source_paint_ahead (source, &view, 6.0);
  for (guint i = 0; i < 2; i++)
    {
      tiles[i] = shumate_tile_new_full (41, 24, 256, 6);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tiles[i], NULL, filled_cb,
                                          &fills[i]);
    }
  jol_test_wait_until (fills[0].is_done && fills[1].is_done);
  g_assert_true (fills[0].has_succeeded && fills[1].has_succeeded);
  g_assert_nonnull (shumate_tile_get_paintable (tiles[0]));
  g_assert_true (shumate_tile_get_paintable (tiles[0]) == shumate_tile_get_paintable (tiles[1]));

  for (guint i = 0; i < 2; i++)
    jol_test_wait_finalized (tiles[i]);
  jol_test_wait_finalized (source);
  jol_test_wait_finalized (store);
}

/* Those around the view come together, when all that was asked for is painted; the one in view does
 * not wait for them, though it was asked for last. */
static void
test_source_seen_first (void)
{
  const double n = 1 << 6;
  const JolWorldBox view = { 41.1 / n, 24.1 / n, 41.9 / n, 24.9 / n };
  JolTileStore *store = make_store ();
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 64);
  const int columns[] = { 39, 40, 42, 43, 41 };
  ShumateTile *tiles[G_N_ELEMENTS (columns)];
  Fill fills[G_N_ELEMENTS (columns)] = { 0 };

  jol_basemap_source_set_view (source, &view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      tiles[i] = shumate_tile_new_full ((guint) columns[i], 24, 256, 6);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tiles[i], NULL, filled_cb,
                                          &fills[i]);
    }
  jol_test_wait_until (fills[0].is_done);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_true (fills[i].has_succeeded);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    jol_test_wait_finalized (tiles[i]);
  jol_test_wait_finalized (source);
  jol_test_wait_finalized (store);
}

/* Who asked first goes away before it is painted; who asked second gets it. */
static void
test_source_second_wish (void)
{
  JolTileStore *store = make_store ();
  JolBasemapSource *source = jol_basemap_source_new (store, JOL_THEME_LIGHT, 64);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ShumateTile *tiles[2];
  Fill fills[2] = { 0 };

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 2; i++)
    {
      tiles[i] = shumate_tile_new_full (41, 24, 256, 6);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tiles[i],
                                          i == 0 ? cancellable : NULL, filled_cb, &fills[i]);
    }
  jol_test_wait_until (fills[0].is_done && fills[1].is_done);
  g_assert_error (fills[0].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&fills[0].error);
  g_assert_true (fills[1].has_succeeded);

  for (guint i = 0; i < 2; i++)
    jol_test_wait_finalized (tiles[i]);
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
  g_test_add_func ("/basemap-source/paints-ahead", test_source_paints_ahead);
  g_test_add_func ("/basemap-source/holds-around", test_source_holds_around);
  g_test_add_func ("/basemap-source/paints-once", test_source_paints_once);
  g_test_add_func ("/basemap-source/seen-first", test_source_seen_first);
  g_test_add_func ("/basemap-source/second-wish", test_source_second_wish);

  return jol_test_run ();
}
