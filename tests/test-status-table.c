/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-test-util.h"

#include "jol-status-table.h"
#include "jol-story-loader.h"

/* Whichever way the date goes, and however exact it is, the table says what the routes say. */
static void
test_as_routes_say (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolStatusTable) table = jol_status_table_new (story);
  guint n_routes, n_idle = 0;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  GRand *rand = g_rand_new_with_seed (7);

  for (guint step = 0; step < 600; step++)
    {
      JolDate date = { .year = g_rand_int_range (rand, 1960, 2031) };

      if (step % 3 > 0)
        date.month = g_rand_int_range (rand, 1, 13);
      if (step % 3 > 1)
        date.day = g_rand_int_range (rand, 1, 29);
      jol_status_table_move (table, &date);
      for (guint i = 0; i < n_routes; i++)
        {
          g_assert_cmpint (jol_status_table_get (table, i), ==,
                           jol_status_shown_at (routes[i], &date));
          n_idle += jol_status_table_get (table, i) == JOL_STATUS_IDLE &&
                    jol_route_get_status_at (routes[i], &date) == JOL_STATUS_OPERATING;
        }
    }
  /* Some of it was in an interruption. */
  g_assert_cmpuint (n_idle, >, 0);
  g_rand_free (rand);
}

static JolDate
choose_date (GRand *rand)
{
  JolDate date = { .year = g_rand_int_range (rand, 1985, 2027) };

  if (g_rand_boolean (rand))
    date.month = g_rand_int_range (rand, 1, 13);

  return date;
}

/* Either of two dates moves, or both, or they are compared no more for a while. */
static void
test_compared (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolStatusTable) table = jol_status_table_new (story);
  guint n_routes, n_by_change[JOL_N_ROUTE_CHANGES] = { 0 };
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  GRand *rand = g_rand_new_with_seed (11);
  JolDate a = { .year = 1995 }, b = { .year = 2020 };

  for (guint step = 0; step < 400; step++)
    {
      JolSpan dates;

      if (step % 3 != 0)
        a = choose_date (rand);
      if (step % 3 != 1)
        b = choose_date (rand);
      dates =
          jol_date_last_day (&a) <= jol_date_last_day (&b) ? (JolSpan){ a, b } : (JolSpan){ b, a };
      if (step % 7 == 0)
        jol_status_table_move (table, &a);
      jol_status_table_compare (table, &dates);
      for (guint i = 0; i < n_routes; i++)
        {
          const JolRouteChange change = jol_route_compare (routes[i], &dates.from, &dates.to);
          const JolDate *shown = change == JOL_ROUTE_ENDED ? &dates.from : &dates.to;

          g_assert_cmpint (jol_status_table_get_change (table, i), ==, change);
          g_assert_cmpint (jol_status_table_get (table, i), ==,
                           jol_status_shown_at (routes[i], shown));
          n_by_change[change]++;
        }
    }
  for (guint i = 0; i < JOL_N_ROUTE_CHANGES; i++)
    g_assert_cmpuint (n_by_change[i], >, 0);
  g_rand_free (rand);
}

/* On the very day on which something begins it is there. */
static void
test_first_days (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolStatusTable) table = jol_status_table_new (story);
  guint n_routes;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      const JolHistory *history = jol_route_get_status_history (routes[i]);

      jol_status_table_move (table, &(JolDate){ .year = 1900 });
      for (guint j = 0; j < jol_history_get_size (history); j++)
        {
          const JolDate *from = &jol_history_get (history, j)->from;
          const JolDate day = { .year = from->year,
                                .month = MAX (from->month, 1),
                                .day = MAX (from->day, 1) };

          jol_status_table_move (table, &day);
          g_assert_cmpint (jol_status_table_get (table, i), ==,
                           jol_status_shown_at (routes[i], &day));
        }
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/status-table/as-routes-say", test_as_routes_say);
  g_test_add_func ("/status-table/compared", test_compared);
  g_test_add_func ("/status-table/first-days", test_first_days);

  return jol_test_run ();
}
