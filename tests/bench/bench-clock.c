/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-clock.h"

#include <string.h>
#include <time.h>

#define MAX_WAIT_US (10 * G_USEC_PER_SEC)

struct _BenchClock
{
  GArray *frames;
  double wall_ms, cpu_ms; /* at which the turn began */
  gboolean is_drawn;      /* in this turn */
  double process_ms;      /* at which all began */
  double end_cpu_ms;      /* at which the frame before ended, or at which all began */
  GdkDisplay *display;
  GdkFrameClock *clock; /* whose signals are heard */
  GMappedFile *screen;  /* or NULL */
  char *seen;
};

static double
read_ms (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_paint_cb (BenchClock *self)
{
  self->wall_ms = read_ms (CLOCK_MONOTONIC);
  self->cpu_ms = read_ms (CLOCK_THREAD_CPUTIME_ID);
  self->is_drawn = FALSE;
}

static void
paint_cb (BenchClock *self)
{
  self->is_drawn = TRUE;
}

static gboolean
look_at_screen (BenchClock *self)
{
  const gsize length = g_mapped_file_get_length (self->screen);
  const char *now = g_mapped_file_get_contents (self->screen);

  gdk_display_sync (self->display);
  if (memcmp (self->seen, now, length) == 0)
    return FALSE;

  memcpy (self->seen, now, length);
  return TRUE;
}

static void
after_paint_cb (BenchClock *self)
{
  const double cpu_ms = read_ms (CLOCK_THREAD_CPUTIME_ID);
  BenchFrame frame = {
    .wall_ms = read_ms (CLOCK_MONOTONIC) - self->wall_ms,
    .cpu_ms = cpu_ms - self->cpu_ms,
    .end_cpu_ms = cpu_ms,
    .loop_ms = cpu_ms - self->end_cpu_ms,
    .end_us = g_get_monotonic_time (),
    .has_changed = TRUE,
  };

  if (!self->is_drawn)
    return;

  if (self->screen)
    frame.has_changed = look_at_screen (self);
  g_array_append_val (self->frames, frame);
  self->end_cpu_ms = read_ms (CLOCK_THREAD_CPUTIME_ID);
}

BenchClock *
bench_clock_new (GtkWidget *window)
{
  BenchClock *self = g_new0 (BenchClock, 1);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  self->frames = g_array_new (FALSE, FALSE, sizeof (BenchFrame));
  self->display = gtk_widget_get_display (window);
  self->clock = g_object_ref (clock);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (paint_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  bench_clock_begin (self);
  return self;
}

void
bench_clock_free (BenchClock *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_array_unref (self->frames);
  g_clear_pointer (&self->screen, g_mapped_file_unref);
  g_free (self->seen);
  g_free (self);
}

void
bench_clock_begin (BenchClock *self)
{
  g_array_set_size (self->frames, 0);
  self->process_ms = read_ms (CLOCK_PROCESS_CPUTIME_ID);
  self->end_cpu_ms = read_ms (CLOCK_THREAD_CPUTIME_ID);
}

guint
bench_clock_count (const BenchClock *self)
{
  return self->frames->len;
}

const BenchFrame *
bench_clock_get (const BenchClock *self, guint i)
{
  return &g_array_index (self->frames, BenchFrame, i);
}

gboolean
bench_clock_watch_screen (BenchClock *self, const char *path)
{
  self->screen = g_mapped_file_new (path, FALSE, NULL);
  if (!self->screen)
    return FALSE;

  self->seen = g_malloc0 (g_mapped_file_get_length (self->screen));
  look_at_screen (self);
  return TRUE;
}

static void
print_column (const BenchClock *self, const char *name, gsize offset, guint skip)
{
  g_print ("\"%s\": [", name);
  for (guint i = skip; i < self->frames->len; i++)
    g_print ("%s%.3f", i > skip ? ", " : "",
             G_STRUCT_MEMBER (double, &g_array_index (self->frames, BenchFrame, i), offset));
  g_print ("], ");
}

void
bench_clock_print (const BenchClock *self, const char *name, guint skip)
{
  const double process_ms = read_ms (CLOCK_PROCESS_CPUTIME_ID) - self->process_ms;

  g_print ("{\"name\": \"%s\", ", name);
  print_column (self, "wall_ms", G_STRUCT_OFFSET (BenchFrame, wall_ms), skip);
  print_column (self, "cpu_ms", G_STRUCT_OFFSET (BenchFrame, cpu_ms), skip);
  print_column (self, "loop_ms", G_STRUCT_OFFSET (BenchFrame, loop_ms), skip);
  g_print ("\"process_ms\": %.3f}\n", process_ms / MAX (self->frames->len, 1));
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
bench_clock_wait_still (BenchClock *self, int quiet_ms)
{
  const gint64 begin_us = g_get_monotonic_time ();
  const guint tick = g_timeout_add (20, tick_cb, NULL);
  gint64 drawn_us = begin_us;

  for (;;)
    {
      const gint64 now_us = g_get_monotonic_time ();

      if (self->frames->len > 0)
        drawn_us = MAX (begin_us, bench_clock_get (self, self->frames->len - 1)->end_us);
      if (now_us - drawn_us > quiet_ms * 1000 || now_us - begin_us > MAX_WAIT_US)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}
