/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing here knows how corridors are found: the lines that come out are measured, as a person
 * would look at them. */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>
#include <string.h>

#include "jol-corridor.h"
#include "jol-shapes.h"
#include "jol-simplify.h"
#include "jol-story-loader.h"

#define GAP_PX 1.2
#define STEP_PX 2.0
/* Two lines run together where they are so near, with about the same bearing. */
#define NEAR_PX 7.0
#define SAME_BEARING 0.97
/* Joints and ends, where lines come together and part, are not longer. */
#define JOINT_PX 88.0
#define MOST_LINES 12

static JolStory *bundled;

/* A line in px, at even steps. */
typedef struct
{
  JolWorldPoint *points;
  guint n_points;
} Trace;

static double
get_distance (const JolWorldPoint *a, const JolWorldPoint *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

static Trace
trace_line (const JolWorldLine *line, double zoom)
{
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (JolWorldPoint));
  Trace trace;

  for (guint i = 0; i + 1 < line->n_points; i++)
    {
      const JolWorldPoint a = { line->points[i].x * size_px, line->points[i].y * size_px };
      const JolWorldPoint b = { line->points[i + 1].x * size_px, line->points[i + 1].y * size_px };
      const guint n = (guint) ceil (get_distance (&a, &b) / STEP_PX);

      for (guint j = 0; j < n; j++)
        {
          const double t = (double) j / n;
          const JolWorldPoint point = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

          g_array_append_val (points, point);
        }
    }
  trace.n_points = points->len;
  trace.points = (JolWorldPoint *) (gpointer) g_array_free (points, FALSE);

  return trace;
}

static JolWorldPoint
get_bearing (const Trace *trace, guint i)
{
  const JolWorldPoint *a = &trace->points[i > 2 ? i - 3 : 0];
  const JolWorldPoint *b = &trace->points[MIN (i + 3, trace->n_points - 1)];
  const double d = get_distance (a, b);

  return d > 0.0 ? (JolWorldPoint){ (b->x - a->x) / d, (b->y - a->y) / d }
                 : (JolWorldPoint){ 0.0, 0.0 };
}

/* What of one line runs along another. */
typedef struct
{
  guint first, last; /* of the one's steps */
  double *laterals;  /* of the other, to the right of the one */
} Stretch;

static void
stretch_clear (gpointer data)
{
  g_free (((Stretch *) data)->laterals);
}

/* The lateral of the nearest point of b at a step of a; FALSE if they do not run together there. */
static gboolean
get_lateral (const Trace *a, guint i, const Trace *b, double *lateral)
{
  const JolWorldPoint *at = &a->points[i];
  const JolWorldPoint bearing = get_bearing (a, i);
  double nearest = NEAR_PX;
  guint found = G_MAXUINT;

  for (guint j = 0; j < b->n_points;)
    {
      const double distance = get_distance (at, &b->points[j]);

      if (distance < nearest)
        {
          nearest = distance;
          found = j;
        }
      /* Steps are even: nothing nearer can come before. */
      j += MAX (1, (guint) ((distance - nearest) / STEP_PX * 0.9));
    }
  if (found == G_MAXUINT)
    return FALSE;

  {
    const JolWorldPoint other = get_bearing (b, found);
    const JolWorldPoint *p = &b->points[found];

    *lateral = (p->y - at->y) * bearing.x - (p->x - at->x) * bearing.y;

    return fabs (bearing.x * other.x + bearing.y * other.y) > SAME_BEARING;
  }
}

static GArray *
find_stretches (const Trace *a, const Trace *b)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  g_array_set_clear_func (stretches, stretch_clear);
  for (guint i = 0; i < a->n_points; i++)
    {
      Stretch stretch = { .first = i };
      g_autoptr (GArray) laterals = g_array_new (FALSE, FALSE, sizeof (double));
      double lateral;

      for (; i < a->n_points && get_lateral (a, i, b, &lateral); i++)
        g_array_append_val (laterals, lateral);
      if (laterals->len == 0)
        continue;
      stretch.last = stretch.first + laterals->len - 1;
      stretch.laterals = (double *) (gpointer) g_array_steal (laterals, NULL);
      g_array_append_val (stretches, stretch);
    }

  return stretches;
}

/* How long two lines lie on each other, at most: px. */
static double
get_longest_touch (const GArray *stretches, double clear_px)
{
  guint longest = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      guint run = 0;

      for (guint j = 0; j <= stretch->last - stretch->first; j++)
        {
          run = fabs (stretch->laterals[j]) < clear_px ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }

  return longest * STEP_PX;
}

/* How often they change sides well inside what they share. */
static guint
count_crossings (const GArray *stretches)
{
  const guint joint = (guint) (JOINT_PX / STEP_PX);
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      const guint length = stretch->last - stretch->first + 1;

      for (guint j = joint + 1; j + joint < length; j++)
        n += stretch->laterals[j] * stretch->laterals[j - 1] < 0.0;
    }

  return n;
}

static void
assert_side_by_side (const JolWorldLine *lines,
                     const double *widths_px,
                     guint n_lines,
                     double zoom,
                     const char *const *names)
{
  g_autofree Trace *traces = g_new (Trace, n_lines);

  for (guint i = 0; i < n_lines; i++)
    traces[i] = trace_line (&lines[i], zoom);
  for (guint i = 0; i < n_lines; i++)
    for (guint j = i + 1; j < n_lines; j++)
      {
        g_autoptr (GArray) stretches = find_stretches (&traces[i], &traces[j]);
        const double touch_px =
            get_longest_touch (stretches, (widths_px[i] + widths_px[j]) / 2.0 + GAP_PX * 0.5);
        const guint n_crossings = count_crossings (stretches);

        if (touch_px > JOINT_PX || n_crossings > 0)
          g_error ("zoom %g: %s and %s touch for %g px and cross %u times", zoom, names[i],
                   names[j], touch_px, n_crossings);
      }
  for (guint i = 0; i < n_lines; i++)
    g_free (traces[i].points);
}

typedef struct
{
  JolShapes *shapes;
  JolRoute *const *routes;
  guint n_routes;
  JolShapeTraits *traits;
  double *widths_px;
  JolWorldLine *lines;
  const char **names;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->shapes = jol_shapes_new (bundled);
  self->routes = jol_story_get_routes (bundled, &self->n_routes);
  self->traits = g_new0 (JolShapeTraits, self->n_routes);
  self->widths_px = g_new (double, self->n_routes);
  self->lines = g_new (JolWorldLine, self->n_routes);
  self->names = g_new (const char *, self->n_routes);
  for (guint i = 0; i < self->n_routes; i++)
    {
      self->traits[i].width_px = self->widths_px[i] = 2.0 + i % 4;
      self->names[i] = jol_entity_get_id (JOL_ENTITY (self->routes[i]));
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jol_shapes_free (self->shapes);
  g_free (self->traits);
  g_free (self->widths_px);
  g_free (self->lines);
  g_free (self->names);
}

static JolShapeSet *
lay_out (Fixture *self, double zoom)
{
  JolShapeSet *set = jol_shapes_lay_out (self->shapes, zoom, self->traits, GAP_PX);

  for (guint i = 0; i < self->n_routes; i++)
    self->lines[i] = jol_shape_set_get (set, i).lines[0];

  return set;
}

static void
test_side_by_side (Fixture *self, gconstpointer data)
{
  for (double zoom = 3.0; zoom <= 10.0; zoom += 0.5)
    {
      g_autoptr (JolShapeSet) set = lay_out (self, zoom);

      assert_side_by_side (self->lines, self->widths_px, self->n_routes, zoom, self->names);
    }
}

/* A pair has one side at all zooms, where it shares enough to have one. */
static void
test_same_side (Fixture *self, gconstpointer data)
{
  g_autofree int *sides = g_new0 (int, self->n_routes * self->n_routes);
  const guint joint = (guint) (JOINT_PX / STEP_PX);
  guint n_sides = 0;

  for (double zoom = 3.0; zoom <= 10.0; zoom += 0.5)
    {
      g_autoptr (JolShapeSet) set = lay_out (self, zoom);
      g_autofree Trace *traces = g_new (Trace, self->n_routes);

      for (guint i = 0; i < self->n_routes; i++)
        traces[i] = trace_line (&self->lines[i], zoom);
      for (guint i = 0; i < self->n_routes; i++)
        for (guint j = i + 1; j < self->n_routes; j++)
          {
            g_autoptr (GArray) stretches = find_stretches (&traces[i], &traces[j]);

            for (guint k = 0; k < stretches->len; k++)
              {
                const Stretch *stretch = &g_array_index (stretches, Stretch, k);
                const guint length = stretch->last - stretch->first + 1;
                int *side = &sides[i * self->n_routes + j];

                if (length <= 2 * joint)
                  continue;
                if (*side == 0)
                  n_sides++;
                if (*side != 0 && *side != (stretch->laterals[length / 2] > 0.0 ? 1 : -1))
                  g_error ("zoom %g: %s is on another side of %s", zoom, self->names[j],
                           self->names[i]);
                *side = stretch->laterals[length / 2] > 0.0 ? 1 : -1;
              }
          }
      for (guint i = 0; i < self->n_routes; i++)
        g_free (traces[i].points);
    }
  g_assert_cmpuint (n_sides, >, 20);
}

static void
test_ends_stay (Fixture *self, gconstpointer data)
{
  for (double zoom = 3.0; zoom <= 10.0; zoom += 0.5)
    {
      const double size_px = JOL_TILE_PX * exp2 (zoom);
      g_autoptr (JolShapeSet) set = lay_out (self, zoom);

      for (guint i = 0; i < self->n_routes; i++)
        {
          guint n_lines;
          const JolLine *line = jol_route_get_lines (self->routes[i], &n_lines);
          const JolWorldPoint first = jol_project (&line->points[0]);
          const JolWorldPoint last = jol_project (&line->points[line->n_points - 1]);
          const JolWorldLine *drawn = &self->lines[i];

          g_assert_cmpfloat (get_distance (&first, &drawn->points[0]) * size_px, <, 1.0);
          g_assert_cmpfloat (get_distance (&last, &drawn->points[drawn->n_points - 1]) * size_px, <,
                             1.0);
        }
    }
}

/* Nowhere is a line far from where the route is: what is drawn may be used as a map. */
static void
test_near_the_truth (Fixture *self, gconstpointer data)
{
  for (double zoom = 3.0; zoom <= 10.0; zoom += 1.0)
    {
      const double size_px = JOL_TILE_PX * exp2 (zoom);
      g_autoptr (JolShapeSet) set = lay_out (self, zoom);

      for (guint i = 0; i < self->n_routes; i++)
        {
          guint n_lines;
          const JolLine *line = jol_route_get_lines (self->routes[i], &n_lines);
          Trace trace = trace_line (&self->lines[i], zoom);

          for (guint j = 0; j < line->n_points; j++)
            {
              JolWorldPoint at = jol_project (&line->points[j]);
              double nearest = G_MAXDOUBLE;

              at = (JolWorldPoint){ at.x * size_px, at.y * size_px };
              for (guint k = 0; k < trace.n_points; k++)
                nearest = MIN (nearest, get_distance (&at, &trace.points[k]));
              g_assert_cmpfloat (nearest, <, 36.0);
            }
          g_free (trace.points);
        }
    }
}

static guint
find_route (Fixture *self, const char *id)
{
  for (guint i = 0; i < self->n_routes; i++)
    if (g_str_equal (self->names[i], id))
      return i;
  g_assert_not_reached ();
}

static gboolean
is_same_line (const JolWorldLine *a, const JolWorldLine *b)
{
  return a->n_points == b->n_points &&
         memcmp (a->points, b->points, a->n_points * sizeof *a->points) == 0;
}

/* When a route goes, others move up in its corridor, and nowhere else does anything move. */
static void
test_one_goes (Fixture *self, gconstpointer data)
{
  const guint gone = find_route (self, "central-asia-china-gas-c");
  const guint beside = find_route (self, "bukhara-tashkent-bishkek-almaty");
  const guint elsewhere = find_route (self, "btc");
  const guint leader = find_route (self, "central-asia-china-gas-ab");
  g_autoptr (JolShapeSet) with = lay_out (self, 5.0);
  JolShape beside_with = jol_shape_set_get (with, beside);
  JolShape elsewhere_with = jol_shape_set_get (with, elsewhere);
  g_autoptr (JolShapeSet) without = NULL;
  g_autoptr (JolShapeSet) shown_for_now = NULL;

  self->traits[gone].width_px = 0.0;
  without = lay_out (self, 5.0);
  g_assert_cmpuint (self->lines[gone].n_points, ==, 0);
  g_assert_true (is_same_line (&self->lines[elsewhere], &elsewhere_with.lines[0]));

  /* For one that is shown for now, as what is selected is, nobody makes room. */
  self->traits[gone].width_px = -3.0;
  shown_for_now = lay_out (self, 5.0);
  g_assert_cmpuint (self->lines[gone].n_points, >, 2);
  for (guint i = 0; i < self->n_routes; i++)
    if (i != gone)
      g_assert_true (is_same_line (&self->lines[i], jol_shape_set_get (without, i).lines));
  g_assert_true (is_same_line (&self->lines[leader], jol_shape_set_get (with, leader).lines) ||
                 !is_same_line (&self->lines[beside], beside_with.lines));
}

/* What was laid out last is not laid out again. */
static void
test_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (JolShapeSet) a = lay_out (self, 5.0);
  g_autoptr (JolShapeSet) b = lay_out (self, 5.0);
  g_autoptr (JolShapeSet) c = lay_out (self, 5.1);

  g_assert_true (a == b);
  g_assert_true (a != c);
}

/* Arrows are evenly apart on a route, point along it, and none touches another. */
static void
test_arrows (Fixture *self, gconstpointer data)
{
  const double zoom = 6.0;
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  g_autoptr (JolShapeSet) set = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (JolWorldPoint));

  for (guint i = 0; i < self->n_routes; i++)
    self->traits[i].has_arrows = TRUE;
  set = lay_out (self, zoom);
  for (guint i = 0; i < self->n_routes; i++)
    {
      const JolShape shape = jol_shape_set_get (set, i);

      for (guint j = 0; j < shape.n_arrows; j++)
        {
          const JolWorldPoint at = { shape.arrows[j].at.x * size_px,
                                     shape.arrows[j].at.y * size_px };

          for (guint k = 0; k < all->len; k++)
            g_assert_cmpfloat (get_distance (&at, &g_array_index (all, JolWorldPoint, k)), >,
                               j > 0 ? 17.0 : 17.9);
          g_array_append_val (all, at);
        }
    }
  g_assert_cmpuint (all->len, >, 150);
  self->traits[0].has_arrows = FALSE;
  jol_shape_set_unref (set);
  set = lay_out (self, zoom);
  g_assert_cmpuint (jol_shape_set_get (set, 0).n_arrows, ==, 0);
}

#define N_CENTER 50
#define N_TAIL 3

/* One long line, and others that keep near it from somewhere to somewhere, each as badly digitised
 * as hand-set lines are, either way round. */
static guint
make_corridor (JolWorldLine *lines, double size_px)
{
  const guint n = (guint) g_test_rand_int_range (2, 7);
  JolWorldPoint center[N_CENTER];
  double direction = g_test_rand_double_range (0.0, 2.0 * G_PI);

  center[0] = (JolWorldPoint){ 0.5, 0.5 };
  for (guint i = 1; i < N_CENTER; i++)
    {
      direction += g_test_rand_double_range (-0.25, 0.25);
      center[i] = (JolWorldPoint){ center[i - 1].x + cos (direction) * 30.0 / size_px,
                                   center[i - 1].y + sin (direction) * 30.0 / size_px };
    }
  for (guint i = 0; i < n; i++)
    {
      const int joins = i == 0 ? 0 : g_test_rand_int_range (8, 20);
      const int leaves = i == 0 ? N_CENTER - 1 : joins + g_test_rand_int_range (10, 22);
      const int first = i == 0 ? 0 : joins - N_TAIL;
      const int last = i == 0 ? N_CENTER - 1 : leaves + N_TAIL;
      /* Each leaves at an angle of its own: those that leave alike would share more than this. */
      const double angle_px = 14.0 + 18.0 * i;
      const double in = g_test_rand_bit () ? angle_px : -angle_px;
      const double out = g_test_rand_bit () ? angle_px : -angle_px;
      const gboolean is_reverse = g_test_rand_bit ();
      const guint n_points = (guint) (last - first + 1);
      JolWorldPoint points[N_CENTER];

      for (int j = first; j <= last; j++)
        {
          const JolWorldPoint *a = &center[MAX (j - 1, 0)];
          const JolWorldPoint *b = &center[MIN (j + 1, N_CENTER - 1)];
          const double d = get_distance (a, b);
          const guint at = is_reverse ? (guint) (last - j) : (guint) (j - first);
          double side_px = g_test_rand_double_range (-2.0, 2.0);

          if (j < joins)
            side_px = in * (joins - j);
          else if (j > leaves)
            side_px = out * (j - leaves);
          points[at] = (JolWorldPoint){ center[j].x - (b->y - a->y) / d * side_px / size_px,
                                        center[j].y + (b->x - a->x) / d * side_px / size_px };
        }
      lines[i] = jol_smooth (points, n_points, 0.2 / size_px);
    }

  return n;
}

static void
test_random (void)
{
  static const char *const names[MOST_LINES] = { "a", "b", "c", "d", "e", "f", "g" };

  for (guint round = 0; round < 60; round++)
    {
      const double zoom = 3.0 + 0.5 * (round % 15);
      const double size_px = JOL_TILE_PX * exp2 (zoom);
      JolWorldLine lines[MOST_LINES], drawn[MOST_LINES];
      double widths_px[MOST_LINES];
      const guint n = make_corridor (lines, size_px);
      g_autoptr (JolCorridors) corridors = jol_corridors_new (lines, n, zoom, NULL);

      for (guint i = 0; i < n; i++)
        widths_px[i] = g_test_rand_double_range (1.0, 5.0);
      jol_corridors_lay_out (corridors, zoom, widths_px, GAP_PX, drawn);
      assert_side_by_side (drawn, widths_px, n, zoom, names);
      for (guint i = 0; i < n; i++)
        {
          g_free (lines[i].points);
          g_free (drawn[i].points);
        }
    }
}

/* Lines of one point, of none, all in one place: nothing to draw, and nothing falls over. */
static void
test_of_little (void)
{
  JolWorldPoint same[] = { { 0.5, 0.5 }, { 0.5, 0.5 } };
  JolWorldPoint line[] = { { 0.5, 0.5 }, { 0.6, 0.5 } };
  const JolWorldLine lines[] = { { same, 2 }, { same, 1 }, { NULL, 0 }, { line, 2 }, { line, 2 } };
  const double widths_px[] = { 1, 1, 1, 1, 1 };
  JolWorldLine drawn[G_N_ELEMENTS (lines)];

  for (double zoom = 0.0; zoom <= 10.0; zoom += 2.5)
    {
      g_autoptr (JolCorridors) corridors =
          jol_corridors_new (lines, G_N_ELEMENTS (lines), zoom, NULL);

      jol_corridors_lay_out (corridors, zoom, widths_px, GAP_PX, drawn);
      g_assert_cmpuint (drawn[2].n_points, ==, 0);
      g_assert_cmpuint (drawn[3].n_points, >=, 2);
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        g_free (drawn[i].points);
    }
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  add ("/corridor/side-by-side", test_side_by_side);
  add ("/corridor/same-side", test_same_side);
  add ("/corridor/ends-stay", test_ends_stay);
  add ("/corridor/near-the-truth", test_near_the_truth);
  add ("/corridor/one-goes", test_one_goes);
  add ("/corridor/remembered", test_remembered);
  add ("/corridor/arrows", test_arrows);
  g_test_add_func ("/corridor/random", test_random);
  g_test_add_func ("/corridor/of-little", test_of_little);
  return jol_test_run ();
}
