/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-story.h"

#include "jol-story-loader.h"
#include "jol-test-util.h"

#define HEAD                                                                                       \
  "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"small\", \"title\": \"Small\","           \
  " \"language\": \"en\", \"view\": {\"bounds\": [40, 35, 80, 50]},"                               \
  " \"time\": {\"start\": \"1991\", \"end\": \"2025-12-31\", \"now\": \"2010-06\"},"               \
  " \"sources\": [{\"id\": \"book\", \"title\": \"A book\"}],"                                     \
  " \"places\": ["                                                                                 \
  "  {\"id\": \"alpha\", \"kind\": \"city\", \"name\": \"Alpha\", \"at\": [50, 45]},"              \
  "  {\"id\": \"beta\", \"kind\": \"port\", \"name\": \"Beta\", \"at\": [60, 46]},"                \
  "  {\"id\": \"gamma\", \"kind\": \"city\", \"name\": \"Gamma\", \"at\": [70, 40]}],"             \
  " \"routes\": ["                                                                                 \
  "  {\"id\": \"old-line\", \"name\": \"Old line\", \"commodity\": \"oil\","                       \
  "   \"mode\": \"pipeline\", \"stops\": [\"alpha\", \"beta\"],"                                   \
  "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 45], [60, 46]]},"            \
  "   \"status\": [{\"from\": \"1985\", \"is\": \"operating\"}], \"sources\": [\"book\"]},"        \
  "  {\"id\": \"new-line\", \"name\": \"New line\", \"commodity\": \"gas\","                       \
  "   \"mode\": \"pipeline\","                                                                     \
  "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[60, 46], [70, 40]]},"            \
  "   \"status\": [{\"from\": \"2012\", \"is\": \"construction\"},"                                \
  "    {\"from\": \"2014-05-01\", \"is\": \"operating\"}], \"sources\": [\"book\"]}],"

#define TAIL                                                                                       \
  " \"eras\": [{\"from\": \"1991\", \"to\": \"2004\", \"title\": \"Early\"},"                      \
  "  {\"from\": \"2005\", \"to\": \"2025\", \"title\": \"Late\"}],"                                \
  " \"claims\": [{\"id\": \"a-claim\", \"statement\": \"So it is.\", \"verdict\": \"partly\","     \
  "  \"about\": [\"old-line\"], \"sources\": [\"book\"]}],"                                        \
  " \"articles\": ["                                                                               \
  "  {\"id\": \"first\", \"title\": \"First\", \"sections\": ["                                    \
  "   {\"id\": \"one\", \"heading\": \"One\", \"body\": \"Some text.\"},"                          \
  "   {\"id\": \"two\", \"heading\": \"Two\", \"body\": \"More text.\"}]},"                        \
  "  {\"id\": \"second\", \"title\": \"Second\", \"sections\": ["                                  \
  "   {\"id\": \"three\", \"heading\": \"Three\", \"body\": \"Other text.\"}]}],"                  \
  " \"series\": ["                                                                                 \
  "  {\"id\": \"flows\", \"title\": \"Flows\", \"unit\": \"Mt\", \"stack\": ["                     \
  "   {\"id\": \"old-line\", \"name\": \"Old line\", \"values\": ["                                \
  "    {\"year\": 2000, \"value\": 10}, {\"year\": 2001, \"value\": 12, \"quality\": "             \
  "\"estimated\"},"                                                                                \
  "    {\"year\": 2003, \"value\": 8}, {\"year\": 2004, \"value\": 20, \"quality\": "              \
  "\"planned\"}]},"                                                                                \
  "   {\"id\": \"new-line\", \"name\": \"New line\", \"values\": ["                                \
  "    {\"year\": 2001, \"value\": 6}, {\"year\": 2003, \"value\": 4},"                            \
  "    {\"year\": 2005, \"value\": 5}]}]},"                                                        \
  "  {\"id\": \"other\", \"title\": \"Other\", \"unit\": \"bcm\", \"stack\": ["                    \
  "   {\"id\": \"all\", \"name\": \"All\", \"values\": [{\"year\": 2010, \"value\": 1}]}]}]}"

JolStory *
jol_test_load_story (const char *json)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "story.jol.json", NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  JolStory *story;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  story = jol_story_load (path, problems, NULL, &error);
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *text = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_no_error (error);
  g_assert_nonnull (story);
  jol_test_remove_folder (folder);
  return story;
}

JolStory *
jol_test_load_small_story (void)
{
  return jol_test_load_story (
      HEAD
      " \"events\": ["
      "  {\"id\": \"in-2009\", \"kind\": \"statement\", \"date\": \"2009\", \"title\": \"Said\"},"
      "  {\"id\": \"jan-2009\", \"kind\": \"summit\", \"date\": \"2009-01-15\", \"place\": "
      "\"alpha\","
      "   \"title\": \"Met at Alpha\"},"
      "  {\"id\": \"dec-2009\", \"kind\": \"pipeline\", \"date\": \"2009-12-14\","
      "   \"end\": \"2009-12-16\", \"title\": \"Opened\", \"routes\": [\"old-line\"]},"
      "  {\"id\": \"jun-2010\", \"kind\": \"incident\", \"date\": \"2010-06-01\", \"title\": "
      "\"Broke\","
      "   \"routes\": [\"old-line\"], \"place\": \"alpha\"},"
      "  {\"id\": \"may-2014\", \"kind\": \"pipeline\", \"date\": \"2014-05-01\", \"title\": "
      "\"Began\","
      "   \"routes\": [\"new-line\"]},"
      "  {\"id\": \"jul-2022\", \"kind\": \"incident\", \"date\": \"2022-07-05\", \"title\": "
      "\"Stopped\","
      "   \"routes\": [\"old-line\"]}]," TAIL);
}

static void
append_random_event (GString *json, guint i)
{
  int year = g_test_rand_int_range (1991, 2026);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, 29);
  JolEventKind kind = (JolEventKind) g_test_rand_int_range (0, JOL_N_EVENT_KINDS);
  g_autofree char *date = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      date = g_strdup_printf ("%04d", year);
      break;
    case 1:
      date = g_strdup_printf ("%04d-%02d", year, month);
      break;
    case 2: /* a crowd on one day */
      date = g_strdup ("2001-10-13");
      break;
    default:
      date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  g_string_append_printf (json,
                          "%s{\"id\": \"event-%u\", \"kind\": \"%s\", \"date\": \"%s\","
                          " \"title\": \"Event %u\"",
                          i == 0 ? "" : ", ", i, jol_event_kind_to_string (kind), date, i);
  if (g_test_rand_int_range (0, 3) == 0)
    g_string_append (json, ", \"place\": \"alpha\"");
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append (json, ", \"routes\": [\"old-line\"]");
  g_string_append_c (json, '}');
}

JolStory *
jol_test_load_random_story (guint n_events)
{
  g_autoptr (GString) json = g_string_new (HEAD " \"events\": [");

  for (guint i = 0; i < n_events; i++)
    append_random_event (json, i);
  g_string_append (json, "]," TAIL);
  return jol_test_load_story (json->str);
}
