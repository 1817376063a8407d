/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places, sources and claims: the parts that are small. */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-words.h"

#include <glib/gi18n.h>
#include <string.h>

JolPlace *
jol_story_parse_place (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id",         "kind", "name",    "country", "at",
                                       "confidence", "note", "sources", NULL };
  JolPlace *place = g_object_new (JOL_TYPE_PLACE, NULL);
  JolEntityData *data = jol_entity_get_data (place);
  int kind = JOL_PLACE_SITE;
  JolJsonCursor position;

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, place, "name");
  data->summary = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);
  jol_json_read_word (object, "kind", JOL_JSON_REQUIRED, jol_place_kind_words, &kind);
  place->kind = (JolPlaceKind) kind;
  place->country = jol_story_parse_country (object, "country");
  if (jol_json_enter (object, "at", JOL_JSON_REQUIRED, &position) &&
      jol_story_parse_position (&position, &place->point))
    jol_box_add_point (&data->box, &place->point);

  return place;
}

static char *
parse_url (const JolJsonCursor *object)
{
  JolJsonCursor member;
  const char *url;

  if (!jol_json_enter (object, "url", JOL_JSON_OPTIONAL, &member))
    return NULL;

  url = jol_json_get_string (&member);
  if (!url)
    return NULL;
  if ((!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://")) ||
      !g_uri_is_valid (url, G_URI_FLAGS_PARSE_RELAXED, NULL))
    {
      jol_json_report (&member, JOL_SEVERITY_ERROR,
                       _ ("“%s” is not a web address: expected http: or https:"), url);
      return NULL;
    }

  return g_strdup (url);
}

JolSource *
jol_story_parse_source (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id",  "title",    "publisher", "date",
                                       "url", "language", "note",      NULL };
  JolSource *source = g_object_new (JOL_TYPE_SOURCE, NULL);
  JolEntityData *data = jol_entity_get_data (source);

  jol_json_warn_unknown (object, known);
  data->id = g_strdup (jol_json_read_string (object, "id", JOL_JSON_REQUIRED));
  data->title = jol_json_read_text (object, "title", JOL_JSON_REQUIRED);
  data->summary = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);
  source->publisher = jol_json_read_text (object, "publisher", JOL_JSON_OPTIONAL);
  jol_json_read_date (object, "date", JOL_JSON_OPTIONAL, &source->date);
  jol_json_read_string (object, "language", JOL_JSON_OPTIONAL);
  source->url = parse_url (object);
  return source;
}

/* What a claim is about: ids of the story, or countries. */
static char **
parse_about (JolStoryDraft *draft, const JolJsonCursor *object)
{
  g_autoptr (GStrvBuilder) about = g_strv_builder_new ();
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "about", JOL_JSON_OPTIONAL, &list))
    return NULL;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      const char *id = jol_json_get_string (&element);

      if (!id)
        continue;
      if ((strlen (id) == 2 && g_ascii_isupper (id[0]) && g_ascii_isupper (id[1])) ||
          jol_story_draft_check_id (draft, &element, id,
                                    JOL_ENTITY_ROUTE | JOL_ENTITY_PLACE | JOL_ENTITY_EVENT |
                                        JOL_ENTITY_CLAIM))
        g_strv_builder_add (about, id);
    }

  return g_strv_builder_end (about);
}

JolClaim *
jol_story_parse_claim (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id",   "statement", "verdict", "date",
                                       "note", "about",     "sources", NULL };
  JolClaim *claim = g_object_new (JOL_TYPE_CLAIM, NULL);
  int verdict = JOL_VERDICT_OPINION;

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, claim, "statement");
  jol_entity_get_data (claim)->summary = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);
  jol_json_read_word (object, "verdict", JOL_JSON_REQUIRED, jol_verdict_words, &verdict);
  claim->verdict = (JolVerdict) verdict;
  jol_json_read_date (object, "date", JOL_JSON_OPTIONAL, &claim->date);
  claim->about = parse_about (draft, object);
  return claim;
}
