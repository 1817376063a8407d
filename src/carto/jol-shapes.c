/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-shapes.h"

#include <string.h>

#include "jol-simplify.h"

#define N_DETAILS 6
/* Halved: what a detail leaves out adds to what the finer ones did. */
#define TOLERANCE_PX 0.25
/* Lines set by hand have few points, far apart; one with more was surveyed, and is drawn as it is.
 */
#define MAX_HAND_SET 80

/* The largest zoom of each detail. */
static const double max_zooms[N_DETAILS] = { 4.0, 5.0, 6.0, 7.0, 8.0, 10.0 };

typedef struct
{
  JolWorldLine *lines[N_DETAILS];
  guint n_lines;
  JolWorldBox box;
} Entry;

struct _JolShapes
{
  Entry *entries;
  guint n_entries;
};

static double
tolerance_for (guint detail)
{
  return TOLERANCE_PX / (JOL_TILE_PX * (double) (1 << (guint) (max_zooms[detail] + 0.5)));
}

static void
shapes_clear (gpointer data)
{
  JolShapes *self = data;

  for (guint i = 0; i < self->n_entries; i++)
    for (guint detail = 0; detail < N_DETAILS; detail++)
      {
        for (guint j = 0; j < self->entries[i].n_lines; j++)
          g_free (self->entries[i].lines[detail][j].points);
        g_free (self->entries[i].lines[detail]);
      }
  g_free (self->entries);
}

/* Across the antimeridian a line goes on past the edge of the world instead of all the way round.
 */
static JolWorldPoint *
project_line (const JolLine *line)
{
  JolWorldPoint *points = g_new (JolWorldPoint, line->n_points);

  for (guint i = 0; i < line->n_points; i++)
    {
      points[i] = jol_project (&line->points[i]);
      while (i > 0 && points[i].x - points[i - 1].x > 0.5)
        points[i].x -= 1.0;
      while (i > 0 && points[i].x - points[i - 1].x < -0.5)
        points[i].x += 1.0;
    }

  return points;
}

static void
entry_init (Entry *self, JolRoute *route)
{
  const JolLine *lines = jol_route_get_lines (route, &self->n_lines);

  self->box = (JolWorldBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint detail = 0; detail < N_DETAILS; detail++)
    self->lines[detail] = g_new0 (JolWorldLine, self->n_lines);

  for (guint i = 0; i < self->n_lines; i++)
    {
      const guint n = lines[i].n_points;
      g_autofree JolWorldPoint *points = project_line (&lines[i]);
      JolWorldLine *finest = &self->lines[N_DETAILS - 1][i];

      if (n <= MAX_HAND_SET)
        *finest = jol_smooth (points, n, tolerance_for (N_DETAILS - 1));
      else
        *finest = (JolWorldLine){ g_steal_pointer (&points), n };

      for (guint j = 0; j < finest->n_points; j++)
        {
          self->box.x0 = MIN (self->box.x0, finest->points[j].x);
          self->box.y0 = MIN (self->box.y0, finest->points[j].y);
          self->box.x1 = MAX (self->box.x1, finest->points[j].x);
          self->box.y1 = MAX (self->box.y1, finest->points[j].y);
        }

      /* Each from the next finer one, which has most of the work done. */
      for (guint detail = N_DETAILS - 1; detail-- > 0;)
        {
          const JolWorldLine *finer = &self->lines[detail + 1][i];
          JolWorldLine *line = &self->lines[detail][i];

          line->points = g_new (JolWorldPoint, finer->n_points);
          line->n_points = finer->n_points;
          if (finer->n_points >= 2)
            line->n_points =
                jol_simplify (finer->points, finer->n_points, tolerance_for (detail), line->points);
          else
            memcpy (line->points, finer->points, finer->n_points * sizeof *line->points);
        }
    }
}

JolShapes *
jol_shapes_new (JolStory *story)
{
  JolShapes *self = g_atomic_rc_box_new0 (JolShapes);
  JolRoute *const *routes = jol_story_get_routes (story, &self->n_entries);

  self->entries = g_new0 (Entry, self->n_entries);
  for (guint i = 0; i < self->n_entries; i++)
    entry_init (&self->entries[i], routes[i]);

  return self;
}

JolShapes *
jol_shapes_ref (JolShapes *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_shapes_unref (JolShapes *self)
{
  g_atomic_rc_box_release_full (self, shapes_clear);
}

JolShape
jol_shapes_get (const JolShapes *self, guint route, double zoom)
{
  const Entry *entry = &self->entries[route];
  guint detail = 0;

  g_return_val_if_fail (route < self->n_entries, ((JolShape){ 0 }));

  while (detail + 1 < N_DETAILS && zoom > max_zooms[detail])
    detail++;

  return (JolShape){ entry->lines[detail], entry->n_lines, entry->box };
}
