/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-error.h"
#include "jol-export-fit.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <math.h>
#include <string.h>

typedef struct
{
  JolSession *session;
  JolExportChoice choice;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  jol_export_choice_load (&fixture->choice, NULL, JOL_THEME_LIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
}

static void
assert_name (Fixture *fixture, const char *wanted)
{
  g_autofree char *name = jol_export_choice_suggest_name (&fixture->choice, fixture->session);

  g_assert_cmpstr (name, ==, wanted);
}

static void
set_date (Fixture *fixture, const char *text)
{
  JolDate date;

  g_assert_true (jol_date_parse (text, &date));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
}

static void
test_names_say_what_and_when (Fixture *fixture, gconstpointer data)
{
  set_date (fixture, "2022-07");
  assert_name (fixture, "jol-map-2022-07.png");

  g_assert_true (jol_session_select (fixture->session, "cpc", JOL_ORIGIN_APP));
  assert_name (fixture, "jol-cpc-2022-07.png");

  fixture->choice.format = JOL_EXPORT_PDF;
  fixture->choice.kind = JOL_DOCUMENT_TIMELINE;
  assert_name (fixture, "jol-timeline-cpc-2022-07.pdf");
}

static void
test_a_comparison_has_both_dates (Fixture *fixture, gconstpointer data)
{
  const JolDate before = { .year = 2001 };

  set_date (fixture, "2022");
  jol_session_set_compare (fixture->session, &before, JOL_ORIGIN_APP);
  fixture->choice.format = JOL_EXPORT_SVG;
  assert_name (fixture, "jol-map-2001-2022.svg");
}

static void
test_frames_are_called_so (Fixture *fixture, gconstpointer data)
{
  fixture->choice.has_frames = TRUE;
  fixture->choice.frames = JOL_FRAMES_WEBP;
  assert_name (fixture, "jol-map-frames.webp");
  fixture->choice.frames = JOL_FRAMES_PNG;
  assert_name (fixture, "jol-map-frames.png");
}

static void
test_an_article_is_called_by_its_name (Fixture *fixture, gconstpointer data)
{
  fixture->choice.kind = JOL_DOCUMENT_ARTICLE;
  fixture->choice.format = JOL_EXPORT_PDF;
  g_assert_true (jol_session_set_article (fixture->session, "one-pipe-out", JOL_ORIGIN_APP));
  assert_name (fixture, "jol-one-pipe-out.pdf");
}

static void
assert_px (const JolExportChoice *choice, int width_px, int height_px)
{
  const JolExportExtent extent = jol_export_choice_measure (choice, 600, 500);

  g_assert_cmpint (extent.width_px, ==, width_px);
  g_assert_cmpint (extent.height_px, ==, height_px);
  /* As a PNG is measured. */
  g_assert_cmpint (lround (extent.width * extent.scale), ==, width_px);
  g_assert_cmpint (lround (extent.height * extent.scale), ==, height_px);
}

static void
test_sizes_come_out_to_the_px (Fixture *fixture, gconstpointer data)
{
  static const double text_scales[] = { 0.75, 1.0, 1.25, 1.5, 2.0 };
  JolExportChoice *choice = &fixture->choice;

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    {
      choice->text_scale = text_scales[i];
      choice->size = JOL_EXPORT_SIZE_SLIDE;
      assert_px (choice, 1920, 1080);
      choice->size = JOL_EXPORT_SIZE_4K;
      assert_px (choice, 3840, 2160);
      choice->size = JOL_EXPORT_SIZE_SQUARE;
      assert_px (choice, 2048, 2048);
      /* 210 mm by 297 mm at 300 dpi. */
      choice->size = JOL_EXPORT_SIZE_A4;
      choice->is_landscape = FALSE;
      assert_px (choice, 2480, 3508);
      choice->is_landscape = TRUE;
      assert_px (choice, 3508, 2480);
      choice->size = JOL_EXPORT_SIZE_CUSTOM;
      for (guint n = 0; n < 200; n++)
        {
          choice->width_px = g_test_rand_int_range (400, 5000);
          choice->height_px = g_test_rand_int_range (400, 5000);
          assert_px (choice, choice->width_px, choice->height_px);
        }
    }
}

static void
test_what_is_seen_is_taken_as_it_is (Fixture *fixture, gconstpointer data)
{
  JolExportExtent extent = jol_export_choice_measure (&fixture->choice, 611, 523);

  g_assert_cmpint (extent.width, ==, 611);
  g_assert_cmpint (extent.height, ==, 523);
  g_assert_cmpfloat (extent.scale, ==, 1.0);

  fixture->choice.text_scale = 2.0;
  extent = jol_export_choice_measure (&fixture->choice, 611, 523);
  g_assert_cmpint (extent.width, ==, 611);
  g_assert_cmpint (extent.width_px, ==, 1222);
}

static void
test_a_pdf_is_as_large_as_paper (Fixture *fixture, gconstpointer data)
{
  JolExportExtent extent;
  JolExportOptions options;

  fixture->choice.size = JOL_EXPORT_SIZE_A4;
  fixture->choice.text_scale = 1.5;
  extent = jol_export_choice_measure (&fixture->choice, 600, 500);
  options = jol_export_choice_get_options (&fixture->choice, &extent);
  g_assert_cmpfloat_with_epsilon (extent.width * options.points, 595.3, 0.5);
  g_assert_cmpfloat_with_epsilon (extent.height * options.points, 841.9, 0.5);
}

static void
test_it_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  JolExportChoice *choice = &fixture->choice;
  JolExportChoice again;

  jol_export_choice_save (choice, settings, JOL_THEME_LIGHT);
  jol_export_choice_load (&again, settings, JOL_THEME_DARK);
  /* As the desktop, whichever that is. */
  g_assert_cmpint (again.theme, ==, JOL_THEME_DARK);

  choice->kind = JOL_DOCUMENT_MAP_STRIP;
  choice->size = JOL_EXPORT_SIZE_CUSTOM;
  choice->paper = JOL_PAPER_16_9;
  choice->is_landscape = TRUE;
  choice->width_px = 1111;
  choice->height_px = 2222;
  choice->text_scale = 1.5;
  choice->theme = JOL_THEME_PRINT;
  choice->language = g_intern_string ("kk");
  choice->is_transparent = TRUE;
  choice->has_world_file = TRUE;
  choice->has_legend = FALSE;
  choice->has_frames = TRUE;
  choice->frames = JOL_FRAMES_WEBM;
  choice->unit = JOL_PRECISION_MONTH;
  choice->step = 6;
  choice->fps = 12.0;
  jol_export_choice_save (choice, settings, JOL_THEME_LIGHT);
  jol_export_choice_load (&again, settings, JOL_THEME_LIGHT);
  g_assert_cmpint (again.kind, ==, choice->kind);
  g_assert_true (again.has_frames);
  g_assert_cmpint (again.frames, ==, JOL_FRAMES_WEBM);
  g_assert_cmpint (again.unit, ==, JOL_PRECISION_MONTH);
  g_assert_cmpint (again.step, ==, 6);
  g_assert_cmpfloat (again.fps, ==, 12.0);
  g_assert_cmpint (again.size, ==, choice->size);
  g_assert_cmpint (again.paper, ==, choice->paper);
  g_assert_true (again.is_landscape);
  g_assert_cmpint (again.width_px, ==, 1111);
  g_assert_cmpint (again.height_px, ==, 2222);
  g_assert_cmpfloat (again.text_scale, ==, 1.5);
  g_assert_cmpint (again.theme, ==, JOL_THEME_PRINT);
  g_assert_cmpstr (again.language, ==, "kk");
  g_assert_true (again.is_transparent);
  g_assert_true (again.has_world_file);
  g_assert_true (again.has_title);
  g_assert_false (again.has_legend);
}

static void
test_what_cannot_be_there_is_explained (Fixture *fixture, gconstpointer data)
{
  JolExportChoice *choice = &fixture->choice;

  g_assert_null (jol_export_choice_explain (choice, JOL_EXPORT_PART_SCALE));
  g_assert_null (jol_export_choice_explain (choice, JOL_EXPORT_PART_TEXT_SCALE));
  choice->kind = JOL_DOCUMENT_STRIP;
  g_assert_nonnull (jol_export_choice_explain (choice, JOL_EXPORT_PART_SCALE));
  choice->kind = JOL_DOCUMENT_TIMELINE;
  g_assert_nonnull (jol_export_choice_explain (choice, JOL_EXPORT_PART_TEXT_SCALE));
  g_assert_null (jol_export_choice_explain (choice, JOL_EXPORT_PART_TITLE));
  choice->kind = JOL_DOCUMENT_ARTICLE;
  g_assert_nonnull (jol_export_choice_explain (choice, JOL_EXPORT_PART_TITLE));
  /* A page has a map in it. */
  choice->kind = JOL_DOCUMENT_PAGE;
  g_assert_null (jol_export_choice_explain (choice, JOL_EXPORT_PART_SCALE));
}

/* It is wanted of pictures that have a place on the Earth, and kept for the next of them. */
static void
test_a_world_file_is_of_a_map (Fixture *fixture, gconstpointer data)
{
  JolExportChoice *choice = &fixture->choice;
  const JolExportExtent extent = jol_export_choice_measure (choice, 600, 500);

  g_assert_false (jol_export_choice_get_options (choice, &extent).has_world_file);
  choice->has_world_file = TRUE;
  g_assert_true (jol_export_choice_get_options (choice, &extent).has_world_file);
  choice->kind = JOL_DOCUMENT_MAP_STRIP;
  g_assert_true (jol_export_choice_get_options (choice, &extent).has_world_file);
  choice->kind = JOL_DOCUMENT_STRIP;
  g_assert_false (jol_export_choice_get_options (choice, &extent).has_world_file);
  choice->kind = JOL_DOCUMENT_MAP;
  choice->format = JOL_EXPORT_SVG;
  g_assert_false (jol_export_choice_get_options (choice, &extent).has_world_file);
  choice->format = JOL_EXPORT_PNG;
  choice->has_frames = TRUE;
  g_assert_false (jol_export_choice_get_options (choice, &extent).has_world_file);
}

static JolDocument *
make_map (Fixture *fixture, int width, int height)
{
  JolSceneTarget target = {
    .width = width,
    .height = height,
    .theme = JOL_THEME_LIGHT,
    .language = "en",
    .viewport = { 46.0, 51.0, 5.0 },
  };
  g_autoptr (JolScene) scene = jol_scene_builder_build (fixture->session, &target);

  return jol_document_new_map (scene, jol_export_choice_get_passes (&fixture->choice));
}

static void
assert_warning (Fixture *fixture, int width, int height, const char *wanted)
{
  g_autoptr (JolDocument) document = make_map (fixture, width, height);
  g_autofree char *text = jol_export_fit_describe (document, &fixture->choice);

  if (wanted)
    {
      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, wanted));
    }
  else
    {
      g_assert_cmpstr (text, ==, NULL);
    }
}

static void
test_it_warns_of_what_does_not_fit (Fixture *fixture, gconstpointer data)
{
  assert_warning (fixture, 1280, 720, NULL);
  assert_warning (fixture, 220, 200, "no room");
  assert_warning (fixture, 3840, 2160, "too small to read");

  fixture->choice.has_title = fixture->choice.has_legend = FALSE;
  fixture->choice.has_scale = fixture->choice.has_credits = FALSE;
  assert_warning (fixture, 220, 200, NULL);
  assert_warning (fixture, 100, 80, "hardly room");
}

static void
test_it_refuses_what_cannot_be (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) document = make_map (fixture, 3000, 2000);
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (GError) error = NULL;

  g_assert_true (jol_export_fit_check (document, &fixture->choice, &options, &error));
  options.scale = 6.0;
  g_assert_false (jol_export_fit_check (document, &fixture->choice, &options, &error));
  g_assert_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  add ("/export-choice/name", test_names_say_what_and_when);
  add ("/export-choice/name-compare", test_a_comparison_has_both_dates);
  add ("/export-choice/name-frames", test_frames_are_called_so);
  add ("/export-choice/name-article", test_an_article_is_called_by_its_name);
  add ("/export-choice/px", test_sizes_come_out_to_the_px);
  add ("/export-choice/view", test_what_is_seen_is_taken_as_it_is);
  add ("/export-choice/pdf", test_a_pdf_is_as_large_as_paper);
  add ("/export-choice/settings", test_it_is_remembered);
  add ("/export-choice/explain", test_what_cannot_be_there_is_explained);
  add ("/export-choice/world-file", test_a_world_file_is_of_a_map);
  add ("/export-choice/fit", test_it_warns_of_what_does_not_fit);
  add ("/export-choice/check", test_it_refuses_what_cannot_be);

  return jol_test_run ();
}
