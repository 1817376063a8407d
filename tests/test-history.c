/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-history.h"

static JolHistory *
make_history (const char *const *dates)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (JolHistoryEntry));

  for (int i = 0; dates[i]; i++)
    {
      JolHistoryEntry entry = { .code = i };

      g_assert_true (jol_date_parse (dates[i], &entry.from));
      g_array_append_val (entries, entry);
    }

  return jol_history_new_take (entries);
}

static int
code_at (const JolHistory *history, const char *text)
{
  const JolHistoryEntry *entry;
  JolDate date;

  g_assert_true (jol_date_parse (text, &date));
  entry = jol_history_at (history, &date);
  return entry ? entry->code : -1;
}

/* The last entry whose from has begun by the end of the date. */
static void
test_at (void)
{
  const char *const dates[] = { "1999-05", "2001-10-13", "2010", "2010-06", NULL };
  g_autoptr (JolHistory) history = make_history (dates);

  g_assert_cmpint (code_at (history, "1998"), ==, -1);
  g_assert_cmpint (code_at (history, "1999-04-30"), ==, -1);
  g_assert_cmpint (code_at (history, "1999"), ==, 0);
  g_assert_cmpint (code_at (history, "1999-05-01"), ==, 0);
  g_assert_cmpint (code_at (history, "2001-10-12"), ==, 0);
  g_assert_cmpint (code_at (history, "2001-10-13"), ==, 1);
  g_assert_cmpint (code_at (history, "2001-10"), ==, 1);
  g_assert_cmpint (code_at (history, "2001"), ==, 1);
  g_assert_cmpint (code_at (history, "2010-01-01"), ==, 2);
  g_assert_cmpint (code_at (history, "2010"), ==, 3);
  g_assert_cmpint (code_at (history, "9999"), ==, 3);
}

/* A file need not be in order; of two entries of one day the later in the file holds. */
static void
test_order (void)
{
  const char *const dates[] = { "2010", "2001", "2010-01-01", NULL };
  g_autoptr (JolHistory) history = make_history (dates);

  g_assert_cmpint (code_at (history, "2005"), ==, 1);
  g_assert_cmpint (code_at (history, "2010"), ==, 2);
}

static void
test_empty (void)
{
  JolDate date = { .year = 2000 };

  g_assert_cmpuint (jol_history_get_size (NULL), ==, 0);
  g_assert_null (jol_history_at (NULL, &date));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/at", test_at);
  g_test_add_func ("/history/order", test_order);
  g_test_add_func ("/history/empty", test_empty);
  return g_test_run ();
}
