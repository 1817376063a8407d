/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Milliseconds that making the search index takes, and each answer while words are typed letter by
 * letter.
 *
 *     bench-search FILE|- RUNS
 */
#include "config.h"

#include "jol-country.h"
#include "jol-resources.h"
#include "jol-search-index.h"
#include "jol-story-loader.h"

#include <stdlib.h>

#define LISTED 5 /* of a kind, as the window lists them */

static const char *const typed[] = {
  "kazakhstan",
  "tengiz",
  "caspian pipeline",
  "Каспийский трубопровод",
  "Тенгиз",
  "xi'an summit",
  "tokayev",
  "event 4217",
  "route 99",
  "what happened",
  "turkmenistan gas",
  "2022",
  "place 77 day",
  "such things",
  "Назарбаев",
  "a way out for the oil",
  "shanghai cooperation",
};

static double
get_ms (gint64 begin_us)
{
  return (double) (g_get_monotonic_time () - begin_us) / 1e3;
}

static JolSearchIndex *
make_index (JolStory *story, int n_runs)
{
  JolSearchIndex *index = NULL;

  g_print ("{\"name\": \"index\", \"ms\": [");
  for (int i = 0; i < n_runs; i++)
    {
      const gint64 begin_us = g_get_monotonic_time ();

      g_clear_pointer (&index, jol_search_index_unref);
      index = jol_search_index_new (story, jol_country_dup_names, NULL);
      g_print ("%s%.3f", i ? ", " : "", get_ms (begin_us));
    }
  g_print ("]}\n");
  return index;
}

static void
type_all (JolSearchIndex *index)
{
  guint n = 0;

  g_print ("{\"name\": \"query\", \"ms\": [");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = typed[i]; *end;)
      {
        g_autofree char *text = NULL;
        g_autoptr (GPtrArray) groups = NULL;
        gint64 begin_us;

        end = g_utf8_next_char (end);
        text = g_strndup (typed[i], (gsize) (end - typed[i]));
        begin_us = g_get_monotonic_time ();
        groups = jol_search_index_query (index, text, "en", LISTED);
        g_print ("%s%.3f", n++ ? ", " : "", get_ms (begin_us));
      }
  g_print ("]}\n");
}

int
main (int argc, char *argv[])
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolSearchIndex) index = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;

  g_resources_register (jol_resources_get_resource ());
  story = g_str_equal (argv[1], "-") ? jol_story_load_bundled ()
                                     : jol_story_load (argv[1], problems, NULL, &error);
  if (!story)
    g_error ("%s", error->message);

  index = make_index (story, MAX (atoi (argv[2]), 1));
  type_all (index);
  return 0;
}
