/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The timeline of a story with many events, driven and measured from inside the program's process.
 *
 *     bench-events FRAMES STORY TASK…
 *
 * Each task prints a line of JSON:
 *
 *     span         what FRAMES changes of the span take: the session's verb, with all that listens
 *                  to it and to the list in the open window
 *     span-only    the same of a session that no view shows
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
#include <time.h>

#define N_OPEN 7
#define PANE_WIDTH_PX 300
#define PANE_HEIGHT_PX 700
#define WHEEL_PX 120
/* So that some changes take most of the list away, some little, and most move on by a month. */
#define SPAN_MONTHS 30

/* What something took: on the clock, and of the main thread. */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} Cost;

static Cost
read_clocks (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (Cost){
    .wall_ms = (double) g_get_monotonic_time () / 1e3,
    .cpu_ms = (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6,
  };
}

static Cost
get_cost_since (Cost begin)
{
  const Cost end = read_clocks ();

  return (Cost){ end.wall_ms - begin.wall_ms, end.cpu_ms - begin.cpu_ms };
}

static void
print_costs (const char *name, const GArray *costs)
{
  g_print ("{\"name\": \"%s\", \"wall_ms\": [", name);
  for (guint i = 0; i < costs->len; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", g_array_index (costs, Cost, i).wall_ms);
  g_print ("], \"cpu_ms\": [");
  for (guint i = 0; i < costs->len; i++)
    g_print ("%s%.3f", i > 0 ? ", " : "", g_array_index (costs, Cost, i).cpu_ms);
  g_print ("]}\n");
}

static Cost
set_span (JolSession *session, const JolSpan *span)
{
  const Cost begin = read_clocks ();
  Cost cost;

  jol_session_set_span (session, span, JOL_ORIGIN_STRIP);
  cost = get_cost_since (begin);
  g_main_context_iteration (NULL, FALSE);
  return cost;
}

static void
filter_by_span (BenchWindow *self, JolSession *session, const char *name)
{
  const JolSpan no_span = { 0 };
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (Cost));

  for (guint i = 0; i < self->n_frames; i++)
    {
      const JolSpan span = { bench_window_get_month (self, i * 7),
                             bench_window_get_month (self, i * 7 + i % SPAN_MONTHS) };
      const Cost cost =
          set_span (session, i % 5 == 4 || span.to.year < span.from.year ? &no_span : &span);

      g_array_append_val (costs, cost);
    }
  set_span (session, &no_span);
  bench_clock_wait_still (self->clock, self->still_ms);
  print_costs (name, costs);
}

/* Off and on again: in between, the list would wait for the map to rest. */
static void
filter_by_view (BenchWindow *self, JolSession *session)
{
  const JolViewport home = *jol_session_get_viewport (session);
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (Cost));

  for (guint i = 0; i < self->n_frames; i++)
    {
      const JolViewport viewport = { home.latitude + i % 7 - 3.0, home.longitude + i % 11 - 5.0,
                                     home.zoom + i % 4 };
      Cost begin, cost;

      jol_session_set_only_in_view (session, FALSE);
      jol_session_set_viewport (session, &viewport, JOL_ORIGIN_MAP);
      begin = read_clocks ();
      jol_session_set_only_in_view (session, TRUE);
      cost = get_cost_since (begin);
      g_array_append_val (costs, cost);
    }
  print_costs ("view", costs);
}

/* From a story in hand to the last frame of its timeline. */
static Cost
open_once (BenchWindow *self, JolStory *story)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *timeline = jol_timeline_new ();
  g_autoptr (JolSession) session = jol_session_new ();
  const BenchFrame *last;
  BenchClock *clock;
  Cost begin, cost;

  gtk_window_set_default_size (GTK_WINDOW (window), PANE_WIDTH_PX, PANE_HEIGHT_PX);
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_widget_realize (window);
  clock = bench_clock_new (window);

  begin = read_clocks ();
  jol_session_set_story (session, story);
  jol_timeline_set_session (JOL_TIMELINE (timeline), session);
  gtk_window_present (GTK_WINDOW (window));
  while (bench_clock_count (clock) == 0)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_wait_still (clock, self->still_ms);
  last = bench_clock_get (clock, bench_clock_count (clock) - 1);
  cost = (Cost){ (double) last->end_us / 1e3 - begin.wall_ms, last->end_cpu_ms - begin.cpu_ms };

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
  g_autoptr (GArray) full_costs = g_array_new (FALSE, FALSE, sizeof (Cost));
  g_autoptr (GArray) empty_costs = g_array_new (FALSE, FALSE, sizeof (Cost));
  const guint n = self->n_frames < BENCH_MIN_FRAMES ? 1 : N_OPEN;

  if (!empty)
    g_error ("%s", error->message);

  for (guint i = 0; i < n; i++)
    {
      const Cost full = open_once (self, jol_session_get_story (self->session));
      const Cost nothing = open_once (self, empty);

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
    filter_by_span (self, self->session, task);
  else if (g_str_equal (task, "span-only"))
    filter_by_span (self, unseen, task);
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
