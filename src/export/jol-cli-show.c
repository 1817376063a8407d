/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-options.h"
#include "jol-cli-page.h"
#include "jol-cli-private.h"
#include "jol-cli-raw.h"
#include "jol-cli-story.h"

#include "jol-error.h"

#include <glib/gi18n.h>

static void
write_word (JolJsonWriter *writer, const char *name, const char *word)
{
  jol_json_writer_member (writer, name);
  jol_json_writer_string (writer, word);
}

/* What follows from the histories of a route; null for all while it is not there. Of the other
 * kinds nothing does, and "at" is a member of a place already. */
static void
write_at (JolJsonWriter *writer, JolRoute *route, const JolDate *date)
{
  JolStatus status = jol_route_get_status_at (route, date);
  JolDirection direction = jol_route_get_direction_at (route, date);
  const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, date);
  gboolean is_there = status != JOL_STATUS_ABSENT;
  g_autofree char *iso = jol_date_to_iso (date);

  jol_json_writer_member (writer, "at");
  jol_json_writer_begin_object (writer);
  write_word (writer, "date", iso);
  write_word (writer, "status", is_there ? jol_status_to_string (status) : NULL);
  jol_json_writer_member (writer, "capacity");
  if (is_there && capacity)
    {
      jol_json_writer_begin_object (writer);
      jol_json_writer_member (writer, "value");
      jol_json_writer_number (writer, capacity->value);
      write_word (writer, "unit", capacity->unit);
      jol_json_writer_end_object (writer);
    }
  else
    {
      jol_json_writer_null (writer);
    }
  write_word (writer, "direction", is_there ? jol_direction_to_string (direction) : NULL);
  jol_json_writer_member (writer, "interrupted");
  jol_json_writer_boolean (writer, jol_route_get_interruption_at (route, date) != NULL);
  jol_json_writer_end_object (writer);
}

static gboolean
print_json (JolStory *story,
            JolEntity *entity,
            const JolDate *date,
            const char *language,
            JolCliOutput *out,
            GError **error)
{
  g_autoptr (JolCliRaw) raw = jol_cli_raw_load (story, error);
  JsonObject *object = raw ? jol_cli_raw_find (raw, entity, error) : NULL;
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out->text);

  if (!object)
    return FALSE;

  jol_json_writer_begin_object (writer);
  jol_cli_raw_write_members (writer, object, FALSE, language);
  if (JOL_IS_ROUTE (entity))
    write_at (writer, JOL_ROUTE (entity), date);
  jol_json_writer_end_object (writer);
  jol_json_writer_finish (writer);
  return TRUE;
}

int
jol_cli_show (char **args, JolCliOutput *out, GError **error)
{
  g_autofree char *story_path = NULL;
  g_autofree char *date_text = NULL;
  g_autofree char *language = NULL;
  gboolean json = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (JolStory) story = NULL;
  JolEntity *entity;
  JolDate date = { 0 };
  const JolCliSyntax syntax = {
    .verb = "show",
    .arguments = "ID",
    .summary = _ ("Prints all that the story knows of one route, place, event, claim, article, "
                  "series or source."),
    .details = _ ("“jol list” prints the ids."),
  };
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_FILENAME, &story_path,
      N_ ("Use this story instead of the bundled one"), "FILE" },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date_text,
      N_ ("What it is at this date; where the story opens when left out"), "DATE" },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Texts in this language: en, ru, kk …"),
      "LANG" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, as in the story’s file"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!jol_cli_parse (&syntax, entries, args, &rest, out, error))
    return JOL_CLI_OK;

  if (!rest[0])
    {
      g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                           _ ("show what? Name an id, as “jol list” prints it"));
      return JOL_CLI_USAGE;
    }
  if (!jol_cli_check_count (rest, 1, error) ||
      !jol_cli_read_date ("date", date_text, &date, error) ||
      !jol_cli_set_language ("lang", language, error))
    return JOL_CLI_USAGE;

  story = jol_cli_load_story (story_path, error);
  entity = story ? jol_cli_find_entity (story, rest[0], error) : NULL;
  if (!entity)
    return JOL_CLI_PROBLEM;

  if (!date_text)
    date = *jol_story_get_now (story);
  if (json)
    return print_json (story, entity, &date, language, out, error) ? JOL_CLI_OK : JOL_CLI_PROBLEM;

  jol_cli_print_page (story, entity, &date,
                      language ? language : jol_text_get_interface_language (), out);
  return JOL_CLI_OK;
}
