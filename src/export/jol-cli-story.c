/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-story.h"
#include "jol-cli-output.h"

#include "jol-error.h"
#include "jol-story-loader.h"

#include <glib/gi18n.h>
#include <string.h>

JolStory *
jol_cli_load_story (const char *path, GError **error)
{
  g_autoptr (JolProblemList) problems = NULL;
  JolStory *story;

  if (!path)
    return jol_story_load_bundled ();
  if (!*path)
    {
      g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                           _ ("--story: the name of the file is empty"));
      return NULL;
    }

  problems = jol_problem_list_new ();
  story = jol_story_load (path, problems, NULL, error);
  if (!story)
    for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
      {
        const JolProblem *problem = jol_problem_list_get (problems, i);
        g_autofree char *line = jol_problem_to_string (problem);

        if (problem->severity == JOL_SEVERITY_ERROR)
          jol_cli_remark ("%s", line);
      }

  return story;
}

static void
add_ids (GPtrArray *ids, JolEntity *const *entities, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (char *) jol_entity_get_id (entities[i]));
}

#define ADD_IDS(ids, get, story)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint jol_n = 0;                                                                               \
    gconstpointer jol_list = get (story, &jol_n);                                                  \
                                                                                                   \
    add_ids (ids, jol_list, jol_n);                                                                \
  }                                                                                                \
  G_STMT_END

static GPtrArray *
list_ids (JolStory *story)
{
  GPtrArray *ids = g_ptr_array_new ();

  ADD_IDS (ids, jol_story_get_routes, story);
  ADD_IDS (ids, jol_story_get_places, story);
  ADD_IDS (ids, jol_story_get_events, story);
  ADD_IDS (ids, jol_story_get_claims, story);
  ADD_IDS (ids, jol_story_get_articles, story);
  ADD_IDS (ids, jol_story_get_series, story);
  ADD_IDS (ids, jol_story_get_sources, story);
  g_ptr_array_add (ids, NULL);

  return ids;
}

JolEntity *
jol_cli_find_entity (JolStory *story, const char *id, GError **error)
{
  JolEntity *entity = jol_story_lookup (story, id);
  g_autoptr (GPtrArray) ids = NULL;
  const char *guess;

  if (entity)
    return entity;

  ids = list_ids (story);
  guess = jol_cli_guess (id, (const char *const *) ids->pdata);
  if (guess)
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_NOT_FOUND,
                 _ ("the story has no “%1$s”; did you mean “%2$s”?"), id, guess);
  else
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_NOT_FOUND, _ ("the story has no “%s”"), id);

  return NULL;
}

#define GUESS_MAX_LENGTH 80

/* How many bytes to add, drop, change or swap with the next to make one word of the other, after
 * Damerau and Levenshtein; G_MAXUINT when they are too long to tell. */
static guint
measure_difference (const char *a, const char *b)
{
  gsize a_length = strlen (a), b_length = strlen (b);
  guint rows[3][GUESS_MAX_LENGTH + 1];

  if (a_length > GUESS_MAX_LENGTH || b_length > GUESS_MAX_LENGTH)
    return G_MAXUINT;

  for (guint j = 0; j <= b_length; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a_length; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

      row[0] = i;
      for (guint j = 1; j <= b_length; j++)
        {
          row[j] = MIN (above[j], row[j - 1]) + 1;
          row[j] = MIN (row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
    }

  return rows[a_length % 3][b_length];
}

const char *
jol_cli_guess (const char *word, const char *const *words)
{
  const char *best = NULL;
  guint best_difference = (guint) MIN (strlen (word), GUESS_MAX_LENGTH) / 3 + 1;

  for (guint i = 0; words[i]; i++)
    {
      guint difference = measure_difference (word, words[i]);

      if (difference < best_difference)
        {
          best = words[i];
          best_difference = difference;
        }
    }

  return best;
}

char *
jol_cli_format_date (const JolDate *date)
{
  g_autofree char *iso = jol_date_to_iso (date);

  if (!date->approx)
    return g_steal_pointer (&iso);

  /* TRANSLATORS: %s is a date such as 2009-12 that is not exactly known */
  return g_strdup_printf (_ ("about %s"), iso);
}

char *
jol_cli_format_dates (const JolDate *from, const JolDate *to)
{
  g_autofree char *first = jol_cli_format_date (from);
  g_autofree char *last = NULL;

  if (!jol_date_is_set (to) || jol_date_equal (from, to))
    return g_steal_pointer (&first);

  last = jol_cli_format_date (to);
  return g_strdup_printf ("%s..%s", first, last);
}
