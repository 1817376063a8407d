/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's own window, driven and measured from inside its process.
 *
 *     bench-frames FRAMES STORY|- TASK…
 *
 * STORY is a file; "-" is the story inside the program. Each task prints a line of JSON:
 *
 *     map          size and zoom of the map as the story opens
 *     open         from the wish for the story to its first frame, and to its last
 *     memory       MiB that the process has (PSS)
 *     pan=ZOOM     frames of panning; "pan=fit": at the zoom at which the story opens
 *     zoom         frames of zooming in and out from there
 *     play         frames of playing the whole story at the highest speed
 *     date         frames in each of which the date moves
 *     span         frames in each of which another span is set
 *     click        what a click on a route leads to, up to the last change of the picture
 *     redraw       frames in which everything is drawn anew
 *
 * JOL_SCREEN_FILE names the file in which Xvfb keeps its screen.
 */
#include "config.h"

#include "bench-pan.h"
#include "bench-window.h"

#include "jol-hit.h"
#include "jol-route-layer.h"
#include "jol-time-strip.h"

#include <stdlib.h>
#include <string.h>

#define N_CLICKS 5

typedef struct
{
  BenchWindow base;
  double fit_zoom;
} Bench;

static void
queue_draw (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      queue_draw (child);
}

static gboolean
redraw_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BenchWindow *self = data;

  queue_draw (self->window);
  return bench_window_count (self);
}

/* Eight times as fast as usual, so that each frame has another month. */
static void
play (BenchWindow *self)
{
  GtkWidget *strip = bench_find_child (self->window, JOL_TYPE_TIME_STRIP);
  const JolSpan *time = jol_story_get_time (jol_session_get_story (self->session));

  jol_session_set_date (self->session, &time->from, JOL_ORIGIN_APP);
  bench_clock_wait_still (self->clock, self->still_ms);
  gtk_widget_activate_action (strip, "strip.speed", "d", 8.0);
  bench_clock_begin (self->clock);
  jol_session_set_playing (self->session, TRUE);
  while (jol_session_get_playing (self->session) &&
         bench_clock_count (self->clock) < self->n_frames * 4)
    g_main_context_iteration (NULL, TRUE);
  jol_session_set_playing (self->session, FALSE);
  bench_clock_print (self->clock, "play", BENCH_FIRST);
  bench_clock_wait_still (self->clock, self->still_ms);
}

/* A place on the map at which a click hits a route; another for each @nth. */
static gboolean
find_spot (JolScene *scene, guint nth, double *x, double *y)
{
  guint n_routes;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);
  const double width = jol_scene_get_width (scene);
  const double height = jol_scene_get_height (scene);

  for (guint i = 0; i < n_routes; i++)
    {
      const JolSceneRoute *route = &routes[(i + nth * 7) % n_routes];
      const JolWorldLine *line = &route->lines[0];
      g_auto (GStrv) hits = NULL;

      jol_transform_apply (jol_scene_get_transform (scene), &line->points[line->n_points / 2], x,
                           y);
      /* Nearer to the edge the legend and the card lie over the map. */
      if (*x < width * 0.45 || *x > width * 0.8 || *y < height * 0.2 || *y > height * 0.6)
        continue;
      hits = jol_hit_at (scene, *x, *y);
      if (hits[0] && g_str_equal (hits[0], route->id))
        return TRUE;
    }
  return FALSE;
}

static GtkGesture *
find_click (ShumateMap *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "jol-map-click") == 0)
        return GTK_GESTURE (controller);
    }
  g_error ("the map has no controller of clicks");
}

/* Prints how many frames changed the picture after a click, and the main thread's work until the
 * last of them. */
static void
click_once (BenchWindow *self, GtkGesture *gesture, JolScene *scene, guint nth, gboolean is_last)
{
  struct timespec now;
  double x, y, begin_ms, work_ms = 0.0, wall_ms = 0.0;
  gint64 begin_us;
  guint n_frames = 0;

  if (!find_spot (scene, nth, &x, &y))
    g_error ("no route to click on");

  bench_clock_begin (self->clock);
  begin_us = g_get_monotonic_time ();
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  begin_ms = (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
  g_signal_emit_by_name (gesture, "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "released", 1, x, y);
  bench_clock_wait_still (self->clock, self->still_ms);

  for (guint i = 0; i < bench_clock_count (self->clock); i++)
    {
      const BenchFrame *frame = bench_clock_get (self->clock, i);

      if (!frame->has_changed)
        continue;
      n_frames = i + 1;
      work_ms = frame->end_cpu_ms - begin_ms;
      wall_ms = (double) (frame->end_us - begin_us) / 1e3;
    }
  g_print ("[%u, %.3f, %.3f]%s", n_frames, work_ms, wall_ms, is_last ? "]}\n" : ", ");
}

static void
click (BenchWindow *self)
{
  JolRouteLayer *layer = JOL_ROUTE_LAYER (bench_find_child (self->window, JOL_TYPE_ROUTE_LAYER));
  ShumateMap *map = SHUMATE_MAP (bench_find_child (self->window, SHUMATE_TYPE_MAP));
  GtkGesture *gesture = find_click (map);
  const guint n_clicks = self->n_frames < BENCH_MIN_FRAMES ? 1 : N_CLICKS;

  if (!bench_clock_watch_screen (self->clock, g_getenv ("JOL_SCREEN_FILE")))
    g_error ("JOL_SCREEN_FILE names no screen");
  g_print ("{\"name\": \"click\", \"clicks\": [");
  for (guint i = 0; i < n_clicks; i++)
    {
      click_once (self, gesture, jol_route_layer_get_scene (layer), i, i + 1 == n_clicks);
      jol_session_select (self->session, NULL, JOL_ORIGIN_MAP);
      bench_clock_wait_still (self->clock, self->still_ms);
    }
}

static void
print_memory (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, &error))
    g_error ("%s", error->message);
  line = strstr (text, "\nPss:");
  g_print ("{\"name\": \"memory\", \"mib\": %.1f}\n",
           line ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024.0 : 0.0);
}

static void
run (Bench *self, const char *task)
{
  ShumateMap *map = SHUMATE_MAP (bench_find_child (self->base.window, SHUMATE_TYPE_MAP));

  if (g_str_equal (task, "map"))
    g_print ("{\"name\": \"map\", \"width\": %d, \"height\": %d, \"zoom\": %.6f}\n",
             gtk_widget_get_width (GTK_WIDGET (map)), gtk_widget_get_height (GTK_WIDGET (map)),
             self->fit_zoom);
  else if (g_str_equal (task, "open"))
    bench_cost_print (task, (BenchCost[]){ self->base.first, self->base.complete }, 2);
  else if (g_str_equal (task, "memory"))
    print_memory ();
  else if (g_str_equal (task, "zoom"))
    bench_zoom (map, self->base.clock, self->fit_zoom, self->base.n_frames);
  else if (g_str_equal (task, "pan=fit"))
    bench_pan (map, self->base.clock, self->fit_zoom, self->base.n_frames);
  else if (g_str_has_prefix (task, "pan="))
    bench_pan (map, self->base.clock, g_ascii_strtod (task + strlen ("pan="), NULL),
               self->base.n_frames);
  else if (g_str_equal (task, "play"))
    play (&self->base);
  else if (g_str_equal (task, "date"))
    bench_window_run_dates (&self->base);
  else if (g_str_equal (task, "span"))
    bench_window_run_spans (&self->base);
  else if (g_str_equal (task, "redraw"))
    bench_window_run_frames (&self->base, "redraw", redraw_cb);
  else if (g_str_equal (task, "click"))
    click (&self->base);
  else
    g_error ("there is no task %s", task);
}

int
main (int argc, char *argv[])
{
  Bench self = { 0 };

  if (argc < 4)
    return 2;

  bench_window_open (&self.base, (guint) atoi (argv[1]), argv[2]);
  self.fit_zoom = jol_session_get_viewport (self.base.session)->zoom;

  for (int i = 3; i < argc; i++)
    run (&self, argv[i]);
  return 0;
}
