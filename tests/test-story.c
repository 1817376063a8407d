/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bundled story, as the rest of Jol asks it. */
#include "config.h"

#include "jol-story-loader.h"

#include "jol-test-util.h"

static JolStory *story;

static JolDate
parse (const char *text)
{
  JolDate date = { 0 };

  g_assert_true (jol_date_parse (text, &date));
  return date;
}

static void
test_header (void)
{
  g_assert_cmpstr (jol_story_get_id (story), ==, "own-paths");
  g_assert_nonnull (jol_story_get_title (story, "ru"));
  g_assert_cmpstr (jol_story_get_title (story, "ru"), !=, jol_story_get_title (story, "en"));
  g_assert_cmpfloat (jol_story_get_bounds (story)->west, ==, 46);
  g_assert_cmpint (jol_story_get_time (story)->from.year, ==, 1991);
  g_assert_cmpint (jol_story_get_now (story)->day, ==, 18);
}

static void
test_lookup (void)
{
  JolEntity *cpc = jol_story_lookup (story, "cpc");
  guint n;

  g_assert_true (JOL_IS_ROUTE (cpc));
  g_assert_true (JOL_IS_EVENT (jol_story_lookup (story, "xian-2023")));
  g_assert_null (jol_story_lookup (story, "atlantis"));
  g_assert_null (jol_story_lookup (story, NULL));

  g_assert_nonnull (jol_story_get_routes (story, &n));
  g_assert_cmpuint (n, >=, 65);
  g_assert_nonnull (jol_story_get_events (story, &n));
  g_assert_cmpuint (n, >=, 185);
  g_assert_nonnull (jol_story_get_places (story, &n));
  g_assert_cmpuint (n, >=, 155);
  g_assert_nonnull (jol_story_get_claims (story, &n));
  g_assert_cmpuint (n, >=, 80);
}

static void
test_status_at (void)
{
  static const struct
  {
    const char *id;
    const char *date;
    JolStatus status;
  } cases[] = {
    { "cpc", "1991", JOL_STATUS_ABSENT },          { "cpc", "1992-06-17", JOL_STATUS_PROPOSED },
    { "cpc", "1999", JOL_STATUS_CONSTRUCTION },    { "cpc", "2001-09-30", JOL_STATUS_CONSTRUCTION },
    { "cpc", "2001-10-01", JOL_STATUS_OPERATING }, { "cpc", "2001", JOL_STATUS_OPERATING },
    { "cpc", "2025-12-31", JOL_STATUS_OPERATING },
  };
  JolRoute *cpc = JOL_ROUTE (jol_story_lookup (story, "cpc"));
  JolDate date = parse ("2022-07");
  JolDate first = jol_route_get_first_date (cpc);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolDate at = parse (cases[i].date);

      g_assert_cmpint (
          jol_route_get_status_at (JOL_ROUTE (jol_story_lookup (story, cases[i].id)), &at), ==,
          cases[i].status);
    }

  g_assert_cmpfloat (jol_route_get_capacity_at (cpc, &date)->value, ==, 67);
  g_assert_cmpstr (jol_route_get_capacity_at (cpc, &date)->unit, ==, "Mt/a");
  g_assert_cmpfloat (jol_route_get_throughput_at (cpc, &date)->value, ==, 58.71);
  g_assert_cmpint (first.year, ==, 2001);
  g_assert_true (jol_route_touches_country (cpc, "KZ"));
  g_assert_false (jol_route_touches_country (cpc, "CN"));
}

/* Gas went south too on the old line north from October 2023; oil turned round at Kenkiyak in 2021.
 */
static void
test_direction_at (void)
{
  JolRoute *line = JOL_ROUTE (jol_story_lookup (story, "central-asia-center"));
  JolDate before = parse ("2022");
  JolDate after = parse ("2024");

  g_assert_cmpint (jol_route_get_direction_at (line, &before), ==, JOL_DIRECTION_FORWARD);
  g_assert_cmpint (jol_route_get_direction_at (line, &after), ==, JOL_DIRECTION_BOTH);

  line = JOL_ROUTE (jol_story_lookup (story, "kenkiyak-atyrau"));
  g_assert_cmpint (jol_route_get_direction_at (line, &after), ==, JOL_DIRECTION_REVERSE);
}

/* The index by date against a plain count. */
static void
test_by_date (void)
{
  guint n;
  JolEvent *const *events = jol_story_get_events (story, &n);

  for (guint i = 1; i < n; i++)
    g_assert_cmpint (
        jol_date_compare (jol_event_get_date (events[i - 1]), jol_event_get_date (events[i])), <=,
        0);

  for (int year = 1990; year < 2027; year++)
    {
      JolDate date = { .year = (gint16) year };
      int last_day = jol_date_last_day (&date);
      guint expected = 0;

      for (guint i = 0; i < n; i++)
        expected += jol_event_get_first_day (events[i]) <= last_day;
      g_assert_cmpuint (jol_story_count_events_until (story, last_day), ==, expected);
    }
}

/* The index by space against a look at every box. */
static void
test_by_space (void)
{
  guint n_routes, n_places;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  JolPlace *const *places = jol_story_get_places (story, &n_places);

  for (int i = 0; i < 200; i++)
    {
      double west = g_test_rand_double_range (0, 120);
      double south = g_test_rand_double_range (10, 60);
      JolBox box = { west, south, west + g_test_rand_double_range (0, 30),
                     south + g_test_rand_double_range (0, 15) };
      g_autoptr (GPtrArray) found = jol_story_find_in_box (story, &box);
      guint expected = 0;

      for (guint j = 0; j < n_routes; j++)
        expected += jol_box_intersects (&box, jol_entity_get_box (JOL_ENTITY (routes[j])));
      for (guint j = 0; j < n_places; j++)
        expected += jol_box_intersects (&box, jol_entity_get_box (JOL_ENTITY (places[j])));
      g_assert_cmpuint (found->len, ==, expected);
    }
}

static void
test_by_subject (void)
{
  const GPtrArray *events = jol_story_get_events_about (story, "cpc");
  JolDate before = parse ("2023-05-17");
  JolDate on_the_day = parse ("2023-05-18");
  const char *xian = jol_event_get_place_id (JOL_EVENT (jol_story_lookup (story, "xian-2023")));

  g_assert_cmpuint (events->len, ==, 29);
  for (guint i = 0; i < events->len; i++)
    g_assert_true (
        g_strv_contains (jol_event_get_route_ids (g_ptr_array_index (events, i)), "cpc"));

  g_assert_cmpuint (jol_story_get_claims_about (story, "cpc")->len, >, 0);
  g_assert_cmpuint (jol_story_get_passages_about (story, "cpc")->len, >, 0);
  g_assert_cmpuint (jol_story_get_events_about (story, "atlantis")->len, ==, 0);
  g_assert_cmpuint (jol_story_count_summits_until (story, xian, &on_the_day), ==,
                    jol_story_count_summits_until (story, xian, &before) + 1);
}

static guint
count_summits (const char *place_id, const JolSpan *span)
{
  const GPtrArray *events = jol_story_get_events_about (story, place_id);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);

      n +=
          jol_event_get_event_kind (event) == JOL_EVENT_SUMMIT &&
          jol_span_overlaps (span, jol_event_get_first_day (event), jol_event_get_last_day (event));
    }
  return n;
}

/* As if each event of a place were looked at, for spans of all kinds. */
static void
test_summits_in (void)
{
  guint n_places, n_found = 0;
  JolPlace *const *places = jol_story_get_places (story, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      const char *id = jol_entity_get_id (JOL_ENTITY (places[i]));

      for (int month = 0; month < 34 * 12; month += 5)
        {
          const JolDate from = { .year = 1991 + month / 12, .month = month % 12 + 1 };
          const JolSpan spans[] = {
            { { 0 }, { 0 } },        { from, { 0 } },
            { from, from },          { from, { .year = from.year + month % 7 } },
            { { .year = 1 }, from },
          };

          for (guint j = 0; j < G_N_ELEMENTS (spans); j++)
            {
              const guint n = jol_story_count_summits_in (story, id, &spans[j]);

              g_assert_cmpuint (n, ==, count_summits (id, &spans[j]));
              n_found += n;
            }
        }
    }
  g_assert_cmpuint (n_found, >, 1000);
  g_assert_cmpuint (jol_story_count_summits_in (story, "atlantis", &(JolSpan){ 0 }), ==, 0);
}

static void
test_capital (void)
{
  g_assert_cmpstr (jol_entity_get_id (JOL_ENTITY (jol_story_find_capital (story, "KZ"))), ==,
                   "astana");
  g_assert_null (jol_story_find_capital (story, "XX"));
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  story = jol_test_share (jol_story_load_bundled ());
  g_test_add_func ("/story/header", test_header);
  g_test_add_func ("/story/lookup", test_lookup);
  g_test_add_func ("/story/status-at", test_status_at);
  g_test_add_func ("/story/direction-at", test_direction_at);
  g_test_add_func ("/story/by-date", test_by_date);
  g_test_add_func ("/story/by-space", test_by_space);
  g_test_add_func ("/story/by-subject", test_by_subject);
  g_test_add_func ("/story/summits-in", test_summits_in);
  g_test_add_func ("/story/capital", test_capital);
  return jol_test_run ();
}
