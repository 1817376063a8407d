/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-unit.h"

static void
assert_json (double value, const char *expected)
{
  g_autofree char *text = jol_number_to_json (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_json (void)
{
  assert_json (53.4, "53.4");
  assert_json (0.1 + 0.2, "0.30000000000000004");
  assert_json (1511, "1511");
  assert_json (-0.5, "-0.5");

  for (int i = 0; i < 1000; i++)
    {
      double value = g_test_rand_double_range (-180, 180);
      g_autofree char *text = jol_number_to_json (value);

      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
    }
}

static void
assert_number (double value, const char *expected)
{
  g_autofree char *text = jol_number_format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  g_autofree char *capacity = jol_quantity_format (67, "Mt/a");
  g_autofree char *bare = jol_quantity_format (12.5, NULL);
  g_autofree char *foreign = jol_quantity_format (3, "barrels");

  assert_number (58.7, "58.7");
  assert_number (20.75, "20.75");
  assert_number (100, "100");
  assert_number (0, "0");
  g_assert_cmpstr (capacity, ==, "67\302\240Mt a year");
  g_assert_cmpstr (bare, ==, "12.5");
  g_assert_cmpstr (foreign, ==, "3\302\240barrels");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/json", test_json);
  g_test_add_func ("/unit/format", test_format);
  return g_test_run ();
}
