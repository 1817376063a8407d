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
test_toggle_on_map (void)
{
  JolFilter filter = jol_filter_toggle (0, JOL_EVENT_SUMMIT);

  filter = jol_filter_toggle_on_map (filter, JOL_MAP_GAS);
  g_assert_true (jol_filter_hides_on_map (filter, JOL_MAP_GAS));
  g_assert_false (jol_filter_hides_on_map (filter, JOL_MAP_OIL));
  g_assert_false (jol_filter_hides_on_map (filter, JOL_MAP_SUMMIT_CITIES));
  g_assert_true (jol_filter_hides (filter, JOL_EVENT_SUMMIT));
  filter = jol_filter_toggle_on_map (filter, JOL_MAP_GAS);
  g_assert_cmpuint (filter, ==, jol_filter_toggle (0, JOL_EVENT_SUMMIT));
}

static void
test_text (void)
{
  const char *texts[] = { "",
                          "visit",
                          "summit,incident",
                          "visit,statement",
                          "gas",
                          "summit,summit-cities",
                          "visit,oil,construction,border-crossings" };
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

/* Each kind has a word of its own, and its bit comes back from it. */
static void
test_words (void)
{
  for (JolMapKind kind = 0; kind < JOL_N_MAP_KINDS; kind++)
    {
      JolEventKind event_kind;
      JolFilter filter;

      g_assert_false (jol_event_kind_from_string (jol_map_kind_to_string (kind), &event_kind));
      g_assert_true (jol_filter_parse (jol_map_kind_to_string (kind), &filter));
      g_assert_cmpuint (filter, ==, jol_filter_toggle_on_map (0, kind));
      g_assert_cmpuint (filter & JOL_FILTER_MAP, ==, filter);
    }
}

static void
test_kinds_of_route (void)
{
  JolMapKind kinds[JOL_MAX_ROUTE_MAP_KINDS];

  g_assert_cmpuint (
      jol_map_kinds_of_route (JOL_COMMODITY_GAS, JOL_STATUS_RETIRED, JOL_MODE_PIPELINE, kinds), ==,
      2);
  g_assert_cmpint (kinds[0], ==, JOL_MAP_GAS);
  g_assert_cmpint (kinds[1], ==, JOL_MAP_IDLE);
  g_assert_cmpuint (
      jol_map_kinds_of_route (JOL_COMMODITY_OIL, JOL_STATUS_OPERATING, JOL_MODE_RAIL, kinds), ==,
      3);
  g_assert_cmpint (kinds[2], ==, JOL_MAP_RAIL);
}

static void
test_wrong_text (void)
{
  const char *texts[] = { "war", "visit,", ",visit", "visit;summit", "Visit", "gas,", "places" };

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
  g_test_add_func ("/filter/toggle-on-map", test_toggle_on_map);
  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/kinds-of-route", test_kinds_of_route);
  g_test_add_func ("/filter/wrong-text", test_wrong_text);

  return jol_test_run ();
}
