/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One turn of the frame clock in which something was drawn, from its first handler to its last. */
typedef struct
{
  double wall_ms;
  double cpu_ms;        /* of the main thread */
  double end_cpu_ms;    /* all that the main thread has done when it ended */
  double loop_ms;       /* what it has done since the frame before: what led to this one, too */
  gint64 end_us;        /* monotonic */
  gboolean has_changed; /* the picture; TRUE when nobody looks at the screen */
} BenchFrame;

/*
 * BenchClock: takes down the frames of a window. Both the program's window and its floor are
 * measured by this, so that neither has anything of the measuring in itself.
 */
typedef struct _BenchClock BenchClock;

BenchClock *bench_clock_new (GtkWidget *window); /* which is on the screen; the clock lives on */
void bench_clock_free (BenchClock *self);
void bench_clock_begin (BenchClock *self); /* forgets what was taken down */
guint bench_clock_count (const BenchClock *self);
const BenchFrame *bench_clock_get (const BenchClock *self, guint i);

/* From now on frames that leave every px as it was are known by it. @path is the file in which Xvfb
 * keeps its screen. Looking costs, though not within a frame. FALSE: there is no such file. */
gboolean bench_clock_watch_screen (BenchClock *self, const char *path);

/* Prints {"name": …, "wall_ms": […], "cpu_ms": […], "loop_ms": […], "process_ms": …} on one line,
 * without the first @skip frames; process_ms is the whole process's work since bench_clock_begin(),
 * a frame. */
void bench_clock_print (const BenchClock *self, const char *name, guint skip);

/* Turns the main loop until nothing was drawn for @quiet_ms, but not longer than ten seconds. */
void bench_clock_wait_still (BenchClock *self, int quiet_ms);

G_END_DECLS
