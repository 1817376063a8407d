/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-util.h"

#include "jol-resources.h"

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
  setlocale (LC_ALL, "");
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* Naming it keeps it in the program; it has registered itself then. */
  g_assert_nonnull (jol_resources_get_resource ());
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
