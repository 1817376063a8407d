/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the strip charts: figures of a series, and what is counted out of routes and events. */
#include "config.h"

#include "jol-chart.h"
#include "jol-strip-readout.h"
#include "jol-strip-topic.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

static JolStripReadings *
read_year (JolStripTopic *topic, int year)
{
  return jol_strip_topic_read (topic, &(JolDate){ .year = (gint16) year });
}

/* A share is said only of a total that is one. */
static void
test_shares (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  const int years[] = { 2001, 2002, 2004 };
  const char *const lacks[] = { NULL, "No figures for 2002", "No total for 2004" };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (JolStripReadings) readings = read_year (topic, years[i]);
      g_autofree char *lack = jol_strip_readings_describe_lack (readings);
      double sum = 0;

      g_assert_cmpstr (lack, ==, lacks[i]);
      for (guint band = 0; band < topic->n_bands; band++)
        {
          double share = jol_strip_readings_get_share (readings, band);

          if (lacks[i])
            g_assert_cmpfloat (share, <, 0);
          sum += share;
        }
      if (!lacks[i])
        g_assert_cmpfloat_with_epsilon (sum, 100, 1e-9);
    }
}

/* One band has a gap, then the other only a plan: each has a figure, but none is a share. */
static void
test_no_total (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", \"series\": ["
      " {\"id\": \"q\", \"title\": \"Q\", \"unit\": \"Mt\", \"stack\": ["
      "  {\"id\": \"a\", \"values\": [{\"year\": 2000, \"value\": 1}, {\"year\": 2002, \"value\": "
      "3}]},"
      "  {\"id\": \"b\", \"values\": [{\"year\": 2000, \"value\": 1}, {\"year\": 2001, \"value\": "
      "2},"
      "   {\"year\": 2002, \"value\": 9, \"quality\": \"planned\"}]}]}]}");
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "q", 0, "en");

  for (int year = 2000; year <= 2003; year++)
    {
      g_autoptr (JolStripReadings) readings = read_year (topic, year);

      g_assert_true (readings->is_complete == (year == 2000));
      g_assert_cmpfloat (jol_strip_readings_get_share (readings, 0), ==, year == 2000 ? 50 : -1);
      g_assert_cmpfloat (jol_strip_readings_get_share (readings, 1), ==, year == 2000 ? 50 : -1);
      g_assert_cmpuint (readings->n_stacked, ==, year == 2000 ? 2 : year < 2003 ? 1 : 0);
    }
}

#define GEOMETRY " \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 45], [60, 46]]},"

/* The routes of which a test has a need, each with a status, capacities and a standstill. */
static const char *const capacity_story =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
    " \"time\": {\"start\": \"2000\", \"end\": \"2010\"}, \"routes\": ["
    " {\"id\": \"a\", \"name\": \"A\", \"commodity\": \"oil\", \"mode\": \"pipeline\"," GEOMETRY
    "  \"outlet\": \"china\", \"status\": [{\"from\": \"2001-03\", \"is\": \"construction\"},"
    "  {\"from\": \"2002-05-10\", \"is\": \"operating\"}],"
    "  \"capacity\": [{\"from\": \"2001\", \"value\": 10, \"unit\": \"Mt/a\"},"
    "  {\"from\": \"2006-07\", \"value\": 20, \"unit\": \"Mt/a\"}],"
    "  \"interruptions\": [{\"from\": \"2004-02\", \"to\": \"2004-03\"}]},"
    " {\"id\": \"b\", \"name\": \"B\", \"commodity\": \"oil\", \"mode\": \"pipeline\"," GEOMETRY
    "  \"outlet\": \"russia\", \"status\": [{\"from\": \"1990\", \"is\": \"operating\"},"
    "  {\"from\": \"2008\", \"is\": \"retired\"}],"
    "  \"capacity\": [{\"from\": \"1990\", \"value\": 5, \"unit\": \"Mt/a\"}]},"
    " {\"id\": \"c\", \"name\": \"C\", \"commodity\": \"oil\", \"mode\": \"rail\"," GEOMETRY
    "  \"outlet\": \"russia\", \"status\": [{\"from\": \"2005\", \"is\": \"operating\"}]},"
    " {\"id\": \"d\", \"name\": \"D\", \"commodity\": \"oil\", \"mode\": \"rail\"," GEOMETRY
    "  \"outlet\": \"russia\", \"status\": [{\"from\": \"2009\", \"is\": \"operating\"}],"
    "  \"capacity\": [{\"from\": \"2009\", \"value\": 90, \"unit\": \"bcm/a\"}]}]}";

static void
assert_capacity (JolStripTopic *topic, const char *iso, double russia, double china, guint unknown)
{
  JolDate date;
  g_autoptr (JolStripReadings) readings = NULL;

  g_assert_true (jol_date_parse (iso, &date));
  readings = jol_strip_topic_read (topic, &date);
  g_assert_cmpfloat (readings->readings[0].value, ==, russia);
  g_assert_cmpfloat (readings->readings[1].value, ==, china);
  g_assert_cmpfloat (readings->total, ==, russia + china);
  g_assert_cmpuint (readings->n_unknown, ==, unknown);
  /* Where a route's capacity is not known, nobody knows the whole either. */
  g_assert_true (readings->is_complete == (unknown == 0));
}

/* A step on the day of each change, and nothing between. */
static void
test_capacity (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (capacity_story);
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, JOL_CHART_OIL_CAPACITY, 0, "en");
  g_autoptr (JolStripReadings) later = read_year (topic, 2009);
  g_autofree char *lack = jol_strip_readings_describe_lack (later);
  g_auto (GStrv) charts = jol_chart_list (story);

  g_assert_cmpuint (g_strv_length (charts), ==, 1);
  g_assert_cmpuint (topic->n_bands, ==, 2);
  g_assert_cmpstr (topic->bands[0].name, ==, "Russia");
  g_assert_cmpstr (topic->bands[1].name, ==, "China");
  g_assert_cmpstr (topic->unit, ==, "Mt/a");
  assert_capacity (topic, "2000", 5, 0, 0);
  assert_capacity (topic, "2002-05-09", 5, 0, 0);
  assert_capacity (topic, "2002-05-10", 5, 10, 0);
  assert_capacity (topic, "2004-01-31", 5, 10, 0);
  assert_capacity (topic, "2004-02", 5, 0, 0);
  assert_capacity (topic, "2004-03-31", 5, 0, 0);
  assert_capacity (topic, "2004-04-01", 5, 10, 0);
  assert_capacity (topic, "2006-06-30", 5, 10, 1);
  assert_capacity (topic, "2006-07-01", 5, 20, 1);
  assert_capacity (topic, "2008", 0, 20, 1);
  /* A capacity in another unit cannot be added. */
  assert_capacity (topic, "2009", 0, 20, 2);
  g_assert_cmpstr (lack, ==, "2 routes without a known capacity");
  g_assert_null (jol_strip_topic_new (story, JOL_CHART_GAS_CAPACITY, 0, "en"));
  g_assert_null (jol_strip_topic_new (story, JOL_CHART_EVENTS, 0, "en"));
  g_assert_null (jol_strip_topic_new (story, "no-such", 0, "en"));
}

/* How high the stack is on a day, by its pieces, which have level tops. */
static double
get_top (const JolStripStack *stack, int day)
{
  double top = 0;

  for (guint i = 0; i < stack->pieces->len; i++)
    {
      const JolStackPiece *piece = &g_array_index (stack->pieces, JolStackPiece, i);

      for (guint k = 0; k + 1 < piece->n_points; k++)
        {
          if (piece->points[k].day <= day && piece->points[k + 1].day > day)
            {
              g_assert_cmpfloat (piece->points[k].high, ==, piece->points[k + 1].high);
              top = MAX (top, piece->points[k].high);
            }
        }
    }
  return top;
}

static void
append_random_route (GString *json, guint i)
{
  static const char *const outlets[] = { "russia", "china", "iran", "europe", "caucasus" };
  static const char *const statuses[] = { "construction", "operating", "idle", "retired",
                                          "operating" };
  guint n = (guint) g_test_rand_int_range (1, 5);

  g_string_append_printf (json,
                          "%s{\"id\": \"r%u\", \"name\": \"R\", \"commodity\": \"gas\","
                          " \"mode\": \"pipeline\"," GEOMETRY " \"outlet\": \"%s\", \"status\": [",
                          i > 0 ? "," : "", i,
                          outlets[g_test_rand_int_range (0, G_N_ELEMENTS (outlets))]);
  for (guint k = 0; k < n; k++)
    g_string_append_printf (json, "%s{\"from\": \"%d-%02d\", \"is\": \"%s\"}", k > 0 ? "," : "",
                            g_test_rand_int_range (1985, 2015), g_test_rand_int_range (1, 13),
                            statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))]);
  g_string_append (json, "], \"capacity\": [");
  for (guint k = 0; k < n; k++)
    g_string_append_printf (json, "%s{\"from\": \"%d\", \"value\": %d, \"unit\": \"bcm/a\"}",
                            k > 0 ? "," : "", g_test_rand_int_range (1985, 2015),
                            g_test_rand_int_range (1, 60));
  g_string_append (json, "]}");
}

/* The stack, and what is read, against every route asked one by one. */
static void
test_capacity_by_hand (void)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
                    " \"time\": {\"start\": \"1991\", \"end\": \"2012\"}, \"routes\": [");
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolStripTopic) topic = NULL;
  guint n_routes;
  JolRoute *const *routes;

  for (guint i = 0; i < 40; i++)
    append_random_route (json, i);
  g_string_append (json, "]}");
  story = jol_test_load_story (json->str);
  topic = jol_strip_topic_new (story, JOL_CHART_GAS_CAPACITY, 0, "en");
  routes = jol_story_get_routes (story, &n_routes);

  for (guint i = 0; i < 500; i++)
    {
      JolDate date = jol_date_from_day (
          g_test_rand_int_range (jol_date_first_day (&(JolDate){ .year = 1991 }),
                                 jol_date_last_day (&(JolDate){ .year = 2012 }) + 1),
          JOL_PRECISION_DAY);
      g_autoptr (JolStripReadings) readings = jol_strip_topic_read (topic, &date);
      double total = 0;
      guint n_unknown = 0;

      for (guint k = 0; k < n_routes; k++)
        {
          const JolHistoryEntry *capacity = jol_route_get_capacity_at (routes[k], &date);

          if (jol_route_get_status_at (routes[k], &date) != JOL_STATUS_OPERATING)
            continue;
          total += capacity ? capacity->value : 0;
          n_unknown += !capacity;
        }
      g_assert_cmpfloat (readings->total, ==, total);
      g_assert_cmpuint (readings->n_unknown, ==, n_unknown);
      g_assert_cmpfloat (get_top (topic->stack, jol_date_first_day (&date)), ==, total);
    }
}

static void
test_events (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, JOL_CHART_EVENTS, 0, "en");
  g_autoptr (JolStripTopic) fewer =
      jol_strip_topic_new (story, JOL_CHART_EVENTS, 1u << JOL_EVENT_SUMMIT, "en");
  g_autoptr (JolStripReadings) readings = read_year (topic, 2009);
  g_autoptr (JolStripReadings) without = read_year (fewer, 2009);
  g_autoptr (JolStripReadings) none = read_year (topic, 2011);

  g_assert_cmpuint (topic->n_bands, ==, 4);
  g_assert_cmpfloat (readings->total, ==, 3);
  g_assert_cmpfloat (without->total, ==, 2);
  g_assert_cmpuint (fewer->n_bands, ==, 3);
  /* No event is a figure. */
  g_assert_cmpfloat (none->total, ==, 0);
  g_assert_true (none->is_complete);
  g_assert_cmpfloat (topic->stack->max, ==, 3);
}

static void
test_readout (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  g_autoptr (JolStripReadout) full =
      jol_strip_readout_new_for_date (topic, &(JolDate){ .year = 2001 }, JOL_THEME_LIGHT);
  g_autoptr (JolStripReadout) empty = jol_strip_readout_new_for_date (
      topic, &(JolDate){ .year = 2002, .month = 3 }, JOL_THEME_LIGHT);
  g_autofree char *text = jol_strip_readout_to_text (full);
  g_autofree char *nothing = jol_strip_readout_to_text (empty);

  g_assert_cmpstr (text, ==,
                   "2001; New line: 6\302\240Mt, 33%; Old line: 12\302\240Mt, 67%, "
                   "estimated; Together: 18\302\240Mt");
  g_assert_cmpstr (nothing, ==, "Mar 2002 (figures of 2002); No figures for 2002");
  for (double at = 0; at <= 400; at += 10)
    {
      double x, y;

      jol_strip_readout_place (full, at, 20, 4, -100, 396, &x, &y);
      g_assert_cmpfloat (x, >=, 4);
      g_assert_cmpfloat (x + full->width, <=, 396);
      g_assert_cmpfloat (y, ==, 20 - full->height);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/strip-topic/shares", test_shares);
  g_test_add_func ("/strip-topic/no-total", test_no_total);
  g_test_add_func ("/strip-topic/capacity", test_capacity);
  g_test_add_func ("/strip-topic/capacity-by-hand", test_capacity_by_hand);
  g_test_add_func ("/strip-topic/events", test_events);
  g_test_add_func ("/strip-topic/readout", test_readout);

  return jol_test_run ();
}
