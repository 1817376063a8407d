/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip's scene at every zoom of time. */
#include "config.h"

#include "jol-strip-scene.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

#include <math.h>
#include <string.h>

static JolStripScene *
make_view (JolStory *story, int width, double from_day, double to_day)
{
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  JolStripRequest request = {
    .story = story,
    .topic = topic,
    .from_day = from_day,
    .to_day = to_day,
    .width = width,
    .height = 144,
    .theme = JOL_THEME_LIGHT,
    .language = "en",
  };

  return jol_strip_scene_new (&request);
}

static int
get_day (const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  return jol_date_first_day (&date);
}

/* At every zoom there are marks, a year among them, and no label lies on another or outside. */
static void
test_labels_never_overlap (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  const int widths[] = { 200, 360, 611, 1900 };

  for (guint i = 0; i < 400; i++)
    {
      double days = exp (g_test_rand_double_range (log (20), log (12784)));
      double from = g_test_rand_double_range (get_day ("1991"), get_day ("2026") - days);
      g_autoptr (JolStripScene) scene =
          make_view (story, widths[i % G_N_ELEMENTS (widths)], from, from + days);
      double end = 0;
      gboolean has_year = FALSE;

      for (guint k = 0; k < scene->years->len; k++)
        {
          const JolStripMark *mark = &g_array_index (scene->years, JolStripMark, k);

          g_assert_cmpfloat (mark->at, >=, scene->left - 1e-6);
          g_assert_cmpfloat (mark->at, <=, scene->right + 1e-6);
          if (!mark->label)
            continue;
          g_assert_cmpfloat (mark->label_x, >=, end);
          end = mark->label_x + mark->label_width;
          g_assert_cmpfloat (end, <=, scene->width);
          has_year = has_year || strstr (mark->label, "19") || strstr (mark->label, "20");
        }
      g_test_message ("%g days from %g", days, from);
      if (scene->years->len > 0)
        g_assert_true (has_year);
      g_assert_true (days < 1200 || scene->years->len > 0);
    }
}

static const char *
get_first_label (JolStory *story, const char *from, const char *to, const char **next_out)
{
  g_autoptr (JolStripScene) scene = make_view (story, 700, get_day (from), get_day (to));
  const JolStripMark *marks = (const JolStripMark *) (void *) scene->years->data;

  g_assert_cmpuint (scene->years->len, >, 1);
  /* The first is long, and takes the room of the one beside it. */
  *next_out = g_intern_string (marks[marks[1].label ? 1 : 2].label);
  return g_intern_string (marks[0].label);
}

/* Quarters, months and days, each where there is room. */
static void
test_fine_axis (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  const char *next;

  g_assert_cmpstr (get_first_label (story, "2009", "2017", &next), ==, "2009");
  g_assert_cmpstr (next, ==, "2010");
  g_assert_cmpstr (get_first_label (story, "2009", "2012", &next), ==, "2009");
  g_assert_cmpstr (next, ==, "Apr");
  g_assert_cmpstr (get_first_label (story, "2009", "2010", &next), ==, "2009");
  g_assert_cmpstr (next, ==, "Feb");
  g_assert_cmpstr (get_first_label (story, "2009-06", "2009-08", &next), ==, "1\302\240Jun 2009");
  g_assert_cmpstr (next, ==, "10");
}

/* A day that is drawn is the day that is found there, at every zoom that shows days. */
static void
test_days_and_back (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();

  for (guint i = 0; i < 200; i++)
    {
      double days = g_test_rand_double_range (20, 600);
      double from = g_test_rand_double_range (get_day ("1991"), get_day ("2026") - days);
      g_autoptr (JolStripScene) scene = make_view (story, 700, from, from + days);

      g_assert_cmpint (jol_strip_scene_get_precision (scene), ==, JOL_PRECISION_DAY);
      for (int day = (int) from + 1; day < from + days - 1; day++)
        {
          double x = jol_strip_scene_get_x (scene, day);
          JolDate date = jol_strip_scene_get_date (scene, x);

          g_assert_cmpint (jol_date_first_day (&date), ==, day);
          g_assert_cmpfloat_with_epsilon (jol_strip_scene_get_day (scene, x), day, 1e-6);
        }
    }
}

static void
test_span (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_view (story, 700, 0, 0);
  g_autoptr (JolStripScene) near = make_view (story, 700, get_day ("2009"), get_day ("2011"));
  JolSpan span;
  JolStripSpanPlace place;

  g_assert_true (jol_span_parse ("1980..2009-12", &span));
  place = jol_strip_scene_place_span (scene, &span);
  g_assert_cmpfloat_with_epsilon (place.x0, scene->left, 1e-6);
  g_assert_cmpfloat_with_epsilon (place.x1, jol_strip_scene_get_x (scene, get_day ("2010")), 1e-6);
  g_assert_true (place.has_start && place.has_end);
  place = jol_strip_scene_place_span (near, &span);
  g_assert_false (place.has_start);
  g_assert_true (place.has_end);
  g_assert_cmpfloat_with_epsilon (place.x0, near->left, 1e-6);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/strip-axis/labels-never-overlap", test_labels_never_overlap);
  g_test_add_func ("/strip-axis/fine-axis", test_fine_axis);
  g_test_add_func ("/strip-axis/days-and-back", test_days_and_back);
  g_test_add_func ("/strip-axis/span", test_span);

  return jol_test_run ();
}
