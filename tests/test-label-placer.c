/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-label-placer.h"

#include <math.h>

#define N_NAMES 400
#define AREA_PX 1600.0

typedef struct
{
  double x, y, radius_px;
  JolLabelSize size;
  gboolean is_placed;
  JolLabelOffset offset;
} Name;

static void
make_names (Name *names, guint n)
{
  for (guint i = 0; i < n; i++)
    names[i] = (Name){ .x = g_test_rand_double_range (0, AREA_PX),
                       .y = g_test_rand_double_range (0, AREA_PX),
                       .radius_px = g_test_rand_double_range (2, 12),
                       .size = { g_test_rand_double_range (20, 140), 11.5, 3.5 } };
}

static guint
place_names (Name *names, guint n, double shift_x, double shift_y)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  guint n_placed = 0;

  for (guint i = 0; i < n; i++)
    jol_label_placer_add_obstacle (placer, names[i].x + shift_x, names[i].y + shift_y,
                                   names[i].radius_px);
  for (guint i = 0; i < n; i++)
    {
      names[i].is_placed = jol_label_placer_place_beside (
          placer, names[i].x + shift_x, names[i].y + shift_y, names[i].radius_px, &names[i].size,
          FALSE, NULL, &names[i].offset);
      n_placed += names[i].is_placed;
    }

  return n_placed;
}

/* What the letters cover: from the height of capitals to a little below the baseline. */
static void
get_box (const Name *name, double box[4])
{
  box[0] = name->x + name->offset.dx_px;
  box[1] = name->y + name->offset.dy_px - name->size.ascent_px * 0.75;
  box[2] = box[0] + name->size.width_px;
  box[3] = name->y + name->offset.dy_px + name->size.descent_px * 0.75;
}

static gboolean
boxes_meet (const double a[4], const double b[4])
{
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

static gboolean
place_over (JolLabelPlacer *placer,
            double x,
            double y,
            double angle,
            const JolLabelSize *size,
            double max_shift_px,
            double max_covered_px,
            JolLabelOffset *offset_out)
{
  const JolLabelArea area = { .angle = angle,
                              .max_along_px = max_shift_px,
                              .max_across_px = max_shift_px,
                              .max_covered_px = max_covered_px };

  return jol_label_placer_place_over (placer, x, y, &area, size, NULL, offset_out);
}

static gboolean
place_along (JolLabelPlacer *placer,
             const double *xy,
             guint n_points,
             double offset_px,
             const JolLabelSize *size,
             gboolean is_forced,
             GArray *baseline_out)
{
  const JolLabelLine line = { .xy = xy,
                              .n_points = n_points,
                              .offset_px = offset_px,
                              .smooth_px = 16,
                              .has_below = is_forced,
                              .is_forced = is_forced };

  return jol_label_placer_place_along (placer, &line, size, baseline_out);
}

static void
test_no_overlaps (void)
{
  Name names[N_NAMES];
  guint n_placed;

  make_names (names, N_NAMES);
  n_placed = place_names (names, N_NAMES, 0, 0);
  g_assert_cmpuint (n_placed, >, N_NAMES / 8);
  g_assert_cmpuint (n_placed, <, N_NAMES);
  for (guint i = 0; i < N_NAMES; i++)
    {
      double box[4];

      if (!names[i].is_placed)
        continue;
      get_box (&names[i], box);
      for (guint j = 0; j < N_NAMES; j++)
        {
          const double r = names[j].radius_px;
          const double symbol[] = { names[j].x - r, names[j].y - r, names[j].x + r,
                                    names[j].y + r };
          double other[4];

          g_assert_false (boxes_meet (box, symbol));
          if (j >= i || !names[j].is_placed)
            continue;
          get_box (&names[j], other);
          g_assert_false (boxes_meet (box, other));
        }
    }
}

static void
test_deterministic (void)
{
  Name names[N_NAMES], again[N_NAMES];

  make_names (names, N_NAMES);
  memcpy (again, names, sizeof names);
  place_names (names, N_NAMES, 0, 0);
  place_names (again, N_NAMES, 0, 0);
  g_assert_cmpmem (names, sizeof names, again, sizeof again);
}

/* Where the names are in the world decides nothing, so panning moves none. */
static void
test_moves_with_the_map (void)
{
  Name names[N_NAMES], moved[N_NAMES];

  make_names (names, N_NAMES);
  memcpy (moved, names, sizeof names);
  place_names (names, N_NAMES, 0, 0);
  place_names (moved, N_NAMES, 8192.0, -4096.0);
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_assert_cmpint (names[i].is_placed, ==, moved[i].is_placed);
      g_assert_cmpfloat (names[i].offset.dx_px, ==, moved[i].offset.dx_px);
      g_assert_cmpfloat (names[i].offset.dy_px, ==, moved[i].offset.dy_px);
    }
}

static void
test_first_wins (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  const JolLabelSize size = { 100, 12, 4 };
  JolLabelOffset offset;
  guint n = 0;

  /* So many at one point that not all can have room: none of the later ones takes what is given. */
  for (guint i = 0; i < 12; i++)
    n += jol_label_placer_place_beside (placer, 500, 500, 5, &size, FALSE, NULL, &offset);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <=, 8);
}

static void
test_forced (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (double));
  const JolLabelSize size = { 100, 12, 4 };
  const double line[] = { 100, 500, 900, 500 };
  JolLabelOffset offset;

  jol_label_placer_add_obstacle (placer, 500, 500, 400);
  g_assert_false (jol_label_placer_place_beside (placer, 500, 500, 5, &size, FALSE, NULL, &offset));
  g_assert_true (jol_label_placer_place_beside (placer, 500, 500, 5, &size, TRUE, NULL, &offset));
  g_assert_false (place_along (placer, line, 2, 4, &size, FALSE, baseline));
  /* But never along a line that has no room: a name in pieces is worse than one beside the middle.
   */
  g_assert_false (place_along (placer, line, 2, 4, &size, TRUE, baseline));
}

/* Names of what is selected go below the line when there is no room above it. */
static void
test_below (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (double));
  const JolLabelSize size = { 100, 12, 4 };
  const double line[] = { 100, 500, 900, 500 };

  for (int x = 100; x <= 900; x += 10)
    jol_label_placer_add_obstacle (placer, x, 490, 6);
  g_assert_false (place_along (placer, line, 2, 4, &size, FALSE, baseline));
  g_assert_true (place_along (placer, line, 2, 4, &size, TRUE, baseline));
  g_assert_cmpfloat (g_array_index (baseline, double, 1), >, 510);
}

/* Right of the point is usual; a line there sends the name elsewhere. */
static void
test_keeps_off_lines (void)
{
  g_autoptr (JolLabelPlacer) clear = jol_label_placer_new ();
  g_autoptr (JolLabelPlacer) crossed = jol_label_placer_new ();
  const JolLabelSize size = { 80, 12, 4 };
  const double line[] = { 500, 500, 900, 500 };
  JolLabelOffset offset;

  g_assert_true (jol_label_placer_place_beside (clear, 500, 500, 4, &size, FALSE, NULL, &offset));
  g_assert_cmpfloat (offset.dx_px, >, 4);
  g_assert_cmpfloat (fabs (offset.dy_px), <, 8);

  jol_label_placer_add_line (crossed, line, 2);
  g_assert_true (jol_label_placer_place_beside (crossed, 500, 500, 4, &size, FALSE, NULL, &offset));
  g_assert_true (offset.dx_px < -80 || fabs (offset.dy_px) > 5);
}

static void
test_over_area (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  const JolLabelSize size = { 120, 12, 4 };
  JolLabelOffset offset, second;

  g_assert_true (place_over (placer, 500, 500, 0, &size, 50, 1000, &offset));
  g_assert_cmpfloat_with_epsilon (offset.dx_px, -60, 1e-9);
  /* The next finds room near by, and says so by another offset. */
  g_assert_true (place_over (placer, 500, 500, 0, &size, 50, 1000, &second));
  g_assert_cmpfloat (hypot (second.dx_px - offset.dx_px, second.dy_px - offset.dy_px), >, 10);
}

static void
test_over_lines (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  const JolLabelSize size = { 120, 12, 4 };
  JolLabelOffset offset;

  for (int y = 400; y < 600; y += 4)
    jol_label_placer_add_line (placer, (const double[]){ 300, y, 700, y }, 2);
  g_assert_false (place_over (placer, 500, 500, 0, &size, 50, 20, &offset));
  g_assert_true (place_over (placer, 500, 500, 0, &size, 50, 10000, &offset));
}

/* A turned name takes its own strip, not the whole box round it. */
static void
test_turned (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  const JolLabelSize size = { 200, 12, 4 };
  const JolLabelSize small = { 30, 12, 4 };
  JolLabelOffset offset;

  g_assert_true (place_over (placer, 500, 500, G_PI / 4, &size, 50, 1000, &offset));
  g_assert_true (place_over (placer, 555, 445, 0, &small, 50, 1000, &offset));
  g_assert_cmpfloat_with_epsilon (offset.dx_px, -15, 1e-9);
}

static void
test_along (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (double));
  const JolLabelSize size = { 90, 12, 4 };
  const double westward[] = { 900, 500, 100, 520 };
  const double zigzag[] = { 100, 900, 130, 960, 160, 900, 190, 960, 220, 900, 250, 960, 280, 900 };
  const double *xy;

  /* Against the line's direction if need be, so that it reads from left to right, and above it. */
  g_assert_true (place_along (placer, westward, 2, 5, &size, FALSE, baseline));
  xy = (const double *) (gconstpointer) baseline->data;
  g_assert_cmpuint (baseline->len, >=, 4);
  g_assert_cmpfloat (xy[baseline->len - 2] - xy[0], >=, 84);
  for (guint i = 0; i < baseline->len; i += 2)
    g_assert_cmpfloat (xy[i + 1], <, 520 - (xy[i] - 100) / 40.0);

  g_assert_false (place_along (placer, zigzag, 7, 5, &size, FALSE, baseline));
  g_assert_false (
      place_along (placer, westward, 2, 5, &(JolLabelSize){ 900, 12, 4 }, FALSE, baseline));
}

static void
test_fast (void)
{
  Name names[N_NAMES];
  gint64 best_us = G_MAXINT64;

  make_names (names, N_NAMES);
  for (int i = 0; i < 5; i++)
    {
      const gint64 start_us = g_get_monotonic_time ();

      place_names (names, N_NAMES, 0, 0);
      best_us = MIN (best_us, g_get_monotonic_time () - start_us);
    }
  g_test_message ("%d names in %.2f ms", N_NAMES, best_us / 1000.0);
  /* As many as the bundled story has at its busiest zoom. */
  g_assert_cmpint (best_us, <, 10000);
}

/* A story may draw any number of lines through one spot: only so many are looked at. */
static void
test_crowded (void)
{
  g_autoptr (JolLabelPlacer) placer = jol_label_placer_new ();
  const JolLabelSize size = { 60, 11.5, 3.5 };
  JolLabelOffset offset;

  for (int i = 0; i < 200000; i++)
    {
      const double xy[] = { 0, i % 40, 46, i % 40 };

      jol_label_placer_add_line (placer, xy, 2);
    }
  for (int i = 0; i < 20000; i++)
    jol_label_placer_place_beside (placer, 20, 20, 3, &size, TRUE, NULL, &offset);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/no-overlaps", test_no_overlaps);
  g_test_add_func ("/label-placer/deterministic", test_deterministic);
  g_test_add_func ("/label-placer/moves-with-the-map", test_moves_with_the_map);
  g_test_add_func ("/label-placer/first-wins", test_first_wins);
  g_test_add_func ("/label-placer/forced", test_forced);
  g_test_add_func ("/label-placer/keeps-off-lines", test_keeps_off_lines);
  g_test_add_func ("/label-placer/over-area", test_over_area);
  g_test_add_func ("/label-placer/over-lines", test_over_lines);
  g_test_add_func ("/label-placer/turned", test_turned);
  g_test_add_func ("/label-placer/along", test_along);
  g_test_add_func ("/label-placer/below", test_below);
  g_test_add_func ("/label-placer/fast", test_fast);
  g_test_add_func ("/label-placer/crowded", test_crowded);

  return g_test_run ();
}
