/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-scene-builder.h"

#include <string.h>

#include "jol-basemap.h"
#include "jol-scene-builder-private.h"

struct _JolSceneBuilder
{
  GObject parent_instance;

  gboolean waits; /* for names that have not been read */
  GCancellable *cancellable;
  gboolean is_loading[JOL_N_BASEMAP_DETAILS];
  gboolean has_failed[JOL_N_BASEMAP_DETAILS];

  JolStory *story; /* that shapes are of */
  JolShapes *shapes;

  GBytes *names_key; /* what names were placed for */
  JolSceneNames *names;
};

enum
{
  NAMES_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolSceneBuilder, jol_scene_builder, G_TYPE_OBJECT)

typedef struct
{
  GWeakRef builder; /* it may go while names are read */
  JolBasemapDetail detail;
} Load;

static void
load_free (Load *self)
{
  g_weak_ref_clear (&self->builder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

/* All that the places of names depend on. Hover is not in it: names do not jump under the pointer.
 */
static GBytes *
make_names_key (const JolSceneContent *content, const JolSceneQuestion *question)
{
  GByteArray *key = g_byte_array_new ();
  const gpointer pointers[] = { question->story, question->selected,
                                (gpointer) question->base_names };

  g_byte_array_append (key, (const guint8 *) pointers, sizeof pointers);
  g_byte_array_append (key, (const guint8 *) &question->zoom, sizeof question->zoom);
  g_byte_array_append (key, (const guint8 *) &question->theme, sizeof question->theme);
  g_byte_array_append (key, (const guint8 *) question->language,
                       (guint) strlen (question->language));
  for (guint i = 0; i < content->n_routes; i++)
    {
      const JolSceneRoute *route = &content->routes[i];
      const gint32 traits[] = { (gint32) route->status, route->is_dimmed && !route->is_hovered };

      g_byte_array_append (key, (const guint8 *) &route->id, sizeof route->id);
      g_byte_array_append (key, (const guint8 *) traits, sizeof traits);
    }
  for (guint i = 0; i < content->n_places; i++)
    {
      const JolScenePlaceMark *place = &content->places[i];
      /* The story's own id, which is the same in every scene. */
      const char *id = place->n_members > 0 ? place->members[0].id : place->id;
      const guint32 traits[] = { place->n_summits, place->n_members };

      if (place->is_lifted)
        continue;
      g_byte_array_append (key, (const guint8 *) &id, sizeof id);
      g_byte_array_append (key, (const guint8 *) traits, sizeof traits);
    }

  return g_byte_array_free_to_bytes (key);
}

static void
labels_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Load) load = data;
  g_autoptr (JolSceneBuilder) self = g_weak_ref_get (&load->builder);
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLabels) labels =
      jol_basemap_load_labels_finish (JOL_BASEMAP (object), result, &error);

  if (!self)
    return;

  self->is_loading[load->detail] = FALSE;
  if (labels)
    {
      g_signal_emit (self, signals[NAMES_LOADED], 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->has_failed[load->detail] = TRUE;
      g_warning ("names of the base map: %s", error->message);
    }
}

static void
start_loading (JolSceneBuilder *self, JolBasemap *basemap, JolBasemapDetail detail)
{
  Load *load;

  if (self->is_loading[detail] || self->has_failed[detail])
    return;

  load = g_new (Load, 1);
  g_weak_ref_init (&load->builder, self);
  load->detail = detail;
  self->is_loading[detail] = TRUE;
  jol_basemap_load_labels_async (basemap, detail, self->cancellable, labels_loaded_cb, load);
}

/* The names for a zoom, or the best that have been read; NULL when there are none. */
static JolBasemapLabels *
get_base_names (JolSceneBuilder *self, double zoom)
{
  JolBasemap *basemap = jol_basemap_get_default ();
  const JolBasemapDetail wanted = jol_basemap_level_for_zoom (zoom);
  JolBasemapLabels *labels = jol_basemap_lookup_labels (basemap, wanted);

  if (!labels && self->waits)
    {
      g_autoptr (GError) error = NULL;

      labels = jol_basemap_load_labels (basemap, wanted, &error);
      if (!labels)
        g_warning ("names of the base map: %s", error->message);
    }
  else if (!labels)
    {
      start_loading (self, basemap, wanted);
    }
  for (int detail = (int) wanted - 1; !labels && detail >= 0; detail--)
    labels = jol_basemap_lookup_labels (basemap, (JolBasemapDetail) detail);
  for (int detail = (int) wanted + 1; !labels && detail < JOL_N_BASEMAP_DETAILS; detail++)
    labels = jol_basemap_lookup_labels (basemap, (JolBasemapDetail) detail);

  return labels;
}

static void
remember_story (JolSceneBuilder *self, JolStory *story)
{
  if (self->story == story)
    return;

  g_clear_pointer (&self->shapes, jol_shapes_unref);
  g_clear_pointer (&self->names_key, g_bytes_unref);
  g_set_object (&self->story, story);
  if (story)
    self->shapes = jol_shapes_new (story);
}

static gboolean *
find_related (JolSession *session, gconstpointer entities, guint n_entities)
{
  JolEntity *const *items = entities;
  gboolean *related = g_new0 (gboolean, MAX (n_entities, 1));

  for (guint i = 0; i < n_entities; i++)
    related[i] = jol_session_is_related (session, items[i]);

  return related;
}

static void
jol_scene_builder_dispose (GObject *object)
{
  JolSceneBuilder *self = JOL_SCENE_BUILDER (object);

  g_cancellable_cancel (self->cancellable);
  remember_story (self, NULL);
  g_clear_pointer (&self->names, jol_scene_names_unref);

  G_OBJECT_CLASS (jol_scene_builder_parent_class)->dispose (object);
}

static void
jol_scene_builder_finalize (GObject *object)
{
  g_object_unref (JOL_SCENE_BUILDER (object)->cancellable);

  G_OBJECT_CLASS (jol_scene_builder_parent_class)->finalize (object);
}

static void
jol_scene_builder_class_init (JolSceneBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_scene_builder_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_scene_builder_finalize;

  signals[NAMES_LOADED] = g_signal_new ("names-loaded", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_scene_builder_init (JolSceneBuilder *self)
{
  self->cancellable = g_cancellable_new ();
}

JolSceneBuilder *
jol_scene_builder_new (void)
{
  return g_object_new (JOL_TYPE_SCENE_BUILDER, NULL);
}

JolScene *
jol_scene_builder_update (JolSceneBuilder *self, JolSession *session, const JolSceneTarget *target)
{
  JolStory *story = jol_session_get_story (session);
  g_autoptr (JolBasemapLabels) base_names =
      target->hides_base_names ? NULL : get_base_names (self, target->viewport.zoom);
  g_autoptr (JolSceneContent) content = jol_scene_content_new ();
  g_autoptr (GBytes) key = NULL;
  g_autofree gboolean *related_routes = NULL;
  g_autofree gboolean *related_places = NULL;
  JolSceneQuestion question = {
    .story = story,
    .language = target->language,
    .theme = target->theme,
    .zoom = target->viewport.zoom,
    .filter = jol_session_get_filter (session),
    .base_names = base_names,
  };

  g_return_val_if_fail (target->width > 0 && target->height > 0, NULL);

  remember_story (self, story);
  content->theme = target->theme;
  content->language = g_strdup (target->language);
  if (story)
    {
      question.shapes = self->shapes;
      question.date = jol_session_get_date (session);
      question.selected = jol_session_get_selected (session);
      question.hover = target->is_still ? NULL : jol_session_get_hover (session);
      if (question.selected)
        {
          guint n_routes, n_places;
          gconstpointer routes = jol_story_get_routes (story, &n_routes);
          gconstpointer places = jol_story_get_places (story, &n_places);

          question.related_routes = related_routes = find_related (session, routes, n_routes);
          question.related_places = related_places = find_related (session, places, n_places);
        }
      content->story = g_object_ref (story);
      content->shapes = jol_shapes_ref (self->shapes);
      jol_scene_content_add_routes (content, &question);
      jol_scene_content_add_places (content, &question);
      jol_scene_content_add_arcs (content, &question);
    }
  jol_scene_content_add_words (content, &question);

  key = make_names_key (content, &question);
  if (!self->names_key || !g_bytes_equal (key, self->names_key))
    {
      g_clear_pointer (&self->names, jol_scene_names_unref);
      g_clear_pointer (&self->names_key, g_bytes_unref);
      self->names = jol_scene_names_place (content, &question);
      self->names_key = g_steal_pointer (&key);
    }

  return jol_scene_new_take (g_steal_pointer (&content), jol_scene_names_ref (self->names),
                             &target->viewport, target->width, target->height);
}

JolScene *
jol_scene_builder_build (JolSession *session, const JolSceneTarget *target)
{
  g_autoptr (JolSceneBuilder) self = jol_scene_builder_new ();

  self->waits = TRUE;

  return jol_scene_builder_update (self, session, target);
}
