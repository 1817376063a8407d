/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates with the precision they were written with. Reading and printing are our own because no
 * library keeps "2009" apart from "1 January 2009"; the calendar itself is GDate's.
 */
#include "config.h"

#include "jol-date.h"

#include <string.h>

/* Reads exactly @n digits. */
static gboolean
read_digits (const char *text, guint n, int *value_out)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }

  *value_out = value;
  return TRUE;
}

/**
 * jol_date_parse:
 * @text: (nullable): YYYY, YYYY-MM or YYYY-MM-DD, and nothing else
 * @date_out: (out): the date; untouched on failure
 *
 * Returns: whether @text is such a date, and one that exists
 */
gboolean
jol_date_parse (const char *text, JolDate *date_out)
{
  gsize length = text ? strlen (text) : 0;
  int year = 0, month = 0, day = 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  if (!read_digits (text, 4, &year) || year < 1)
    return FALSE;
  if (length >= 7 &&
      (text[4] != '-' || !read_digits (text + 5, 2, &month) || month < 1 || month > 12))
    return FALSE;
  if (length == 10 && (text[7] != '-' || !read_digits (text + 8, 2, &day) ||
                       !g_date_valid_dmy (day, (GDateMonth) month, year)))
    return FALSE;

  *date_out = (JolDate){ .year = year, .month = month, .day = day };
  return TRUE;
}

/**
 * jol_date_from_day:
 * @day_number: a day, counted as jol_date_first_day() does; clamped to the years 1–9999
 * @precision: how much of it to keep
 *
 * Returns: the year, month or day that holds @day_number
 */
JolDate
jol_date_from_day (int day_number, JolPrecision precision)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, CLAMP (day_number, JOL_DATE_FIRST_DAY, JOL_DATE_LAST_DAY));

  return (JolDate){
    .year = g_date_get_year (&date),
    .month = precision >= JOL_PRECISION_MONTH ? g_date_get_month (&date) : 0,
    .day = precision >= JOL_PRECISION_DAY ? g_date_get_day (&date) : 0,
  };
}

gboolean
jol_date_is_set (const JolDate *self)
{
  return self->year != 0;
}

JolPrecision
jol_date_get_precision (const JolDate *self)
{
  return self->day ? JOL_PRECISION_DAY : self->month ? JOL_PRECISION_MONTH : JOL_PRECISION_YEAR;
}

/* The number of a day that exists. */
static int
number_day (int day, int month, int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, (GDateMonth) month, year);

  return (int) g_date_get_julian (&date);
}

/**
 * jol_date_first_day:
 * @self: a date
 *
 * Returns: the number of the first day it covers; 0 when it is not set
 */
int
jol_date_first_day (const JolDate *self)
{
  if (!self->year)
    return 0;

  return number_day (MAX (self->day, 1), MAX (self->month, 1), self->year);
}

/**
 * jol_date_last_day:
 * @self: a date
 *
 * Returns: the number of the last day it covers, itself included; 0 when it is not set
 */
int
jol_date_last_day (const JolDate *self)
{
  int month = self->month ? self->month : 12;

  if (!self->year)
    return 0;

  return number_day (self->day ? self->day
                               : g_date_get_days_in_month ((GDateMonth) month, self->year),
                     month, self->year);
}

/**
 * jol_date_compare:
 * @a: a date
 * @b: another
 *
 * Orders by first day, and a coarser date before the finer ones it holds: a year stands before its
 * months.
 *
 * Returns: negative, zero or positive, as strcmp()
 */
int
jol_date_compare (const JolDate *a, const JolDate *b)
{
  int difference = jol_date_first_day (a) - jol_date_first_day (b);

  return difference ? difference
                    : (int) jol_date_get_precision (a) - (int) jol_date_get_precision (b);
}

gboolean
jol_date_equal (const JolDate *a, const JolDate *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day && a->approx == b->approx;
}

/**
 * jol_date_add:
 * @self: a set date
 * @unit: years, months or days
 * @n: how many, of either sign
 *
 * The result has the finer of the two precisions, but a day moved by months stays in the month it
 * lands in (31 January and a month is 28 February). Clamped to the years 1–9999.
 *
 * Returns: the date moved
 */
JolDate
jol_date_add (const JolDate *self, JolPrecision unit, int n)
{
  JolDate result = *self;
  gint64 months;

  g_return_val_if_fail (self->year != 0, *self);

  result.approx = 0;
  if (unit == JOL_PRECISION_DAY)
    {
      gint64 day = (gint64) jol_date_first_day (self) + n;

      return jol_date_from_day ((int) CLAMP (day, JOL_DATE_FIRST_DAY, JOL_DATE_LAST_DAY),
                                JOL_PRECISION_DAY);
    }

  if (unit == JOL_PRECISION_MONTH && !result.month)
    result.month = 1;

  months = (gint64) (result.year - 1) * 12 + MAX (result.month, 1) - 1;
  months += unit == JOL_PRECISION_YEAR ? (gint64) n * 12 : n;
  months = CLAMP (months, 0, 9999 * 12 - 1);
  result.year = (gint16) (months / 12 + 1);
  if (result.month)
    result.month = (guint8) (months % 12 + 1);
  if (result.day)
    result.day =
        MIN (result.day, g_date_get_days_in_month ((GDateMonth) result.month, result.year));

  return result;
}

/**
 * jol_date_to_iso:
 * @self: a date
 *
 * Returns: (transfer full): the date as a story file has it, "" when it is not set
 */
char *
jol_date_to_iso (const JolDate *self)
{
  if (!self->year)
    return g_strdup ("");
  if (!self->month)
    return g_strdup_printf ("%04d", self->year);
  if (!self->day)
    return g_strdup_printf ("%04d-%02d", self->year, self->month);

  return g_strdup_printf ("%04d-%02d-%02d", self->year, self->month, self->day);
}
