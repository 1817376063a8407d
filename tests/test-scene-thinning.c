/* SPDX-License-Identifier: GPL-3.0-or-later */
/* More routes than a map has room for: what of them a scene draws, and what it says of the others.
 */
#include "config.h"
#include "jol-test-util.h"

#include "jol-hit.h"
#include "jol-test-scene.h"
#include "jol-test-story.h"
#include "jol-scene-thinning.h"

#define N_ROUTES 800
/* So many of them lie in one trench, the largest last. */
#define N_IN_TRENCH 100

static void
add_routes (GString *json, guint n_routes)
{
  GRand *rand = g_rand_new_with_seed (1991);

  for (guint i = 0; i < n_routes; i++)
    {
      const gboolean is_in_trench = i < N_IN_TRENCH;
      const int latitude = is_in_trench ? 45 : g_rand_int_range (rand, 35, 55);
      const int longitude = is_in_trench ? 60 : g_rand_int_range (rand, 46, 82);
      const int year = is_in_trench ? 1992 : g_rand_int_range (rand, 1991, 2016);
      const int capacity = is_in_trench ? (int) i + 1 : g_rand_int_range (rand, 1, 60);

      g_string_append_printf (
          json,
          "%s{\"id\": \"route-%u\", \"name\": \"Route %u\", \"commodity\": \"%s\","
          "\"mode\": \"pipeline\", \"outlet\": \"china\", \"geometry\": {\"type\": \"LineString\","
          "\"coordinates\": [[%d, %d], [%d.%d, %d.%d]]},"
          "\"status\": [{\"from\": \"%d\", \"is\": \"operating\"}],"
          "\"capacity\": [{\"from\": \"%d\", \"value\": %d, \"unit\": \"Mt/a\"}]}",
          i > 0 ? "," : "", i, i, i % 2 ? "oil" : "gas", longitude, latitude, longitude + 3,
          is_in_trench ? 0 : g_rand_int_range (rand, 0, 9), latitude + 1,
          is_in_trench ? 0 : g_rand_int_range (rand, 0, 9), year, year, capacity);
    }
  g_rand_free (rand);
}

static JolStory *
make_story (guint n_routes)
{
  g_autoptr (GString) json = g_string_new (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"many\", \"title\": \"Many\","
      "\"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      "\"time\": {\"start\": \"1991\", \"end\": \"2025\"}, \"routes\": [");

  add_routes (json, n_routes);
  g_string_append (json, "], \"events\": [{\"id\": \"opening\", \"kind\": \"pipeline\","
                         "\"date\": \"2020\", \"title\": \"Opening\", \"summary\": \"It opens.\","
                         "\"routes\": [\"route-3\", \"route-5\"]}]}");

  return jol_test_load_story (json->str);
}

static void
set_up (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = make_story (N_ROUTES);

  jol_test_scene_set_up (fixture, story, 800, 600, &(JolViewport){ 45.0, 64.0, 4.25 });
  fixture->target.hides_base_names = TRUE; /* nothing here looks at them */
}

static gboolean
is_drawn (const JolScene *scene, const char *id)
{
  return jol_test_find_route (scene, id) != NULL;
}

static guint
count_drawn (const JolScene *scene)
{
  guint n;

  jol_scene_get_routes (scene, &n);
  return n;
}

/* That all of the one is in the other too. */
static void
assert_within (const JolScene *fewer, const JolScene *more)
{
  guint n;
  const JolSceneRoute *routes = jol_scene_get_routes (fewer, &n);

  for (guint i = 0; i < n; i++)
    g_assert_true (is_drawn (more, routes[i].id));
}

static const JolLegendRow *
find_row (const JolScene *scene, int map_kind, JolLegendKind kind)
{
  guint n;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].map_kind == map_kind && (map_kind >= 0 || rows[i].kind == (int) kind))
      return &rows[i];

  return NULL;
}

static void
test_small_story (void)
{
  g_autoptr (JolStory) story = make_story (JOL_THINNING_FROM);
  JolTestScene fixture;

  jol_test_scene_set_up (&fixture, story, 800, 600, &(JolViewport){ 45.0, 64.0, 4.25 });
  {
    g_autoptr (JolScene) scene = jol_test_scene_look (&fixture, "2020", NULL);

    g_assert_cmpuint (count_drawn (scene), ==, JOL_THINNING_FROM);
    g_assert_cmpuint (jol_scene_get_n_thinned (scene), ==, 0);
    g_assert_null (find_row (scene, -1, JOL_LEGEND_NOTE));
  }
  jol_test_scene_tear_down (&fixture, NULL);
}

static void
test_important (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2020", NULL);

  /* Of one trench the largest alone; of all the map not more than it has room for. */
  g_assert_true (is_drawn (scene, "route-99"));
  for (guint i = 0; i + 1 < N_IN_TRENCH; i++)
    {
      g_autofree char *id = g_strdup_printf ("route-%u", i);

      g_assert_false (is_drawn (scene, id));
    }
  g_assert_cmpuint (count_drawn (scene), >, 20);
  g_assert_cmpuint (count_drawn (scene), <, N_ROUTES / 4);
}

/* Nothing is lost in silence. */
static void
test_told (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2020", NULL);
  g_autofree char *words = g_strdup_printf ("%u of %d routes drawn", count_drawn (scene), N_ROUTES);

  g_assert_cmpuint (count_drawn (scene) + jol_scene_get_n_thinned (scene), ==, N_ROUTES);
  g_assert_cmpstr (find_row (scene, -1, JOL_LEGEND_NOTE)->label, ==, words);
  g_assert_nonnull (strstr (jol_scene_get_description (scene), words));
  g_assert_nonnull (strstr (jol_scene_get_description (scene), "400 oil routes operating"));
  g_assert_cmpuint (find_row (scene, JOL_MAP_OIL, 0)->count, ==, N_ROUTES / 2);
}

/* The same is drawn wherever one looks: a pan makes nothing come and go. */
static void
test_pan (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) here = jol_test_scene_look (fixture, "2020", NULL);
  g_autoptr (JolScene) there = NULL;

  fixture->target.viewport.latitude += 1.37;
  fixture->target.viewport.longitude -= 5.21;
  there = jol_test_scene_look (fixture, "2020", NULL);
  g_assert_cmpuint (count_drawn (there), ==, count_drawn (here));
  assert_within (here, there);
}

static void
test_zoom (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) before = jol_test_scene_look (fixture, "2020", NULL);

  for (double zoom = 4.5; zoom <= 9.0; zoom += 1.5)
    {
      g_autoptr (JolScene) nearer = NULL;

      fixture->target.viewport.zoom = zoom;
      nearer = jol_test_scene_look (fixture, "2020", NULL);
      assert_within (before, nearer);
      g_clear_pointer (&before, jol_scene_unref);
      before = g_steal_pointer (&nearer);
    }
  g_assert_cmpuint (count_drawn (before), >, N_ROUTES / 2);

  /* And back: it does not matter from where one comes. */
  fixture->target.viewport.zoom = 4.25;
  {
    g_autoptr (JolScene) back = jol_test_scene_look (fixture, "2020", NULL);
    g_autoptr (JolSceneBuilder) other = jol_scene_builder_new_waiting ();
    g_autoptr (JolScene) fresh =
        jol_scene_builder_update (other, fixture->session, &fixture->target);

    g_assert_cmpuint (count_drawn (back), ==, count_drawn (fresh));
    assert_within (back, fresh);
  }
}

/* While the years run a line comes when its route does, and goes for no other. */
static void
test_date (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) before = jol_test_scene_look (fixture, "1992", NULL);

  for (int year = 1995; year <= 2015; year += 5)
    {
      g_autofree char *date = g_strdup_printf ("%d", year);
      g_autoptr (JolScene) after = jol_test_scene_look (fixture, date, NULL);

      assert_within (before, after);
      g_assert_cmpuint (count_drawn (after), >, count_drawn (before));
      g_clear_pointer (&before, jol_scene_unref);
      before = g_steal_pointer (&after);
    }
}

static void
test_subject (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) plain = jol_test_scene_look (fixture, "2020", NULL);
  g_autoptr (JolScene) selected = jol_test_scene_look (fixture, "2020", "route-7");
  g_autoptr (JolScene) related = NULL;
  g_autoptr (JolScene) hovered = NULL;

  g_assert_false (is_drawn (plain, "route-7"));
  g_assert_true (jol_test_find_route (selected, "route-7")->is_selected);
  assert_within (plain, selected);
  g_assert_cmpuint (jol_scene_get_n_thinned (selected), ==, jol_scene_get_n_thinned (plain) - 1);

  /* Of an event's routes in one trench the larger has room. */
  related = jol_test_scene_look (fixture, "2020", "opening");
  g_assert_true (jol_test_find_route (related, "route-5")->is_related);
  g_assert_false (is_drawn (related, "route-3"));
  assert_within (plain, related);

  jol_session_set_hover (fixture->session, "route-11", JOL_ORIGIN_TIMELINE);
  hovered = jol_test_scene_look (fixture, "2020", NULL);
  g_assert_true (jol_test_find_route (hovered, "route-11")->is_hovered);
}

/* What is hidden takes no room. */
static void
test_filter (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) both = jol_test_scene_look (fixture, "2020", NULL);
  g_autoptr (JolScene) gas = NULL;
  guint n, n_gas = 0;
  const JolSceneRoute *routes = jol_scene_get_routes (both, &n);

  for (guint i = 0; i < n; i++)
    n_gas += routes[i].commodity == JOL_COMMODITY_GAS;
  jol_session_set_filter (fixture->session, jol_filter_toggle_on_map (0, JOL_MAP_OIL));
  gas = jol_test_scene_look (fixture, "2020", NULL);
  g_assert_cmpuint (count_drawn (gas), >, n_gas);
  g_assert_cmpuint (count_drawn (gas) + jol_scene_get_n_thinned (gas), ==, N_ROUTES / 2);
  g_assert_true (is_drawn (gas, "route-98"));
}

/* What is not seen is not hit. */
static void
test_hit (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2020", NULL);
  const JolSceneRoute *route = jol_test_find_route (scene, "route-99");
  const JolWorldPoint *points = route->lines[0].points;
  const JolWorldPoint middle = { (points[0].x + points[1].x) / 2.0,
                                 (points[0].y + points[1].y) / 2.0 };
  g_auto (GStrv) hits = NULL;
  double x, y;

  jol_transform_apply (jol_scene_get_transform (scene), &middle, &x, &y);
  hits = jol_hit_at (scene, x, y);
  g_assert_true (g_strv_contains ((const char *const *) hits, "route-99"));
  for (guint i = 0; hits[i]; i++)
    g_assert_true (is_drawn (scene, hits[i]));
}

/* Of so many that they lie where they are, arrows stay where they are too when the date moves, and
 * what is selected has them though it has no room. */
static void
test_arrows (void)
{
  g_autoptr (JolStory) story = make_story (1600);
  JolTestScene fixture;

  jol_test_scene_set_up (&fixture, story, 800, 600, &(JolViewport){ 45.0, 64.0, 6.0 });
  fixture.target.hides_base_names = TRUE;
  {
    g_autoptr (JolScene) early = jol_test_scene_look (&fixture, "1995", NULL);
    g_autoptr (JolScene) late = jol_test_scene_look (&fixture, "2020", NULL);
    g_autoptr (JolScene) selected = jol_test_scene_look (&fixture, "2020", "route-7");
    const JolSceneRoute *before = jol_test_find_route (early, "route-99");
    const JolSceneRoute *after = jol_test_find_route (late, "route-99");

    g_assert_cmpuint (before->n_arrows, >, 0);
    g_assert_cmpuint (after->n_arrows, ==, before->n_arrows);
    for (guint i = 0; i < before->n_arrows; i++)
      g_assert_cmpfloat (before->arrows[i].at.x, ==, after->arrows[i].at.x);
    g_assert_false (is_drawn (late, "route-7"));
    g_assert_cmpuint (jol_test_find_route (selected, "route-7")->n_arrows, >, 0);
  }
  jol_test_scene_tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/scene-thinning/small-story", test_small_story);
#define ADD(name, function)                                                                        \
  g_test_add ("/scene-thinning/" name, JolTestScene, NULL, set_up, function,                       \
              jol_test_scene_tear_down)
  g_test_add_func ("/scene-thinning/arrows", test_arrows);
  ADD ("important", test_important);
  ADD ("told", test_told);
  ADD ("pan", test_pan);
  ADD ("zoom", test_zoom);
  ADD ("date", test_date);
  ADD ("subject", test_subject);
  ADD ("filter", test_filter);
  ADD ("hit", test_hit);

  return jol_test_run ();
}
