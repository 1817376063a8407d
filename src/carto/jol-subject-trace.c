/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-subject-trace.h"

#include <math.h>

#define STEP_PX 12.0
/* At a high zoom a segment may be many windows long; then so coarse a look will do. */
#define MAX_STEPS 500
#define N_ARC_SPOTS 6
#define ARC_WEIGHT 0.25
#define PLACE_WEIGHT 4.0

typedef struct
{
  JolStory *story;
  const JolTransform *transform;
  JolTraceFunc func;
  gpointer data;
} Trace;

static void
project (const Trace *self, const JolPoint *point, double *x, double *y)
{
  const JolWorldPoint world = jol_project (point);

  jol_transform_apply (self->transform, &world, x, y);
}

static void
trace_line (const Trace *self, const JolPoint *points, guint n_points)
{
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      double x, y;

      project (self, &points[i], &x, &y);
      if (i > 0)
        {
          const int n = (int) CLAMP (hypot (x - last_x, y - last_y) / STEP_PX, 1, MAX_STEPS);

          for (int j = 0; j < n; j++)
            self->func (last_x + (x - last_x) * j / n, last_y + (y - last_y) * j / n, 1.0,
                        self->data);
        }
      last_x = x;
      last_y = y;
    }
}

/* Of the arcs that are drawn from the capitals of those who took part the half at the venue, in
 * which the arrow is: it says who came as well as the whole. A long one says no more than a short
 * one, and straight ones will do here. */
static void
trace_arcs (const Trace *self, JolEvent *event)
{
  const char *place_id = jol_event_get_place_id (event);
  const char *const *participants = jol_event_get_participants (event);
  JolEntity *venue = place_id ? jol_story_lookup (self->story, place_id) : NULL;
  double x, y;

  if (!JOL_IS_PLACE (venue))
    return;

  project (self, jol_place_get_point (JOL_PLACE (venue)), &x, &y);
  for (guint i = 0; participants[i]; i++)
    {
      JolPlace *capital = jol_story_find_capital (self->story, participants[i]);
      double from_x, from_y;

      if (!capital)
        continue;
      project (self, jol_place_get_point (capital), &from_x, &from_y);
      for (guint j = 1; j <= N_ARC_SPOTS; j++)
        {
          const double share = 0.5 * j / N_ARC_SPOTS;

          self->func (x + (from_x - x) * share, y + (from_y - y) * share, ARC_WEIGHT, self->data);
        }
    }
}

static void
trace_entity (const Trace *self, JolEntity *entity)
{
  if (JOL_IS_PLACE (entity))
    {
      double x, y;

      project (self, jol_place_get_point (JOL_PLACE (entity)), &x, &y);
      self->func (x, y, PLACE_WEIGHT, self->data);
    }
  else if (JOL_IS_ROUTE (entity))
    {
      guint n_lines;
      const JolLine *lines = jol_route_get_lines (JOL_ROUTE (entity), &n_lines);

      for (guint i = 0; i < n_lines; i++)
        trace_line (self, lines[i].points, lines[i].n_points);
    }
  else if (JOL_IS_EVENT (entity))
    {
      const char *place_id = jol_event_get_place_id (JOL_EVENT (entity));
      const char *const *routes = jol_event_get_route_ids (JOL_EVENT (entity));

      if (place_id)
        trace_entity (self, jol_story_lookup (self->story, place_id));
      for (guint i = 0; routes[i]; i++)
        trace_entity (self, jol_story_lookup (self->story, routes[i]));
      trace_arcs (self, JOL_EVENT (entity));
    }
}

void
jol_subject_trace (JolStory *story,
                   JolEntity *entity,
                   const JolTransform *transform,
                   JolTraceFunc func,
                   gpointer data)
{
  const Trace self = { story, transform, func, data };

  trace_entity (&self, entity);
}
