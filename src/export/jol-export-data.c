/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events as a spreadsheet and as a calendar read them. A calendar knows days only: what is dated by
 * a year or a month is an all-day entry over the whole of it, free of obligation, and says in words
 * how exactly it is dated; never an entry on its first day.
 */
#include "config.h"

#include "jol-export-data.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

/* The seconds that SOURCE_DATE_EPOCH gives, so that the same story can make the same file; or now.
 */
#define EPOCH_VARIABLE "SOURCE_DATE_EPOCH"

static void
append_cell (GString *out, const char *text, gboolean is_last)
{
  if (text && strpbrk (text, ",\"\r\n"))
    {
      g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);

      g_string_append_printf (out, "\"%s\"", doubled);
    }
  else if (text)
    {
      g_string_append (out, text);
    }
  g_string_append_c (out, is_last ? '\n' : ',');
}

static void
append_list (GString *out, const char *const *words, gboolean is_last)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);

  append_cell (out, joined, is_last);
}

void
jol_export_data_write_csv (JolStory *story, GPtrArray *events, const char *language, GString *out)
{
  g_string_append (out, "id,kind,date,end,approx,title,place,place_name,country,participants,"
                        "routes,summary,sources\n");
  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);
      JolEntity *entity = JOL_ENTITY (event);
      const JolDate *date = jol_event_get_date (event);
      const JolDate *end = jol_event_get_end (event);
      const char *place_id = jol_event_get_place_id (event);
      JolEntity *place = place_id ? jol_story_lookup (story, place_id) : NULL;
      g_autofree char *date_text = jol_date_to_iso (date);
      g_autofree char *end_text = jol_date_is_set (end) ? jol_date_to_iso (end) : NULL;

      append_cell (out, jol_entity_get_id (entity), FALSE);
      append_cell (out, jol_event_kind_to_string (jol_event_get_event_kind (event)), FALSE);
      append_cell (out, date_text, FALSE);
      append_cell (out, end_text, FALSE);
      append_cell (out, date->approx || end->approx ? "true" : NULL, FALSE);
      append_cell (out, jol_entity_get_title (entity, language), FALSE);
      append_cell (out, place_id, FALSE);
      append_cell (out, place ? jol_entity_get_title (place, language) : NULL, FALSE);
      append_cell (out, place ? jol_place_get_country (JOL_PLACE (place)) : NULL, FALSE);
      append_list (out, jol_event_get_participants (event), FALSE);
      append_list (out, jol_event_get_route_ids (event), FALSE);
      append_cell (out, jol_entity_get_summary (entity, language), FALSE);
      append_list (out, jol_entity_get_source_ids (entity), TRUE);
    }
}

static struct icaltimetype
make_day (int day_number)
{
  const JolDate date = jol_date_from_day (day_number, JOL_PRECISION_DAY);
  struct icaltimetype day = icaltime_null_date ();

  day.year = date.year;
  day.month = date.month;
  day.day = date.day;
  return day;
}

static struct icaltimetype
get_stamp (void)
{
  const char *epoch = g_getenv (EPOCH_VARIABLE);
  guint64 seconds = 0;

  if (epoch && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return icaltime_from_timet_with_zone ((time_t) seconds, FALSE,
                                          icaltimezone_get_utc_timezone ());

  return icaltime_current_time_with_zone (icaltimezone_get_utc_timezone ());
}

/* A line after an empty one, or the first of all. */
static void
append_paragraph (GString *text, const char *paragraph)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
}

/* Summary, how exactly it is dated, who took part and the sources, a paragraph each. */
static char *
describe (JolStory *story, JolEvent *event, const char *language)
{
  GString *text = g_string_new (jol_entity_get_summary (JOL_ENTITY (event), language));
  const char *const *participants = jol_event_get_participants (event);
  const char *const *source_ids = jol_entity_get_source_ids (JOL_ENTITY (event));
  const JolDate *date = jol_event_get_date (event);

  if (jol_date_get_precision (date) != JOL_PRECISION_DAY || date->approx)
    {
      g_autofree char *dates = jol_event_format_dates (event);
      /* TRANSLATORS: %s is a date as exact as it is known: "about December 2009" */
      g_autofree char *line = g_strdup_printf (_ ("Date: %s"), dates);

      append_paragraph (text, line);
    }
  if (participants[0])
    {
      g_autofree char *joined = g_strjoinv (", ", (char **) participants);
      /* TRANSLATORS: %s is a list of countries, each by its two letters */
      g_autofree char *line = g_strdup_printf (_ ("Participants: %s"), joined);

      append_paragraph (text, line);
    }
  for (guint i = 0; source_ids[i]; i++)
    {
      JolSource *source = JOL_SOURCE (jol_story_lookup (story, source_ids[i]));
      const char *url = jol_source_get_url (source);
      g_autofree char *name = jol_source_format (source, language);
      g_autofree char *line = url ? g_strdup_printf ("%s\n%s", name, url) : g_strdup (name);

      append_paragraph (text, line);
    }

  return g_string_free (text, FALSE);
}

static void
add_place (icalcomponent *component, JolPlace *place, const char *language)
{
  const JolPoint *point = jol_place_get_point (place);

  icalcomponent_add_property (
      component, icalproperty_new_location (jol_entity_get_title (JOL_ENTITY (place), language)));
  icalcomponent_add_property (component, icalproperty_new_geo ((struct icalgeotype){
                                             .lat = point->latitude, .lon = point->longitude }));
}

static icalcomponent *
make_event (JolStory *story, JolEvent *event, const char *language, struct icaltimetype stamp)
{
  icalcomponent *component = icalcomponent_new_vevent ();
  JolEntity *entity = JOL_ENTITY (event);
  const char *place_id = jol_event_get_place_id (event);
  g_autofree char *uid =
      g_strdup_printf ("%s@%s.jol", jol_entity_get_id (entity), jol_story_get_id (story));
  g_autofree char *description = describe (story, event, language);

  icalcomponent_add_property (component, icalproperty_new_uid (uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (
      component, icalproperty_new_dtstart (make_day (jol_event_get_first_day (event))));
  /* The end of a calendar's entry is the day after. */
  icalcomponent_add_property (
      component, icalproperty_new_dtend (make_day (jol_event_get_last_day (event) + 1)));
  icalcomponent_add_property (component,
                              icalproperty_new_summary (jol_entity_get_title (entity, language)));
  icalcomponent_add_property (component, icalproperty_new_categories (jol_event_kind_get_name (
                                             jol_event_get_event_kind (event))));
  icalcomponent_add_property (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (*description)
    icalcomponent_add_property (component, icalproperty_new_description (description));
  if (place_id)
    add_place (component, JOL_PLACE (jol_story_lookup (story, place_id)), language);

  return component;
}

/* libical's own limit: it knows the years up to 3000. */
static gboolean
fits_calendar (JolEvent *event)
{
  return jol_event_get_last_day (event) < JOL_DATE_LAST_DAY &&
         icaltime_is_valid_time (make_day (jol_event_get_last_day (event) + 1));
}

/**
 * jol_export_data_write_icalendar:
 *
 * Returns: how many events are left out, because no calendar goes as far as their date
 */
guint
jol_export_data_write_icalendar (JolStory *story,
                                 GPtrArray *events,
                                 const char *language,
                                 GString *out)
{
  const struct icaltimetype stamp = get_stamp ();
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  guint n_left_out = 0;
  char *text;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Jol//" VERSION "//EN"));
  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);

      if (fits_calendar (event))
        icalcomponent_add_component (calendar, make_event (story, event, language, stamp));
      else
        n_left_out++;
    }

  text = icalcomponent_as_ical_string_r (calendar);
  g_string_append (out, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);

  return n_left_out;
}
