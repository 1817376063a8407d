/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two dates look that are compared: px of routes that appeared, ended, changed and stayed. */
#include "config.h"

#include "jol-test-picture.h"
#include "jol-test-scene.h"
#include "jol-test-session.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

#define WIDTH 1000
#define HEIGHT 700

#define ROUTE(id, latitude, history)                                                               \
  " {\"id\": \"" id "\", \"name\": \"" id "\", \"commodity\": \"gas\", \"mode\": \"pipeline\","    \
  "  \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[52, " latitude                    \
  "], [56, " latitude "], [60, " latitude "], [64, " latitude "], [68, " latitude "]]},"           \
  "  \"status\": [" history "]}"
#define OPERATING "{\"from\": \"1990\", \"is\": \"operating\"}"

static const char story_text[] =
    "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", "
    "\"title\": \"T\","
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\"}, \"routes\": "
    "[" ROUTE ("same", "38", OPERATING) "," ROUTE ("appeared", "40", "{\"from\": \"2010\", \"is\": \"operating\"}") "," ROUTE (
        "planned",
        "42",
        "{\"from\": \"2010\", \"is\": "
        "\"proposed\"}") "," ROUTE ("begu"
                                    "n",
                                    "44",
                                    "{\"f"
                                    "rom"
                                    "\": "
                                    "\"20"
                                    "10\""
                                    ", "
                                    "\"is"
                                    "\": "
                                    "\"co"
                                    "nstr"
                                    "ucti"
                                    "on\""
                                    "}") "," ROUTE ("ended",
                                                    "46",
                                                    OPERATING ", {\"from\": "
                                                              "\"2010\", "
                                                              "\"is\": "
                                                              "\"idle\"}") "," ROUTE ("changed",
                                                                                      "48",
                                                                                      "{\"from\": "
                                                                                      "\"1990\", "
                                                                                      "\"is\": "
                                                                                      "\"proposed\""
                                                                                      "},"
                                                                                      "{\"from\": "
                                                                                      "\"2010\", "
                                                                                      "\"is\": "
                                                                                      "\"constructi"
                                                                                      "on\"}") " ] "
                                                                                               "}";

typedef struct
{
  JolScene *scene;
  cairo_surface_t *picture;
} Look;

static Look
look (double zoom, JolTheme theme)
{
  g_autoptr (JolStory) story = jol_test_load_story (story_text);
  g_autoptr (JolSession) session = jol_session_new ();
  const JolSceneTarget target = {
    .width = WIDTH, .height = HEIGHT, .theme = theme, .language = "en", .viewport = { 43, 60, zoom }
  };
  Look self;

  jol_session_set_story (session, story);
  jol_test_session_set_date (session, "2020", JOL_ORIGIN_APP);
  jol_session_set_compare (session, &(JolDate){ .year = 2000 }, JOL_ORIGIN_APP);
  self.scene = jol_scene_builder_build (session, &target);
  self.picture = jol_test_paint (self.scene, JOL_PASS_ROUTES);

  return self;
}

static void
clear (Look *self)
{
  cairo_surface_destroy (self->picture);
  jol_scene_unref (self->scene);
}

/* Nothing is painted below, so an alpha of 0 is where nothing is. The lines run straight from west
 * to east: which share of them is covered, or has a colour, so far beside the line. */
static double
get_cover_in (Look *self, const char *id, double side_px, const JolColor *color)
{
  const JolSceneRoute *route = jol_test_find_route (self->scene, id);
  guint n_covered = 0, n_probed = 0;
  double x0, x1, y;

  g_assert_nonnull (route);
  jol_transform_apply (jol_scene_get_transform (self->scene), &route->lines[0].points[0], &x0, &y);
  jol_transform_apply (jol_scene_get_transform (self->scene),
                       &route->lines[0].points[route->lines[0].n_points - 1], &x1, &y);
  for (double x = MAX (x0, 0) + 12; x < MIN (x1, WIDTH) - 12; x++)
    {
      const guint32 pixel = jol_test_get_pixel (self->picture, x, y + side_px);

      n_probed++;
      n_covered += color ? jol_test_is_color (pixel, color, 90) : pixel >> 24 > 0x20;
    }
  g_assert_cmpuint (n_probed, >, 100);

  return (double) n_covered / n_probed;
}

static double
get_cover (Look *self, const char *id, double side_px)
{
  return get_cover_in (self, id, side_px, NULL);
}

/* Where the rim of what appeared is, in the middle of it. */
static double
get_rim_side (Look *self, const char *id)
{
  const JolSceneRoute *route = jol_test_find_route (self->scene, id);

  return route->width_px / 2 + route->casing_px + route->rim_px / 2;
}

static void
test_appeared (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  Look self = look (5, theme);
  const JolSceneRoute *route = jol_test_find_route (self.scene, "appeared");
  const JolColor gas = jol_palette_get (theme, JOL_COLOR_GAS);
  const double side_px = get_rim_side (&self, "appeared");

  g_assert_cmpint (route->change, ==, JOL_ROUTE_APPEARED);
  /* Its glow is of its own colour, thinned; and beyond it there is nothing. */
  g_assert_cmpfloat (get_cover (&self, "appeared", 0), ==, 1);
  for (int side = -1; side <= 1; side += 2)
    {
      g_assert_cmpfloat (get_cover (&self, "appeared", side * side_px), >, 0.98);
      g_assert_cmpfloat (get_cover (&self, "appeared", side * (side_px + route->rim_px + 1)), ==,
                         0);
    }
  g_assert_cmpfloat (route->rim.red, ==, gas.red);
  g_assert_cmpfloat (route->rim.blue, ==, gas.blue);
  g_assert_cmpfloat (route->rim.alpha, <, 0.6);
  clear (&self);
}

/* Its dots are seen one by one, at every zoom, and the glow is theirs. */
static void
test_planned (void)
{
  static const double zooms[] = { 4, 5, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      Look self = look (zooms[i], JOL_THEME_LIGHT);
      const double side_px = get_rim_side (&self, "planned");
      const double cover = get_cover (&self, "planned", 0);

      g_assert_cmpfloat (cover, >, 0.5);
      g_assert_cmpfloat (cover, <, 0.97);
      g_assert_cmpfloat (get_cover (&self, "planned", side_px), <, cover);
      g_assert_cmpfloat (get_cover (&self, "planned", side_px), >, 0.1);
      /* Of a building site the dashes. */
      g_assert_cmpfloat (get_cover (&self, "begun", 0), <, 0.8);
      g_assert_cmpfloat (get_cover (&self, "begun", get_rim_side (&self, "begun")), >, 0.4);
      g_assert_cmpfloat (get_cover (&self, "begun", get_rim_side (&self, "begun")), <, 0.8);
      clear (&self);
    }
}

static void
test_changed (void)
{
  Look self = look (5, JOL_THEME_LIGHT);
  const JolSceneRoute *route = jol_test_find_route (self.scene, "changed");
  const JolColor dark = jol_palette_get (JOL_THEME_LIGHT, JOL_COLOR_SYMBOL);
  const double side_px = get_rim_side (&self, "changed");

  g_assert_cmpint (route->change, ==, JOL_ROUTE_CHANGED);
  /* A dark line along all of it, outside the casing. */
  for (int side = -1; side <= 1; side += 2)
    {
      g_assert_cmpfloat (get_cover (&self, "changed", side * side_px), ==, 1);
      g_assert_cmpfloat (get_cover_in (&self, "changed", side * side_px, &dark), >, 0.9);
    }
  clear (&self);
}

static void
test_ended (void)
{
  Look self = look (5, JOL_THEME_LIGHT);
  const JolSceneRoute *route = jol_test_find_route (self.scene, "ended");
  /* Beside line and casing there are only the arms of crosses. */
  const double crosses = get_cover (&self, "ended", route->width_px / 2 + route->casing_px + 1.2);

  g_assert_cmpint (route->change, ==, JOL_ROUTE_ENDED);
  g_assert_cmpfloat (crosses, >, 0.05);
  g_assert_cmpfloat (crosses, <, 0.4);
  clear (&self);
}

/* As before: nothing beside the line, and the line itself pale. */
static void
test_same (void)
{
  Look self = look (5, JOL_THEME_LIGHT);
  const JolSceneRoute *route = jol_test_find_route (self.scene, "same");
  const JolSceneRoute *appeared = jol_test_find_route (self.scene, "appeared");

  g_assert_cmpint (route->change, ==, JOL_ROUTE_SAME);
  g_assert_cmpfloat (get_cover (&self, "same", 0), ==, 1);
  g_assert_cmpfloat (get_cover (&self, "same", route->width_px / 2 + route->casing_px + 1.2), ==,
                     0);
  g_assert_cmpfloat (route->width_px, <, 0.8 * appeared->width_px);
  g_assert_cmpfloat (route->color.alpha, <, 0.6);
  clear (&self);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_data_func ("/paint-compare/appeared/light", GUINT_TO_POINTER (JOL_THEME_LIGHT),
                        test_appeared);
  g_test_add_data_func ("/paint-compare/appeared/dark", GUINT_TO_POINTER (JOL_THEME_DARK),
                        test_appeared);
  g_test_add_func ("/paint-compare/planned", test_planned);
  g_test_add_func ("/paint-compare/changed", test_changed);
  g_test_add_func ("/paint-compare/ended", test_ended);
  g_test_add_func ("/paint-compare/same", test_same);

  return jol_test_run ();
}
