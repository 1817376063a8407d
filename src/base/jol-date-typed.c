/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them. */
#include "config.h"

#include "jol-date.h"
#include "jol-month.h"

#include <langinfo.h>
#include <string.h>

/* A part of a name has to be as long, to stand for the whole: "Dec". */
#define MIN_NAME_CHARS 3
#define MAX_PARTS 3

typedef struct
{
  int number; /* or 0 */
  int digits;
  int month; /* by its name, or 0 */
} Part;

/* The month whose name, in any of its forms, begins so; 0 when there is none or more than one. */
static int
find_month (const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  int found = 0;

  if (g_utf8_strlen (text, -1) < MIN_NAME_CHARS)
    return 0;

  for (int month = 1; month <= 12; month++)
    for (JolMonthForm form = JOL_MONTH_OF_DAY; form <= JOL_MONTH_SHORT_ALONE; form++)
      {
        g_autofree char *name = g_utf8_casefold (jol_month_get_name (month, form), -1);

        if (g_str_equal (name, wanted))
          return month;
        if (!g_str_has_prefix (name, wanted))
          continue;
        if (found != 0 && found != month)
          return 0;
        found = month;
      }

  return found;
}

static gboolean
read_part (const char *text, Part *part_out)
{
  guint64 number;

  *part_out = (Part){ 0 };
  if (g_ascii_string_to_unsigned (text, 10, 1, 9999, &number, NULL))
    {
      part_out->number = (int) number;
      part_out->digits = (int) strlen (text);
      return part_out->digits <= 4;
    }

  part_out->month = find_month (text);
  return part_out->month != 0;
}

/* Returns how many parts there are, or 0 when one of them is neither a number nor a month, or they
 * are too many. */
static guint
split (const char *text, Part parts_out[MAX_PARTS])
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n./-,", -1);
  guint n = 0;

  for (guint i = 0; words[i]; i++)
    if (*words[i] && (n == MAX_PARTS || !read_part (words[i], &parts_out[n++])))
      return 0;

  return n;
}

static gboolean
make_date (int year, int month, int day, JolDate *date_out)
{
  g_autofree char *text = day     ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                          : month ? g_strdup_printf ("%04d-%02d", year, month)
                                  : g_strdup_printf ("%04d", year);

  return jol_date_parse (text, date_out);
}

/**
 * jol_date_parse_typed:
 * @text: the year alone, with its month, or with month and day: numbers, or the month by its name
 *   in the language of the interface
 * @day_first: which of two numbers before a year is the day
 * @date_out: (out): the date; untouched on failure
 *
 * A year has four digits: two could be a day. Only where both orders give a date does @day_first
 * decide.
 *
 * Returns: whether it is a date that exists
 */
gboolean
jol_date_parse_typed (const char *text, gboolean day_first, JolDate *date_out)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  Part parts[MAX_PARTS];
  int year = 0, month = 0, numbers[MAX_PARTS];
  guint n_parts, n_numbers = 0;

  if (jol_date_parse (trimmed, date_out))
    return TRUE;

  n_parts = split (trimmed, parts);
  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].month && month)
        return FALSE;
      if (parts[i].digits == 4 && year)
        return FALSE;
      if (parts[i].month)
        month = parts[i].month;
      else if (parts[i].digits == 4)
        year = parts[i].number;
      else
        numbers[n_numbers++] = parts[i].number;
    }
  if (n_parts == 0 || !year)
    return FALSE;

  if (month)
    return make_date (year, month, n_numbers > 0 ? numbers[0] : 0, date_out);
  if (n_numbers < 2)
    return make_date (year, n_numbers > 0 ? numbers[0] : 0, 0, date_out);
  /* Beginning with the year, a date is written downwards everywhere. */
  if (parts[0].digits == 4)
    return make_date (year, numbers[0], numbers[1], date_out);

  return day_first ? make_date (year, numbers[1], numbers[0], date_out) ||
                         make_date (year, numbers[0], numbers[1], date_out)
                   : make_date (year, numbers[0], numbers[1], date_out) ||
                         make_date (year, numbers[1], numbers[0], date_out);
}

gboolean
jol_date_locale_has_day_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strstr (format, "%d");
  const char *month = strstr (format, "%m");

  if (!day)
    day = strstr (format, "%e");
  if (strstr (format, "%D"))
    return FALSE;

  return !day || !month || day < month;
}
