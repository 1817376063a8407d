/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-short-date.h"

#include "jol-month.h"

#include <glib/gi18n.h>

static char *
mark_approximate (const JolDate *date, char *text)
{
  char *marked;

  if (!date->approx)
    return text;

  /* Translators: a date that is known only roughly, where there is little room: "c. Feb" */
  marked = g_strdup_printf (_ ("c. %s"), text);
  g_free (text);
  return marked;
}

static char *
format_without_year (const JolDate *date)
{
  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);
  if (date->day == 0)
    return g_strdup (jol_month_get_name (date->month, JOL_MONTH_SHORT_ALONE));

  /* Translators: a day and a short month's name: "5 Jul"; the space is one that does not break */
  return g_strdup_printf (_ ("%1$d\u00a0%2$s"), date->day,
                          jol_month_get_name (date->month, JOL_MONTH_SHORT_OF_DAY));
}

static char *
format_exact (const JolDate *date)
{
  g_autofree char *rest = format_without_year (date);

  if (date->month == 0)
    return g_steal_pointer (&rest);

  /* Translators: a date without its year, and the year: "5 Jul 2022", "Jul 2022" */
  return g_strdup_printf (_ ("%1$s %2$d"), rest, date->year);
}

char *
jol_short_date_format (const JolDate *date)
{
  g_return_val_if_fail (date && jol_date_is_set (date), g_strdup (""));

  return mark_approximate (date, format_exact (date));
}

char *
jol_short_date_format_in_year (const JolDate *from, const JolDate *to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (from && jol_date_is_set (from), g_strdup (""));

  first = format_without_year (from);
  if (!to || !jol_date_is_set (to) || jol_date_equal (from, to))
    return mark_approximate (from, g_steal_pointer (&first));

  if (from->day && to->day && from->month == to->month && from->year == to->year)
    {
      const char *month = jol_month_get_name (from->month, JOL_MONTH_SHORT_OF_DAY);

      /* Translators: days of one month: "18–19 May" */
      return mark_approximate (
          from, g_strdup_printf (_ ("%1$d–%2$d\u00a0%3$s"), from->day, to->day, month));
    }

  last = from->year == to->year ? format_without_year (to) : format_exact (to);
  /* Translators: from one date to another: "30 Apr – 2 May" */
  return mark_approximate (from, g_strdup_printf (_ ("%1$s – %2$s"), first, last));
}
