/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture that is large enough to be painted in several bands. */
#include "config.h"

#include "jol-document-write.h"
#include "jol-export-ground.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <stdlib.h>

#define WIDTH 1601
#define HEIGHT 1003

typedef struct
{
  JolScene *scene;
  JolDocument *document;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  const JolDate date = { .year = 2022, .month = 7 };
  JolSceneTarget target = { WIDTH, HEIGHT, JOL_THEME_DARK, "ru", { 46.0, 60.0, 5.3 } };

  jol_session_set_story (session, story);
  jol_session_select_at (session, "cpc", &date, JOL_ORIGIN_APP);
  fixture->scene = jol_scene_builder_build (session, &target);
  fixture->document = jol_document_new_map (fixture->scene, JOL_PASS_ALL);
  fixture->folder = jol_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "map.png", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_wait_finalized (fixture->document);
  jol_scene_unref (fixture->scene);
  jol_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                       (gsize) y *
                                           (gsize) cairo_image_surface_get_stride (surface));
}

/* The largest difference of any channel, and how many px differ. */
static int
compare (cairo_surface_t *a, cairo_surface_t *b, guint *n_out)
{
  int most = 0;

  *n_out = 0;
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        int here = 0;

        for (int shift = 0; shift < 24; shift += 8)
          here = MAX (here, abs ((int) (get_row (a, y)[x] >> shift & 0xff) -
                                 (int) (get_row (b, y)[x] >> shift & 0xff)));
        *n_out += here > 0;
        most = MAX (most, here);
      }

  return most;
}

static void
write_or_fail (Fixture *fixture, const JolExportOptions *options)
{
  g_autoptr (GError) error = NULL;

  jol_document_write (fixture->document, options, JOL_EXPORT_PNG, fixture->path, NULL, NULL, NULL,
                      &error);
  g_assert_no_error (error);
}

/* Read by cairo, a file has the px that a surface would have got. */
static void
test_same_as_surface (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *read, *rendered;
  guint n;

  write_or_fail (fixture, &JOL_EXPORT_OPTIONS_DEFAULT);
  read = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  rendered = jol_document_render_page (fixture->document, 0, 1.0, NULL);
  g_assert_cmpint (compare (read, rendered, &n), ==, 0);
  cairo_surface_destroy (read);
  cairo_surface_destroy (rendered);
}

/* Nor can it be told where one band ends and the next begins: relief, which is enlarged, may be off
 * by a hair. */
static void
test_same_as_whole (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *rendered = jol_document_render_page (fixture->document, 0, 1.0, NULL);
  cairo_t *cr = cairo_create (whole);
  JolCanvas *canvas = jol_canvas_cairo_new (cr);
  guint n;

  jol_painter_paint (fixture->scene, canvas, JOL_PASS_ALL);
  g_object_unref (canvas);
  cairo_destroy (cr);
  cairo_surface_flush (whole);
  g_assert_cmpint (compare (whole, rendered, &n), <=, 2);
  g_assert_cmpuint (n, <, WIDTH * HEIGHT / 50);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (rendered);
}

/* Begun before there is a scene, it ends as the same file. */
static void
test_same_on_ground (Fixture *fixture, gconstpointer data)
{
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  write_or_fail (fixture, &options);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  options.ground = jol_export_ground_new (jol_scene_get_theme (fixture->scene),
                                          jol_scene_get_viewport (fixture->scene), WIDTH, HEIGHT,
                                          JOL_PASS_ALL, 1.0);
  write_or_fail (fixture, &options);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

/* Clear where nothing is, with straight alpha in the file. */
static void
test_transparent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) document =
      jol_document_new_map (fixture->scene, JOL_PASS_ROUTES | JOL_PASS_LABELS);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *read, *rendered;
  guint n_clear = 0;

  jol_document_write (document, &JOL_EXPORT_OPTIONS_DEFAULT, JOL_EXPORT_PNG, fixture->path, NULL,
                      NULL, NULL, &error);
  g_assert_no_error (error);
  read = cairo_image_surface_create_from_png (fixture->path);
  rendered = jol_document_render_page (document, 0, 1.0, NULL);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        g_assert_cmphex (get_row (read, y)[x] >> 24, ==, get_row (rendered, y)[x] >> 24);
        n_clear += get_row (read, y)[x] == 0;
      }
  g_assert_cmpuint (n_clear, >, WIDTH * HEIGHT / 2);
  g_assert_cmpuint (n_clear, <, WIDTH * HEIGHT);
  cairo_surface_destroy (read);
  cairo_surface_destroy (rendered);
}

/* Where a scale leaves half a px at the edges, they are land, not black. */
static void
test_edges (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *whole = jol_document_render_page (fixture->document, 0, 1.5, NULL);
  const int width = cairo_image_surface_get_width (whole);
  const int height = cairo_image_surface_get_height (whole);
  guint light = 0, edge_light = 0;

  g_assert_cmpint (width, ==, 2402);
  g_assert_cmpint (height, ==, 1505);
  for (int y = 0; y < height; y++)
    {
      light += get_row (whole, y)[width - 2] & 0xff;
      edge_light += get_row (whole, y)[width - 1] & 0xff;
    }
  g_assert_cmpuint (edge_light, >, light * 9 / 10);
  light = edge_light = 0;
  for (int x = 0; x < width; x++)
    {
      light += get_row (whole, height - 2)[x] & 0xff;
      edge_light += get_row (whole, height - 1)[x] & 0xff;
    }
  g_assert_cmpuint (edge_light, >, light * 9 / 10);
  cairo_surface_destroy (whole);
}

typedef struct
{
  GCancellable *cancellable;
  GArray *shares;
} Watch;

static void
watch_cb (double share, gpointer data)
{
  Watch *watch = data;

  g_array_append_val (watch->shares, share);
  if (share > 0.3)
    g_cancellable_cancel (watch->cancellable);
}

/* Called off between two bands: what was there stays, and nothing else does. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  Watch watch = { cancellable, shares };

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_false (jol_document_write (fixture->document, &JOL_EXPORT_OPTIONS_DEFAULT,
                                      JOL_EXPORT_PNG, fixture->path, cancellable, watch_cb, &watch,
                                      &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (shares->len, >, 1);
  g_assert_cmpfloat (g_array_index (shares, double, shares->len - 1), <, 1.0);

  content = jol_test_read_file (fixture->path);
  g_assert_cmpstr (content, ==, "before");
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "map.png");
  g_assert_null (g_dir_read_name (folder));
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  g_test_add ("/export-bands/same-as-surface", Fixture, NULL, set_up, test_same_as_surface,
              tear_down);
  g_test_add ("/export-bands/same-as-whole", Fixture, NULL, set_up, test_same_as_whole, tear_down);
  g_test_add ("/export-bands/same-on-ground", Fixture, NULL, set_up, test_same_on_ground,
              tear_down);
  g_test_add ("/export-bands/transparent", Fixture, NULL, set_up, test_transparent, tear_down);
  g_test_add ("/export-bands/edges", Fixture, NULL, set_up, test_edges, tear_down);
  g_test_add ("/export-bands/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return jol_test_run ();
}
