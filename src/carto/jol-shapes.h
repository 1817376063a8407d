/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"
#include "jol-story.h"

G_BEGIN_DECLS

/*
 * JolShapes: the lines of a story's routes, projected, rounded between their waypoints, simplified
 * for small zooms; and the corridors they share. Made once a story, in the main thread.
 *
 * JolShapeSet: the lines as they are drawn at one zoom, side by side, with arrows on them.
 * Immutable, reference-counted, any thread.
 */
typedef struct _JolShapes JolShapes;
typedef struct _JolShapeSet JolShapeSet;

/* What of a route decides on the room that it takes. */
typedef struct
{
  double width_px; /* 0: not shown; negative: shown for now, and nothing makes room for it */
  gboolean has_arrows;
} JolShapeTraits;

typedef struct
{
  const JolWorldLine *lines;
  guint n_lines;
  const JolSceneArrow *arrows;
  guint n_arrows;
  JolWorldBox box;
} JolShape;

JolShapes *jol_shapes_new (JolStory *story) G_GNUC_WARN_UNUSED_RESULT;
void jol_shapes_free (JolShapes *self);

/* In the order of jol_story_get_routes(). What was asked last is remembered. */
JolShapeSet *jol_shapes_lay_out (JolShapes *self,
                                 double zoom,
                                 const JolShapeTraits *traits,
                                 double gap_px) G_GNUC_WARN_UNUSED_RESULT;

/* Whether lines make room for each other, so that it matters which are shown and how wide. */
gboolean jol_shapes_are_side_by_side (const JolShapes *self);
/* Of one route as they lie, not beside each other; detailed enough for the zoom. */
const JolWorldLine *
jol_shapes_get_lines (const JolShapes *self, double zoom, guint route, guint *n_out);

JolShapeSet *jol_shape_set_ref (JolShapeSet *self);
void jol_shape_set_unref (JolShapeSet *self);
JolShape jol_shape_set_get (const JolShapeSet *self, guint route);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolShapes, jol_shapes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolShapeSet, jol_shape_set_unref)

G_END_DECLS
