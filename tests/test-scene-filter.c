/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the legend hides is neither in the scene nor counted as there. */
#include "config.h"
#include "jol-test-util.h"

#include "jol-hit.h"
#include "jol-test-scene.h"
#include "jol-test-story.h"

#include <string.h>

static const char story_text[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\","
    " \"language\": \"en\", \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2020\"},"
    " \"view\": {\"bounds\": [45, 35, 75, 50]}, \"places\": ["
    "  {\"id\": \"city\", \"kind\": \"capital\", \"name\": \"City\", \"country\": \"KZ\","
    "   \"at\": [70, 40]},"
    "  {\"id\": \"port\", \"kind\": \"port\", \"name\": \"Port\", \"country\": \"KZ\","
    "   \"at\": [50, 45]}],"
    " \"routes\": ["
    "  {\"id\": \"oil-works\", \"name\": \"A\", \"commodity\": \"oil\", \"mode\": \"pipeline\","
    "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 45], [60, 46]]},"
    "   \"status\": [{\"from\": \"1995\", \"is\": \"operating\"}]},"
    "  {\"id\": \"oil-planned\", \"name\": \"B\", \"commodity\": \"oil\", \"mode\": \"pipeline\","
    "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 42], [60, 43]]},"
    "   \"status\": [{\"from\": \"1995\", \"is\": \"proposed\"}]},"
    "  {\"id\": \"gas-works\", \"name\": \"C\", \"commodity\": \"gas\", \"mode\": \"pipeline\","
    "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 39], [60, 40]]},"
    "   \"status\": [{\"from\": \"1995\", \"is\": \"operating\"}]},"
    "  {\"id\": \"ship\", \"name\": \"D\", \"commodity\": \"oil\", \"mode\": \"tanker\","
    "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 36], [60, 37]]},"
    "   \"status\": [{\"from\": \"1995\", \"is\": \"operating\"}]}],"
    " \"events\": [{\"id\": \"meeting\", \"kind\": \"summit\", \"date\": \"2010-06\","
    "   \"title\": \"M\", \"place\": \"city\"}]}";

static void
set_up (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_test_load_story (story_text);

  jol_test_scene_set_up (fixture, story, 900, 700, &(JolViewport){ 42, 60, 5.5 });
}

static JolScene *
look (JolTestScene *fixture, const char *hidden)
{
  JolFilter filter;

  g_assert_true (jol_filter_parse (hidden, &filter));
  jol_session_set_filter (fixture->session, filter);

  return jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
}

static gboolean
has_route (const JolScene *scene, const char *id)
{
  return jol_test_find_route (scene, id) != NULL;
}

static const JolLegendRow *
get_row (const JolScene *scene, JolMapKind kind)
{
  guint n;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].map_kind == (int) kind)
      return &rows[i];

  g_error ("the legend has no row for %s", jol_map_kind_to_string (kind));
}

static void
test_routes (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) all = look (fixture, "");
  g_autoptr (JolScene) no_oil = look (fixture, "oil");
  g_autoptr (JolScene) no_tanker = look (fixture, "tanker,proposed");
  g_autoptr (JolScene) no_events = look (fixture, "summit,pipeline");

  g_assert_true (has_route (all, "oil-works") && has_route (all, "gas-works"));
  g_assert_true (has_route (all, "oil-planned") && has_route (all, "ship"));
  g_assert_false (has_route (no_oil, "oil-works") || has_route (no_oil, "oil-planned"));
  g_assert_false (has_route (no_oil, "ship"));
  g_assert_true (has_route (no_oil, "gas-works"));
  g_assert_false (has_route (no_tanker, "ship") || has_route (no_tanker, "oil-planned"));
  g_assert_true (has_route (no_tanker, "oil-works"));
  /* Kinds of events are another matter. */
  g_assert_true (has_route (no_events, "oil-works"));
  g_assert_cmpuint (jol_test_find_place (no_events, "city")->n_summits, ==, 1);
}

static void
test_counts (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) all = look (fixture, "");
  g_autoptr (JolScene) no_oil = look (fixture, "oil");
  g_autoptr (JolScene) neither = look (fixture, "oil,proposed");

  g_assert_cmpuint (get_row (all, JOL_MAP_OIL)->count, ==, 3);
  g_assert_cmpuint (get_row (all, JOL_MAP_GAS)->count, ==, 1);
  g_assert_cmpuint (get_row (all, JOL_MAP_OPERATING)->count, ==, 3);
  g_assert_cmpuint (get_row (all, JOL_MAP_PROPOSED)->count, ==, 1);
  g_assert_cmpuint (get_row (all, JOL_MAP_TANKER)->count, ==, 1);
  g_assert_cmpuint (get_row (all, JOL_MAP_SUMMIT_CITIES)->count, ==, 1);
  g_assert_false (get_row (all, JOL_MAP_OIL)->is_hidden);

  /* A row that is hidden says what would come back; the others, what is there without it. */
  g_assert_true (get_row (no_oil, JOL_MAP_OIL)->is_hidden);
  g_assert_cmpuint (get_row (no_oil, JOL_MAP_OIL)->count, ==, 3);
  g_assert_cmpuint (get_row (no_oil, JOL_MAP_OPERATING)->count, ==, 1);
  g_assert_cmpuint (get_row (no_oil, JOL_MAP_PROPOSED)->count, ==, 0);
  g_assert_cmpuint (get_row (neither, JOL_MAP_OIL)->count, ==, 2);
  g_assert_cmpuint (get_row (neither, JOL_MAP_PROPOSED)->count, ==, 0);
}

static void
test_places (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) no_summits = look (fixture, "summit-cities");
  g_autoptr (JolScene) no_capitals = look (fixture, "capitals");
  g_autoptr (JolScene) neither = look (fixture, "summit-cities,capitals");
  g_autoptr (JolScene) no_ports = NULL;

  fixture->target.viewport.zoom = 7.0;
  no_ports = look (fixture, "ports");

  /* What is left of a summit city is the capital it also is. */
  g_assert_cmpuint (jol_test_find_place (no_summits, "city")->n_summits, ==, 0);
  g_assert_cmpuint (jol_test_find_place (no_capitals, "city")->n_summits, ==, 1);
  g_assert_null (jol_test_find_place (neither, "city"));
  g_assert_cmpuint (get_row (neither, JOL_MAP_SUMMIT_CITIES)->count, ==, 1);
  g_assert_null (jol_test_find_place (no_ports, "port"));
}

/* Who chooses or points at a thing that is hidden sees it, and no other of its kind. */
static void
test_reveals (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) chosen = NULL;
  g_autoptr (JolScene) pointed = NULL;
  g_autoptr (JolScene) place = NULL;
  g_autoptr (JolScene) event = NULL;
  g_autoptr (JolScene) after = NULL;

  jol_session_select (fixture->session, "oil-works", JOL_ORIGIN_TIMELINE);
  chosen = look (fixture, "oil");
  g_assert_true (has_route (chosen, "oil-works"));
  g_assert_false (has_route (chosen, "oil-planned"));
  g_assert_true (get_row (chosen, JOL_MAP_OIL)->is_hidden);

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_TIMELINE);
  jol_session_set_hover (fixture->session, "ship", JOL_ORIGIN_READER);
  pointed = look (fixture, "oil");
  g_assert_true (has_route (pointed, "ship"));
  g_assert_false (has_route (pointed, "oil-works"));
  jol_session_set_hover (fixture->session, NULL, JOL_ORIGIN_READER);

  jol_session_select (fixture->session, "city", JOL_ORIGIN_TIMELINE);
  place = look (fixture, "summit-cities,capitals");
  g_assert_cmpuint (jol_test_find_place (place, "city")->n_summits, ==, 1);

  jol_session_select (fixture->session, "meeting", JOL_ORIGIN_TIMELINE);
  event = look (fixture, "summit-cities,capitals");
  g_assert_nonnull (jol_test_find_place (event, "city"));

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_TIMELINE);
  after = look (fixture, "oil,summit-cities,capitals");
  g_assert_false (has_route (after, "oil-works"));
  g_assert_null (jol_test_find_place (after, "city"));
}

static void
test_hit (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) all = look (fixture, "");
  g_autoptr (JolScene) no_gas = look (fixture, "gas");
  const JolWorldPoint middle = jol_project (&(JolPoint){ 39.5, 55.0 });
  g_auto (GStrv) hits = NULL;
  g_auto (GStrv) no_hits = NULL;
  double x, y;

  jol_transform_apply (jol_scene_get_transform (all), &middle, &x, &y);
  hits = jol_hit_at (all, x, y);
  no_hits = jol_hit_at (no_gas, x, y);
  g_assert_cmpstr (hits[0], ==, "gas-works");
  g_assert_null (no_hits[0]);
}

static void
test_description (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) all = look (fixture, "");
  g_autoptr (JolScene) no_gas = look (fixture, "gas,proposed");

  g_assert_null (strstr (jol_scene_get_description (all), "hidden"));
  g_assert_nonnull (strstr (jol_scene_get_description (no_gas), "hidden: Gas, Proposed"));
  g_assert_null (strstr (jol_scene_get_description (no_gas), "gas route"));
}

/* Between two dates rows say what became of routes, and are filters as well. */
static void
test_compared (JolTestScene *fixture, gconstpointer data)
{
  const JolDate earlier = { .year = 1994 };
  g_autoptr (JolScene) plain = look (fixture, "ended,appeared");
  g_autoptr (JolScene) appeared = NULL;
  g_autoptr (JolScene) hidden = NULL;
  g_autoptr (JolScene) same = NULL;
  guint n;
  const JolSceneRoute *routes;

  /* Without a pinned date they hide nothing. */
  g_assert_true (has_route (plain, "gas-works"));

  jol_session_set_compare (fixture->session, &earlier, JOL_ORIGIN_APP);
  appeared = look (fixture, "");
  g_assert_cmpuint (get_row (appeared, JOL_MAP_APPEARED)->count, ==, 4);
  g_assert_cmpuint (get_row (appeared, JOL_MAP_SAME)->count, ==, 0);
  g_assert_cmpstr (jol_scene_get_date_label (appeared), ==, "1994 compared with 2020");
  g_assert_nonnull (strstr (jol_scene_get_description (appeared), "4 routes appeared, 0 ended"));
  /* Which, and when. */
  g_assert_nonnull (strstr (jol_scene_get_description (appeared), ". Appeared: "));
  g_assert_nonnull (strstr (jol_scene_get_description (appeared), "(1995)"));
  routes = jol_scene_get_routes (appeared, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (routes[i].change, ==, JOL_ROUTE_APPEARED);
      g_assert_cmpfloat (routes[i].rim_px, >, 0);
    }

  hidden = look (fixture, "appeared,operating");
  g_assert_false (has_route (hidden, "gas-works"));
  g_assert_true (get_row (hidden, JOL_MAP_APPEARED)->is_hidden);

  jol_session_set_compare (fixture->session, &(JolDate){ .year = 2010 }, JOL_ORIGIN_APP);
  /* What has no row now hides nothing. */
  same = look (fixture, "operating");
  g_assert_cmpuint (get_row (same, JOL_MAP_SAME)->count, ==, 4);
  routes = jol_scene_get_routes (same, &n);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (routes[i].rim_px, ==, 0);
      g_assert_cmpuint (routes[i].n_arrows, ==, 0);
      g_assert_cmpfloat (routes[i].color.alpha, <, 0.6);
    }
}

#define add(name, function)                                                                        \
  g_test_add ("/scene-filter/" name, JolTestScene, NULL, set_up, function, jol_test_scene_tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  add ("routes", test_routes);
  add ("counts", test_counts);
  add ("places", test_places);
  add ("reveals", test_reveals);
  add ("hit", test_hit);
  add ("description", test_description);
  add ("compared", test_compared);

  return jol_test_run ();
}
