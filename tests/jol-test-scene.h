/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene-builder.h"

/* What tests of scenes share: a session, a builder that waits for names, and what is looked at. */
typedef struct
{
  JolSession *session;
  JolSceneBuilder *builder;
  JolSceneTarget target;
} JolTestScene;

/* Light, in English, seen from @viewport; more is set in the target. */
void jol_test_scene_set_up (JolTestScene *self,
                            JolStory *story,
                            int width,
                            int height,
                            const JolViewport *viewport);
/* Both are finalized here, or the test fails. For g_test_add(). */
void jol_test_scene_tear_down (JolTestScene *self, gconstpointer data);

/* At a date, with something selected (or NULL). */
JolScene *jol_test_scene_look (JolTestScene *self,
                               const char *date,
                               const char *selection) G_GNUC_WARN_UNUSED_RESULT;

/* Or NULL when the scene has none. */
const JolSceneRoute *jol_test_find_route (const JolScene *scene, const char *id);
const JolScenePlaceMark *jol_test_find_place (const JolScene *scene, const char *id);
