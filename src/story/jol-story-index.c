/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-index.h"

#include "jol-mention-index.h"

typedef struct
{
  JolBox box;
  JolEntity *entity;
} Located;

/* Days on which the summits of a place begin, and on which they end, each sorted. */
typedef struct
{
  GArray *first_days; /* of int */
  GArray *last_days;
} Summits;

struct _JolStoryIndex
{
  GHashTable *entities; /* id → JolEntity, borrowed */
  GPtrArray *events;    /* by date, borrowed */
  GArray *located;      /* of Located, by the box's west */
  GHashTable *events_about;
  GHashTable *claims_about;
  GHashTable *summits;       /* id of a place → Summits */
  GPtrArray *articles;       /* borrowed */
  JolMentionIndex *mentions; /* or NULL: nobody has asked yet */
  GPtrArray *no_entities;
};

static int
compare_events (gconstpointer a, gconstpointer b)
{
  JolEvent *left = *(JolEvent *const *) a;
  JolEvent *right = *(JolEvent *const *) b;

  return jol_date_compare (jol_event_get_date (left), jol_event_get_date (right));
}

static int
compare_located (gconstpointer a, gconstpointer b)
{
  const Located *left = a;
  const Located *right = b;

  return (left->box.west > right->box.west) - (left->box.west < right->box.west);
}

static void
add_entities (JolStoryIndex *self, GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    {
      JolEntity *entity = g_ptr_array_index (entities, i);
      Located located = { *jol_entity_get_box (entity), entity };

      g_hash_table_insert (self->entities, (gpointer) jol_entity_get_id (entity), entity);
      if (!jol_box_is_empty (&located.box))
        g_array_append_val (self->located, located);
    }
}

/* Adds to the list of a subject, once. */
static void
add_about (GHashTable *lists, const char *id, gpointer entity)
{
  GPtrArray *list = g_hash_table_lookup (lists, id);

  if (!list)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) id, list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != entity)
    g_ptr_array_add (list, entity);
}

static void
add_event_subjects (JolStoryIndex *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (self->events, i);
      const char *const *routes = jol_event_get_route_ids (event);

      add_about (self->events_about, jol_entity_get_id (JOL_ENTITY (event)), event);
      if (jol_event_get_place_id (event))
        add_about (self->events_about, jol_event_get_place_id (event), event);
      for (guint j = 0; routes[j]; j++)
        add_about (self->events_about, routes[j], event);
    }
}

static void
summits_free (gpointer data)
{
  Summits *self = data;

  g_array_unref (self->first_days);
  g_array_unref (self->last_days);
  g_free (self);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const int left = *(const int *) a, right = *(const int *) b;

  return (left > right) - (left < right);
}

static Summits *
ensure_summits (JolStoryIndex *self, const char *place_id)
{
  Summits *summits = g_hash_table_lookup (self->summits, place_id);

  if (!summits)
    {
      summits = g_new (Summits, 1);
      summits->first_days = g_array_new (FALSE, FALSE, sizeof (int));
      summits->last_days = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->summits, (gpointer) place_id, summits);
    }
  return summits;
}

static void
add_summits (JolStoryIndex *self)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (self->events, i);
      const char *place_id = jol_event_get_place_id (event);
      const int first_day = jol_event_get_first_day (event);
      const int last_day = jol_event_get_last_day (event);
      Summits *summits;

      if (!place_id || jol_event_get_event_kind (event) != JOL_EVENT_SUMMIT)
        continue;
      summits = ensure_summits (self, place_id);
      g_array_append_val (summits->first_days, first_day);
      g_array_append_val (summits->last_days, last_day);
    }

  g_hash_table_iter_init (&iter, self->summits);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Summits *summits = value;

      g_array_sort (summits->first_days, compare_days);
      g_array_sort (summits->last_days, compare_days);
    }
}

static void
add_claim_subjects (JolStoryIndex *self, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      JolClaim *claim = g_ptr_array_index (claims, i);
      const char *const *about = jol_claim_get_about (claim);

      for (guint j = 0; about[j]; j++)
        add_about (self->claims_about, about[j], claim);
    }
}

JolStoryIndex *
jol_story_index_new (GPtrArray *routes,
                     GPtrArray *places,
                     GPtrArray *events,
                     GPtrArray *claims,
                     GPtrArray *sources,
                     GPtrArray *articles,
                     GPtrArray *series)
{
  JolStoryIndex *self = g_new0 (JolStoryIndex, 1);

  self->entities = g_hash_table_new (g_str_hash, g_str_equal);
  self->located = g_array_new (FALSE, FALSE, sizeof (Located));
  self->events_about =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->claims_about =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->summits = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, summits_free);
  self->no_entities = g_ptr_array_new ();

  add_entities (self, routes);
  add_entities (self, places);
  add_entities (self, events);
  add_entities (self, claims);
  add_entities (self, sources);
  add_entities (self, articles);
  add_entities (self, series);
  g_array_sort (self->located, compare_located);

  g_ptr_array_sort (events, compare_events);
  self->events = events;
  add_event_subjects (self);
  add_summits (self);
  add_claim_subjects (self, claims);
  self->articles = articles;
  return self;
}

void
jol_story_index_free (JolStoryIndex *self)
{
  g_hash_table_unref (self->entities);
  g_array_unref (self->located);
  g_hash_table_unref (self->events_about);
  g_hash_table_unref (self->claims_about);
  g_hash_table_unref (self->summits);
  g_clear_pointer (&self->mentions, jol_mention_index_free);
  g_ptr_array_unref (self->no_entities);
  g_free (self);
}

JolEntity *
jol_story_index_lookup (JolStoryIndex *self, const char *id)
{
  return g_hash_table_lookup (self->entities, id);
}

/* How many events have begun by the end of a day. Binary search. */
guint
jol_story_index_count_until (JolStoryIndex *self, int last_day)
{
  guint low = 0;
  guint high = self->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (jol_event_get_first_day (g_ptr_array_index (self->events, middle)) <= last_day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many of sorted @days come before @day. */
static guint
count_before (const GArray *days, int day)
{
  guint low = 0, high = days->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (days, int, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* All but those that had ended before the span, and those that begin after it. Binary searches. */
guint
jol_story_index_count_summits (JolStoryIndex *self, const char *place_id, const JolSpan *span)
{
  const Summits *summits = g_hash_table_lookup (self->summits, place_id);
  guint n_begun;

  if (!summits)
    return 0;
  if (!jol_span_is_set (span))
    return summits->first_days->len;

  n_begun = jol_date_is_set (&span->to)
                ? count_before (summits->first_days, jol_date_last_day (&span->to) + 1)
                : summits->first_days->len;
  return n_begun -
         MIN (n_begun, count_before (summits->last_days, jol_date_first_day (&span->from)));
}

/* A run over boxes sorted by their west, up to the first that begins east of what is asked. */
GPtrArray *
jol_story_index_find_in_box (JolStoryIndex *self, const JolBox *box)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->located->len; i++)
    {
      const Located *located = &g_array_index (self->located, Located, i);

      if (located->box.west > box->east)
        break;
      if (jol_box_intersects (&located->box, box))
        g_ptr_array_add (found, located->entity);
    }

  return found;
}

const GPtrArray *
jol_story_index_get_events_about (JolStoryIndex *self, const char *id)
{
  const GPtrArray *list = g_hash_table_lookup (self->events_about, id);

  return list ? list : self->no_entities;
}

const GPtrArray *
jol_story_index_get_claims_about (JolStoryIndex *self, const char *id)
{
  const GPtrArray *list = g_hash_table_lookup (self->claims_about, id);

  return list ? list : self->no_entities;
}

const GPtrArray *
jol_story_index_get_passages_about (JolStoryIndex *self, const char *id)
{
  /* Only now, whatever thread asks: all articles are read for it, which no first picture needs. */
  if (g_once_init_enter (&self->mentions))
    g_once_init_leave (&self->mentions, jol_mention_index_new (self->articles, self->entities,
                                                               jol_text_get_interface_language ()));

  return jol_mention_index_get_passages (self->mentions, id);
}
