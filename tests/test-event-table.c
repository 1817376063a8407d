/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Against the plainest means, on random stories. */
#include "config.h"

#include "jol-event-table.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

#define N_PLACES 12
#define N_ROUTES 8

static const char *const countries[] = { "KZ", "UZ", "CN" };

static double
pick_longitude (void)
{
  return g_test_rand_double_range (40, 90);
}

static double
pick_latitude (void)
{
  return g_test_rand_double_range (30, 60);
}

static void
append_geometry (GString *json, guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (json, "%s[%.3f, %.3f]", i > 0 ? ", " : "", pick_longitude (),
                            pick_latitude ());
}

static void
append_event (GString *json, guint i)
{
  const int year = g_test_rand_int_range (1995, 2020);
  const int days = g_test_rand_int_range (0, 12);

  g_string_append_printf (json, "%s{\"id\": \"e-%u\", \"kind\": \"visit\", \"title\": \"E\"",
                          i > 0 ? ", " : "", i);
  if (g_test_rand_bit ())
    g_string_append_printf (json, ", \"date\": \"%d\"", year);
  else
    g_string_append_printf (json, ", \"date\": \"%d-03-01\", \"end\": \"%d-03-%02d\"", year,
                            year + (days == 0 ? 9 : 0), days + 2);
  if (g_test_rand_bit ())
    g_string_append_printf (json, ", \"place\": \"p-%d\"", g_test_rand_int_range (0, N_PLACES));
  if (g_test_rand_bit ())
    g_string_append_printf (json, ", \"routes\": [\"r-%d\", \"r-%d\"]",
                            g_test_rand_int_range (0, N_ROUTES / 2),
                            g_test_rand_int_range (N_ROUTES / 2, N_ROUTES));
  if (g_test_rand_bit ())
    g_string_append (json, ", \"participants\": [\"UZ\", \"XX\", \"KZ\"]");
  g_string_append_c (json, '}');
}

/* The first places are the capitals. */
static JolStory *
create_story (guint n_events)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", "
                    "\"language\": \"en\", \"view\": {\"bounds\": [40, 30, 90, 60]}, \"time\": "
                    "{\"start\": \"1991\", \"end\": \"2030\", \"now\": \"2010\"}, \"places\": [");

  for (guint i = 0; i < N_PLACES; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"p-%u\", \"name\": \"P\", \"kind\": \"%s\", \"country\": \"%s\", "
        "\"at\": [%.3f, %.3f]}",
        i > 0 ? ", " : "", i, i < G_N_ELEMENTS (countries) ? "capital" : "city",
        countries[i % G_N_ELEMENTS (countries)], pick_longitude (), pick_latitude ());
  g_string_append (json, "], \"routes\": [");
  for (guint i = 0; i < N_ROUTES; i++)
    {
      g_string_append_printf (
          json,
          "%s{\"id\": \"r-%u\", \"name\": \"R\", \"commodity\": \"oil\", \"mode\": \"pipeline\", "
          "\"status\": [{\"from\": \"1991\", \"is\": \"operating\"}], "
          "\"geometry\": {\"type\": \"LineString\", \"coordinates\": [",
          i > 0 ? ", " : "", i);
      append_geometry (json, 2 + i % 3);
      g_string_append (json, "]}}");
    }
  g_string_append (json, "], \"events\": [");
  for (guint i = 0; i < n_events; i++)
    append_event (json, i);
  g_string_append (json, "]}");
  return jol_test_load_story (json->str);
}

static double
get_side (const JolPoint *a, const JolPoint *b, double longitude, double latitude)
{
  return (b->longitude - a->longitude) * (latitude - a->latitude) -
         (b->latitude - a->latitude) * (longitude - a->longitude);
}

/* A line misses a box when its own box does, or all corners are on one side of it. */
static gboolean
meets (const JolPoint *a, const JolPoint *b, const JolBox *view)
{
  const double sides[] = {
    get_side (a, b, view->west, view->south),
    get_side (a, b, view->west, view->north),
    get_side (a, b, view->east, view->south),
    get_side (a, b, view->east, view->north),
  };
  guint n_left = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    n_left += sides[i] > 0;
  return n_left > 0 && n_left < G_N_ELEMENTS (sides) &&
         MIN (a->longitude, b->longitude) <= view->east &&
         MAX (a->longitude, b->longitude) >= view->west &&
         MIN (a->latitude, b->latitude) <= view->north &&
         MAX (a->latitude, b->latitude) >= view->south;
}

static gboolean
is_route_in_view (JolStory *story, const char *id, const JolBox *view)
{
  guint n;
  const JolLine *line = jol_route_get_lines (JOL_ROUTE (jol_story_lookup (story, id)), &n);

  g_assert_cmpuint (n, ==, 1);
  for (guint i = 1; i < line->n_points; i++)
    {
      if (meets (&line->points[i - 1], &line->points[i], view))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_place_in_view (JolStory *story, const char *id, const JolBox *view)
{
  return jol_box_contains (view, jol_place_get_point (JOL_PLACE (jol_story_lookup (story, id))));
}

static gboolean
is_in_view (JolStory *story, JolEvent *event, const JolBox *view)
{
  const char *const *routes = jol_event_get_route_ids (event);

  if (jol_event_get_place_id (event))
    return is_place_in_view (story, jol_event_get_place_id (event), view);
  if (routes[0])
    return is_route_in_view (story, routes[0], view) || is_route_in_view (story, routes[1], view);
  /* Of UZ and KZ; XX has no capital. */
  if (jol_event_get_participants (event)[0])
    return is_place_in_view (story, "p-0", view) || is_place_in_view (story, "p-1", view);
  return FALSE;
}

static void
test_view (void)
{
  for (int round = 0; round < 5; round++)
    {
      g_autoptr (JolStory) story = create_story (200);
      JolEventTable *table = jol_event_table_new (story);
      guint n, n_in_view = 0;
      JolEvent *const *events = jol_story_get_events (story, &n);

      for (int i = 0; i < 50; i++)
        {
          const double west = pick_longitude (), south = pick_latitude ();
          const JolBox view = { west, south, west + g_test_rand_double_range (0.1, 20),
                                south + g_test_rand_double_range (0.1, 10) };
          g_autofree guint8 *in_view = jol_event_table_find_view (table, &view);

          for (guint k = 0; k < n; k++)
            {
              g_assert_cmpint (in_view[k], ==, is_in_view (story, events[k], &view));
              n_in_view += in_view[k];
            }
        }
      g_assert_cmpuint (n_in_view, >, 0);
      jol_event_table_free (table);
    }
}

/* What is left out does not overlap, and what is at both ends does as far as one can tell there:
 * no shorter run would do. */
static void
test_span (void)
{
  g_autoptr (JolStory) story = create_story (300);
  JolEventTable *table = jol_event_table_new (story);
  const JolSpan no_span = { 0 };
  guint n, begin, end;
  const JolEventFacts *facts = jol_event_table_get_facts (table, &n);

  jol_event_table_find_span (table, &no_span, &begin, &end);
  g_assert_cmpuint (begin, ==, 0);
  g_assert_cmpuint (end, ==, n);

  for (int i = 0; i < 400; i++)
    {
      const int year = g_test_rand_int_range (1990, 2032);
      const JolSpan span = { { .year = (gint16) year, .month = 3 },
                             { .year = (gint16) (year + g_test_rand_int_range (0, 4)) } };
      guint first = n, last = 0;

      for (guint k = 0; k < n; k++)
        {
          if (!jol_span_overlaps (&span, facts[k].first_day, facts[k].last_day))
            continue;
          first = MIN (first, k);
          last = k;
        }
      jol_event_table_find_span (table, &span, &begin, &end);
      g_assert_cmpuint (begin, <=, end);
      if (first < n)
        {
          g_assert_cmpuint (begin, ==, first);
          g_assert_cmpuint (end, >, last);
        }
    }
  jol_event_table_free (table);
}

static void
test_no_events (void)
{
  g_autoptr (JolStory) story = create_story (0);
  JolEventTable *table = jol_event_table_new (story);
  const JolBox view = { 40, 30, 90, 60 };
  const JolSpan span = { { .year = 2000 }, { .year = 2001 } };
  g_autofree guint8 *in_view = jol_event_table_find_view (table, &view);
  guint begin, end;

  jol_event_table_find_span (table, &span, &begin, &end);
  g_assert_cmpuint (begin, ==, 0);
  g_assert_cmpuint (end, ==, 0);
  jol_event_table_free (table);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/event-table/view", test_view);
  g_test_add_func ("/event-table/span", test_span);
  g_test_add_func ("/event-table/no-events", test_no_events);

  return jol_test_run ();
}
