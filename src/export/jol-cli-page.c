/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-page-private.h"
#include "jol-cli-story.h"

#include <glib/gi18n.h>

void
jol_cli_page_add_fact (JolCliPage *self, const char *label, const char *value)
{
  if (!value || !*value)
    return;

  jol_cli_table_add (self->facts, label);
  jol_cli_table_add (self->facts, value);
}

void
jol_cli_page_add_date (JolCliPage *self, const char *label, const JolDate *date)
{
  g_autofree char *text = jol_cli_format_date (date);

  jol_cli_page_add_fact (self, label, text);
}

void
jol_cli_page_add_titles (JolCliPage *self, const char *label, const char *const *ids)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      JolEntity *entity = jol_story_lookup (self->story, ids[i]);

      if (list->len)
        /* TRANSLATORS: between the items of a list */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, entity ? jol_entity_get_title (entity, self->language) : ids[i]);
    }

  jol_cli_page_add_fact (self, label, list->str);
}

void
jol_cli_page_print_heading (JolCliPage *self, const char *heading)
{
  g_string_append_c (self->out->text, '\n');
  jol_cli_append_wrapped (self->out->text, heading, 0);
}

void
jol_cli_page_print_table (JolCliPage *self, const char *heading, JolCliTable *table)
{
  if (!jol_cli_table_get_n_rows (table))
    return;

  jol_cli_page_print_heading (self, heading);
  jol_cli_table_wrap_last (table);
  jol_cli_table_print (table, 2, self->out);
}

static const char *
get_confidence_label (JolConfidence confidence)
{
  switch (confidence)
    {
    case JOL_CONFIDENCE_MEDIUM:
      return C_ ("confidence", "medium");
    case JOL_CONFIDENCE_LOW:
      return C_ ("confidence", "low");
    case JOL_CONFIDENCE_HIGH:
    default:
      return NULL;
    }
}

void
jol_cli_page_print_facts (JolCliPage *self)
{
  const char *summary = jol_entity_get_summary (self->entity, self->language);

  jol_cli_page_add_fact (self, _ ("Confidence"),
                         get_confidence_label (jol_entity_get_confidence (self->entity)));
  if (jol_cli_table_get_n_rows (self->facts))
    {
      g_string_append_c (self->out->text, '\n');
      jol_cli_table_wrap_last (self->facts);
      jol_cli_table_print (self->facts, 0, self->out);
    }
  if (summary)
    {
      g_string_append_c (self->out->text, '\n');
      jol_cli_append_wrapped (self->out->text, summary, 0);
    }
}

/* The routes that stop at the page's place. */
static void
add_routes_here (JolCliPage *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = 0;
  JolRoute *const *routes = jol_story_get_routes (self->story, &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (jol_route_get_stop_ids (routes[i]), jol_entity_get_id (self->entity)))
      g_ptr_array_add (ids, (char *) jol_entity_get_id (JOL_ENTITY (routes[i])));
  g_ptr_array_add (ids, NULL);

  jol_cli_page_add_titles (self, _ ("Routes"), (const char *const *) ids->pdata);
}

static void
print_place (JolCliPage *self, JolPlace *place)
{
  const JolPoint *point = jol_place_get_point (place);
  guint n_summits =
      jol_story_count_summits_until (self->story, jol_entity_get_id (self->entity), self->date);
  /* TRANSLATORS: latitude and longitude in degrees; south and west are negative */
  g_autofree char *position =
      g_strdup_printf (_ ("%.3f° N, %.3f° E"), point->latitude, point->longitude);

  jol_cli_page_add_fact (self, _ ("Kind"),
                         jol_place_kind_get_label (jol_place_get_place_kind (place)));
  jol_cli_page_add_fact (self, _ ("Country"), jol_place_get_country (place));
  jol_cli_page_add_fact (self, _ ("Position"), position);
  add_routes_here (self);
  if (n_summits)
    {
      g_autofree char *until = jol_cli_format_date (self->date);
      /* TRANSLATORS: %1$u is how many summits were held by the end of %2$s, a date */
      g_autofree char *count = g_strdup_printf (
          ngettext ("%1$u until %2$s", "%1$u until %2$s", n_summits), n_summits, until);

      jol_cli_page_add_fact (self, _ ("Summits"), count);
    }
  jol_cli_page_print_facts (self);
}

static void
print_event (JolCliPage *self, JolEvent *event)
{
  const char *place[] = { jol_event_get_place_id (event), NULL };
  g_autofree char *dates =
      jol_cli_format_dates (jol_event_get_date (event), jol_event_get_end (event));

  jol_cli_page_add_fact (self, _ ("Kind"),
                         jol_event_kind_get_name (jol_event_get_event_kind (event)));
  jol_cli_page_add_fact (self, _ ("Date"), dates);
  jol_cli_page_add_titles (self, _ ("Place"), place);
  jol_cli_page_add_titles (self, _ ("Participants"), jol_event_get_participants (event));
  jol_cli_page_add_titles (self, _ ("Routes"), jol_event_get_route_ids (event));
  jol_cli_page_print_facts (self);
}

static void
print_claim (JolCliPage *self, JolClaim *claim)
{
  jol_cli_page_add_fact (self, _ ("Verdict"),
                         jol_verdict_get_label (jol_claim_get_verdict (claim)));
  jol_cli_page_add_date (self, _ ("As of"), jol_claim_get_date (claim));
  jol_cli_page_add_titles (self, _ ("About"), jol_claim_get_about (claim));
  jol_cli_page_print_facts (self);
}

static void
print_source (JolCliPage *self, JolSource *source)
{
  jol_cli_page_add_fact (self, _ ("Publisher"), jol_source_get_publisher (source));
  jol_cli_page_add_date (self, _ ("Date"), jol_source_get_date (source));
  jol_cli_page_add_fact (self, _ ("Address"), jol_source_get_url (source));
  jol_cli_page_print_facts (self);
}

static void
print_article (JolCliPage *self, JolArticle *article)
{
  jol_cli_page_add_fact (self, _ ("Byline"),
                         jol_text_get (jol_article_get_byline (article), self->language));
  jol_cli_page_add_date (self, _ ("Date"), jol_article_get_date (article));
  jol_cli_page_print_facts (self);
  jol_cli_page_print_sections (self, article);
}

static void
print_events (JolCliPage *self)
{
  const GPtrArray *events =
      jol_story_get_events_about (self->story, jol_entity_get_id (self->entity));
  g_autoptr (JolCliTable) table = jol_cli_table_new (3);

  for (guint i = 0; i < events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (events, i);
      g_autofree char *dates =
          jol_cli_format_dates (jol_event_get_date (event), jol_event_get_end (event));

      if (JOL_ENTITY (event) == self->entity)
        continue;
      jol_cli_table_add (table, dates);
      jol_cli_table_add (table, jol_entity_get_id (JOL_ENTITY (event)));
      jol_cli_table_add (table, jol_entity_get_title (JOL_ENTITY (event), self->language));
    }
  jol_cli_page_print_table (self, _ ("Events"), table);
}

static void
print_claims (JolCliPage *self)
{
  const GPtrArray *claims =
      jol_story_get_claims_about (self->story, jol_entity_get_id (self->entity));
  g_autoptr (JolCliTable) table = jol_cli_table_new (3);

  for (guint i = 0; i < claims->len; i++)
    {
      JolClaim *claim = g_ptr_array_index (claims, i);

      jol_cli_table_add (table, jol_verdict_get_label (jol_claim_get_verdict (claim)));
      jol_cli_table_add (table, jol_entity_get_id (JOL_ENTITY (claim)));
      jol_cli_table_add (table, jol_entity_get_title (JOL_ENTITY (claim), self->language));
    }
  jol_cli_page_print_table (self, _ ("Claims"), table);
}

static void
print_passages (JolCliPage *self)
{
  const GPtrArray *passages =
      jol_story_get_passages_about (self->story, jol_entity_get_id (self->entity));
  g_autoptr (JolCliTable) table = jol_cli_table_new (2);
  const JolSection *last = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const JolPassage *passage = g_ptr_array_index (passages, i);
      guint n_sections = 0;
      const JolSection *section =
          jol_article_get_sections (passage->article, &n_sections) + passage->section;
      const char *heading = jol_text_get (section->heading, self->language);

      /* Each section once. */
      if (section == last)
        continue;
      last = section;
      jol_cli_table_add (table, jol_entity_get_id (JOL_ENTITY (passage->article)));
      jol_cli_table_add (table, heading ? heading : section->id);
    }
  jol_cli_page_print_table (self, _ ("Mentioned in"), table);
}

static void
print_sources (JolCliPage *self)
{
  const char *const *ids = jol_entity_get_source_ids (self->entity);

  if (ids[0])
    jol_cli_page_print_heading (self, _ ("Sources"));
  for (guint i = 0; ids[i]; i++)
    {
      JolEntity *source = jol_story_lookup (self->story, ids[i]);
      g_autofree char *reference =
          JOL_IS_SOURCE (source) ? jol_source_format (JOL_SOURCE (source), self->language) : NULL;
      const char *url = reference ? jol_source_get_url (JOL_SOURCE (source)) : NULL;

      jol_cli_append_wrapped (self->out->text, reference ? reference : ids[i], 2);
      if (url)
        jol_cli_append_wrapped (self->out->text, url, 4);
    }
}

void
jol_cli_print_page (JolStory *story,
                    JolEntity *entity,
                    const JolDate *date,
                    const char *language,
                    JolCliOutput *out)
{
  g_autoptr (JolCliTable) facts = jol_cli_table_new (2);
  JolCliPage self = { story, entity, date, language, facts, out };

  jol_cli_append_wrapped (out->text, jol_entity_get_title (entity, language), 0);
  jol_cli_append_wrapped (out->text, jol_entity_get_id (entity), 0);

  if (JOL_IS_ROUTE (entity))
    jol_cli_page_print_route (&self, JOL_ROUTE (entity));
  else if (JOL_IS_PLACE (entity))
    print_place (&self, JOL_PLACE (entity));
  else if (JOL_IS_EVENT (entity))
    print_event (&self, JOL_EVENT (entity));
  else if (JOL_IS_CLAIM (entity))
    print_claim (&self, JOL_CLAIM (entity));
  else if (JOL_IS_SOURCE (entity))
    print_source (&self, JOL_SOURCE (entity));
  else if (JOL_IS_ARTICLE (entity))
    print_article (&self, JOL_ARTICLE (entity));
  else if (JOL_IS_SERIES (entity))
    jol_cli_page_print_series (&self, JOL_SERIES (entity));

  print_events (&self);
  print_claims (&self);
  print_passages (&self);
  print_sources (&self);
}
