/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, spans and what people type for them. */
#include "config.h"
#include "fuzz.h"

#include "jol-date.h"
#include "jol-span.h"

static void
check_date (const JolDate *date)
{
  g_autofree char *iso = jol_date_to_iso (date);
  g_autofree char *words = jol_date_format (date);
  const JolDate next = jol_date_add (date, JOL_PRECISION_DAY, 1);
  JolDate again = { 0 };

  g_assert_true (jol_date_is_set (date));
  g_assert_cmpint (jol_date_first_day (date), >=, JOL_DATE_FIRST_DAY);
  g_assert_cmpint (jol_date_first_day (date), <=, jol_date_last_day (date));
  g_assert_cmpint (jol_date_last_day (date), <=, JOL_DATE_LAST_DAY);
  g_assert_true (jol_date_parse (iso, &again));
  g_assert_cmpint (jol_date_compare (date, &again), ==, 0);
  g_assert_cmpint (jol_date_compare (date, &next), <=, 0);
  g_assert_true (g_utf8_validate (words, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  JolDate date = { 0 };
  JolSpan span = { 0 };

  /* Every text that reaches them has been checked before: by the JSON scan, the bus, the entry. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  if (jol_date_parse (text, &date))
    check_date (&date);
  for (int day_first = 0; day_first < 2; day_first++)
    {
      if (jol_date_parse_typed (text, day_first, &date))
        check_date (&date);
    }
  if (jol_span_parse (text, &span))
    {
      g_autofree char *iso = jol_span_to_iso (&span);
      JolSpan again = { 0 };

      check_date (&span.from);
      check_date (&span.to);
      g_assert_true (jol_span_parse (iso, &again));
      g_assert_true (jol_span_equal (&span, &again));
    }
  return 0;
}
