/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document of the search says, and how it is shown. */
#include "config.h"

#include "jol-search-documents.h"

#include "jol-entity-private.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

/* Between the parts of a line: "Field · Kazakhstan". */
#define DOT " · "

static const char *const kind_words[] = { "country", "place",   "route", "event",
                                          "owner",   "article", "claim", "source" };
static const char *const kind_labels[] = {
  N_ ("Countries"), N_ ("Places"), N_ ("Routes"),  N_ ("Events"), N_ ("Owners and operators"),
  N_ ("Articles"),  N_ ("Claims"), N_ ("Sources"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == JOL_N_SEARCH_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (kind_labels) == JOL_N_SEARCH_KINDS);

/* A walk over a document's texts, which ends when the visitor has seen enough. */
typedef struct
{
  JolSearchVisitor visitor;
  gpointer data;
  gboolean is_done;
} Walk;

static void
visit (Walk *walk, const char *text, JolSearchField field)
{
  if (!walk->is_done && text && *text)
    walk->is_done = !walk->visitor (text, field, walk->data);
}

static void
visit_text (Walk *walk, const JolText *text, JolSearchField field)
{
  for (guint i = 0; i < jol_text_get_n_languages (text); i++)
    {
      const char *in_language;

      jol_text_get_language (text, i, &in_language);
      visit (walk, in_language, field);
    }
}

static void
visit_title_of (const JolSearchDocuments *self, Walk *walk, const char *id, JolSearchField field)
{
  JolEntity *entity = id ? jol_story_lookup (jol_search_documents_get_story (self), id) : NULL;

  if (entity)
    visit_text (walk, jol_entity_get_title_text (entity), field);
}

/* Where and when. */
static void
visit_context (const JolSearchDocuments *self, Walk *walk, JolEvent *event)
{
  g_autofree char *dates = jol_event_format_dates (event);

  visit_title_of (self, walk, jol_event_get_place_id (event), JOL_SEARCH_FIELD_CONTEXT);
  visit (walk, dates, JOL_SEARCH_FIELD_CONTEXT);
}

static const JolSection *
get_section (const JolSearchDocument *document)
{
  guint n;

  return &jol_article_get_sections (JOL_ARTICLE (document->entity), &n)[document->section];
}

void
jol_search_documents_visit_names (const JolSearchDocuments *self,
                                  const JolSearchDocument *document,
                                  JolSearchVisitor visitor,
                                  gpointer data)
{
  Walk walk = { visitor, data, FALSE };

  switch (document->kind)
    {
    case JOL_SEARCH_COUNTRY:
      visit_text (&walk, document->names, JOL_SEARCH_FIELD_NAME);
      visit (&walk, document->code, JOL_SEARCH_FIELD_HANDLE);
      break;
    case JOL_SEARCH_OWNER:
      visit (&walk, document->owner, JOL_SEARCH_FIELD_NAME);
      break;
    case JOL_SEARCH_ARTICLE:
      visit_text (&walk,
                  document->section < 0 ? jol_entity_get_title_text (document->entity)
                                        : get_section (document)->heading,
                  JOL_SEARCH_FIELD_NAME);
      break;
    case JOL_SEARCH_PLACE:
    case JOL_SEARCH_ROUTE:
      visit_text (&walk, jol_entity_get_title_text (document->entity), JOL_SEARCH_FIELD_NAME);
      /* Short, and known to those who write stories and links: "cpc", "btc". */
      visit (&walk, jol_entity_get_id (document->entity), JOL_SEARCH_FIELD_HANDLE);
      break;
    case JOL_SEARCH_EVENT:
      visit_text (&walk, jol_entity_get_title_text (document->entity), JOL_SEARCH_FIELD_NAME);
      visit_context (self, &walk, JOL_EVENT (document->entity));
      break;
    case JOL_SEARCH_CLAIM:
    case JOL_SEARCH_SOURCE:
    default:
      visit_text (&walk, jol_entity_get_title_text (document->entity), JOL_SEARCH_FIELD_NAME);
    }
}

static void
visit_route (const JolSearchDocuments *self, Walk *walk, JolRoute *route)
{
  const JolSearchField text = JOL_SEARCH_FIELD_TEXT;
  const char *const *stops = jol_route_get_stop_ids (route);
  guint n;
  const JolOwner *owners = jol_route_get_owners (route, &n);

  visit (walk, jol_route_get_operator (route), text);
  for (guint i = 0; stops[i]; i++)
    visit_title_of (self, walk, stops[i], text);
  for (guint i = 0; i < n; i++)
    visit (walk, owners[i].name, text);
  visit (walk, jol_commodity_get_label (jol_route_get_commodity (route)), text);
  visit (walk, jol_mode_get_label (jol_route_get_mode (route)), text);
}

static void
visit_event (const JolSearchDocuments *self, Walk *walk, JolEvent *event)
{
  const char *const *participants = jol_event_get_participants (event);
  const char *const *routes = jol_event_get_route_ids (event);

  for (guint i = 0; participants[i]; i++)
    visit_text (walk, jol_search_documents_get_country (self, participants[i]),
                JOL_SEARCH_FIELD_TEXT);
  for (guint i = 0; routes[i]; i++)
    visit_title_of (self, walk, routes[i], JOL_SEARCH_FIELD_TEXT);
  /* Once more, to be shown. */
  visit_context (self, walk, event);
}

static void
visit_place (const JolSearchDocuments *self, Walk *walk, JolPlace *place)
{
  visit_text (walk, jol_search_documents_get_country (self, jol_place_get_country (place)),
              JOL_SEARCH_FIELD_TEXT);
  visit (walk, jol_place_kind_get_label (jol_place_get_place_kind (place)), JOL_SEARCH_FIELD_TEXT);
}

void
jol_search_documents_visit_texts (const JolSearchDocuments *self,
                                  const JolSearchDocument *document,
                                  JolSearchVisitor visitor,
                                  gpointer data)
{
  const JolSearchField text = JOL_SEARCH_FIELD_TEXT;
  Walk walk = { visitor, data, FALSE };
  JolEntity *entity = document->entity;

  if (document->kind == JOL_SEARCH_COUNTRY || document->kind == JOL_SEARCH_OWNER)
    return;
  if (document->section >= 0)
    {
      visit (&walk, document->plain, text);
      return;
    }

  visit_text (&walk, jol_entity_get_data (entity)->summary, text);
  if (JOL_IS_PLACE (entity))
    visit_place (self, &walk, JOL_PLACE (entity));
  else if (JOL_IS_ROUTE (entity))
    visit_route (self, &walk, JOL_ROUTE (entity));
  else if (JOL_IS_EVENT (entity))
    visit_event (self, &walk, JOL_EVENT (entity));
  else if (JOL_IS_CLAIM (entity))
    visit (&walk, jol_verdict_get_label (jol_claim_get_verdict (JOL_CLAIM (entity))), text);
  else if (JOL_IS_SOURCE (entity))
    visit (&walk, jol_source_get_publisher (JOL_SOURCE (entity)), text);
  else if (JOL_IS_ARTICLE (entity))
    visit_text (&walk, jol_article_get_byline (JOL_ARTICLE (entity)), text);
}

char *
jol_search_document_dup_id (const JolSearchDocument *self)
{
  if (self->kind == JOL_SEARCH_COUNTRY)
    return g_strdup (self->code);
  if (self->section >= 0)
    return g_strdup_printf ("%s#%s", jol_entity_get_id (self->entity), get_section (self)->id);

  return g_strdup (jol_entity_get_id (self->entity));
}

const char *
jol_search_document_get_title (const JolSearchDocument *self, const char *language)
{
  if (self->kind == JOL_SEARCH_COUNTRY)
    return jol_text_get (self->names, language);
  if (self->kind == JOL_SEARCH_OWNER)
    return self->owner;
  if (self->section >= 0 && get_section (self)->heading)
    return jol_text_get (get_section (self)->heading, language);

  return jol_entity_get_title (self->entity, language);
}

/* Two parts of a line, each of which may be missing. */
static char *
join (const char *first, const char *second)
{
  const gboolean has_both = first && *first && second && *second;

  return g_strconcat (first ? first : "", has_both ? DOT : "", second ? second : "", NULL);
}

static char *
describe_owner (const JolSearchDocument *document, const char *language)
{
  const char *route = jol_entity_get_title (document->entity, language);
  const char *operator= jol_route_get_operator (JOL_ROUTE (document->entity));
  g_autofree char *share = NULL;

  if (document->share_percent >= 0)
    {
      share = jol_number_format (document->share_percent);
      /* Translators: of a company: "31 % of Caspian Pipeline Consortium" */
      return g_strdup_printf (_ ("%1$s %% of %2$s"), share, route);
    }
  if (g_strcmp0 (operator, document->owner) == 0)
    /* Translators: of a company: "Operator of Caspian Pipeline Consortium" */
    return g_strdup_printf (_ ("Operator of %s"), route);

  /* Translators: of a company whose share is not known */
  return g_strdup_printf (_ ("Owner in %s"), route);
}

static char *
describe_event (const JolSearchDocuments *self, JolEvent *event, const char *language)
{
  const char *place_id = jol_event_get_place_id (event);
  JolEntity *place =
      place_id ? jol_story_lookup (jol_search_documents_get_story (self), place_id) : NULL;
  g_autofree char *dates = jol_event_format_dates (event);

  return join (dates, place ? jol_entity_get_title (place, language) : NULL);
}

static char *
describe_source (JolSource *source)
{
  const JolDate *date = jol_source_get_date (source);
  g_autofree char *words = jol_date_is_set (date) ? jol_date_format (date) : NULL;

  return join (jol_source_get_publisher (source), words);
}

char *
jol_search_documents_describe (const JolSearchDocuments *self,
                               const JolSearchDocument *document,
                               const char *language)
{
  JolEntity *entity = document->entity;

  switch (document->kind)
    {
    case JOL_SEARCH_PLACE:
      return join (jol_place_kind_get_label (jol_place_get_place_kind (JOL_PLACE (entity))),
                   jol_text_get (jol_search_documents_get_country (
                                     self, jol_place_get_country (JOL_PLACE (entity))),
                                 language));
    case JOL_SEARCH_ROUTE:
      return join (jol_commodity_get_label (jol_route_get_commodity (JOL_ROUTE (entity))),
                   jol_mode_get_label (jol_route_get_mode (JOL_ROUTE (entity))));
    case JOL_SEARCH_COUNTRY:
      return document->n_events == 0
                 ? g_strdup ("")
                 : g_strdup_printf (g_dngettext (NULL, "%u event", "%u events", document->n_events),
                                    document->n_events);
    case JOL_SEARCH_EVENT:
      return describe_event (self, JOL_EVENT (entity), language);
    case JOL_SEARCH_OWNER:
      return describe_owner (document, language);
    case JOL_SEARCH_ARTICLE:
      return g_strdup (document->section < 0 ? jol_entity_get_summary (entity, language)
                                             : jol_entity_get_title (entity, language));
    case JOL_SEARCH_CLAIM:
      return join (jol_verdict_get_label (jol_claim_get_verdict (JOL_CLAIM (entity))),
                   jol_entity_get_summary (entity, language));
    case JOL_SEARCH_SOURCE:
      return describe_source (JOL_SOURCE (entity));
    default:
      return g_strdup ("");
    }
}

const char *
jol_search_kind_to_string (JolSearchKind kind)
{
  return kind_words[kind];
}

const char *
jol_search_kind_get_label (JolSearchKind kind)
{
  return _ (kind_labels[kind]);
}
