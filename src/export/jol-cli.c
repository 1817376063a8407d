/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli.h"
#include "jol-cli-options.h"
#include "jol-cli-private.h"
#include "jol-cli-story.h"

#include "jol-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

static const struct
{
  const char *name;
  JolCliVerb run;
  const char *synopsis;
  const char *summary;
} verbs[] = {
  { "check", jol_cli_check, "check FILE…", N_ ("Print every problem of a story file") },
  { "list", jol_cli_list, "list KIND", N_ ("List what a story holds, one a line") },
  { "show", jol_cli_show, "show ID", N_ ("Print all that is known of one thing") },
  { "search", jol_cli_search, "search TEXT", N_ ("Find things and passages by words") },
  { "export", jol_cli_export, "export -o OUT.png", N_ ("Write the map as a picture") },
};

static JolCliVerb
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return verbs[i].run;

  return NULL;
}

/* A word that no story is called by: not an option, an address, a path or a file that is there. */
static gboolean
is_stray_word (const char *argument)
{
  return *argument && *argument != '-' && !strpbrk (argument, "./:") &&
         !g_file_test (argument, G_FILE_TEST_EXISTS);
}

static void
print_help (JolCliOutput *out)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (2);

  g_string_append (out->text, _ ("Usage:"));
  g_string_append_c (out->text, '\n');
  jol_cli_table_add (table, "jol [FILE|URI]");
  jol_cli_table_add (table, _ ("Open the window, with a story or the bundled one"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *synopsis = g_strdup_printf ("jol %s", verbs[i].synopsis);

      jol_cli_table_add (table, synopsis);
      jol_cli_table_add (table, _ (verbs[i].summary));
    }
  jol_cli_table_add (table, "jol --help");
  jol_cli_table_add (table, _ ("Show this help"));
  jol_cli_table_add (table, "jol --version");
  jol_cli_table_add (table, _ ("Show the version"));
  jol_cli_table_print (table, 2, out);

  g_string_append_c (out->text, '\n');
  jol_cli_append_wrapped (
      out->text,
      _ ("A verb needs no display. It prints to standard output and complains on standard error; "
         "the exit status is 0, or 1 when a problem was found, or 2 when the command is wrong."),
      0);
  g_string_append_c (out->text, '\n');
  jol_cli_append_wrapped (out->text, _ ("“jol VERB --help” lists the options of a verb."), 0);
}

static int
run (int argc, char **argv, JolCliOutput *out, GError **error)
{
  const char *first = argc > 1 ? argv[1] : "--help";
  JolCliVerb verb = find_verb (first);
  const char *names[G_N_ELEMENTS (verbs) + 1] = { NULL };
  const char *guess;

  if (verb)
    return verb (argv + 2, out, error);

  if (g_str_equal (first, "--help") || g_str_equal (first, "-h"))
    {
      print_help (out);
      return JOL_CLI_OK;
    }
  if (g_str_equal (first, "--version"))
    {
      g_string_append (out->text, "jol " VERSION "\n");
      return JOL_CLI_OK;
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;
  guess = jol_cli_guess (first, names);
  if (guess)
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                 _ ("“%1$s” is neither a verb nor a file; did you mean “%2$s”?"), first, guess);
  else
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, _ ("“%s” is neither a verb nor a file"),
                 first);
  return JOL_CLI_USAGE;
}

static int
report_error (const GError *error, const char *first)
{
  jol_cli_complain ("%s", error->message);
  if (!g_error_matches (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE))
    return JOL_CLI_PROBLEM;

  if (find_verb (first))
    /* TRANSLATORS: %s is a verb: "Try “jol list --help”." */
    jol_cli_remark (_ ("Try “jol %s --help”."), first);
  else
    jol_cli_remark ("%s", _ ("Try “jol --help”."));
  return JOL_CLI_USAGE;
}

gboolean
jol_cli_handles (int argc, char **argv)
{
  static const char *const options[] = { "--help", "-h", "--version", NULL };

  if (argc < 2)
    return FALSE;

  return find_verb (argv[1]) || g_strv_contains (options, argv[1]) || is_stray_word (argv[1]);
}

int
jol_cli_run (int argc, char **argv)
{
  g_autoptr (JolCliOutput) out = jol_cli_output_new ();
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A reader that has seen enough ("| head -1") is no problem, and must not kill an export. */
  signal (SIGPIPE, SIG_IGN);
  /* A file that may not grow any more is an error to tell of, as a full disk is. */
  signal (SIGXFSZ, SIG_IGN);

  status = run (argc, argv, out, &error);
  jol_cli_output_flush (out);
  if (error)
    return report_error (error, argc > 1 ? argv[1] : "");

  if (out->write_errno && out->write_errno != EPIPE)
    {
      jol_cli_complain (_ ("standard output cannot be written: %s"), g_strerror (out->write_errno));
      return JOL_CLI_PROBLEM;
    }

  return status;
}
