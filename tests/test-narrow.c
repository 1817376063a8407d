/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a span and "until the date" narrow: the list, and what the map counts. */
#include "config.h"

#include "jol-event-model.h"
#include "jol-scene-builder.h"
#include "jol-session.h"

#include "jol-test-session.h"
#include "jol-test-util.h"

static guint
count_listed (JolTestSession *fixture)
{
  return jol_event_model_get_n_events (
      JOL_EVENT_MODEL (jol_session_list_events (fixture->session)));
}

static void
set_span (JolTestSession *fixture, const char *iso)
{
  JolSpan span = { 0 };

  if (*iso)
    g_assert_true (jol_span_parse (iso, &span));
  jol_session_set_span (fixture->session, &span, JOL_ORIGIN_APP);
}

static void
assert_span (JolTestSession *fixture, const char *iso)
{
  g_autofree char *span = jol_span_to_iso (jol_session_get_span (fixture->session));

  g_assert_cmpstr (span, ==, iso);
}

static void
test_cumulative (JolTestSession *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->session, "cumulative", &n_notified);
  g_assert_false (jol_session_get_cumulative (fixture->session));
  jol_session_set_cumulative (fixture->session, FALSE);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_session_set_cumulative (fixture->session, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);

  jol_test_session_set_date (fixture->session, "2009-12", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_listed (fixture), ==, 3);
  jol_test_session_set_date (fixture->session, "2008", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_listed (fixture), ==, 0);
  /* Both: what is of the span and has begun. */
  set_span (fixture, "2009-12..2020");
  jol_test_session_set_date (fixture->session, "2010-12", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_listed (fixture), ==, 3);
  jol_session_set_cumulative (fixture->session, FALSE);
  g_assert_cmpuint (count_listed (fixture), ==, 4);
}

static void
test_widen (JolTestSession *fixture, gconstpointer data)
{
  const JolDate date = { .year = 2001 };

  set_span (fixture, "2009..2010");
  jol_session_set_compare (fixture->session, &date, JOL_ORIGIN_APP);
  jol_session_set_cumulative (fixture->session, TRUE);
  jol_session_set_only_in_view (fixture->session, TRUE);
  jol_session_widen (fixture->session, JOL_ORIGIN_APP);
  g_assert_cmpuint (count_listed (fixture), ==, 6);
  assert_span (fixture, "");
  g_assert_false (jol_session_get_cumulative (fixture->session));
  g_assert_false (jol_session_get_only_in_view (fixture->session));
}

static void
look_at (JolTestSession *fixture, double latitude, double longitude, double zoom)
{
  const JolViewport viewport = { latitude, longitude, zoom };

  jol_session_set_viewport (fixture->session, &viewport, JOL_ORIGIN_MAP);
}

/* Alpha is at 45 N 50 E, the old line goes from there to 46 N 60 E, the new line on to 40 N 70 E.
 */
static void
test_only_in_view (JolTestSession *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->session, "only-in-view", &n_notified);
  jol_session_set_map_size (fixture->session, 512, 256);
  look_at (fixture, 45, 50, 6);
  g_assert_false (jol_session_get_only_in_view (fixture->session));
  g_assert_cmpuint (count_listed (fixture), ==, 6);

  /* Two at alpha, two along the old line; what happened nowhere is not there, nor the new line. */
  jol_session_set_only_in_view (fixture->session, TRUE);
  jol_session_set_only_in_view (fixture->session, TRUE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (count_listed (fixture), ==, 4);

  /* The map moves. */
  look_at (fixture, 43, 65, 6);
  look_at (fixture, 43.01, 65, 6);
  jol_test_wait_until (count_listed (fixture) == 1);
  /* In the middle of the old line, and then wide enough for alpha and the new line too. */
  jol_session_set_map_size (fixture->session, 512, 512);
  look_at (fixture, 45.5, 55, 7);
  jol_test_wait_until (count_listed (fixture) == 2);
  jol_session_set_map_size (fixture->session, 2048, 512);
  jol_test_wait_until (count_listed (fixture) == 5);

  /* With another change at once, and not again after it. */
  look_at (fixture, 43, 65, 6);
  set_span (fixture, "2014..2015");
  g_assert_cmpuint (count_listed (fixture), ==, 1);
  set_span (fixture, "");
  jol_session_set_only_in_view (fixture->session, FALSE);
  g_assert_cmpuint (count_listed (fixture), ==, 6);
}

/* An end that is set leaves the other where it is, unless nothing would be between them. */
static void
test_span_at_date (JolTestSession *fixture, gconstpointer data)
{
  jol_test_session_set_date (fixture->session, "2009-12", JOL_ORIGIN_APP);
  jol_session_begin_span_at_date (fixture->session);
  assert_span (fixture, "2009-12..2025-12-31");
  jol_test_session_set_date (fixture->session, "2014-05", JOL_ORIGIN_APP);
  jol_session_end_span_at_date (fixture->session);
  assert_span (fixture, "2009-12..2014-05");
  jol_test_session_set_date (fixture->session, "2005", JOL_ORIGIN_APP);
  jol_session_end_span_at_date (fixture->session);
  assert_span (fixture, "1991..2005");
  jol_test_session_set_date (fixture->session, "2020", JOL_ORIGIN_APP);
  jol_session_begin_span_at_date (fixture->session);
  assert_span (fixture, "2020..2025-12-31");
}

static guint
count_on_map (JolTestSession *fixture)
{
  const JolSceneTarget target = {
    .width = 600,
    .height = 400,
    .theme = JOL_THEME_LIGHT,
    .language = "en",
    .viewport = *jol_session_get_viewport (fixture->session),
  };
  g_autoptr (JolScene) scene = jol_scene_builder_build (fixture->session, &target);
  guint n_places, n_summits = 0;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n_places);

  for (guint i = 0; i < n_places; i++)
    n_summits += places[i].n_summits;
  return n_summits;
}

/* The one summit is of January 2009. */
static void
test_map (JolTestSession *fixture, gconstpointer data)
{
  jol_test_session_set_date (fixture->session, "2008", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_on_map (fixture), ==, 0);
  jol_test_session_set_date (fixture->session, "2020", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_on_map (fixture), ==, 1);
  set_span (fixture, "2010..2015");
  g_assert_cmpuint (count_on_map (fixture), ==, 0);
  set_span (fixture, "2009..2015");
  g_assert_cmpuint (count_on_map (fixture), ==, 1);
  /* In the span is in it, whatever the date; until the date is both. */
  jol_test_session_set_date (fixture->session, "2008", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_on_map (fixture), ==, 1);
  jol_session_set_cumulative (fixture->session, TRUE);
  g_assert_cmpuint (count_on_map (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  jol_test_session_add ("/narrow/cumulative", test_cumulative);
  jol_test_session_add ("/narrow/widen", test_widen);
  jol_test_session_add ("/narrow/only-in-view", test_only_in_view);
  jol_test_session_add ("/narrow/span-at-date", test_span_at_date);
  jol_test_session_add ("/narrow/map", test_map);

  return jol_test_run ();
}
