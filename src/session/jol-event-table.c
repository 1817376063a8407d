/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events are scattered over the heap, and a query over a hundred thousand of them would wait for
 * memory most of the time. What it asks is kept here in one array.
 *
 * A span is found by two binary searches. Events are sorted by their first day, which gives the
 * end; how far any of those up to one reaches, its last day or an earlier event's, never falls,
 * which gives the beginning.
 *
 * Where events lie is gathered when it is first asked for. Many events share a place, or a set of
 * routes, so each such spot is looked at once a query, and the events then ask their spot.
 */
#include "config.h"

#include "jol-event-table.h"

struct _JolEventTable
{
  JolStory *story;
  JolEventFacts *facts;
  guint n;

  /* NULL until a view is asked for. */
  GPtrArray *spots; /* of GPtrArray of JolEntity: in any of these */
  guint *spot_of;   /* by event */
};

static void
add_entity (GPtrArray *entities, JolEntity *entity)
{
  if (entity && !jol_box_is_empty (jol_entity_get_box (entity)))
    g_ptr_array_add (entities, entity);
}

/* @capitals: by code of country. */
static void
find_entities (JolStory *story, JolEvent *event, GHashTable *capitals, GPtrArray *entities)
{
  const char *place_id = jol_event_get_place_id (event);
  const char *const *route_ids = jol_event_get_route_ids (event);
  const char *const *participants = jol_event_get_participants (event);

  if (place_id)
    add_entity (entities, jol_story_lookup (story, place_id));
  if (entities->len > 0)
    return;

  for (guint i = 0; route_ids[i]; i++)
    add_entity (entities, jol_story_lookup (story, route_ids[i]));
  if (entities->len > 0)
    return;

  for (guint i = 0; participants[i]; i++)
    add_entity (entities, g_hash_table_lookup (capitals, participants[i]));
}

static GHashTable *
list_capitals (JolStory *story)
{
  GHashTable *capitals = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  JolPlace *const *places = jol_story_get_places (story, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *country = jol_place_get_country (places[i]);

      if (jol_place_get_place_kind (places[i]) == JOL_PLACE_CAPITAL && country)
        g_hash_table_insert (capitals, (gpointer) country, jol_story_find_capital (story, country));
    }
  return capitals;
}

static guint
hash_spot (gconstpointer key)
{
  const GPtrArray *entities = key;
  guint hash = 0;

  for (guint i = 0; i < entities->len; i++)
    hash = hash * 31 + g_direct_hash (entities->pdata[i]);
  return hash;
}

static gboolean
are_spots_equal (gconstpointer a, gconstpointer b)
{
  const GPtrArray *left = a, *right = b;

  if (left->len != right->len)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    {
      if (left->pdata[i] != right->pdata[i])
        return FALSE;
    }
  return TRUE;
}

static void
find_spots (JolEventTable *self)
{
  g_autoptr (GHashTable) capitals = list_capitals (self->story);
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_spot, are_spots_equal);
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  guint n;
  JolEvent *const *events = jol_story_get_events (self->story, &n);

  self->spots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->spot_of = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      gpointer number;

      g_ptr_array_set_size (entities, 0);
      find_entities (self->story, events[i], capitals, entities);
      if (!g_hash_table_lookup_extended (numbers, entities, NULL, &number))
        {
          number = GUINT_TO_POINTER (self->spots->len);
          g_ptr_array_add (self->spots, entities);
          g_hash_table_insert (numbers, entities, number);
          entities = g_ptr_array_new ();
        }
      self->spot_of[i] = GPOINTER_TO_UINT (number);
    }
}

/* Whether a line from one point to another has any of itself in the box: what is left of it once
 * each side has cut its own off (Liang and Barsky, 1984). */
static gboolean
crosses_box (const JolPoint *from, const JolPoint *to, const JolBox *box)
{
  const double dx = to->longitude - from->longitude, dy = to->latitude - from->latitude;
  const double steps[] = { -dx, dx, -dy, dy };
  const double rooms[] = {
    from->longitude - box->west,
    box->east - from->longitude,
    from->latitude - box->south,
    box->north - from->latitude,
  };
  double begin = 0.0, end = 1.0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] < 0.0)
        begin = MAX (begin, rooms[i] / steps[i]);
      else if (steps[i] > 0.0)
        end = MIN (end, rooms[i] / steps[i]);
      else if (rooms[i] < 0.0)
        return FALSE;
    }
  return begin <= end;
}

static gboolean
holds_box (const JolBox *self, const JolBox *other)
{
  return self->west <= other->west && other->east <= self->east && self->south <= other->south &&
         other->north <= self->north;
}

static gboolean
is_entity_in_view (JolEntity *entity, const JolBox *view)
{
  const JolBox *box = jol_entity_get_box (entity);
  guint n_lines = 0;
  const JolLine *lines;

  if (!jol_box_intersects (box, view))
    return FALSE;
  if (!JOL_IS_ROUTE (entity) || holds_box (view, box))
    return TRUE;

  /* The box of a line that runs aslant is mostly empty. */
  lines = jol_route_get_lines (JOL_ROUTE (entity), &n_lines);
  for (guint i = 0; i < n_lines; i++)
    for (guint j = 1; j < lines[i].n_points; j++)
      {
        if (crosses_box (&lines[i].points[j - 1], &lines[i].points[j], view))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_spot_in_view (const GPtrArray *spot, const JolBox *view)
{
  for (guint i = 0; i < spot->len; i++)
    {
      if (is_entity_in_view (spot->pdata[i], view))
        return TRUE;
    }
  return FALSE;
}

JolEventTable *
jol_event_table_new (JolStory *story)
{
  JolEventTable *self = g_new0 (JolEventTable, 1);
  JolEvent *const *events = jol_story_get_events (story, &self->n);
  int reach = G_MININT;

  self->story = story;
  self->facts = g_new (JolEventFacts, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const int last_day = jol_event_get_last_day (events[i]);

      reach = MAX (reach, last_day);
      self->facts[i] = (JolEventFacts){
        .first_day = jol_event_get_first_day (events[i]),
        .last_day = last_day,
        .reach = reach,
        .kind = jol_event_get_event_kind (events[i]),
      };
    }
  return self;
}

void
jol_event_table_free (JolEventTable *self)
{
  g_clear_pointer (&self->spots, g_ptr_array_unref);
  g_free (self->spot_of);
  g_free (self->facts);
  g_free (self);
}

const JolEventFacts *
jol_event_table_get_facts (const JolEventTable *self, guint *n_out)
{
  *n_out = self->n;
  return self->facts;
}

void
jol_event_table_find_span (const JolEventTable *self,
                           const JolSpan *span,
                           guint *begin_out,
                           guint *end_out)
{
  guint low = 0, high = self->n;
  int first_day;

  *begin_out = 0;
  *end_out = self->n;
  if (!jol_span_is_set (span))
    return;

  first_day = jol_date_first_day (&span->from);
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (self->facts[middle].reach < first_day)
        low = middle + 1;
      else
        high = middle;
    }
  *begin_out = low;
  *end_out = MAX (low, jol_story_count_events_until (self->story, jol_date_last_day (&span->to)));
}

guint8 *
jol_event_table_find_view (JolEventTable *self, const JolBox *view)
{
  guint8 *in_view = g_new (guint8, MAX (self->n, 1));
  g_autofree guint8 *spots = NULL;

  if (!self->spots)
    find_spots (self);

  spots = g_new (guint8, MAX (self->spots->len, 1));
  for (guint i = 0; i < self->spots->len; i++)
    spots[i] = is_spot_in_view (self->spots->pdata[i], view);
  for (guint i = 0; i < self->n; i++)
    in_view[i] = spots[self->spot_of[i]];
  return in_view;
}
