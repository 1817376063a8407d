/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-options.h"
#include "jol-cli-private.h"

#include "jol-error.h"
#include "jol-story-loader.h"

#include <glib/gi18n.h>

typedef struct
{
  guint n_files;
  guint n_errors;
  guint n_warnings;
} Tally;

static char *
format_tally (guint n_errors, guint n_warnings)
{
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;

  if (!n_errors && !n_warnings)
    return g_strdup (_ ("no problems"));

  errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
  if (!n_warnings)
    return g_steal_pointer (&errors);
  if (!n_errors)
    return g_steal_pointer (&warnings);

  /* TRANSLATORS: %1$s is "3 errors", %2$s "1 warning" */
  return g_strdup_printf (_ ("%1$s, %2$s"), errors, warnings);
}

/* @name: the file as people are told of it. */
static void
check_story (const char *uri, const char *name, Tally *tally, JolCliOutput *out)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JolStory) story G_GNUC_UNUSED = jol_story_load (uri, problems, NULL, &error);
  g_autofree char *result = NULL;
  guint n_problems = jol_problem_list_get_size (problems);
  guint n_errors = jol_problem_list_get_n_errors (problems);

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));
      g_autofree char *clean = jol_cli_clean (line);

      g_string_append (out->text, clean);
      g_string_append_c (out->text, '\n');
    }
  /* Before the summary, when both go to the same terminal. */
  jol_cli_output_flush (out);

  result = format_tally (n_errors, n_problems - n_errors);
  jol_cli_remark ("%s: %s", name, result);

  tally->n_files++;
  tally->n_errors += n_errors;
  tally->n_warnings += n_problems - n_errors;
}

int
jol_cli_check (char **args, JolCliOutput *out, GError **error)
{
  gboolean bundled = FALSE;
  g_auto (GStrv) files = NULL;
  Tally tally = { 0 };
  const JolCliSyntax syntax = {
    .verb = "check",
    .arguments = "FILE…",
    .summary = _ ("Prints every problem of the story files, one a line, as “path:line:column: "
                  "error: /json/pointer: message”."),
    .details = _ ("The exit status is 1 when any of them is an error, 0 when there are only "
                  "warnings or none."),
  };
  const GOptionEntry entries[] = {
    { "bundled", 0, 0, G_OPTION_ARG_NONE, &bundled, N_ ("Check the story inside the program"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!jol_cli_parse (&syntax, entries, args, &files, out, error))
    return JOL_CLI_OK;

  if (!bundled && !*files)
    {
      g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                           _ ("check what? Name a story file, or say --bundled"));
      return JOL_CLI_USAGE;
    }

  for (guint i = 0; files[i]; i++)
    if (!*files[i])
      {
        g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                             _ ("the name of a file is empty"));
        return JOL_CLI_USAGE;
      }

  if (bundled)
    check_story (JOL_STORY_BUNDLED_URI, _ ("The bundled story"), &tally, out);
  for (guint i = 0; files[i]; i++)
    check_story (files[i], files[i], &tally, out);

  if (tally.n_files > 1)
    {
      g_autofree char *result = format_tally (tally.n_errors, tally.n_warnings);

      /* TRANSLATORS: %1$u is a number of files above one, %2$s is "3 errors, 1 warning" */
      jol_cli_remark (ngettext ("%1$u file: %2$s", "%1$u files: %2$s", tally.n_files),
                      tally.n_files, result);
    }

  return tally.n_errors > 0 ? JOL_CLI_PROBLEM : JOL_CLI_OK;
}
