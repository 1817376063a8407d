/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-player.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

#define FRAME_US 16667

typedef struct
{
  JolStory *story;
  JolSession *session;
  JolPlayer *player;
  gint64 now_us;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->player = jol_player_new (fixture->session);
  fixture->now_us = 1000;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->player));
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

static void
play_frames (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      jol_player_tick (fixture->player, fixture->now_us);
      fixture->now_us += FRAME_US;
    }
}

static void
set_date (JolSession *session, const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  jol_session_set_date (session, &date, JOL_ORIGIN_STRIP);
}

static int
get_day (Fixture *fixture)
{
  return jol_date_first_day (jol_session_get_date (fixture->session));
}

static void
test_speed (Fixture *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->player, "speed", &n_notified);
  g_assert_cmpfloat (jol_player_get_speed (fixture->player), ==, 1);
  jol_player_set_speed (fixture->player, 1);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_player_set_speed (fixture->player, 4);
  jol_player_set_speed (fixture->player, 100);
  g_assert_cmpfloat (jol_player_get_speed (fixture->player), ==, 8);
  jol_player_set_speed (fixture->player, 0);
  g_assert_cmpfloat (jol_player_get_speed (fixture->player), ==, 0.5);
  g_assert_cmpuint (n_notified, ==, 3);
}

static void
test_still (Fixture *fixture, gconstpointer data)
{
  int day = get_day (fixture);

  play_frames (fixture, 100);
  g_assert_cmpint (get_day (fixture), ==, day);
}

static void
date_cb (JolSession *session, GParamSpec *pspec, GArray *days)
{
  int day = jol_date_first_day (jol_session_get_date (session));

  g_assert_cmpint (jol_session_get_origin (session), ==, JOL_ORIGIN_PLAYER);
  g_array_append_val (days, day);
}

/* The whole story in about a minute, forward only, month by month, and then it stops. */
static void
test_whole_story (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  gint64 start_us;
  guint n_frames = 0;

  set_date (fixture->session, "1991");
  g_signal_connect (fixture->session, "notify::date", G_CALLBACK (date_cb), days);
  jol_session_set_playing (fixture->session, TRUE);
  start_us = fixture->now_us;
  while (jol_session_get_playing (fixture->session))
    {
      play_frames (fixture, 1);
      g_assert_cmpuint (++n_frames, <, 10000);
    }

  g_assert_cmpint ((fixture->now_us - start_us) / G_USEC_PER_SEC, >=, 58);
  g_assert_cmpint ((fixture->now_us - start_us) / G_USEC_PER_SEC, <=, 62);
  for (guint i = 1; i < days->len; i++)
    g_assert_cmpint (g_array_index (days, int, i), >, g_array_index (days, int, i - 1));
  g_assert_cmpuint (days->len, ==, 35 * 12);
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 2025);
  g_assert_cmpint (jol_session_get_date (fixture->session)->month, ==, 12);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  set_date (fixture->session, "2025-12-31");
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 2);
  g_assert_true (jol_session_get_playing (fixture->session));
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 1991);
}

static void
test_from_here (Fixture *fixture, gconstpointer data)
{
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 60);
  /* Some 213 days a second. */
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 2010);
  g_assert_cmpint (jol_session_get_date (fixture->session)->month, ==, 12);
}

static void
test_moved_while_it_plays (Fixture *fixture, gconstpointer data)
{
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 60);
  set_date (fixture->session, "1995-03");
  play_frames (fixture, 30);
  g_assert_true (jol_session_get_playing (fixture->session));
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 1995);
  g_assert_cmpint (jol_session_get_date (fixture->session)->month, >, 3);
}

/* A pause is no time that has to be made up for, nor is a clock that slept. */
static void
test_no_leap (Fixture *fixture, gconstpointer data)
{
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 10);
  jol_session_set_playing (fixture->session, FALSE);
  fixture->now_us += 50 * G_USEC_PER_SEC;
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 10);
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 2010);
  fixture->now_us += 50 * G_USEC_PER_SEC;
  play_frames (fixture, 10);
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, <=, 2011);
}

static void
test_faster (Fixture *fixture, gconstpointer data)
{
  int before = get_day (fixture), slow;

  jol_player_set_speed (fixture->player, 0.5);
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 121);
  slow = get_day (fixture) - before;
  jol_player_set_speed (fixture->player, 8);
  before = get_day (fixture);
  play_frames (fixture, 120);
  g_assert_cmpint (get_day (fixture) - before, >, slow * 12);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  guint n_loop, n_pause;

  jol_test_count_notify (fixture->player, "loop", &n_loop);
  jol_test_count_notify (fixture->player, "pause-at-events", &n_pause);
  jol_player_set_loop (fixture->player, FALSE);
  jol_player_set_pause_at_events (fixture->player, FALSE);
  g_assert_cmpuint (n_loop + n_pause, ==, 0);
  g_object_set (fixture->player, "loop", TRUE, "pause-at-events", TRUE, NULL);
  g_assert_true (jol_player_get_loop (fixture->player));
  g_assert_true (jol_player_get_pause_at_events (fixture->player));
  g_assert_cmpuint (n_loop, ==, 1);
  g_assert_cmpuint (n_pause, ==, 1);
}

/* It rests at the end, and then goes on from the start. */
static void
test_loop (Fixture *fixture, gconstpointer data)
{
  jol_player_set_loop (fixture->player, TRUE);
  set_date (fixture->session, "2025-10");
  jol_session_set_playing (fixture->session, TRUE);
  play_frames (fixture, 60);
  g_assert_true (jol_session_get_playing (fixture->session));
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 2025);
  g_assert_cmpint (jol_session_get_date (fixture->session)->month, ==, 12);
  play_frames (fixture, 90);
  g_assert_true (jol_session_get_playing (fixture->session));
  g_assert_cmpint (jol_session_get_date (fixture->session)->year, ==, 1991);
}

/* How many frames in a row the date is one, while playing from @from until @until. */
static guint
count_frames_at (Fixture *fixture, const char *from, const char *until, const char *wanted)
{
  JolDate end, date;
  guint n_frames = 0, n_most = 0;

  g_assert_true (jol_date_parse (until, &end));
  g_assert_true (jol_date_parse (wanted, &date));
  set_date (fixture->session, from);
  jol_session_set_playing (fixture->session, TRUE);
  while (get_day (fixture) < jol_date_first_day (&end))
    {
      play_frames (fixture, 1);
      n_frames = jol_date_equal (jol_session_get_date (fixture->session), &date) ? n_frames + 1 : 0;
      n_most = MAX (n_most, n_frames);
    }
  jol_session_set_playing (fixture->session, FALSE);

  return n_most;
}

/* At a summit, to the day; at another event only when the list is of a subject. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_frames_at (fixture, "2008-11", "2010-02", "2009-01-15"), ==, 0);

  jol_player_set_pause_at_events (fixture->player, TRUE);
  g_assert_cmpuint (count_frames_at (fixture, "2008-11", "2009-06", "2009-01-15"), >=, 85);
  g_assert_cmpuint (count_frames_at (fixture, "2009-06", "2010-02", "2009-12-14"), ==, 0);

  jol_session_select (fixture->session, "old-line", JOL_ORIGIN_APP);
  g_assert_cmpuint (count_frames_at (fixture, "2009-06", "2010-02", "2009-12-14"), >=, 85);
  /* Alpha's summit is not of this list. */
  g_assert_cmpuint (count_frames_at (fixture, "2008-11", "2009-06", "2009-01-15"), ==, 0);
}

/* What is hidden is passed by. */
static void
test_pause_filter (Fixture *fixture, gconstpointer data)
{
  jol_player_set_pause_at_events (fixture->player, TRUE);
  jol_session_set_filter (fixture->session, 1u << JOL_EVENT_SUMMIT);
  g_assert_cmpuint (count_frames_at (fixture, "2008-11", "2009-06", "2009-01-15"), ==, 0);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/player/speed", test_speed);
  add ("/player/still", test_still);
  add ("/player/whole-story", test_whole_story);
  add ("/player/again", test_again);
  add ("/player/from-here", test_from_here);
  add ("/player/moved-while-it-plays", test_moved_while_it_plays);
  add ("/player/no-leap", test_no_leap);
  add ("/player/faster", test_faster);
  add ("/player/properties", test_properties);
  add ("/player/loop", test_loop);
  add ("/player/pause", test_pause);
  add ("/player/pause-filter", test_pause_filter);
#undef add

  return jol_test_run ();
}
