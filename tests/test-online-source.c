/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-online-source.h"

#include "jol-test-ui.h"

#include <string.h>

static void
test_template (void)
{
  const char *right[] = { "https://tile.example.org/{z}/{x}/{y}.png",
                          "http://127.0.0.1:8080/{z}/{x}/{tmsy}",
                          "https://a.example.org/?z={z}&x={x}&y={y}" };
  const char *wrong[] = { "",
                          "{z}{x}{y}",
                          "https://tile.example.org/{z}/{x}.png",
                          "https://tile.example.org/z/x/y.png",
                          "file:///tiles/{z}/{x}/{y}.png",
                          "https:///{z}/{x}/{y}.png" };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    if (!jol_online_source_is_template (right[i]))
      g_error ("an address is refused: %s", right[i]);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (jol_online_source_is_template (wrong[i]))
        g_error ("taken for an address: %s", wrong[i]);
      g_assert_null (jol_online_source_new (wrong[i], JOL_THEME_LIGHT));
    }
}

static void
test_attribution (void)
{
  g_autoptr (JolOnlineSource) known =
      jol_online_source_new (JOL_ONLINE_OPENSTREETMAP, JOL_THEME_DARK);
  g_autoptr (JolOnlineSource) other =
      jol_online_source_new ("http://tile.example.org/{z}/{x}/{y}.png", JOL_THEME_LIGHT);

  g_assert_nonnull (strstr (jol_online_source_get_attribution (known), "OpenStreetMap"));
  g_assert_nonnull (
      strstr (jol_online_source_get_attribution (known), "openstreetmap.org/copyright"));
  g_assert_nonnull (strstr (jol_online_source_get_attribution (other), "tile.example.org"));
  g_assert_cmpint (jol_online_source_get_theme (known), ==, JOL_THEME_DARK);
  g_assert_cmpint (jol_online_source_get_state (known), ==, JOL_ONLINE_WAITING);
}

/* A server that is not there: each tile ends, empty, and after some the state says so. */
static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n_filled = data;

  g_assert_false (
      shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error));
  g_assert_nonnull (error);
  (*n_filled)++;
}

static void
test_no_server (void)
{
  g_autoptr (JolOnlineSource) source =
      jol_online_source_new ("http://127.0.0.1:1/{z}/{x}/{y}.png", JOL_THEME_LIGHT);
  guint n_filled = 0, n_told;

  jol_test_count_notify (source, "state", &n_told);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (i, 0, 256, 3);

      g_object_ref_sink (tile);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, filled_cb,
                                          &n_filled);
      jol_test_wait_until (n_filled == i + 1);
      g_assert_null (shumate_tile_get_paintable (tile));
      g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
    }
  g_assert_cmpint (jol_online_source_get_state (source), ==, JOL_ONLINE_FAILS);
  g_assert_cmpuint (n_told, ==, 1);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/online-source/template", test_template);
  g_test_add_func ("/online-source/attribution", test_attribution);
  g_test_add_func ("/online-source/no-server", test_no_server);

  return jol_test_run ();
}
