/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A strip scene is made in two files: the chart (jol-strip-scene.c) and the events' ticks
 * (jol-strip-ticks.c). */

#include "jol-strip-scene.h"

G_BEGIN_DECLS

/* Room for the events. */
#define JOL_STRIP_TICKS_PX 24.0

void jol_strip_scene_add_ticks (JolStripScene *self, const JolStripRequest *request);

G_END_DECLS
