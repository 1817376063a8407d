/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-scene-private.h"

struct _JolScene
{
  JolSceneContent *content;
  JolSceneNames *names;
  JolViewport viewport;
  JolTransform transform;
  int width;
  int height;
  double arc_share;
};

G_DEFINE_BOXED_TYPE (JolScene, jol_scene, jol_scene_ref, jol_scene_unref)

static void
content_clear (gpointer data)
{
  JolSceneContent *self = data;

  for (guint i = 0; i < self->n_arcs; i++)
    g_free (self->arcs[i].line.points);
  g_free (self->arcs);
  g_free (self->routes);
  g_free (self->dashes);
  g_clear_pointer (&self->arrows, g_array_unref);
  g_free (self->places);
  g_free (self->members);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self->language);
  g_free (self->title);
  g_free (self->date_label);
  g_free (self->date_words);
  g_free (self->credits);
  g_free (self->description);
  g_clear_pointer (&self->shapes, jol_shape_set_unref);
  g_clear_object (&self->story);
}

static void
names_clear (gpointer data)
{
  JolSceneNames *self = data;

  g_free (self->labels);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->paths);
  g_string_chunk_free (self->strings);
}

static void
scene_clear (gpointer data)
{
  JolScene *self = data;

  jol_scene_content_unref (self->content);
  jol_scene_names_unref (self->names);
}

JolSceneContent *
jol_scene_content_new (void)
{
  return g_atomic_rc_box_new0 (JolSceneContent);
}

void
jol_scene_content_unref (JolSceneContent *self)
{
  g_atomic_rc_box_release_full (self, content_clear);
}

JolSceneNames *
jol_scene_names_new (void)
{
  JolSceneNames *self = g_atomic_rc_box_new0 (JolSceneNames);

  self->strings = g_string_chunk_new (1024);
  self->keys = g_ptr_array_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);

  return self;
}

JolSceneNames *
jol_scene_names_ref (JolSceneNames *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_scene_names_unref (JolSceneNames *self)
{
  g_atomic_rc_box_release_full (self, names_clear);
}

JolScene *
jol_scene_new_take (JolSceneContent *content,
                    JolSceneNames *names,
                    const JolViewport *viewport,
                    int width,
                    int height)
{
  JolScene *self = g_atomic_rc_box_new0 (JolScene);

  self->content = content;
  self->names = names;
  self->viewport = *viewport;
  self->transform = jol_transform_new (viewport, width, height);
  self->width = width;
  self->height = height;
  self->arc_share = 1.0;

  return self;
}

JolScene *
jol_scene_ref (JolScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_scene_unref (JolScene *self)
{
  g_atomic_rc_box_release_full (self, scene_clear);
}

int
jol_scene_get_width (const JolScene *self)
{
  return self->width;
}

int
jol_scene_get_height (const JolScene *self)
{
  return self->height;
}

JolTheme
jol_scene_get_theme (const JolScene *self)
{
  return self->content->theme;
}

const char *
jol_scene_get_language (const JolScene *self)
{
  return self->content->language;
}

const JolViewport *
jol_scene_get_viewport (const JolScene *self)
{
  return &self->viewport;
}

const JolTransform *
jol_scene_get_transform (const JolScene *self)
{
  return &self->transform;
}

const char *
jol_scene_get_title (const JolScene *self)
{
  return self->content->title;
}

const char *
jol_scene_get_story_id (const JolScene *self)
{
  return self->content->story ? jol_story_get_id (self->content->story) : "";
}

const JolDate *
jol_scene_get_date (const JolScene *self)
{
  return &self->content->date;
}

const char *
jol_scene_get_date_label (const JolScene *self)
{
  return self->content->date_label;
}

const char *
jol_scene_get_date_words (const JolScene *self)
{
  return self->content->date_words ? self->content->date_words : "";
}

const char *
jol_scene_get_km_words (const JolScene *self)
{
  return self->content->km_words ? self->content->km_words : "%s km";
}

const char *
jol_scene_get_credits (const JolScene *self)
{
  return self->content->credits;
}

const char *
jol_scene_get_description (const JolScene *self)
{
  return self->content->description;
}

const JolSceneRoute *
jol_scene_get_routes (const JolScene *self, guint *n_out)
{
  *n_out = self->content->n_routes;

  return self->content->routes;
}

guint
jol_scene_get_n_thinned (const JolScene *self)
{
  return self->content->n_thinned;
}

const JolScenePlaceMark *
jol_scene_get_places (const JolScene *self, guint *n_out)
{
  *n_out = self->content->n_places;

  return self->content->places;
}

const JolScenePlaceMark *
jol_scene_find_cluster (const JolScene *self, const char *id)
{
  for (guint i = 0; i < self->content->n_places; i++)
    if (self->content->places[i].n_members > 0 && g_strcmp0 (self->content->places[i].id, id) == 0)
      return &self->content->places[i];

  return NULL;
}

const JolSceneArc *
jol_scene_get_arcs (const JolScene *self, guint *n_out)
{
  *n_out = self->content->n_arcs;

  return self->content->arcs;
}

double
jol_scene_get_arc_share (const JolScene *self)
{
  return self->arc_share;
}

const JolSceneLabel *
jol_scene_get_labels (const JolScene *self, guint *n_out)
{
  *n_out = self->names->n_labels;

  return self->names->labels;
}

double
jol_scene_get_names_zoom (const JolScene *self)
{
  return self->names->zoom;
}

const JolLegendRow *
jol_scene_get_legend (const JolScene *self, guint *n_out)
{
  *n_out = self->content->n_legend;

  return self->content->legend;
}

JolScene *
jol_scene_move (JolScene *self, const JolViewport *viewport, int width, int height)
{
  JolScene *moved = jol_scene_new_take (g_atomic_rc_box_acquire (self->content),
                                        jol_scene_names_ref (self->names), viewport, width, height);

  moved->arc_share = self->arc_share;

  return moved;
}

JolScene *
jol_scene_draw_arcs (JolScene *self, double share)
{
  JolScene *drawn = jol_scene_move (self, &self->viewport, self->width, self->height);

  drawn->arc_share = CLAMP (share, 0.0, 1.0);

  return drawn;
}
