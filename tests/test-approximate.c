/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date that is known only roughly: wherever it is read it is "about", and where it is drawn it
 * fades. */
#include "config.h"

#include "jol-card.h"
#include "jol-event-row.h"
#include "jol-event-words.h"
#include "jol-map-words.h"
#include "jol-route-change.h"
#include "jol-strip-topic.h"
#include "jol-chart.h"
#include "jol-test-scene.h"
#include "jol-test-session.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"
#include "jol-timeline.h"

static const char story_text[] =
    "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
    " \"time\": {\"start\": \"2000\", \"end\": \"2010\", \"now\": \"2005\"}, \"routes\": ["
    " {\"id\": \"vague\", \"name\": \"Vague\", \"commodity\": \"oil\", \"mode\": \"pipeline\","
    "  \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 45], [60, 46]]},"
    "  \"outlet\": \"china\","
    "  \"status\": [{\"from\": \"2003\", \"approx\": true, \"is\": \"operating\"},"
    "   {\"from\": \"2007\", \"is\": \"retired\"}],"
    "  \"capacity\": [{\"from\": \"2003\", \"approx\": true, \"value\": 12, \"unit\": \"Mt/a\"}],"
    "  \"interruptions\": [{\"from\": \"2005-02\", \"to\": \"2005-03\", \"approx\": true}]},"
    " {\"id\": \"sure\", \"name\": \"Sure\", \"commodity\": \"oil\", \"mode\": \"pipeline\","
    "  \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 40], [60, 41]]},"
    "  \"outlet\": \"china\", \"status\": [{\"from\": \"2003\", \"is\": \"operating\"}]}],"
    " \"events\": [{\"id\": \"start\", \"kind\": \"pipeline\", \"date\": \"2003-02\","
    "  \"approx\": true, \"title\": \"First oil\", \"routes\": [\"vague\"]}]}";

typedef struct
{
  JolStory *story;
  JolSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_story (story_text);
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

static double
get_alpha (Fixture *fixture, const char *date, const char *id)
{
  const JolSceneTarget target = {
    .width = 800, .height = 600, .language = "en", .viewport = { 43, 55, 5 }
  };
  g_autoptr (JolScene) scene = NULL;

  jol_test_session_set_date (fixture->session, date, JOL_ORIGIN_APP);
  scene = jol_scene_builder_build (fixture->session, &target);
  return jol_test_find_route (scene, id)->color.alpha;
}

/* The line comes up in the course of the year that its date means; one that is sure is there. */
static void
test_map (Fixture *fixture, gconstpointer data)
{
  const double early = get_alpha (fixture, "2003-01", "vague");
  const double late = get_alpha (fixture, "2003-10", "vague");

  g_assert_cmpfloat (early, >, 0.4);
  g_assert_cmpfloat (early, <, 0.65);
  g_assert_cmpfloat (late, >, early + 0.2);
  g_assert_cmpfloat (late, <, 0.99);
  g_assert_cmpfloat (get_alpha (fixture, "2004-01", "vague"), ==, 1);
  g_assert_cmpfloat (get_alpha (fixture, "2003", "vague"), ==, 1);
  g_assert_cmpfloat (get_alpha (fixture, "2003-01", "sure"), ==, 1);
}

static double
get_top (const JolStripStack *stack, const char *iso)
{
  JolDate date;
  double top = 0;

  g_assert_true (jol_date_parse (iso, &date));
  for (guint i = 0; i < stack->pieces->len; i++)
    {
      const JolStackPiece *piece = &g_array_index (stack->pieces, JolStackPiece, i);
      const int day = jol_date_first_day (&date);

      for (guint k = 0; k + 1 < piece->n_points; k++)
        {
          const JolStackPoint *a = &piece->points[k], *b = &piece->points[k + 1];

          if (a->day <= day && day < b->day)
            top = MAX (top, a->high + (b->high - a->high) * (day - a->day) / (b->day - a->day));
        }
    }
  return top;
}

/* Its capacity slopes over that year; the figures that are read out do not. */
static void
test_strip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStripTopic) topic =
      jol_strip_topic_new (fixture->story, JOL_CHART_OIL_CAPACITY, 0, "en");
  const JolDate date = { .year = 2003, .month = 2 };
  g_autoptr (JolStripReadings) readings = jol_strip_topic_read (topic, &date);

  g_assert_cmpfloat (get_top (topic->stack, "2002-12-31"), ==, 0);
  g_assert_cmpfloat (get_top (topic->stack, "2003-01-01"), ==, 0);
  g_assert_cmpfloat_with_epsilon (get_top (topic->stack, "2003-07-02"), 6, 0.05);
  g_assert_cmpfloat (get_top (topic->stack, "2004-01-01"), ==, 12);
  g_assert_cmpfloat (get_top (topic->stack, "2006-12-31"), ==, 12);
  /* The end is sure. */
  g_assert_cmpfloat (get_top (topic->stack, "2007-01-01"), ==, 0);
  g_assert_cmpfloat (readings->readings[0].value, ==, 12);
}

/* What a tip says, and with it the stop of the keys. */
static void
test_tip (Fixture *fixture, gconstpointer data)
{
  JolEntity *route = jol_story_lookup (fixture->story, "vague");
  const JolDate date = { .year = 2006 }, earlier = { .year = 2001 };
  JolDate when;
  g_auto (GStrv) lines = jol_map_words_describe (fixture->story, route, &date, "en");
  g_autofree char *change = jol_route_describe_change (JOL_ROUTE (route), &earlier, &date, &when);

  g_assert_cmpstr (lines[0], ==, "Oil pipeline, operating");
  g_assert_cmpstr (lines[1], ==, "Since about 2003");
  g_assert_cmpstr (change, ==, "Appeared: operating since about 2003");
  g_assert_true (when.approx);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *card = jol_card_new ();
  GtkWidget *window;

  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), card);
  window = jol_test_show (overlay, 500, 700);
  jol_card_set_session (JOL_CARD (card), fixture->session);

  jol_test_session_set_date (fixture->session, "2005-02", JOL_ORIGIN_APP);
  g_assert_true (jol_session_select (fixture->session, "vague", JOL_ORIGIN_APP));
  jol_test_get_label (card, "12\302\240Mt a year, since about 2003");
  jol_test_get_label (card, "about February 2005 – March 2005");
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (jol_test_get_label (card, "History"), GTK_TYPE_BUTTON), "clicked");
  jol_test_get_label (card, "about 2003 · operating");

  g_assert_true (jol_session_select (fixture->session, "start", JOL_ORIGIN_APP));
  jol_test_get_label (card, "about February 2003");
  jol_test_destroy_window (window);
}

/* There is room only for "c. Feb": who listens hears it in full. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *timeline = jol_timeline_new ();
  g_autofree char *name = NULL;
  GtkWidget *window, *row;

  jol_timeline_set_session (JOL_TIMELINE (timeline), fixture->session);
  window = jol_test_show (timeline, 300, 700);
  jol_test_wait_until (jol_test_find_row (timeline, "c. Feb"));
  row = jol_test_find_row (timeline, "c. Feb");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "about February 2003");
  name = jol_event_words_format_name (G_OBJECT (jol_event_row_get_event (JOL_EVENT_ROW (row))));
  g_assert_true (g_str_has_prefix (name, "about February 2003, "));
  jol_test_destroy_window (window);
}

#define add(name, function)                                                                        \
  g_test_add ("/approximate/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("map", test_map);
  add ("strip", test_strip);
  add ("tip", test_tip);
  add ("card", test_card);
  add ("list", test_list);

  return jol_test_run ();
}
