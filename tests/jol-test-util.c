/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-util.h"

#include "jol-resources.h"
#include "jol-test-live.h"

#include <glib/gstdio.h>
#include <locale.h>

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFile *child;

  /* Fails for a plain file, which then has no children; links are not followed. */
  children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    remove_tree (child);

  g_file_delete (file, NULL, NULL);
}

static char *own_folder;
static GPtrArray *shared;

/* The last test of every program: a loop of references, or one too many, fails it. */
static void
test_finalized (void)
{
  JolTestWait wait;
  g_autofree char *made = NULL;

  g_clear_pointer (&shared, g_ptr_array_unref);
  jol_test_wait_begin (&wait, __FILE__, __LINE__, "all objects are finalised");
  while (jol_test_live_count (NULL) > 0)
    {
      if (g_get_monotonic_time () > wait.end_us)
        {
          g_autofree char *alive = jol_test_live_to_string ();

          g_error ("alive of made: %s", alive);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  jol_test_wait_end (&wait);
  made = jol_test_live_to_string ();
  g_test_message ("alive of made: %s", made);
}

/* As g_test_init() would for each test, and then forget where the last one's were: a leak. */
static void
isolate (void)
{
  static const char *const names[] = { "HOME",          "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                       "XDG_DATA_HOME", "XDG_STATE_HOME",  "XDG_RUNTIME_DIR" };

  own_folder = jol_test_make_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (own_folder, names[i], NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      g_setenv (names[i], folder, TRUE);
    }
}

/**
 * jol_test_init:
 * @argc: of main()
 * @argv: of main()
 *
 * To be called first in the main() of a core test: own folders instead of the person's, the locale
 * of the environment, and the program's resources.
 */
void
jol_test_init (int *argc, char ***argv)
{
  jol_test_live_begin ();
  setlocale (LC_ALL, "");
  isolate ();
  g_test_init (argc, argv, NULL);

  /* Naming it keeps it in the program; it has registered itself then. */
  g_assert_nonnull (jol_resources_get_resource ());
}

/**
 * jol_test_share:
 * @object: (transfer full): what all tests of a program look at
 *
 * Returns: (transfer none): @object, which is dropped after the last of them
 */
gpointer
jol_test_share (gpointer object)
{
  if (!shared)
    shared = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (shared, object);
  return object;
}

/**
 * jol_test_run:
 *
 * Runs the tests that were added, and then one of whether every object of Jol's is gone.
 *
 * Returns: what main() returns
 */
int
jol_test_run (void)
{
  int status;

  g_test_add_func ("/finalized/all", test_finalized);
  status = g_test_run ();
  if (own_folder)
    jol_test_remove_folder (own_folder);
  g_clear_pointer (&own_folder, g_free);
  return status;
}

/**
 * jol_test_dup_path:
 * @first: first part of a path below tests/ in the source tree
 * @...: further parts, ended by NULL
 *
 * Returns: (transfer full): the absolute path
 */
char *
jol_test_dup_path (const char *first, ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  va_list args;

  g_ptr_array_add (parts, (char *) g_test_get_dir (G_TEST_DIST));
  va_start (args, first);
  for (const char *part = first; part; part = va_arg (args, const char *))
    g_ptr_array_add (parts, (char *) part);
  va_end (args);
  g_ptr_array_add (parts, NULL);

  return g_build_filenamev ((char **) parts->pdata);
}

/**
 * jol_test_read_file:
 * @path: a file that must be there
 *
 * Returns: (transfer full): its content, with a NUL behind it
 */
char *
jol_test_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}

/**
 * jol_test_make_folder:
 *
 * Returns: (transfer full): the path of a new, empty folder; see jol_test_remove_folder()
 */
char *
jol_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("jol-test-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

/**
 * jol_test_remove_folder:
 * @path: from jol_test_make_folder()
 *
 * Removes the folder with everything in it.
 */
void
jol_test_remove_folder (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  remove_tree (folder);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/**
 * jol_test_count_notify:
 * @object: a #GObject
 * @property: one of its properties
 * @count: set to 0, then one more each time the property notifies; must outlive @object
 */
void
jol_test_count_notify (gpointer object, const char *property, guint *count)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (object), property));

  *count = 0;
  g_signal_connect (object, signal, G_CALLBACK (notify_cb), count);
}

void
jol_test_wait_begin (JolTestWait *wait, const char *file, int line, const char *fact)
{
  const char *seconds = g_getenv ("JOL_TEST_WAIT");

  wait->file = file;
  wait->line = line;
  wait->fact = fact;
  wait->seconds = seconds ? (int) g_ascii_strtoll (seconds, NULL, 10) : 5;
  wait->end_us = g_get_monotonic_time () + wait->seconds * G_USEC_PER_SEC;
  /* Wakes the loop, for facts that come true with no event of the main context. */
  wait->tick_id = g_timeout_add (5, tick_cb, NULL);
}

void
jol_test_wait_step (JolTestWait *wait)
{
  if (g_get_monotonic_time () > wait->end_us)
    g_error ("%s:%d: not within %d s: %s", wait->file, wait->line, wait->seconds, wait->fact);

  g_main_context_iteration (NULL, TRUE);
}

void
jol_test_wait_end (JolTestWait *wait)
{
  g_source_remove (wait->tick_id);
}
