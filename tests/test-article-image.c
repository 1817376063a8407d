/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-loader.h"
#include "jol-test-reader.h"
#include "jol-test-ui.h"

#include <cairo.h>
#include <string.h>

#define STORY                                                                                      \
  "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", \"articles\": "    \
  "[{\"id\": \"a\", \"title\": \"A\", \"sections\": [{\"id\": \"s\", \"body\": \"Before.\\n\\n"    \
  "![The *northern* shore](wide.png \\\"seen from a ship\\\")\\n\\n![](cut.png)\\n\\n"             \
  "![A lost one](none.png)\\n\\nAfter.\"}]}]}"

typedef struct
{
  ReaderFixture reader;
  char *folder;
} Fixture;

static void
write_png (const char *folder, const char *name, int width, int height)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolStory) story = NULL;
  g_autofree char *path = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  fixture->folder = jol_test_make_folder ();
  path = g_build_filename (fixture->folder, "story.json", NULL);
  cut = g_build_filename (fixture->folder, "cut.png", NULL);
  write_png (fixture->folder, "wide.png", 1000, 500);
  write_png (fixture->folder, "cut.png", 100, 50);
  g_assert_true (g_file_get_contents (cut, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (cut, bytes, 60, NULL));
  g_assert_true (g_file_set_contents (path, STORY, -1, NULL));

  story = jol_story_load (path, problems, NULL, NULL);
  g_assert_nonnull (story);
  reader_fixture_open (&fixture->reader, story);
  jol_test_wait_until (reader_is_measured (&fixture->reader));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  reader_fixture_tear_down (&fixture->reader, NULL);
  jol_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* What a screen reader says and what is copied. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = reader_get_text (&fixture->reader);

  g_assert_nonnull (strstr (text, "Before.\nImage: seen from a ship\nThe northern shore\nImage\n"));
  g_assert_nonnull (
      strstr (text, "The image “none.png” cannot be shown: there is no such file.\nA lost one\n"));
}

/* As wide as the text, in its own proportions, above its caption. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->reader.view);
  const GPtrArray *images = jol_article_buffer_get_images (buffer);
  GtkTextView *view = GTK_TEXT_VIEW (fixture->reader.view);
  const int width_px = gtk_widget_get_width (GTK_WIDGET (view)) -
                       gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  GtkTextIter iter;
  int y, height_px;

  g_assert_cmpuint (images->len, ==, 2);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_image_get_start (g_ptr_array_index (images, 0)));
  gtk_text_view_get_line_yrange (view, &iter, &y, &height_px);
  g_assert_cmpint (height_px, >=, width_px / 2);
  g_assert_cmpint (height_px, <=, width_px / 2 + 12);
  /* A small one is not blown up. */
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_image_get_start (g_ptr_array_index (images, 1)));
  gtk_text_view_get_line_yrange (view, &iter, &y, &height_px);
  g_assert_cmpint (height_px, <=, 50 + 12);
}

static void
test_decode (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *images =
      jol_article_buffer_get_images (jol_article_view_get_article (fixture->reader.view));

  jol_test_wait_until (jol_article_image_is_shown (g_ptr_array_index (images, 0)));
  jol_test_wait_until (jol_article_image_is_broken (g_ptr_array_index (images, 1)));
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add ("/article-image/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/article-image/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/article-image/decode", Fixture, NULL, set_up, test_decode, tear_down);
  return jol_test_run ();
}
