/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-link.h"
#include "jol-story-loader.h"
#include "jol-test-ui.h"

static void
test_parse (void)
{
  g_autoptr (JolLink) link =
      jol_link_parse ("jol:own-paths?select=cpc&date=2009-12&view=46,51.5,6&span=2001..2014"
                      "&compare=2001-10&hide=visit,gas");
  JolDate date = { .year = 2009, .month = 12 };
  g_autofree char *span = NULL;

  g_assert_nonnull (link);
  g_assert_cmpstr (link->story, ==, "own-paths");
  g_assert_cmpstr (link->select, ==, "cpc");
  g_assert_true (jol_date_equal (&link->date, &date));
  g_assert_true (link->has_viewport);
  g_assert_cmpfloat (link->viewport.latitude, ==, 46.0);
  g_assert_cmpfloat (link->viewport.longitude, ==, 51.5);
  g_assert_cmpfloat (link->viewport.zoom, ==, 6.0);
  span = jol_span_to_iso (&link->span);
  g_assert_cmpstr (span, ==, "2001..2014");
  g_assert_cmpint (link->compare.year, ==, 2001);
  g_assert_cmpint (link->compare.month, ==, 10);
  g_assert_true (link->has_hide);
  g_assert_true (jol_filter_hides (link->hide, JOL_EVENT_VISIT));
  g_assert_true (jol_filter_hides_on_map (link->hide, JOL_MAP_GAS));
}

static void
test_variants (void)
{
  g_autoptr (JolLink) bare = jol_link_parse ("jol:own-paths");
  g_autoptr (JolLink) slashes = jol_link_parse ("JOL://own-paths/?select=cpc&future=1");
  g_autoptr (JolLink) here = jol_link_parse ("jol:?date=2001");
  g_autoptr (JolLink) escaped = jol_link_parse ("jol:own-paths?article=turn%23pipe");

  g_assert_cmpstr (bare->story, ==, "own-paths");
  g_assert_null (bare->select);
  g_assert_cmpstr (slashes->story, ==, "own-paths");
  g_assert_cmpstr (slashes->select, ==, "cpc");
  g_assert_cmpstr (here->story, ==, "");
  g_assert_cmpstr (escaped->article, ==, "turn#pipe");
}

static void
test_bad (void)
{
  const char *bad[] = { "",
                        "jol:",
                        "own.jol.json",
                        "https://example.org/",
                        "jol:a?date=2009-13",
                        "jol:a?view=1,2",
                        "jol:a?view=1,2,3,4",
                        "jol:a?view=1,2,x",
                        "jol:a?view=100,0,5",
                        "jol:a?view=nan,0,5",
                        "jol:a?span=2009",
                        "jol:a?compare=then",
                        "jol:a?hide=everything",
                        "jol:a?cumulative=perhaps",
                        "jol:a?select",
                        "jol:%00?select=a" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JolLink) link = jol_link_parse (bad[i]);

      if (link)
        g_error ("read as a link: %s", bad[i]);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolSession) other = jol_session_new ();
  JolViewport viewport = { 46.1234, 51.5, 6.25 };
  JolDate date = { .year = 2009, .month = 12 };
  JolDate pinned = { .year = 2001 };
  JolSpan span;
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr (JolLink) link = NULL;

  g_assert_null (jol_link_for_session (session));
  jol_session_set_story (session, story);
  jol_session_set_story (other, story);
  jol_session_select_at (session, "cpc", &date, JOL_ORIGIN_APP);
  jol_session_set_article (session, "one-pipe-out#owners", JOL_ORIGIN_APP);
  jol_session_set_viewport (session, &viewport, JOL_ORIGIN_APP);
  jol_session_set_compare (session, &pinned, JOL_ORIGIN_APP);
  g_assert_true (jol_span_parse ("1999..2014", &span));
  jol_session_set_span (session, &span, JOL_ORIGIN_APP);
  jol_session_set_cumulative (session, TRUE);
  jol_session_set_only_in_view (session, TRUE);
  jol_session_set_filter (session, jol_filter_toggle_on_map (0, JOL_MAP_GAS));

  text = jol_link_for_session (session);
  g_assert_cmpstr (
      text, ==,
      "jol:own-paths?select=cpc&article=one-pipe-out%23owners&date=2009-12&compare=2001&"
      "span=1999..2014&cumulative=1&in-view=1&hide=gas&view=46.1234,51.5,6.25");
  link = jol_link_parse (text);
  g_assert_true (jol_link_apply (link, other));
  again = jol_link_for_session (other);
  g_assert_cmpstr (again, ==, text);
}

static void
test_unknown (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolLink) link = jol_link_parse ("jol:own-paths?select=nobody&view=46,51,6");

  jol_session_set_story (session, story);
  g_assert_false (jol_link_apply (link, session));
  g_assert_null (jol_session_get_selection (session));
  g_assert_cmpfloat (jol_session_get_viewport (session)->zoom, ==, 6.0);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/link/parse", test_parse);
  g_test_add_func ("/link/variants", test_variants);
  g_test_add_func ("/link/bad", test_bad);
  g_test_add_func ("/link/round-trip", test_round_trip);
  g_test_add_func ("/link/unknown", test_unknown);

  return jol_test_run ();
}
