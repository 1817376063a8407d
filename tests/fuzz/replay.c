/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay-NAME FOLDER…: runs a fuzz target over the files of folders, without libFuzzer: a test of
 * each. A file that breaks the target ends the program, and so is the one after the last "ok". */
#include "config.h"
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static guint
replay_folder (const char *path, guint n_done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  if (!folder)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (file, &text, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
      printf ("ok %u - %s\n", ++n_done, name);
      fflush (stdout);
    }
  return n_done;
}

int
main (int argc, char **argv)
{
  guint n_done = 0;

  for (int i = 1; i < argc; i++)
    n_done = replay_folder (argv[i], n_done);
  printf ("1..%u\n", n_done);
  return n_done > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
