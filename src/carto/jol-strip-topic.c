/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-topic.h"

#include "jol-chart.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

/* Both are borrowed. Returns the title. */
static const char *
get_title (JolStory *story, const char *id, const char *language, const char **unit_out)
{
  JolEntity *series = jol_story_lookup (story, id);

  *unit_out = NULL;
  if (g_str_equal (id, JOL_CHART_EVENTS))
    return _ ("Events a year by kind");
  if (g_str_equal (id, JOL_CHART_OIL_CAPACITY))
    {
      *unit_out = jol_strip_steps_get_unit (JOL_COMMODITY_OIL);
      return _ ("Oil capacity in service by direction");
    }
  if (g_str_equal (id, JOL_CHART_GAS_CAPACITY))
    {
      *unit_out = jol_strip_steps_get_unit (JOL_COMMODITY_GAS);
      return _ ("Gas capacity in service by direction");
    }

  *unit_out = jol_series_get_unit (JOL_SERIES (series));
  return jol_entity_get_title (series, language);
}

static void
fill_series (JolStripTopic *self)
{
  const JolSeriesBand *bands = jol_series_get_bands (self->series, &self->n_bands);

  self->bands = g_new0 (JolStripTopicBand, MAX (self->n_bands, 1));
  for (guint i = 0; i < self->n_bands; i++)
    {
      JolStripTopicBand *band = &self->bands[i];

      band->id = g_strdup (bands[i].id);
      band->name = g_strdup (jol_text_get (bands[i].name, self->language));
      for (guint k = 0; k < bands[i].n_values; k++)
        {
          const JolSeriesValue *value = &bands[i].values[k];

          band->max = MAX (band->max, value->value);
          if (!jol_strip_stack_takes (value))
            continue;
          if (band->first == 0)
            band->first = value->year;
          band->last = value->year;
        }
    }
  self->stack = jol_strip_stack_new (self->series);
}

static const char *
get_counted_name (const JolStripTopic *self, int code)
{
  if (self->kind == JOL_STRIP_TOPIC_EVENTS)
    return jol_event_kind_get_label ((JolEventKind) code);
  if (code == JOL_OUTLET_NONE)
    /* Translators: a band of a chart: capacity of pipelines of which the story does not say where
     * they lead */
    return C_ ("outlet", "Not said");
  return jol_outlet_get_label ((JolOutlet) code);
}

/* Only what is ever there is a band. */
static void
fill_counted (JolStripTopic *self)
{
  const JolSpan *time = jol_story_get_time (self->story);

  self->bands = g_new0 (JolStripTopicBand, self->steps->n_bands);
  self->steps_bands = g_new0 (guint, self->steps->n_bands);
  for (guint i = 0; i < self->steps->n_bands; i++)
    {
      JolStripTopicBand *band = &self->bands[self->n_bands];

      if (self->steps->maxima[i] <= 0)
        continue;
      band->code = (int) i;
      band->name = g_strdup (get_counted_name (self, band->code));
      band->max = self->steps->maxima[i];
      self->steps_bands[self->n_bands++] = i;
    }
  self->stack =
      jol_strip_steps_stack (self->steps, self->steps_bands, self->n_bands,
                             jol_date_first_day (&time->from), jol_date_last_day (&time->to));
}

JolStripTopic *
jol_strip_topic_new (JolStory *story, const char *id, guint hidden_kinds, const char *language)
{
  JolStripTopic *self;
  const char *unit;

  if (!jol_chart_exists (story, id))
    return NULL;

  self = g_atomic_rc_box_new0 (JolStripTopic);
  self->story = g_object_ref (story);
  self->language = g_strdup (language);
  self->title = g_strdup (get_title (story, id, language, &unit));
  self->unit = g_strdup (unit);
  if (g_str_equal (id, JOL_CHART_EVENTS))
    {
      self->kind = JOL_STRIP_TOPIC_EVENTS;
      self->steps = jol_strip_steps_new_events (story, hidden_kinds);
      fill_counted (self);
    }
  else if (g_str_equal (id, JOL_CHART_OIL_CAPACITY) || g_str_equal (id, JOL_CHART_GAS_CAPACITY))
    {
      self->kind = JOL_STRIP_TOPIC_CAPACITY;
      self->commodity =
          g_str_equal (id, JOL_CHART_OIL_CAPACITY) ? JOL_COMMODITY_OIL : JOL_COMMODITY_GAS;
      self->steps = jol_strip_steps_new_capacity (story, self->commodity);
      fill_counted (self);
    }
  else
    {
      self->kind = JOL_STRIP_TOPIC_SERIES;
      self->series = JOL_SERIES (jol_story_lookup (story, id));
      fill_series (self);
    }

  return self;
}

JolStripTopic *
jol_strip_topic_ref (JolStripTopic *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_topic (gpointer data)
{
  JolStripTopic *self = data;

  for (guint i = 0; i < self->n_bands; i++)
    {
      g_free (self->bands[i].id);
      g_free (self->bands[i].name);
    }
  g_free (self->bands);
  g_free (self->steps_bands);
  g_clear_pointer (&self->steps, jol_strip_steps_free);
  jol_strip_stack_free (self->stack);
  g_free (self->language);
  g_free (self->title);
  g_free (self->unit);
  g_object_unref (self->story);
}

void
jol_strip_topic_unref (JolStripTopic *self)
{
  g_atomic_rc_box_release_full (self, free_topic);
}

char *
jol_strip_topic_format_title (JolStory *story, const char *id, const char *language)
{
  const char *unit;
  const char *title = get_title (story, id, language, &unit);

  if (!unit)
    return g_strdup (title);
  /* Translators: what a chart shows, and in which unit: "Oil by outlet, Mt" */
  return g_strdup_printf (_ ("%1$s, %2$s"), title, jol_unit_get_label (unit));
}

JolColor
jol_strip_topic_get_color (const JolStripTopic *self, guint band, JolTheme theme)
{
  if (self->kind == JOL_STRIP_TOPIC_EVENTS)
    return jol_palette_get_event_kind (theme, (JolEventKind) self->bands[band].code);
  return jol_palette_get_band (theme, band);
}

static void
add_source_ids (GPtrArray *sources, JolStory *story, const char *const *ids)
{
  for (guint i = 0; ids && ids[i]; i++)
    {
      JolEntity *source = jol_story_lookup (story, ids[i]);

      if (JOL_IS_SOURCE (source) && !g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, source);
    }
}

static void
add_history_sources (GPtrArray *sources, JolStory *story, const JolHistory *history)
{
  for (guint i = 0; i < jol_history_get_size (history); i++)
    add_source_ids (sources, story, (const char *const *) jol_history_get (history, i)->sources);
}

GPtrArray *
jol_strip_topic_list_sources (const JolStripTopic *topic)
{
  GPtrArray *sources = g_ptr_array_new ();
  guint n;

  if (topic->kind == JOL_STRIP_TOPIC_SERIES)
    {
      const JolSeriesBand *bands = jol_series_get_bands (topic->series, &n);

      add_source_ids (sources, topic->story,
                      jol_entity_get_source_ids (JOL_ENTITY (topic->series)));
      for (guint i = 0; i < n; i++)
        {
          for (guint k = 0; k < bands[i].n_values; k++)
            add_source_ids (sources, topic->story,
                            (const char *const *) bands[i].values[k].sources);
        }
    }
  else if (topic->kind == JOL_STRIP_TOPIC_CAPACITY)
    {
      JolRoute *const *routes = jol_story_get_routes (topic->story, &n);

      for (guint i = 0; i < n; i++)
        {
          if (jol_route_get_commodity (routes[i]) != topic->commodity)
            continue;
          add_source_ids (sources, topic->story,
                          jol_entity_get_source_ids (JOL_ENTITY (routes[i])));
          add_history_sources (sources, topic->story, jol_route_get_capacity_history (routes[i]));
          add_history_sources (sources, topic->story, jol_route_get_status_history (routes[i]));
        }
    }
  return sources;
}

static void
read_series (const JolStripTopic *self, JolStripReadings *readings)
{
  guint n_bands;
  const JolSeriesBand *bands = jol_series_get_bands (self->series, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      const JolSeriesValue *value = jol_series_band_lookup (&bands[i], readings->year);
      JolStripReading *reading = &readings->readings[i];

      if (value)
        *reading = (JolStripReading){ TRUE, value->value, value->quality };
      if (jol_strip_stack_takes (value))
        {
          readings->n_stacked++;
          readings->total += value->value;
        }
      else if (value ||
               (readings->year > self->bands[i].first && readings->year < self->bands[i].last))
        {
          readings->is_complete = FALSE;
        }
      readings->n_figures += value != NULL;
    }
}

static void
read_steps (const JolStripTopic *self, JolStripReadings *readings, int day)
{
  for (guint i = 0; i < self->n_bands; i++)
    {
      double value = jol_strip_steps_get (self->steps->bands[self->steps_bands[i]], day);

      readings->readings[i] = (JolStripReading){ TRUE, value, JOL_QUALITY_REPORTED };
      readings->total += value;
    }
  readings->n_stacked = readings->n_figures = self->n_bands;
  readings->n_unknown = (guint) jol_strip_steps_get (self->steps->unknown, day);
  readings->is_complete = readings->n_unknown == 0;
}

JolStripReadings *
jol_strip_topic_read (const JolStripTopic *self, const JolDate *date)
{
  JolStripReadings *readings = g_new0 (JolStripReadings, 1);
  const JolSpan *time = jol_story_get_time (self->story);

  readings->readings = g_new0 (JolStripReading, MAX (self->n_bands, 1));
  readings->n_readings = self->n_bands;
  readings->is_complete = TRUE;
  if (self->kind != JOL_STRIP_TOPIC_CAPACITY)
    readings->year = date->year;

  if (self->series)
    read_series (self, readings);
  else
    /* As it is at the end of what the date covers, as everything at a date. */
    read_steps (self, readings, MIN (jol_date_last_day (date), jol_date_last_day (&time->to)));
  if (readings->n_stacked == 0)
    readings->is_complete = FALSE;
  return readings;
}

void
jol_strip_readings_free (JolStripReadings *self)
{
  g_free (self->readings);
  g_free (self);
}

double
jol_strip_readings_get_share (const JolStripReadings *self, guint band)
{
  const JolStripReading *reading = &self->readings[band];

  if (!self->is_complete || self->n_readings < 2 || self->total <= 0 || !reading->is_known ||
      reading->quality == JOL_QUALITY_PLANNED || reading->quality == JOL_QUALITY_PARTIAL)
    return -1;
  return 100 * reading->value / self->total;
}

char *
jol_strip_readings_describe_lack (const JolStripReadings *self)
{
  if (self->n_unknown > 0)
    return g_strdup_printf (ngettext ("%u route without a known capacity",
                                      "%u routes without a known capacity", self->n_unknown),
                            self->n_unknown);
  if (self->n_figures == 0 && self->n_readings > 0)
    /* Translators: %d is a year */
    return g_strdup_printf (_ ("No figures for %d"), self->year);
  if (!self->is_complete && self->n_readings > 1)
    /* Translators: some of the figures that a year's total would need are not known; %d is a year
     */
    return g_strdup_printf (_ ("No total for %d"), self->year);
  return NULL;
}
