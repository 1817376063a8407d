/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-painter.h"
#include "jol-scene.h"
#include "jol-session.h"

G_BEGIN_DECLS

#define JOL_MAX_COVERS 4

/* A view and what lies over it: names of what is selected keep to what is free. */
typedef struct
{
  JolViewport viewport;
  int width;  /* px; 0: no such view, names go anywhere */
  int height; /* px */
  struct
  {
    double x, y, width, height; /* px of the view */
  } covers[JOL_MAX_COVERS];
  guint n_covers;
} JolSceneRoom;

typedef struct
{
  int width;  /* px, > 0 */
  int height; /* px, > 0 */
  JolTheme theme;
  const char *language; /* BCP 47 */
  JolViewport viewport;
  gboolean hides_base_names; /* for a base map that has its own */
  JolSceneRoom room;         /* counts when something is selected and the zoom is the same */
  JolPaintPasses passes;     /* of a picture: with JOL_PASS_WHOLE_NAMES, names are for it alone */
  gboolean is_still; /* a picture to keep: what the pointer happens to be over does not show */
} JolSceneTarget;

/*
 * JolSceneBuilder: story and session to scene; decides every colour, width, string and label place.
 * Main thread. It remembers what is costly (the drawn lines of a story, placed names) from one
 * scene to the next, so a view keeps one and asks it for each frame. Names are placed for the whole
 * of the target's zoom, not for what is in view, so that they stay while the map is panned; except
 * in a picture of whole names, where they keep to its view and off what stands round its map, and
 * for the names of what is selected, which keep to the target's room.
 *
 * It never waits for names: they are placed in a thread, and until then a scene has those of the
 * one before. What is in view does not decide on them, what was placed before does: at another date
 * a name stays where it was as long as that is free.
 *
 * While the session plays, what has just begun to work glows for a year of the story.
 *
 * Signals:
 *   names-loaded: other names are there, the next scene will have them.
 */
#define JOL_TYPE_SCENE_BUILDER (jol_scene_builder_get_type ())
G_DECLARE_FINAL_TYPE (JolSceneBuilder, jol_scene_builder, JOL, SCENE_BUILDER, GObject)

JolSceneBuilder *jol_scene_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
JolScene *jol_scene_builder_update (JolSceneBuilder *self,
                                    JolSession *session,
                                    const JolSceneTarget *target) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the last scene has the names it should have, not those of the one before. */
gboolean jol_scene_builder_is_named (JolSceneBuilder *self);

/* One that waits for names, and in which they depend on nothing that was before: for exports and
 * tests. */
JolSceneBuilder *jol_scene_builder_new_waiting (void) G_GNUC_WARN_UNUSED_RESULT;

/* One that waits for names, and in which they stay where they were in the scene before, as far as
 * they can, and what has just begun to work is marked, as while playing: for the frames of an
 * animation. */
JolSceneBuilder *jol_scene_builder_new_steady (void) G_GNUC_WARN_UNUSED_RESULT;

/* One scene of a builder that waits. */
JolScene *jol_scene_builder_build (JolSession *session,
                                   const JolSceneTarget *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
