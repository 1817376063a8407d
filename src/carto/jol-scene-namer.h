/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene-builder-private.h"

G_BEGIN_DECLS

/*
 * JolSceneNamer: places the names of one view's scenes, in a thread. Asked for names it answers
 * with those it has, and goes to work if they are for another question; when there are better ones
 * it says so. It works on one question at a time: of those that come meanwhile only the newest
 * waits, so that a story that plays does not pile up work. Main thread.
 *
 * Signals:
 *   named: there are other names.
 */
#define JOL_TYPE_SCENE_NAMER (jol_scene_namer_get_type ())
G_DECLARE_FINAL_TYPE (JolSceneNamer, jol_scene_namer, JOL, SCENE_NAMER, GObject)

JolSceneNamer *jol_scene_namer_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Those there are; of another zoom or date perhaps, but never of another story. Cheap. */
JolSceneNames *jol_scene_namer_get (JolSceneNamer *self,
                                    JolSceneContent *content,
                                    const JolSceneQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
/* Whether they are those that were asked for last. */
gboolean jol_scene_namer_is_done (JolSceneNamer *self);
/* The right ones, placed now: whatever there was before, the same at every call; or where they were
 * as long as that is free. */
JolSceneNames *jol_scene_namer_wait (JolSceneNamer *self,
                                     JolSceneContent *content,
                                     const JolSceneQuestion *question,
                                     gboolean keeps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
