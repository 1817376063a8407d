/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-options.h"

#include "jol-error.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Printed as "--output=FILE" in a column of its own. */
static char *
format_option (const GOptionEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry->arg_description)
    name = g_strdup_printf ("--%s=%s", entry->long_name, entry->arg_description);
  else
    name = g_strdup_printf ("--%s", entry->long_name);

  if (entry->short_name)
    return g_strdup_printf ("-%c, %s", entry->short_name, name);

  return g_strdup_printf ("    %s", name);
}

static void
print_help (const JolCliSyntax *syntax, const GOptionEntry *entries, JolCliOutput *out)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (2);

  /* TRANSLATORS: the first line of a verb's help: "Usage: jol list KIND [OPTION…]" */
  g_string_append_printf (out->text, _ ("Usage: jol %s %s [OPTION…]"), syntax->verb,
                          syntax->arguments);
  g_string_append (out->text, "\n\n");
  jol_cli_append_wrapped (out->text, syntax->summary, 0);
  if (syntax->details)
    {
      g_auto (GStrv) paragraphs = g_strsplit (syntax->details, "\n", -1);

      g_string_append_c (out->text, '\n');
      for (guint i = 0; paragraphs[i]; i++)
        jol_cli_append_wrapped (out->text, paragraphs[i], 0);
    }
  g_string_append_printf (out->text, "\n%s\n", _ ("Options:"));

  for (const GOptionEntry *entry = entries; entry->long_name; entry++)
    {
      g_autofree char *option = NULL;

      if (!*entry->long_name)
        continue;
      option = format_option (entry);
      jol_cli_table_add (table, option);
      jol_cli_table_add (table, _ (entry->description));
    }
  jol_cli_table_add (table, "-h, --help");
  jol_cli_table_add (table, _ ("Show this help"));
  jol_cli_table_wrap_last (table);
  jol_cli_table_print (table, 2, out);
}

/* GOptionContext takes "--json=no" for "--json". */
static gboolean
check_flags (const GOptionEntry *entries, char **args, GError **error)
{
  for (guint i = 0; args[i] && !g_str_equal (args[i], "--"); i++)
    {
      const char *equals = g_str_has_prefix (args[i], "--") ? strchr (args[i], '=') : NULL;

      for (const GOptionEntry *entry = entries; equals && entry->long_name; entry++)
        if (entry->arg == G_OPTION_ARG_NONE &&
            strlen (entry->long_name) == (gsize) (equals - args[i] - 2) &&
            g_str_has_prefix (args[i] + 2, entry->long_name))
          {
            g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, _ ("--%s takes no value"),
                         entry->long_name);
            return FALSE;
          }
    }

  return TRUE;
}

/**
 * jol_cli_parse:
 * @syntax: the verb, for its help
 * @entries: its options, ended by an empty one; texts are G_OPTION_ARG_FILENAME, because what is
 *   typed is not converted from the locale
 * @args: the arguments after the verb
 * @rest_out: (out) (transfer full): those that are no options, never NULL on success
 * @out: where help goes
 * @error: JOL_CLI_ERROR_USAGE
 *
 * Returns: whether to go on; FALSE without an error when help was asked for and printed
 */
gboolean
jol_cli_parse (const JolCliSyntax *syntax,
               const GOptionEntry *entries,
               char **args,
               char ***rest_out,
               JolCliOutput *out,
               GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean wants_help = FALSE;
  const GOptionEntry own_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!check_flags (entries, args, error))
    return FALSE;

  g_strv_builder_add (builder, "jol");
  g_strv_builder_addv (builder, (const char **) args);
  argv = g_strv_builder_end (builder);

  /* GLib's help would print and exit by itself. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own_entries, NULL);
  if (!g_option_context_parse_strv (context, &argv, &local_error))
    {
      g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, local_error->message);
      return FALSE;
    }

  if (wants_help)
    {
      print_help (syntax, entries, out);
      return FALSE;
    }

  *rest_out = rest ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return TRUE;
}

gboolean
jol_cli_check_count (char **rest, guint n, GError **error)
{
  if (g_strv_length (rest) <= n)
    return TRUE;

  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               /* TRANSLATORS: %s is a word of the command that nothing asked for */
               _ ("“%s” is one word too many"), rest[n]);
  return FALSE;
}

gboolean
jol_cli_read_date (const char *option, const char *text, JolDate *date_out, GError **error)
{
  if (!text || jol_date_parse (text, date_out))
    return TRUE;

  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               /* TRANSLATORS: %1$s is an option such as "date", %2$s what was typed */
               _ ("--%1$s: “%2$s” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"), option, text);
  return FALSE;
}

gboolean
jol_cli_read_span (const char *option, const char *text, JolSpan *span_out, GError **error)
{
  if (!text || jol_span_parse (text, span_out))
    return TRUE;

  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               /* TRANSLATORS: %1$s is an option such as "span", %2$s what was typed */
               _ ("--%1$s: “%2$s” is not a span; write two dates, the earlier first, as in "
                  "2022-02..2023"),
               option, text);
  return FALSE;
}

/* gettext shows English in the C locale whatever LANGUAGE says, and scripts and servers often run
 * in it; since glibc 2.39 C.UTF-8 is no better. In any other locale LANGUAGE decides. */
static void
leave_c_locale (void)
{
  static const char *const others[] = { "en_US.UTF-8", "en_GB.UTF-8", "ru_RU.UTF-8", "kk_KZ.UTF-8",
                                        "C.UTF-8" };
  const char *current = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (current, "C") && !g_str_equal (current, "POSIX") &&
      !g_str_has_prefix (current, "C."))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (setlocale (LC_MESSAGES, others[i]))
      return;
}

/**
 * jol_cli_set_language:
 * @option: its name
 * @text: (nullable): what was typed, BCP 47
 * @error: JOL_CLI_ERROR_USAGE
 *
 * Jol's own words follow the language that is asked for too, as far as the locale allows. To be
 * called before there is a second thread: it changes the environment.
 *
 * Returns: whether it is a language
 */
gboolean
jol_cli_set_language (const char *option, const char *text, GError **error)
{
  g_autofree char *language = NULL;

  if (!text)
    return TRUE;
  if (!g_regex_match_simple ("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", text, G_REGEX_DOLLAR_ENDONLY,
                             0))
    {
      g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                   /* TRANSLATORS: %1$s is an option such as "lang", %2$s what was typed */
                   _ ("--%1$s: “%2$s” is not a language; write it as in en, ru, kk or zh-Hans"),
                   option, text);
      return FALSE;
    }

  /* The locale's form has an underscore. */
  language = g_strdelimit (g_strdup (text), "-", '_');
  g_setenv ("LANGUAGE", language, TRUE);
  leave_c_locale ();
  /* Messages that were asked for before are looked up anew. */
  textdomain (GETTEXT_PACKAGE);
  return TRUE;
}
