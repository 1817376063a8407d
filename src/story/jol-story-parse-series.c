/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-words.h"

#include <glib/gi18n.h>
#include <math.h>

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return ((const JolSeriesValue *) a)->year - ((const JolSeriesValue *) b)->year;
}

static void
parse_values (JolStoryDraft *draft, const JolJsonCursor *band_object, JolSeriesBand *band)
{
  static const char *const known[] = { "year", "value",   "quality", "confidence",
                                       "note", "sources", NULL };
  g_autoptr (GArray) values = jol_series_value_array_new ();
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  JolJsonCursor list;
  gsize n_values;

  if (!jol_json_enter_array (band_object, "values", JOL_JSON_REQUIRED, &list))
    return;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor object = jol_json_get_element (&list, i);
      JolSeriesValue value = { 0 };
      int quality = JOL_QUALITY_REPORTED;
      gboolean is_good;

      if (!jol_json_is_object (&object))
        continue;

      jol_json_warn_unknown (&object, known);
      is_good = jol_json_read_year (&object, "year", &value.year);
      is_good &= jol_json_read_number (&object, "value", JOL_JSON_REQUIRED, -INFINITY, INFINITY,
                                       &value.value);
      jol_json_read_word (&object, "quality", JOL_JSON_OPTIONAL, jol_quality_words, &quality);
      value.quality = (JolQuality) quality;
      jol_story_parse_confidence (&object);
      value.note = jol_json_read_text (&object, "note", JOL_JSON_OPTIONAL);
      value.sources = jol_story_draft_read_ids (draft, &object, "sources", JOL_ENTITY_SOURCE);
      if (is_good && !g_hash_table_add (years, GINT_TO_POINTER (value.year)))
        jol_json_report (&object, JOL_SEVERITY_ERROR, _ ("the year %d has a value already"),
                         value.year);
      g_array_append_val (values, value);
    }

  g_array_sort (values, compare_values);
  band->values = (JolSeriesValue *) g_array_steal (values, &n_values);
  band->n_values = (guint) n_values;
}

JolSeries *
jol_story_parse_series (JolStoryDraft *draft, const JolJsonCursor *object)
{
  static const char *const known[] = { "id", "title", "unit", "note", "stack", "sources", NULL };
  static const char *const known_in_band[] = { "id", "name", "outlet", "note", "values", NULL };
  JolSeries *series = g_object_new (JOL_TYPE_SERIES, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JolJsonCursor stack;

  jol_json_warn_unknown (object, known);
  jol_story_parse_common (draft, object, series, "title");
  jol_entity_get_data (series)->summary = jol_json_read_text (object, "note", JOL_JSON_OPTIONAL);
  series->unit = g_strdup (jol_json_read_string (object, "unit", JOL_JSON_REQUIRED));
  if (!jol_json_enter_array (object, "stack", JOL_JSON_REQUIRED, &stack))
    return series;

  for (guint i = 0; i < jol_json_get_size (&stack); i++)
    {
      JolJsonCursor band_object = jol_json_get_element (&stack, i);
      g_autoptr (JolText) note = NULL;
      JolSeriesBand band = { 0 };
      int outlet;

      if (!jol_json_is_object (&band_object))
        continue;

      jol_json_warn_unknown (&band_object, known_in_band);
      band.id = g_strdup (jol_json_read_string (&band_object, "id", JOL_JSON_REQUIRED));
      band.name = jol_json_read_text (&band_object, "name", JOL_JSON_OPTIONAL);
      note = jol_json_read_text (&band_object, "note", JOL_JSON_OPTIONAL);
      jol_json_read_word (&band_object, "outlet", JOL_JSON_OPTIONAL, jol_outlet_words, &outlet);
      if (band.id && !g_hash_table_add (ids, band.id))
        jol_json_report (&band_object, JOL_SEVERITY_ERROR,
                         _ ("the id “%s” is taken already in this stack"), band.id);
      if (!band.name && band.id)
        band.name = jol_text_new (draft->language, band.id);
      parse_values (draft, &band_object, &band);
      g_array_append_val (series->bands, band);
    }

  return series;
}
