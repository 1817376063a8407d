/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-filter.h"

#include "jol-test-util.h"

static void
test_toggle (void)
{
  JolFilter filter = 0;

  g_assert_false (jol_filter_hides (filter, JOL_EVENT_VISIT));
  filter = jol_filter_toggle (filter, JOL_EVENT_VISIT);
  g_assert_true (jol_filter_hides (filter, JOL_EVENT_VISIT));
  g_assert_false (jol_filter_hides (filter, JOL_EVENT_SUMMIT));
  filter = jol_filter_toggle (filter, JOL_EVENT_VISIT);
  g_assert_cmpuint (filter, ==, 0);
}

static void
test_text (void)
{
  const char *texts[] = { "", "visit", "summit,incident", "visit,statement" };
  JolFilter filter = 99;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *back = NULL;

      g_assert_true (jol_filter_parse (texts[i], &filter));
      back = jol_filter_to_string (filter);
      g_assert_cmpstr (back, ==, texts[i]);
    }

  g_assert_true (jol_filter_parse (" statement , visit ", &filter));
  g_assert_true (jol_filter_hides (filter, JOL_EVENT_STATEMENT));
  g_assert_true (jol_filter_hides (filter, JOL_EVENT_VISIT));
}

static void
test_wrong_text (void)
{
  const char *texts[] = { "war", "visit,", ",visit", "visit;summit", "Visit" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      JolFilter filter = 99;

      g_assert_false (jol_filter_parse (texts[i], &filter));
      g_assert_cmpuint (filter, ==, 99);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/filter/toggle", test_toggle);
  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/wrong-text", test_wrong_text);

  return g_test_run ();
}
