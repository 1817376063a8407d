/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Good and bad files. story/bad/NAME.json has all that Jol says of it in story/bad/NAME.problems, a
 * line a problem, with the file named by its bare name. To add a case, add the two files.
 */
#include "config.h"

#include "jol-story-loader.h"

#include "jol-error.h"
#include "jol-test-util.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *
print_problems (const JolProblemList *problems, const char *folder)
{
  g_autofree char *prefix = g_strconcat (folder, "/", NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }
  g_string_replace (text, prefix, "", 0);

  return g_string_free (text, FALSE);
}

static char *
load_and_print (const char *folder, const char *name, gboolean *is_loaded_out, int *code_out)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JolStory) story = jol_story_load (path, problems, NULL, &error);

  g_assert_true ((story == NULL) == (error != NULL));
  if (error)
    g_assert_true (error->domain == JOL_STORY_ERROR);
  *is_loaded_out = story != NULL;
  *code_out = error ? error->code : -1;
  return print_problems (problems, folder);
}

static void
test_good (gconstpointer data)
{
  g_autofree char *folder = jol_test_dup_path ("story", "good", NULL);
  gboolean is_loaded;
  int code;
  g_autofree char *problems = load_and_print (folder, data, &is_loaded, &code);

  g_assert_cmpstr (problems, ==, "");
  g_assert_true (is_loaded);
}

static void
test_bad (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = jol_test_dup_path ("story", "bad", NULL);
  g_autofree char *expected_name =
      g_strdup_printf ("%.*s.problems", (int) (strrchr (name, '.') - name), name);
  g_autofree char *expected_path = g_build_filename (folder, expected_name, NULL);
  g_autofree char *expected = jol_test_read_file (expected_path);
  gboolean is_loaded;
  int code;
  g_autofree char *problems = load_and_print (folder, name, &is_loaded, &code);

  g_assert_cmpstr (problems, ==, expected);
  /* Only warnings: the story opens. */
  g_assert_true (is_loaded == (strstr (expected, ": error: ") == NULL));
  if (!is_loaded)
    g_assert_cmpint (code, ==, JOL_STORY_ERROR_INVALID);
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

#define HEADER "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", "

/* What leaves the manifest's folder is never opened, by whatever way it tries. */
static void
test_escape (void)
{
  static const char *const escapes[] = { "../outside.json", "/etc/passwd", "a/../../outside.json",
                                         "./part.json",     "a//b.json",   "a\\\\b.json" };
  g_autofree char *outer = jol_test_make_folder ();
  g_autofree char *folder = g_build_filename (outer, "story", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  gboolean is_loaded;
  int code;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_file (outer, "outside.json", "{}");
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *text = g_strdup_printf (HEADER "\"parts\": [\"%s\"]}", escapes[i]);
      g_autofree char *problems = NULL;

      write_file (folder, "m.json", text);
      problems = load_and_print (folder, "m.json", &is_loaded, &code);
      g_assert_false (is_loaded);
      g_assert_true (g_str_has_prefix (problems, "m.json:1:74: error: /parts/0: "));
      g_assert_nonnull (strstr (problems, "leaves the manifest's folder"));
    }

  g_assert_cmpint (symlink ("../outside.json", link), ==, 0);
  write_file (folder, "m.json", HEADER "\"parts\": [\"link.json\"]}");
  {
    g_autofree char *problems = load_and_print (folder, "m.json", &is_loaded, &code);

    g_assert_cmpstr (
        problems, ==,
        "m.json:1:74: error: /parts/0: “link.json” is a link out of the manifest's folder\n");
  }
  jol_test_remove_folder (outer);
}

static void
test_parts (void)
{
  g_autofree char *folder = jol_test_make_folder ();
  gboolean is_loaded;
  int code;
  g_autofree char *problems = NULL;

  write_file (folder, "m.json",
              HEADER "\"parts\": [\"a.json\", \"b.json\", \"a.json\", \"none.json\"]}");
  write_file (
      folder, "a.json",
      "{\"places\": [{\"id\": \"p\", \"kind\": \"city\", \"name\": \"P\", \"at\": [60, 40]}]}");
  write_file (folder, "b.json",
              "{\"format\": \"jol-story\",\n \"sources\": [{\"id\": \"p\", \"title\": \"S\"}]}");
  problems = load_and_print (folder, "m.json", &is_loaded, &code);
  g_assert_cmpstr (
      problems, ==,
      "m.json:1:94: error: /parts/2: the part “a.json” is named twice\n"
      "none.json: error: there is no such file\n"
      "b.json:1:12: error: /format: a part is not a story of its own: “format” is the manifest's\n"
      "b.json:1:12: warning: /format: Jol does not know this member and passes over it\n"
      "b.json:2:21: error: /sources/0/id: the id “p” is taken already, at a.json:1:20\n");
  jol_test_remove_folder (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = jol_test_make_folder ();
  gboolean is_loaded;
  int code;
  g_autofree char *missing = load_and_print (folder, "none.json", &is_loaded, &code);
  g_autofree char *directory = NULL;

  g_assert_cmpstr (missing, ==, "none.json: error: there is no such file\n");
  g_assert_cmpint (code, ==, JOL_STORY_ERROR_READ);
  directory = load_and_print (folder, ".", &is_loaded, &code);
  g_assert_false (is_loaded);
  g_assert_cmpint (code, ==, JOL_STORY_ERROR_READ);
  jol_test_remove_folder (folder);
}

/* Sparse, so it costs no disk: a file beyond the limit is refused without being held. */
static void
test_huge (void)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "huge.json", NULL);
  gboolean is_loaded;
  int code;
  g_autofree char *problems = NULL;

  write_file (folder, "huge.json", " ");
  g_assert_cmpint (truncate (path, (256 << 20) + 1), ==, 0);
  problems = load_and_print (folder, "huge.json", &is_loaded, &code);
  g_assert_cmpstr (problems, ==, "huge.json: error: the file is larger than 256 MiB\n");
  jol_test_remove_folder (folder);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (JolProblemList) problems = NULL;
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GError) error = NULL;

  jol_story_load_async (JOL_STORY_BUNDLED_URI, NULL, loaded_cb, &result);
  jol_test_wait_until (result != NULL);
  story = jol_story_load_finish (result, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jol_problem_list_get_size (problems), ==, 0);

  g_cancellable_cancel (cancellable);
  jol_story_load_async (JOL_STORY_BUNDLED_URI, cancellable, loaded_cb, &failed);
  jol_test_wait_until (failed != NULL);
  g_assert_null (jol_story_load_finish (failed, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_cases (const char *folder_name, GTestDataFunc test)
{
  g_autofree char *folder = jol_test_dup_path ("story", folder_name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_strdup_printf ("/story-loader/%s/%s", folder_name, name);

        g_test_add_data_func_full (path, g_strdup (name), test, g_free);
      }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  add_cases ("good", test_good);
  add_cases ("bad", test_bad);
  g_test_add_func ("/story-loader/escape", test_escape);
  g_test_add_func ("/story-loader/parts", test_parts);
  g_test_add_func ("/story-loader/unreadable", test_unreadable);
  g_test_add_func ("/story-loader/huge", test_huge);
  g_test_add_func ("/story-loader/async", test_async);
  return jol_test_run ();
}
