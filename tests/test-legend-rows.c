/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the legend of a picture explains: what is in it, and nothing else. */
#include "config.h"
#include "jol-legend-row.h"

#include "jol-story-loader.h"
#include "jol-test-scene.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

static JolStory *bundled;

static const JolViewport region = { 45.0, 62.0, 4.6 };

/* The labels, with commas. */
static char *
list_rows (JolStory *story,
           const char *date,
           const char *selection,
           const JolViewport *viewport,
           JolPaintPasses passes,
           const char *hidden)
{
  JolTestScene test;
  JolFilter filter;
  g_autoptr (JolScene) scene = NULL;
  const JolLegendRow *rows[JOL_MAX_LEGEND_ROWS];
  GString *text = g_string_new (NULL);
  guint n_rows;

  jol_test_scene_set_up (&test, story, 900, 600, viewport);
  g_assert_true (jol_filter_parse (hidden, &filter));
  jol_session_set_filter (test.session, filter);
  scene = jol_test_scene_look (&test, date, selection);
  n_rows = jol_legend_list_rows (scene, passes, rows);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", rows[i]->label);
  g_clear_pointer (&scene, jol_scene_unref);
  jol_test_scene_tear_down (&test, NULL);

  return g_string_free (text, FALSE);
}

#define assert_rows(expected, ...)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *jol_rows = list_rows (__VA_ARGS__);                                           \
                                                                                                   \
    g_assert_cmpstr (jol_rows, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

static void
test_only_what_is_in_the_picture (void)
{
  const JolViewport kashmir = { 34.7, 78.0, 7.6 };
  const JolViewport desert = { 43.5, 63.2, 8.5 };

  assert_rows ("Oil, Gas, Operating, Under construction, Proposed, Idle or retired, By tanker, "
               "By rail, Capacity: 5 to 60 Mt or bcm a year, Summits held so far, "
               "Places close together, Disputed area or border",
               bundled, "2023-05-18", NULL, &region, JOL_PASS_ALL, "");
  assert_rows ("Disputed area or border", bundled, "1991-12", NULL, &kashmir, JOL_PASS_ALL, "");
  assert_rows ("", bundled, "1991-12", NULL, &desert, JOL_PASS_ALL, "");
}

/* Nor what a person has hidden. */
static void
test_nothing_hidden (void)
{
  const JolViewport caspian = { 41.0, 51.0, 6.4 };
  g_autofree char *all = list_rows (bundled, "2012", NULL, &caspian, JOL_PASS_ALL, "");
  g_autofree char *fewer =
      list_rows (bundled, "2012", NULL, &caspian, JOL_PASS_ALL, "gas,summit-cities,ports");

  g_assert_nonnull (strstr (all, "Oil, Gas, Operating"));
  g_assert_nonnull (strstr (all, "Mt or bcm a year, Summits held so far"));
  g_assert_nonnull (strstr (all, "Port"));
  g_assert_nonnull (strstr (fewer, "Oil, Operating"));
  g_assert_nonnull (strstr (fewer, "Capacity: 5 to 60 Mt a year"));
  g_assert_null (strstr (fewer, "Summits"));
  g_assert_null (strstr (fewer, "Port"));
}

static void
test_arcs (void)
{
  const JolViewport asia = { 40.0, 85.0, 3.6 };
  g_autofree char *rows = list_rows (bundled, "2023-05-18", "xian-2023", &asia, JOL_PASS_ALL, "");

  g_assert_nonnull (strstr (rows, "From the capitals of who took part"));
}

/* So that it stays as it is while the years run. */
static void
test_steady_in_an_animation (void)
{
  const JolPaintPasses passes = JOL_PASS_ALL | JOL_PASS_BIG_DATE;
  g_autofree char *first = list_rows (bundled, "1991", NULL, &region, passes, "");
  g_autofree char *last = list_rows (bundled, "2025", NULL, &region, passes, "");

  g_assert_cmpstr (first, ==, last);
  g_assert_nonnull (strstr (first, "Under construction, Proposed"));
  g_assert_nonnull (strstr (first, "Summits held so far"));
}

/* The row of a line's width is of use where widths differ. */
static void
test_widths (void)
{
  const JolViewport near = { 46.2, 51.0, 7.5 };
  g_autoptr (JolStory) one = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"one\", \"title\": \"One\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2023\"},"
      " \"routes\": [{\"id\": \"pipe\", \"name\": \"Pipe\", \"commodity\": \"gas\","
      " \"mode\": \"pipeline\", \"geometry\": {\"type\": \"LineString\","
      " \"coordinates\": [[50, 46], [52, 46.5]]},"
      " \"status\": [{\"from\": \"2000\", \"is\": \"operating\"}]}]}");

  assert_rows ("Gas, Operating", one, "2023", NULL, &near, JOL_PASS_MAP & ~JOL_PASS_BASE, "");
}

static void
test_nothing_in_a_story_of_nothing (void)
{
  g_autoptr (JolStory) none = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"none\", \"title\": \"None\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2023\"}}");
  JolTestScene test;
  g_autoptr (JolScene) scene = NULL;
  guint n_rows, n_filters = 0;
  const JolLegendRow *rows;

  assert_rows ("", none, "2023", NULL, &region, JOL_PASS_ALL & ~JOL_PASS_BASE, "");
  assert_rows ("", none, "2023", NULL, &region, (JOL_PASS_ALL & ~JOL_PASS_BASE) | JOL_PASS_BIG_DATE,
               "");

  /* Nor is there anything for the window's legend to hide. */
  jol_test_scene_set_up (&test, none, 900, 600, &region);
  scene = jol_test_scene_look (&test, "2023", NULL);
  rows = jol_scene_get_legend (scene, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    n_filters += rows[i].map_kind >= 0;
  g_assert_cmpuint (n_filters, ==, 0);
  g_clear_pointer (&scene, jol_scene_unref);
  jol_test_scene_tear_down (&test, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  jol_test_init (&argc, &argv);
  bundled = jol_story_load_bundled ();

  g_test_add_func ("/legend-rows/only-what-is-in-the-picture", test_only_what_is_in_the_picture);
  g_test_add_func ("/legend-rows/nothing-hidden", test_nothing_hidden);
  g_test_add_func ("/legend-rows/arcs", test_arcs);
  g_test_add_func ("/legend-rows/steady-in-an-animation", test_steady_in_an_animation);
  g_test_add_func ("/legend-rows/widths", test_widths);
  g_test_add_func ("/legend-rows/nothing-in-a-story-of-nothing",
                   test_nothing_in_a_story_of_nothing);

  status = g_test_run ();
  g_object_unref (bundled);
  return status;
}
