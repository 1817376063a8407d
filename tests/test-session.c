/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-session.h"

#include "jol-event-model.h"
#include "jol-test-session.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

static void
test_empty (void)
{
  JolSession *session = jol_session_new ();
  const JolDate date = { .year = 2000 };

  g_assert_null (jol_session_get_story (session));
  g_assert_null (jol_session_get_selection (session));
  g_assert_null (jol_session_get_selected (session));
  g_assert_null (jol_session_get_article (session));
  g_assert_false (jol_session_can_go_back (session));
  g_assert_cmpuint (g_list_model_get_n_items (jol_session_list_events (session)), ==, 0);

  /* Nothing to choose from, and nothing to play. */
  g_assert_false (jol_session_select (session, "cpc", JOL_ORIGIN_APP));
  g_assert_true (jol_session_select (session, NULL, JOL_ORIGIN_APP));
  jol_session_set_playing (session, TRUE);
  g_assert_false (jol_session_get_playing (session));
  jol_session_set_date (session, &date, JOL_ORIGIN_APP);
  jol_session_step_event (session, 1, JOL_ORIGIN_APP);
  jol_session_go_back (session);
  g_assert_finalize_object (session);
}

static void
test_opens (JolTestSession *fixture, gconstpointer data)
{
  jol_test_session_assert_date (fixture->session, "2010-06");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "first");
  g_assert_cmpstr (jol_session_get_series (fixture->session), ==, "flows");
  g_assert_true (jol_viewport_is_valid (jol_session_get_viewport (fixture->session)));
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->longitude, 60, 1e-6);
  g_assert_cmpuint (g_list_model_get_n_items (jol_session_list_events (fixture->session)), ==, 10);
  g_assert_false (jol_session_can_go_back (fixture->session));
}

static void
test_another_story (JolTestSession *fixture, gconstpointer data)
{
  g_autoptr (JolStory) other = jol_test_load_random_story (5);
  guint n_notified;

  jol_session_select (fixture->session, "old-line", JOL_ORIGIN_APP);
  jol_session_set_hover (fixture->session, "alpha", JOL_ORIGIN_APP);
  jol_session_set_playing (fixture->session, TRUE);
  jol_test_count_notify (fixture->session, "story", &n_notified);

  jol_session_set_story (fixture->session, fixture->story);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_session_set_story (fixture->session, other);
  g_assert_cmpuint (n_notified, ==, 1);

  g_assert_null (jol_session_get_selection (fixture->session));
  g_assert_null (jol_session_get_subject (fixture->session));
  g_assert_null (jol_session_get_hover (fixture->session));
  g_assert_false (jol_session_get_playing (fixture->session));
  g_assert_false (jol_session_can_go_back (fixture->session));
  jol_session_set_story (fixture->session, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (jol_session_list_events (fixture->session)), ==, 0);
}

static void
test_selection (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  guint n_notified;

  jol_test_count_notify (session, "selection", &n_notified);
  g_assert_true (jol_session_select (session, "old-line", JOL_ORIGIN_MAP));
  g_assert_true (jol_session_select (session, "old-line", JOL_ORIGIN_MAP));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "old-line");
  g_assert_true (jol_session_get_selected (session) ==
                 jol_story_lookup (fixture->story, "old-line"));

  /* Its own storage, handed back. */
  g_assert_true (jol_session_select (session, jol_session_get_selection (session), //
                                     JOL_ORIGIN_MAP));
  g_assert_true (jol_session_select_at (session, jol_session_get_selection (session),
                                        jol_session_get_date (session), JOL_ORIGIN_MAP));
  g_assert_cmpuint (n_notified, ==, 1);

  g_assert_false (jol_session_select (session, "nothing", JOL_ORIGIN_MAP));
  g_assert_false (jol_session_select (session, "book", JOL_ORIGIN_MAP)); /* a source */
  g_assert_false (jol_session_select (session, "flows", JOL_ORIGIN_MAP));
  g_assert_cmpstr (jol_session_get_selection (session), ==, "old-line");

  g_assert_true (jol_session_select (session, "", JOL_ORIGIN_MAP));
  g_assert_null (jol_session_get_selection (session));
  g_assert_true (jol_session_select (session, "a-claim", JOL_ORIGIN_CARD));
  g_assert_cmpuint (n_notified, ==, 3);
}

static void
date_moved_cb (JolSession *session, const JolDate *before, char **moved_from)
{
  g_free (*moved_from);
  *moved_from = jol_date_to_iso (before);
}

static void
test_date_follows (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  g_autofree char *moved_from = NULL;
  JolDate mentioned;

  g_signal_connect (session, "date-moved", G_CALLBACK (date_moved_cb), &moved_from);

  /* It was there in 2010. */
  jol_session_select (session, "old-line", JOL_ORIGIN_MAP);
  jol_test_session_assert_date (session, "2010-06");
  g_assert_null (moved_from);

  /* It was not: to when it first operates, not to when its building began. */
  jol_session_select (session, "new-line", JOL_ORIGIN_READER);
  jol_test_session_assert_date (session, "2014-05-01");
  g_assert_cmpstr (moved_from, ==, "2010-06");
  g_clear_pointer (&moved_from, g_free);

  /* An event is a moment: no surprise that needs an undo. */
  jol_session_select (session, "jul-2022", JOL_ORIGIN_TIMELINE);
  jol_test_session_assert_date (session, "2022-07-05");
  jol_session_select (session, "in-2009", JOL_ORIGIN_TIMELINE);
  jol_test_session_assert_date (session, "2009");
  g_assert_null (moved_from);

  /* Chosen again after the date has been moved away. */
  jol_test_session_set_date (session, "2020", JOL_ORIGIN_STRIP);
  jol_session_select (session, "in-2009", JOL_ORIGIN_TIMELINE);
  jol_test_session_assert_date (session, "2009");

  /* A mention's own date is meant. */
  g_assert_true (jol_date_parse ("2013-02", &mentioned));
  jol_session_select_at (session, "new-line", &mentioned, JOL_ORIGIN_READER);
  jol_test_session_assert_date (session, "2013-02");
  jol_test_session_set_date (session, "1995", JOL_ORIGIN_STRIP);
  jol_session_select_at (session, "jul-2022", &mentioned, JOL_ORIGIN_READER);
  jol_test_session_assert_date (session, "2013-02");
  jol_session_select (session, "beta", JOL_ORIGIN_MAP);
  jol_test_session_assert_date (session, "2013-02");
  g_assert_null (moved_from);
}

static void
test_date (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  guint n_notified;
  const JolDate about = { .year = 2009, .approx = 1 };

  jol_test_count_notify (session, "date", &n_notified);
  jol_test_session_set_date (session, "2009-12", JOL_ORIGIN_STRIP);
  jol_test_session_set_date (session, "2009-12", JOL_ORIGIN_APP);
  g_assert_cmpuint (n_notified, ==, 1);

  /* Kept inside the story's time; a date that overlaps it is inside. */
  jol_test_session_set_date (session, "1850-03", JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "1991-01");
  jol_test_session_set_date (session, "2200-05-06", JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2025-12-31");
  jol_test_session_set_date (session, "2025", JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2025");

  jol_session_set_date (session, &about, JOL_ORIGIN_APP);
  g_assert_cmpuint (jol_session_get_date (session)->approx, ==, 0);
}

static void
test_steps (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;

  jol_session_step_date (session, JOL_PRECISION_MONTH, 1, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2010-07");
  jol_session_step_date (session, JOL_PRECISION_YEAR, -10, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2000-07");
  jol_session_step_date (session, JOL_PRECISION_YEAR, -100, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "1991-01");
  jol_session_step_date (session, JOL_PRECISION_MONTH, 10000, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2025-12");
}

/* Every date of an event is met, the coarse one too, and the way back meets the same. */
static void
test_event_steps (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  const char *dates[] = { "2009",       "2009-01-15", "2009-12-14",
                          "2010-06-01", "2014-05-01", "2022-07-05" };

  jol_test_session_set_date (session, "1991", JOL_ORIGIN_APP);
  jol_session_step_event (session, -1, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "1991");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      jol_session_step_event (session, 1, JOL_ORIGIN_APP);
      jol_test_session_assert_date (session, dates[i]);
    }
  jol_session_step_event (session, 1, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2022-07-05");
  for (guint i = G_N_ELEMENTS (dates) - 1; i > 0; i--)
    {
      jol_session_step_event (session, -1, JOL_ORIGIN_APP);
      jol_test_session_assert_date (session, dates[i - 1]);
    }

  /* From a month in between, and by more than one. */
  jol_test_session_set_date (session, "2010-06", JOL_ORIGIN_APP);
  jol_session_step_event (session, 1, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2010-06-01");
  jol_test_session_set_date (session, "2010-06", JOL_ORIGIN_APP);
  jol_session_step_event (session, -2, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2009-01-15");

  /* Only what is listed. */
  jol_session_set_filter (session, 1u << JOL_EVENT_PIPELINE);
  jol_test_session_set_date (session, "2010-07", JOL_ORIGIN_APP);
  jol_session_step_event (session, 1, JOL_ORIGIN_APP);
  jol_test_session_assert_date (session, "2022-07-05");
}

static void
test_subject (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  JolEventModel *model = JOL_EVENT_MODEL (jol_session_list_events (session));

  jol_session_select (session, "old-line", JOL_ORIGIN_MAP);
  g_assert_cmpstr (jol_session_get_subject (session), ==, "old-line");
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 3);

  /* One of them is chosen: the list stays. */
  jol_session_select (session, "jul-2022", JOL_ORIGIN_TIMELINE);
  g_assert_cmpstr (jol_session_get_subject (session), ==, "old-line");
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 3);

  jol_session_set_only_subject (session, FALSE);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 6);
  jol_session_select (session, "dec-2009", JOL_ORIGIN_TIMELINE);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 6);

  /* Another subject is a new question. */
  jol_session_select (session, "alpha", JOL_ORIGIN_MAP);
  g_assert_true (jol_session_get_only_subject (session));
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 2);

  /* An event of something else. */
  jol_session_select (session, "may-2014", JOL_ORIGIN_READER);
  g_assert_null (jol_session_get_subject (session));
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 6);

  jol_session_select (session, "old-line", JOL_ORIGIN_MAP);
  jol_session_select (session, NULL, JOL_ORIGIN_APP);
  g_assert_null (jol_session_get_subject (session));
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 6);
}

static void
test_filter_and_span (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  JolEventModel *model = JOL_EVENT_MODEL (jol_session_list_events (session));
  JolSpan span;
  guint n_filter, n_span;

  jol_test_count_notify (session, "filter", &n_filter);
  jol_test_count_notify (session, "span", &n_span);
  jol_session_set_filter (session, 1u << JOL_EVENT_INCIDENT);
  jol_session_set_filter (session, 1u << JOL_EVENT_INCIDENT | 1u << 31);
  g_assert_cmpuint (n_filter, ==, 1);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 4);

  g_assert_true (jol_span_parse ("2009-12-15..2014", &span));
  jol_session_set_span (session, &span, JOL_ORIGIN_STRIP);
  jol_session_set_span (session, jol_session_get_span (session), JOL_ORIGIN_STRIP);
  g_assert_cmpuint (n_span, ==, 1);
  /* The year's statement overlaps it, the three days of December too. */
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, 3);
  g_assert_cmpuint (jol_event_model_get_n_total (model), ==, 6);
}

static void
test_related (JolTestSession *fixture, gconstpointer data)
{
  static const struct
  {
    const char *selection, *id;
    gboolean is_related;
  } cases[] = {
    { "old-line", "old-line", TRUE },  { "old-line", "new-line", FALSE },
    { "old-line", "alpha", TRUE },     { "alpha", "old-line", TRUE },
    { "old-line", "gamma", FALSE },    { "dec-2009", "old-line", TRUE },
    { "old-line", "dec-2009", TRUE },  { "jan-2009", "alpha", TRUE },
    { "alpha", "jan-2009", TRUE },     { "jan-2009", "old-line", FALSE },
    { "a-claim", "old-line", TRUE },   { "old-line", "a-claim", TRUE },
    { "jan-2009", "jun-2010", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolEntity *entity = jol_story_lookup (fixture->story, cases[i].id);

      g_assert_true (jol_session_select (fixture->session, cases[i].selection, JOL_ORIGIN_APP));
      g_test_message ("%s, %s", cases[i].selection, cases[i].id);
      g_assert_cmpint (jol_session_is_related (fixture->session, entity), ==, cases[i].is_related);
    }

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  g_assert_false (
      jol_session_is_related (fixture->session, jol_story_lookup (fixture->story, "alpha")));
}

static void
test_hover (JolTestSession *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->session, "hover", &n_notified);
  jol_session_set_hover (fixture->session, "alpha", JOL_ORIGIN_MAP);
  jol_session_set_hover (fixture->session, "alpha", JOL_ORIGIN_MAP);
  jol_session_set_hover (fixture->session, jol_session_get_hover (fixture->session), //
                         JOL_ORIGIN_MAP);
  g_assert_cmpuint (n_notified, ==, 1);
  jol_session_set_hover (fixture->session, "nothing", JOL_ORIGIN_MAP);
  g_assert_null (jol_session_get_hover (fixture->session));
  jol_session_set_hover (fixture->session, "", JOL_ORIGIN_MAP);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_false (jol_session_can_go_back (fixture->session));
}

static void
test_article (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  guint n_notified;

  jol_test_count_notify (session, "article", &n_notified);
  g_assert_true (jol_session_set_article (session, "first#two", JOL_ORIGIN_READER));
  g_assert_true (jol_session_set_article (session, "first#two", JOL_ORIGIN_READER));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_false (jol_session_set_article (session, "first#three", JOL_ORIGIN_READER));
  g_assert_false (jol_session_set_article (session, "third", JOL_ORIGIN_READER));
  g_assert_false (jol_session_set_article (session, "alpha", JOL_ORIGIN_READER));
  g_assert_false (jol_session_set_article (session, NULL, JOL_ORIGIN_READER));
  g_assert_cmpstr (jol_session_get_article (session), ==, "first#two");
}

static void
test_viewport (JolTestSession *fixture, gconstpointer data)
{
  const JolViewport good = { 45, 66, 5.5 };
  const JolViewport bad = { 45, 66, 99 };
  guint n_notified;

  jol_test_count_notify (fixture->session, "viewport", &n_notified);
  jol_session_set_viewport (fixture->session, &good, JOL_ORIGIN_MAP);
  jol_session_set_viewport (fixture->session, &good, JOL_ORIGIN_MAP);
  jol_session_set_viewport (fixture->session, &bad, JOL_ORIGIN_MAP);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &good));
}

static void
show_box_cb (JolSession *session, const JolBox *box, JolBox *shown)
{
  *shown = *box;
}

static void
test_show_box (JolTestSession *fixture, gconstpointer data)
{
  const JolBox box = { 50, 40, 60, 45 };
  JolBox shown = JOL_BOX_EMPTY;

  g_signal_connect (fixture->session, "show-box", G_CALLBACK (show_box_cb), &shown);
  jol_session_show_box (fixture->session, &JOL_BOX_EMPTY);
  g_assert_true (jol_box_is_empty (&shown));
  jol_session_show_box (fixture->session, &box);
  g_assert_cmpfloat (shown.north, ==, 45);
}

static void
test_wandering (JolTestSession *fixture, gconstpointer data)
{
  JolSession *session = fixture->session;
  const JolViewport a = { 45, 66, 5 }, b = { 46, 66, 5 };
  const JolDate date = { .year = 2001 }, other = { .year = 2002 };
  guint n_notified;

  jol_test_count_notify (session, "wandering", &n_notified);
  jol_session_set_follow_text (session, FALSE);
  jol_session_set_viewport (session, &a, JOL_ORIGIN_MAP);
  g_assert_false (jol_session_get_wandering (session));

  /* The map's own flights lead nowhere, nor do the text and the history. */
  jol_session_set_follow_text (session, TRUE);
  jol_session_set_viewport (session, &b, JOL_ORIGIN_FLIGHT);
  jol_session_set_date (session, &date, JOL_ORIGIN_READER);
  jol_session_go_back (session);
  g_assert_false (jol_session_get_wandering (session));

  /* Who has not begun to read has nothing to come back to. */
  jol_session_set_viewport (session, &a, JOL_ORIGIN_MAP);
  g_assert_false (jol_session_get_wandering (session));
  jol_session_start_reading (session);
  g_assert_false (jol_session_get_wandering (session));
  jol_session_set_viewport (session, &b, JOL_ORIGIN_MAP);
  g_assert_true (jol_session_get_wandering (session));
  jol_session_return_to_text (session);
  g_assert_false (jol_session_get_wandering (session));
  jol_session_set_date (session, &other, JOL_ORIGIN_STRIP);
  g_assert_true (jol_session_get_wandering (session));
  jol_session_set_follow_text (session, FALSE);
  g_assert_false (jol_session_get_wandering (session));
  g_assert_cmpuint (n_notified, ==, 4);

  jol_session_set_follow_text (session, TRUE);
  jol_session_set_date (session, &date, JOL_ORIGIN_PLAYER);
  jol_session_clear_history (session);
  g_assert_false (jol_session_get_wandering (session));
  jol_session_set_date (session, &other, JOL_ORIGIN_PLAYER);
  jol_session_set_story (session, NULL);
  g_assert_false (jol_session_get_wandering (session));
}

static void
test_flags (JolTestSession *fixture, gconstpointer data)
{
  guint n_playing, n_follow, n_series;

  jol_test_count_notify (fixture->session, "playing", &n_playing);
  jol_test_count_notify (fixture->session, "follow-text", &n_follow);
  jol_test_count_notify (fixture->session, "series", &n_series);

  jol_session_set_playing (fixture->session, TRUE);
  jol_session_set_playing (fixture->session, 2);
  g_assert_cmpuint (n_playing, ==, 1);
  g_object_set (fixture->session, "follow-text", FALSE, NULL);
  jol_session_set_follow_text (fixture->session, FALSE);
  g_assert_cmpuint (n_follow, ==, 1);
  jol_session_set_series (fixture->session, "other");
  jol_session_set_series (fixture->session, "other");
  jol_session_set_series (fixture->session, "alpha");
  g_assert_cmpuint (n_series, ==, 1);
  g_assert_cmpstr (jol_session_get_series (fixture->session), ==, "other");
}

/* What a listener sees while it is told. */
typedef struct
{
  GString *names;
  JolOrigin origin;
  gboolean was_whole;
} Seen;

static void
notify_cb (JolSession *session, GParamSpec *pspec, Seen *seen)
{
  g_string_append_printf (seen->names, "%s ", pspec->name);
  seen->origin = jol_session_get_origin (session);
  if (g_strcmp0 (jol_session_get_selection (session), "jul-2022") != 0 ||
      jol_session_get_date (session)->year != 2022)
    seen->was_whole = FALSE;
}

static void
test_notify (JolTestSession *fixture, gconstpointer data)
{
  Seen seen = { g_string_new (NULL), JOL_ORIGIN_APP, TRUE };

  jol_session_set_follow_text (fixture->session, FALSE);
  g_signal_connect (fixture->session, "notify", G_CALLBACK (notify_cb), &seen);
  jol_session_select (fixture->session, "jul-2022", JOL_ORIGIN_TIMELINE);
  g_assert_cmpstr (seen.names->str, ==, "date selection ");
  g_assert_cmpint (seen.origin, ==, JOL_ORIGIN_TIMELINE);
  g_assert_true (seen.was_whole);
  g_assert_cmpint (jol_session_get_origin (fixture->session), ==, JOL_ORIGIN_APP);
  g_string_free (seen.names, TRUE);
}

static void
answer_cb (JolSession *session, GParamSpec *pspec, JolOrigin *origin_after)
{
  const JolViewport viewport = { 45, 66, 6 };

  jol_session_set_viewport (session, &viewport, JOL_ORIGIN_MAP);
  *origin_after = jol_session_get_origin (session);
}

static void
test_nested_origin (JolTestSession *fixture, gconstpointer data)
{
  JolOrigin origin_after = JOL_ORIGIN_APP;

  g_signal_connect (fixture->session, "notify::selection", G_CALLBACK (answer_cb), &origin_after);
  jol_session_select (fixture->session, "alpha", JOL_ORIGIN_READER);
  g_assert_cmpint (origin_after, ==, JOL_ORIGIN_READER);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/session/empty", test_empty);
  jol_test_session_add ("/session/opens", test_opens);
  jol_test_session_add ("/session/another-story", test_another_story);
  jol_test_session_add ("/session/selection", test_selection);
  jol_test_session_add ("/session/date-follows", test_date_follows);
  jol_test_session_add ("/session/date", test_date);
  jol_test_session_add ("/session/steps", test_steps);
  jol_test_session_add ("/session/event-steps", test_event_steps);
  jol_test_session_add ("/session/subject", test_subject);
  jol_test_session_add ("/session/filter-and-span", test_filter_and_span);
  jol_test_session_add ("/session/related", test_related);
  jol_test_session_add ("/session/hover", test_hover);
  jol_test_session_add ("/session/article", test_article);
  jol_test_session_add ("/session/viewport", test_viewport);
  jol_test_session_add ("/session/show-box", test_show_box);
  jol_test_session_add ("/session/wandering", test_wandering);
  jol_test_session_add ("/session/flags", test_flags);
  jol_test_session_add ("/session/notify", test_notify);
  jol_test_session_add ("/session/nested-origin", test_nested_origin);

  return jol_test_run ();
}
