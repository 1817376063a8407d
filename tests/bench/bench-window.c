/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-window.h"

#include "jol-application.h"
#include "jol-resources.h"
#include "jol-window.h"

#include <locale.h>
#include <time.h>

#define STILL_MS 600
#define HASTY_STILL_MS 100
#define SPAN_MONTHS 30

BenchCost
bench_cost_begin (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (BenchCost){
    .wall_ms = (double) g_get_monotonic_time () / 1e3,
    .cpu_ms = (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6,
  };
}

BenchCost
bench_cost_since (BenchCost begin)
{
  const BenchCost end = bench_cost_begin ();

  return (BenchCost){ end.wall_ms - begin.wall_ms, end.cpu_ms - begin.cpu_ms };
}

void
bench_cost_print (const char *name, const BenchCost *costs, guint n_costs)
{
  g_print ("{\"name\": \"%s\", \"wall_ms\": [", name);
  for (guint i = 0; i < n_costs; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", costs[i].wall_ms);
  g_print ("], \"cpu_ms\": [");
  for (guint i = 0; i < n_costs; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", costs[i].cpu_ms);
  g_print ("]}\n");
}

GtkWidget *
bench_find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bench_find_child (child, type);

      if (found)
        return found;
    }
  return NULL;
}

gboolean
bench_window_count (BenchWindow *self)
{
  return ++self->n_done < self->n_frames + BENCH_FIRST ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
bench_window_run_frames (BenchWindow *self, const char *name, GtkTickCallback callback)
{
  self->n_done = 0;
  bench_clock_begin (self->clock);
  gtk_widget_add_tick_callback (self->window, callback, self, NULL);
  while (self->n_done < self->n_frames + BENCH_FIRST)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_print (self->clock, name, BENCH_FIRST);
  bench_clock_wait_still (self->clock, self->still_ms);
}

JolDate
bench_window_get_month (const BenchWindow *self, guint month)
{
  const JolSpan *time = jol_story_get_time (jol_session_get_story (self->session));
  const int n_years = time->to.year - time->from.year + 1;

  month %= (guint) (12 * n_years);
  return (JolDate){ .year = time->from.year + (int) (month / 12), .month = (int) (month % 12) + 1 };
}

static gboolean
date_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BenchWindow *self = data;
  const JolDate date = bench_window_get_month (self, self->n_done * 7);

  jol_session_set_date (self->session, &date, JOL_ORIGIN_STRIP);
  return bench_window_count (self);
}

void
bench_window_run_dates (BenchWindow *self)
{
  bench_window_run_frames (self, "date", date_cb);
}

gboolean
bench_window_get_span (const BenchWindow *self, guint i, JolSpan *span_out)
{
  *span_out = (JolSpan){ bench_window_get_month (self, i * 7),
                         bench_window_get_month (self, i * 7 + i % SPAN_MONTHS) };
  return i % 5 != 4 && span_out->to.year >= span_out->from.year;
}

static gboolean
span_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  const JolSpan no_span = { 0 };
  BenchWindow *self = data;
  JolSpan span;
  const gboolean has_span = bench_window_get_span (self, self->n_done, &span);

  jol_session_set_span (self->session, has_span ? &span : &no_span, JOL_ORIGIN_STRIP);
  return bench_window_count (self);
}

void
bench_window_run_spans (BenchWindow *self)
{
  const JolSpan no_span = { 0 };

  bench_window_run_frames (self, "span", span_cb);
  jol_session_set_span (self->session, &no_span, JOL_ORIGIN_STRIP);
  bench_clock_wait_still (self->clock, self->still_ms);
}

static BenchCost
get_cost_of_frame (const BenchFrame *frame, BenchCost begin)
{
  return (BenchCost){ (double) frame->end_us / 1e3 - begin.wall_ms,
                      frame->end_cpu_ms - begin.cpu_ms };
}

void
bench_window_open (BenchWindow *self, guint n_frames, const char *story)
{
  GApplication *application;
  BenchCost begin;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (story);

  setlocale (LC_ALL, "");
  g_resources_register (jol_resources_get_resource ());
  application = G_APPLICATION (jol_application_new ());
  if (!g_application_register (application, NULL, NULL))
    g_error ("no bus");
  begin = bench_cost_begin ();
  if (g_str_equal (story, "-"))
    g_application_activate (application);
  else
    g_application_open (application, &file, 1, "");

  self->window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  self->session = jol_window_get_session (JOL_WINDOW (self->window));
  self->n_frames = n_frames;
  self->still_ms = n_frames < BENCH_MIN_FRAMES ? HASTY_STILL_MS : STILL_MS;
  while (!jol_session_get_story (self->session))
    g_main_context_iteration (NULL, TRUE);
  self->clock = bench_clock_new (self->window);
  while (bench_clock_count (self->clock) == 0)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_wait_still (self->clock, self->still_ms);
  self->first = get_cost_of_frame (bench_clock_get (self->clock, 0), begin);
  self->complete =
      get_cost_of_frame (bench_clock_get (self->clock, bench_clock_count (self->clock) - 1), begin);
}
