/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The most important routes come first: those of the largest capacity they ever have, the longer
 * ones of as large. Each is drawn from the smallest zoom at which it finds room (jol-line-room.c)
 * beside those drawn at smaller zooms and those more important. Zooms are taken in steps, and a
 * step is looked at when it is first asked for, together with all smaller ones.
 *
 * What belongs to a selection finds its room beside others of the selection only, so that what is
 * lit is not kept out by what is not; and nothing else goes for it.
 */
#include "config.h"
#include "jol-scene-thinning.h"

#include <math.h>
#include <string.h>

#include "jol-line-room.h"
#include "jol-style.h"
#include "jol-viewport.h"

#define ZOOM_STEP 0.5
#define N_STEPS ((guint) ((JOL_MAX_ZOOM - JOL_MIN_ZOOM) / ZOOM_STEP) + 1)
#define NEVER G_MAXUINT8

/* Of a route that has one of the first hidden, or all it ever has of the second, nothing is seen.
 */
#define FIXED_KINDS                                                                                \
  (1u << JOL_MAP_OIL | 1u << JOL_MAP_GAS | 1u << JOL_MAP_TANKER | 1u << JOL_MAP_RAIL)
#define PASSING_KINDS                                                                              \
  (1u << JOL_MAP_OPERATING | 1u << JOL_MAP_CONSTRUCTION | 1u << JOL_MAP_PROPOSED |                 \
   1u << JOL_MAP_IDLE)

typedef struct
{
  guint route;
  double capacity;
  double length;
} Rank;

struct _JolThinning
{
  const JolShapes *shapes;
  guint n_routes;
  guint *order; /* the most important first */
  guint *kinds; /* of each route at any time: bits by JolMapKind */
  JolWorldBox box;

  guint step; /* that is chosen */
  guint hidden_kinds;
  guint n_steps;       /* that have been looked at */
  guint8 *first_steps; /* from which on each route is drawn, or NEVER */

  gboolean *related; /* or NULL */
  guint related_step;
  guint related_hidden_kinds;
  gboolean *draws_related;
};

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *x = a;
  const Rank *y = b;

  if (x->capacity < y->capacity || x->capacity > y->capacity)
    return x->capacity > y->capacity ? -1 : 1;
  if (x->length < y->length || x->length > y->length)
    return x->length > y->length ? -1 : 1;

  return x->route < y->route ? -1 : x->route > y->route;
}

static double
get_largest_capacity (JolRoute *route)
{
  const JolHistory *history = jol_route_get_capacity_history (route);
  double largest = 0.0;

  for (guint i = 0; i < jol_history_get_size (history); i++)
    largest = MAX (largest, jol_style_get_capacity (jol_history_get (history, i)));

  return largest;
}

/* Adds to the box too. */
static double
measure_length (JolThinning *self, guint route)
{
  guint n_lines;
  const JolWorldLine *lines = jol_shapes_get_lines (self->shapes, JOL_MIN_ZOOM, route, &n_lines);
  double length = 0.0;

  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < lines[i].n_points; j++)
      {
        const JolWorldPoint *point = &lines[i].points[j];

        self->box.x0 = MIN (self->box.x0, point->x);
        self->box.y0 = MIN (self->box.y0, point->y);
        self->box.x1 = MAX (self->box.x1, point->x);
        self->box.y1 = MAX (self->box.y1, point->y);
        if (j > 0)
          length += hypot (point->x - point[-1].x, point->y - point[-1].y);
      }

  return length;
}

/**
 * jol_thinning_new:
 * @shapes: of the story; has to outlive what is made
 *
 * Returns: (nullable): %NULL when all of the story is drawn
 */
JolThinning *
jol_thinning_new (JolStory *story, const JolShapes *shapes)
{
  guint n_routes;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  g_autofree Rank *ranks = NULL;
  JolThinning *self;

  if (n_routes <= JOL_THINNING_FROM)
    return NULL;

  self = g_new0 (JolThinning, 1);
  self->shapes = shapes;
  self->n_routes = n_routes;
  self->box = (JolWorldBox){ 1.0, 1.0, 0.0, 0.0 };
  self->order = g_new (guint, n_routes);
  self->kinds = g_new (guint, n_routes);
  self->first_steps = g_malloc (n_routes);
  memset (self->first_steps, NEVER, n_routes);
  ranks = g_new (Rank, n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      self->kinds[i] = jol_map_kinds_of_history (routes[i]);
      ranks[i] = (Rank){ i, get_largest_capacity (routes[i]), measure_length (self, i) };
    }
  qsort (ranks, n_routes, sizeof *ranks, compare_ranks);
  for (guint i = 0; i < n_routes; i++)
    self->order[i] = ranks[i].route;

  return self;
}

void
jol_thinning_free (JolThinning *self)
{
  g_free (self->order);
  g_free (self->kinds);
  g_free (self->first_steps);
  g_free (self->related);
  g_free (self->draws_related);
  g_free (self);
}

static gboolean
is_seen (const JolThinning *self, guint route)
{
  const guint passing = self->kinds[route] & PASSING_KINDS;

  return (self->kinds[route] & self->hidden_kinds & FIXED_KINDS) == 0 &&
         (passing == 0 || (passing & ~self->hidden_kinds) != 0);
}

static double
get_zoom (guint step)
{
  return JOL_MIN_ZOOM + step * ZOOM_STEP;
}

static void
look_at_step (JolThinning *self, guint step)
{
  const double zoom = get_zoom (step);
  g_autoptr (JolLineRoom) room = jol_line_room_new (&self->box, zoom);

  for (guint i = 0; i < self->n_routes; i++)
    if (self->first_steps[i] != NEVER)
      {
        guint n_lines;
        const JolWorldLine *lines = jol_shapes_get_lines (self->shapes, zoom, i, &n_lines);

        jol_line_room_take (room, lines, n_lines);
      }
  for (guint i = 0; i < self->n_routes; i++)
    {
      const guint route = self->order[i];
      guint n_lines;
      const JolWorldLine *lines = jol_shapes_get_lines (self->shapes, zoom, route, &n_lines);

      if (self->first_steps[route] == NEVER && is_seen (self, route) &&
          jol_line_room_find (room, lines, n_lines))
        self->first_steps[route] = (guint8) step;
    }
}

static void
choose_related (JolThinning *self, const gboolean *related)
{
  const double zoom = get_zoom (self->step);
  const gsize size = self->n_routes * sizeof *related;
  g_autoptr (JolLineRoom) room = NULL;

  if (self->related && self->related_step == self->step &&
      self->related_hidden_kinds == self->hidden_kinds &&
      memcmp (self->related, related, size) == 0)
    return;

  g_free (self->related);
  g_free (self->draws_related);
  self->related = g_memdup2 (related, size);
  self->draws_related = g_new0 (gboolean, self->n_routes);
  self->related_step = self->step;
  self->related_hidden_kinds = self->hidden_kinds;
  room = jol_line_room_new (&self->box, zoom);
  for (guint i = 0; i < self->n_routes; i++)
    {
      const guint route = self->order[i];
      guint n_lines;
      const JolWorldLine *lines = jol_shapes_get_lines (self->shapes, zoom, route, &n_lines);

      self->draws_related[route] =
          related[route] && is_seen (self, route) && jol_line_room_find (room, lines, n_lines);
    }
}

/**
 * jol_thinning_choose:
 * @related: (nullable) (array): which routes belong to what is selected, in the order of the story
 *
 * Cheap while nothing changes, and when it has been asked the same before.
 */
void
jol_thinning_choose (JolThinning *self, double zoom, JolFilter filter, const gboolean *related)
{
  const double step = floor ((zoom - JOL_MIN_ZOOM) / ZOOM_STEP + 1e-6);
  guint hidden_kinds = 0;

  for (JolMapKind kind = 0; kind < JOL_N_MAP_KINDS; kind++)
    if ((FIXED_KINDS | PASSING_KINDS) & 1u << kind && jol_filter_hides_on_map (filter, kind))
      hidden_kinds |= 1u << kind;
  if (hidden_kinds != self->hidden_kinds)
    {
      self->hidden_kinds = hidden_kinds;
      self->n_steps = 0;
      memset (self->first_steps, NEVER, self->n_routes);
    }

  self->step = (guint) CLAMP (step, 0.0, N_STEPS - 1.0);
  for (; self->n_steps <= self->step; self->n_steps++)
    look_at_step (self, self->n_steps);
  if (related)
    choose_related (self, related);
}

gboolean
jol_thinning_draws (const JolThinning *self, guint route)
{
  return self->first_steps[route] <= self->step;
}

/* Because it belongs to what is selected. */
gboolean
jol_thinning_draws_related (const JolThinning *self, guint route)
{
  return self->related && self->draws_related[route];
}
