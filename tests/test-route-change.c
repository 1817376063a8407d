/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-change.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

static const char story_text[] =
    "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\", \"routes\": ["
    " {\"id\": \"r\", \"name\": \"R\", \"commodity\": \"gas\", \"mode\": \"pipeline\","
    "  \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 40], [60, 45]]},"
    "  \"status\": [{\"from\": \"1995\", \"is\": \"proposed\", \"approx\": true},"
    "              {\"from\": \"1998\", \"is\": \"construction\"},"
    "              {\"from\": \"2000-07-01\", \"is\": \"operating\"},"
    "              {\"from\": \"2010\", \"is\": \"idle\"},"
    "              {\"from\": \"2015\", \"is\": \"operating\"},"
    "              {\"from\": \"2020\", \"is\": \"retired\", \"approx\": true}],"
    "  \"capacity\": [{\"from\": \"2000\", \"value\": 10, \"unit\": \"bcm/a\"},"
    "                {\"from\": \"2005\", \"value\": 20, \"unit\": \"bcm/a\"}],"
    "  \"direction\": [{\"from\": \"2000\", \"is\": \"forward\"}, {\"from\": \"2017\", \"is\": "
    "\"reverse\"}],"
    "  \"interruptions\": [{\"from\": \"2008-03\", \"to\": \"2008-05\"}]},"
    " {\"id\": \"plan\", \"name\": \"P\", \"commodity\": \"oil\", \"mode\": \"pipeline\","
    "  \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 40], [60, 45]]},"
    "  \"status\": [{\"from\": \"1995\", \"is\": \"proposed\"}, {\"from\": \"1999\", \"is\": "
    "\"cancelled\"}]}"
    " ] }";

static const struct
{
  const char *id, *earlier, *later;
  JolRouteChange change;
} cases[] = {
  { "r", "1990", "1994", JOL_ROUTE_SAME }, /* at neither */
  { "r", "1990", "1996", JOL_ROUTE_APPEARED },
  { "r", "1996", "1999", JOL_ROUTE_CHANGED }, /* from a plan to a building site */
  { "r", "1999", "2000", JOL_ROUTE_APPEARED },
  { "r", "1999", "2000-06", JOL_ROUTE_SAME },
  { "r", "1990", "2001", JOL_ROUTE_APPEARED },
  { "r", "2001", "2003", JOL_ROUTE_SAME },
  { "r", "2001", "2006", JOL_ROUTE_CHANGED }, /* twice the capacity */
  { "r", "2006", "2011", JOL_ROUTE_ENDED },
  { "r", "2006", "2008-04", JOL_ROUTE_ENDED }, /* it stands still */
  { "r", "2007", "2009", JOL_ROUTE_SAME },     /* the standstill is over */
  { "r", "2011", "2016", JOL_ROUTE_APPEARED },
  { "r", "2016", "2018", JOL_ROUTE_CHANGED }, /* the flow has turned */
  { "r", "2018", "2021", JOL_ROUTE_ENDED },
  { "r", "2011", "2021", JOL_ROUTE_ENDED },
  { "r", "2020", "2025", JOL_ROUTE_SAME },
  { "r", "1990", "2021", JOL_ROUTE_SAME }, /* came and went in between */
  { "plan", "1990", "1996", JOL_ROUTE_APPEARED },
  { "plan", "1996", "2000", JOL_ROUTE_ENDED },
  { "plan", "1990", "2000", JOL_ROUTE_SAME },
};

static void
test_cases (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (story_text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JolRoute *route = JOL_ROUTE (jol_story_lookup (story, cases[i].id));
      JolDate earlier, later;

      g_test_message ("%s from %s to %s", cases[i].id, cases[i].earlier, cases[i].later);
      g_assert_true (jol_date_parse (cases[i].earlier, &earlier));
      g_assert_true (jol_date_parse (cases[i].later, &later));
      g_assert_cmpstr (jol_route_change_to_string (jol_route_compare (route, &earlier, &later)), ==,
                       jol_route_change_to_string (cases[i].change));
    }
}

static const struct
{
  const char *id, *earlier, *later;
  const char *words, *when;
} descriptions[] = {
  { "r", "1990", "1994", "At neither date", "" },
  { "r", "1990", "2021", "At neither date", "" },
  { "r", "1990", "1996", "Appeared: proposed since about 1995", "1995" },
  { "r", "1996", "1999", "Changed: proposed → under construction since 1998", "1998" },
  { "r", "1999", "2000", "Appeared: operating since 1 July 2000", "2000-07-01" },
  { "r", "2001", "2003", "As before: operating since 1 July 2000", "2000-07-01" },
  { "r", "2001", "2006", "Changed: capacity 10\u00a0bcm a year → 20\u00a0bcm a year since 2005",
    "2005" },
  { "r", "2006", "2008-04", "Ended: operating, interrupted since March 2008", "2008-03" },
  { "r", "2008-04", "2009", "Appeared: operating again", "2000-07-01" },
  { "r", "2006", "2011", "Ended: idle since 2010", "2010" },
  { "r", "2011", "2016", "Appeared: operating since 2015", "2015" },
  { "r", "2016", "2018", "Changed: flow reversed since 2017", "2017" },
  { "r", "2003", "2018",
    "Changed: capacity 10\u00a0bcm a year → 20\u00a0bcm a year since 2005; flow reversed since "
    "2017",
    "2017" },
  { "r", "2020", "2025", "As before: retired since about 2020", "2020" },
  { "plan", "1996", "2000", "Ended: cancelled since 1999", "1999" },
};

static void
test_words (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (story_text);

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      JolRoute *route = JOL_ROUTE (jol_story_lookup (story, descriptions[i].id));
      JolDate earlier, later, when;
      g_autofree char *words = NULL;
      g_autofree char *iso = NULL;

      g_assert_true (jol_date_parse (descriptions[i].earlier, &earlier));
      g_assert_true (jol_date_parse (descriptions[i].later, &later));
      words = jol_route_describe_change (route, &earlier, &later, &when);
      iso = jol_date_to_iso (&when);
      g_assert_cmpstr (words, ==, descriptions[i].words);
      g_assert_cmpstr (iso, ==, descriptions[i].when);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/route-change/cases", test_cases);
  g_test_add_func ("/route-change/words", test_words);

  return jol_test_run ();
}
