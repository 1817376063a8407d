/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-cluster.h"
#include "jol-story-loader.h"
#include "jol-style.h"
#include "jol-viewport.h"

#define N_RANDOM 600

static JolStory *bundled;

typedef struct
{
  const char *label;
  JolClusterPoint *points;
  guint n_points;
} Sample;

static Sample
sample_story (const char *date)
{
  Sample sample = { .label = date };
  JolPlace *const *places = jol_story_get_places (bundled, &sample.n_points);
  JolDate parsed;

  g_assert_true (jol_date_parse (date, &parsed));
  sample.points = g_new (JolClusterPoint, sample.n_points);
  for (guint i = 0; i < sample.n_points; i++)
    {
      const JolPlaceKind kind = jol_place_get_place_kind (places[i]);
      const char *id = jol_entity_get_id (JOL_ENTITY (places[i]));
      const guint n_summits = jol_story_count_summits_until (bundled, id, &parsed);

      sample.points[i] =
          (JolClusterPoint){ .at = jol_project (jol_place_get_point (places[i])),
                             .kind = kind,
                             .n_summits = n_summits,
                             .from_zoom = n_summits ? 0 : jol_style_get_place_zoom (kind),
                             .order = i };
    }

  return sample;
}

/* Thick in the middle, with some at the very same point. */
static Sample
sample_random (void)
{
  Sample sample = { .label = "random", .n_points = N_RANDOM };

  sample.points = g_new (JolClusterPoint, N_RANDOM);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      const JolPlaceKind kind = (JolPlaceKind) g_test_rand_int_range (0, JOL_PLACE_SITE + 1);
      const guint n_summits = (guint) MAX (g_test_rand_int_range (-20, 20), 0);
      const double spread = pow (g_test_rand_double (), 4) * 0.1;

      sample.points[i] = (JolClusterPoint){
        .at = { 0.7 + spread * (g_test_rand_double () - 0.5),
                0.4 + spread * (g_test_rand_double () - 0.5) },
        .kind = kind,
        .n_summits = n_summits,
        .from_zoom = n_summits ? 0 : jol_style_get_place_zoom (kind),
        .order = i,
      };
      if (i > 0 && i % 17 == 0)
        sample.points[i].at = sample.points[i - 1].at;
    }

  return sample;
}

static gboolean
is_shown (const JolClusterPoint *point, double zoom)
{
  return point->from_zoom <= zoom;
}

/* By a look at every pair. */
static void
assert_no_overlap (const Sample *sample, const JolClusterMember *members, double zoom)
{
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  g_autofree guint *n_members = g_new0 (guint, sample->n_points);
  g_autofree guint *n_summits = g_new0 (guint, sample->n_points);
  g_autofree double *radii = g_new0 (double, sample->n_points);

  for (guint i = 0; i < sample->n_points; i++)
    if (is_shown (&sample->points[i], zoom))
      {
        n_members[members[i].leader]++;
        n_summits[members[i].leader] += sample->points[i].n_summits;
      }
  for (guint i = 0; i < sample->n_points; i++)
    if (n_members[i] > 0)
      radii[i] =
          jol_style_get_mark_radius (sample->points[i].kind, n_summits[i], n_members[i] > 1, zoom);

  for (guint i = 0; i < sample->n_points; i++)
    for (guint j = 0; j < i && n_members[i] > 0; j++)
      if (n_members[j] > 0 && hypot (sample->points[i].at.x - sample->points[j].at.x,
                                     sample->points[i].at.y - sample->points[j].at.y) *
                                      size_px <
                                  radii[i] + radii[j])
        g_error ("%s: %u and %u overlap at zoom %g", sample->label, i, j, zoom);
}

static void
assert_leaders (const Sample *sample, const JolClusterMember *members, double zoom)
{
  for (guint i = 0; i < sample->n_points; i++)
    {
      const guint leader = members[i].leader;

      if (!is_shown (&sample->points[i], zoom))
        continue;
      g_assert_true (is_shown (&sample->points[leader], zoom));
      g_assert_cmpuint (members[leader].leader, ==, leader);
      if (i != leader)
        {
          g_assert_cmpint (jol_cluster_compare (&sample->points[leader], &sample->points[i]), <, 0);
          g_assert_cmpfloat (members[i].apart_zoom, >, zoom);
        }
    }
}

/* What is together at a zoom was together at the farther one; and comes apart where it was said to.
 */
static void
assert_nested (const Sample *sample,
               const JolClusterMember *far,
               const JolClusterMember *near,
               double near_zoom)
{
  for (guint i = 0; i < sample->n_points; i++)
    {
      const guint leader = far[i].leader;

      g_assert_cmpuint (far[near[i].leader].leader, ==, leader);
      if (i != leader && far[i].apart_zoom <= near_zoom)
        g_assert_cmpuint (near[i].leader, !=, near[leader].leader);
      if (i != leader && far[i].apart_zoom > near_zoom + JOL_CLUSTER_STEP)
        g_assert_cmpuint (near[i].leader, ==, near[leader].leader);
    }
}

static void
check_zooms (Sample sample)
{
  g_autofree JolClusterMember *far = g_new (JolClusterMember, sample.n_points);
  g_autofree JolClusterMember *near = g_new (JolClusterMember, sample.n_points);

  for (double zoom = 3; zoom <= 10; zoom += 0.17)
    {
      JolClusterMember *swap;

      jol_cluster_find (sample.points, sample.n_points, zoom, near);
      assert_no_overlap (&sample, near, zoom);
      assert_leaders (&sample, near, zoom);
      if (zoom > 3)
        assert_nested (&sample, far, near, zoom);
      swap = far;
      far = near;
      near = swap;
    }
  g_free (sample.points);
}

static void
test_story (void)
{
  static const char *const dates[] = { "1995", "2010", "2023-05-19", "2025-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    check_zooms (sample_story (dates[i]));
}

static void
test_random (void)
{
  for (guint i = 0; i < 5; i++)
    check_zooms (sample_random ());
}

static void
test_order (void)
{
  const Sample sample = sample_random ();
  g_autofree JolClusterPoint *points = g_memdup2 (sample.points, N_RANDOM * sizeof *points);
  JolClusterMember first[N_RANDOM], second[N_RANDOM];
  guint n_joined = 0;

  for (guint i = N_RANDOM - 1; i > 0; i--)
    {
      const guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
      const JolClusterPoint swap = points[i];

      points[i] = points[j];
      points[j] = swap;
    }
  jol_cluster_find (sample.points, N_RANDOM, 5.3, first);
  jol_cluster_find (points, N_RANDOM, 5.3, second);
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_assert_cmpuint (first[points[i].order].leader, ==, points[second[i].leader].order);
      n_joined += second[i].leader != i;
    }
  g_assert_cmpuint (n_joined, >, 50);
  g_free (sample.points);
}

/* Two that are at one point never come apart. */
static void
test_same_point (void)
{
  const JolClusterPoint points[] = {
    { .at = { 0.7, 0.4 }, .kind = JOL_PLACE_BORDER, .from_zoom = 6.5, .order = 0 },
    { .at = { 0.7, 0.4 }, .kind = JOL_PLACE_BORDER, .from_zoom = 6.5, .order = 1 },
  };
  JolClusterMember members[2];

  jol_cluster_find (points, 2, JOL_MAX_ZOOM, members);
  g_assert_cmpuint (members[0].leader, ==, 0);
  g_assert_cmpuint (members[1].leader, ==, 0);
  g_assert_cmpfloat (members[1].apart_zoom, >, JOL_MAX_ZOOM);
  jol_cluster_find (points, 0, 5, members);
}

static void
test_many (void)
{
  const guint n_points = 100000;
  g_autofree JolClusterPoint *points = g_new0 (JolClusterPoint, n_points);
  g_autofree JolClusterMember *members = g_new (JolClusterMember, n_points);
  guint n_marks = 0;
  gint64 start_us;

  for (guint i = 0; i < n_points; i++)
    points[i] = (JolClusterPoint){
      .at = { 0.6 + 0.2 * g_test_rand_double (), 0.3 + 0.2 * g_test_rand_double () },
      .kind = JOL_PLACE_FIELD,
      .order = i,
    };
  start_us = g_get_monotonic_time ();
  jol_cluster_find (points, n_points, 3, members);
  g_test_message ("%.1f ms", (g_get_monotonic_time () - start_us) / 1000.0);
  for (guint i = 0; i < n_points; i++)
    n_marks += members[i].leader == i;
  /* No more than there is room for. */
  g_assert_cmpuint (n_marks, >, 100);
  g_assert_cmpuint (n_marks, <, 4000);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  g_test_add_func ("/cluster/story", test_story);
  g_test_add_func ("/cluster/random", test_random);
  g_test_add_func ("/cluster/order", test_order);
  g_test_add_func ("/cluster/same-point", test_same_point);
  g_test_add_func ("/cluster/many", test_many);
  return jol_test_run ();
}
