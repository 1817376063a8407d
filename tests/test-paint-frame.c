/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands round the map in a picture: measured in the picture. */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-export-image.h"
#include "jol-geo.h"
#include "jol-scene-builder.h"
#include "jol-test-story.h"

typedef struct
{
  JolSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

/* Only that part of the frame, on nothing. */
static cairo_surface_t *
render (Fixture *fixture, const JolViewport *viewport, JolPaintPasses passes, double scale)
{
  const JolSceneTarget target = {
    .width = 960, .height = 640, .theme = JOL_THEME_LIGHT, .language = "en", .viewport = *viewport
  };
  g_autoptr (JolScene) scene = jol_scene_builder_build (fixture->session, &target);
  g_autoptr (JolDocument) document = jol_document_new_map (scene, passes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = jol_document_render_page (document, 0, scale, &error);

  g_assert_no_error (error);
  return surface;
}

static guint32
read_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

/* The longest dark line: the bar, in px of the scene. */
static double
measure_bar (cairo_surface_t *surface, double scale)
{
  int longest = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0, run = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const guint32 pixel = read_pixel (surface, x, y);

        run = pixel >> 24 > 200 && (pixel >> 8 & 0xff) < 190 ? run + 1 : 0;
        longest = MAX (longest, run);
      }

  return longest / scale;
}

static gboolean
is_round (double km)
{
  static const double steps[] = { 1.0, 2.0, 3.0, 5.0 };
  const double first = km / pow (10.0, floor (log10 (km * 1.025)));

  /* A px more or less is a part in a hundred. */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (fabs (first / steps[i] - 1.0) < 0.025)
      return TRUE;

  return FALSE;
}

/* The bar spans a round number of kilometres on the globe, wherever the picture looks and however
 * sharp it is. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  const double latitudes[] = { 0.0, 36.0, 47.0, 60.0 };
  const double scales[] = { 1.0, 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (latitudes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        const JolViewport viewport = { latitudes[i], 60.0, 5.3 };
        cairo_surface_t *surface = render (fixture, &viewport, JOL_PASS_SCALE, scales[j]);
        const double bar_px = measure_bar (surface, scales[j]);
        const double degrees = bar_px * 360.0 / (JOL_TILE_PX * exp2 (viewport.zoom));
        const double km = jol_geo_distance_m (&(JolPoint){ latitudes[i], 60.0 },
                                              &(JolPoint){ latitudes[i], 60.0 + degrees }) /
                          1000.0;

        g_assert_cmpfloat (bar_px, >, 40.0);
        if (!is_round (km))
          g_error ("at %g° the bar is %g px, which is %g km", latitudes[i], bar_px, km);
        cairo_surface_destroy (surface);
      }
}

/* Of a panel that reaches to there from the picture's foot. */
static int
measure_legend (Fixture *fixture, const char *hidden)
{
  const JolViewport viewport = { 46.0, 60.0, 4.0 };
  cairo_surface_t *surface;
  JolFilter filter;
  int n_rows = 0;

  g_assert_true (jol_filter_parse (hidden, &filter));
  jol_session_set_filter (fixture->session, filter);
  surface = render (fixture, &viewport, JOL_PASS_LEGEND, 1.0);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    n_rows += read_pixel (surface, 20, y) >> 24 > 128;
  cairo_surface_destroy (surface);

  return n_rows;
}

/* Which rows there are, tests/test-legend-rows.c asks. */
static void
test_legend_is_as_high_as_its_rows (Fixture *fixture, gconstpointer data)
{
  const int all_px = measure_legend (fixture, "");
  const int fewer_px = measure_legend (fixture, "capitals,cities,fields,ports");

  g_assert_cmpint (all_px, >, 40);
  g_assert_cmpint (fewer_px, <=, all_px);
  /* With nothing to explain there is no panel. */
  g_assert_cmpint (measure_legend (fixture, "oil,gas,summit-cities,cities,capitals,ports,fields,"
                                            "refineries,border-crossings,stations,sites"),
                   ==, 0);
}

#define add(name, function)                                                                        \
  g_test_add ("/paint-frame/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  add ("scale", test_scale);
  add ("legend-is-as-high-as-its-rows", test_legend_is_as_high_as_its_rows);

  return jol_test_run ();
}
