/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-clock.h"

#include "jol-session.h"

G_BEGIN_DECLS

/* Frames before the first that is measured. */
#define BENCH_FIRST 5
/* With fewer frames than this nothing is measured: it only shows that all works. */
#define BENCH_MIN_FRAMES 20

/* What something took: on the clock, and of the main thread. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} BenchCost;

/* The time now, and what has passed since. */
BenchCost bench_cost_begin (void);
BenchCost bench_cost_since (BenchCost begin);

/* Prints {"name": …, "wall_ms": […], "cpu_ms": […]} on one line. */
void bench_cost_print (const char *name, const BenchCost *costs, guint n_costs);

/* The program's own window, with a story open and its picture complete. */
typedef struct
{
  GtkWidget *window;
  JolSession *session;
  BenchClock *clock;
  guint n_frames;
  int still_ms;
  BenchCost first;    /* from the wish for a story to the first frame that shows it */
  BenchCost complete; /* to the last change of its picture */
  guint n_done;       /* of the frames of the task that runs */
} BenchWindow;

/* @story: a file, or "-" for the story inside the program. For the life of the process. */
void bench_window_open (BenchWindow *self, guint n_frames, const char *story);

/* The first of that type among @widget and what is in it, or NULL. */
GtkWidget *bench_find_child (GtkWidget *widget, GType type);

/* Counts a frame; what a tick callback returns. */
gboolean bench_window_count (BenchWindow *self);

/* Turns the main loop until @callback, which gets the BenchWindow, has counted all frames. */
void bench_window_run_frames (BenchWindow *self, const char *name, GtkTickCallback callback);

/* The story's @month, counted from its beginning and beginning again after its end. */
JolDate bench_window_get_month (const BenchWindow *self, guint month);

/* Moves the date in each frame, seven months at a time; printed as "date". */
void bench_window_run_dates (BenchWindow *self);

/* The @i-th span: some changes take most of the list away, some little, most move on by a month.
 * FALSE: no span. */
gboolean bench_window_get_span (const BenchWindow *self, guint i, JolSpan *span_out);

/* Has another span in each frame; printed as "span". */
void bench_window_run_spans (BenchWindow *self);

G_END_DECLS
