/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader.h"
#include "jol-test-reader.h"
#include "jol-test-ui.h"

static void
test_follow (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *button =
      jol_test_find_button (fixture->reader, "Move the map and the date along with the text");
  GtkWidget *next = jol_test_find_button (fixture->reader, "Next section");

  /* Off: the text moves alone. */
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_signal_emit_by_name (next, "clicked");
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));

  /* Map and date come to the text at once. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (jol_session_get_follow_text (fixture->session));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "atyrau-samara");
  g_signal_emit_by_name (next, "clicked");
  /* Not before one has settled there. */
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "atyrau-samara");
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "central-asia-china-gas-ab");
  reader_assert_date (fixture, "2009-12-14");
  jol_test_wait_until (reader_is_section_at_top (fixture, 2));

  jol_session_set_follow_text (fixture->session, FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
test_scroll (ReaderFixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  jol_test_wait_until (reader_is_measured (fixture));

  /* The program's: nothing comes of it. */
  reader_scroll_to (fixture, 2000);
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many");
  g_assert_null (jol_session_get_selection (fixture->session));
  reader_scroll_to (fixture, 0);

  reader_turn_wheel (fixture);
  reader_scroll_to (fixture, reader_get_bottom (fixture));
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#many-tables");
  reader_assert_date (fixture, "2025-12-20");
  g_assert_true (jol_span_is_set (jol_session_get_span (fixture->session)));

  /* In passing: only where one stays. */
  reader_scroll_to (fixture, reader_get_bottom (fixture) / 2);
  reader_scroll_to (fixture, 0);
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#six-chairs");
  reader_assert_date (fixture, "2023-05-18");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "xian-2023");

  /* By itself, a moment later. */
  reader_turn_wheel (fixture);
  reader_scroll_to (fixture, reader_get_bottom (fixture));
  jol_test_wait_until (jol_session_get_date (fixture->session)->year == 2025);
}

/* The first section has been come to when one begins to read it, and not before. */
static void
test_first_section (ReaderFixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  jol_test_wait_until (reader_is_measured (fixture));
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));

  reader_turn_wheel (fixture);
  reader_scroll_to (fixture, 30);
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#six-chairs");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "xian-2023");

  /* Once. */
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  reader_scroll_to (fixture, 60);
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));
}

/* Map and date come to an article that is chosen, and to where one left off in it. */
static void
test_other_article (ReaderFixture *fixture, gconstpointer user_data)
{
  JolReader *reader = JOL_READER (fixture->reader);

  jol_session_set_follow_text (fixture->session, TRUE);
  g_assert_true (jol_reader_step_section (reader, 1));
  jol_reader_settle (reader);
  reader_assert_date (fixture, "1991-12");
  jol_test_wait_until (reader_is_section_at_top (fixture, 1));

  jol_reader_step_article (reader, 1);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-pipe-out#way-for-tengiz");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  jol_test_wait_until (reader_is_section_at_top (fixture, 0));

  jol_reader_step_article (reader, -1);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
  reader_assert_date (fixture, "1991-12");
  jol_test_wait_until (reader_is_section_at_top (fixture, 1));

  /* Each is one step of history. */
  jol_session_go_back (fixture->session);
  jol_session_go_back (fixture->session);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
  jol_session_go_forward (fixture->session);

  /* Who wandered off is left alone. */
  jol_session_set_viewport (fixture->session, &(JolViewport){ 50, 60, 4 }, JOL_ORIGIN_MAP);
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  jol_reader_step_article (reader, 1);
  g_assert_null (jol_session_get_selection (fixture->session));
}

static GtkWidget *
get_back (ReaderFixture *fixture)
{
  return jol_test_find_button (fixture->reader,
                               "Show what the text speaks of here, and follow it again");
}

/* Who moves the map or the date away goes on reading without scenes, until it is enough. */
static void
test_wander (ReaderFixture *fixture, gconstpointer user_data)
{
  const JolViewport away = { 50, 60, 4 };
  GtkWidget *next = jol_test_find_button (fixture->reader, "Next section");

  jol_session_set_follow_text (fixture->session, TRUE);
  g_signal_emit_by_name (next, "clicked");
  jol_reader_settle (JOL_READER (fixture->reader));
  reader_assert_date (fixture, "1991-12");
  g_assert_false (gtk_widget_get_mapped (get_back (fixture)));

  jol_session_set_viewport (fixture->session, &away, JOL_ORIGIN_MAP);
  g_assert_true (gtk_widget_is_visible (get_back (fixture)));
  g_signal_emit_by_name (next, "clicked");
  jol_reader_settle (JOL_READER (fixture->reader));
  reader_assert_date (fixture, "1991-12");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");

  g_signal_emit_by_name (get_back (fixture), "clicked");
  reader_assert_date (fixture, "2009-12-14");
  g_assert_false (gtk_widget_is_visible (get_back (fixture)));
  g_signal_emit_by_name (next, "clicked");
  jol_reader_settle (JOL_READER (fixture->reader));
  reader_assert_date (fixture, "2022-07");
}

/* A scene and its section are one point of history. */
static void
test_history (ReaderFixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (jol_reader_step_section (JOL_READER (fixture->reader), 1));
      jol_reader_settle (JOL_READER (fixture->reader));
    }
  reader_assert_date (fixture, "2009-12-14");
  jol_session_go_back (fixture->session);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
  reader_assert_date (fixture, "1991-12");
  jol_test_wait_until (reader_is_section_at_top (fixture, 1));
  jol_session_go_forward (fixture->session);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");
  jol_test_wait_until (reader_is_section_at_top (fixture, 2));

  /* Without scenes a step is a point of its own. */
  jol_session_set_follow_text (fixture->session, FALSE);
  g_assert_true (jol_reader_step_section (JOL_READER (fixture->reader), -1));
  jol_session_go_back (fixture->session);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");
  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  g_assert_false (jol_reader_step_section (JOL_READER (fixture->reader), -1));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReaderFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reader-follow/follow", test_follow },
    { "/reader-follow/scroll", test_scroll },
    { "/reader-follow/first-section", test_first_section },
    { "/reader-follow/other-article", test_other_article },
    { "/reader-follow/wander", test_wander },
    { "/reader-follow/history", test_history },
  };

  jol_test_init_ui (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReaderFixture, NULL, reader_fixture_set_up, tests[i].test,
                reader_fixture_tear_down);
  return jol_test_run ();
}
