/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents say of themselves, and that each kind draws on any canvas. */
#include "config.h"

#include "jol-canvas-svg.h"
#include "jol-document-article.h"
#include "jol-document-card.h"
#include "jol-document-poster.h"
#include "jol-document-strip.h"
#include "jol-document-timeline.h"
#include "jol-document-write.h"
#include "jol-error.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"
#include "jol-strip-plate.h"
#include "jol-test-util.h"

#include <string.h>

typedef struct
{
  JolSession *session;
} Fixture;

static const JolDocumentLook look = { .theme = JOL_THEME_LIGHT,
                                      .language = "en",
                                      .has_title = TRUE,
                                      .has_legend = TRUE,
                                      .has_scale = TRUE,
                                      .has_credits = TRUE };

static const JolExportOptions options = { .scale = 1.0 };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  JolDate date = { .year = 2022, .month = 7 };

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  jol_session_select_at (fixture->session, "cpc", &date, JOL_ORIGIN_APP);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static JolScene *
build_scene (JolSession *session, int width, int height)
{
  const JolSceneTarget target = {
    width, height, JOL_THEME_LIGHT, "en", { 46.0, 51.0, 5.0 },
  };

  return jol_scene_builder_build (session, &target);
}

/* A page as SVG, whose text can be searched. */
static char *
draw_page (JolDocument *document, guint page)
{
  const JolSvgHead head = { .title = jol_document_get_title (document) };
  g_autoptr (JolCanvas) canvas = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  canvas = jol_canvas_svg_new (width, height, &head);
  jol_document_draw_page (document, page, canvas);
  bytes = jol_canvas_svg_finish (canvas);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_words (void)
{
  JolDocumentKind kind;

  for (guint i = 0; i < JOL_N_DOCUMENT_KINDS; i++)
    {
      g_assert_true (
          jol_document_kind_from_string (jol_document_kind_to_string ((JolDocumentKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (jol_document_kind_from_string ("Map", &kind));
}

static void
test_map (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = build_scene (fixture->session, 640, 400);
  g_autoptr (JolDocument) document = jol_document_new_map (scene, JOL_PASS_ALL);
  g_autoptr (JolDocument) clear = jol_document_new_map (scene, JOL_PASS_ALL & ~JOL_PASS_BASE);
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  g_assert_cmpfloat (width, ==, 640.0);
  g_assert_cmpfloat (height, ==, 400.0);
  g_assert_cmpuint (jol_document_get_n_pages (document), ==, 1);
  g_assert_true (jol_document_is_opaque (document));
  g_assert_false (jol_document_is_opaque (clear));
  g_assert_false (jol_document_is_paper (document));
  g_assert_true (jol_document_get_scene (document) == scene);
  g_assert_cmpstr (jol_document_get_date_label (document), ==, "July 2022");
}

/* Chart, with its unit, values at the date, and whose they are. */
static void
test_strip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) document = NULL;
  g_autofree char *svg = NULL;

  jol_session_set_series (fixture->session, "kazakhstan-oil-exports-by-outlet");
  document = jol_document_new_strip (fixture->session, &look, 960, 400);
  svg = draw_page (document, 0);
  g_assert_nonnull (strstr (jol_document_get_title (document), "Mt"));
  g_assert_nonnull (strstr (svg, ">52.2<"));
  g_assert_nonnull (strstr (svg, "Sources: "));
  g_assert_nonnull (strstr (svg, ">Summits<"));
  g_assert_nonnull (strstr (svg, ">Jul 2022<"));
  g_assert_nonnull (strstr (jol_document_get_description (document), "52.2"));
}

static void
test_bare_strip (Fixture *fixture, gconstpointer data)
{
  const JolDocumentLook bare = { .theme = JOL_THEME_DARK,
                                 .language = "en",
                                 .is_transparent = TRUE };
  g_autoptr (JolDocument) document = jol_document_new_strip (fixture->session, &bare, 960, 400);
  g_autofree char *svg = draw_page (document, 0);

  g_assert_false (jol_document_is_opaque (document));
  g_assert_null (strstr (svg, "Sources: "));
  g_assert_null (strstr (svg, ">Summits<"));
  g_assert_nonnull (strstr (svg, ">Jul 2022<"));
}

/* Map above, strip below, together as large as was asked. */
static void
test_map_strip (Fixture *fixture, gconstpointer data)
{
  int map_height;
  JolStripPlate *plate =
      jol_document_plan_map_strip (fixture->session, &look, 1280, 800, &map_height);
  g_autoptr (JolScene) scene = build_scene (fixture->session, 1280, map_height);
  g_autoptr (JolDocument) document = jol_document_new_map_strip (plate, scene, JOL_PASS_ALL, 800);
  g_autofree char *svg = draw_page (document, 0);
  double width, height;

  g_assert_cmpint (map_height, >, 400);
  g_assert_cmpint (map_height, <, 600);
  jol_document_get_page_size (document, &width, &height);
  g_assert_cmpfloat (width, ==, 1280.0);
  g_assert_cmpfloat (height, ==, 800.0);
  g_assert_nonnull (strstr (svg, "<g id=\"cpc\">"));
  g_assert_nonnull (strstr (svg, "<g id=\"series\">"));
}

/* Too small for what it should hold, but no smaller than asked and without a warning. */
static void
test_tiny (Fixture *fixture, gconstpointer data)
{
  int map_height;
  JolStripPlate *plate = jol_document_plan_map_strip (fixture->session, &look, 20, 12, &map_height);
  g_autoptr (JolScene) scene = build_scene (fixture->session, 20, map_height);
  g_autoptr (JolDocument) document = jol_document_new_map_strip (plate, scene, JOL_PASS_ALL, 12);
  g_autoptr (JolDocument) strip = jol_document_new_strip (fixture->session, &look, 5, 5);
  g_autofree char *svg = draw_page (document, 0);
  g_autofree char *strip_svg = draw_page (strip, 0);

  g_assert_nonnull (svg);
  g_assert_nonnull (strip_svg);
}

/* Only what is listed, with the years as contents. */
static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  const JolPaper paper = jol_paper_new (JOL_PAPER_A4, FALSE);
  g_autoptr (JolDocument) narrowed = NULL;
  g_autoptr (JolDocument) all = NULL;
  g_autofree char *svg = NULL;
  g_auto (GStrv) files = NULL;
  const JolDocumentEntry *entry;

  narrowed = jol_document_new_timeline (fixture->session, &look, &paper);
  svg = draw_page (narrowed, 0);
  g_assert_true (jol_document_is_paper (narrowed));
  g_assert_nonnull (strstr (jol_document_get_description (narrowed), "29 of 196 events"));
  g_assert_nonnull (strstr (svg, ">CPC pipeline officially opened<"));
  g_assert_nonnull (strstr (svg, ">27\u00a0Nov<"));
  g_assert_null (strstr (svg, ">Alma-Ata Declaration<"));

  jol_session_select (fixture->session, NULL, JOL_ORIGIN_APP);
  all = jol_document_new_timeline (fixture->session, &look, &paper);
  g_assert_cmpuint (jol_document_get_n_pages (all), >, jol_document_get_n_pages (narrowed));
  entry = &g_array_index (jol_document_get_contents (all), JolDocumentEntry, 0);
  g_assert_cmpstr (entry->title, ==, "1991");
  g_assert_cmpuint (entry->page, ==, 0);
  files = jol_document_list_files (all, &options, JOL_EXPORT_PNG, "a.b/list.png");
  g_assert_cmpuint (g_strv_length (files), ==, jol_document_get_n_pages (all));
  g_assert_cmpstr (files[1], ==, "a.b/list-02.png");
}

/* Its sections are the contents, its maps are figures, its sources are numbered and listed. */
static void
test_article (Fixture *fixture, gconstpointer data)
{
  const JolPaper paper = jol_paper_new (JOL_PAPER_A4, FALSE);
  JolStory *story = jol_session_get_story (fixture->session);
  g_autoptr (JolDocument) document = jol_document_new_article (
      story, JOL_ARTICLE (jol_story_lookup (story, "one-pipe-out")), &look, &paper);
  const GArray *contents = jol_document_get_contents (document);
  g_autofree char *first = draw_page (document, 0);
  g_autofree char *last = draw_page (document, jol_document_get_n_pages (document) - 1);

  g_assert_cmpstr (jol_document_get_title (document), ==, "One pipe out");
  g_assert_nonnull (jol_document_get_author (document));
  g_assert_cmpuint (contents->len, ==, 7);
  g_assert_cmpstr (g_array_index (contents, JolDocumentEntry, 6).title, ==, "Sources");
  g_assert_nonnull (strstr (first, ">One pipe out<"));
  g_assert_nonnull (strstr (first, ">A way out for Tengiz<"));
  g_assert_nonnull (strstr (first, "<g id=\"cpc\">"));
  g_assert_nonnull (strstr (first, ">Figure 1.<"));
  g_assert_nonnull (strstr (first, "href=\"https://"));
  g_assert_nonnull (strstr (last, "href=\"https://"));
  /* The story's own session is as it was. */
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  const JolPaper paper = jol_paper_new (JOL_PAPER_A4, FALSE);
  JolPaper endless = paper;
  g_autoptr (JolDocument) place = NULL, picture = NULL;
  g_autoptr (JolDocument) route = jol_document_new_card (
      fixture->session, jol_session_get_selected (fixture->session), &look, &paper);
  g_autofree char *svg = draw_page (route, 0);
  g_autofree char *last = draw_page (route, jol_document_get_n_pages (route) - 1);
  double width, height;

  g_assert_cmpstr (jol_document_get_description (route), ==, "Oil · operating · July 2022");
  g_assert_nonnull (strstr (svg, ">67\u00a0Mt a year, since April 2018<"));
  g_assert_nonnull (strstr (svg, ">58.71\u00a0Mt in 2022<"));
  g_assert_nonnull (strstr (svg, ">History<"));
  g_assert_nonnull (strstr (svg, ">CPC pipeline officially opened<"));
  g_assert_nonnull (strstr (last, ">Sources<"));
  g_assert_nonnull (strstr (svg, "<g id=\"cpc\">"));
  g_assert_nonnull (strstr (last, "Natural Earth"));
  g_assert_cmpuint (jol_document_get_n_pages (route), ==, 2);
  /* A picture of all that is one. */
  endless.is_endless = TRUE;
  picture = jol_document_new_card (fixture->session, jol_session_get_selected (fixture->session),
                                   &look, &endless);
  jol_document_get_page_size (picture, &width, &height);
  g_assert_cmpuint (jol_document_get_n_pages (picture), ==, 1);
  g_assert_cmpfloat (width, ==, paper.width);
  g_assert_cmpfloat (height, >, paper.height);

  jol_session_select (fixture->session, "samarkand", JOL_ORIGIN_APP);
  place = jol_document_new_card (fixture->session, jol_session_get_selected (fixture->session),
                                 &look, &paper);
  g_assert_cmpuint (jol_document_get_n_pages (place), ==, 1);
}

/* Each paper, both ways: all of it is on one page, and the map as large as was asked. */
static void
test_poster (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2 * JOL_N_PAPER_SIZES; i++)
    {
      const JolPaper paper = jol_paper_new ((JolPaperSize) (i / 2), i % 2 == 1);
      g_autoptr (JolDocument) document =
          jol_document_new_poster (fixture->session, NULL, &look, &paper);
      g_autofree char *svg = draw_page (document, 0);

      g_assert_cmpuint (jol_document_get_n_pages (document), ==, 1);
      g_assert_nonnull (strstr (svg, ">Caspian Pipeline Consortium"));
      g_assert_nonnull (strstr (svg, ">Key events<"));
      g_assert_nonnull (strstr (svg, ">10 claims checked<"));
      g_assert_nonnull (strstr (svg, "<g id=\"series\">"));
      g_assert_nonnull (strstr (svg, ">Oil<"));
    }
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) document = jol_document_new_strip (fixture->session, &look, 400, 200);
  g_auto (GStrv) files =
      jol_document_list_files (document, &options, JOL_EXPORT_PNG, "a.b/strip.png");

  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_cmpstr (files[0], ==, "a.b/strip.png");
}

/* What a person is asked before it is replaced. */
static void
test_files_of_a_map (Fixture *fixture, gconstpointer data)
{
  const JolExportOptions placed = { .scale = 1.0, .has_world_file = TRUE };
  g_autoptr (JolScene) scene = build_scene (fixture->session, 64, 64);
  g_autoptr (JolDocument) document = jol_document_new_map (scene, JOL_PASS_ALL);
  g_auto (GStrv) png = jol_document_list_files (document, &placed, JOL_EXPORT_PNG, "a.b/map.png");
  g_auto (GStrv) pdf = jol_document_list_files (document, &placed, JOL_EXPORT_PDF, "a.b/map.pdf");

  g_assert_cmpuint (g_strv_length (png), ==, 3);
  g_assert_cmpstr (png[0], ==, "a.b/map.png");
  g_assert_cmpstr (png[1], ==, "a.b/map.pgw");
  g_assert_cmpstr (png[2], ==, "a.b/map.png.aux.xml");
  g_assert_cmpuint (g_strv_length (pdf), ==, 1);
}

#define add(name, function)                                                                        \
  g_test_add ("/document/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/document/words", test_words);
  add ("map", test_map);
  add ("strip", test_strip);
  add ("bare-strip", test_bare_strip);
  add ("map-strip", test_map_strip);
  add ("tiny", test_tiny);
  add ("timeline", test_timeline);
  add ("article", test_article);
  add ("card", test_card);
  add ("poster", test_poster);
  add ("files", test_files);
  add ("files-of-a-map", test_files_of_a_map);

  return jol_test_run ();
}
