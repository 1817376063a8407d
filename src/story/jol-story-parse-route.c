/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static const char *const capacity_units[] = { "Mt/a", "bcm/a", NULL };
static const char *const throughput_units[] = { "Mt", "bcm", NULL };

/* A LineString's coordinates. */
static gboolean
parse_line (const JolJsonCursor *list, JolLine *line_out, JolBox *box)
{
  g_autofree JolPoint *points = NULL;
  gboolean is_good = TRUE;
  guint n_points;

  if (!jol_json_is_array (list))
    return FALSE;

  n_points = jol_json_get_size (list);
  if (n_points < 2)
    {
      jol_json_report (list, JOL_SEVERITY_ERROR, _ ("a line wants at least two positions"));
      return FALSE;
    }

  points = g_new0 (JolPoint, n_points);
  for (guint i = 0; i < n_points; i++)
    {
      JolJsonCursor position = jol_json_get_element (list, i);

      if (jol_story_parse_position (&position, &points[i]))
        jol_box_add_point (box, &points[i]);
      else
        is_good = FALSE;
    }
  if (!is_good)
    return FALSE;

  *line_out = (JolLine){ g_steal_pointer (&points), n_points };
  return TRUE;
}

static void
parse_geometry (const JolJsonCursor *object, JolRoute *route)
{
  static const char *const types[] = { "LineString", "MultiLineString", NULL };
  static const char *const known[] = { "type", "coordinates", NULL };
  JolBox *box = &jol_entity_get_data (route)->box;
  JolJsonCursor geometry, coordinates;
  int type;

  if (!jol_json_enter (object, "geometry", JOL_JSON_REQUIRED, &geometry) ||
      !jol_json_is_object (&geometry))
    return;

  jol_json_warn_unknown (&geometry, known);
  if (!jol_json_read_word (&geometry, "type", JOL_JSON_REQUIRED, types, &type) ||
      !jol_json_enter_array (&geometry, "coordinates", JOL_JSON_REQUIRED, &coordinates))
    return;

  if (type == 0)
    {
      route->lines = g_new0 (JolLine, 1);
      route->n_lines = parse_line (&coordinates, &route->lines[0], box);
      return;
    }

  if (jol_json_get_size (&coordinates) == 0)
    jol_json_report (&coordinates, JOL_SEVERITY_ERROR,
                     _ ("a MultiLineString wants at least one line"));
  route->lines = g_new0 (JolLine, MAX (jol_json_get_size (&coordinates), 1));
  for (guint i = 0; i < jol_json_get_size (&coordinates); i++)
    {
      JolJsonCursor line = jol_json_get_element (&coordinates, i);

      route->n_lines += parse_line (&line, &route->lines[route->n_lines], box);
    }
}

typedef enum
{
  HISTORY_STATUS,
  HISTORY_DIRECTION,
  HISTORY_CAPACITY,
} HistoryKind;

static JolHistory *
parse_history (JolStoryDraft *draft,
               const JolJsonCursor *object,
               const char *name,
               HistoryKind kind)
{
  static const char *const known[] = {
    "from", "is", "approx", "note", "confidence", "sources", NULL
  };
  static const char *const known_in_capacity[] = { "from", "value",      "unit",    "approx",
                                                   "note", "confidence", "sources", NULL };
  GArray *entries;
  JolJsonCursor list;

  if (!jol_json_enter_array (object, name,
                             kind == HISTORY_STATUS ? JOL_JSON_REQUIRED : JOL_JSON_OPTIONAL, &list))
    return NULL;
  if (kind == HISTORY_STATUS && jol_json_get_size (&list) == 0)
    jol_json_report (&list, JOL_SEVERITY_ERROR, _ ("a route wants at least one status"));

  entries = jol_history_entry_array_new ();
  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      JolHistoryEntry entry = { 0 };
      int unit = 0;

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, kind == HISTORY_CAPACITY ? known_in_capacity : known);
      jol_json_read_date (&element, "from", JOL_JSON_REQUIRED, &entry.from);
      entry.from.approx = jol_json_read_boolean (&element, "approx");
      if (kind == HISTORY_CAPACITY)
        {
          jol_json_read_number (&element, "value", JOL_JSON_REQUIRED, 0, INFINITY, &entry.value);
          if (jol_json_read_word (&element, "unit", JOL_JSON_REQUIRED, capacity_units, &unit))
            entry.unit = g_strdup (capacity_units[unit]);
        }
      else
        jol_json_read_word (&element, "is", JOL_JSON_REQUIRED,
                            kind == HISTORY_STATUS ? jol_status_words : jol_direction_words,
                            &entry.code);
      entry.note = jol_json_read_text (&element, "note", JOL_JSON_OPTIONAL);
      entry.confidence = jol_story_parse_confidence (&element);
      entry.sources = jol_story_draft_read_ids (draft, &element, "sources", JOL_ENTITY_SOURCE);
      g_array_append_val (entries, entry);
    }

  return jol_history_new_take (entries);
}

static int
compare_throughput (gconstpointer a, gconstpointer b)
{
  return ((const JolThroughput *) a)->year - ((const JolThroughput *) b)->year;
}

static GArray *
parse_throughput (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "year",       "value", "unit",    "quality",
                                       "confidence", "note",  "sources", NULL };
  GArray *array;
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "throughput", JOL_JSON_OPTIONAL, &list))
    return NULL;

  array = jol_throughput_array_new ();
  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      JolThroughput throughput = { .quality = JOL_QUALITY_REPORTED };
      int unit = 0;

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, known);
      jol_json_read_year (&element, "year", &throughput.year);
      jol_json_read_number (&element, "value", JOL_JSON_REQUIRED, 0, INFINITY, &throughput.value);
      if (jol_json_read_word (&element, "unit", JOL_JSON_REQUIRED, throughput_units, &unit))
        throughput.unit = g_strdup (throughput_units[unit]);
      jol_json_read_word (&element, "quality", JOL_JSON_OPTIONAL, jol_quality_words,
                          &throughput.quality);
      throughput.confidence = jol_story_parse_confidence (&element);
      throughput.note = jol_json_read_text (&element, "note", JOL_JSON_OPTIONAL);
      throughput.sources = jol_story_draft_read_ids (draft, &element, "sources", JOL_ENTITY_SOURCE);
      g_array_append_val (array, throughput);
    }

  g_array_sort (array, compare_throughput);
  return array;
}

static GArray *
parse_owners (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "name",   "share", "country", "from", "to",
                                       "approx", "note",  "sources", NULL };
  GArray *array;
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "owners", JOL_JSON_OPTIONAL, &list))
    return NULL;

  array = jol_owner_array_new ();
  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      JolOwner owner = { .share_percent = -1 };
      g_autoptr (JolText) name = NULL;
      g_autoptr (JolText) note = NULL;
      g_auto (GStrv) sources = NULL;

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, known);
      name = jol_json_read_text (&element, "name", JOL_JSON_REQUIRED);
      owner.name = g_strdup (jol_text_get (name, jol_text_get_interface_language ()));
      jol_json_read_number (&element, "share", JOL_JSON_OPTIONAL, 0, 100, &owner.share_percent);
      owner.country = jol_story_parse_country (&element, "country");
      jol_json_read_date (&element, "from", JOL_JSON_OPTIONAL, &owner.from);
      jol_json_read_date (&element, "to", JOL_JSON_OPTIONAL, &owner.to);
      jol_story_check_order (&element, "to", &owner.from, &owner.to);
      owner.from.approx =
          jol_json_read_boolean (&element, "approx") && jol_date_is_set (&owner.from);
      note = jol_json_read_text (&element, "note", JOL_JSON_OPTIONAL);
      sources = jol_story_draft_read_ids (draft, &element, "sources", JOL_ENTITY_SOURCE);
      g_array_append_val (array, owner);
    }

  return array;
}

static GArray *
parse_interruptions (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = {
    "from", "to", "approx", "note", "confidence", "sources", NULL
  };
  GArray *array;
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "interruptions", JOL_JSON_OPTIONAL, &list))
    return NULL;

  array = jol_interruption_array_new ();
  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      JolInterruption interruption = { 0 };
      g_auto (GStrv) sources = NULL;

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, known);
      jol_json_read_date (&element, "from", JOL_JSON_REQUIRED, &interruption.span.from);
      jol_json_read_date (&element, "to", JOL_JSON_OPTIONAL, &interruption.span.to);
      jol_story_check_order (&element, "to", &interruption.span.from, &interruption.span.to);
      interruption.span.from.approx = jol_json_read_boolean (&element, "approx");
      interruption.note = jol_json_read_text (&element, "note", JOL_JSON_OPTIONAL);
      jol_story_parse_confidence (&element);
      sources = jol_story_draft_read_ids (draft, &element, "sources", JOL_ENTITY_SOURCE);
      g_array_append_val (array, interruption);
    }

  return array;
}

/* Dated facts that change no status. Checked, and left to later: nothing shows them yet. */
static void
check_remarks (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "date", "approx", "note", "confidence", "sources", NULL };
  JolJsonCursor list;

  if (!jol_json_enter_array (object, "remarks", JOL_JSON_OPTIONAL, &list))
    return;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      g_autoptr (JolText) note = NULL;
      g_auto (GStrv) sources = NULL;
      JolDate date;

      if (!jol_json_is_object (&element))
        continue;

      jol_json_warn_unknown (&element, known);
      jol_json_read_date (&element, "date", JOL_JSON_REQUIRED, &date);
      jol_json_read_boolean (&element, "approx");
      note = jol_json_read_text (&element, "note", JOL_JSON_REQUIRED);
      jol_story_parse_confidence (&element);
      sources = jol_story_draft_read_ids (draft, &element, "sources", JOL_ENTITY_SOURCE);
    }
}

JolRoute *
jol_story_parse_route (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = {
    "id",      "name",      "commodity",     "mode",       "geometry",    "stops",
    "outlet",  "origins",   "related",       "length_km",  "diameter_mm", "operator",
    "status",  "direction", "interruptions", "capacity",   "throughput",  "owners",
    "remarks", "summary",   "note",          "confidence", "sources",     NULL,
  };
  JolRoute *route = g_object_new (JOL_TYPE_ROUTE, NULL);
  JolEntityData *data = jol_entity_get_data (route);
  g_auto (GStrv) related = NULL;
  g_auto (GStrv) origins = NULL;
  g_autoptr (JolText) note = NULL;
  int commodity = JOL_COMMODITY_OIL;
  int mode = JOL_MODE_PIPELINE;
  int outlet = JOL_OUTLET_NONE;

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, route, "name");
  data->summary = jol_json_read_text (object, "summary", JOL_JSON_OPTIONAL);
  note = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);

  jol_json_read_word (object, "commodity", JOL_JSON_REQUIRED, jol_commodity_words, &commodity);
  jol_json_read_word (object, "mode", JOL_JSON_REQUIRED, jol_mode_words, &mode);
  jol_json_read_word (object, "outlet", JOL_JSON_OPTIONAL, jol_outlet_words, &outlet);
  route->commodity = (JolCommodity) commodity;
  route->mode = (JolMode) mode;
  route->outlet = (JolOutlet) outlet;
  jol_json_read_number (object, "length_km", JOL_JSON_OPTIONAL, 0, 100000, &route->length_km);
  jol_json_read_number (object, "diameter_mm", JOL_JSON_OPTIONAL, 0, 10000, &route->diameter_mm);
  route->operator= g_strdup (jol_json_read_string (object, "operator", JOL_JSON_OPTIONAL));

  parse_geometry (object, route);
  route->stop_ids = jol_story_draft_read_ids (draft, object, "stops", JOL_ENTITY_PLACE);
  origins = jol_story_parse_countries (object, "origins");
  related = jol_story_draft_read_ids (draft, object, "related", JOL_ENTITY_ROUTE);
  route->status = parse_history (draft, object, "status", HISTORY_STATUS);
  route->direction = parse_history (draft, object, "direction", HISTORY_DIRECTION);
  route->capacity = parse_history (draft, object, "capacity", HISTORY_CAPACITY);
  route->throughput = parse_throughput (draft, object);
  route->owners = parse_owners (draft, object);
  route->interruptions = parse_interruptions (draft, object);
  check_remarks (draft, object);
  route->countries = g_steal_pointer (&origins);
  return route;
}
