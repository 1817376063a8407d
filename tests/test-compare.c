/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two dates of a session against each other. */
#include "config.h"

#include "jol-event-model.h"
#include "jol-scene-builder.h"
#include "jol-session.h"
#include "jol-story-loader.h"

#include "jol-test-session.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

static void
pin (JolTestSession *fixture, const char *text)
{
  JolDate date;

  g_assert_true (jol_date_parse (text, &date));
  jol_session_set_compare (fixture->session, &date, JOL_ORIGIN_APP);
}

/* The ids of the events that are listed, in order. */
static char *
list_events (JolTestSession *fixture)
{
  GListModel *rows = jol_session_list_events (fixture->session);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, i);

      if (!JOL_IS_EVENT (item))
        continue;
      if (ids->len > 0)
        g_string_append_c (ids, ' ');
      g_string_append (ids, jol_entity_get_id (JOL_ENTITY (item)));
    }

  return g_string_free (ids, FALSE);
}

static void
assert_listed (JolTestSession *fixture, const char *wanted)
{
  g_autofree char *ids = list_events (fixture);

  g_assert_cmpstr (ids, ==, wanted);
}

/* The list is what happened between the two, and follows whichever of them moves. */
static void
test_list (JolTestSession *fixture, gconstpointer data)
{
  guint n_pinned = 0;

  jol_test_count_notify (fixture->session, "compare", &n_pinned);
  jol_test_session_set_date (fixture->session, "2014", JOL_ORIGIN_APP);
  pin (fixture, "2010-06");
  pin (fixture, "2010-06");
  g_assert_cmpuint (n_pinned, ==, 1);
  assert_listed (fixture, "jun-2010 may-2014");

  jol_test_session_set_date (fixture->session, "2023", JOL_ORIGIN_APP);
  assert_listed (fixture, "jun-2010 may-2014 jul-2022");
  /* The pinned one is the later of the two. */
  jol_test_session_set_date (fixture->session, "2009-12-16", JOL_ORIGIN_APP);
  assert_listed (fixture, "in-2009 dec-2009 jun-2010");

  jol_session_set_compare (fixture->session, NULL, JOL_ORIGIN_APP);
  g_assert_cmpuint (n_pinned, ==, 2);
  assert_listed (fixture, "in-2009 jan-2009 dec-2009 jun-2010 may-2014 jul-2022");
}

/* A span waits until the comparison ends. */
static void
test_over_span (JolTestSession *fixture, gconstpointer data)
{
  JolSpan span;

  g_assert_true (jol_span_parse ("2009..2009", &span));
  jol_session_set_span (fixture->session, &span, JOL_ORIGIN_APP);
  jol_test_session_set_date (fixture->session, "2014", JOL_ORIGIN_APP);
  pin (fixture, "2012");
  assert_listed (fixture, "may-2014");
  jol_session_set_compare (fixture->session, NULL, JOL_ORIGIN_APP);
  assert_listed (fixture, "in-2009 jan-2009 dec-2009");
}

static void
test_between (JolTestSession *fixture, gconstpointer data)
{
  JolSpan span;
  g_autofree char *text = NULL;
  g_autofree char *inside = NULL;

  span = jol_session_get_compared_span (fixture->session);
  g_assert_false (jol_span_is_set (&span));

  jol_test_session_set_date (fixture->session, "2014-05", JOL_ORIGIN_APP);
  pin (fixture, "2010");
  span = jol_session_get_compared_span (fixture->session);
  text = jol_span_to_iso (&span);
  g_assert_cmpstr (text, ==, "2010..2014-05");

  /* A month of the year that is pinned. */
  jol_test_session_set_date (fixture->session, "2010-06", JOL_ORIGIN_APP);
  span = jol_session_get_compared_span (fixture->session);
  inside = jol_span_to_iso (&span);
  g_assert_cmpstr (inside, ==, "2010..2010");
}

static void
test_ends_with_story (JolTestSession *fixture, gconstpointer data)
{
  g_autoptr (JolStory) other = jol_test_load_random_story (3);

  pin (fixture, "2010");
  jol_session_set_story (fixture->session, other);
  g_assert_false (jol_date_is_set (jol_session_get_compare (fixture->session)));
  /* Beyond the story's time: its end, as with the date itself. */
  pin (fixture, "9999");
  g_assert_cmpint (jol_session_get_compare (fixture->session)->year, ==,
                   jol_story_get_time (other)->to.year);
}

/* Whichever of the dates is pinned, what is drawn is the same; what ended is there as it was. */
static void
test_map (JolTestSession *fixture, gconstpointer data)
{
  g_autoptr (JolStory) bundled = jol_story_load_bundled ();
  g_autoptr (JolScene) later = NULL;
  g_autoptr (JolScene) earlier = NULL;
  guint n, n_earlier;
  guint seen = 0;
  int last = -1;
  static const int order[JOL_N_ROUTE_CHANGES] = {
    [JOL_ROUTE_SAME] = 0, [JOL_ROUTE_ENDED] = 1, [JOL_ROUTE_CHANGED] = 2, [JOL_ROUTE_APPEARED] = 3
  };
  const JolSceneRoute *routes, *others;
  const JolSceneTarget target = { .width = 1280,
                                  .height = 800,
                                  .theme = JOL_THEME_LIGHT,
                                  .language = "en",
                                  .viewport = { 46.5, 66, 5 } };

  jol_session_set_story (fixture->session, bundled);
  jol_test_session_set_date (fixture->session, "2023", JOL_ORIGIN_APP);
  pin (fixture, "2005");
  later = jol_scene_builder_build (fixture->session, &target);
  jol_test_session_set_date (fixture->session, "2005", JOL_ORIGIN_APP);
  pin (fixture, "2023");
  earlier = jol_scene_builder_build (fixture->session, &target);

  routes = jol_scene_get_routes (later, &n);
  others = jol_scene_get_routes (earlier, &n_earlier);
  g_assert_cmpuint (n, ==, n_earlier);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (routes[i].id, ==, others[i].id);
      g_assert_cmpint (routes[i].change, ==, others[i].change);
      g_assert_cmpfloat (routes[i].width_px, ==, others[i].width_px);
      g_assert_cmpint (order[routes[i].change], >=, last);
      last = order[routes[i].change];
      seen |= 1u << routes[i].change;
    }
  g_assert_cmpuint (seen, ==, (1u << JOL_N_ROUTE_CHANGES) - 1);
  g_assert_cmpstr (jol_scene_get_date_label (later), ==, jol_scene_get_date_label (earlier));
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  jol_test_session_add ("/compare/list", test_list);
  jol_test_session_add ("/compare/over-span", test_over_span);
  jol_test_session_add ("/compare/between", test_between);
  jol_test_session_add ("/compare/ends-with-story", test_ends_with_story);
  jol_test_session_add ("/compare/map", test_map);

  return jol_test_run ();
}
