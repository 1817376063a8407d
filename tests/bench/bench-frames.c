/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's own window, driven and measured from inside its process.
 *
 *     bench-frames FRAMES STORY|- TASK…
 *
 * STORY is a file; "-" is the story inside the program. Each task prints a line of JSON:
 *
 *     map          size and zoom of the map as the story opens
 *     pan=ZOOM     frames of panning; "pan=fit": at the zoom at which the story opens
 *     play         frames of playing the whole story at the highest speed
 *     date         frames in each of which the date moves
 *     click        what a click on a route leads to, up to the last change of the picture
 *     redraw       frames in which everything is drawn anew
 *
 * JOL_SCREEN_FILE names the file in which Xvfb keeps its screen.
 */
#include "config.h"

#include "bench-pan.h"

#include "jol-application.h"
#include "jol-hit.h"
#include "jol-resources.h"
#include "jol-route-layer.h"
#include "jol-time-strip.h"
#include "jol-window.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define STILL_MS 600
#define N_CLICKS 5
/* With fewer frames than this nothing is measured: it only shows that all works. */
#define MIN_FRAMES 20
#define HASTY_STILL_MS 100
#define N_FIRST 5

typedef struct
{
  GtkWidget *window;
  JolSession *session;
  BenchClock *clock;
  guint n_frames;
  int still_ms;
  double fit_zoom;

  guint n_done;
} Bench;

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found)
        return found;
    }
  return NULL;
}

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
  Bench *self = data;

  queue_draw (self->window);
  return ++self->n_done < self->n_frames + N_FIRST ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
date_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;
  const JolSpan *time = jol_story_get_time (jol_session_get_story (self->session));
  const int n_years = time->to.year - time->from.year + 1;
  const guint month = self->n_done * 7 % (guint) (12 * n_years);
  const JolDate date = { .year = time->from.year + (int) (month / 12),
                         .month = (int) (month % 12) + 1 };

  jol_session_set_date (self->session, &date, JOL_ORIGIN_STRIP);
  return ++self->n_done < self->n_frames + N_FIRST ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
run_frames (Bench *self, const char *name, GtkTickCallback callback)
{
  self->n_done = 0;
  bench_clock_begin (self->clock);
  gtk_widget_add_tick_callback (self->window, callback, self, NULL);
  while (self->n_done < self->n_frames + N_FIRST)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_print (self->clock, name, N_FIRST);
  bench_clock_wait_still (self->clock, self->still_ms);
}

/* Eight times as fast as usual, so that each frame has another month. */
static void
play (Bench *self)
{
  GtkWidget *strip = find_child (self->window, JOL_TYPE_TIME_STRIP);
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
  bench_clock_print (self->clock, "play", N_FIRST);
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
click_once (Bench *self, GtkGesture *gesture, JolScene *scene, guint nth, gboolean is_last)
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
click (Bench *self)
{
  JolRouteLayer *layer = JOL_ROUTE_LAYER (find_child (self->window, JOL_TYPE_ROUTE_LAYER));
  ShumateMap *map = SHUMATE_MAP (find_child (self->window, SHUMATE_TYPE_MAP));
  GtkGesture *gesture = find_click (map);
  const guint n_clicks = self->n_frames < MIN_FRAMES ? 1 : N_CLICKS;

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
run (Bench *self, const char *task)
{
  ShumateMap *map = SHUMATE_MAP (find_child (self->window, SHUMATE_TYPE_MAP));

  if (g_str_equal (task, "map"))
    g_print ("{\"name\": \"map\", \"width\": %d, \"height\": %d, \"zoom\": %.6f}\n",
             gtk_widget_get_width (GTK_WIDGET (map)), gtk_widget_get_height (GTK_WIDGET (map)),
             self->fit_zoom);
  else if (g_str_equal (task, "pan=fit"))
    bench_pan (map, self->clock, self->fit_zoom, self->n_frames);
  else if (g_str_has_prefix (task, "pan="))
    bench_pan (map, self->clock, g_ascii_strtod (task + strlen ("pan="), NULL), self->n_frames);
  else if (g_str_equal (task, "play"))
    play (self);
  else if (g_str_equal (task, "date"))
    run_frames (self, "date", date_cb);
  else if (g_str_equal (task, "redraw"))
    run_frames (self, "redraw", redraw_cb);
  else if (g_str_equal (task, "click"))
    click (self);
  else
    g_error ("there is no task %s", task);
}

static void
open_window (GApplication *application, const char *story)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (story);

  if (!g_application_register (application, NULL, NULL))
    g_error ("no bus");
  if (g_str_equal (story, "-"))
    g_application_activate (application);
  else
    g_application_open (application, &file, 1, "");
}

int
main (int argc, char *argv[])
{
  g_autoptr (JolApplication) application = NULL;
  Bench self = { 0 };

  if (argc < 4)
    return 2;

  setlocale (LC_ALL, "");
  g_resources_register (jol_resources_get_resource ());
  application = jol_application_new ();
  open_window (G_APPLICATION (application), argv[2]);
  self.window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (application)));
  self.session = jol_window_get_session (JOL_WINDOW (self.window));
  self.n_frames = (guint) atoi (argv[1]);
  self.still_ms = self.n_frames < MIN_FRAMES ? HASTY_STILL_MS : STILL_MS;
  while (!jol_session_get_story (self.session))
    g_main_context_iteration (NULL, TRUE);
  self.clock = bench_clock_new (self.window);
  bench_clock_wait_still (self.clock, self.still_ms);
  self.fit_zoom = jol_session_get_viewport (self.session)->zoom;

  for (int i = 3; i < argc; i++)
    run (&self, argv[i]);
  return 0;
}
