/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-chart.h"
#include "jol-paint-strip.h"
#include "jol-strip-scene.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

#include <math.h>

static JolSeries *
get_series (JolStory *story, const char *id)
{
  return JOL_SERIES (jol_story_lookup (story, id));
}

static double
get_start (int year)
{
  JolDate date = { .year = (gint16) year };

  return jol_date_first_day (&date);
}

/* The highest that anything of the stack is at a day; negative where nothing is. */
static double
get_top (JolStripStack *stack, double day)
{
  double top = -1;

  for (guint i = 0; i < stack->pieces->len; i++)
    {
      const JolStackPiece *piece = &g_array_index (stack->pieces, JolStackPiece, i);

      for (guint k = 0; k + 1 < piece->n_points; k++)
        {
          const JolStackPoint *a = &piece->points[k], *b = &piece->points[k + 1];

          if (day >= a->day && day <= b->day && b->day > a->day)
            top = MAX (top, a->high + (b->high - a->high) * (day - a->day) / (b->day - a->day));
        }
    }
  return top;
}

static double
get_middle (int year)
{
  return (get_start (year) + get_start (year + 1)) / 2;
}

static JolStripReadings *
read_year (JolStripTopic *topic, int year)
{
  return jol_strip_topic_read (topic, &(JolDate){ .year = (gint16) year });
}

/* In the middle of each year the stack is as high as the figures of the year together, and where
 * there are none there is nothing. */
static void
assert_sums (JolStory *story, const char *id)
{
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, id, 0, "en");

  for (int year = 1985; year < 2030; year++)
    {
      g_autoptr (JolStripReadings) readings = read_year (topic, year);
      double top = get_top (topic->stack, get_middle (year));

      if (readings->n_stacked == 0)
        g_assert_cmpfloat (top, <, 0);
      else
        g_assert_cmpfloat_with_epsilon (top, readings->total, readings->total * 1e-9 + 1e-9);
      g_assert_cmpfloat (readings->total, <=, topic->stack->max * (1 + 1e-9));
    }
}

static void
test_sums (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  g_autoptr (JolStripReadings) full = read_year (topic, 2001);
  g_autoptr (JolStripReadings) planned = read_year (topic, 2004);

  assert_sums (story, "flows");
  assert_sums (story, "other");
  g_assert_cmpfloat (full->total, ==, 18);
  g_assert_cmpuint (full->n_stacked, ==, 2);
  /* A plan is no total. */
  g_assert_cmpfloat (planned->total, ==, 0);
  g_assert_cmpuint (planned->n_stacked, ==, 0);
}

static void
test_gaps (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripStack) stack = jol_strip_stack_new (get_series (story, "flows"));
  const JolStackGap *gap;
  const JolStackMark *mark;

  /* 2002 has no figures: the areas end, upright, with 2001 and begin with 2003. */
  g_assert_cmpfloat (get_top (stack, get_start (2002) + 1), <, 0);
  g_assert_cmpfloat (get_top (stack, get_start (2003) - 1), <, 0);
  g_assert_cmpfloat_with_epsilon (get_top (stack, get_start (2002) - 0.01), 18, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_top (stack, get_start (2003) + 0.01), 12, 1e-9);

  g_assert_cmpuint (stack->gaps->len, ==, 3);
  gap = &g_array_index (stack->gaps, JolStackGap, 0);
  g_assert_cmpuint (gap->band, ==, 0);
  g_assert_cmpfloat (gap->from_day, ==, get_start (2002));
  g_assert_cmpfloat (gap->from_value, ==, 12);
  g_assert_cmpfloat (gap->to_value, ==, 8);

  g_assert_cmpuint (stack->marks->len, ==, 1);
  mark = &g_array_index (stack->marks, JolStackMark, 0);
  g_assert_cmpint (mark->year, ==, 2004);
  g_assert_cmpfloat (mark->value, ==, 20);
  g_assert_cmpint (mark->quality, ==, JOL_QUALITY_PLANNED);
}

static void
test_pieces (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripStack) stack = jol_strip_stack_new (get_series (story, "flows"));
  const JolStackPiece *piece = &g_array_index (stack->pieces, JolStackPiece, 0);

  /* Reported 2000, estimated 2001: two pieces that meet at the mean. */
  g_assert_false (piece[0].is_estimated);
  g_assert_true (piece[1].is_estimated);
  g_assert_cmpint (piece[0].last_year, ==, 2000);
  g_assert_cmpfloat (piece[0].points[piece[0].n_points - 1].high, ==, 11);
  g_assert_cmpfloat (piece[1].points[0].high, ==, 11);
  for (guint i = 0; i < stack->pieces->len; i++)
    {
      for (guint k = 0; k < piece[i].n_points; k++)
        {
          g_assert_cmpfloat (piece[i].points[k].low, <=, piece[i].points[k].high);
          if (k > 0)
            g_assert_cmpfloat (piece[i].points[k].day, >=, piece[i].points[k - 1].day);
        }
    }
}

static JolStripScene *
make_chart (JolStory *story, const char *chart, int width, double from_day, double to_day)
{
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, chart, 0, "en");
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

static JolStripScene *
make_view (JolStory *story, int width, double from_day, double to_day)
{
  return make_chart (story, "flows", width, from_day, to_day);
}

static JolStripScene *
make_scene (JolStory *story, int width)
{
  return make_view (story, width, 0, 0);
}

static void
test_date_and_back (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  const int widths[] = { 200, 700, 1900, 20000 };
  const JolPrecision precisions[] = { JOL_PRECISION_MONTH, JOL_PRECISION_MONTH, JOL_PRECISION_MONTH,
                                      JOL_PRECISION_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (JolStripScene) scene = make_scene (story, widths[i]);
      JolDate first = jol_strip_scene_get_date (scene, -100);
      JolDate last = jol_strip_scene_get_date (scene, 1e6);

      g_assert_cmpint (first.year, ==, 1991);
      g_assert_cmpint (last.year, ==, 2025);
      if (i > 0)
        g_assert_cmpint (jol_strip_scene_get_precision (scene), ==, precisions[i]);
      for (double x = scene->left + 0.5; x < scene->right; x += 7)
        {
          JolDate date = jol_strip_scene_get_date (scene, x);
          JolStripPlayhead playhead = jol_strip_scene_place_playhead (scene, &date, "May 2001");

          g_assert_cmpfloat (playhead.x0, <=, x + 1e-6);
          g_assert_cmpfloat (playhead.x1, >=, x - 1e-6);
        }
    }
}

static void
test_bubble_stays_inside (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_scene (story, 400);
  const char *dates[] = { "1991", "1991-01-01", "2009-12", "2025-12-31", "2025" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      JolDate date;
      JolStripPlayhead playhead;

      g_assert_true (jol_date_parse (dates[i], &date));
      playhead = jol_strip_scene_place_playhead (scene, &date, "31 December 2025");
      g_assert_cmpfloat (playhead.bubble_x, >=, 0);
      g_assert_cmpfloat (playhead.bubble_x + playhead.bubble_width, <=, scene->width);
      g_assert_cmpfloat (playhead.bubble_width, >, 60);
      g_assert_cmpfloat (playhead.x, >=, scene->left);
      g_assert_cmpfloat (playhead.x, <=, scene->right);
    }
}

static gboolean
overlap (const JolStripTick *a, const JolStripTick *b)
{
  const double touch = 1e-6; /* sharing an edge is not hiding */

  return a->x + touch < b->x + b->width && b->x + touch < a->x + a->width &&
         a->y + touch < b->y + b->height && b->y + touch < a->y + a->height;
}

static void
assert_ticks (JolStripScene *scene, guint n_expected)
{
  guint n_events = 0;

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);

      n_events += tick->n_events;
      g_assert_cmpfloat (tick->x, >=, scene->left - 1e-6);
      g_assert_cmpfloat (tick->x + tick->width, <=, scene->right + 3);
      g_assert_cmpfloat (tick->y, >=, (tick->is_bar ? scene->lanes_top : scene->ticks_top) - 1e-6);
      g_assert_cmpfloat (tick->y + tick->height, <=,
                         (tick->is_bar ? scene->lanes_bottom : scene->ticks_bottom) + 1e-6);
      g_assert_cmpfloat (tick->height, >, 0);
      for (guint k = i + 1; k < scene->ticks->len && k < i + 30; k++)
        g_assert_false (overlap (tick, &g_array_index (scene->ticks, JolStripTick, k)));
    }
  g_assert_cmpuint (n_events, ==, n_expected);
}

/* None hides another, whether there are a few or far too many. */
static void
test_ticks (void)
{
  const guint numbers[] = { 0, 1, 50, 196, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (JolStory) story = jol_test_load_random_story (numbers[i]);
      g_autoptr (JolStripScene) scene = make_scene (story, 700);

      assert_ticks (scene, numbers[i]);
    }
}

static void
test_find_tick (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_scene (story, 700);
  guint n_found = 0;

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);

      g_assert_true (jol_strip_scene_find_tick (scene, tick->x + tick->width / 2,
                                                tick->y + tick->height / 2) == tick);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 6);
  g_assert_null (jol_strip_scene_find_tick (scene, scene->left + 2, scene->ticks_bottom - 2));
  g_assert_null (jol_strip_scene_find_tick (scene, scene->left + 2, scene->plot_top));
}

static void
test_axis (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_scene (story, 700);

  /* Every five years from 1995. */
  g_assert_cmpuint (scene->years->len, ==, 7);
  g_assert_cmpstr (g_array_index (scene->years, JolStripMark, 0).label, ==, "1995");
  g_assert_cmpuint (scene->minors->len, ==, 35);
  g_assert_cmpuint (scene->eras->len, ==, 2);
  g_assert_cmpstr (g_array_index (scene->eras, JolStripEra, 0).title, ==, "Early");
  g_assert_cmpuint (scene->levels->len, >, 0);
}

/* Of an event there is no half. */
static void
test_counted_levels (void)
{
  g_autoptr (JolStory) story =
      jol_test_load_story ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"few\", "
                           "\"title\": \"Few\", \"language\": \"en\","
                           " \"events\": [{\"id\": \"a\", \"title\": \"A\", \"kind\": \"summit\", "
                           "\"date\": \"2003-05\"}]}");
  g_autoptr (JolStripScene) scene = make_chart (story, JOL_CHART_EVENTS, 700, 0, 0);

  g_assert_cmpuint (scene->levels->len, ==, 1);
  g_assert_cmpstr (g_array_index (scene->levels, JolStripMark, 0).label, ==, "1");
}

/* What lasts is a bar as wide as it lasts; a date that is only a year is one that says so. */
static void
test_bars (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_view (story, 700, get_start (2009), get_start (2010));
  guint n_bars = 0;

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);

      if (!tick->is_bar)
        continue;
      n_bars++;
      if (g_strcmp0 (tick->id, "in-2009") == 0)
        {
          g_assert_true (tick->is_period);
          g_assert_cmpfloat_with_epsilon (tick->x, scene->left, 1e-6);
          g_assert_cmpfloat_with_epsilon (tick->width, scene->right - scene->left - 1, 1e-6);
        }
    }
  g_assert_cmpuint (n_bars, ==, 1);
  assert_ticks (scene, 3);
}

static void
test_marks (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  JolStripRequest request = {
    .story = story,
    .topic = topic,
    .hidden_kinds = 1u << JOL_EVENT_SUMMIT,
    .selection = "jul-2022",
    .subject = "old-line",
    .width = 700,
    .height = 132,
    .theme = JOL_THEME_DARK,
    .language = "en",
  };
  g_autoptr (JolStripScene) scene = jol_strip_scene_new (&request);
  guint n_selected = 0, n_dimmed = 0;

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);

      n_selected += tick->is_selected;
      n_dimmed += tick->is_dimmed;
      g_assert_cmpint (tick->kind, !=, JOL_EVENT_SUMMIT);
    }
  g_assert_cmpuint (scene->ticks->len, ==, 5);
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_cmpuint (n_dimmed, ==, 2);
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  guint8 *row =
      cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  return ((guint32 *) (void *) row)[(int) x];
}

static void
test_painted (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripScene) scene = make_scene (story, 700);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700, 144);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);
  JolColor band = jol_palette_get_band (JOL_THEME_LIGHT, 0);
  double middle = jol_strip_scene_get_x (scene, get_middle (2000));
  double nothing = jol_strip_scene_get_x (scene, get_middle (2015));
  guint32 pixel;

  jol_paint_strip (scene, canvas);
  pixel = get_pixel (surface, middle, scene->plot_bottom - 3);
  g_assert_cmpint ((int) (pixel >> 16 & 0xff), ==, (int) lround (band.red * 255));
  g_assert_cmpint ((int) (pixel & 0xff), ==, (int) lround (band.blue * 255));
  pixel = get_pixel (surface, nothing, scene->plot_bottom - 3);
  g_assert_cmpint ((int) (pixel >> 24), <, 60); /* at most the ground of an era */

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_legend (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolStripTopic) topic = jol_strip_topic_new (story, "flows", 0, "en");
  g_autoptr (JolStripReadings) readings = read_year (topic, 2001);
  g_autoptr (GArray) bands = jol_strip_bands_new (topic, readings, "new-line", JOL_THEME_LIGHT);
  const JolStripBand *band = &g_array_index (bands, JolStripBand, 0);
  double natural, one_row, two_rows;

  g_assert_cmpstr (band[0].name, ==, "Old line");
  g_assert_false (band[0].is_selected);
  g_assert_true (band[1].is_selected);
  g_assert_cmpstr (band[0].value, ==, "12 · 67%");
  one_row =
      jol_paint_strip_legend (band, bands->len, NULL, NULL, JOL_THEME_LIGHT, 1000, &natural, NULL);
  two_rows = jol_paint_strip_legend (band, bands->len, NULL, NULL, JOL_THEME_LIGHT, natural - 10,
                                     NULL, NULL);
  g_assert_cmpfloat (two_rows, ==, 2 * one_row);
}

/* Before the legend takes the map's room, it leaves out what is in brackets. */
static void
test_legend_gives_way (void)
{
  const JolStripBand bands[] = { { .name = (char *) "One (of the very many that there are)" },
                                 { .name = (char *) "Two (of the very many that there are)" },
                                 { .name = (char *) "Three (of the very many that there are)" } };
  const JolStripBand listed[] = { { .name = (char *) "One, of very many" },
                                  { .name = (char *) "Two, of very many" },
                                  { .name = (char *) "Six, of very many" },
                                  { .name = (char *) "Ten, of very many" } };
  double one_row = jol_paint_strip_legend (bands, 3, NULL, NULL, JOL_THEME_LIGHT, 5000, NULL, NULL);

  /* Three rows with the brackets, one without. */
  g_assert_cmpfloat (
      jol_paint_strip_legend (bands, 3, NULL, NULL, JOL_THEME_LIGHT, 280, NULL, NULL), ==, one_row);
  g_assert_cmpfloat (
      jol_paint_strip_legend (bands, 2, NULL, NULL, JOL_THEME_LIGHT, 280, NULL, NULL), ==,
      2 * one_row);
  /* Where that is too little, what follows a comma goes as well: four rows, then two. */
  g_assert_cmpfloat (
      jol_paint_strip_legend (listed, 4, NULL, NULL, JOL_THEME_LIGHT, 120, NULL, NULL), ==,
      2 * one_row);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/strip/sums", test_sums);
  g_test_add_func ("/strip/gaps", test_gaps);
  g_test_add_func ("/strip/pieces", test_pieces);
  g_test_add_func ("/strip/date-and-back", test_date_and_back);
  g_test_add_func ("/strip/bubble-stays-inside", test_bubble_stays_inside);
  g_test_add_func ("/strip/ticks", test_ticks);
  g_test_add_func ("/strip/find-tick", test_find_tick);
  g_test_add_func ("/strip/axis", test_axis);
  g_test_add_func ("/strip/counted-levels", test_counted_levels);
  g_test_add_func ("/strip/bars", test_bars);
  g_test_add_func ("/strip/marks", test_marks);
  g_test_add_func ("/strip/painted", test_painted);
  g_test_add_func ("/strip/legend", test_legend);
  g_test_add_func ("/strip/legend-gives-way", test_legend_gives_way);

  return jol_test_run ();
}
