/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-pan.h"

#include "jol-projection.h"

#include <math.h>

#define STEP_PX 8.0
#define STEP_ZOOM 0.05
#define REACH_ZOOM 1.0
#define REACH_PX 480.0
#define STILL_MS 600
/* Frames in which a jump to the beginning may still be seen. */
#define N_FIRST 5

typedef struct
{
  ShumateMap *map;
  double zoom;
  guint n_done, n_wanted;
} Pan;

/* There and back between 0 and @reach. */
static double
swing (double way, double reach)
{
  const double rest = fmod (way, 2.0 * reach);

  return rest < reach ? rest : 2.0 * reach - rest;
}

static void
place (Pan *self)
{
  const double way = STEP_PX * self->n_done;
  const double size_px = JOL_TILE_PX * exp2 (self->zoom);
  JolWorldPoint world = jol_project (&(JolPoint){ 45.0, 62.0 });
  JolPoint point;

  world.x += (swing (way, REACH_PX) - REACH_PX / 2.0) / size_px;
  world.y += (swing (way / 2.0, REACH_PX / 2.0) - REACH_PX / 4.0) / size_px;
  point = jol_unproject (&world);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (self->map)),
                                 point.latitude, point.longitude);
}

static gboolean
pan_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Pan *self = data;

  place (self);
  return ++self->n_done < self->n_wanted ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
zoom_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Pan *self = data;

  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map),
                                   self->zoom + swing (STEP_ZOOM * self->n_done, REACH_ZOOM));
  return ++self->n_done < self->n_wanted ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
move (Pan *self, BenchClock *clock, GtkTickCallback callback, const char *name)
{
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (self->map), self->zoom);
  place (self);
  bench_clock_wait_still (clock, STILL_MS);

  bench_clock_begin (clock);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->map), callback, self, NULL);
  while (self->n_done < self->n_wanted)
    g_main_context_iteration (NULL, TRUE);
  bench_clock_print (clock, name, N_FIRST);
}

void
bench_pan (ShumateMap *map, BenchClock *clock, double zoom, guint n_frames)
{
  Pan pan = { .map = map, .zoom = zoom, .n_wanted = n_frames + N_FIRST };
  g_autofree char *name = g_strdup_printf ("pan %g", zoom);

  move (&pan, clock, pan_cb, name);
}

void
bench_zoom (ShumateMap *map, BenchClock *clock, double zoom, guint n_frames)
{
  Pan pan = { .map = map, .zoom = zoom, .n_wanted = n_frames + N_FIRST };

  move (&pan, clock, zoom_cb, "zoom");
}
