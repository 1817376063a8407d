/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A JolStripScene is made in three files: areas and frame (jol-strip-scene.c), the axis
 * (jol-strip-axis.c) and the events (jol-strip-ticks.c). */

#include "jol-canvas.h"
#include "jol-strip-scene.h"

G_BEGIN_DECLS

#define JOL_STRIP_TICKS_PX 24.0
#define JOL_STRIP_N_LANES 2
#define JOL_STRIP_LANE_PX 5.0 /* a bar and the space under it */

void jol_strip_scene_add_axis (JolStripScene *self);
/* Whether an event lasts, or is dated by more than a day. */
gboolean jol_strip_moments_have_bars (const GArray *moments);
void jol_strip_scene_add_ticks (JolStripScene *self,
                                const JolStripRequest *request,
                                const GArray *moments);

G_END_DECLS
