/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the story's time the chart shows: all of it, down to about a year. */
#include "config.h"

#include "jol-strip-chart-private.h"

#include <math.h>

#define MIN_VIEW_DAYS 366.0
/* Where the date comes to be when the time follows it: not at the edge, so that it can be seen
 * coming and going. */
#define FOLLOW_MARGIN 0.15

static void
get_whole (JolStripChart *self, double *first_out, double *end_out)
{
  const JolSpan *time = jol_story_get_time (jol_session_get_story (self->session));

  *first_out = jol_date_first_day (&time->from);
  *end_out = jol_date_last_day (&time->to) + 1;
}

void
jol_strip_chart_get_view (JolStripChart *self, double *from_day_out, double *to_day_out)
{
  if (jol_strip_chart_get_zoomed (self))
    {
      *from_day_out = self->from_day;
      *to_day_out = self->to_day;
    }
  else
    {
      get_whole (self, from_day_out, to_day_out);
    }
}

void
jol_strip_chart_set_view (JolStripChart *self, double from_day, double to_day)
{
  double first, end, days;
  gboolean was_zoomed = jol_strip_chart_get_zoomed (self);

  if (!self->session || !jol_session_get_story (self->session))
    return;

  get_whole (self, &first, &end);
  days = CLAMP (to_day - from_day, MIN (MIN_VIEW_DAYS, end - first), end - first);
  from_day = CLAMP (from_day, first, end - days);
  to_day = from_day + days;
  /* All but a hair of it is all. */
  if (days >= end - first - 0.5)
    from_day = to_day = 0;
  if (from_day == self->from_day && to_day == self->to_day)
    return;

  self->from_day = from_day;
  self->to_day = to_day;
  jol_strip_chart_renew_scene (self);
  if (was_zoomed != jol_strip_chart_get_zoomed (self))
    g_object_notify (G_OBJECT (self), "zoomed");
}

/* Below 1 nearer, above 1 farther. */
void
jol_strip_chart_zoom_at (JolStripChart *self, double factor, double x)
{
  double from, to, day, first, end;

  if (!self->scene)
    return;

  jol_strip_chart_get_view (self, &from, &to);
  get_whole (self, &first, &end);
  factor = MAX (factor, MIN (MIN_VIEW_DAYS, end - first) / (to - from));
  day = jol_strip_scene_get_day (self->scene, CLAMP (x, self->scene->left, self->scene->right));
  jol_strip_chart_set_view (self, day - (day - from) * factor, day + (to - day) * factor);
}

static gboolean
is_date_in_view (JolStripChart *self)
{
  const JolDate *date = jol_session_get_date (self->session);

  return !jol_strip_chart_get_zoomed (self) || (jol_date_last_day (date) + 1 > self->from_day &&
                                                jol_date_first_day (date) < self->to_day);
}

/* Moves the time no farther than it must. */
void
jol_strip_chart_show_date (JolStripChart *self)
{
  const JolDate *date = jol_session_get_date (self->session);
  double day, margin;

  if (!jol_strip_chart_get_zoomed (self) || !jol_date_is_set (date))
    return;

  day = (jol_date_first_day (date) + jol_date_last_day (date) + 1) / 2.0;
  if (day >= self->from_day && day <= self->to_day)
    return;

  margin = (self->to_day - self->from_day) * FOLLOW_MARGIN;
  if (day < self->from_day)
    jol_strip_chart_set_view (self, day - margin, day - margin + self->to_day - self->from_day);
  else
    jol_strip_chart_set_view (self, day + margin - (self->to_day - self->from_day), day + margin);
}

/* After a person has moved the time. */
void
jol_strip_chart_note_wandering (JolStripChart *self)
{
  self->has_moved_away = !is_date_in_view (self);
}

void
jol_strip_chart_zoom_by (JolStripChart *self, double factor)
{
  const JolDate *date;
  double middle;

  g_return_if_fail (JOL_IS_STRIP_CHART (self));
  g_return_if_fail (factor > 0);

  if (!self->scene || !self->session)
    return;

  date = jol_session_get_date (self->session);
  middle = (jol_date_first_day (date) + jol_date_last_day (date) + 1) / 2.0;
  jol_strip_chart_zoom_at (self, 1 / factor,
                           is_date_in_view (self) ? jol_strip_scene_get_x (self->scene, middle)
                                                  : (self->scene->left + self->scene->right) / 2);
  jol_strip_chart_note_wandering (self);
}

void
jol_strip_chart_show_all (JolStripChart *self)
{
  g_return_if_fail (JOL_IS_STRIP_CHART (self));

  self->has_moved_away = FALSE;
  jol_strip_chart_set_view (self, -1e9, 1e9);
}

gboolean
jol_strip_chart_get_zoomed (JolStripChart *self)
{
  g_return_val_if_fail (JOL_IS_STRIP_CHART (self), FALSE);

  return self->to_day > self->from_day;
}
