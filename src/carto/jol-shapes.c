/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-shapes.h"

#include <math.h>
#include <string.h>

#include "jol-arrows.h"
#include "jol-corridor.h"
#include "jol-simplify.h"

#define N_DETAILS 6
/* Halved: what a detail leaves out adds to what the finer ones did. */
#define TOLERANCE_PX 0.25
/* Lines set by hand have few points, far apart; one with more was surveyed, and is drawn as it is.
 */
#define MAX_HAND_SET 80
/* A story of more lines is drawn as it is: side by side they would need more room than the map
 * has. */
#define MAX_BUNDLED 1500
/* Corridors of so many zooms are remembered. */
#define N_REMEMBERED 4

/* The largest zoom of each detail. */
static const double max_zooms[N_DETAILS] = { 4.0, 5.0, 6.0, 7.0, 8.0, 10.0 };
/* Who lies on whose side is settled here, from the whole to its parts, and holds at all zooms. */
static const double settling_zooms[] = { 3.0, 5.0, 7.0 };

/* The lines of all routes, of one detail. */
typedef struct
{
  gatomicrefcount ref_count;
  JolWorldLine *lines;
  guint n_lines;
} Detail;

typedef struct
{
  int step; /* of the zoom */
  JolCorridors *corridors;
} Remembered;

struct _JolShapes
{
  guint n_routes;
  guint *first_lines; /* by route, and one more */
  Detail *details[N_DETAILS];

  GHashTable *sides; /* NULL before they are settled */
  Remembered remembered[N_REMEMBERED];
  guint n_remembered;

  GBytes *last_key;
  JolShapeSet *last;
};

struct _JolShapeSet
{
  guint n_routes;
  guint *first_lines;
  Detail *detail;
  JolWorldBox *boxes;
  GArray *arrows;      /* of JolSceneArrow */
  guint *first_arrows; /* by route, and one more */
};

static double
tolerance_for (guint detail)
{
  return TOLERANCE_PX / (JOL_TILE_PX * (double) (1 << (guint) (max_zooms[detail] + 0.5)));
}

static Detail *
detail_new (guint n_lines)
{
  Detail *self = g_new (Detail, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lines = g_new0 (JolWorldLine, MAX (n_lines, 1));
  self->n_lines = n_lines;

  return self;
}

static Detail *
detail_ref (Detail *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
detail_unref (Detail *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_lines; i++)
    g_free (self->lines[i].points);
  g_free (self->lines);
  g_free (self);
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
add_line (JolShapes *self, guint index, const JolLine *line)
{
  g_autofree JolWorldPoint *points = project_line (line);
  JolWorldLine *finest = &self->details[N_DETAILS - 1]->lines[index];

  if (line->n_points <= MAX_HAND_SET)
    *finest = jol_smooth (points, line->n_points, tolerance_for (N_DETAILS - 1));
  else
    *finest = (JolWorldLine){ g_steal_pointer (&points), line->n_points };

  /* Each from the next finer one, which has most of the work done. */
  for (guint detail = N_DETAILS - 1; detail-- > 0;)
    {
      const JolWorldLine *finer = &self->details[detail + 1]->lines[index];
      JolWorldLine *coarser = &self->details[detail]->lines[index];

      coarser->points = g_new (JolWorldPoint, finer->n_points);
      coarser->n_points = finer->n_points;
      if (finer->n_points >= 2)
        coarser->n_points =
            jol_simplify (finer->points, finer->n_points, tolerance_for (detail), coarser->points);
      else
        memcpy (coarser->points, finer->points, finer->n_points * sizeof *coarser->points);
      coarser->points = g_realloc_n (coarser->points, coarser->n_points, sizeof *coarser->points);
    }
}

JolShapes *
jol_shapes_new (JolStory *story)
{
  JolShapes *self = g_new0 (JolShapes, 1);
  JolRoute *const *routes = jol_story_get_routes (story, &self->n_routes);
  guint n_lines = 0;

  self->first_lines = g_new (guint, self->n_routes + 1);
  for (guint i = 0; i < self->n_routes; i++)
    {
      guint n;

      self->first_lines[i] = n_lines;
      jol_route_get_lines (routes[i], &n);
      n_lines += n;
    }
  self->first_lines[self->n_routes] = n_lines;
  for (guint i = 0; i < N_DETAILS; i++)
    self->details[i] = detail_new (n_lines);
  for (guint i = 0; i < self->n_routes; i++)
    {
      guint n;
      const JolLine *lines = jol_route_get_lines (routes[i], &n);

      for (guint j = 0; j < n; j++)
        add_line (self, self->first_lines[i] + j, &lines[j]);
    }

  return self;
}

void
jol_shapes_free (JolShapes *self)
{
  for (guint i = 0; i < N_DETAILS; i++)
    detail_unref (self->details[i]);
  for (guint i = 0; i < self->n_remembered; i++)
    jol_corridors_free (self->remembered[i].corridors);
  g_clear_pointer (&self->sides, g_hash_table_unref);
  g_clear_pointer (&self->last_key, g_bytes_unref);
  g_clear_pointer (&self->last, jol_shape_set_unref);
  g_free (self->first_lines);
  g_free (self);
}

static Detail *
get_detail (const JolShapes *self, double zoom)
{
  guint detail = 0;

  while (detail + 1 < N_DETAILS && zoom > max_zooms[detail])
    detail++;

  return self->details[detail];
}

static JolCorridors *
find_corridors (const JolShapes *self, double zoom)
{
  const Detail *detail = get_detail (self, zoom);

  return jol_corridors_new (detail->lines, detail->n_lines, zoom, self->sides);
}

static void
settle_sides (JolShapes *self)
{
  self->sides = jol_corridor_sides_new ();
  for (guint i = 0; i < G_N_ELEMENTS (settling_zooms); i++)
    {
      g_autoptr (JolCorridors) corridors = find_corridors (self, settling_zooms[i]);

      jol_corridors_add_sides (corridors, self->sides);
    }
}

static const JolCorridors *
get_corridors (JolShapes *self, double zoom)
{
  const int step = (int) lround (zoom / JOL_CORRIDOR_ZOOM_STEP);

  if (!self->sides)
    settle_sides (self);

  for (guint i = 0; i < self->n_remembered; i++)
    if (self->remembered[i].step == step)
      return self->remembered[i].corridors;

  if (self->n_remembered == N_REMEMBERED)
    {
      jol_corridors_free (self->remembered[0].corridors);
      memmove (self->remembered, self->remembered + 1,
               (N_REMEMBERED - 1) * sizeof *self->remembered);
      self->n_remembered--;
    }
  self->remembered[self->n_remembered].step = step;
  self->remembered[self->n_remembered].corridors =
      find_corridors (self, step * JOL_CORRIDOR_ZOOM_STEP);

  return self->remembered[self->n_remembered++].corridors;
}

static Detail *
set_side_by_side (JolShapes *self, double zoom, const JolShapeTraits *traits, double gap_px)
{
  const guint n_lines = self->first_lines[self->n_routes];
  g_autofree double *widths_px = g_new0 (double, MAX (n_lines, 1));
  Detail *detail = detail_new (n_lines);

  for (guint i = 0; i < self->n_routes; i++)
    for (guint j = self->first_lines[i]; j < self->first_lines[i + 1]; j++)
      widths_px[j] = traits[i].width_px;
  jol_corridors_lay_out (get_corridors (self, zoom), zoom, widths_px, gap_px, detail->lines);

  return detail;
}

static JolWorldBox
get_box (const JolWorldLine *lines, guint n_lines)
{
  JolWorldBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < lines[i].n_points; j++)
      {
        box.x0 = MIN (box.x0, lines[i].points[j].x);
        box.y0 = MIN (box.y0, lines[i].points[j].y);
        box.x1 = MAX (box.x1, lines[i].points[j].x);
        box.y1 = MAX (box.y1, lines[i].points[j].y);
      }

  return box;
}

static void
shape_set_describe (JolShapeSet *self, double zoom, const JolShapeTraits *traits)
{
  g_autoptr (JolArrows) arrows = jol_arrows_new (zoom);

  self->boxes = g_new0 (JolWorldBox, MAX (self->n_routes, 1));
  self->arrows = g_array_new (FALSE, FALSE, sizeof (JolSceneArrow));
  self->first_arrows = g_new (guint, self->n_routes + 1);
  for (guint i = 0; i < self->n_routes; i++)
    {
      const JolWorldLine *lines = &self->detail->lines[self->first_lines[i]];
      const guint n_lines = self->first_lines[i + 1] - self->first_lines[i];

      if (traits[i].width_px > 0.0 || traits[i].width_px < 0.0)
        self->boxes[i] = get_box (lines, n_lines);
      self->first_arrows[i] = self->arrows->len;
      if (traits[i].has_arrows)
        jol_arrows_place (arrows, lines, n_lines, self->arrows);
    }
  self->first_arrows[self->n_routes] = self->arrows->len;
}

static GBytes *
make_key (const JolShapes *self, double zoom, const JolShapeTraits *traits, double gap_px)
{
  const gsize n = 2 * ((gsize) self->n_routes + 1);
  double *numbers = g_new (double, n);

  numbers[0] = zoom;
  numbers[1] = gap_px;
  for (guint i = 0; i < self->n_routes; i++)
    {
      numbers[2 * i + 2] = traits[i].width_px;
      numbers[2 * i + 3] = traits[i].has_arrows ? 1.0 : 0.0;
    }

  return g_bytes_new_take (numbers, n * sizeof *numbers);
}

/**
 * jol_shapes_lay_out:
 * @traits: (array): of each route, in the order of the story
 * @gap_px: between lines that run side by side
 *
 * Returns: (transfer full): cheap while nothing changes that moves a line
 */
JolShapeSet *
jol_shapes_lay_out (JolShapes *self, double zoom, const JolShapeTraits *traits, double gap_px)
{
  g_autoptr (GBytes) key = make_key (self, zoom, traits, gap_px);
  JolShapeSet *set;

  if (self->last_key && g_bytes_equal (key, self->last_key))
    return jol_shape_set_ref (self->last);

  set = g_atomic_rc_box_new0 (JolShapeSet);
  set->n_routes = self->n_routes;
  set->first_lines = g_memdup2 (self->first_lines, (self->n_routes + 1) * sizeof (guint));
  set->detail = jol_shapes_are_side_by_side (self) ? set_side_by_side (self, zoom, traits, gap_px)
                                                   : detail_ref (get_detail (self, zoom));
  shape_set_describe (set, zoom, traits);

  g_clear_pointer (&self->last_key, g_bytes_unref);
  g_clear_pointer (&self->last, jol_shape_set_unref);
  self->last_key = g_steal_pointer (&key);
  self->last = jol_shape_set_ref (set);

  return set;
}

gboolean
jol_shapes_are_side_by_side (const JolShapes *self)
{
  return self->first_lines[self->n_routes] <= MAX_BUNDLED;
}

const JolWorldLine *
jol_shapes_get_lines (const JolShapes *self, double zoom, guint route, guint *n_out)
{
  *n_out = self->first_lines[route + 1] - self->first_lines[route];

  return &get_detail (self, zoom)->lines[self->first_lines[route]];
}

static void
shape_set_clear (gpointer data)
{
  JolShapeSet *self = data;

  detail_unref (self->detail);
  g_array_unref (self->arrows);
  g_free (self->first_arrows);
  g_free (self->first_lines);
  g_free (self->boxes);
}

JolShapeSet *
jol_shape_set_ref (JolShapeSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_shape_set_unref (JolShapeSet *self)
{
  g_atomic_rc_box_release_full (self, shape_set_clear);
}

JolShape
jol_shape_set_get (const JolShapeSet *self, guint route)
{
  g_return_val_if_fail (route < self->n_routes, ((JolShape){ 0 }));

  return (JolShape){
    .lines = &self->detail->lines[self->first_lines[route]],
    .n_lines = self->first_lines[route + 1] - self->first_lines[route],
    /* Without any the array has no memory, and C no address in it. */
    .arrows = self->arrows->len > 0
                  ? &g_array_index (self->arrows, JolSceneArrow, self->first_arrows[route])
                  : NULL,
    .n_arrows = self->first_arrows[route + 1] - self->first_arrows[route],
    .box = self->boxes[route],
  };
}
