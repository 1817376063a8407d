/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When: the date, the span, and walking along them. */
#include "config.h"

#include "jol-session-private.h"

void
jol_session_put_date (JolSession *self, JolSessionChange *change, const JolDate *date)
{
  JolDate exact = *date;

  /* A story may say "about 2009"; the date that is shown is where one stands, and that is exact. */
  exact.approx = 0;
  if (jol_date_equal (&self->date, &exact))
    return;

  self->date = exact;
  change->changed |= 1u << JOL_SESSION_DATE;
}

void
jol_session_put_compare (JolSession *self, JolSessionChange *change, const JolDate *date)
{
  JolDate exact = date ? *date : (JolDate){ 0 };

  exact.approx = 0;
  if (jol_date_equal (&self->compare, &exact))
    return;

  self->compare = exact;
  change->changed |= 1u << JOL_SESSION_COMPARE;
}

void
jol_session_put_span (JolSession *self, JolSessionChange *change, const JolSpan *span)
{
  JolSpan copy = *span; /* it may be our own */

  self->is_span_of_text = FALSE;
  if (jol_span_equal (&self->span, &copy))
    return;

  self->span = copy;
  change->changed |= 1u << JOL_SESSION_SPAN;
}

/* A date whose period has nothing of the story's time becomes the end that it is beyond. */
JolDate
jol_session_clamp_date (JolSession *self, const JolDate *date)
{
  const JolSpan *time;
  JolPrecision precision = jol_date_get_precision (date);

  if (!self->story)
    return *date;

  time = jol_story_get_time (self->story);
  if (jol_date_last_day (date) < jol_date_first_day (&time->from))
    return jol_date_from_day (jol_date_first_day (&time->from), precision);
  if (jol_date_first_day (date) > jol_date_last_day (&time->to))
    return jol_date_from_day (jol_date_last_day (&time->to), precision);
  return *date;
}

/* A finger on the strip, a list that is scrolled and a running player pass dates by; anyone else
 * means the date he names. */
static JolTrailMove
choose_move (JolOrigin origin)
{
  return origin == JOL_ORIGIN_STRIP || origin == JOL_ORIGIN_TIMELINE || origin == JOL_ORIGIN_PLAYER
             ? JOL_TRAIL_STEP
             : JOL_TRAIL_JUMP;
}

static void
move_date (JolSession *self, const JolDate *date, JolOrigin origin, JolTrailMove move)
{
  JolSessionChange change = jol_session_begin_change (self, origin, move);
  JolDate clamped = jol_session_clamp_date (self, date);

  jol_session_put_date (self, &change, &clamped);
  jol_session_end_change (self, &change);
}

const JolDate *
jol_session_get_date (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return &self->date;
}

void
jol_session_set_date (JolSession *self, const JolDate *date, JolOrigin origin)
{
  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (date && jol_date_is_set (date));

  move_date (self, date, origin, choose_move (origin));
}

void
jol_session_step_date (JolSession *self, JolPrecision unit, int n, JolOrigin origin)
{
  JolDate date;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (!jol_date_is_set (&self->date))
    return;

  date = jol_date_add (&self->date, unit, n);
  move_date (self, &date, origin, JOL_TRAIL_STEP);
}

static const JolDate *
get_row_date (GListModel *rows, guint row)
{
  g_autoptr (GObject) item = g_list_model_get_item (rows, row);

  /* The story keeps the event. */
  return JOL_IS_EVENT (item) ? jol_event_get_date (JOL_EVENT (item)) : NULL;
}

/* The date of the next or previous listed event, or NULL. In the order of dates a year stands
 * before its own days, so stepping on from it does not leap over them. */
static const JolDate *
find_event_date (JolSession *self, const JolDate *from, int direction)
{
  GListModel *rows = G_LIST_MODEL (self->events);
  guint n_rows = g_list_model_get_n_items (rows);
  guint row = jol_event_model_find_date (self->events, from);

  /* What has begun by the end of @from may begin after its beginning: from there look back to what
   * is before it, and then, for the next one, forward again. */
  if (row == G_MAXUINT && direction < 0)
    return NULL;
  if (row == G_MAXUINT)
    row = 0;

  for (const JolDate *date;; row--)
    {
      date = get_row_date (rows, row);
      if (date && jol_date_compare (date, from) < 0)
        {
          if (direction < 0)
            return date;
          break;
        }
      if (row == 0)
        break;
    }
  if (direction < 0)
    return NULL;

  for (; row < n_rows; row++)
    {
      const JolDate *date = get_row_date (rows, row);

      if (date && jol_date_compare (date, from) > 0)
        return date;
    }
  return NULL;
}

void
jol_session_step_event (JolSession *self, int n, JolOrigin origin)
{
  JolDate date;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (!self->story || !jol_date_is_set (&self->date))
    return;

  date = self->date;
  for (int i = 0; i < ABS (n); i++)
    {
      const JolDate *next = find_event_date (self, &date, n);

      if (!next)
        break;
      date = *next;
      date.approx = 0;
    }
  move_date (self, &date, origin, JOL_TRAIL_STEP);
}

const JolDate *
jol_session_get_compare (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return &self->compare;
}

void
jol_session_set_compare (JolSession *self, const JolDate *date, JolOrigin origin)
{
  JolSessionChange change;
  JolDate clamped = { 0 };

  g_return_if_fail (JOL_IS_SESSION (self));

  if (date && jol_date_is_set (date))
    clamped = jol_session_clamp_date (self, date);
  change = jol_session_begin_change (self, origin, JOL_TRAIL_DRIFT);
  jol_session_put_compare (self, &change, &clamped);
  jol_session_end_change (self, &change);
}

JolSpan
jol_session_get_compared_span (JolSession *self)
{
  JolSpan span = { 0 };

  g_return_val_if_fail (JOL_IS_SESSION (self), span);

  if (!jol_date_is_set (&self->compare) || !jol_date_is_set (&self->date))
    return span;

  /* By their days: a year holds its months, whichever of the two is pinned. */
  span.from = jol_date_first_day (&self->date) < jol_date_first_day (&self->compare)
                  ? self->date
                  : self->compare;
  span.to = jol_date_last_day (&self->date) > jol_date_last_day (&self->compare) ? self->date
                                                                                 : self->compare;
  return span;
}

const JolSpan *
jol_session_get_span (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return &self->span;
}

void
jol_session_set_span (JolSession *self, const JolSpan *span, JolOrigin origin)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (span);

  change = jol_session_begin_change (self, origin, JOL_TRAIL_DRIFT);
  jol_session_put_span (self, &change, span);
  jol_session_end_change (self, &change);
}

void
jol_session_begin_span_at_date (JolSession *self)
{
  JolSpan span;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (!self->story || !jol_date_is_set (&self->date))
    return;

  span = (JolSpan){ self->date, self->span.to };
  if (!jol_date_is_set (&span.to) || jol_date_last_day (&span.to) < jol_date_first_day (&span.from))
    span.to = jol_story_get_time (self->story)->to;
  jol_session_set_span (self, &span, JOL_ORIGIN_APP);
}

void
jol_session_end_span_at_date (JolSession *self)
{
  JolSpan span;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (!self->story || !jol_date_is_set (&self->date))
    return;

  span = (JolSpan){ self->span.from, self->date };
  if (!jol_date_is_set (&span.from) ||
      jol_date_last_day (&span.to) < jol_date_first_day (&span.from))
    span.from = jol_story_get_time (self->story)->from;
  jol_session_set_span (self, &span, JOL_ORIGIN_APP);
}

gboolean
jol_session_get_cumulative (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->cumulative;
}

void
jol_session_set_cumulative (JolSession *self, gboolean cumulative)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_CUMULATIVE, &self->cumulative, cumulative);
  jol_session_end_change (self, &change);
}

JolSpan
jol_session_get_narrowed (JolSession *self)
{
  JolSpan narrowed;

  g_return_val_if_fail (JOL_IS_SESSION (self), (JolSpan){ 0 });

  if (jol_date_is_set (&self->compare))
    return jol_session_get_compared_span (self);

  narrowed = self->span;
  if (!self->cumulative || !jol_date_is_set (&self->date))
    return narrowed;

  if (!jol_date_is_set (&narrowed.from))
    narrowed.from = (JolDate){ .year = 1 };
  if (!jol_date_is_set (&narrowed.to) ||
      jol_date_last_day (&narrowed.to) > jol_date_last_day (&self->date))
    narrowed.to = self->date;
  return narrowed;
}

void
jol_session_widen (JolSession *self, JolOrigin origin)
{
  const JolSpan no_span = { 0 };

  jol_session_set_compare (self, NULL, origin);
  jol_session_set_span (self, &no_span, origin);
  jol_session_set_cumulative (self, FALSE);
  jol_session_set_only_in_view (self, FALSE);
}

gboolean
jol_session_get_playing (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->playing;
}

void
jol_session_set_playing (JolSession *self, gboolean playing)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_PLAYING, &self->playing,
                        playing && self->story != NULL);
  jol_session_end_change (self, &change);
}
