/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-data.h"

#include "jol-story-loader.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

#include <libical/ical.h>

/* Each event with what a careless writer would break. */
static const char hostile_story[] =
    "{ \"format\": \"jol-story\", \"version\": 1, \"id\": \"t\", \"title\": \"T\","
    " \"places\": [{\"id\": \"p\", \"kind\": \"city\", \"name\": \"A; b, c\", \"country\": \"KZ\","
    "   \"at\": [76.5, 43.25]}],"
    " \"events\": ["
    "  {\"id\": \"day\", \"kind\": \"summit\", \"date\": \"2023-05-18\", \"end\": \"2023-05-19\","
    "   \"title\": \"He said \\\"no\\\", twice\", \"place\": \"p\","
    "   \"participants\": [\"KZ\", \"CN\"]},"
    "  {\"id\": \"month\", \"kind\": \"visit\", \"date\": \"2023-02\","
    "   \"title\": \"END:VEVENT\\nBEGIN:VEVENT\", \"summary\": \"One\\r\\nTwo\"},"
    "  {\"id\": \"year\", \"kind\": \"economy\", \"date\": \"2024\", \"title\": \"Жыл\"},"
    "  {\"id\": \"end\", \"kind\": \"economy\", \"date\": \"9999-12-31\", \"title\": \"The last\"}"
    " ] }";

static GPtrArray *
list_events (JolStory *story)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  JolEvent *const *events = jol_story_get_events (story, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, events[i]);

  return list;
}

/* A calendar program reads it: @story as one, through libical's reader. */
static icalcomponent *
read_calendar (JolStory *story, guint *n_left_out)
{
  g_autoptr (GPtrArray) events = list_events (story);
  g_autoptr (GString) text = g_string_new (NULL);
  icalcomponent *calendar;

  *n_left_out = jol_export_data_write_icalendar (story, events, "en", text);
  g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
  calendar = icalcomponent_new_from_string (text->str);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==,
                   (int) (events->len - *n_left_out));

  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *uid)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_str_equal (icalcomponent_get_uid (event), uid))
      return event;

  g_error ("no event %s", uid);
}

static void
assert_days (icalcomponent *event, const char *first, const char *after_last)
{
  const struct icaltimetype start = icalcomponent_get_dtstart (event);
  const struct icaltimetype end = icalcomponent_get_dtend (event);

  g_assert_true (start.is_date && end.is_date);
  g_assert_cmpstr (icaltime_as_ical_string (start), ==, first);
  g_assert_cmpstr (icaltime_as_ical_string (end), ==, after_last);
}

static void
test_icalendar (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (hostile_story);
  guint n_left_out;
  icalcomponent *calendar = read_calendar (story, &n_left_out);
  icalcomponent *event = find_event (calendar, "day@t.jol");

  assert_days (event, "20230518", "20230520");
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "He said \"no\", twice");
  g_assert_cmpstr (icalcomponent_get_location (event), ==, "A; b, c");
  g_assert_cmpstr (icalcomponent_get_description (event), ==, "Participants: KZ, CN");

  /* A whole month, a whole year: neither begins and ends on its first day. */
  event = find_event (calendar, "month@t.jol");
  assert_days (event, "20230201", "20230301");
  g_assert_nonnull (
      g_strstr_len (icalcomponent_get_description (event), -1, "Date: February 2023"));
  event = find_event (calendar, "year@t.jol");
  assert_days (event, "20240101", "20250101");
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Жыл");
  g_assert_cmpuint (n_left_out, ==, 1);
  icalcomponent_free (calendar);
}

static void
test_bundled (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  guint n_left_out;

  icalcomponent_free (read_calendar (story, &n_left_out));
  g_assert_cmpuint (n_left_out, ==, 0);
}

static void
test_reproducible (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (GPtrArray) events = list_events (story);
  g_autoptr (GString) text = g_string_new (NULL);

  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  jol_export_data_write_icalendar (story, events, "en", text);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_nonnull (strstr (text->str, "DTSTAMP:19700102T000000Z"));
}

static void
test_csv (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (hostile_story);
  g_autoptr (GPtrArray) events = list_events (story);
  g_autoptr (GString) text = g_string_new (NULL);

  jol_export_data_write_csv (story, events, "en", text);
  g_assert_cmpstr (text->str, ==,
                   "id,kind,date,end,approx,title,place,place_name,country,participants,routes,"
                   "summary,sources\n"
                   "month,visit,2023-02,,,\"END:VEVENT\nBEGIN:VEVENT\",,,,,,\"One\r\nTwo\",\n"
                   "day,summit,2023-05-18,2023-05-19,,\"He said \"\"no\"\", twice\",p,\"A; b, c\","
                   "KZ,KZ CN,,,\n"
                   "year,economy,2024,,,Жыл,,,,,,,\n"
                   "end,economy,9999-12-31,,,The last,,,,,,,\n");
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/export-data/icalendar", test_icalendar);
  g_test_add_func ("/export-data/bundled", test_bundled);
  g_test_add_func ("/export-data/reproducible", test_reproducible);
  g_test_add_func ("/export-data/csv", test_csv);

  return jol_test_run ();
}
