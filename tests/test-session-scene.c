/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the text leads: the scenes of an article. */
#include "config.h"

#include "jol-session.h"
#include "jol-story-loader.h"

#include "jol-test-session.h"
#include "jol-test-util.h"

static void
show_box_cb (JolSession *session, const JolBox *box, JolBox *shown)
{
  *shown = *box;
}

static void
test_scene (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  JolBox shown = JOL_BOX_EMPTY;
  JolScenePlace place = { .date = { .year = 2013 },
                          .bounds = { 50, 40, 60, 45 },
                          .select = (char *) "jul-2022" };
  JolScenePlace only_date = { .date = { .year = 2001 }, .bounds = JOL_BOX_EMPTY };

  g_signal_connect (session, "show-box", G_CALLBACK (show_box_cb), &shown);
  jol_session_show_scene (session, &place, JOL_ORIGIN_READER);
  jol_test_session_assert_date (session, "2013");
  g_assert_cmpstr (jol_session_get_selection (session), ==, "jul-2022");
  g_assert_false (jol_box_is_empty (&shown));

  shown = JOL_BOX_EMPTY;
  jol_session_show_scene (session, &only_date, JOL_ORIGIN_READER);
  jol_test_session_assert_date (session, "2001");
  g_assert_true (jol_box_is_empty (&shown));

  /* Each was one step. */
  jol_session_go_back (session);
  jol_session_go_back (session);
  g_assert_null (jol_session_get_selection (session));
  g_assert_false (jol_session_can_go_back (session));
}

/* A span that a scene names goes with the next scene; a person's stays. */
static void
test_scene_span (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  const JolSpan own = { { .year = 1999 }, { .year = 2020 } };
  const JolScenePlace with_span = { .date = { .year = 2013 },
                                    .span = { { .year = 2012 }, { .year = 2014 } },
                                    .bounds = JOL_BOX_EMPTY };
  const JolScenePlace without = { .date = { .year = 2001 }, .bounds = JOL_BOX_EMPTY };

  jol_session_show_scene (session, &with_span, JOL_ORIGIN_READER);
  g_assert_true (jol_span_equal (jol_session_get_span (session), &with_span.span));
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_false (jol_span_is_set (jol_session_get_span (session)));

  jol_session_set_span (session, &own, JOL_ORIGIN_STRIP);
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_true (jol_span_equal (jol_session_get_span (session), &own));
  jol_session_show_scene (session, &with_span, JOL_ORIGIN_READER);
  jol_session_set_span (session, &own, JOL_ORIGIN_STRIP);
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_true (jol_span_equal (jol_session_get_span (session), &own));
}

/* What only a scene has selected goes with the next that selects nothing; what a person has chosen
 * stays, until they ask to be led back. */
static void
test_scene_selection (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  const JolScenePlace with = { .date = { .year = 2013 },
                               .bounds = JOL_BOX_EMPTY,
                               .select = (char *) "jul-2022" };
  const JolScenePlace without = { .date = { .year = 2001 }, .bounds = JOL_BOX_EMPTY };

  jol_session_show_scene (session, &with, JOL_ORIGIN_READER);
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_null (jol_session_get_selection (session));

  jol_session_show_scene (session, &with, JOL_ORIGIN_READER);
  jol_session_select (session, "old-line", JOL_ORIGIN_READER);
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "old-line");
  jol_session_show_scene (session, &with, JOL_ORIGIN_READER);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "jul-2022");
  jol_session_select (session, "jul-2022", JOL_ORIGIN_READER);
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "jul-2022");
}

/* Where one comes back to, the text leads as it did, and so does it for who asks to be led. */
static void
test_return (void)
{
  const JolScenePlace without = { .date = { .year = 2001 }, .bounds = JOL_BOX_EMPTY };
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  JolSession *session = jol_session_new ();

  jol_session_set_story (session, story);
  jol_session_show_section (session, "one-to-many#one-pipe", JOL_ORIGIN_READER);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "cpc");
  jol_session_select (session, "astana", JOL_ORIGIN_READER);
  jol_session_go_back (session);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "cpc");
  jol_session_show_scene (session, &without, JOL_ORIGIN_READER);
  g_assert_null (jol_session_get_selection (session));

  jol_session_show_section (session, "how-to-read#five-marks", JOL_ORIGIN_READER);
  jol_session_select (session, "astana", JOL_ORIGIN_READER);
  jol_session_return_to_text (session);
  g_assert_null (jol_session_get_selection (session));
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  jol_test_session_add ("/session-scene/scene", test_scene);
  jol_test_session_add ("/session-scene/span", test_scene_span);
  jol_test_session_add ("/session-scene/selection", test_scene_selection);
  g_test_add_func ("/session-scene/return", test_return);

  return jol_test_run ();
}
