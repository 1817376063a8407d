/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What opening a story takes, and its floor: json-glib reading the same file. On the clock and of
 * the process, as a line of JSON.
 *
 *     bench-open story|json FILE
 */
#include "config.h"

#include "jol-story-loader.h"

#include <json-glib/json-glib.h>
#include <time.h>

int
main (int argc, char *argv[])
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 begin_us = g_get_monotonic_time ();
  struct timespec now;
  gboolean is_read;

  if (argc != 3)
    return 2;

  if (g_str_equal (argv[1], "json"))
    {
      parser = json_parser_new_immutable ();
      is_read = json_parser_load_from_file (parser, argv[2], &error);
    }
  else
    {
      story = jol_story_load (argv[2], problems, NULL, &error);
      is_read = story != NULL;
    }
  if (!is_read)
    g_error ("%s", error->message);

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  g_print ("{\"name\": \"%s\", \"wall_ms\": %.3f, \"cpu_ms\": %.3f}\n", argv[1],
           (double) (g_get_monotonic_time () - begin_us) / 1e3,
           (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6);
  return 0;
}
