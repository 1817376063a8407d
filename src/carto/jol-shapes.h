/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"
#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolShapes: the lines of a story's routes as they are drawn: projected, rounded between their
 * waypoints, and simplified for small zooms. Made once a story. Immutable, reference-counted, any
 * thread.
 */
typedef struct _JolShapes JolShapes;

typedef struct
{
  const JolWorldLine *lines;
  guint n_lines;
  JolWorldBox box;
} JolShape;

JolShapes *jol_shapes_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
JolShapes *jol_shapes_ref (JolShapes *self);
void jol_shapes_unref (JolShapes *self);

/* Of the route with that index in jol_story_get_routes(). */
JolShape jol_shapes_get (const JolShapes *self, guint route, double zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolShapes, jol_shapes_unref)

G_END_DECLS
