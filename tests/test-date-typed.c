/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-date.h"
#include "jol-test-util.h"

static const struct
{
  const char *text;
  const char *day_first;   /* what it is there, or NULL */
  const char *month_first; /* the same */
} cases[] = {
  { "2009", "2009", "2009" },
  { " 2009-12 ", "2009-12", "2009-12" },
  { "2009-12-14", "2009-12-14", "2009-12-14" },
  { "2009.12.14", "2009-12-14", "2009-12-14" },
  { "2009/2/3", "2009-02-03", "2009-02-03" },
  { "12/2009", "2009-12", "2009-12" },
  { "12.2009", "2009-12", "2009-12" },
  { "14.12.2009", "2009-12-14", "2009-12-14" }, /* there is no month 14 */
  { "12/14/2009", "2009-12-14", "2009-12-14" },
  { "5/6/2009", "2009-06-05", "2009-05-06" },
  { "14 December 2009", "2009-12-14", "2009-12-14" },
  { "december 14, 2009", "2009-12-14", "2009-12-14" },
  { "Dec 2009", "2009-12", "2009-12" },
  { "2009 DECEMBER", "2009-12", "2009-12" },
  { "May 2009", "2009-05", "2009-05" },
  { "", NULL, NULL },
  { "5/6/09", NULL, NULL },  /* a year, or a day? */
  { "Ju 2009", NULL, NULL }, /* June, or July? */
  { "31.02.2009", NULL, NULL },
  { "13/13/2009", NULL, NULL },
  { "14 2009 2010", NULL, NULL },
  { "May June 2009", NULL, NULL },
  { "1 2 3 2009", NULL, NULL },
  { "sometime 2009", NULL, NULL },
  { "0/2009", NULL, NULL },
  { "99999", NULL, NULL },
};

static void
assert_parsed (const char *text, gboolean day_first, const char *wanted)
{
  JolDate date = { .year = 1 };
  g_autofree char *iso = NULL;

  g_test_message ("“%s”, %s first", text, day_first ? "day" : "month");
  g_assert_cmpint (jol_date_parse_typed (text, day_first, &date), ==, wanted != NULL);
  iso = jol_date_to_iso (&date);
  g_assert_cmpstr (iso, ==, wanted ? wanted : "0001");
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_parsed (cases[i].text, TRUE, cases[i].day_first);
      assert_parsed (cases[i].text, FALSE, cases[i].month_first);
    }
}

/* What the program shows can be typed. */
static void
test_round_trip (void)
{
  for (int day = 730000; day < 734000; day += 37)
    for (JolPrecision precision = JOL_PRECISION_YEAR; precision <= JOL_PRECISION_DAY; precision++)
      {
        const JolDate date = jol_date_from_day (day, precision);
        g_autofree char *words = jol_date_format (&date);
        g_autofree char *iso = jol_date_to_iso (&date);

        assert_parsed (words, TRUE, iso);
      }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/date-typed/cases", test_cases);
  g_test_add_func ("/date-typed/round-trip", test_round_trip);

  return jol_test_run ();
}
