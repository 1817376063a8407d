/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-clock.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/*
 * Moves @map as a hand would, a step a frame, over the middle of the region at @zoom, for
 * @n_frames, and prints the frames as "pan ZOOM". The first time over a place its tiles are not
 * there yet, on the way back they are: both belong to panning.
 */
void bench_pan (ShumateMap *map, BenchClock *clock, double zoom, guint n_frames);

/* The same of zooming in by a level from @zoom, and out again, over the middle; "zoom". */
void bench_zoom (ShumateMap *map, BenchClock *clock, double zoom, guint n_frames);

G_END_DECLS
