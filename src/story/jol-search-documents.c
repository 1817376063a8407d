/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-documents.h"

#include "jol-entity-private.h"
#include "jol-markdown.h"

#include <string.h>

struct _JolSearchDocuments
{
  JolStory *story;
  JolCountryNamer namer;
  GArray *documents;     /* of JolSearchDocument */
  GHashTable *countries; /* const char * → JolText *, or NULL for one that has no name */
};

/* A thing with what it weighs. */
typedef struct
{
  gpointer thing;
  guint weight;
} Weighed;

static void
clear_document (gpointer data)
{
  JolSearchDocument *document = data;

  g_clear_pointer (&document->names, jol_text_unref);
  g_free (document->plain);
}

static void
unref_text (gpointer text)
{
  if (text)
    jol_text_unref (text);
}

static JolSearchDocument *
add (JolSearchDocuments *self, JolSearchKind kind, gpointer entity)
{
  JolSearchDocument document = { .kind = kind, .entity = entity, .section = -1 };

  g_array_append_val (self->documents, document);
  return &g_array_index (self->documents, JolSearchDocument, self->documents->len - 1);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weighed *first = a, *second = b;

  return first->weight > second->weight ? -1 : first->weight < second->weight;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Weighed *) a)->thing, ((const Weighed *) b)->thing);
}

/* What weighs alike keeps its order. */
static GArray *
weigh (JolStory *story, gpointer const *entities, guint n)
{
  GArray *weighed = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = jol_entity_get_id (entities[i]);
      Weighed item = { entities[i], jol_story_get_events_about (story, id)->len +
                                        jol_story_get_passages_about (story, id)->len };

      g_array_append_val (weighed, item);
    }
  g_array_sort (weighed, compare_weights);
  return weighed;
}

static void
add_weighed (JolSearchDocuments *self, JolSearchKind kind, gpointer const *entities, guint n)
{
  g_autoptr (GArray) weighed = weigh (self->story, entities, n);

  for (guint i = 0; i < n; i++)
    add (self, kind, g_array_index (weighed, Weighed, i).thing);
}

static void
count_country (JolSearchDocuments *self, GHashTable *counts, const char *code, guint n)
{
  if (!code || !*code)
    return;
  if (!g_hash_table_contains (self->countries, code))
    g_hash_table_insert (self->countries, g_strdup (code), self->namer (code));
  g_hash_table_insert (
      counts, (char *) code,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + n));
}

/* An event is of the countries of those who came, and of the one it was held in. */
static void
count_event (JolSearchDocuments *self, GHashTable *counts, JolEvent *event)
{
  const char *const *participants = jol_event_get_participants (event);
  const char *place_id = jol_event_get_place_id (event);
  JolEntity *place = place_id ? jol_story_lookup (self->story, place_id) : NULL;
  const char *host = JOL_IS_PLACE (place) ? jol_place_get_country (JOL_PLACE (place)) : NULL;

  for (guint i = 0; participants[i]; i++)
    if (!g_strv_contains (participants + i + 1, participants[i]))
      count_country (self, counts, participants[i], 1);
  if (host && !g_strv_contains (participants, host))
    count_country (self, counts, host, 1);
}

static void
add_countries (JolSearchDocuments *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) weighed = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GHashTableIter iter;
  gpointer code, count;
  guint n;
  JolPlace *const *places = jol_story_get_places (self->story, &n);

  for (guint i = 0; i < n; i++)
    count_country (self, counts, jol_place_get_country (places[i]), 0);

  JolEvent *const *events = jol_story_get_events (self->story, &n);
  for (guint i = 0; i < n; i++)
    count_event (self, counts, events[i]);

  JolRoute *const *routes = jol_story_get_routes (self->story, &n);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; routes[i]->countries && routes[i]->countries[j]; j++)
      count_country (self, counts, routes[i]->countries[j], 0);

  JolClaim *const *claims = jol_story_get_claims (self->story, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *const *about = jol_claim_get_about (claims[i]);

      for (guint j = 0; about[j]; j++)
        if (!jol_story_lookup (self->story, about[j]))
          count_country (self, counts, about[j], 0);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &code, &count))
    {
      Weighed item = { code, GPOINTER_TO_UINT (count) };

      g_array_append_val (weighed, item);
    }
  g_array_sort (weighed, compare_codes);
  g_array_sort (weighed, compare_weights);
  for (guint i = 0; i < weighed->len; i++)
    {
      const Weighed *item = &g_array_index (weighed, Weighed, i);
      JolSearchDocument *document = add (self, JOL_SEARCH_COUNTRY, NULL);
      const JolText *names = jol_search_documents_get_country (self, item->thing);

      document->code = item->thing;
      document->names =
          names ? jol_text_ref ((JolText *) names) : jol_text_new ("und", item->thing);
      document->n_events = item->weight;
    }
}

/* The text of CommonMark, paragraphs parted by a space. */
static char *
dup_plain (const char *body)
{
  g_autoptr (GArray) blocks = jol_markdown_parse (body ? body : "");
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);

      if (plain->len > 0)
        g_string_append_c (plain, ' ');
      for (guint j = 0; j < block->runs->len; j++)
        g_string_append (plain, g_array_index (block->runs, JolRun, j).text);
    }

  return g_string_free (plain, FALSE);
}

static void
add_owner (JolSearchDocuments *self,
           GHashTable *seen,
           JolRoute *route,
           const char *name,
           double share_percent)
{
  JolSearchDocument *document;

  if (!name || !*name || !g_hash_table_add (seen, (char *) name))
    return;
  document = add (self, JOL_SEARCH_OWNER, route);
  document->owner = name;
  document->share_percent = share_percent;
}

/* The last entry of an owner is the one that holds today. */
static void
add_owners (JolSearchDocuments *self, JolRoute *route)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const JolOwner *owners = jol_route_get_owners (route, &n);

  for (guint i = n; i-- > 0;)
    add_owner (self, seen, route, owners[i].name, owners[i].share_percent);
  add_owner (self, seen, route, jol_route_get_operator (route), -1);
}

static void
add_article (JolSearchDocuments *self, JolArticle *article)
{
  guint n;
  const JolSection *sections = jol_article_get_sections (article, &n);

  add (self, JOL_SEARCH_ARTICLE, article);
  for (guint i = 0; i < n; i++)
    {
      JolSearchDocument *document = add (self, JOL_SEARCH_ARTICLE, article);

      document->section = (int) i;
      document->plain = dup_plain (jol_text_get (sections[i].body, NULL));
    }
}

JolSearchDocuments *
jol_search_documents_new (JolStory *story, JolCountryNamer namer)
{
  JolSearchDocuments *self = g_new0 (JolSearchDocuments, 1);
  g_autoptr (GArray) weighed = NULL;
  guint n_places, n_routes, n;
  JolPlace *const *places = jol_story_get_places (story, &n_places);
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);

  self->story = g_object_ref (story);
  self->namer = namer;
  self->documents = g_array_new (FALSE, TRUE, sizeof (JolSearchDocument));
  g_array_set_clear_func (self->documents, clear_document);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_text);

  add_weighed (self, JOL_SEARCH_PLACE, (gpointer const *) places, n_places);
  weighed = weigh (story, (gpointer const *) routes, n_routes);
  for (guint i = 0; i < weighed->len; i++)
    add (self, JOL_SEARCH_ROUTE, g_array_index (weighed, Weighed, i).thing);
  add_countries (self);

  JolEvent *const *events = jol_story_get_events (story, &n);
  for (guint i = 0; i < n; i++)
    add (self, JOL_SEARCH_EVENT, events[i]);

  for (guint i = 0; i < weighed->len; i++)
    add_owners (self, g_array_index (weighed, Weighed, i).thing);

  JolArticle *const *articles = jol_story_get_articles (story, &n);
  for (guint i = 0; i < n; i++)
    add_article (self, articles[i]);

  JolClaim *const *claims = jol_story_get_claims (story, &n);
  for (guint i = 0; i < n; i++)
    add (self, JOL_SEARCH_CLAIM, claims[i]);

  JolSource *const *sources = jol_story_get_sources (story, &n);
  for (guint i = 0; i < n; i++)
    add (self, JOL_SEARCH_SOURCE, sources[i]);

  return self;
}

void
jol_search_documents_free (JolSearchDocuments *self)
{
  g_clear_pointer (&self->documents, g_array_unref);
  g_clear_pointer (&self->countries, g_hash_table_unref);
  g_clear_object (&self->story);
  g_free (self);
}

JolStory *
jol_search_documents_get_story (const JolSearchDocuments *self)
{
  return self->story;
}

guint
jol_search_documents_get_size (const JolSearchDocuments *self)
{
  return self->documents->len;
}

const JolSearchDocument *
jol_search_documents_get (const JolSearchDocuments *self, guint index)
{
  return &g_array_index (self->documents, JolSearchDocument, index);
}

const JolText *
jol_search_documents_get_country (const JolSearchDocuments *self, const char *code)
{
  return code ? g_hash_table_lookup (self->countries, code) : NULL;
}
