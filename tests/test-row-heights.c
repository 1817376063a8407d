/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the rows of a list stand, against one sum after the other. */
#include "config.h"

#include "jol-row-heights.h"

#define USUAL 40
#define MAX_ROWS 300
#define N_CHANGES 400

static void
test_unseen (void)
{
  g_autoptr (JolRowHeights) heights = jol_row_heights_new (100000, USUAL);
  g_autoptr (JolRowHeights) none = jol_row_heights_new (0, USUAL);

  g_assert_cmpint (jol_row_heights_get (heights, 99999), ==, USUAL);
  g_assert_cmpint (jol_row_heights_get_top (heights, 100000), ==, 100000 * USUAL);
  g_assert_cmpuint (jol_row_heights_find (heights, 2 * USUAL), ==, 2);
  g_assert_cmpuint (jol_row_heights_find (heights, 2 * USUAL - 1), ==, 1);
  g_assert_cmpuint (jol_row_heights_find (heights, -5), ==, 0);
  g_assert_cmpuint (jol_row_heights_find (heights, G_MAXINT), ==, 99999);
  g_assert_cmpint (jol_row_heights_get_top (none, 0), ==, 0);
}

static void
test_seen (void)
{
  const guint n = (guint) g_test_rand_int_range (1, MAX_ROWS);
  g_autoptr (JolRowHeights) heights = jol_row_heights_new (n, USUAL);
  int expected[MAX_ROWS];

  for (guint i = 0; i < n; i++)
    expected[i] = USUAL;
  for (guint change = 0; change < N_CHANGES; change++)
    {
      const guint row = (guint) g_test_rand_int_range (0, (int) n);
      int top = 0;

      expected[row] = g_test_rand_int_range (1, 4 * USUAL);
      jol_row_heights_set (heights, row, expected[row]);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (jol_row_heights_get (heights, i), ==, expected[i]);
          g_assert_cmpint (jol_row_heights_get_top (heights, i), ==, top);
          g_assert_cmpuint (jol_row_heights_find (heights, top), ==, i);
          top += expected[i];
          g_assert_cmpuint (jol_row_heights_find (heights, top - 1), ==, i);
        }
      g_assert_cmpint (jol_row_heights_get_top (heights, n), ==, top);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-heights/unseen", test_unseen);
  g_test_add_func ("/row-heights/seen", test_seen);

  return g_test_run ();
}
