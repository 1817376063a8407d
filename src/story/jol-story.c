/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story.h"

#include "jol-story-draft.h"
#include "jol-story-index.h"

/* Central Asia, for a story that does not say where it plays. */
#define DEFAULT_BOUNDS ((JolBox){ 46, 34, 88, 56 })
/* A single place is shown in its country, not in its streets, which the base map has not. */
#define MIN_BOUNDS_DEG 4.0

struct _JolStory
{
  GObject parent_instance;

  char *id;
  char *uri;
  char *language;
  JolText *title;
  JolText *credits;
  JolBox bounds;
  JolSpan time;
  JolDate now;
  GPtrArray *routes;
  GPtrArray *places;
  GPtrArray *events;
  GPtrArray *claims;
  GPtrArray *sources;
  GPtrArray *articles;
  GPtrArray *series;
  GArray *eras;
  GHashTable *images; /* path → JolImage */
  JolStoryIndex *index;
};

G_DEFINE_FINAL_TYPE (JolStory, jol_story, G_TYPE_OBJECT)

static void
jol_story_finalize (GObject *object)
{
  JolStory *self = JOL_STORY (object);

  g_clear_pointer (&self->index, jol_story_index_free);
  g_free (self->id);
  g_free (self->uri);
  g_free (self->language);
  g_clear_pointer (&self->title, jol_text_unref);
  g_clear_pointer (&self->credits, jol_text_unref);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->eras, g_array_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);

  G_OBJECT_CLASS (jol_story_parent_class)->finalize (object);
}

static void
jol_story_class_init (JolStoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_story_finalize;
}

static void
jol_story_init (JolStory *self)
{
}

/* A story that does not say when it plays plays from its first event to its last, or this century
 * so far. */
static void
derive_time (JolStory *self)
{
  guint n_events = self->events->len;

  if (!jol_span_is_set (&self->time) && n_events > 0)
    {
      JolEvent *first = g_ptr_array_index (self->events, 0);
      int last_day = 0;

      for (guint i = 0; i < n_events; i++)
        last_day = MAX (last_day, jol_event_get_last_day (g_ptr_array_index (self->events, i)));
      self->time.from = jol_date_from_day (jol_event_get_first_day (first), JOL_PRECISION_YEAR);
      self->time.to = jol_date_from_day (last_day, JOL_PRECISION_YEAR);
    }
  else if (!jol_span_is_set (&self->time))
    {
      self->time.from.year = 1991;
      self->time.to.year = 2025;
    }

  if (!jol_date_is_set (&self->now))
    self->now = jol_date_from_day (jol_date_last_day (&self->time.to), JOL_PRECISION_DAY);
}

static void
derive_bounds (JolStory *self)
{
  if (!jol_box_is_empty (&self->bounds))
    return;

  for (guint i = 0; i < self->routes->len; i++)
    jol_box_add_box (&self->bounds, jol_entity_get_box (g_ptr_array_index (self->routes, i)));
  for (guint i = 0; i < self->places->len; i++)
    jol_box_add_box (&self->bounds, jol_entity_get_box (g_ptr_array_index (self->places, i)));
  if (jol_box_is_empty (&self->bounds))
    self->bounds = DEFAULT_BOUNDS;
  jol_box_widen (&self->bounds, MIN_BOUNDS_DEG);
}

/* A route touches the countries it says it comes from, of its stops and of its owners. */
static void
derive_countries (JolStory *self, JolRoute *route)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) countries = g_strv_builder_new ();
  g_auto (GStrv) origins = g_steal_pointer (&route->countries);
  const char *const *stops = jol_route_get_stop_ids (route);
  const JolOwner *owners;
  guint n_owners;

  for (guint i = 0; origins && origins[i]; i++)
    if (g_hash_table_add (seen, origins[i]))
      g_strv_builder_add (countries, origins[i]);
  for (guint i = 0; stops[i]; i++)
    {
      JolEntity *stop = jol_story_index_lookup (self->index, stops[i]);
      const char *country = stop ? jol_place_get_country (JOL_PLACE (stop)) : NULL;

      if (country && g_hash_table_add (seen, (gpointer) country))
        g_strv_builder_add (countries, country);
    }
  owners = jol_route_get_owners (route, &n_owners);
  for (guint i = 0; i < n_owners; i++)
    if (owners[i].country && g_hash_table_add (seen, owners[i].country))
      g_strv_builder_add (countries, owners[i].country);

  route->countries = g_strv_builder_end (countries);
}

/* An event is where its place is. */
static void
derive_event_boxes (JolStory *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      JolEvent *event = g_ptr_array_index (self->events, i);
      JolEntity *place =
          event->place_id ? jol_story_index_lookup (self->index, event->place_id) : NULL;

      if (place)
        jol_entity_get_data (event)->box = *jol_entity_get_box (place);
      for (guint j = 0; event->route_ids && event->route_ids[j]; j++)
        {
          JolEntity *route = jol_story_index_lookup (self->index, event->route_ids[j]);

          if (route && !place)
            jol_box_add_box (&jol_entity_get_data (event)->box, jol_entity_get_box (route));
        }
    }
}

JolStory *
jol_story_new_from_draft (JolStoryDraft *draft, const char *uri)
{
  JolStory *self = g_object_new (JOL_TYPE_STORY, NULL);

  self->uri = g_strdup (uri);
  self->id = g_steal_pointer (&draft->id);
  self->language = g_steal_pointer (&draft->language);
  self->title = g_steal_pointer (&draft->title);
  self->credits = g_steal_pointer (&draft->credits);
  self->bounds = draft->bounds;
  self->time = draft->time;
  self->now = draft->now;
  self->routes = g_steal_pointer (&draft->routes);
  self->places = g_steal_pointer (&draft->places);
  self->events = g_steal_pointer (&draft->events);
  self->claims = g_steal_pointer (&draft->claims);
  self->sources = g_steal_pointer (&draft->sources);
  self->articles = g_steal_pointer (&draft->articles);
  self->series = g_steal_pointer (&draft->series);
  self->eras = g_steal_pointer (&draft->eras);
  self->images = g_steal_pointer (&draft->images);

  /* Events get their box after the index is there, so they are not found by space: their places
   * are. */
  self->index = jol_story_index_new (self->routes, self->places, self->events, self->claims,
                                     self->sources, self->articles, self->series);
  derive_time (self);
  derive_bounds (self);
  derive_event_boxes (self);
  for (guint i = 0; i < self->routes->len; i++)
    derive_countries (self, g_ptr_array_index (self->routes, i));
  return self;
}

const char *
jol_story_get_id (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return self->id;
}

const char *
jol_story_get_title (JolStory *self, const char *language)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return jol_text_get (self->title, language);
}

const char *
jol_story_get_credits (JolStory *self, const char *language)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return self->credits ? jol_text_get (self->credits, language) : NULL;
}

const char *
jol_story_get_language (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return self->language;
}

const char *
jol_story_get_uri (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return self->uri;
}

const JolBox *
jol_story_get_bounds (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return &self->bounds;
}

const JolSpan *
jol_story_get_time (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return &self->time;
}

const JolDate *
jol_story_get_now (JolStory *self)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return &self->now;
}

/**
 * jol_story_lookup:
 * @self: a story
 * @id: (nullable): an id
 *
 * Returns: (nullable): what has this id; NULL when nothing has
 */
const JolImage *
jol_story_get_image (JolStory *self, const char *path)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return g_hash_table_lookup (self->images, path);
}

JolEntity *
jol_story_lookup (JolStory *self, const char *id)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return id ? jol_story_index_lookup (self->index, id) : NULL;
}

JolRoute *const *
jol_story_get_routes (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->routes->len;
  return (JolRoute *const *) self->routes->pdata;
}

JolPlace *const *
jol_story_get_places (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->places->len;
  return (JolPlace *const *) self->places->pdata;
}

JolEvent *const *
jol_story_get_events (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->events->len;
  return (JolEvent *const *) self->events->pdata;
}

JolClaim *const *
jol_story_get_claims (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->claims->len;
  return (JolClaim *const *) self->claims->pdata;
}

JolSource *const *
jol_story_get_sources (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->sources->len;
  return (JolSource *const *) self->sources->pdata;
}

JolArticle *const *
jol_story_get_articles (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->articles->len;
  return (JolArticle *const *) self->articles->pdata;
}

JolSeries *const *
jol_story_get_series (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->series->len;
  return (JolSeries *const *) self->series->pdata;
}

const JolEra *
jol_story_get_eras (JolStory *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  *n_out = self->eras->len;
  return (const JolEra *) (gpointer) self->eras->data;
}

guint
jol_story_count_events_until (JolStory *self, int last_day)
{
  g_return_val_if_fail (JOL_IS_STORY (self), 0);

  return jol_story_index_count_until (self->index, last_day);
}

GPtrArray *
jol_story_find_in_box (JolStory *self, const JolBox *box)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return jol_story_index_find_in_box (self->index, box);
}

const GPtrArray *
jol_story_get_events_about (JolStory *self, const char *id)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return jol_story_index_get_events_about (self->index, id);
}

const GPtrArray *
jol_story_get_claims_about (JolStory *self, const char *id)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return jol_story_index_get_claims_about (self->index, id);
}

const GPtrArray *
jol_story_get_passages_about (JolStory *self, const char *id)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  return jol_story_index_get_passages_about (self->index, id);
}

/**
 * jol_story_count_summits_until:
 * @self: a story
 * @place_id: a place
 * @date: a date
 *
 * Returns: how many summits had begun there by the end of @date
 */
guint
jol_story_count_summits_until (JolStory *self, const char *place_id, const JolDate *date)
{
  const JolSpan until = { { .year = 1 }, *date };

  return jol_story_count_summits_in (self, place_id, &until);
}

guint
jol_story_count_summits_in (JolStory *self, const char *place_id, const JolSpan *span)
{
  g_return_val_if_fail (JOL_IS_STORY (self), 0);

  return jol_story_index_count_summits (self->index, place_id, span);
}

JolPlace *
jol_story_find_capital (JolStory *self, const char *country)
{
  g_return_val_if_fail (JOL_IS_STORY (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      JolPlace *place = g_ptr_array_index (self->places, i);

      if (jol_place_get_place_kind (place) == JOL_PLACE_CAPITAL &&
          g_strcmp0 (jol_place_get_country (place), country) == 0)
        return place;
    }

  return NULL;
}
