/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-subject-trace.h"

#include <math.h>

#define STEP_PX 12.0
/* At a high zoom a segment may be many windows long; then so coarse a look will do. */
#define MAX_STEPS 500
#define N_ARC_SPOTS 10
#define ARC_WEIGHT 0.25
#define CAPITAL_WEIGHT 1.5
#define ABOUT_WEIGHT 0.05
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
trace_line (const Trace *self, const JolPoint *points, guint n_points, double weight)
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
            self->func (last_x + (x - last_x) * j / n, last_y + (y - last_y) * j / n, weight,
                        self->data);
        }
      last_x = x;
      last_y = y;
    }
}

/* The arcs that are drawn from the capitals of those who took part: a long one says no more of who
 * came than a short one, and straight ones will do here. */
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
          const double share = 0.75 * j / N_ARC_SPOTS;

          self->func (x + (from_x - x) * share, y + (from_y - y) * share, ARC_WEIGHT, self->data);
        }
      /* Where it begins, which says whose it is. */
      self->func (from_x, from_y, CAPITAL_WEIGHT, self->data);
    }
}

static void
trace_place (const Trace *self, JolPlace *place)
{
  double x, y;

  project (self, jol_place_get_point (place), &x, &y);
  self->func (x, y, PLACE_WEIGHT, self->data);
}

static void
trace_route (const Trace *self, JolRoute *route, double weight)
{
  guint n_lines;
  const JolLine *lines = jol_route_get_lines (route, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    trace_line (self, lines[i].points, lines[i].n_points, weight);
}

/* Where it took place; what it was about much only when that is not known. */
static void
trace_event (const Trace *self, JolEvent *event)
{
  const char *place_id = jol_event_get_place_id (event);
  const char *const *routes = jol_event_get_route_ids (event);
  JolEntity *place = place_id ? jol_story_lookup (self->story, place_id) : NULL;

  if (JOL_IS_PLACE (place))
    trace_place (self, JOL_PLACE (place));
  for (guint i = 0; routes[i]; i++)
    {
      JolEntity *route = jol_story_lookup (self->story, routes[i]);

      if (JOL_IS_ROUTE (route))
        trace_route (self, JOL_ROUTE (route), place ? ABOUT_WEIGHT : 1.0);
    }
  trace_arcs (self, event);
}

void
jol_subject_trace (JolStory *story,
                   JolEntity *entity,
                   const JolTransform *transform,
                   JolTraceFunc func,
                   gpointer data)
{
  const Trace self = { story, transform, func, data };

  if (JOL_IS_PLACE (entity))
    trace_place (&self, JOL_PLACE (entity));
  else if (JOL_IS_ROUTE (entity))
    trace_route (&self, JOL_ROUTE (entity), 1.0);
  else if (JOL_IS_EVENT (entity))
    trace_event (&self, JOL_EVENT (entity));
}
