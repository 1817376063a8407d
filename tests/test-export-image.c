/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-document-write.h"
#include "jol-error.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  JolSession *session;
  JolScene *scene;
  JolDocument *document;
  char *folder;
  char *path;
} Fixture;

static const JolViewport over_tengiz = { 46.0, 51.0, 5.0 };

static JolScene *
build_scene (JolSession *session, int width, int height)
{
  JolSceneTarget target = { width, height, JOL_THEME_LIGHT, "en", over_tengiz };

  return jol_scene_builder_build (session, &target);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  JolDate date = { .year = 2022, .month = 7 };

  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  jol_session_select_at (fixture->session, "cpc", &date, JOL_ORIGIN_APP);
  fixture->scene = build_scene (fixture->session, 640, 400);
  fixture->document = jol_document_new_map (fixture->scene, JOL_PASS_ALL);
  fixture->folder = jol_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "map.png", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A thread that has just written it may still be letting go of it. */
  g_object_add_weak_pointer (G_OBJECT (fixture->document), (gpointer *) &fixture->document);
  g_object_unref (fixture->document);
  jol_test_wait_until (fixture->document == NULL);
  jol_scene_unref (fixture->scene);
  g_object_unref (fixture->session);
  jol_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
write_file (Fixture *fixture, JolExportFormat format, const char *path, GError **error)
{
  return jol_document_write (fixture->document, &JOL_EXPORT_OPTIONS_DEFAULT, format, path, NULL,
                             NULL, NULL, error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static JolColor
read_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  const guint32 pixel = ((const guint32 *) (const void *) row)[x];

  return (JolColor){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0,
                     (pixel & 0xff) / 255.0, (pixel >> 24) / 255.0 };
}

static gboolean
is_close (const JolColor *a, const JolColor *b)
{
  return fabs (a->red - b->red) < 0.03 && fabs (a->green - b->green) < 0.03 &&
         fabs (a->blue - b->blue) < 0.03;
}

/* Whether a colour is somewhere in the square around a point. */
static gboolean
has_color_near (cairo_surface_t *surface, double x, double y, const JolColor *color)
{
  for (int dy = -3; dy <= 3; dy++)
    {
      for (int dx = -3; dx <= 3; dx++)
        {
          JolColor pixel = read_pixel (surface, (int) x + dx, (int) y + dy);

          if (is_close (&pixel, color))
            return TRUE;
        }
    }
  return FALSE;
}

/* How much of a selected route that is in the picture has its own colour: labels, symbols and other
 * routes lie over some of it. */
static double
get_share_of_route (const JolScene *scene, cairo_surface_t *surface, const char *id, double scale)
{
  guint n_routes, n_points = 0, n_hits = 0;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      if (!g_str_equal (routes[i].id, id))
        continue;
      for (guint j = 0; j < routes[i].n_lines; j++)
        {
          for (guint k = 0; k < routes[i].lines[j].n_points; k++)
            {
              double x, y;

              jol_transform_apply (jol_scene_get_transform (scene), &routes[i].lines[j].points[k],
                                   &x, &y);
              x *= scale;
              y *= scale;
              if (x < 4 || y < 4 || x > cairo_image_surface_get_width (surface) - 5 ||
                  y > cairo_image_surface_get_height (surface) - 5)
                continue;
              n_points++;
              n_hits += has_color_near (surface, x, y, &routes[i].color);
            }
        }
    }
  g_assert_cmpuint (n_points, >, 5);
  return (double) n_hits / n_points;
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (JolDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  options.scale = 1.5;
  document = jol_document_new_map (fixture->scene, JOL_PASS_MAP);
  jol_document_write (document, &options, JOL_EXPORT_PNG, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  surface = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 960);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 600);
  g_assert_cmpfloat (get_share_of_route (fixture->scene, surface, "cpc", 1.5), >, 0.6);
  cairo_surface_destroy (surface);
}

static gboolean
holds (const char *bytes, gsize length, const char *wanted)
{
  const gsize wanted_length = strlen (wanted);

  for (gsize i = 0; i + wanted_length <= length; i++)
    {
      if (memcmp (bytes + i, wanted, wanted_length) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint32
read_u32 (const char *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Walks the chunks for the iTXt of that keyword: it, compressed or not and how, the language, the
 * keyword in that, the text. */
static char *
find_text (const char *bytes, gsize length, const char *keyword, const char **language_out)
{
  for (gsize at = 8; at + 12 <= length; at += 12 + read_u32 (bytes + at))
    {
      const char *data = bytes + at + 8;
      const char *end = data + read_u32 (bytes + at);
      const char *language = data + strlen (keyword) + 3;

      if (memcmp (bytes + at + 4, "iTXt", 4) == 0 && g_str_equal (data, keyword))
        {
          const char *text = language + strlen (language) + 2;

          *language_out = language;
          return g_strndup (text, (gsize) (end - text));
        }
    }

  return NULL;
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *keyword;
    const char *text;
    const char *language;
  } rows[] = {
    { "Title", jol_scene_get_title (fixture->scene), "en" },
    { "Description", jol_scene_get_description (fixture->scene), "en" },
    { "Creation Time", "2022-07", "" },
    { "Story", "own-paths", "" },
    { "Software", "Jol " VERSION, "" },
  };
  g_autofree char *bytes = NULL, *rights = NULL, *bounds = NULL;
  const char *language;
  double box[4];
  gsize length;

  g_assert_true (write_file (fixture, JOL_EXPORT_PNG, fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (holds (bytes, length, "pHYs"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = find_text (bytes, length, rows[i].keyword, &language);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (language, ==, rows[i].language);
    }

  rights = find_text (bytes, length, "Copyright", &language);
  g_assert_true (g_str_has_prefix (rights, jol_scene_get_credits (fixture->scene)));
  g_assert_nonnull (strstr (rights, "public domain"));

  bounds = find_text (bytes, length, "Bounds", &language);
  g_assert_cmpint (sscanf (bounds, "%lf,%lf,%lf,%lf", &box[0], &box[1], &box[2], &box[3]), ==, 4);
  g_assert_cmpfloat (box[0], <, over_tengiz.longitude);
  g_assert_cmpfloat (box[1], <, over_tengiz.latitude);
  g_assert_cmpfloat (box[2], >, over_tengiz.longitude);
  g_assert_cmpfloat (box[3], >, over_tengiz.latitude);
  /* Halfway between the sides: longitude is even on the map. */
  g_assert_cmpfloat_with_epsilon ((box[0] + box[2]) / 2.0, over_tengiz.longitude, 1e-5);
}

/* Each chunk's CRC, computed another way than the writer does: by the table of zlib's algorithm. */
static void
test_chunks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  const guint8 *bytes;
  guint32 table[256];
  gsize length, at = 8;
  guint n_chunks = 0;

  for (guint i = 0; i < 256; i++)
    {
      table[i] = i;
      for (int bit = 0; bit < 8; bit++)
        table[i] = table[i] & 1 ? 0xedb88320u ^ (table[i] >> 1) : table[i] >> 1;
    }
  g_assert_true (write_file (fixture, JOL_EXPORT_PNG, fixture->path, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  bytes = (const guint8 *) content;
  while (at < length)
    {
      const guint32 size = (guint32) bytes[at] << 24 | (guint32) bytes[at + 1] << 16 |
                           (guint32) bytes[at + 2] << 8 | bytes[at + 3];
      const guint8 *end = bytes + at + 8 + size;
      guint32 crc = 0xffffffffu;

      g_assert_cmpuint (at + 12 + size, <=, length);
      for (const guint8 *byte = bytes + at + 4; byte < end; byte++)
        crc = table[(crc ^ *byte) & 0xff] ^ (crc >> 8);
      g_assert_cmphex (~crc, ==,
                       (guint32) end[0] << 24 | (guint32) end[1] << 16 | (guint32) end[2] << 8 |
                           end[3]);
      at += 12 + size;
      n_chunks++;
    }
  /* IHDR, pHYs, texts, IDAT, IEND. */
  g_assert_cmpuint (n_chunks, >=, 7);
}

static void
test_transparent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolDocument) document =
      jol_document_new_map (fixture->scene, JOL_PASS_ROUTES | JOL_PASS_LABELS);
  cairo_surface_t *surface = jol_document_render_page (document, 0, 1.0, NULL);
  guint n_clear = 0;

  g_assert_nonnull (surface);
  for (int y = 0; y < 400; y += 10)
    {
      for (int x = 0; x < 640; x += 10)
        n_clear += read_pixel (surface, x, y).alpha <= 0.0;
    }
  g_assert_cmpuint (n_clear, >, 40 * 64 / 2);
  g_assert_cmpfloat (get_share_of_route (fixture->scene, surface, "cpc", 1.0), >, 0.6);
  cairo_surface_destroy (surface);
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  write_file (fixture, JOL_EXPORT_PDF, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  /* Text stays text. */
  g_assert_true (holds (bytes, length, "/Font"));
}

/* A route can be found by its id, and a name by its letters. */
static void
test_svg (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.svg", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  write_file (fixture, JOL_EXPORT_SVG, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "<?xml"));
  g_assert_true (g_str_has_suffix (bytes, "</svg>\n"));
  g_assert_nonnull (strstr (bytes, "<g id=\"cpc\">\n<title>Caspian Pipeline Consortium"));
  g_assert_nonnull (strstr (bytes, ">Tengiz</text>"));
  g_assert_nonnull (strstr (bytes, "<dc:coverage>westlimit="));
}

static void
test_format (void)
{
  JolExportFormat format;

  g_assert_true (jol_export_format_from_path ("a.png", &format));
  g_assert_cmpint (format, ==, JOL_EXPORT_PNG);
  g_assert_true (jol_export_format_from_path ("/b/MAP.PDF", &format));
  g_assert_cmpint (format, ==, JOL_EXPORT_PDF);
  g_assert_true (jol_export_format_from_path ("a.Svg", &format));
  g_assert_cmpint (format, ==, JOL_EXPORT_SVG);
  g_assert_false (jol_export_format_from_path ("a.gif", &format));
  g_assert_false (jol_export_format_from_path ("png", &format));
  g_assert_false (jol_export_format_from_path ("", &format));
}

static void
test_sizes (void)
{
  const double bad[][3] = {
    { 0, 100, 1 },     { 100, -1, 1 },       { 20000, 100, 1 }, { 16384, 16385, 1 },
    { 100, 100, 0 },   { 100, 100, 9 },      { 100, 100, NAN }, { NAN, 100, 1 },
    { 4000, 4000, 8 }, { 100, INFINITY, 1 }, { 0.1, 0.1, 1 },
  };

  g_assert_true (jol_export_check_size (3840, 2160, 1, NULL));
  g_assert_true (jol_export_check_size (1920, 1080, 2, NULL));
  g_assert_true (jol_export_check_size (1, 1, 1, NULL));
  g_assert_true (jol_export_check_size (16384, 16384, 1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jol_export_check_size (bad[i][0], bad[i][1], bad[i][2], &error));
      g_assert_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE);
    }
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "map.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_file (fixture, JOL_EXPORT_PNG, path, &error));
  g_assert_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_replaced_whole (Fixture *fixture, gconstpointer data)
{
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  options.scale = 100;
  g_assert_false (jol_document_write (fixture->document, &options, JOL_EXPORT_PNG, fixture->path,
                                      NULL, NULL, NULL, NULL));
  content = jol_test_read_file (fixture->path);
  g_assert_cmpstr (content, ==, "before");

  options.scale = 1;
  g_assert_true (jol_document_write (fixture->document, &options, JOL_EXPORT_PNG, fixture->path,
                                     NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A disk that is full. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  g_assert_false (write_file (fixture, JOL_EXPORT_PNG, "/dev/full", &error));
  g_assert_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
keep_share_cb (double share, gpointer data)
{
  *(double *) data = share;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  double share = 0.0;

  jol_document_write_async (fixture->document, &JOL_EXPORT_OPTIONS_DEFAULT, JOL_EXPORT_PNG,
                            fixture->path, NULL, keep_share_cb, &share, keep_result_cb, &result);
  jol_test_wait_until (result != NULL);
  g_assert_true (jol_document_write_finish (fixture->document, result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (share, ==, 1.0);
  g_clear_object (&result);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  jol_document_render_page_async (fixture->document, 0, 0.5, NULL, keep_result_cb, &result);
  jol_test_wait_until (result != NULL);
  surface = jol_document_render_page_finish (fixture->document, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 320);
  cairo_surface_destroy (surface);
  g_clear_object (&result);
}

/* The same document gives the same bytes, whichever thread draws it. */
static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *again = g_build_filename (fixture->folder, "again.png", NULL);
  g_autofree char *first_bytes = NULL, *second_bytes = NULL;
  gsize first_length, second_length;
  GAsyncResult *result = NULL;

  g_assert_true (write_file (fixture, JOL_EXPORT_PNG, fixture->path, NULL));
  jol_document_write_async (fixture->document, &JOL_EXPORT_OPTIONS_DEFAULT, JOL_EXPORT_PNG, again,
                            NULL, NULL, NULL, keep_result_cb, &result);
  jol_test_wait_until (result != NULL);
  g_assert_true (jol_document_write_finish (fixture->document, result, NULL));
  g_clear_object (&result);
  g_assert_true (g_file_get_contents (fixture->path, &first_bytes, &first_length, NULL));
  g_assert_true (g_file_get_contents (again, &second_bytes, &second_length, NULL));
  g_assert_cmpmem (first_bytes, first_length, second_bytes, second_length);
}

static void
cancel_cb (double share, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Once it has begun: nothing is left, and what was there stays. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_false (jol_document_write (fixture->document, &JOL_EXPORT_OPTIONS_DEFAULT,
                                      JOL_EXPORT_PNG, fixture->path, cancellable, cancel_cb,
                                      cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  content = jol_test_read_file (fixture->path);
  g_assert_cmpstr (content, ==, "before");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/export-image/format", test_format);
  g_test_add_func ("/export-image/sizes", test_sizes);
  g_test_add ("/export-image/png", Fixture, NULL, set_up, test_png, tear_down);
  g_test_add ("/export-image/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/export-image/chunks", Fixture, NULL, set_up, test_chunks, tear_down);
  g_test_add ("/export-image/transparent", Fixture, NULL, set_up, test_transparent, tear_down);
  g_test_add ("/export-image/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/export-image/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/export-image/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/export-image/replaced-whole", Fixture, NULL, set_up, test_replaced_whole,
              tear_down);
  g_test_add ("/export-image/no-space", Fixture, NULL, set_up, test_no_space, tear_down);
  g_test_add ("/export-image/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/export-image/repeatable", Fixture, NULL, set_up, test_repeatable, tear_down);
  g_test_add ("/export-image/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return jol_test_run ();
}
