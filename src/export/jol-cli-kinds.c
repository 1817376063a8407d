/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What jol list can list: one table of the kinds, with what each can be asked for and what its row
 * shows. The words of a row are those of the story format, because they are what the options take.
 */
#include "config.h"

#include "jol-cli-kinds.h"
#include "jol-cli-story.h"

#include "jol-unit.h"
#include "jol-words.h"

#include <glib/gi18n.h>

static gboolean
overlaps (const JolCliQuery *query, int first_day, int last_day)
{
  const JolDate *from = &query->time.from, *to = &query->time.to;

  return (!jol_date_is_set (from) || last_day >= jol_date_first_day (from)) &&
         (!jol_date_is_set (to) || first_day <= jol_date_last_day (to));
}

static gboolean
has_time (const JolCliQuery *query)
{
  return jol_date_is_set (&query->time.from) || jol_date_is_set (&query->time.to);
}

/* What has no date is in no span. */
static gboolean
overlaps_date (const JolCliQuery *query, const JolDate *date)
{
  if (!has_time (query))
    return TRUE;

  return jol_date_is_set (date) &&
         overlaps (query, jol_date_first_day (date), jol_date_last_day (date));
}

static gboolean
is_kind (const JolCliQuery *query, const char *word)
{
  return !query->kind || g_str_equal (query->kind, word);
}

/* Of a place, a route, or by its place an event. */
static gboolean
is_in_country (JolStory *story, const char *id, const char *country)
{
  JolEntity *entity = id ? jol_story_lookup (story, id) : NULL;

  if (JOL_IS_PLACE (entity))
    return g_strcmp0 (jol_place_get_country (JOL_PLACE (entity)), country) == 0;
  if (JOL_IS_ROUTE (entity))
    return jol_route_touches_country (JOL_ROUTE (entity), country);

  return JOL_IS_EVENT (entity) &&
         (g_strv_contains (jol_event_get_participants (JOL_EVENT (entity)), country) ||
          is_in_country (story, jol_event_get_place_id (JOL_EVENT (entity)), country));
}

static gboolean
matches_country (JolEntity *entity, const JolCliQuery *query)
{
  return !query->country ||
         is_in_country (query->story, jol_entity_get_id (entity), query->country);
}

/* A route is there from its first entry, and until it is retired or given up. */
static gboolean
overlaps_route (JolRoute *route, const JolCliQuery *query)
{
  const JolHistory *history = jol_route_get_status_history (route);
  guint n = jol_history_get_size (history);
  const JolHistoryEntry *last;
  gboolean has_ended;

  if (!has_time (query))
    return TRUE;
  if (!n)
    return FALSE;

  last = jol_history_get (history, n - 1);
  has_ended = last->code == JOL_STATUS_RETIRED || last->code == JOL_STATUS_CANCELLED;
  return overlaps (query, jol_date_first_day (&jol_history_get (history, 0)->from),
                   has_ended ? jol_date_last_day (&last->from) : JOL_DATE_LAST_DAY);
}

static gboolean
matches_route (JolEntity *entity, const JolCliQuery *query)
{
  JolRoute *route = JOL_ROUTE (entity);
  JolStatus status = jol_route_get_status_at (route, &query->date);

  if (query->is_at_date && status == JOL_STATUS_ABSENT)
    return FALSE;

  return (!query->status || g_str_equal (query->status, jol_status_to_string (status))) &&
         (is_kind (query, jol_commodity_to_string (jol_route_get_commodity (route))) ||
          is_kind (query, jol_mode_to_string (jol_route_get_mode (route)))) &&
         matches_country (entity, query) && overlaps_route (route, query);
}

static void
add_route_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  JolRoute *route = JOL_ROUTE (entity);
  JolStatus status = jol_route_get_status_at (route, &query->date);
  const JolHistoryEntry *capacity = jol_route_get_capacity_at (route, &query->date);
  g_autofree char *amount = capacity ? jol_quantity_format (capacity->value, capacity->unit) : NULL;

  jol_cli_table_add (table, jol_commodity_to_string (jol_route_get_commodity (route)));
  jol_cli_table_add (table, jol_mode_to_string (jol_route_get_mode (route)));
  jol_cli_table_add (table, status == JOL_STATUS_ABSENT ? "–" : jol_status_to_string (status));
  jol_cli_table_add (table, amount);
}

static gboolean
matches_event (JolEntity *entity, const JolCliQuery *query)
{
  JolEvent *event = JOL_EVENT (entity);

  return is_kind (query, jol_event_kind_to_string (jol_event_get_event_kind (event))) &&
         overlaps (query, jol_event_get_first_day (event), jol_event_get_last_day (event)) &&
         matches_country (entity, query);
}

static void
add_event_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  JolEvent *event = JOL_EVENT (entity);
  g_autofree char *dates =
      jol_cli_format_dates (jol_event_get_date (event), jol_event_get_end (event));

  jol_cli_table_add (table, dates);
  jol_cli_table_add (table, jol_event_kind_to_string (jol_event_get_event_kind (event)));
}

static gboolean
matches_place (JolEntity *entity, const JolCliQuery *query)
{
  return is_kind (query,
                  jol_place_kind_to_string (jol_place_get_place_kind (JOL_PLACE (entity)))) &&
         matches_country (entity, query);
}

static void
add_place_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  JolPlace *place = JOL_PLACE (entity);

  jol_cli_table_add (table, jol_place_get_country (place));
  jol_cli_table_add (table, jol_place_kind_to_string (jol_place_get_place_kind (place)));
}

static gboolean
matches_article (JolEntity *entity, const JolCliQuery *query)
{
  return overlaps_date (query, jol_article_get_date (JOL_ARTICLE (entity)));
}

static void
add_article_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  g_autofree char *date = jol_cli_format_date (jol_article_get_date (JOL_ARTICLE (entity)));

  jol_cli_table_add (table, date);
}

static gboolean
matches_claim (JolEntity *entity, const JolCliQuery *query)
{
  JolClaim *claim = JOL_CLAIM (entity);
  const char *const *about = jol_claim_get_about (claim);
  gboolean is_about = !query->country || g_strv_contains (about, query->country);

  for (guint i = 0; about[i] && !is_about; i++)
    is_about = is_in_country (query->story, about[i], query->country);

  return is_about && is_kind (query, jol_verdict_to_string (jol_claim_get_verdict (claim))) &&
         overlaps_date (query, jol_claim_get_date (claim));
}

static void
add_claim_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  jol_cli_table_add (table, jol_verdict_to_string (jol_claim_get_verdict (JOL_CLAIM (entity))));
}

static gboolean
matches_source (JolEntity *entity, const JolCliQuery *query)
{
  return overlaps_date (query, jol_source_get_date (JOL_SOURCE (entity)));
}

static void
add_source_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  g_autofree char *date = jol_cli_format_date (jol_source_get_date (JOL_SOURCE (entity)));

  jol_cli_table_add (table, date);
}

/* Who published it comes after the title: as a column it would be as wide as the longest of them.
 */
static char *
format_source (JolEntity *entity, const JolCliQuery *query)
{
  const char *title = jol_entity_get_title (entity, query->language);
  const char *publisher = jol_source_get_publisher (JOL_SOURCE (entity));

  if (!publisher)
    return g_strdup (title);

  /* TRANSLATORS: %1$s is the title of a source, %2$s who published it */
  return g_strdup_printf (_ ("%1$s, %2$s"), title, publisher);
}

/* The first and the last year it has a figure for; FALSE when it has none. */
static gboolean
find_years (JolSeries *series, JolDate *first_out, JolDate *last_out)
{
  guint n_bands = 0;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < n_bands; i++)
    if (bands[i].n_values > 0)
      {
        first = MIN (first, bands[i].values[0].year);
        last = MAX (last, bands[i].values[bands[i].n_values - 1].year);
      }

  *first_out = (JolDate){ .year = (gint16) first };
  *last_out = (JolDate){ .year = (gint16) last };
  return last > 0;
}

static gboolean
matches_series (JolEntity *entity, const JolCliQuery *query)
{
  JolDate first, last;

  return !has_time (query) ||
         (find_years (JOL_SERIES (entity), &first, &last) &&
          overlaps (query, jol_date_first_day (&first), jol_date_last_day (&last)));
}

static void
add_series_row (JolEntity *entity, const JolCliQuery *query, JolCliTable *table)
{
  JolSeries *series = JOL_SERIES (entity);
  JolDate first, last;
  g_autofree char *years =
      find_years (series, &first, &last) ? jol_cli_format_dates (&first, &last) : NULL;

  jol_cli_table_add (table, years);
  jol_cli_table_add (table, jol_series_get_unit (series));
}

#define GETTER(name)                                                                               \
  static gconstpointer get_##name (JolStory *story, guint *n_out)                                  \
  {                                                                                                \
    return jol_story_get_##name (story, n_out);                                                    \
  }
GETTER (routes)
GETTER (events)
GETTER (places)
GETTER (articles)
GETTER (claims)
GETTER (sources)
GETTER (series)

const JolCliKind jol_cli_kinds[JOL_CLI_N_KINDS] = {
  { "routes",
    JOL_CLI_FILTER_TIME | JOL_CLI_FILTER_KIND | JOL_CLI_FILTER_COUNTRY | JOL_CLI_FILTER_STATUS,
    { jol_commodity_words, jol_mode_words },
    6,
    get_routes,
    matches_route,
    add_route_row },
  { "events",
    JOL_CLI_FILTER_TIME | JOL_CLI_FILTER_KIND | JOL_CLI_FILTER_COUNTRY | JOL_CLI_FILTER_CALENDAR,
    { jol_event_kind_words },
    4,
    get_events,
    matches_event,
    add_event_row },
  { "places",
    JOL_CLI_FILTER_KIND | JOL_CLI_FILTER_COUNTRY,
    { jol_place_kind_words },
    4,
    get_places,
    matches_place,
    add_place_row },
  { "articles", JOL_CLI_FILTER_TIME, { NULL }, 3, get_articles, matches_article, add_article_row },
  { "claims",
    JOL_CLI_FILTER_TIME | JOL_CLI_FILTER_KIND | JOL_CLI_FILTER_COUNTRY,
    { jol_verdict_words },
    3,
    get_claims,
    matches_claim,
    add_claim_row },
  { "sources",
    JOL_CLI_FILTER_TIME,
    { NULL },
    3,
    get_sources,
    matches_source,
    add_source_row,
    format_source },
  { "series", JOL_CLI_FILTER_TIME, { NULL }, 4, get_series, matches_series, add_series_row },
};
