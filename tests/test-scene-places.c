/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-hit.h"
#include "jol-legend-row.h"
#include "jol-painter.h"
#include "jol-story-loader.h"
#include "jol-style.h"
#include "jol-test-scene.h"

static JolStory *bundled;

static void
set_up (JolTestScene *fixture, gconstpointer data)
{
  jol_test_scene_set_up (fixture, bundled, 900, 600, &(JolViewport){ 43, 76, 4.4 });
}

static JolScene *
look (JolTestScene *fixture, const char *date, double zoom, const char *selection)
{
  fixture->target.viewport.zoom = zoom;

  return jol_test_scene_look (fixture, date, selection);
}

static gboolean
is_free (const JolScenePlaceMark *mark)
{
  return mark->is_selected || mark->is_related || mark->is_lifted;
}

static void
assert_no_overlap (const JolScene *scene)
{
  const double size_px = jol_scene_get_transform (scene)->size_px;
  guint n;
  const JolScenePlaceMark *marks = jol_scene_get_places (scene, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (!is_free (&marks[i]) && !is_free (&marks[j]))
        g_assert_cmpfloat (hypot (marks[i].at.x - marks[j].at.x, marks[i].at.y - marks[j].at.y) *
                               size_px,
                           >, marks[i].radius_px + marks[j].radius_px);
}

/* Each place that is to be seen at a zoom is there once: by itself, or in one cluster. */
static void
assert_all_there (JolTestScene *fixture, const JolScene *scene)
{
  const double zoom = jol_scene_get_viewport (scene)->zoom;
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_places, n_marks;
  JolPlace *const *places = jol_story_get_places (bundled, &n_places);
  const JolScenePlaceMark *marks = jol_scene_get_places (scene, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      guint n_summits = 0;

      if (marks[i].n_members == 0)
        g_assert_true (g_hash_table_add (there, (gpointer) marks[i].id));
      for (guint j = 0; j < marks[i].n_members; j++)
        {
          n_summits += marks[i].members[j].n_summits;
          g_assert_true (g_hash_table_add (there, (gpointer) marks[i].members[j].id));
        }
      if (marks[i].n_members > 0)
        {
          g_assert_cmpuint (marks[i].n_members, >, 1);
          g_assert_cmpuint (marks[i].n_summits, ==, n_summits);
          g_assert_cmpstr (marks[i].title, ==, marks[i].members[0].title);
          g_assert_cmpfloat (marks[i].apart_zoom, >, zoom);
          g_assert_null (jol_story_lookup (bundled, marks[i].id));
          g_assert_true (jol_scene_find_cluster (scene, marks[i].id) == &marks[i]);
        }
    }
  for (guint i = 0; i < n_places; i++)
    {
      const char *id = jol_entity_get_id (JOL_ENTITY (places[i]));
      const gboolean is_shown =
          jol_story_count_summits_until (bundled, id, jol_session_get_date (fixture->session)) >
              0 ||
          jol_style_get_place_zoom (jol_place_get_place_kind (places[i])) <= zoom;

      g_assert_cmpint (g_hash_table_contains (there, id), ==, is_shown);
    }
}

static void
test_every_zoom (JolTestScene *fixture, gconstpointer data)
{
  static const char *const dates[] = { "1995", "2010", "2023-05-19", "2025-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (double zoom = 3; zoom <= 10; zoom += 0.85)
      {
        g_autoptr (JolScene) scene = look (fixture, dates[i], zoom, NULL);

        assert_no_overlap (scene);
        assert_all_there (fixture, scene);
      }
}

static void
test_cluster (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = look (fixture, "2023-05-19", 4.4, NULL);
  g_autoptr (JolScene) panned = NULL;
  g_autoptr (JolScene) near = look (fixture, "2023-05-19", 6, NULL);
  const JolScenePlaceMark *cluster = jol_test_find_place (scene, "cluster.almaty");
  const JolScenePlaceMark *again;
  g_auto (GStrv) hits = NULL;
  double x, y;

  g_assert_null (jol_test_find_place (scene, "almaty"));
  g_assert_null (jol_test_find_place (scene, "cholpon-ata"));
  g_assert_cmpuint (cluster->n_members, ==, 2);
  g_assert_cmpstr (cluster->summary, ==, "Almaty and Cholpon-Ata");
  g_assert_cmpfloat (cluster->apart_zoom, <, 6);
  g_assert_cmpfloat (cluster->radius_px, >, jol_test_find_place (scene, "bishkek")->radius_px);

  jol_transform_apply (jol_scene_get_transform (scene), &cluster->at, &x, &y);
  hits = jol_hit_at (scene, x, y);
  g_assert_cmpstr (hits[0], ==, "cluster.almaty");

  fixture->target.viewport.longitude += 40;
  panned = look (fixture, "2023-05-19", 4.4, NULL);
  again = jol_test_find_place (panned, "cluster.almaty");
  g_assert_cmpfloat (again->at.x, ==, cluster->at.x);
  g_assert_cmpuint (again->n_members, ==, 2);

  g_assert_null (jol_scene_find_cluster (near, "cluster.almaty"));
  g_assert_nonnull (jol_test_find_place (near, "almaty"));
  g_assert_nonnull (jol_test_find_place (near, "cholpon-ata"));
}

static void
test_many_names (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = look (fixture, "2025-12-31", 2.5, NULL);
  guint n;
  const JolScenePlaceMark *marks = jol_scene_get_places (scene, &n);
  gboolean is_found = FALSE;

  for (guint i = 0; i < n; i++)
    if (marks[i].n_members > 2)
      {
        g_autofree char *summary =
            g_strdup_printf ("%s, %s and %u more", marks[i].members[0].title,
                             marks[i].members[1].title, marks[i].n_members - 2);

        g_assert_cmpstr (marks[i].summary, ==, summary);
        is_found = TRUE;
      }
  g_assert_true (is_found);
}

/* What is chosen is never in a cluster, nor is what belongs to it. */
static void
test_selected (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = look (fixture, "2023-05-19", 4.4, "cholpon-ata");
  g_autoptr (JolScene) event = look (fixture, "2023-05-19", 4.4, "c5-cholpon-ata-2022");

  g_assert_true (jol_test_find_place (scene, "cholpon-ata")->is_selected);
  g_assert_nonnull (jol_test_find_place (scene, "almaty"));
  g_assert_null (jol_scene_find_cluster (scene, "cluster.almaty"));
  g_assert_true (jol_test_find_place (event, "cholpon-ata")->is_related);
}

/* What is hovered comes out too, but nothing else moves under the pointer. */
static void
test_hovered (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) plain = look (fixture, "2023-05-19", 4.4, NULL);
  g_autoptr (JolScene) scene = NULL;
  const JolScenePlaceMark *marks;
  guint n, m;

  jol_session_set_hover (fixture->session, "cholpon-ata", JOL_ORIGIN_READER);
  scene = jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
  marks = jol_scene_get_places (scene, &n);
  g_assert_cmpstr (marks[n - 1].id, ==, "cholpon-ata");
  g_assert_true (marks[n - 1].is_lifted);
  g_assert_cmpuint (jol_test_find_place (scene, "cluster.almaty")->n_members, ==, 2);
  g_assert_true (jol_scene_get_labels (scene, &n) == jol_scene_get_labels (plain, &m));
  g_assert_cmpstr (jol_scene_get_description (scene), ==, jol_scene_get_description (plain));

  /* Nor when it would not be seen at this zoom at all. */
  jol_session_set_hover (fixture->session, "tengiz", JOL_ORIGIN_READER);
  g_clear_pointer (&scene, jol_scene_unref);
  scene = jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
  g_assert_true (jol_test_find_place (scene, "tengiz")->is_lifted);
  g_assert_true (jol_scene_get_labels (scene, &n) == jol_scene_get_labels (plain, &m));
}

/* In a picture, which lists what is to be seen in it. */
static gboolean
explains_clusters (const JolScene *scene)
{
  const JolLegendRow *rows[JOL_MAX_LEGEND_ROWS];
  const guint n = jol_legend_list_rows (scene, JOL_PASS_MAP, rows);

  for (guint i = 0; i < n; i++)
    if (rows[i]->kind == JOL_LEGEND_CLUSTER)
      return TRUE;

  return FALSE;
}

static gboolean
has_row (const JolScene *scene, JolLegendKind kind, const char *label)
{
  guint n;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].kind == (int) kind && g_str_equal (rows[i].label, label))
      return TRUE;

  return FALSE;
}

static void
test_legend (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) far = look (fixture, "2023-05-19", 4.4, NULL);
  g_autoptr (JolScene) near = look (fixture, "2023-05-19", 6.5, NULL);
  g_autoptr (JolScene) early = look (fixture, "1991", 4.4, NULL);

  g_assert_false (has_row (far, JOL_LEGEND_SYMBOL, "Field"));
  g_assert_true (has_row (near, JOL_LEGEND_SYMBOL, "Field"));
  g_assert_true (has_row (near, JOL_LEGEND_SYMBOL, "Border crossing"));
  g_assert_true (has_row (far, JOL_LEGEND_CLUSTER, "Places close together"));
  g_assert_true (explains_clusters (far));
  g_assert_false (explains_clusters (early));
}

static void
test_size_says_count (void)
{
  double last = 0.0;

  for (guint n = 1; n < 60; n += 7)
    {
      const double radius = jol_style_get_mark_radius (JOL_PLACE_CITY, n, FALSE, 5);

      g_assert_cmpfloat (radius, >, last);
      last = radius;
    }
  /* Area, not radius, grows by as much for each. */
  g_assert_cmpfloat_with_epsilon (
      pow (jol_style_get_mark_radius (JOL_PLACE_CITY, 21, FALSE, 5), 2) -
          pow (jol_style_get_mark_radius (JOL_PLACE_CITY, 11, FALSE, 5), 2),
      pow (jol_style_get_mark_radius (JOL_PLACE_CITY, 11, FALSE, 5), 2) -
          pow (jol_style_get_mark_radius (JOL_PLACE_CITY, 1, FALSE, 5), 2),
      1e-6);
}

#define add(path, func)                                                                            \
  g_test_add (path, JolTestScene, NULL, set_up, func, jol_test_scene_tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  add ("/scene-places/every-zoom", test_every_zoom);
  add ("/scene-places/cluster", test_cluster);
  add ("/scene-places/many-names", test_many_names);
  add ("/scene-places/selected", test_selected);
  add ("/scene-places/hovered", test_hovered);
  add ("/scene-places/legend", test_legend);
  g_test_add_func ("/scene-places/size-says-count", test_size_says_count);
  return jol_test_run ();
}
