/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The first bytes of a PNG of any size; enough for all but to decode it. */
static GBytes *
make_png_head (guint width, guint height)
{
  const guint8 head[] = { 0x89,
                          'P',
                          'N',
                          'G',
                          '\r',
                          '\n',
                          0x1a,
                          '\n',
                          0,
                          0,
                          0,
                          13,
                          'I',
                          'H',
                          'D',
                          'R',
                          (guint8) (width >> 24),
                          (guint8) (width >> 16),
                          (guint8) (width >> 8),
                          (guint8) width,
                          (guint8) (height >> 24),
                          (guint8) (height >> 16),
                          (guint8) (height >> 8),
                          (guint8) height,
                          8,
                          2,
                          0,
                          0,
                          0 };

  return g_bytes_new (head, sizeof head);
}

static void
assert_image (const void *data, gsize length, guint width, guint height)
{
  g_autoptr (JolImage) image = jol_image_new (g_bytes_new (data, length));

  g_assert_cmpuint (image->width_px, ==, width);
  g_assert_cmpuint (image->height_px, ==, height);
  g_assert_true ((width == 0) == (image->bytes == NULL));
  g_assert_true ((width == 0) == (image->fault != NULL));
}

static void
test_heads (void)
{
  /* A comment, fill bytes, a table of Huffman codes, then a frame of 300 × 200. */
  static const guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xfe, 0, 4, 'h', 'i', 0xff, 0xff, 0xc4, 0, 3, 1,
                                 0xff, 0xc2, 0,    11,   8, 0, 200, 1,   44,   3,    1,    2, 3 };
  g_autoptr (GBytes) png = make_png_head (640, 480);
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  assert_image (data, length, 640, 480);
  assert_image (jpeg, sizeof jpeg, 300, 200);
  /* However short, no byte beyond is read. */
  for (gsize n = 0; n < 24; n++)
    assert_image (data, n, 0, 0);
  for (gsize n = 0; n < 23; n++)
    {
      g_autofree guint8 *copy = g_memdup2 (jpeg, n);

      assert_image (copy, n, 0, 0);
    }
  for (guint marker = 0xc0; marker <= 0xd9; marker++)
    {
      g_autofree guint8 *copy = g_memdup2 (jpeg, sizeof jpeg);

      copy[15] = (guint8) marker;
      /* Of the other frames libraries make nothing, or never come to an end. */
      assert_image (copy, sizeof jpeg, marker <= 0xc2 ? 300 : 0, marker <= 0xc2 ? 200 : 0);
    }
  assert_image ("GIF89a", 6, 0, 0);
  assert_image ("<svg/>", 6, 0, 0);
}

static void
test_sizes (void)
{
  static const struct
  {
    guint width, height;
    gboolean is_good;
  } cases[] = {
    { 1, 1, TRUE },     { 4096, 4096, TRUE }, { 8192, 2048, TRUE },
    { 8193, 1, FALSE }, { 1, 8193, FALSE },   { 4097, 4096, FALSE },
    { 0, 5, FALSE },    { 5, 0, FALSE },      { 0xffffffffu, 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JolImage) image = jol_image_new (make_png_head (cases[i].width, cases[i].height));

      g_test_message ("%u × %u", cases[i].width, cases[i].height);
      g_assert_true ((image->bytes != NULL) == cases[i].is_good);
    }
}

static void
write_file (const char *folder, const char *name, const void *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Loads a story with that body, from a folder with the good image in it; the last problem, or NULL,
 * is what is said. */
static JolStory *
load (const char *folder, const char *body, char **problem_out)
{
  g_autofree char *path = g_build_filename (folder, "story.json", NULL);
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", \"articles\": "
      "[{\"id\": \"a\", \"title\": \"A\", \"sections\": [{\"id\": \"s\", \"body\": \"%s\"}]}]}",
      body);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  JolStory *story;

  write_file (folder, "story.json", json, strlen (json));
  story = jol_story_load (path, problems, NULL, NULL);
  *problem_out = NULL;
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      const char *message = jol_problem_list_get (problems, i)->message;

      if (strstr (message, "image"))
        {
          g_free (*problem_out);
          *problem_out = g_strdup (message);
        }
    }
  return story;
}

static void
test_load (void)
{
  static const struct
  {
    const char *path, *problem;
    gboolean is_error;
  } cases[] = {
    { "good.png", NULL, FALSE },
    { "sub/good.png", NULL, FALSE },
    { "none.png", "the image “none.png” cannot be shown: there is no such file", FALSE },
    { "sub", "the image “sub” cannot be shown: this is not a file", FALSE },
    { "story.json", "the image “story.json” cannot be shown: it is neither a PNG nor a JPEG",
      FALSE },
    { "../good.png",
      "the image “../good.png” leaves the manifest's folder: it is named by a plain path below it",
      TRUE },
    { "/etc/passwd",
      "the image “/etc/passwd” leaves the manifest's folder: it is named by a plain path below it",
      TRUE },
    { "https://example.org/a.png",
      "the image “https://example.org/a.png” leaves the manifest's folder: it is named by a plain "
      "path below it",
      TRUE },
    { "out.png", "the image “out.png” is a link out of the manifest's folder", TRUE },
  };
  g_autofree char *outer = jol_test_make_folder ();
  g_autofree char *folder = g_build_filename (outer, "story", NULL);
  g_autofree char *sub = g_build_filename (folder, "sub", NULL);
  g_autofree char *link = g_build_filename (folder, "out.png", NULL);
  g_autoptr (GBytes) png = make_png_head (64, 32);
  gsize length;
  const void *data = g_bytes_get_data (png, &length);

  g_assert_cmpint (g_mkdir_with_parents (sub, 0700), ==, 0);
  write_file (folder, "good.png", data, length);
  write_file (sub, "good.png", data, length);
  write_file (outer, "good.png", data, length);
  g_assert_cmpint (symlink ("../good.png", link), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf ("Words\\n\\n![A caption](%s)", cases[i].path);
      g_autofree char *problem = NULL;
      g_autoptr (JolStory) story = load (folder, body, &problem);
      const JolImage *image;

      g_assert_cmpstr (problem, ==, cases[i].problem);
      g_assert_true ((story == NULL) == cases[i].is_error);
      if (!story)
        continue;
      image = jol_story_get_image (story, cases[i].path);
      g_assert_nonnull (image);
      g_assert_true ((image->bytes != NULL) == (cases[i].problem == NULL));
      g_assert_null (jol_story_get_image (story, "other.png"));
    }
  jol_test_remove_folder (outer);
}

/* Each is told by its head; the rest is a hole in the file. */
static void
write_large_png (const char *folder, const char *name, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) png = make_png_head (64, 32);

  write_file (folder, name, g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_assert_cmpint (truncate (path, (off_t) length), ==, 0);
}

static void
test_limits (void)
{
  const gsize largest = 16 << 20;
  g_autofree char *folder = jol_test_make_folder ();
  g_autoptr (GString) body = g_string_new ("![Too large](large.png)");
  g_autofree char *problem = NULL;
  g_autoptr (JolStory) story = NULL;

  write_large_png (folder, "large.png", largest + 1);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.png", i);

      write_large_png (folder, name, largest);
      g_string_append_printf (body, "\\n\\n![One of many](%s)", name);
    }

  story = load (folder, body->str, &problem);
  g_assert_nonnull (story);
  g_assert_cmpstr (problem, ==,
                   "the image “8.png” cannot be shown: with the images before it there are more "
                   "than 128 MiB");
  g_assert_null (jol_story_get_image (story, "large.png")->bytes);
  g_assert_nonnull (jol_story_get_image (story, "0.png")->bytes);
  g_assert_nonnull (jol_story_get_image (story, "7.png")->bytes);
  g_assert_null (jol_story_get_image (story, "8.png")->bytes);
  jol_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/story-image/heads", test_heads);
  g_test_add_func ("/story-image/sizes", test_sizes);
  g_test_add_func ("/story-image/load", test_load);
  g_test_add_func ("/story-image/limits", test_limits);
  return jol_test_run ();
}
