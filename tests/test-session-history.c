/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps back and forward of a session. */
#include "config.h"

#include "jol-session.h"

#include "jol-test-session.h"
#include "jol-test-util.h"

static void
count_cb (JolSession *session, guint *count)
{
  (*count)++;
}

static void
test_history (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  const JolViewport panned = { 42, 70, 7 };
  guint n_moved = 0;

  g_signal_connect (session, "moved-on", G_CALLBACK (count_cb), &n_moved);
  jol_session_select (session, "old-line", JOL_ORIGIN_MAP);
  jol_session_set_viewport (session, &panned, JOL_ORIGIN_MAP);
  jol_session_select (session, "jul-2022", JOL_ORIGIN_TIMELINE);
  jol_session_set_article (session, "second", JOL_ORIGIN_READER);
  g_assert_cmpuint (n_moved, ==, 4);
  g_assert_true (jol_session_can_go_back (session));
  g_assert_false (jol_session_can_go_forward (session));

  jol_session_go_back (session);
  g_assert_cmpstr (jol_session_get_article (session), ==, "first");
  jol_session_go_back (session);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "old-line");
  g_assert_cmpstr (jol_session_get_subject (session), ==, "old-line");
  jol_test_session_assert_date (session, "2010-06");
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (session), &panned));
  jol_session_go_forward (session);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "jul-2022");
  jol_test_session_assert_date (session, "2022-07-05");

  /* Another choice drops what was ahead. */
  jol_session_select (session, "alpha", JOL_ORIGIN_MAP);
  g_assert_false (jol_session_can_go_forward (session));
  jol_session_go_back (session);
  jol_session_go_back (session);
  jol_session_go_back (session);
  g_assert_null (jol_session_get_selection (session));
  g_assert_false (jol_session_can_go_back (session));

  n_moved = 0;
  jol_session_clear_history (session);
  jol_session_clear_history (session);
  g_assert_cmpuint (n_moved, ==, 1);
  g_assert_false (jol_session_can_go_forward (session));
}

/* The claims are a place to read as an article is, and a place in an article puts them away. */
static void
test_claims (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;

  jol_session_set_claims (session, TRUE, JOL_ORIGIN_APP);
  jol_session_select (session, "old-line", JOL_ORIGIN_READER);
  g_assert_true (jol_session_get_claims (session));
  /* The reader only says where one is in it. */
  jol_session_set_article (session, "second", JOL_ORIGIN_READER);
  g_assert_true (jol_session_get_claims (session));
  jol_session_set_article (session, "first", JOL_ORIGIN_APP);
  g_assert_false (jol_session_get_claims (session));
  g_assert_cmpstr (jol_session_get_article (session), ==, "first");

  jol_session_go_back (session);
  g_assert_true (jol_session_get_claims (session));
  g_assert_cmpstr (jol_session_get_article (session), ==, "second");
  jol_session_go_back (session);
  jol_session_go_back (session);
  g_assert_true (jol_session_get_claims (session));
  g_assert_null (jol_session_get_selection (session));
  jol_session_go_back (session);
  g_assert_false (jol_session_get_claims (session));
  g_assert_false (jol_session_can_go_back (session));
  jol_session_go_forward (session);
  g_assert_true (jol_session_get_claims (session));
  jol_session_set_story (session, NULL);
  g_assert_false (jol_session_get_claims (session));
}

static void
viewport_restored_cb (JolSession *session, GParamSpec *pspec, JolOrigin *origin)
{
  *origin = jol_session_get_origin (session);
}

static void
test_history_of_drag (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  JolOrigin origin = JOL_ORIGIN_APP;

  for (int year = 2000; year <= 2020; year++)
    {
      g_autofree char *iso = g_strdup_printf ("%d", year);

      jol_test_session_set_date (session, iso, year % 2 ? JOL_ORIGIN_STRIP : JOL_ORIGIN_PLAYER);
    }
  jol_session_step_date (session, JOL_PRECISION_YEAR, 1, JOL_ORIGIN_APP);
  g_signal_connect (session, "notify::date", G_CALLBACK (viewport_restored_cb), &origin);
  jol_session_go_back (session);
  g_assert_cmpint (origin, ==, JOL_ORIGIN_HISTORY);
  jol_test_session_assert_date (session, "2010-06");
  g_assert_false (jol_session_can_go_back (session));
  jol_session_go_forward (session);
  jol_test_session_assert_date (session, "2021");

  /* Naming a date is a jump. */
  jol_test_session_set_date (session, "1999", JOL_ORIGIN_APP);
  jol_session_go_back (session);
  jol_test_session_assert_date (session, "2021");
}

static void
test_history_stops_play (JolTestSession *fixture, gconstpointer data)
{
  jol_test_session_set_date (fixture->session, "2015", JOL_ORIGIN_APP);
  jol_session_set_playing (fixture->session, TRUE);
  jol_session_go_back (fixture->session);
  g_assert_false (jol_session_get_playing (fixture->session));
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  jol_test_session_add ("/session-history/steps", test_history);
  jol_test_session_add ("/session-history/drag", test_history_of_drag);
  jol_test_session_add ("/session-history/stops-play", test_history_stops_play);
  jol_test_session_add ("/session-history/claims", test_claims);

  return jol_test_run ();
}
