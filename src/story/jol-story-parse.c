/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The top of a story file: its header, its lists, and what the parts of all lists share. */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-words.h"

#include <glib/gi18n.h>
#include <math.h>

static const struct
{
  const char *name;
  JolEntityKind kind;
} lists[] = {
  { "sources", JOL_ENTITY_SOURCE }, { "places", JOL_ENTITY_PLACE },
  { "routes", JOL_ENTITY_ROUTE },   { "events", JOL_ENTITY_EVENT },
  { "claims", JOL_ENTITY_CLAIM },   { "articles", JOL_ENTITY_ARTICLE },
  { "series", JOL_ENTITY_SERIES },
};

/* Takes the ids of a file's lists; what is wrong with their form is said by the parser later. */
void
jol_story_collect_ids (JolStoryDraft *draft, const JolJsonCursor *root)
{
  if (jol_json_get_type (root) != JOL_JSON_OBJECT)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JolJsonCursor list;

      if (!jol_json_enter (root, lists[i].name, JOL_JSON_OPTIONAL, &list) ||
          jol_json_get_type (&list) != JOL_JSON_ARRAY)
        continue;

      for (guint j = 0; j < jol_json_get_size (&list); j++)
        {
          JolJsonCursor element = jol_json_get_element (&list, j);
          JolJsonCursor id;
          const char *string;

          if (jol_json_get_type (&element) != JOL_JSON_OBJECT ||
              !jol_json_enter (&element, "id", JOL_JSON_OPTIONAL, &id) ||
              jol_json_get_type (&id) != JOL_JSON_STRING)
            continue;
          string = jol_json_value_get_string (id.file->positions, id.value);
          if (*string)
            jol_story_draft_declare (draft, &id, string, lists[i].kind);
        }
    }
}

static void
parse_time (JolStoryDraft *draft, const JolJsonCursor *root)
{
  static const char *const known[] = { "start", "end", "now", NULL };
  JolJsonCursor time;

  if (!jol_json_enter (root, "time", JOL_JSON_OPTIONAL, &time) || !jol_json_is_object (&time))
    return;

  jol_json_warn_unknown (&time, known);
  jol_json_read_date (&time, "start", JOL_JSON_REQUIRED, &draft->time.from);
  jol_json_read_date (&time, "end", JOL_JSON_REQUIRED, &draft->time.to);
  jol_json_read_date (&time, "now", JOL_JSON_OPTIONAL, &draft->now);
  jol_story_check_order (&time, "end", &draft->time.from, &draft->time.to);
  if (jol_date_is_set (&draft->now) && jol_span_is_set (&draft->time) &&
      jol_date_is_set (&draft->time.to) &&
      !jol_span_overlaps (&draft->time, jol_date_first_day (&draft->now),
                          jol_date_last_day (&draft->now)))
    jol_json_report (&time, JOL_SEVERITY_ERROR, _ ("“now” lies outside the story's time"));
}

static void
parse_view (JolStoryDraft *draft, const JolJsonCursor *root)
{
  static const char *const known[] = { "bounds", NULL };
  JolJsonCursor view;

  if (!jol_json_enter (root, "view", JOL_JSON_OPTIONAL, &view) || !jol_json_is_object (&view))
    return;

  jol_json_warn_unknown (&view, known);
  jol_story_parse_bounds (&view, "bounds", &draft->bounds);
}

/**
 * jol_story_parse_header:
 * @draft: the story to be
 * @root: of the manifest or the one file
 *
 * Returns: whether this is a story file of a version that Jol reads; nothing else is worth saying
 * of it otherwise
 */
gboolean
jol_story_parse_header (JolStoryDraft *draft, const JolJsonCursor *root)
{
  const char *format;
  JolJsonCursor member;
  double version;
  const char *id;

  if (!jol_json_is_object (root))
    return FALSE;

  format = jol_json_read_string (root, "format", JOL_JSON_REQUIRED);
  if (!format)
    return FALSE;
  if (!g_str_equal (format, "jol-story"))
    {
      jol_json_report (root, JOL_SEVERITY_ERROR, _ ("the format is “%s”; expected “jol-story”"),
                       format);
      return FALSE;
    }
  if (!jol_json_enter (root, "version", JOL_JSON_REQUIRED, &member) ||
      !jol_json_get_number (&member, 1, G_MAXINT, &version))
    return FALSE;
  if (version != 1)
    {
      jol_json_report (&member, JOL_SEVERITY_ERROR,
                       _ ("this Jol reads version 1 of the format only"));
      return FALSE;
    }

  id = jol_json_read_string (root, "language", JOL_JSON_OPTIONAL);
  if (id)
    {
      g_free (draft->language);
      draft->language = g_strdup (id);
    }
  id = jol_json_read_string (root, "id", JOL_JSON_REQUIRED);
  draft->id = g_strdup (id);
  parse_view (draft, root);
  parse_time (draft, root);
  return TRUE;
}

static void
parse_eras (JolStoryDraft *draft, const JolJsonCursor *root)
{
  static const char *const known[] = { "from", "to", "title", "summary", NULL };
  JolJsonCursor list;

  if (!jol_json_enter_array (root, "eras", JOL_JSON_OPTIONAL, &list))
    return;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor object = jol_json_get_element (&list, i);
      g_autoptr (JolText) summary = NULL;
      JolEra era = { 0 };

      if (!jol_json_is_object (&object))
        continue;

      jol_json_warn_unknown (&object, known);
      jol_json_read_date (&object, "from", JOL_JSON_REQUIRED, &era.span.from);
      jol_json_read_date (&object, "to", JOL_JSON_REQUIRED, &era.span.to);
      jol_story_check_order (&object, "to", &era.span.from, &era.span.to);
      era.title = jol_json_read_text (&object, "title", JOL_JSON_REQUIRED);
      summary = jol_json_read_text (&object, "summary", JOL_JSON_OPTIONAL);
      g_array_append_val (draft->eras, era);
    }
}

static gpointer
parse_element (JolStoryDraft *draft,
               const JolJsonCursor *object,
               JolEntityKind kind,
               GPtrArray **array_out)
{
  switch (kind)
    {
    case JOL_ENTITY_SOURCE:
      *array_out = draft->sources;
      return jol_story_parse_source (draft, object);
    case JOL_ENTITY_PLACE:
      *array_out = draft->places;
      return jol_story_parse_place (draft, object);
    case JOL_ENTITY_ROUTE:
      *array_out = draft->routes;
      return jol_story_parse_route (draft, object);
    case JOL_ENTITY_EVENT:
      *array_out = draft->events;
      return jol_story_parse_event (draft, object);
    case JOL_ENTITY_CLAIM:
      *array_out = draft->claims;
      return jol_story_parse_claim (draft, object);
    case JOL_ENTITY_ARTICLE:
      *array_out = draft->articles;
      return jol_story_parse_article (draft, object);
    case JOL_ENTITY_SERIES:
    default:
      *array_out = draft->series;
      return jol_story_parse_series (draft, object);
    }
}

/* Parses all lists of a file whose ids have been collected. */
void
jol_story_parse_lists (JolStoryDraft *draft, const JolJsonCursor *root, gboolean is_part)
{
  static const char *const known_in_part[] = { "sources", "places",   "routes", "eras",    "events",
                                               "claims",  "articles", "series", "network", NULL };
  static const char *const known[] = { "format",      "version",  "id",     "title",   "language",
                                       "description", "credits",  "view",   "time",    "parts",
                                       "sources",     "places",   "routes", "eras",    "events",
                                       "claims",      "articles", "series", "network", NULL };
  JolJsonCursor member;

  if (is_part && jol_json_enter (root, "parts", JOL_JSON_OPTIONAL, &member))
    jol_json_report (&member, JOL_SEVERITY_ERROR, _ ("a part has no parts of its own"));
  else if (is_part && jol_json_enter (root, "format", JOL_JSON_OPTIONAL, &member))
    jol_json_report (&member, JOL_SEVERITY_ERROR,
                     _ ("a part is not a story of its own: “format” is the manifest's"));
  jol_json_warn_unknown (root, is_part ? known_in_part : known);

  if (!is_part)
    {
      g_autoptr (JolText) description = jol_json_read_text (root, "description", JOL_JSON_OPTIONAL);

      draft->title = jol_json_read_text (root, "title", JOL_JSON_REQUIRED);
      draft->credits = jol_json_read_text (root, "credits", JOL_JSON_OPTIONAL);
    }

  parse_eras (draft, root);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JolJsonCursor list;

      if (!jol_json_enter_array (root, lists[i].name, JOL_JSON_OPTIONAL, &list))
        continue;

      for (guint j = 0; j < jol_json_get_size (&list); j++)
        {
          JolJsonCursor element = jol_json_get_element (&list, j);
          GPtrArray *array;
          gpointer entity;

          if (!jol_json_is_object (&element))
            continue;

          entity = parse_element (draft, &element, lists[i].kind, &array);
          g_ptr_array_add (array, entity);
        }
    }
}

/* What every entity has: id, title (by its own name), sources, confidence. */
void
jol_story_parse_common (JolStoryDraft *draft,
                        const JolJsonCursor *object,
                        gpointer entity,
                        const char *title)
{
  JolEntityData *data = jol_entity_get_data (entity);

  data->id = g_strdup (jol_json_read_string (object, "id", JOL_JSON_REQUIRED));
  data->title = jol_json_read_text (object, title, JOL_JSON_REQUIRED);
  data->source_ids = jol_story_draft_read_ids (draft, object, "sources", JOL_ENTITY_SOURCE);
  data->confidence = jol_story_parse_confidence (object);
}

JolConfidence
jol_story_parse_confidence (const JolJsonCursor *object)
{
  int confidence = JOL_CONFIDENCE_HIGH;

  jol_json_read_word (object, "confidence", JOL_JSON_OPTIONAL, jol_confidence_words, &confidence);
  return (JolConfidence) confidence;
}

static gboolean
is_country (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && !code[2];
}

static const char *
check_country (const JolJsonCursor *member)
{
  const char *code = jol_json_get_string (member);

  if (code && !is_country (code))
    {
      jol_json_report (member, JOL_SEVERITY_ERROR,
                       _ ("“%s” is not a country: expected two capitals of ISO 3166-1"), code);
      return NULL;
    }

  return code;
}

char *
jol_story_parse_country (const JolJsonCursor *object, const char *name)
{
  JolJsonCursor member;

  return jol_json_enter (object, name, JOL_JSON_OPTIONAL, &member)
             ? g_strdup (check_country (&member))
             : NULL;
}

char **
jol_story_parse_countries (const JolJsonCursor *object, const char *name)
{
  g_autoptr (GStrvBuilder) countries = g_strv_builder_new ();
  JolJsonCursor list;

  if (!jol_json_enter_array (object, name, JOL_JSON_OPTIONAL, &list))
    return NULL;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      const char *code = check_country (&element);

      if (code)
        g_strv_builder_add (countries, code);
    }

  return g_strv_builder_end (countries);
}

/* A GeoJSON position: longitude, latitude and perhaps a height. */
gboolean
jol_story_parse_position (const JolJsonCursor *position, JolPoint *point_out)
{
  JolJsonCursor longitude, latitude;

  if (!jol_json_is_array (position))
    return FALSE;
  if (jol_json_get_size (position) < 2 || jol_json_get_size (position) > 3)
    {
      jol_json_report (position, JOL_SEVERITY_ERROR, _ ("a position is [longitude, latitude]"));
      return FALSE;
    }

  longitude = jol_json_get_element (position, 0);
  latitude = jol_json_get_element (position, 1);
  return jol_json_get_number (&longitude, -180, 180, &point_out->longitude) &&
         jol_json_get_number (&latitude, -90, 90, &point_out->latitude);
}

/* A required [west, south, east, north]. */
gboolean
jol_story_parse_bounds (const JolJsonCursor *object, const char *name, JolBox *box_out)
{
  double values[4];
  JolJsonCursor list;

  if (!jol_json_enter_array (object, name, JOL_JSON_REQUIRED, &list))
    return FALSE;
  if (jol_json_get_size (&list) != 4)
    {
      jol_json_report (&list, JOL_SEVERITY_ERROR, _ ("bounds are [west, south, east, north]"));
      return FALSE;
    }

  for (guint i = 0; i < 4; i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      double limit = i % 2 ? 90 : 180;

      if (!jol_json_get_number (&element, -limit, limit, &values[i]))
        return FALSE;
    }
  if (values[0] >= values[2] || values[1] >= values[3])
    {
      jol_json_report (&list, JOL_SEVERITY_ERROR,
                       _ ("west must be less than east, and south less than north"));
      return FALSE;
    }

  *box_out = (JolBox){ values[0], values[1], values[2], values[3] };
  return TRUE;
}

/* Reports, at the member @name, an end that lies before its start. Dates that are not set are no
 * matter. */
void
jol_story_check_order (const JolJsonCursor *object,
                       const char *name,
                       const JolDate *from,
                       const JolDate *to)
{
  JolJsonCursor member;

  if (jol_date_is_set (from) && jol_date_is_set (to) &&
      jol_date_last_day (to) < jol_date_first_day (from) &&
      jol_json_enter (object, name, JOL_JSON_OPTIONAL, &member))
    jol_json_report (&member, JOL_SEVERITY_ERROR, _ ("the end lies before the start"));
}
