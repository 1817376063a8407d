/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"
#include "jol-session.h"

G_BEGIN_DECLS

typedef struct
{
  int width;  /* px, > 0 */
  int height; /* px, > 0 */
  JolTheme theme;
  const char *language; /* BCP 47 */
  JolViewport viewport;
} JolSceneTarget;

/*
 * Story and session to scene: decides every colour, width, string and label place. Main thread.
 * Labels are placed for the whole of the target's zoom, not for what is in view, so that they stay
 * while the map is panned.
 */
JolScene *jol_scene_builder_build (JolSession *session,
                                   const JolSceneTarget *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
