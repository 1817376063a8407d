/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

#define JOL_HIT_RADIUS_PX 8.0

/*
 * The ids of what lies within JOL_HIT_RADIUS_PX of a point of the picture, best first: places whose
 * symbol is hit before routes, then by distance. (transfer full), NULL-terminated, never NULL.
 * Clicking again at the same spot takes the next one: see jol_hit_next().
 */
char **jol_hit_at (const JolScene *scene, double x_px, double y_px) G_GNUC_WARN_UNUSED_RESULT;

/* The one after @current in @hits, or the first if @current is not among them; NULL when there is
 * none. */
const char *jol_hit_next (const char *const *hits, const char *current);

G_END_DECLS
