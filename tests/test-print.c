/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed, printed to a file. */
#include "config.h"

#include "jol-print.h"

#include "jol-story-loader.h"
#include "jol-test-ui.h"
#include "jol-test-util.h"

#include <string.h>

static guint
count (const char *bytes, gsize length, const char *wanted)
{
  const gsize size = strlen (wanted);
  guint n = 0;

  for (gsize i = 0; i + size <= length; i++)
    n += memcmp (bytes + i, wanted, size) == 0;
  return n;
}

/* Returns how many pages there are. */
static guint
print (JolSession *session, JolDocumentKind kind)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  const JolPictureView view = { 800, 600, 200 };
  g_autoptr (GtkPrintOperation) operation = jol_print_operation_new (session, kind, &view);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  int n_pages;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  /* Text stays text. */
  g_assert_cmpuint (count (bytes, length, "/FontDescriptor"), >, 0);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  jol_test_remove_folder (folder);
  return (guint) n_pages;
}

static JolSession *
make_session (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  JolSession *session = jol_session_new ();

  jol_session_set_story (session, story);
  return session;
}

static void
test_map (void)
{
  g_autoptr (JolSession) session = make_session ();

  g_assert_cmpuint (print (session, JOL_DOCUMENT_MAP_STRIP), ==, 1);
}

static void
test_timeline (void)
{
  g_autoptr (JolSession) session = make_session ();

  g_assert_cmpuint (print (session, JOL_DOCUMENT_TIMELINE), >, 4);
}

/* The article that is read. */
static void
test_article (void)
{
  g_autoptr (JolSession) session = make_session ();

  jol_session_set_article (session, "how-to-read", JOL_ORIGIN_READER);
  g_assert_cmpuint (print (session, JOL_DOCUMENT_ARTICLE), >, 3);
}

static void
test_preview_without_a_previewer (void)
{
  g_autofree char *missing = jol_print_explain_preview ("no-such-viewer --preview %f");
  g_autofree char *nothing = jol_print_explain_preview ("");
  g_autofree char *there = jol_print_explain_preview ("sh --preview %f");

  g_assert_cmpstr (missing, ==, "For a print preview, no-such-viewer must be installed");
  g_assert_nonnull (nothing);
  g_assert_null (there);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/print/map", test_map);
  g_test_add_func ("/print/timeline", test_timeline);
  g_test_add_func ("/print/article", test_article);
  g_test_add_func ("/print/preview-without-a-previewer", test_preview_without_a_previewer);

  return jol_test_run ();
}
