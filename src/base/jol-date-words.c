/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in words, for people. */
#include "config.h"

#include "jol-date.h"
#include "jol-month.h"

#include <glib/gi18n.h>

static char *
format_exact (const JolDate *self)
{
  switch (jol_date_get_precision (self))
    {
    case JOL_PRECISION_DAY:
      /* TRANSLATORS: day, month and year: "18 May 2023" */
      return g_strdup_printf (C_ ("date", "%1$d %2$s %3$d"), self->day,
                              jol_month_get_name (self->month, JOL_MONTH_OF_DAY), self->year);
    case JOL_PRECISION_MONTH:
      /* TRANSLATORS: month and year: "May 2023" */
      return g_strdup_printf (C_ ("date", "%1$s %2$d"),
                              jol_month_get_name (self->month, JOL_MONTH_ALONE), self->year);
    case JOL_PRECISION_YEAR:
    default:
      return g_strdup_printf ("%d", self->year);
    }
}

/**
 * jol_date_format:
 * @self: a date
 *
 * Returns: (transfer full): the date for people, at its own precision and in the language of the
 * interface: "18 May 2023", "about 2009"; "" when it is not set
 */
char *
jol_date_format (const JolDate *self)
{
  g_autofree char *exact = NULL;

  if (!self->year)
    return g_strdup ("");

  exact = format_exact (self);
  if (!self->approx)
    return g_steal_pointer (&exact);

  /* TRANSLATORS: %s is a date that is not exactly known */
  return g_strdup_printf (C_ ("date", "about %s"), exact);
}

static char *
format_beginning (const JolDate *self)
{
  const char *month = self->month ? jol_month_get_name (self->month, JOL_MONTH_SINCE) : NULL;

  switch (jol_date_get_precision (self))
    {
    case JOL_PRECISION_DAY:
      /* TRANSLATORS: day, month and year as they stand after "since": "since 18 May 2023" */
      return g_strdup_printf (C_ ("date since", "%1$d %2$s %3$d"), self->day, month, self->year);
    case JOL_PRECISION_MONTH:
      /* TRANSLATORS: month and year as they stand after "since": "since May 2023" */
      return g_strdup_printf (C_ ("date since", "%1$s %2$d"), month, self->year);
    case JOL_PRECISION_YEAR:
    default:
      /* TRANSLATORS: a year as it stands after "since": "since 2023" */
      return g_strdup_printf (C_ ("date since", "%d"), self->year);
    }
}

/**
 * jol_date_format_since:
 * @self: a date
 *
 * In many languages a word for "since" changes the date that follows it, so that this is no matter
 * of putting the one before the other.
 *
 * Returns: (transfer full): "since 18 May 2023", "since about 2009"; "" when it is not set
 */
char *
jol_date_format_since (const JolDate *self)
{
  g_autofree char *beginning = NULL;

  if (!self->year)
    return g_strdup ("");

  beginning = format_beginning (self);
  if (self->approx)
    /* TRANSLATORS: %s is a date that is not exactly known, in the form it has after "since" */
    return g_strdup_printf (C_ ("date since", "since about %s"), beginning);

  /* TRANSLATORS: %s is a date in the form it has after "since" */
  return g_strdup_printf (C_ ("date since", "since %s"), beginning);
}

/**
 * jol_date_format_range:
 * @from: a date
 * @to: the last date, or one that is not set
 *
 * Returns: (transfer full): "18–19 May 2023", "30 April 2023 – 2 May 2023", "2009–2011"; the first
 * date alone when the last is not set or the same
 */
char *
jol_date_format_range (const JolDate *from, const JolDate *to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!to->year || jol_date_equal (from, to))
    return jol_date_format (from);

  if (from->day && to->day && from->year == to->year && from->month == to->month && !from->approx &&
      !to->approx)
    /* TRANSLATORS: days of one month: first day, last day, month, year: "18–19 May 2023" */
    return g_strdup_printf (C_ ("date", "%1$d–%2$d %3$s %4$d"), from->day, to->day,
                            jol_month_get_name (from->month, JOL_MONTH_OF_DAY), from->year);

  first = jol_date_format (from);
  last = jol_date_format (to);
  if (!from->month && !to->month && !from->approx && !to->approx)
    return g_strdup_printf ("%s–%s", first, last);

  return g_strdup_printf ("%s – %s", first, last);
}
