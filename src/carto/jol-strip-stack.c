/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A year is two halves. In each half every band that has a figure is a trapezoid: in the second
 * half of year y from its figure v(y) to the mean of v(y) and v(y + 1) if there is a v(y + 1), else
 * level; the first half likewise with the year before. The bands that lie below are added up at
 * both ends of the half. At a turn of the year the sums from the left and from the right may differ
 * (a band below begins or ends), so the turn gives two points at one day. Everything is linear
 * between, so stacking the ends of the halves is exact.
 */
#include "config.h"

#include "jol-strip-stack.h"

#include "jol-date.h"

/* Left and right of the turn into a year, and its middle. */
typedef enum
{
  AT_START,
  AT_MIDDLE,
  AT_END,
} Moment;

gboolean
jol_strip_stack_takes (const JolSeriesValue *value)
{
  return value &&
         (value->quality == JOL_QUALITY_REPORTED || value->quality == JOL_QUALITY_ESTIMATED);
}

static const JolSeriesValue *
find_stacked (const JolSeriesBand *band, int year)
{
  const JolSeriesValue *value = jol_series_band_lookup (band, year);

  return jol_strip_stack_takes (value) ? value : NULL;
}

/* How thick @band is at a moment of a year, seen from inside the year; 0 when it is not there. */
static double
get_thickness (const JolSeriesBand *band, int year, Moment moment)
{
  const JolSeriesValue *here = find_stacked (band, year);
  const JolSeriesValue *beside;

  if (!here)
    return 0;
  if (moment == AT_MIDDLE)
    return here->value;

  beside = find_stacked (band, moment == AT_START ? year - 1 : year + 1);
  return beside ? (here->value + beside->value) / 2 : here->value;
}

static double
get_day (int year, Moment moment)
{
  JolDate date = { .year = (gint16) year };
  double start = jol_date_first_day (&date);
  double end = jol_date_last_day (&date) + 1;

  return moment == AT_START ? start : moment == AT_END ? end : (start + end) / 2;
}

static void
add_point (GArray *points, const JolSeriesBand *bands, guint band, int year, Moment moment)
{
  JolStackPoint point = { .day = get_day (year, moment) };
  const JolStackPoint *last =
      points->len > 0 ? &g_array_index (points, JolStackPoint, points->len - 1) : NULL;

  for (guint i = 0; i < band; i++)
    point.low += get_thickness (&bands[i], year, moment);
  point.high = point.low + get_thickness (&bands[band], year, moment);

  if (!last || last->day < point.day || last->low != point.low || last->high != point.high)
    g_array_append_val (points, point);
}

static void
add_piece (JolStripStack *self,
           const JolSeriesBand *bands,
           guint band,
           int first_year,
           int last_year)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (JolStackPoint));
  JolStackPiece piece = {
    .band = band,
    .is_estimated = find_stacked (&bands[band], first_year)->quality == JOL_QUALITY_ESTIMATED,
    .first_year = first_year,
    .last_year = last_year,
  };

  for (int year = first_year; year <= last_year; year++)
    {
      add_point (points, bands, band, year, AT_START);
      add_point (points, bands, band, year, AT_MIDDLE);
      add_point (points, bands, band, year, AT_END);
    }

  for (guint i = 0; i < points->len; i++)
    self->max = MAX (self->max, g_array_index (points, JolStackPoint, i).high);

  piece.n_points = points->len;
  piece.points = (gpointer) g_array_free (g_steal_pointer (&points), FALSE);
  g_array_append_val (self->pieces, piece);
}

static void
add_gap (JolStripStack *self, const JolStackPiece *before, const JolStackPiece *after)
{
  const JolStackPoint *from = &before->points[before->n_points - 1];
  const JolStackPoint *to = &after->points[0];
  JolStackGap gap = {
    .band = before->band,
    .from_day = from->day,
    .from_value = from->high,
    .to_day = to->day,
    .to_value = to->high,
  };

  if (to->day > from->day)
    g_array_append_val (self->gaps, gap);
}

static void
add_band (JolStripStack *self, const JolSeriesBand *bands, guint index)
{
  const JolSeriesBand *band = &bands[index];
  guint n_before = self->pieces->len;

  for (guint i = 0; i < band->n_values; i++)
    {
      const JolSeriesValue *value = &band->values[i];
      guint end = i;

      if (!jol_strip_stack_takes (value))
        {
          JolStackMark mark = { index, value->year, value->value, value->quality };

          g_array_append_val (self->marks, mark);
          self->max = MAX (self->max, value->value);
          continue;
        }

      while (end + 1 < band->n_values && jol_strip_stack_takes (&band->values[end + 1]) &&
             band->values[end + 1].year == band->values[end].year + 1 &&
             band->values[end + 1].quality == value->quality)
        end++;
      add_piece (self, bands, index, value->year, band->values[end].year);
      i = end;
    }

  for (guint i = n_before + 1; i < self->pieces->len; i++)
    add_gap (self, &g_array_index (self->pieces, JolStackPiece, i - 1),
             &g_array_index (self->pieces, JolStackPiece, i));
}

static void
clear_piece (JolStackPiece *piece)
{
  g_free (piece->points);
}

JolStripStack *
jol_strip_stack_new_empty (void)
{
  JolStripStack *self = g_new0 (JolStripStack, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (JolStackPiece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (JolStackGap));
  self->marks = g_array_new (FALSE, FALSE, sizeof (JolStackMark));
  return self;
}

JolStripStack *
jol_strip_stack_new (JolSeries *series)
{
  JolStripStack *self = jol_strip_stack_new_empty ();
  guint n_bands;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);

  for (guint i = 0; i < n_bands; i++)
    add_band (self, bands, i);

  return self;
}

void
jol_strip_stack_free (JolStripStack *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->gaps);
  g_array_unref (self->marks);
  g_free (self);
}
