/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-event-words.h"

#include <glib/gi18n.h>

#define MAX_CODES 7

char *
jol_event_words_format_detail (JolEvent *event, JolStory *story)
{
  const char *language = jol_text_get_interface_language ();
  const char *place_id = jol_event_get_place_id (event);
  JolEntity *place = story && place_id ? jol_story_lookup (story, place_id) : NULL;
  const char *const *participants = jol_event_get_participants (event);
  const guint n_participants = g_strv_length ((char **) participants);
  g_autofree char *who = NULL;

  if (n_participants > MAX_CODES)
    who = g_strdup_printf (ngettext ("%u participant", "%u participants", n_participants),
                           n_participants);
  else if (n_participants > 0)
    who = g_strjoinv (" ", (char **) participants);

  if (!place || !who)
    return place ? g_strdup (jol_entity_get_title (place, language)) : g_steal_pointer (&who);

  /* Translators: where an event was, and the countries that took part: "Xi'an · CN KZ KG" */
  return g_strdup_printf (_ ("%1$s · %2$s"), jol_entity_get_title (place, language), who);
}

char *
jol_event_words_format_name (GObject *item)
{
  if (JOL_IS_EVENT (item))
    {
      JolEvent *event = JOL_EVENT (item);
      g_autofree char *dates = jol_event_format_dates (event);
      const char *language = jol_text_get_interface_language ();

      /* Translators: date, kind and title of an event, for a screen reader: "5 July 2022, Incident,
       * Court orders CPC to stop" */
      return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), dates,
                              jol_event_kind_get_name (jol_event_get_event_kind (event)),
                              jol_entity_get_title (JOL_ENTITY (event), language));
    }

  if (JOL_IS_YEAR (item))
    {
      guint n_events = jol_year_get_n_events (JOL_YEAR (item));

      /* Translators: the heading of a year, for a screen reader: "2022, 24 events" */
      return g_strdup_printf (ngettext ("%1$d, %2$u event", "%1$d, %2$u events", n_events),
                              jol_year_get_year (JOL_YEAR (item)), n_events);
    }

  return NULL;
}
