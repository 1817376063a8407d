/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

/* What differs more from a zoom has corridors of its own: zooms are taken in steps of this. */
#define JOL_CORRIDOR_ZOOM_STEP 0.25

/*
 * JolCorridors: which lines run together at a zoom, and on which side of each other. Depends on the
 * lines and the zoom alone, not on what is shown or how wide it is. Immutable once made.
 */
typedef struct _JolCorridors JolCorridors;

JolCorridors *jol_corridors_new (const JolWorldLine *lines,
                                 guint n_lines,
                                 double zoom,
                                 GHashTable *sides) G_GNUC_WARN_UNUSED_RESULT;
void jol_corridors_free (JolCorridors *self);

/* Adds who lies on whose side here, where @sides does not say it yet. */
void jol_corridors_add_sides (const JolCorridors *self, GHashTable *sides);
GHashTable *jol_corridor_sides_new (void) G_GNUC_WARN_UNUSED_RESULT;

void jol_corridors_lay_out (const JolCorridors *self,
                            double zoom,
                            const double *widths_px,
                            double gap_px,
                            JolWorldLine *lines_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCorridors, jol_corridors_free)

G_END_DECLS
