/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chart says in words: to a screen reader, and to who points at it. */
#include "config.h"

#include "jol-strip-chart-private.h"

#include "jol-event-model.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

/* Of the events in one column. */
#define MAX_EVENTS 6

void
jol_strip_chart_update_accessible (JolStripChart *self)
{
  JolEventModel *model;
  const JolDate *date;
  guint n_until, n_events;
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  const JolSpan *time;

  if (!self->session || !jol_session_get_story (self->session))
    return;

  model = JOL_EVENT_MODEL (jol_session_list_events (self->session));
  date = jol_session_get_date (self->session);
  time = jol_story_get_time (jol_session_get_story (self->session));
  day = jol_date_format (date);
  n_until = jol_event_model_count_until (model, date);
  n_events = jol_event_model_get_n_events (model);
  /* Translators: the date that is shown, and how many of the story's events have begun by then:
   * "December 2009, 42 of 118 events" */
  value =
      g_strdup_printf (ngettext ("%1$s, %2$u of %3$u event", "%1$s, %2$u of %3$u events", n_events),
                       day, n_until, n_events);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      (double) jol_date_first_day (&time->from), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      (double) jol_date_last_day (&time->to), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      (double) jol_date_first_day (date), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
      /* GTK 4.8 gives values only of its own widgets to the bus. */
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}

static void
add_line (GString *markup, const char *line)
{
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append_printf (markup, "\n%s", escaped);
}

static void
add_value (GString *markup, const char *name, const JolSeriesValue *value, const char *unit)
{
  g_autofree char *quantity = jol_quantity_format (value->value, unit);
  g_autofree char *line = NULL;

  switch (value->quality)
    {
    case JOL_QUALITY_ESTIMATED:
      /* Translators: what, and how much of it: "CPC: 54.3 Mt, estimated" */
      line = g_strdup_printf (_ ("%1$s: %2$s, estimated"), name, quantity);
      break;
    case JOL_QUALITY_PLANNED:
      line = g_strdup_printf (_ ("%1$s: %2$s, planned"), name, quantity);
      break;
    case JOL_QUALITY_PARTIAL:
      line = g_strdup_printf (_ ("%1$s: %2$s, part of the year"), name, quantity);
      break;
    case JOL_QUALITY_REPORTED:
    default:
      line = g_strdup_printf (_ ("%1$s: %2$s"), name, quantity);
    }

  add_line (markup, line);
}

static char *
describe_year (JolSeries *series, int year)
{
  const char *language = jol_text_get_interface_language ();
  const char *unit = jol_series_get_unit (series);
  guint n_bands, n_stacked, n_values = 0;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);
  double total = jol_strip_stack_get_total (series, year, &n_stacked);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%d</b>", year);
  /* From the top of the stack down, as the eye finds them. */
  for (guint i = n_bands; i > 0; i--)
    {
      const JolSeriesValue *value = jol_series_band_lookup (&bands[i - 1], year);

      if (!value)
        continue;
      add_value (markup, jol_text_get (bands[i - 1].name, language), value, unit);
      n_values++;
    }

  if (n_values == 0)
    add_line (markup, _ ("No figures for this year"));
  if (n_stacked > 1)
    {
      g_autofree char *quantity = jol_quantity_format (total, unit);
      /* Translators: what the figures listed above come to */
      g_autofree char *line = g_strdup_printf (_ ("Together: %s"), quantity);

      add_line (markup, line);
    }

  return g_string_free (markup, FALSE);
}

static void
add_event (GString *markup, JolEvent *event)
{
  const char *language = jol_text_get_interface_language ();
  g_autofree char *dates = jol_event_format_dates (event);
  g_autofree char *line =
      g_markup_printf_escaped ("%s<b>%s</b>\n%s", markup->len > 0 ? "\n" : "", dates,
                               jol_entity_get_title (JOL_ENTITY (event), language));

  g_string_append (markup, line);
}

/* The event under the pointer, then the others of its column. */
static char *
describe_tick (JolStripChart *self, const JolStripTick *tick)
{
  JolStory *story = jol_session_get_story (self->session);
  GString *markup = g_string_new (NULL);
  guint n = 1;

  if (!tick->id)
    {
      g_string_append_printf (markup,
                              ngettext ("%1$s: %2$u event", "%1$s: %2$u events", tick->n_events),
                              jol_event_kind_get_label (tick->kind), tick->n_events);
      return g_string_free (markup, FALSE);
    }

  add_event (markup, JOL_EVENT (jol_story_lookup (story, tick->id)));
  for (guint i = 0; i < self->scene->ticks->len && n < MAX_EVENTS; i++)
    {
      const JolStripTick *other = &g_array_index (self->scene->ticks, JolStripTick, i);

      if (other == tick || other->x != tick->x)
        continue;
      add_event (markup, JOL_EVENT (jol_story_lookup (story, other->id)));
      n++;
    }

  return g_string_free (markup, FALSE);
}

char *
jol_strip_chart_describe_point (JolStripChart *self, double x, double y)
{
  const JolStripTick *tick = jol_strip_scene_find_tick (self->scene, x, y);
  const char *series = jol_session_get_series (self->session);
  JolStory *story = jol_session_get_story (self->session);

  if (tick)
    return describe_tick (self, tick);
  if (!series || y > self->scene->plot_bottom || x < self->scene->left || x > self->scene->right)
    return NULL;
  return describe_year (JOL_SERIES (jol_story_lookup (story, series)),
                        jol_strip_scene_get_date (self->scene, x).year);
}
