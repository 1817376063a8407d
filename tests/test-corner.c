/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-corner.h"
#include "jol-story-loader.h"
#include "jol-test-ui.h"

#define WIDTH_PX 800
#define HEIGHT_PX 600

typedef struct
{
  JolSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
}

/* With the map looking so that Astana (51.17° N, 71.45° E) is off its middle by so many degrees. */
static JolCorner
find_with_astana_at (Fixture *fixture, double north, double east, const JolCorner *present)
{
  JolViewport viewport = { 51.17 - north, 71.45 - east, 5.0 };

  jol_session_select (fixture->session, "astana", JOL_ORIGIN_APP);
  jol_session_set_viewport (fixture->session, &viewport, JOL_ORIGIN_APP);
  return jol_corner_find_free (fixture->session, jol_session_get_viewport (fixture->session),
                               WIDTH_PX, HEIGHT_PX, 300, 280, present, NULL);
}

static void
test_away (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (find_with_astana_at (fixture, 6, 12, NULL), ==, JOL_CORNER_TOP_START);
  g_assert_cmpint (find_with_astana_at (fixture, 6, -12, NULL), ==, JOL_CORNER_TOP_END);
  /* Below there is the legend: up, even when the selection is down there. */
  g_assert_cmpint (find_with_astana_at (fixture, -6, -12, NULL), ==, JOL_CORNER_TOP_END);
  g_assert_cmpint (find_with_astana_at (fixture, -6, 12, NULL), ==, JOL_CORNER_TOP_START);
}

static void
test_stays (Fixture *fixture, gconstpointer data)
{
  JolCorner start = JOL_CORNER_TOP_START, end = JOL_CORNER_TOP_END;

  /* In the middle it is in nobody's way. */
  g_assert_cmpint (find_with_astana_at (fixture, -3, 0, &start), ==, JOL_CORNER_TOP_START);
  g_assert_cmpint (find_with_astana_at (fixture, -3, 0, &end), ==, JOL_CORNER_TOP_END);
  /* Under the card it is. */
  g_assert_cmpint (find_with_astana_at (fixture, 6, -12, &start), ==, JOL_CORNER_TOP_END);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  JolCorner end = JOL_CORNER_TOP_END;

  g_assert_cmpint (jol_corner_find_free (fixture->session,
                                         jol_session_get_viewport (fixture->session), WIDTH_PX,
                                         HEIGHT_PX, 300, 280, NULL, NULL),
                   ==, JOL_CORNER_TOP_START);
  g_assert_cmpint (jol_corner_find_free (fixture->session,
                                         jol_session_get_viewport (fixture->session), WIDTH_PX,
                                         HEIGHT_PX, 300, 280, &end, NULL),
                   ==, JOL_CORNER_TOP_END);
  /* Out of sight. */
  g_assert_cmpint (find_with_astana_at (fixture, 0, 90, NULL), ==, JOL_CORNER_TOP_START);
}

/* The next click at the same spot is the map's: the card keeps off it, whatever else speaks for a
 * corner. */
static void
test_clicked (Fixture *fixture, gconstpointer data)
{
  const JolSpot spots[] = { { 100, 100 }, { 700, 100 }, { 100, 500 }, { 700, 500 } };

  find_with_astana_at (fixture, -3, 0, NULL);
  for (JolCorner i = 0; i < G_N_ELEMENTS (spots); i++)
    g_assert_cmpint (jol_corner_find_free (fixture->session,
                                           jol_session_get_viewport (fixture->session), WIDTH_PX,
                                           HEIGHT_PX, 300, 280, &i, &spots[i]),
                     !=, i);
}

/* Every kind of thing, at every zoom, gets an answer. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "cpc", "tapi", "xian-2023", "astana" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      for (double zoom = JOL_MIN_ZOOM; zoom <= JOL_MAX_ZOOM; zoom += 0.5)
        {
          JolViewport viewport = { 45, 60, zoom };

          g_assert_true (jol_session_select (fixture->session, ids[i], JOL_ORIGIN_APP));
          jol_session_set_viewport (fixture->session, &viewport, JOL_ORIGIN_APP);
          g_assert_cmpint (jol_corner_find_free (fixture->session,
                                                 jol_session_get_viewport (fixture->session),
                                                 WIDTH_PX, HEIGHT_PX, 300, 280, NULL, NULL),
                           <=, JOL_CORNER_BOTTOM_END);
        }
    }
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);

  g_test_add ("/corner/away", Fixture, NULL, set_up, test_away, tear_down);
  g_test_add ("/corner/stays", Fixture, NULL, set_up, test_stays, tear_down);
  g_test_add ("/corner/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/corner/clicked", Fixture, NULL, set_up, test_clicked, tear_down);
  g_test_add ("/corner/all", Fixture, NULL, set_up, test_all, tear_down);

  return jol_test_run ();
}
