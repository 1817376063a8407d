/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-scene.h"

#include "jol-test-session.h"

void
jol_test_scene_set_up (JolTestScene *self,
                       JolStory *story,
                       int width,
                       int height,
                       const JolViewport *viewport)
{
  self->session = jol_session_new ();
  self->builder = jol_scene_builder_new_waiting ();
  self->target = (JolSceneTarget){ .width = width,
                                   .height = height,
                                   .theme = JOL_THEME_LIGHT,
                                   .language = "en",
                                   .viewport = *viewport };
  jol_session_set_story (self->session, story);
}

void
jol_test_scene_tear_down (JolTestScene *self, gconstpointer data)
{
  g_assert_finalize_object (self->builder);
  g_assert_finalize_object (self->session);
}

JolScene *
jol_test_scene_look (JolTestScene *self, const char *date, const char *selection)
{
  jol_session_select (self->session, selection, JOL_ORIGIN_APP);
  jol_test_session_set_date (self->session, date, JOL_ORIGIN_APP);

  return jol_scene_builder_update (self->builder, self->session, &self->target);
}

const JolSceneRoute *
jol_test_find_route (const JolScene *scene, const char *id)
{
  guint n;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (routes[i].id, id))
      return &routes[i];

  return NULL;
}

const JolScenePlaceMark *
jol_test_find_place (const JolScene *scene, const char *id)
{
  guint n;
  const JolScenePlaceMark *places = jol_scene_get_places (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (places[i].id, id))
      return &places[i];

  return NULL;
}
