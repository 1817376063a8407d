/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-options.h"
#include "jol-cli-private.h"
#include "jol-cli-story.h"

#include "jol-country.h"
#include "jol-error.h"
#include "jol-fold.h"
#include "jol-json-write.h"
#include "jol-search-index.h"

#include <glib/gi18n.h>

static void
write_member (JolJsonWriter *writer, const char *name, const char *value)
{
  jol_json_writer_member (writer, name);
  jol_json_writer_string (writer, value);
}

static void
print_json (GPtrArray *results, guint n, JolCliOutput *out)
{
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out->text);

  jol_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    {
      JolSearchResult *result = g_ptr_array_index (results, i);
      const JolSearchKind kind = jol_search_result_get_kind (result);

      jol_json_writer_begin_object (writer);
      write_member (writer, "id", jol_search_result_get_id (result));
      write_member (writer, "kind", jol_search_kind_to_string (kind));
      write_member (writer, "title", jol_search_result_get_title (result, NULL, NULL));
      write_member (writer, "snippet", jol_search_result_get_snippet (result, NULL, NULL));
      jol_json_writer_end_object (writer);
      jol_cli_output_relieve (out);
    }
  jol_json_writer_end_array (writer);
  jol_json_writer_finish (writer);
}

static void
print_lines (GPtrArray *results, guint n, JolCliOutput *out)
{
  for (guint i = 0; i < n; i++)
    {
      JolSearchResult *result = g_ptr_array_index (results, i);
      const JolSearchKind kind = jol_search_result_get_kind (result);
      const char *snippet = jol_search_result_get_snippet (result, NULL, NULL);
      g_autofree char *id = jol_cli_clean (jol_search_result_get_id (result));

      g_string_append_printf (out->text, "%s  %s\n", id, jol_search_kind_to_string (kind));
      jol_cli_append_wrapped (out->text, jol_search_result_get_title (result, NULL, NULL), 2);
      if (*snippet)
        jol_cli_append_wrapped (out->text, snippet, 2);
      jol_cli_output_relieve (out);
    }
}

/* One word or many, with or without quotes. */
static char *
read_text (char **rest, GError **error)
{
  g_autofree char *typed = g_strjoinv (" ", rest);
  g_autofree char *text = g_utf8_make_valid (typed, -1);
  g_autofree char *key = jol_fold_dup_key (text);

  if (!rest[0])
    g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, _ ("search for what?"));
  else if (!*key)
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                 _ ("“%s” has no letter and no digit to search for"), text);
  else
    return g_steal_pointer (&text);

  return NULL;
}

int
jol_cli_search (char **args, JolCliOutput *out, GError **error)
{
  g_autofree char *story_path = NULL;
  g_autofree char *language = NULL;
  g_autofree char *text = NULL;
  int limit = 0;
  gboolean json = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolSearchIndex) index = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint n;
  const JolCliSyntax syntax = {
    .verb = "search",
    .arguments = "TEXT",
    .summary =
        _ ("Finds routes, places, countries, events, owners, articles, claims and sources by "
           "what they are called and what is said of them, the best first."),
    .details =
        _ ("Names are found in any spelling: Тенгиз, Teñiz and tengiz are one. A word may be "
           "only begun; where there are several, all of them must be found."),
  };
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_FILENAME, &story_path,
      N_ ("Use this story instead of the bundled one"), "FILE" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Texts in this language: en, ru, kk …"),
      "LANG" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Print no more results than this"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!jol_cli_parse (&syntax, entries, args, &rest, out, error))
    return JOL_CLI_OK;

  text = read_text (rest, error);
  if (!text || !jol_cli_set_language ("lang", language, error))
    return JOL_CLI_USAGE;
  if (limit < 0)
    {
      g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                           _ ("--limit: the number is below zero"));
      return JOL_CLI_USAGE;
    }

  story = jol_cli_load_story (story_path, error);
  if (!story)
    return JOL_CLI_PROBLEM;

  index = jol_search_index_new (story, jol_country_dup_names, NULL);
  groups =
      jol_search_index_query (index, text, language ? language : jol_text_get_interface_language (),
                              limit > 0 ? (guint) limit : G_MAXUINT);
  results = jol_search_groups_flatten (groups);
  n = limit > 0 ? MIN (results->len, (guint) limit) : results->len;

  if (json)
    print_json (results, n, out);
  else
    print_lines (results, n, out);
  return JOL_CLI_OK;
}
