/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-kinds.h"
#include "jol-cli-options.h"
#include "jol-cli-private.h"
#include "jol-cli-raw.h"
#include "jol-cli-story.h"
#include "jol-export-data.h"

#include "jol-error.h"
#include "jol-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const JolCliKind *
find_kind (const char *name, GError **error)
{
  const char *names[JOL_CLI_N_KINDS + 1] = { NULL };
  g_autofree char *list = NULL;

  for (guint i = 0; i < JOL_CLI_N_KINDS; i++)
    {
      if (name && g_str_equal (jol_cli_kinds[i].name, name))
        return &jol_cli_kinds[i];
      names[i] = jol_cli_kinds[i].name;
    }

  list = g_strjoinv (", ", (char **) names);
  if (name)
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                 /* TRANSLATORS: %1$s is what was typed, %2$s a list of words */
                 _ ("“%1$s” cannot be listed; there are %2$s"), name, list);
  else
    g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                 /* TRANSLATORS: %s is a list of words */
                 _ ("list what? There are %s"), list);
  return NULL;
}

/* Whether the option was not given, or the kind has a use for it. */
static gboolean
check_filter (const JolCliKind *kind,
              JolCliFilters filter,
              const char *option,
              gboolean given,
              GError **error)
{
  if (!given || (kind->filters & filter))
    return TRUE;

  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               /* TRANSLATORS: %1$s is an option such as "status", %2$s a word such as "places" */
               _ ("--%1$s says nothing about %2$s"), option, kind->name);
  return FALSE;
}

/* Whether @word is in one of the lists; words that no file may write are left out. */
static gboolean
check_word (const char *option,
            const char *word,
            const char *const *first,
            const char *const *second,
            GError **error)
{
  const char *const *lists[] = { first, second };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] && lists[i][j]; j++)
      if (*lists[i][j])
        g_strv_builder_add (builder, lists[i][j]);
  words = g_strv_builder_end (builder);
  if (!word || g_strv_contains ((const char *const *) words, word))
    return TRUE;

  list = g_strjoinv (", ", words);
  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               /* TRANSLATORS: %1$s is an option, %2$s what was typed, %3$s a list of words */
               _ ("--%1$s: there is no “%2$s”; there are %3$s"), option, word, list);
  return FALSE;
}

static gboolean
read_country (const char *text, char **country_out, GError **error)
{
  if (!text)
    return TRUE;
  if (strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]))
    {
      *country_out = g_ascii_strup (text, -1);
      return TRUE;
    }

  g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
               _ ("--country: “%s” is not a country; write its two letters, as in KZ"), text);
  return FALSE;
}

static gboolean
check_time (const JolCliQuery *query, GError **error)
{
  if (!jol_date_is_set (&query->time.from) || !jol_date_is_set (&query->time.to) ||
      jol_date_first_day (&query->time.from) <= jol_date_last_day (&query->time.to))
    return TRUE;

  g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, _ ("--from is later than --to"));
  return FALSE;
}

static gboolean
check_format (int n_formats, GError **error)
{
  if (n_formats <= 1)
    return TRUE;

  g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                       _ ("only one of --json, --csv and --ical can be printed"));
  return FALSE;
}

static GPtrArray *
find_matches (const JolCliKind *kind, const JolCliQuery *query)
{
  GPtrArray *matches = g_ptr_array_new ();
  guint n = 0;
  JolEntity *const *entities = kind->get_all (query->story, &n);

  for (guint i = 0; i < n; i++)
    if (kind->matches (entities[i], query))
      g_ptr_array_add (matches, entities[i]);

  return matches;
}

static void
print_table (const JolCliKind *kind,
             GPtrArray *matches,
             const JolCliQuery *query,
             JolCliOutput *out)
{
  g_autoptr (JolCliTable) table = jol_cli_table_new (kind->n_columns);

  for (guint i = 0; i < matches->len; i++)
    {
      JolEntity *entity = g_ptr_array_index (matches, i);
      g_autofree char *title = kind->format_title ? kind->format_title (entity, query) : NULL;

      jol_cli_table_add (table, jol_entity_get_id (entity));
      kind->add_row (entity, query, table);
      jol_cli_table_add (table, title ? title : jol_entity_get_title (entity, query->language));
    }
  jol_cli_table_print (table, 0, out);
  if (!matches->len)
    jol_cli_remark ("%s", _ ("Nothing matches."));
}

static void
print_calendar (GPtrArray *matches, const JolCliQuery *query, JolCliOutput *out)
{
  const guint n_left_out =
      jol_export_data_write_icalendar (query->story, matches, query->language, out->text);

  if (n_left_out > 0)
    jol_cli_remark (ngettext ("%u event is left out: no calendar goes as far as its date.",
                              "%u events are left out: no calendar goes as far as their dates.",
                              n_left_out),
                    n_left_out);
}

static gboolean
print_json (GPtrArray *matches, JolStory *story, JolCliOutput *out, GError **error)
{
  g_autoptr (JolCliRaw) raw = jol_cli_raw_load (story, error);
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out->text);

  if (!raw)
    return FALSE;

  jol_json_writer_begin_array (writer);
  for (guint i = 0; i < matches->len; i++)
    {
      JsonObject *object = jol_cli_raw_find (raw, g_ptr_array_index (matches, i), error);

      if (!object)
        return FALSE;
      jol_json_writer_begin_object (writer);
      jol_cli_raw_write_members (writer, object, TRUE, NULL);
      jol_json_writer_end_object (writer);
      jol_cli_output_relieve (out);
    }
  jol_json_writer_end_array (writer);
  jol_json_writer_finish (writer);
  return TRUE;
}

int
jol_cli_list (char **args, JolCliOutput *out, GError **error)
{
  g_autofree char *story_path = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *kind_word = NULL;
  g_autofree char *country_text = NULL;
  g_autofree char *country = NULL;
  g_autofree char *status = NULL;
  g_autofree char *date = NULL;
  gboolean json = FALSE;
  gboolean csv = FALSE;
  gboolean ical = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  const JolCliKind *kind;
  JolCliQuery query = { .language = jol_text_get_interface_language () };
  const JolCliSyntax syntax = {
    .verb = "list",
    .arguments = "routes|events|places|articles|claims|sources|series",
    .summary = _ ("Lists what a story holds, one a line, the id first."),
    .details = _ ("A date is YYYY, YYYY-MM or YYYY-MM-DD, and covers its whole period."),
  };
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_FILENAME, &story_path,
      N_ ("Use this story instead of the bundled one"), "FILE" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("Leave out what ended before this date"),
      "DATE" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Leave out what began after this date"), "DATE" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_word,
      N_ ("Only one kind: summit, oil, pipeline, capital …; of claims, the verdict"), "KIND" },
    { "country", 0, 0, G_OPTION_ARG_FILENAME, &country_text,
      N_ ("Only what concerns this country, by its two letters"), "CC" },
    { "status", 0, 0, G_OPTION_ARG_FILENAME, &status,
      N_ ("Only routes with this status at the date: operating, construction …"), "STATUS" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date,
      N_ ("Only routes that are there at this date, as they are then"), "DATE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, as in the story’s file"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print events as comma-separated values"), NULL },
    { "ical", 0, 0, G_OPTION_ARG_NONE, &ical, N_ ("Print events as a calendar (iCalendar)"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!jol_cli_parse (&syntax, entries, args, &rest, out, error))
    return JOL_CLI_OK;

  kind = find_kind (rest[0], error);
  if (!kind || !jol_cli_check_count (rest, 1, error) ||
      !check_filter (kind, JOL_CLI_FILTER_TIME, "from", from != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_TIME, "to", to != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_KIND, "kind", kind_word != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_COUNTRY, "country", country_text != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_STATUS, "status", status != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_STATUS, "date", date != NULL, error) ||
      !check_filter (kind, JOL_CLI_FILTER_CALENDAR, "csv", csv, error) ||
      !check_filter (kind, JOL_CLI_FILTER_CALENDAR, "ical", ical, error) ||
      !check_format (json + csv + ical, error) ||
      !jol_cli_read_date ("from", from, &query.time.from, error) ||
      !jol_cli_read_date ("to", to, &query.time.to, error) || !check_time (&query, error) ||
      !check_word ("kind", kind_word, kind->kinds[0], kind->kinds[1], error) ||
      !check_word ("status", status, jol_status_words, NULL, error) ||
      !read_country (country_text, &country, error) ||
      !jol_cli_read_date ("date", date, &query.date, error))
    return JOL_CLI_USAGE;

  story = jol_cli_load_story (story_path, error);
  if (!story)
    return JOL_CLI_PROBLEM;

  query.story = story;
  query.kind = kind_word;
  query.country = country;
  query.status = status;
  query.is_at_date = date != NULL;
  if (!date)
    query.date = *jol_story_get_now (story);

  matches = find_matches (kind, &query);
  if (csv)
    jol_export_data_write_csv (story, matches, query.language, out->text);
  else if (ical)
    print_calendar (matches, &query, out);
  else if (!json)
    print_table (kind, matches, &query, out);
  else if (!print_json (matches, story, out, error))
    return JOL_CLI_PROBLEM;

  return JOL_CLI_OK;
}
