/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * replay-NAME N FOLDER…: runs a fuzz target over the files of folders, without libFuzzer: a test of
 * each, as it is and changed N times, always in the same ways. A file that breaks the
 * target ends the program, and so is the one after the last "ok"; which change it was is said
 * before.
 */
#include "config.h"
#include "fuzz.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_BYTES_CHANGES 6

/* What is being run, for the handler of a crash. */
static char place[256];

static void
say_place (int signal_number)
{
  const ssize_t length = (ssize_t) strlen (place);

  if (write (STDERR_FILENO, place, (size_t) length) != length)
    _exit (EXIT_FAILURE);
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

/* Bytes are turned, put in, taken out, or copied from elsewhere in the text: a search without a
 * guide, as anything better wants a compiler's help (libFuzzer). */
static void
change (GByteArray *bytes, GRand *random)
{
  static const char *const words[] = {
    "\"",   "\\", "{", "[", "]", ",", "0", "-", "1e9", "\n", "..", "\xc3\xa9", "\xf0\x9f\x98\x80",
    "\xff", "*",  "("
  };
  const int n = g_rand_int_range (random, 1, MAX_BYTES_CHANGES);

  for (int i = 0; i < n && bytes->len > 0; i++)
    {
      const guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      const guint n_bytes = (guint) g_rand_int_range (random, 1, (gint32) MIN (16, bytes->len) + 1);
      const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
      g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
      const guint tail_length = bytes->len - at;

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
          break;
        case 1:
          g_byte_array_set_size (bytes, at);
          g_byte_array_append (bytes, (const guint8 *) word, (guint) strlen (word));
          g_byte_array_append (bytes, tail, tail_length);
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, MIN (n_bytes, tail_length));
          break;
        default:
          g_byte_array_append (bytes, tail, MIN (n_bytes, tail_length));
        }
    }
}

static void
replay_file (const char *name, const guint8 *data, gsize length, guint n_changed)
{
  /* The same whatever other files there are. */
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (name));

  g_snprintf (place, sizeof place, "# %s, as it is\n", name);
  LLVMFuzzerTestOneInput (data, length);
  for (guint i = 0; i < n_changed; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) length);
      change (bytes, random);
      g_snprintf (place, sizeof place, "# %s, change %u\n", name, i);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

static guint
replay_folder (const char *path, guint n_changed, guint n_done)
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
      replay_file (name, (const guint8 *) text, length, n_changed);
      printf ("ok %u - %s\n", ++n_done, name);
      fflush (stdout);
    }
  return n_done;
}

int
main (int argc, char **argv)
{
  const guint n_changed = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  guint n_done = 0;

  signal (SIGABRT, say_place);
  signal (SIGSEGV, say_place);
  signal (SIGTRAP, say_place);
  for (int i = 2; i < argc; i++)
    n_done = replay_folder (argv[i], n_changed, n_done);
  printf ("1..%u\n", n_done);
  return n_done > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
