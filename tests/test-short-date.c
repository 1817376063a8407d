/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-short-date.h"

#include "jol-test-util.h"

static JolDate
parse (const char *iso)
{
  JolDate date = { 0 };

  g_assert_true (!*iso || jol_date_parse (iso, &date));
  return date;
}

static void
test_format (void)
{
  static const char *const cases[][2] = { { "2022-07-05", "5\u00a0Jul 2022" },
                                          { "2022-07", "Jul 2022" },
                                          { "2022", "2022" } };
  JolDate about = { .year = 2009, .month = 2, .approx = 1 };
  g_autofree char *roughly = jol_short_date_format (&about);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolDate date = parse (cases[i][0]);
      g_autofree char *text = jol_short_date_format (&date);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
  g_assert_cmpstr (roughly, ==, "c. Feb 2009");
}

static void
test_in_year (void)
{
  static const char *const cases[][3] = {
    { "2022-07-05", "", "5\u00a0Jul" },
    { "2022-02", "", "Feb" },
    { "2022", "", "2022" },
    { "2023-05-18", "2023-05-19", "18–19\u00a0May" },
    { "2023-05-18", "2023-05-18", "18\u00a0May" },
    { "2023-04-30", "2023-05-02", "30\u00a0Apr – 2\u00a0May" },
    { "2023-04", "2023-06", "Apr – Jun" },
    { "2022-12-31", "2023-01-02", "31\u00a0Dec – 2\u00a0Jan 2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolDate from = parse (cases[i][0]), to = parse (cases[i][1]);
      g_autofree char *text = jol_short_date_format_in_year (&from, &to);

      g_assert_cmpstr (text, ==, cases[i][2]);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/short-date/format", test_format);
  g_test_add_func ("/short-date/in-year", test_in_year);

  return jol_test_run ();
}
