/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline of a story with many events, driven and measured from inside the program's process.
 *
 *     bench-events FRAMES STORY TASK…
 *
 * Each task prints a line of JSON:
 *
 *     span         frames in each of which another span is set, with all that shows it
 *     span-only    what FRAMES changes of the span take in a session that no view shows
 *     view         what FRAMES moves of the map take while the list holds only what it shows, of a
 *                  session that no view shows
 *     open=EMPTY   from a story in hand to the last frame of a timeline in a window of its own: of
 *                  STORY, and in turns with it of EMPTY, which has no events: a second line
 *     scroll       frames in each of which the list is scrolled as a wheel does
 *     date         frames in each of which the date moves
 */
#include "config.h"

#include "bench-window.h"

#include "jol-story-loader.h"
#include "jol-timeline.h"

#include <stdlib.h>
#include <string.h>

#define N_OPEN 7
#define PANE_WIDTH_PX 300
#define PANE_HEIGHT_PX 700
#define WHEEL_PX 120
static void
print_costs (const char *name, const GArray *costs)
{
  bench_cost_print (name, &g_array_index (costs, BenchCost, 0), costs->len);
}

static BenchCost
set_span (JolSession *session, const JolSpan *span)
{
  const BenchCost begin = bench_cost_begin ();
  BenchCost cost;

  jol_session_set_span (session, span, JOL_ORIGIN_STRIP);
  cost = bench_cost_since (begin);
  g_main_context_iteration (NULL, FALSE);
  return cost;
}

static void
filter_by_span (BenchWindow *self, JolSession *session)
{
  const JolSpan no_span = { 0 };
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (BenchCost));

  for (guint i = 0; i < self->n_frames; i++)
    {
      JolSpan span;
      const gboolean has_span = bench_window_get_span (self, i, &span);
      const BenchCost cost = set_span (session, has_span ? &span : &no_span);

      g_array_append_val (costs, cost);
    }
  print_costs ("span-only", costs);
}

/* Off and on again: in between, the list would wait for the map to rest. */
static void
filter_by_view (BenchWindow *self, JolSession *session)
{
  const JolViewport home = *jol_session_get_viewport (session);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (BenchCost));

  for (guint i = 0; i < self->n_frames; i++)
    {
      const JolViewport viewport = { home.latitude + i % 7 - 3.0, home.longitude + i % 11 - 5.0,
                                     home.zoom + i % 4 };
      BenchCost begin, cost;

      jol_session_set_only_in_view (session, FALSE);
      jol_session_set_viewport (session, &viewport, JOL_ORIGIN_MAP);
      begin = bench_cost_begin ();
      jol_session_set_only_in_view (session, TRUE);
      cost = bench_cost_since (begin);
      g_array_append_val (costs, cost);
    }
  print_costs ("view", costs);
}

/* From a story in hand to the last frame of its timeline. */
static BenchCost
open_once (BenchWindow *self, JolStory *story)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *timeline = jol_timeline_new ();
  g_autoptr (JolSession) session = jol_session_new ();
  const BenchFrame *last;
  BenchClock *clock;
  BenchCost begin, cost;

  gtk_window_set_default_size (GTK_WINDOW (window), PANE_WIDTH_PX, PANE_HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_widget_realize (window);
  clock = bench_clock_new (window);

  begin = bench_cost_begin ();
  jol_session_set_story (session, story);
  jol_timeline_set_session (JOL_TIMELINE (timeline), session);
  gtk_window_present (GTK_WINDOW (window));
  while (bench_clock_count (clock) == 0)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_wait_still (clock, self->still_ms);
  last = bench_clock_get (clock, bench_clock_count (clock) - 1);
  cost =
      (BenchCost){ (double) last->end_us / 1e3 - begin.wall_ms, last->end_cpu_ms - begin.cpu_ms };

  bench_clock_free (clock);
  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

static void
open_lists (BenchWindow *self, const char *empty_path)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JolStory) empty = jol_story_load (empty_path, problems, NULL, &error);
  g_autoptr (GArray) full_costs = g_array_new (FALSE, FALSE, sizeof (BenchCost));
  g_autoptr (GArray) empty_costs = g_array_new (FALSE, FALSE, sizeof (BenchCost));
  const guint n = self->n_frames < BENCH_MIN_FRAMES ? 1 : N_OPEN;

  if (!empty)
    g_error ("%s", error->message);

  for (guint i = 0; i < n; i++)
    {
      const BenchCost full = open_once (self, jol_session_get_story (self->session));
      const BenchCost nothing = open_once (self, empty);

      g_array_append_val (full_costs, full);
      g_array_append_val (empty_costs, nothing);
    }
  print_costs ("open", full_costs);
  print_costs ("open empty", empty_costs);
}

/* The list's own scroller has two controllers of the wheel: its own, and the timeline's. */
static void
turn_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled;

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_handled);
    }
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BenchWindow *self = data;
  GtkWidget *timeline = bench_find_child (self->window, JOL_TYPE_TIMELINE);
  GtkWidget *scroller = bench_find_child (timeline, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  const double room =
      gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  const double value = gtk_adjustment_get_value (adjustment) + WHEEL_PX;

  turn_wheel (scroller);
  gtk_adjustment_set_value (adjustment, value < room ? value : 0.0);
  return bench_window_count (self);
}

static void
run (BenchWindow *self, const char *task)
{
  g_autoptr (JolSession) unseen = jol_session_new ();

  jol_session_set_story (unseen, jol_session_get_story (self->session));
  if (g_str_equal (task, "span"))
    bench_window_run_spans (self);
  else if (g_str_equal (task, "span-only"))
    filter_by_span (self, unseen);
  else if (g_str_equal (task, "view"))
    filter_by_view (self, unseen);
  else if (g_str_has_prefix (task, "open="))
    open_lists (self, task + strlen ("open="));
  else if (g_str_equal (task, "scroll"))
    bench_window_run_frames (self, task, scroll_cb);
  else if (g_str_equal (task, "date"))
    bench_window_run_dates (self);
  else
    g_error ("there is no task %s", task);
}

int
main (int argc, char *argv[])
{
  BenchWindow self = { 0 };

  if (argc < 4)
    return 2;

  bench_window_open (&self, (guint) atoi (argv[1]), argv[2]);
  for (int i = 3; i < argc; i++)
    run (&self, argv[i]);
  return 0;
}
