/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-span.h"

static void
test_parse (void)
{
  JolSpan span = { 0 };
  g_autofree char *iso = NULL;

  g_assert_true (jol_span_parse ("1991..2025-12-31", &span));
  iso = jol_span_to_iso (&span);
  g_assert_cmpstr (iso, ==, "1991..2025-12-31");
  g_assert_true (jol_span_parse ("2009-12..2009", &span));

  g_assert_false (jol_span_parse ("2010..2009", &span));
  g_assert_false (jol_span_parse ("2009", &span));
  g_assert_false (jol_span_parse ("2009...2010", &span));
  g_assert_false (jol_span_parse ("..2010", &span));
  g_assert_false (jol_span_parse (NULL, &span));
}

static gboolean
overlaps (const char *span_text, const char *date_text)
{
  JolSpan span;
  JolDate date;

  g_assert_true (jol_span_parse (span_text, &span));
  g_assert_true (jol_date_parse (date_text, &date));
  return jol_span_overlaps (&span, jol_date_first_day (&date), jol_date_last_day (&date));
}

/* Ends belong to the span, for their whole period. */
static void
test_overlaps (void)
{
  JolSpan unset = { 0 };
  JolSpan open = { .from = { .year = 2001 } };

  g_assert_true (overlaps ("2001..2003", "2003-12-31"));
  g_assert_false (overlaps ("2001..2003", "2004-01-01"));
  g_assert_true (overlaps ("2001-06..2003", "2001"));
  g_assert_false (overlaps ("2001-06..2003", "2001-05-31"));
  g_assert_true (jol_span_overlaps (&unset, 1, 2));
  g_assert_true (jol_span_overlaps (&open, JOL_DATE_LAST_DAY, JOL_DATE_LAST_DAY));
}

static void
test_equal (void)
{
  JolSpan a = { 0 }, b = { 0 };

  g_assert_true (jol_span_equal (&a, &b));
  g_assert_true (jol_span_parse ("1991..1992", &a));
  g_assert_false (jol_span_equal (&a, &b));
  g_assert_true (jol_span_parse ("1991..1992", &b));
  g_assert_true (jol_span_equal (&a, &b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/parse", test_parse);
  g_test_add_func ("/span/overlaps", test_overlaps);
  g_test_add_func ("/span/equal", test_equal);
  return g_test_run ();
}
