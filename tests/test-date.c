/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-date.h"

#include <locale.h>

static JolDate
parse (const char *text)
{
  JolDate date = { 0 };

  if (!jol_date_parse (text, &date))
    g_error ("not a date: %s", text);

  return date;
}

static void
test_parse (void)
{
  const char *const good[] = { "0001", "1991", "9999", "2009-12", "2024-02-29", "2023-05-18" };
  const char *const bad[] = { "",           "0000",        "199",    "19911",      "1991-",
                              "1991-00",    "1991-13",     "1991-1", "2023-00-01", "2023-02-29",
                              "2023-04-31", "2023-05-18 ", " 2023",  "2023/05/18", "+023",
                              "2023-05-1",  "-2023",       "20x3" };
  JolDate date = { .year = 7 };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *iso = NULL;

      date = parse (good[i]);
      iso = jol_date_to_iso (&date);
      g_assert_cmpstr (iso, ==, good[i]);
    }

  date = (JolDate){ .year = 7 };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (jol_date_parse (bad[i], &date))
        g_error ("taken for a date: \"%s\"", bad[i]);
      g_assert_cmpint (date.year, ==, 7);
    }
  g_assert_false (jol_date_parse (NULL, &date));
}

/* Every day of two centuries, against GLib's other calendar. */
static void
test_days (void)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (1900, 1, 1, 12, 0, 0);
  int previous = 0;

  while (g_date_time_get_year (moment) < 2101)
    {
      GDateTime *next = NULL;
      g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%d");
      JolDate date = parse (iso);
      int day = jol_date_first_day (&date);
      JolDate back = jol_date_from_day (day, JOL_PRECISION_DAY);

      g_assert_cmpint (jol_date_last_day (&date), ==, day);
      g_assert_true (jol_date_equal (&date, &back));
      if (previous)
        g_assert_cmpint (day, ==, previous + 1);
      previous = day;

      next = g_date_time_add_days (moment, 1);
      g_date_time_unref (moment);
      moment = next;
    }
}

static void
test_period (void)
{
  JolDate year = parse ("2024"), month = parse ("2024-02"), first = parse ("2024-01-01"),
          leap = parse ("2024-02-29");
  JolDate unset = { 0 };

  g_assert_cmpint (jol_date_first_day (&year), ==, jol_date_first_day (&first));
  g_assert_cmpint (jol_date_last_day (&year) - jol_date_first_day (&year), ==, 365);
  g_assert_cmpint (jol_date_last_day (&month), ==, jol_date_first_day (&leap));
  g_assert_cmpint (jol_date_first_day (&unset), ==, 0);

  g_assert_cmpint (jol_date_compare (&year, &first), <, 0);
  g_assert_cmpint (jol_date_compare (&month, &year), >, 0);
  g_assert_cmpint (jol_date_compare (&leap, &month), >, 0);
  g_assert_cmpint (jol_date_compare (&leap, &leap), ==, 0);
}

static void
test_add (void)
{
  static const struct
  {
    const char *from;
    JolPrecision unit;
    int n;
    const char *to;
  } cases[] = {
    { "2009", JOL_PRECISION_YEAR, 1, "2010" },
    { "2009", JOL_PRECISION_MONTH, 1, "2009-02" },
    { "2009-12", JOL_PRECISION_MONTH, 1, "2010-01" },
    { "2009-01", JOL_PRECISION_MONTH, -1, "2008-12" },
    { "2009-01-31", JOL_PRECISION_MONTH, 1, "2009-02-28" },
    { "2024-02-29", JOL_PRECISION_YEAR, 1, "2025-02-28" },
    { "2023-12-31", JOL_PRECISION_DAY, 1, "2024-01-01" },
    { "9999", JOL_PRECISION_YEAR, 5, "9999" },
    { "0001-01-01", JOL_PRECISION_DAY, -5, "0001-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolDate from = parse (cases[i].from);
      JolDate to = jol_date_add (&from, cases[i].unit, cases[i].n);
      g_autofree char *iso = jol_date_to_iso (&to);

      g_assert_cmpstr (iso, ==, cases[i].to);
    }
}

static void
test_format (void)
{
  JolDate year = parse ("2009"), month = parse ("2009-12"), day = parse ("2023-05-18"),
          end = parse ("2023-05-19");
  JolDate later = parse ("2023-06-02"), about = year, unset = { 0 };
  g_autofree char *year_text = jol_date_format (&year);
  g_autofree char *month_text = jol_date_format (&month);
  g_autofree char *day_text = jol_date_format (&day);
  g_autofree char *about_text = NULL;
  g_autofree char *same = jol_date_format_range (&day, &end);
  g_autofree char *apart = jol_date_format_range (&day, &later);
  g_autofree char *single = jol_date_format_range (&day, &unset);
  g_autofree char *years = jol_date_format_range (&year, &(JolDate){ .year = 2011 });

  about.approx = 1;
  about_text = jol_date_format (&about);
  g_assert_cmpstr (year_text, ==, "2009");
  g_assert_cmpstr (month_text, ==, "December 2009");
  g_assert_cmpstr (day_text, ==, "18 May 2023");
  g_assert_cmpstr (about_text, ==, "about 2009");
  g_assert_cmpstr (same, ==, "18–19 May 2023");
  g_assert_cmpstr (apart, ==, "18 May 2023 – 2 June 2023");
  g_assert_cmpstr (single, ==, "18 May 2023");
  g_assert_cmpstr (years, ==, "2009–2011");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/period", test_period);
  g_test_add_func ("/date/add", test_add);
  g_test_add_func ("/date/format", test_format);
  return g_test_run ();
}
