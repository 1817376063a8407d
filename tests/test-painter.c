/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pixels of the bundled story's pictures are probed where its features are; no picture is compared
 * as a whole, so that fonts and antialiasing may differ. */
#include "config.h"
#include "jol-test-picture.h"
#include "jol-test-scene.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-hit.h"
#include "jol-story-loader.h"

#define WIDTH 1000
#define HEIGHT 700

static JolStory *bundled;

static const JolViewport region = { .latitude = 45, .longitude = 60, .zoom = 4.5 };

static JolScene *
build (const char *date, const char *selection, JolTheme theme, const JolViewport *viewport)
{
  g_autoptr (JolSession) session = jol_session_new ();
  const JolSceneTarget target = {
    .width = WIDTH, .height = HEIGHT, .theme = theme, .language = "en", .viewport = *viewport
  };
  JolDate parsed;

  g_assert_true (jol_date_parse (date, &parsed));
  jol_session_set_story (session, bundled);
  jol_session_select (session, selection, JOL_ORIGIN_APP);
  jol_session_set_date (session, &parsed, JOL_ORIGIN_APP);

  return jol_scene_builder_build (session, &target);
}

static void
test_selected_route (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  g_autoptr (JolScene) scene = build ("2023-05-18", "cpc", theme, &region);
  const JolSceneRoute *cpc = jol_test_find_route (scene, "cpc");
  const JolColor oil = jol_palette_get (theme, JOL_COLOR_OIL);
  const JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_BASE | JOL_PASS_ROUTES);

  g_assert_nonnull (cpc);
  g_assert_true (cpc->is_selected);
  g_assert_cmpfloat (jol_test_get_share (scene, picture, cpc, 0, &oil, 12), >, 0.9);
  /* Its glow in the selection's colour at both sides, where nothing else crosses. */
  g_assert_cmpfloat (jol_test_get_share (scene, picture, cpc,
                                         cpc->width_px / 2 + cpc->casing_px + 1.8, &selection, 12),
                     >, 0.6);
  g_assert_cmpfloat (jol_test_get_share (scene, picture, cpc,
                                         -cpc->width_px / 2 - cpc->casing_px - 1.8, &selection, 12),
                     >, 0.6);
  cairo_surface_destroy (picture);
}

static void
test_casing (void)
{
  const JolViewport near = { .latitude = 46, .longitude = 60, .zoom = 6.5 };
  g_autoptr (JolScene) scene = build ("2023-05-18", NULL, JOL_THEME_LIGHT, &near);
  const JolSceneRoute *route = jol_test_find_route (scene, "bukhara-ural");
  const JolColor gas = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_GAS);
  const JolColor casing = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_CASING);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_ROUTES);

  g_assert_nonnull (route);
  g_assert_cmpfloat (jol_test_get_share (scene, picture, route, 0, &gas, 12), >, 0.7);
  for (int side = -1; side <= 1; side += 2)
    {
      const double side_px = side * (route->width_px / 2 + route->casing_px / 2);
      /* Over nothing a pixel is premultiplied by the casing's own alpha. */
      const JolColor painted = { casing.red * casing.alpha, casing.green * casing.alpha,
                                 casing.blue * casing.alpha, 1 };

      g_assert_cmpfloat (jol_test_get_share (scene, picture, route, side_px, &painted, 60), >, 0.6);
    }
  cairo_surface_destroy (picture);
}

static void
test_waters (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const JolPoint caspian[] = { { 42.0, 50.4 }, { 38.5, 51.8 }, { 44.8, 49.5 } };
  const JolPoint steppe = { 48.5, 60.5 };
  const JolColor water = jol_palette_get (theme, JOL_COLOR_WATER);
  g_autoptr (JolScene) scene = build ("1992", NULL, theme, &region);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_BASE);
  JolWorldPoint world;
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (caspian); i++)
    {
      world = jol_project (&caspian[i]);
      jol_transform_apply (jol_scene_get_transform (scene), &world, &x, &y);
      g_assert_true (jol_test_is_color (jol_test_get_pixel (picture, x, y), &water, 3));
    }
  world = jol_project (&steppe);
  jol_transform_apply (jol_scene_get_transform (scene), &world, &x, &y);
  g_assert_false (jol_test_is_color (jol_test_get_pixel (picture, x, y), &water, 10));
  cairo_surface_destroy (picture);
}

/* Where only routes run that are not there yet, nothing is painted. */
static void
test_absent_routes (void)
{
  g_autoptr (JolScene) then = build ("1992", NULL, JOL_THEME_LIGHT, &region);
  g_autoptr (JolScene) now = build ("2023", NULL, JOL_THEME_LIGHT, &region);
  cairo_surface_t *picture = jol_test_paint (then, JOL_PASS_ROUTES);
  guint n_routes;
  const JolSceneRoute *routes = jol_scene_get_routes (now, &n_routes);
  guint n_probed = 0;

  for (guint i = 0; i < n_routes; i++)
    {
      if (jol_test_find_route (then, routes[i].id))
        continue;
      for (guint j = 0; j < routes[i].lines[0].n_points; j++)
        {
          double x, y;
          g_auto (GStrv) hits = NULL;

          jol_transform_apply (jol_scene_get_transform (then), &routes[i].lines[0].points[j], &x,
                               &y);
          if (!jol_test_is_inside (then, x, y, 2))
            continue;
          hits = jol_hit_at (then, x, y);
          if (hits[0])
            continue;
          g_assert_cmphex (jol_test_get_pixel (picture, x, y), ==, 0);
          n_probed++;
        }
    }
  g_assert_cmpuint (n_probed, >, 100);
  cairo_surface_destroy (picture);
}

static void
test_dashes (void)
{
  g_autoptr (JolScene) scene = build ("2000-06", NULL, JOL_THEME_LIGHT, &region);
  const JolSceneRoute *cpc = jol_test_find_route (scene, "cpc");
  const JolColor oil = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_OIL);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_ROUTES);
  double share;

  g_assert_cmpint (cpc->status, ==, JOL_STATUS_CONSTRUCTION);
  share = jol_test_get_share (scene, picture, cpc, 0, &oil, 12);
  g_assert_cmpfloat (share, >, 0.3);
  g_assert_cmpfloat (share, <, 0.85);
  cairo_surface_destroy (picture);
}

/* A railway is its commodity's colour with light bars, a tanker's way only dashes of the colour. */
static void
test_rail_and_tanker (void)
{
  const JolViewport near = { .latitude = 41.3, .longitude = 45, .zoom = 7 };
  const JolViewport sea = { .latitude = 41.8, .longitude = 50.5, .zoom = 7 };
  const JolColor oil = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_OIL);
  g_autoptr (JolScene) land = build ("2023-05-18", NULL, JOL_THEME_LIGHT, &near);
  g_autoptr (JolScene) water = build ("2023-05-18", NULL, JOL_THEME_LIGHT, &sea);
  const JolSceneRoute *rail = jol_test_find_route (land, "baku-batumi-rail");
  const JolSceneRoute *tanker = jol_test_find_route (water, "aktau-baku");
  cairo_surface_t *picture = jol_test_paint (land, JOL_PASS_ROUTES);
  double middle;

  g_assert_nonnull (rail);
  g_assert_nonnull (tanker);
  middle = jol_test_get_share (land, picture, rail, 0, &oil, 12);
  g_assert_cmpfloat (middle, >, 0.2);
  g_assert_cmpfloat (middle, <, 0.8);
  g_assert_cmpfloat (jol_test_get_share (land, picture, rail, rail->width_px * 0.38, &oil, 60), >,
                     0.8);
  cairo_surface_destroy (picture);

  picture = jol_test_paint (water, JOL_PASS_ROUTES);
  middle = jol_test_get_share (water, picture, tanker, 0, &oil, 12);
  g_assert_cmpfloat (middle, >, 0.2);
  g_assert_cmpfloat (middle, <, 0.9);
  cairo_surface_destroy (picture);
}

static void
get_ink (cairo_surface_t *picture, int *left, int *top, int *right, int *bottom)
{
  *left = *top = G_MAXINT;
  *right = *bottom = -1;
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      if (jol_test_get_pixel (picture, x, y) >> 24 > 0)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x);
          *top = MIN (*top, y);
          *bottom = MAX (*bottom, y);
        }
}

/* Each part stands in its corner, inside the picture. */
static void
test_frame (void)
{
  static const int sizes[][2] = { { 480, 320 }, { 1280, 800 }, { 700, 1000 } };
  static const JolPaintPasses parts[] = { JOL_PASS_TITLE, JOL_PASS_LEGEND, JOL_PASS_SCALE,
                                          JOL_PASS_CREDITS };
  g_autoptr (JolScene) any = build ("2009-12", NULL, JOL_THEME_LIGHT, &region);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      {
        const int width = sizes[i][0];
        const int height = sizes[i][1];
        g_autoptr (JolScene) scene = jol_scene_move (any, &region, width, height);
        cairo_surface_t *picture = jol_test_paint (scene, parts[j]);
        int left, top, right, bottom;

        get_ink (picture, &left, &top, &right, &bottom);
        g_assert_cmpint (left, >, 0);
        g_assert_cmpint (top, >, 0);
        g_assert_cmpint (right, <, width - 1);
        g_assert_cmpint (bottom, <, height - 1);
        switch (parts[j])
          {
          case JOL_PASS_TITLE:
            g_assert_cmpint (left, <, width / 10);
            g_assert_cmpint (top, <, height / 10);
            g_assert_cmpint (bottom - top, >, 40);
            break;
          case JOL_PASS_LEGEND:
            /* The story's one route lies in the west: a wide picture has the legend in the upper
             * right corner. One that is not has the title over its whole width. */
            if (width > height)
              {
                g_assert_cmpint (right, >, width * 9 / 10);
                g_assert_cmpint (top, <, height / 10);
              }
            else
              {
                g_assert_cmpint (left, <, width / 10);
                g_assert_cmpint (bottom, >, height * 9 / 10);
              }
            g_assert_cmpint (bottom - top, >, 100);
            break;
          default:
            g_assert_cmpint (left, >, width / 3);
            g_assert_cmpint (right, >, width * 9 / 10);
            g_assert_cmpint (top, >, height * 3 / 4);
            break;
          }
        cairo_surface_destroy (picture);
      }
}

/* Where the upper right corner would cover the story and the lower left one does not, the legend
 * stays in that. */
static void
test_legend_leaves_the_story_clear (void)
{
  const JolViewport east = { .latitude = 41.0, .longitude = 47.0, .zoom = 5.0 };
  g_autoptr (JolScene) scene = build ("2009-12", NULL, JOL_THEME_LIGHT, &east);
  g_autoptr (JolScene) wide = jol_scene_move (scene, &east, 1280, 800);
  cairo_surface_t *picture = jol_test_paint (wide, JOL_PASS_LEGEND);
  int left, top, right, bottom;

  get_ink (picture, &left, &top, &right, &bottom);
  g_assert_cmpint (left, <, 128);
  g_assert_cmpint (bottom, >, 720);
  cairo_surface_destroy (picture);
}

/* Beyond the size of a screen they are as large as on it, like the names on the map. */
static void
test_frame_is_no_larger_than_on_a_screen (void)
{
  static const JolPaintPasses parts[] = { JOL_PASS_TITLE, JOL_PASS_LEGEND, JOL_PASS_CREDITS };
  g_autoptr (JolScene) screen = build ("2009-12", NULL, JOL_THEME_LIGHT, &region);
  g_autoptr (JolScene) small = jol_scene_move (screen, &region, 1280, 800);
  g_autoptr (JolScene) large = jol_scene_move (screen, &region, 3840, 2400);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      cairo_surface_t *pictures[] = { jol_test_paint (small, parts[i]),
                                      jol_test_paint (large, parts[i]) };
      int heights[2];

      for (guint j = 0; j < 2; j++)
        {
          int left, top, right, bottom;

          get_ink (pictures[j], &left, &top, &right, &bottom);
          heights[j] = bottom - top;
          cairo_surface_destroy (pictures[j]);
        }
      g_assert_cmpint (heights[0], ==, heights[1]);
    }
}

/* A tile of the map and the same place of an export are the same picture. */
static void
test_tile_is_the_base (void)
{
  const JolViewport center = { .latitude = 45, .longitude = 60, .zoom = 5 };
  g_autoptr (JolScene) scene = build ("1992", NULL, JOL_THEME_LIGHT, &center);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_BASE);
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 256);
  cairo_t *cr = cairo_create (tile);
  const JolTransform *transform = jol_scene_get_transform (scene);
  guint n_same = 0;
  guint n_probed = 0;

  jol_painter_paint_tile (JOL_THEME_LIGHT, 21, 11, 5, 256, cr);
  cairo_destroy (cr);
  cairo_surface_flush (tile);
  for (int y = 4; y < 252; y += 6)
    for (int x = 4; x < 252; x += 6)
      {
        const double px = round (21 * 256 - transform->left_px) + x;
        const double py = round (11 * 256 - transform->top_px) + y;
        const guint32 a = jol_test_get_pixel (tile, x, y);
        guint32 b;

        if (!jol_test_is_inside (scene, px, py, 1))
          continue;
        b = jol_test_get_pixel (picture, px, py);
        n_probed++;
        n_same += abs ((int) (a & 0xff) - (int) (b & 0xff)) <= 6;
      }
  g_assert_cmpuint (n_probed, >, 500);
  g_assert_cmpuint (n_same, >, n_probed * 9 / 10);
  cairo_surface_destroy (tile);
  cairo_surface_destroy (picture);
}

static gpointer
paint_in_thread (gpointer data)
{
  return jol_test_paint (data, JOL_PASS_ALL);
}

static void
test_any_thread (void)
{
  g_autoptr (JolScene) scene = build ("2023-05-18", "xian-2023", JOL_THEME_DARK, &region);
  cairo_surface_t *mine = jol_test_paint (scene, JOL_PASS_ALL);
  cairo_surface_t *theirs = g_thread_join (g_thread_new ("paint", paint_in_thread, scene));
  const gsize size = (gsize) cairo_image_surface_get_stride (mine) * HEIGHT;

  g_assert_cmpmem (cairo_image_surface_get_data (mine), size, cairo_image_surface_get_data (theirs),
                   size);
  cairo_surface_destroy (mine);
  cairo_surface_destroy (theirs);
}

static void
test_summit_ring (void)
{
  g_autoptr (JolScene) scene = build ("2023-05-18", NULL, JOL_THEME_LIGHT, &region);
  const JolColor line = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_SYMBOL);
  const JolColor fill = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_SYMBOL_FILL);
  cairo_surface_t *picture = jol_test_paint (scene, JOL_PASS_ROUTES);
  guint n_places;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_places; i++)
    if (g_str_equal (places[i].id, "astana"))
      {
        double x, y;

        is_found = TRUE;
        g_assert_cmpuint (places[i].n_summits, >, 3);
        jol_transform_apply (jol_scene_get_transform (scene), &places[i].at, &x, &y);
        g_assert_true (jol_test_is_color (jol_test_get_pixel (picture, x + places[i].radius_px, y),
                                          &line, 70));
        g_assert_true (jol_test_is_color (
            jol_test_get_pixel (picture, x, y - places[i].radius_px * 0.72), &fill, 12));
      }
  g_assert_true (is_found);
  cairo_surface_destroy (picture);
}

/* How many px of an arc, away from the marks at its ends, are lit. */
static double
get_lit_share (const JolScene *scene, cairo_surface_t *picture, const JolSceneArc *arc)
{
  const JolColor light = jol_palette_get (jol_scene_get_theme (scene), JOL_COLOR_SELECTION);
  guint n_probed = 0, n_lit = 0;

  for (guint i = 8; i + 8 < arc->line.n_points; i++)
    {
      double x, y;

      jol_transform_apply (jol_scene_get_transform (scene), &arc->line.points[i], &x, &y);
      if (!jol_test_is_inside (scene, x, y, 4) || jol_test_is_near_place (scene, x, y))
        continue;
      n_probed++;
      for (int dy = -3; dy <= 3; dy++)
        if (jol_test_is_color (jol_test_get_pixel (picture, x, y + dy), &light, 12))
          {
            n_lit++;
            break;
          }
    }
  g_assert_cmpuint (n_probed, >, 5);

  return (double) n_lit / n_probed;
}

/* One after another, in the order of who took part; and in each theme something other than a route.
 */
static void
test_arcs_come_in_order (gconstpointer data)
{
  const JolViewport wide = { .latitude = 43, .longitude = 88, .zoom = 4 };
  g_autoptr (JolScene) scene = build ("2023-05-18", "xian-2023", GPOINTER_TO_UINT (data), &wide);
  guint n_arcs;
  const JolSceneArc *arcs = jol_scene_get_arcs (scene, &n_arcs);

  g_assert_cmpfloat (jol_scene_get_arc_share (scene), ==, 1);
  g_assert_cmpuint (n_arcs, ==, 6);
  /* Two may lie close together: the first, from Astana, and the last, from Beijing, do not. */
  for (guint n_drawn = 0; n_drawn <= n_arcs; n_drawn += 3)
    {
      g_autoptr (JolScene) part = jol_scene_draw_arcs (scene, (double) n_drawn / n_arcs);
      g_autoptr (JolScene) moved = jol_scene_move (part, &wide, WIDTH, HEIGHT);
      cairo_surface_t *picture = jol_test_paint (moved, JOL_PASS_ROUTES);
      const double first = get_lit_share (moved, picture, &arcs[0]);
      const double last = get_lit_share (moved, picture, &arcs[n_arcs - 1]);

      if (n_drawn > 0)
        g_assert_cmpfloat (first, >, 0.9);
      else
        g_assert_cmpfloat (first, <, 0.1);
      if (n_drawn == n_arcs)
        g_assert_cmpfloat (last, >, 0.9);
      else
        g_assert_cmpfloat (last, <, 0.1);
      cairo_surface_destroy (picture);
    }
}

int
main (int argc, char *argv[])
{
  const gpointer light = GUINT_TO_POINTER (JOL_THEME_LIGHT);
  const gpointer dark = GUINT_TO_POINTER (JOL_THEME_DARK);
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  g_test_add_data_func ("/painter/selected-route/light", light, test_selected_route);
  g_test_add_data_func ("/painter/selected-route/dark", dark, test_selected_route);
  g_test_add_func ("/painter/casing", test_casing);
  g_test_add_data_func ("/painter/waters/light", light, test_waters);
  g_test_add_data_func ("/painter/waters/dark", dark, test_waters);
  g_test_add_func ("/painter/absent-routes", test_absent_routes);
  g_test_add_func ("/painter/dashes", test_dashes);
  g_test_add_func ("/painter/rail-and-tanker", test_rail_and_tanker);
  g_test_add_func ("/painter/frame", test_frame);
  g_test_add_func ("/painter/legend-leaves-the-story-clear", test_legend_leaves_the_story_clear);
  g_test_add_func ("/painter/frame-is-no-larger-than-on-a-screen",
                   test_frame_is_no_larger_than_on_a_screen);
  g_test_add_func ("/painter/tile-is-the-base", test_tile_is_the_base);
  g_test_add_func ("/painter/any-thread", test_any_thread);
  g_test_add_func ("/painter/summit-ring", test_summit_ring);
  g_test_add_data_func ("/painter/arcs-come-in-order/light", light, test_arcs_come_in_order);
  g_test_add_data_func ("/painter/arcs-come-in-order/dark", dark, test_arcs_come_in_order);
  return jol_test_run ();
}
