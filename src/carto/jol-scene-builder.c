/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-scene-builder.h"

#include <math.h>

#include "jol-scene-builder-private.h"
#include "jol-scene-namer.h"

#define SAME_ZOOM 1e-6

struct _JolSceneBuilder
{
  GObject parent_instance;

  gboolean waits; /* for names that have no place yet */
  gboolean keeps; /* when it waits: names stay where they were, and what is new is marked */

  JolStory *story; /* that shapes and kinds are of */
  JolShapes *shapes;
  JolStatusTable *statuses;
  JolThinning *thinning; /* NULL when all of the story is drawn */
  guint story_kinds;

  JolSceneNamer *namer;
};

enum
{
  NAMES_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolSceneBuilder, jol_scene_builder, G_TYPE_OBJECT)

static void
remember_story (JolSceneBuilder *self, JolStory *story)
{
  if (self->story == story)
    return;

  g_clear_pointer (&self->statuses, jol_status_table_free);
  g_clear_pointer (&self->thinning, jol_thinning_free);
  g_clear_pointer (&self->shapes, jol_shapes_free);
  g_set_object (&self->story, story);
  if (story)
    {
      self->shapes = jol_shapes_new (story);
      self->statuses = jol_status_table_new (story);
      self->thinning = jol_thinning_new (story, self->shapes);
      self->story_kinds = jol_map_kinds_of_story (story);
    }
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

/* What is round the map is measured on a scene of its words, without names. */
static JolLabelFrame
find_frame (JolSceneContent *content, const JolSceneTarget *target)
{
  g_autoptr (JolScene) scene =
      jol_scene_new_take (g_atomic_rc_box_acquire (content), jol_scene_names_new (),
                          &target->viewport, target->width, target->height);
  const JolTransform *transform = jol_scene_get_transform (scene);
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  JolLabelFrame frame = { 0 };

  frame.view =
      (JolLabelPanel){ transform->left_px, transform->top_px, transform->left_px + target->width,
                       transform->top_px + target->height };
  frame.n_panels = jol_paint_frame_measure (scene, target->passes, boxes);
  for (gsize i = 0; i < frame.n_panels; i++)
    {
      const double x = transform->left_px + boxes[i].x;
      const double y = transform->top_px + boxes[i].y;

      frame.panels[i] = (JolLabelPanel){ x, y, x + boxes[i].width, y + boxes[i].height };
    }

  return frame;
}

static JolLabelFrame
find_room (const JolSceneRoom *room)
{
  const JolTransform transform = jol_transform_new (&room->viewport, room->width, room->height);
  JolLabelFrame frame = { 0 };

  frame.view = (JolLabelPanel){ transform.left_px, transform.top_px,
                                transform.left_px + room->width, transform.top_px + room->height };
  for (; frame.n_panels < MIN (room->n_covers, G_N_ELEMENTS (frame.panels)); frame.n_panels++)
    {
      const double x = transform.left_px + room->covers[frame.n_panels].x;
      const double y = transform.top_px + room->covers[frame.n_panels].y;

      frame.panels[frame.n_panels] = (JolLabelPanel){ x, y, x + room->covers[frame.n_panels].width,
                                                      y + room->covers[frame.n_panels].height };
    }

  return frame;
}

static void
named_cb (JolSceneBuilder *self)
{
  g_signal_emit (self, signals[NAMES_LOADED], 0);
}

static void
jol_scene_builder_dispose (GObject *object)
{
  JolSceneBuilder *self = JOL_SCENE_BUILDER (object);

  g_clear_object (&self->namer);
  remember_story (self, NULL);

  G_OBJECT_CLASS (jol_scene_builder_parent_class)->dispose (object);
}

static void
jol_scene_builder_class_init (JolSceneBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_scene_builder_dispose;

  signals[NAMES_LOADED] = g_signal_new ("names-loaded", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_scene_builder_init (JolSceneBuilder *self)
{
  self->namer = jol_scene_namer_new ();
  g_signal_connect_object (self->namer, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
}

JolSceneBuilder *
jol_scene_builder_new (void)
{
  return g_object_new (JOL_TYPE_SCENE_BUILDER, NULL);
}

JolSceneBuilder *
jol_scene_builder_new_waiting (void)
{
  JolSceneBuilder *self = jol_scene_builder_new ();

  self->waits = TRUE;

  return self;
}

JolSceneBuilder *
jol_scene_builder_new_steady (void)
{
  JolSceneBuilder *self = jol_scene_builder_new_waiting ();

  self->keeps = TRUE;

  return self;
}

JolScene *
jol_scene_builder_update (JolSceneBuilder *self, JolSession *session, const JolSceneTarget *target)
{
  JolStory *story = jol_session_get_story (session);
  g_autoptr (JolSceneContent) content = jol_scene_content_new ();
  JolSceneNames *names;
  g_autofree gboolean *related_routes = NULL;
  g_autofree gboolean *related_places = NULL;
  JolSceneQuestion question = {
    .story = story,
    .language = target->language,
    .theme = target->theme,
    .zoom = target->viewport.zoom,
    .filter = jol_session_get_filter (session),
    .hides_base_names = target->hides_base_names,
  };

  g_return_val_if_fail (target->width > 0 && target->height > 0, NULL);

  remember_story (self, story);
  content->theme = target->theme;
  content->language = g_strdup (target->language);
  if (story)
    {
      question.shapes = self->shapes;
      question.statuses = self->statuses;
      question.thinning = self->thinning;
      question.story_kinds = self->story_kinds;
      question.date = jol_session_get_date (session);
      question.marks_news = self->keeps || (!target->is_still && jol_session_get_playing (session));
      question.is_narrowed = jol_span_is_set (jol_session_get_span (session)) ||
                             jol_date_is_set (jol_session_get_compare (session));
      question.compared = jol_session_get_compared_span (session);
      question.counted = jol_session_get_narrowed (session);
      if (!jol_span_is_set (&question.counted))
        question.counted = (JolSpan){ { .year = 1 }, *question.date };
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
      if (self->thinning)
        jol_thinning_choose (self->thinning, question.zoom, question.filter,
                             question.related_routes);
      content->story = g_object_ref (story);
      jol_scene_content_add_routes (content, &question);
      jol_scene_content_add_places (content, &question);
      jol_scene_content_add_arcs (content, &question);
    }
  jol_scene_content_add_words (content, &question);
  if (target->passes & JOL_PASS_WHOLE_NAMES)
    {
      question.is_framed = TRUE;
      question.frame = find_frame (content, target);
    }

  question.has_room = question.selected && target->room.width > 0 &&
                      fabs (target->room.viewport.zoom - question.zoom) < SAME_ZOOM;
  if (question.has_room)
    question.room = find_room (&target->room);

  names = self->waits ? jol_scene_namer_wait (self->namer, content, &question, self->keeps)
                      : jol_scene_namer_get (self->namer, content, &question);

  return jol_scene_new_take (g_steal_pointer (&content), names, &target->viewport, target->width,
                             target->height);
}

gboolean
jol_scene_builder_is_named (JolSceneBuilder *self)
{
  return self->waits || jol_scene_namer_is_done (self->namer);
}

JolScene *
jol_scene_builder_build (JolSession *session, const JolSceneTarget *target)
{
  g_autoptr (JolSceneBuilder) self = jol_scene_builder_new_waiting ();

  return jol_scene_builder_update (self, session, target);
}
