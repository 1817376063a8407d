/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map-words.h"

#include "jol-basemap.h"
#include "jol-country.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

#define MAX_MEMBERS 5 /* of a cluster, in a tip */

static char *
begin_with_capital (const char *text)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
describe_route (JolRoute *route, const JolDate *date, GPtrArray *lines)
{
  const char *carrier =
      jol_map_words_get_carrier (jol_route_get_commodity (route), jol_route_get_mode (route));
  const JolStatus status = jol_route_get_status_at (route, date);
  const char *word = jol_status_get_label (status);
  const JolHistoryEntry *entry = jol_history_at (jol_route_get_status_history (route), date);
  const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, date);
  const JolThroughput *carried = jol_route_get_throughput_at (route, date);
  g_autofree char *interrupted = NULL;
  g_autofree char *text = NULL;

  if (status == JOL_STATUS_OPERATING && jol_route_get_interruption_at (route, date))
    word = interrupted = g_strdup_printf (_ ("%s, interrupted"), word);
  /* Translators: what a route is and its status: "oil pipeline, operating" */
  text = g_strdup_printf (C_ ("map", "%1$s, %2$s"), carrier, word);
  g_ptr_array_add (lines, begin_with_capital (text));

  if (entry)
    {
      g_autofree char *since = jol_date_format_since (&entry->from);

      g_ptr_array_add (lines, begin_with_capital (since));
    }
  if (capacity)
    {
      g_autofree char *amount = jol_quantity_format (capacity->value, capacity->unit);

      /* Translators: %s is a figure with its unit: "Capacity 67 Mt a year" */
      g_ptr_array_add (lines, g_strdup_printf (_ ("Capacity %s"), amount));
    }
  if (carried)
    {
      g_autofree char *amount = jol_throughput_format (carried);

      /* Translators: how much a route carried in a year: "Carried 58.7 Mt in 2022" */
      g_ptr_array_add (lines, g_strdup_printf (_ ("Carried %1$s in %2$d"), amount, carried->year));
    }
}

static void
describe_place (JolStory *story,
                JolPlace *place,
                const JolDate *date,
                const char *language,
                GPtrArray *lines)
{
  const char *kind = jol_place_kind_get_label (jol_place_get_place_kind (place));
  const char *country = jol_place_get_country (place);
  const char *id = jol_entity_get_id (JOL_ENTITY (place));
  const GPtrArray *events = jol_story_get_events_about (story, id);
  const int today = jol_date_last_day (date);
  guint n = 0;

  g_ptr_array_add (lines, country ? g_strdup_printf (C_ ("place", "%1$s · %2$s"), kind,
                                                     jol_country_get_name (country, language))
                                  : g_strdup (kind));
  for (guint i = 0; i < events->len; i++)
    n += jol_event_get_first_day (g_ptr_array_index (events, i)) <= today;
  if (n > 0)
    {
      g_autofree char *when = jol_date_format (date);

      /* Translators: how many events took place somewhere until a date: "12 events until May 2023"
       */
      g_ptr_array_add (
          lines, g_strdup_printf (ngettext ("%1$u event until %2$s", "%1$u events until %2$s", n),
                                  n, when));
    }
}

const char *
jol_map_words_get_carrier (JolCommodity commodity, JolMode mode)
{
  const gboolean is_oil = commodity == JOL_COMMODITY_OIL;

  switch (mode)
    {
    case JOL_MODE_TANKER:
      return is_oil ? _ ("oil tanker line") : _ ("gas tanker line");
    case JOL_MODE_RAIL:
      return is_oil ? _ ("oil by rail") : _ ("gas by rail");
    case JOL_MODE_PIPELINE:
    default:
      return is_oil ? _ ("oil pipeline") : _ ("gas pipeline");
    }
}

char **
jol_map_words_describe (JolStory *story,
                        JolEntity *entity,
                        const JolDate *date,
                        const char *language)
{
  GPtrArray *lines = g_ptr_array_new ();

  if (JOL_IS_ROUTE (entity))
    describe_route (JOL_ROUTE (entity), date, lines);
  else if (JOL_IS_PLACE (entity))
    describe_place (story, JOL_PLACE (entity), date, language, lines);

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

char **
jol_map_words_describe_cluster (const JolScenePlaceMark *cluster, char **name_out)
{
  /* One more is as long as "and 1 more". */
  const guint n = cluster->n_members <= MAX_MEMBERS + 1 ? cluster->n_members : (guint) MAX_MEMBERS;
  GPtrArray *lines = g_ptr_array_new ();

  *name_out = g_strdup_printf (
      /* Translators: places that share one mark on the map */
      ngettext ("%u place close together", "%u places close together", cluster->n_members),
      cluster->n_members);
  for (guint i = 0; i < n; i++)
    {
      const JolSceneMember *member = &cluster->members[i];

      if (member->n_summits > 0)
        /* Translators: a place and how many summits were held there: "Almaty, 3 summits" */
        g_ptr_array_add (lines, g_strdup_printf (ngettext ("%1$s, %2$u summit",
                                                           "%1$s, %2$u summits", member->n_summits),
                                                 member->title, member->n_summits));
      else
        g_ptr_array_add (lines, g_strdup (member->title));
    }
  if (n < cluster->n_members)
    g_ptr_array_add (
        lines, g_strdup_printf (ngettext ("and %u more", "and %u more", cluster->n_members - n),
                                cluster->n_members - n));

  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

const char *
jol_map_words_find_land (const JolWorldPoint *at, const char *language)
{
  JolBasemap *basemap = jol_basemap_get_default ();
  g_autoptr (JolBasemapLevel) level = NULL;
  const JolBasemapFeature *lake, *country;

  /* The finest that is there: reading the finest one takes longer than a click may. Names are kept
   * by the base map for good. */
  for (int detail = JOL_BASEMAP_10M; !level && detail >= JOL_BASEMAP_110M; detail--)
    level = jol_basemap_lookup_level (basemap, (JolBasemapDetail) detail);
  if (!level)
    level = jol_basemap_load_level (basemap, JOL_BASEMAP_110M, NULL);
  if (!level)
    return NULL;

  lake = jol_basemap_level_find (level, JOL_LAYER_LAKES, at->x, at->y);
  if (lake && lake->name)
    return jol_basemap_pick_name (lake->name, language);

  country = jol_basemap_level_find (level, JOL_LAYER_COUNTRIES, at->x, at->y);
  return country && *country->a2 ? jol_country_get_name (country->a2, language) : NULL;
}
