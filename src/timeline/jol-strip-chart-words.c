/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chart says in words: to a screen reader, and to who points at it. */
#include "config.h"

#include "jol-strip-chart-private.h"

#include "jol-event-model.h"

#include <glib/gi18n.h>
#include <string.h>

/* The figures at the date as text, or NULL when there are none. */
static char *
describe_figures (JolStripChart *self)
{
  const JolStripTopic *topic = jol_strip_chart_get_topic (self);
  g_autoptr (JolStripReadings) readings = NULL;
  g_autofree char *text = NULL;
  const char *figures;

  if (!topic)
    return NULL;
  readings = jol_strip_topic_read (topic, jol_session_get_date (self->session));
  if (readings->n_figures == 0)
    return NULL;

  text = jol_strip_readout_describe_date (topic, jol_session_get_date (self->session));
  /* The date comes first, and has been said. */
  figures = strstr (text, "; ");
  return figures ? g_strdup (figures + 2) : NULL;
}

void
jol_strip_chart_update_accessible (JolStripChart *self)
{
  JolEventModel *model;
  const JolDate *date;
  guint n_until, n_events;
  g_autofree char *day = NULL;
  g_autofree char *figures = NULL;
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
  figures = describe_figures (self);
  if (figures)
    {
      char *both = g_strconcat (value, ". ", figures, NULL);

      g_free (value);
      value = both;
    }

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      (double) jol_date_first_day (&time->from), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      (double) jol_date_last_day (&time->to), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      (double) jol_date_first_day (date), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
      /* GTK 4.8 gives values only of its own widgets to the bus. */
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}

void
jol_strip_chart_forget_readout (JolStripChart *self)
{
  g_clear_pointer (&self->readout, jol_strip_readout_free);
  self->readout_tick = NULL;
  self->readout_date = (JolDate){ 0 };
}

/* Made anew only when the pointer has come to another date or event. */
void
jol_strip_chart_update_readout (JolStripChart *self)
{
  const JolStripScene *scene = self->scene;
  const JolStripTick *tick;
  JolDate date;

  if (!scene || self->pointer_x < 0 || self->pointer_y >= scene->rail_top ||
      (self->grasp != JOL_GRASP_NOTHING && self->grasp != JOL_GRASP_DATE))
    {
      jol_strip_chart_forget_readout (self);
      return;
    }

  tick =
      self->is_dragged ? NULL : jol_strip_scene_find_tick (scene, self->pointer_x, self->pointer_y);
  date = jol_strip_scene_get_date (scene, self->pointer_x);
  if (self->readout && tick == self->readout_tick &&
      (tick || jol_date_equal (&date, &self->readout_date)))
    return;

  jol_strip_chart_forget_readout (self);
  if (tick)
    self->readout = jol_strip_readout_new_for_tick (jol_session_get_story (self->session), scene,
                                                    tick, jol_text_get_interface_language ());
  else
    self->readout =
        jol_strip_readout_new_for_date (jol_strip_chart_get_topic (self), &date, scene->theme);
  self->readout_tick = tick;
  self->readout_date = date;
}
