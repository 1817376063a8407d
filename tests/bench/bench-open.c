/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Seconds that opening a story takes, and its floor: json-glib reading the same file.
 *
 *     bench-open story|json FILE
 */
#include "config.h"

#include "jol-story-loader.h"

#include <json-glib/json-glib.h>

int
main (int argc, char *argv[])
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 begin_us = g_get_monotonic_time ();
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

  g_print ("%.6f\n", (double) (g_get_monotonic_time () - begin_us) / 1e6);
  return 0;
}
