/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-filter.h"

static const char *const map_words[] = {
  [JOL_MAP_OIL] = "oil",
  [JOL_MAP_GAS] = "gas",
  [JOL_MAP_OPERATING] = "operating",
  [JOL_MAP_CONSTRUCTION] = "construction",
  [JOL_MAP_PROPOSED] = "proposed",
  [JOL_MAP_IDLE] = "idle",
  [JOL_MAP_TANKER] = "tanker",
  [JOL_MAP_RAIL] = "rail",
  [JOL_MAP_SUMMIT_CITIES] = "summit-cities",
  [JOL_MAP_CITIES] = "cities",
  [JOL_MAP_CAPITALS] = "capitals",
  [JOL_MAP_PORTS] = "ports",
  [JOL_MAP_FIELDS] = "fields",
  [JOL_MAP_REFINERIES] = "refineries",
  [JOL_MAP_BORDER_CROSSINGS] = "border-crossings",
  [JOL_MAP_STATIONS] = "stations",
  [JOL_MAP_SITES] = "sites",
  [JOL_MAP_APPEARED] = "appeared",
  [JOL_MAP_ENDED] = "ended",
  [JOL_MAP_CHANGED] = "changed",
  [JOL_MAP_SAME] = "as-before",
};

G_STATIC_ASSERT (G_N_ELEMENTS (map_words) == JOL_N_MAP_KINDS);
G_STATIC_ASSERT (JOL_N_EVENT_KINDS + JOL_N_MAP_KINDS < 8 * sizeof (JolFilter));

static JolFilter
get_map_bit (JolMapKind kind)
{
  return 1u << (JOL_N_EVENT_KINDS + kind);
}

/* The bit of a word, or 0. */
static JolFilter
parse_word (const char *word)
{
  JolEventKind kind;

  if (jol_event_kind_from_string (word, &kind))
    return 1u << kind;
  for (JolMapKind i = 0; i < JOL_N_MAP_KINDS; i++)
    if (g_str_equal (map_words[i], word))
      return get_map_bit (i);

  return 0;
}

static void
append_word (GString *text, const char *word)
{
  if (text->len > 0)
    g_string_append_c (text, ',');
  g_string_append (text, word);
}

gboolean
jol_filter_hides (JolFilter self, JolEventKind kind)
{
  return (self & (1u << kind)) != 0;
}

JolFilter
jol_filter_toggle (JolFilter self, JolEventKind kind)
{
  return self ^ (1u << kind);
}

gboolean
jol_filter_hides_on_map (JolFilter self, JolMapKind kind)
{
  return (self & get_map_bit (kind)) != 0;
}

JolFilter
jol_filter_toggle_on_map (JolFilter self, JolMapKind kind)
{
  return self ^ get_map_bit (kind);
}

/**
 * jol_filter_parse:
 * @text: words of kinds of events and of what the map shows, with commas between, spaces allowed;
 * "" hides none
 *
 * Returns: FALSE, and @filter_out as it was, when a word is not a kind
 */
gboolean
jol_filter_parse (const char *text, JolFilter *filter_out)
{
  g_auto (GStrv) words = NULL;
  JolFilter filter = 0;

  g_return_val_if_fail (text, FALSE);

  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i]; i++)
    {
      const char *word = g_strstrip (words[i]);
      JolFilter bit;

      if (*word == '\0' && !words[1])
        break;
      bit = parse_word (word);
      if (bit == 0)
        return FALSE;

      filter |= bit;
    }

  *filter_out = filter;
  return TRUE;
}

char *
jol_filter_to_string (JolFilter self)
{
  GString *text = g_string_new (NULL);

  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    if (jol_filter_hides (self, kind))
      append_word (text, jol_event_kind_to_string (kind));
  for (JolMapKind kind = 0; kind < JOL_N_MAP_KINDS; kind++)
    if (jol_filter_hides_on_map (self, kind))
      append_word (text, map_words[kind]);

  return g_string_free (text, FALSE);
}

const char *
jol_map_kind_to_string (JolMapKind kind)
{
  g_return_val_if_fail (kind < JOL_N_MAP_KINDS, NULL);

  return map_words[kind];
}

/**
 * jol_map_kinds_of_route:
 * @kinds_out: (out): of what kinds such a route is; hidden with any of them
 *
 * Returns: how many, at most %JOL_MAX_ROUTE_MAP_KINDS
 */
guint
jol_map_kinds_of_route (JolCommodity commodity,
                        JolStatus status,
                        JolMode mode,
                        JolMapKind kinds_out[JOL_MAX_ROUTE_MAP_KINDS])
{
  guint n = 0;

  kinds_out[n++] = commodity == JOL_COMMODITY_OIL ? JOL_MAP_OIL : JOL_MAP_GAS;
  switch (status)
    {
    case JOL_STATUS_OPERATING:
      kinds_out[n++] = JOL_MAP_OPERATING;
      break;
    case JOL_STATUS_CONSTRUCTION:
      kinds_out[n++] = JOL_MAP_CONSTRUCTION;
      break;
    case JOL_STATUS_PROPOSED:
      kinds_out[n++] = JOL_MAP_PROPOSED;
      break;
    case JOL_STATUS_IDLE:
    case JOL_STATUS_RETIRED:
      kinds_out[n++] = JOL_MAP_IDLE;
      break;
    case JOL_STATUS_ABSENT:
    case JOL_STATUS_CANCELLED:
    default:
      break;
    }
  if (mode == JOL_MODE_TANKER)
    kinds_out[n++] = JOL_MAP_TANKER;
  else if (mode == JOL_MODE_RAIL)
    kinds_out[n++] = JOL_MAP_RAIL;

  return n;
}

JolMapKind
jol_map_kind_of_change (JolRouteChange change)
{
  static const JolMapKind kinds[JOL_N_ROUTE_CHANGES] = {
    [JOL_ROUTE_SAME] = JOL_MAP_SAME,
    [JOL_ROUTE_APPEARED] = JOL_MAP_APPEARED,
    [JOL_ROUTE_ENDED] = JOL_MAP_ENDED,
    [JOL_ROUTE_CHANGED] = JOL_MAP_CHANGED,
  };

  g_return_val_if_fail (change < JOL_N_ROUTE_CHANGES, JOL_MAP_SAME);

  return kinds[change];
}

static guint
list_kinds (JolRoute *route, JolStatus status)
{
  JolMapKind kinds[JOL_MAX_ROUTE_MAP_KINDS];
  const guint n = jol_map_kinds_of_route (jol_route_get_commodity (route), status,
                                          jol_route_get_mode (route), kinds);
  guint bits = 0;

  for (guint i = 0; i < n; i++)
    bits |= 1u << kinds[i];
  return bits;
}

guint
jol_map_kinds_of_history (JolRoute *route)
{
  const JolHistory *history = jol_route_get_status_history (route);
  guint n_interruptions, bits = 0;

  for (guint i = 0; i < jol_history_get_size (history); i++)
    bits |= list_kinds (route, (JolStatus) jol_history_get (history, i)->code);
  /* A route that stands still for a while looks idle. */
  jol_route_get_interruptions (route, &n_interruptions);
  if (n_interruptions > 0)
    bits |= list_kinds (route, JOL_STATUS_IDLE);

  return bits;
}

guint
jol_map_kinds_of_story (JolStory *story)
{
  guint n_routes, n_events, bits = 0;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  JolEvent *const *events = jol_story_get_events (story, &n_events);

  for (guint i = 0; i < n_routes; i++)
    bits |= jol_map_kinds_of_history (routes[i]);
  for (guint i = 0; i < n_events && !(bits & 1u << JOL_MAP_SUMMIT_CITIES); i++)
    if (jol_event_get_event_kind (events[i]) == JOL_EVENT_SUMMIT)
      bits |= 1u << JOL_MAP_SUMMIT_CITIES;

  return bits;
}

JolMapKind
jol_map_kind_of_place (JolPlaceKind kind)
{
  switch (kind)
    {
    case JOL_PLACE_CAPITAL:
      return JOL_MAP_CAPITALS;
    case JOL_PLACE_SUMMIT_CITY:
      return JOL_MAP_SUMMIT_CITIES;
    case JOL_PLACE_PORT:
      return JOL_MAP_PORTS;
    case JOL_PLACE_FIELD:
      return JOL_MAP_FIELDS;
    case JOL_PLACE_REFINERY:
      return JOL_MAP_REFINERIES;
    case JOL_PLACE_BORDER:
      return JOL_MAP_BORDER_CROSSINGS;
    case JOL_PLACE_STATION:
      return JOL_MAP_STATIONS;
    case JOL_PLACE_SITE:
      return JOL_MAP_SITES;
    case JOL_PLACE_CITY:
    default:
      return JOL_MAP_CITIES;
    }
}
