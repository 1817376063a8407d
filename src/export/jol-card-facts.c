/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the card in the window says of a thing, as text for paper. */
#include "config.h"

#include "jol-card-facts.h"

#include "jol-country.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

static void
clear_fact (gpointer data)
{
  JolCardFact *fact = data;

  g_free (fact->caption);
  g_free (fact->value);
  g_free (fact->note);
}

static GArray *
new_facts (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (JolCardFact));

  g_array_set_clear_func (facts, clear_fact);
  return facts;
}

/* Takes @value; leaves out what is empty. */
static void
add_fact (GArray *facts, const char *caption, char *value, const char *note)
{
  JolCardFact fact = { g_strdup (caption), value, g_strdup (note) };

  if (value && *value)
    g_array_append_val (facts, fact);
  else
    clear_fact (&fact);
}

static char *
join_titles (JolStory *story, const char *const *ids, const char *between, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      JolEntity *entity = jol_story_lookup (story, ids[i]);
      const char *name = entity ? jol_entity_get_title (entity, language)
                                : jol_country_get_name (ids[i], language);

      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", name);
    }
  return g_string_free (text, FALSE);
}

static char *
join_countries (const char *const *codes, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i]; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            jol_country_get_name (codes[i], language));
  return g_string_free (text, FALSE);
}

/* Those who own it at the date, with their shares, each in a line. */
static char *
format_owners (JolRoute *route, const JolDate *date)
{
  GString *text = g_string_new (NULL);
  guint n;
  const JolOwner *owners = jol_route_get_owners (route, &n);

  for (guint i = 0; i < n; i++)
    {
      const JolOwner *owner = &owners[i];

      if ((jol_date_is_set (&owner->from) &&
           jol_date_first_day (&owner->from) > jol_date_last_day (date)) ||
          (jol_date_is_set (&owner->to) &&
           jol_date_last_day (&owner->to) < jol_date_first_day (date)))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", owner->name);
      if (owner->share_percent >= 0)
        {
          g_autofree char *share = jol_quantity_format (owner->share_percent, "%");

          g_string_append_printf (text, "\u00a0%s", share);
        }
    }
  return g_string_free (text, FALSE);
}

static void
add_route (GArray *facts,
           JolStory *story,
           JolRoute *route,
           const JolDate *date,
           const char *language)
{
  const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, date);
  const JolThroughput *carried = jol_route_get_throughput_at (route, date);
  const JolInterruption *stop = jol_route_get_interruption_at (route, date);
  const double length_km = jol_route_get_length_km (route);

  if (stop)
    add_fact (facts, _ ("Interrupted"), jol_date_format_range (&stop->span.from, &stop->span.to),
              jol_text_get (stop->note, language));
  if (capacity)
    {
      g_autofree char *amount = jol_quantity_format (capacity->value, capacity->unit);
      g_autofree char *since = jol_date_format_since (&capacity->from);

      add_fact (facts, _ ("Capacity"),
                /* Translators: a capacity and since when: "67 Mt a year, since April 2018" */
                g_strdup_printf (C_ ("capacity", "%1$s, %2$s"), amount, since),
                jol_text_get (capacity->note, language));
    }
  if (carried)
    {
      g_autofree char *amount = jol_throughput_format (carried);

      add_fact (facts, _ ("Carried"),
                /* Translators: how much was carried in a year: "58.7 Mt in 2022" */
                g_strdup_printf (_ ("%1$s in %2$d"), amount, carried->year),
                jol_text_get (carried->note, language));
    }
  add_fact (facts, _ ("Route"),
            join_titles (story, jol_route_get_stop_ids (route), " – ", language), NULL);
  if (length_km > 0.0)
    add_fact (facts, _ ("Length"), jol_quantity_format (length_km, "km"), NULL);
  add_fact (facts, _ ("Owners"), format_owners (route, date), NULL);
  add_fact (facts, _ ("Operator"), g_strdup (jol_route_get_operator (route)), NULL);
  if (jol_route_get_outlet (route) != JOL_OUTLET_NONE)
    add_fact (facts, _ ("Outlet"), g_strdup (jol_outlet_get_label (jol_route_get_outlet (route))),
              NULL);
}

/* How many summits it has seen, in the time whose summits the map counts. */
static void
add_place (GArray *facts, JolSession *session, JolPlace *place, const char *language)
{
  JolStory *story = jol_session_get_story (session);
  const JolDate *date = jol_session_get_date (session);
  const char *id = jol_entity_get_id (JOL_ENTITY (place));
  const guint n_summits = jol_story_count_summits_until (story, id, date);
  g_autofree char *when = jol_date_format (date);
  g_autoptr (GString) routes = g_string_new (NULL);
  guint n;
  JolRoute *const *all = jol_story_get_routes (story, &n);

  if (n_summits > 0)
    add_fact (facts, _ ("Summits"),
              /* Translators: how many summits were held in a city until a date */
              g_strdup_printf (ngettext ("%1$u until %2$s", "%1$u until %2$s", n_summits),
                               n_summits, when),
              NULL);
  for (guint i = 0; i < n; i++)
    if (g_strv_contains (jol_route_get_stop_ids (all[i]), id))
      g_string_append_printf (routes, "%s%s", routes->len > 0 ? "; " : "",
                              jol_entity_get_title (JOL_ENTITY (all[i]), language));
  add_fact (facts, _ ("Routes"), g_strdup (routes->str), NULL);
}

GArray *
jol_card_list_facts (JolSession *session, JolEntity *entity, const char *language)
{
  GArray *facts = new_facts ();
  JolStory *story = jol_session_get_story (session);

  if (JOL_IS_ROUTE (entity))
    {
      add_route (facts, story, JOL_ROUTE (entity), jol_session_get_date (session), language);
    }
  else if (JOL_IS_PLACE (entity))
    {
      add_place (facts, session, JOL_PLACE (entity), language);
    }
  else if (JOL_IS_EVENT (entity))
    {
      JolEvent *event = JOL_EVENT (entity);
      const char *place[] = { jol_event_get_place_id (event), NULL };

      add_fact (facts, _ ("When"), jol_event_format_dates (event), NULL);
      add_fact (facts, _ ("Where"), join_titles (story, place, ", ", language), NULL);
      add_fact (facts, _ ("Taking part"),
                join_countries (jol_event_get_participants (event), language), NULL);
      add_fact (facts, _ ("Routes"),
                join_titles (story, jol_event_get_route_ids (event), "; ", language), NULL);
    }
  else if (JOL_IS_CLAIM (entity))
    {
      add_fact (facts, _ ("Evidence"), jol_date_format (jol_claim_get_date (JOL_CLAIM (entity))),
                NULL);
      add_fact (facts, _ ("About"),
                join_titles (story, jol_claim_get_about (JOL_CLAIM (entity)), "; ", language),
                NULL);
    }

  return facts;
}

static void
add_history (GArray *facts, const JolHistory *history, gboolean is_status, const char *language)
{
  for (guint i = 0; history && i < jol_history_get_size (history); i++)
    {
      const JolHistoryEntry *entry = jol_history_get (history, i);
      g_autofree char *when = jol_date_format (&entry->from);

      add_fact (facts, when,
                is_status ? g_strdup (jol_status_get_label ((JolStatus) entry->code))
                          : jol_quantity_format (entry->value, entry->unit),
                jol_text_get (entry->note, language));
    }
}

GArray *
jol_card_list_history (JolEntity *entity, const char *language)
{
  GArray *facts = new_facts ();
  guint n;
  const JolInterruption *stops;

  if (!JOL_IS_ROUTE (entity))
    return facts;

  add_history (facts, jol_route_get_status_history (JOL_ROUTE (entity)), TRUE, language);
  add_history (facts, jol_route_get_capacity_history (JOL_ROUTE (entity)), FALSE, language);
  stops = jol_route_get_interruptions (JOL_ROUTE (entity), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *when = jol_date_is_set (&stops[i].span.to)
                                  ? jol_date_format_range (&stops[i].span.from, &stops[i].span.to)
                                  : jol_date_format_since (&stops[i].span.from);

      add_fact (facts, when, g_strdup (_ ("Interrupted")), jol_text_get (stops[i].note, language));
    }

  return facts;
}

static void
add_ids (GPtrArray *ids, const char *const *more)
{
  for (guint i = 0; more && more[i]; i++)
    if (!g_ptr_array_find_with_equal_func (ids, more[i], g_str_equal, NULL))
      g_ptr_array_add (ids, (gpointer) more[i]);
}

GPtrArray *
jol_card_list_sources (JolEntity *entity)
{
  GPtrArray *ids = g_ptr_array_new ();

  add_ids (ids, jol_entity_get_source_ids (entity));
  if (JOL_IS_ROUTE (entity))
    {
      JolRoute *route = JOL_ROUTE (entity);
      const JolHistory *histories[] = { jol_route_get_status_history (route),
                                        jol_route_get_capacity_history (route),
                                        jol_route_get_direction_history (route) };
      guint n;
      const JolThroughput *figures = jol_route_get_throughput (route, &n);

      for (guint i = 0; i < G_N_ELEMENTS (histories); i++)
        for (guint k = 0; histories[i] && k < jol_history_get_size (histories[i]); k++)
          add_ids (ids, (const char *const *) jol_history_get (histories[i], k)->sources);
      for (guint i = 0; i < n; i++)
        add_ids (ids, (const char *const *) figures[i].sources);
    }
  g_ptr_array_add (ids, NULL);

  return ids;
}
