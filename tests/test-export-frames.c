/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-frames.h"

#include "jol-error.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <string.h>
#include <webp/demux.h>

#define WIDTH 320
#define HEIGHT 200

typedef struct
{
  JolSession *session;
  JolSceneBuilder *builder;
  GString *dates; /* that were asked for */
  char *folder;
  GCancellable *cancellable;
  double done;
  double cancel_at;
  gboolean is_over;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  fixture->builder = jol_scene_builder_new_steady ();
  fixture->dates = g_string_new (NULL);
  fixture->folder = jol_test_make_folder ();
  fixture->cancellable = g_cancellable_new ();
  fixture->cancel_at = 2.0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->cancellable);
  g_object_unref (fixture->builder);
  g_object_unref (fixture->session);
  g_string_free (fixture->dates, TRUE);
  jol_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static JolDocument *
make_frame (const JolDate *date, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *iso = jol_date_to_iso (date);
  const JolSceneTarget target = { WIDTH, HEIGHT, JOL_THEME_DARK, "en", { 45.0, 60.0, 3.0 } };
  g_autoptr (JolScene) scene = NULL;

  g_string_append_printf (fixture->dates, "%s ", iso);
  jol_session_set_date (fixture->session, date, JOL_ORIGIN_APP);
  scene = jol_scene_builder_update (fixture->builder, fixture->session, &target);
  return jol_document_new_map (scene, JOL_PASS_MAP | JOL_PASS_BIG_DATE);
}

static void
progress_cb (double done, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpfloat (done, >, fixture->done);
  fixture->done = done;
  if (done >= fixture->cancel_at)
    g_cancellable_cancel (fixture->cancellable);
}

static JolFramesOptions
make_options (const char *times, JolFramesFormat format, const char *path)
{
  JolFramesOptions options = { .format = format, .path = path, .scale = 1.0, .fps = 5.0 };

  g_assert_true (jol_frame_times_parse (times, &options.times));
  return options;
}

static gboolean export(Fixture *fixture, const JolFramesOptions *options, GError **error)
{
  const JolProgress progress = { fixture->cancellable, progress_cb, fixture };

  return jol_export_frames (options, make_frame, fixture, &progress, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The folder's names in order, each followed by a space. */
static char *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s ", (const char *) g_ptr_array_index (names, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_times (const char *text, const char *expected)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GArray) dates = NULL;
  JolFrameTimes times;

  g_assert_true (jol_frame_times_parse (text, &times));
  dates = jol_frame_times_list (&times);
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *iso = jol_date_to_iso (&g_array_index (dates, JolDate, i));

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", iso);
    }
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_times (void)
{
  static const char *const bad[] = { "",
                                     "1991..2025",
                                     "1991..2025/",
                                     "1991/1y",
                                     "1991..2025/y",
                                     "1991..2025/0y",
                                     "1991..2025/-1y",
                                     "1991..2025/1w",
                                     "1991..2025/1.5y",
                                     "2025..1991/1y",
                                     "1991..2025/1y ",
                                     "1991..2025/99999y" };
  JolFrameTimes times;

  assert_times ("1991..1994/1y", "1991 1992 1993 1994");
  assert_times ("1991..1994/2y", "1991 1993");
  assert_times ("1991..1991/1y", "1991");
  assert_times ("2001-03..2002/6m", "2001-03 2001-09 2002-03 2002-09");
  assert_times ("2001..2001/4m", "2001-01 2001-05 2001-09");
  assert_times ("2001-03..2003/1y", "2001-03 2002-03 2003-03");
  assert_times ("2022-02-24..2022-03/7d",
                "2022-02-24 2022-03-03 2022-03-10 2022-03-17 2022-03-24 2022-03-31");
  assert_times ("2023-01-31..2023-04/1m", "2023-01-31 2023-02-28 2023-03-31 2023-04-30");
  assert_times ("9998..9999/1y", "9998 9999");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jol_frame_times_parse (bad[i], &times));
}

static void
test_too_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);
  const JolFramesOptions options = make_options ("1991..2025/1d", JOL_FRAMES_PNG, path);
  g_autoptr (GError) error = NULL;

  g_assert_false (export(fixture, &options, &error));
  g_assert_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE);
  g_assert_cmpstr (fixture->dates->str, ==, "");
}

static void
test_numbered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);
  const JolFramesOptions options = make_options ("2001..2003/1y", JOL_FRAMES_PNG, path);
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  export(fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->dates->str, ==, "2001 2002 2003 ");
  g_assert_cmpfloat (fixture->done, ==, 1.0);
  files = list_files (fixture->folder);
  g_assert_cmpstr (files, ==, "map-0001.png map-0002.png map-0003.png ");
}

static void
test_webp (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.webp", NULL);
  const JolFramesOptions options = make_options ("2001..2010/3y", JOL_FRAMES_WEBP, path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  WebPAnimDecoder *decoder;
  WebPAnimInfo info;
  WebPData bytes;
  cairo_surface_t *wanted;
  JolDocument *document;
  guint8 *frame;
  int ends_ms[4];

  export(fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &bytes.size, NULL));
  bytes.bytes = (const guint8 *) content;
  decoder = WebPAnimDecoderNew (&bytes, NULL);
  g_assert_nonnull (decoder);
  g_assert_true (WebPAnimDecoderGetInfo (decoder, &info));
  g_assert_cmpuint (info.canvas_width, ==, WIDTH);
  g_assert_cmpuint (info.canvas_height, ==, HEIGHT);
  g_assert_cmpuint (info.frame_count, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (WebPAnimDecoderGetNext (decoder, &frame, &ends_ms[i]));
  g_assert_cmpint (ends_ms[0], ==, 200);
  g_assert_cmpint (ends_ms[3], ==, 800);

  /* The last frame is without loss: R, G, B, A of each px. */
  document = make_frame (&(JolDate){ .year = 2010 }, fixture);
  wanted = jol_document_render_page (document, 0, 1.0, NULL);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guint8 *px = frame + 4 * ((gsize) y * WIDTH + (gsize) x);
        const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (wanted) +
                                                           (gsize) y * (gsize) WIDTH * 4);

        g_assert_cmphex ((guint32) px[0] << 16 | (guint32) px[1] << 8 | px[2], ==,
                         row[x] & 0xffffff);
      }
  cairo_surface_destroy (wanted);
  g_object_unref (document);
  WebPAnimDecoderDelete (decoder);
}

/* Called off between two frames: of none that were there is one lost, and none is new. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const JolFramesFormat formats[] = { JOL_FRAMES_PNG, JOL_FRAMES_WEBP };
  g_autofree char *old = g_build_filename (fixture->folder, "map-0001.png", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);

  g_assert_true (g_file_set_contents (old, "before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const JolFramesOptions options = make_options ("2001..2010/1y", formats[i], path);
      g_autofree char *files = NULL, *content = NULL;
      g_autoptr (GError) error = NULL;

      fixture->done = 0.0;
      fixture->cancel_at = 0.5;
      g_cancellable_reset (fixture->cancellable);
      g_assert_false (export(fixture, &options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      files = list_files (fixture->folder);
      g_assert_cmpstr (files, ==, "map-0001.png ");
      content = jol_test_read_file (old);
      g_assert_cmpstr (content, ==, "before");
    }
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->result = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.webp", NULL);
  g_autofree char *mine = g_build_filename (fixture->folder, "mine.webp", NULL);
  JolFramesOptions options = make_options ("2001..2003/1y", JOL_FRAMES_WEBP, path);
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;
  g_autoptr (GError) error = NULL;

  jol_export_frames_async (&options, make_frame, fixture, fixture->cancellable, progress_cb,
                           fixture, ended_cb, fixture);
  jol_test_wait_until (fixture->result != NULL);
  jol_export_frames_finish (fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_assert_cmpfloat (fixture->done, ==, 1.0);

  /* The same bytes as without a thread, from a builder that has seen nothing either. */
  g_object_unref (fixture->builder);
  fixture->builder = jol_scene_builder_new_steady ();
  fixture->done = 0.0;
  options.path = mine;
  export(fixture, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_true (g_file_get_contents (mine, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_async_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);
  const JolFramesOptions options = make_options ("2001..2010/1y", JOL_FRAMES_PNG, path);
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  fixture->cancel_at = 0.3;
  jol_export_frames_async (&options, make_frame, fixture, fixture->cancellable, progress_cb,
                           fixture, ended_cb, fixture);
  jol_test_wait_until (fixture->result != NULL);
  g_assert_false (jol_export_frames_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&fixture->result);
  files = list_files (fixture->folder);
  g_assert_cmpstr (files, ==, "");
}

/* A place's name is where it was a year before, unless something new lies there. */
static void
test_steady_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) before = make_frame (&(JolDate){ .year = 2004 }, fixture);
  g_autoptr (JolDocument) after = make_frame (&(JolDate){ .year = 2005 }, fixture);
  guint n_before, n_after, n_same = 0, n_moved = 0;
  const JolSceneLabel *a = jol_scene_get_labels (jol_document_get_scene (before), &n_before);
  const JolSceneLabel *b = jol_scene_get_labels (jol_document_get_scene (after), &n_after);

  for (guint i = 0; i < n_before; i++)
    for (guint j = 0; j < n_after; j++)
      if (!a[i].path && !b[j].path && g_str_equal (a[i].text, b[j].text) &&
          memcmp (&a[i].at, &b[j].at, sizeof a[i].at) == 0)
        {
          if (a[i].dx_px == b[j].dx_px && a[i].dy_px == b[j].dy_px && a[i].anchor == b[j].anchor)
            n_same++;
          else
            n_moved++;
        }
  g_assert_cmpuint (n_same, >, 20);
  g_assert_cmpuint (n_moved, <=, n_same / 20);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/export-frames/times", test_times);
  g_test_add ("/export-frames/too-many", Fixture, NULL, set_up, test_too_many, tear_down);
  g_test_add ("/export-frames/numbered", Fixture, NULL, set_up, test_numbered, tear_down);
  g_test_add ("/export-frames/webp", Fixture, NULL, set_up, test_webp, tear_down);
  g_test_add ("/export-frames/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/export-frames/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/export-frames/async-cancel", Fixture, NULL, set_up, test_async_cancel, tear_down);
  g_test_add ("/export-frames/steady-names", Fixture, NULL, set_up, test_steady_names, tear_down);

  return jol_test_run ();
}
