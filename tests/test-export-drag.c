/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-drag.h"
#include "jol-test-util.h"

#include "jol-document-strip.h"
#include "jol-story-loader.h"

#include <string.h>

static JolDocument *
make_document (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  const JolDocumentLook look = { .theme = JOL_THEME_LIGHT, .language = "en", .has_title = TRUE };

  jol_session_set_story (session, story);
  return jol_document_new_strip (session, &look, 400, 160);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* What a program is given that asks for that type. */
static GBytes *
ask (GdkContentProvider *provider, const char *mime_type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, mime_type, stream, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &is_done);
  jol_test_wait_until (is_done);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_it_is_a_picture_and_a_file (void)
{
  g_autoptr (JolDocument) document = make_document ();
  g_autoptr (GdkContentProvider) provider = jol_export_drag_new (
      document, &JOL_EXPORT_OPTIONS_DEFAULT, JOL_EXPORT_PNG, "jol-strip-2022.png");
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GBytes) list = NULL;
  g_autofree char *line = NULL, *path = NULL, *base = NULL, *text = NULL;
  gsize length;

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));

  picture = ask (provider, "image/png");
  g_assert_cmpmem (g_bytes_get_data (picture, NULL), 4, "\x89PNG", 4);

  list = ask (provider, "text/uri-list");
  line = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_assert_true (g_str_has_suffix (line, ".png\r\n"));
  path = g_filename_from_uri (g_strchomp (line), NULL, NULL);
  base = g_path_get_basename (path);
  g_assert_cmpstr (base, ==, "jol-strip-2022.png");
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
}

static void
test_two_may_ask_at_once (void)
{
  g_autoptr (JolDocument) document = make_document ();
  g_autoptr (GdkContentProvider) provider =
      jol_export_drag_new (document, &JOL_EXPORT_OPTIONS_DEFAULT, JOL_EXPORT_SVG, "jol.svg");
  g_autoptr (GOutputStream) first = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) second = g_memory_output_stream_new_resizable ();
  gboolean is_first_done = FALSE, is_second_done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, "image/svg+xml", first, G_PRIORITY_DEFAULT,
                                              NULL, written_cb, &is_first_done);
  gdk_content_provider_write_mime_type_async (provider, "text/uri-list", second, G_PRIORITY_DEFAULT,
                                              NULL, written_cb, &is_second_done);
  jol_test_wait_until (is_first_done && is_second_done);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (first)), 5, "<?xml", 5);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (second)), >, 8);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/export-drag/picture-and-file", test_it_is_a_picture_and_a_file);
  g_test_add_func ("/export-drag/two", test_two_may_ask_at_once);

  return jol_test_run ();
}
