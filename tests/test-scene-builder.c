/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-basemap.h"
#include "jol-canvas.h"
#include "jol-story-loader.h"
#include "jol-test-scene.h"

static JolStory *bundled;

static void
set_up (JolTestScene *fixture, gconstpointer data)
{
  jol_test_scene_set_up (fixture, bundled, 1280, 800, &(JolViewport){ 46.5, 66, 5 });
}

static const JolSceneLabel *
find_label (const JolScene *scene, const char *feature_id)
{
  guint n;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (labels[i].feature_id, feature_id) == 0)
      return &labels[i];

  return NULL;
}

static void
test_status (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) before = jol_test_scene_look (fixture, "1991", NULL);
  g_autoptr (JolScene) proposed = jol_test_scene_look (fixture, "1995", NULL);
  g_autoptr (JolScene) building = jol_test_scene_look (fixture, "2000", NULL);
  g_autoptr (JolScene) working = jol_test_scene_look (fixture, "2023", NULL);
  const JolSceneRoute *route;

  g_assert_null (jol_test_find_route (before, "cpc"));

  route = jol_test_find_route (proposed, "cpc");
  g_assert_cmpint (route->status, ==, JOL_STATUS_PROPOSED);
  g_assert_cmpint (route->cap, ==, JOL_CAP_ROUND);
  g_assert_cmpfloat (route->dash_px[0], <, 1);

  route = jol_test_find_route (building, "cpc");
  g_assert_cmpint (route->status, ==, JOL_STATUS_CONSTRUCTION);
  g_assert_cmpuint (route->n_dash, ==, 2);
  g_assert_cmpfloat (route->dash_px[0], >, route->dash_px[1]);

  route = jol_test_find_route (working, "cpc");
  g_assert_cmpint (route->status, ==, JOL_STATUS_OPERATING);
  g_assert_null (route->dash_px);
  g_assert_cmpfloat (route->color.alpha, ==, 1);

  route = jol_test_find_route (working, "shymkent-chardzhou");
  g_assert_cmpint (route->status, ==, JOL_STATUS_RETIRED);
  g_assert_cmpfloat (route->color.alpha, <, 0.6);
}

static void
test_cancelled (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) plain = jol_test_scene_look (fixture, "2023", NULL);
  g_autoptr (JolScene) asked = jol_test_scene_look (fixture, "2023", "nabucco");

  g_assert_null (jol_test_find_route (plain, "nabucco"));
  g_assert_nonnull (jol_test_find_route (asked, "nabucco"));
  g_assert_true (jol_test_find_route (asked, "nabucco")->is_selected);
}

static void
test_width_says_capacity (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2023", NULL);

  g_assert_cmpfloat (jol_test_find_route (scene, "cpc")->width_px, >,
                     jol_test_find_route (scene, "kazakhstan-china-oil")->width_px + 0.5);
  g_assert_cmpfloat (jol_test_find_route (scene, "kazakhstan-china-oil")->width_px, >,
                     jol_test_find_route (scene, "aktau-baku")->width_px);
}

static void
test_selection (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) plain = jol_test_scene_look (fixture, "2023", NULL);
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2023", "cpc");
  const JolSceneRoute *routes;
  guint n;

  /* On top of all others, which step back. */
  routes = jol_scene_get_routes (scene, &n);
  g_assert_cmpstr (routes[n - 1].id, ==, "cpc");
  g_assert_true (routes[n - 1].is_selected);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_false (routes[i].is_selected);
      if (!routes[i].is_related)
        {
          g_assert_true (routes[i].is_dimmed);
          g_assert_cmpfloat (routes[i].color.alpha, <,
                             jol_test_find_route (plain, routes[i].id)->color.alpha);
        }
    }
  /* Its stops are shown, though at this zoom places of their kinds are not, and named. */
  g_assert_null (jol_test_find_place (plain, "tengiz"));
  g_assert_true (jol_test_find_place (scene, "tengiz")->is_related);
  g_assert_nonnull (find_label (scene, "tengiz"));
  g_assert_nonnull (find_label (scene, "cpc"));
}

static void
test_hover (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) plain = jol_test_scene_look (fixture, "2023", NULL);
  g_autoptr (JolScene) scene = NULL;
  g_autoptr (JolScene) still = NULL;
  guint n;

  jol_session_set_hover (fixture->session, "saryarka", JOL_ORIGIN_MAP);
  scene = jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
  g_assert_true (jol_test_find_route (scene, "saryarka")->is_hovered);
  g_assert_false (jol_test_find_route (scene, "cpc")->is_dimmed);
  /* Names do not jump under the pointer. */
  g_assert_true (jol_scene_get_labels (scene, &n) == jol_scene_get_labels (plain, &n));

  /* A picture to keep knows no pointer. */
  fixture->target.is_still = TRUE;
  still = jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
  g_assert_false (jol_test_find_route (still, "saryarka")->is_hovered);
}

/* While the years run, what has begun to work is seen to be new, for a year of the story. */
static void
test_news (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) still = jol_test_scene_look (fixture, "2009-12", NULL);
  g_autoptr (JolScene) opened = NULL;
  g_autoptr (JolScene) later = NULL;
  g_autoptr (JolScene) old = NULL;
  const JolSceneRoute *route;

  g_assert_cmpfloat (jol_test_find_route (still, "central-asia-china-gas-ab")->rim_px, ==, 0);

  jol_session_set_playing (fixture->session, TRUE);
  opened = jol_test_scene_look (fixture, "2009-12-15", NULL);
  route = jol_test_find_route (opened, "central-asia-china-gas-ab");
  g_assert_cmpfloat (route->rim_px, >, 0);
  g_assert_cmpfloat (jol_test_find_route (opened, "cpc")->rim_px, ==, 0);

  later = jol_test_scene_look (fixture, "2010-09-01", NULL);
  g_assert_cmpfloat (jol_test_find_route (later, "central-asia-china-gas-ab")->rim.alpha, <,
                     route->rim.alpha);
  g_assert_cmpfloat (jol_test_find_route (later, "central-asia-china-gas-ab")->rim.alpha, >, 0);

  old = jol_test_scene_look (fixture, "2011-06", NULL);
  g_assert_cmpfloat (jol_test_find_route (old, "central-asia-china-gas-ab")->rim_px, ==, 0);
}

static void
test_places_by_zoom (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) far = NULL;
  g_autoptr (JolScene) near = NULL;

  fixture->target.viewport.zoom = 3;
  far = jol_test_scene_look (fixture, "2023-05-18", NULL);
  g_assert_cmpuint (jol_test_find_place (far, "astana")->n_summits, >, 3);
  g_assert_null (jol_test_find_place (far, "tengiz"));

  fixture->target.viewport.zoom = 6.5;
  near = jol_test_scene_look (fixture, "1991", NULL);
  g_assert_cmpuint (jol_test_find_place (near, "astana")->n_summits, ==, 0);
  g_assert_nonnull (jol_test_find_place (near, "tengiz"));
}

static void
test_arcs (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) none = jol_test_scene_look (fixture, "2023-05-18", "cpc");
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2023-05-18", "xian-2023");
  const JolWorldPoint xian = jol_test_find_place (scene, "xian")->at;
  const JolSceneArc *arcs;
  gboolean has_astana = FALSE;
  guint n;

  jol_scene_get_arcs (none, &n);
  g_assert_cmpuint (n, ==, 0);

  /* From the five capitals and Beijing, each to Xi'an. */
  arcs = jol_scene_get_arcs (scene, &n);
  g_assert_cmpuint (n, ==, 6);
  for (guint i = 0; i < n; i++)
    {
      const JolWorldLine *line = &arcs[i].line;
      const JolPoint from = jol_unproject (&line->points[0]);

      g_assert_cmpfloat_with_epsilon (line->points[line->n_points - 1].x, xian.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (line->points[line->n_points - 1].y, xian.y, 1e-6);
      if (g_str_equal (arcs[i].country, "KZ"))
        {
          has_astana = TRUE;
          g_assert_cmpfloat_with_epsilon (from.latitude, 51.13, 0.1);
        }
      /* A great circle bends north of the straight line on this projection. */
      if (g_str_equal (arcs[i].country, "TM"))
        g_assert_cmpfloat (line->points[line->n_points / 2].y, <,
                           (line->points[0].y + line->points[line->n_points - 1].y) / 2);
    }
  g_assert_true (has_astana);
}

static gboolean
is_straight_box (const JolSceneLabel *label, double size_px, double box[4])
{
  if (label->path || fabs (label->angle) > 0.01)
    return FALSE;

  box[0] = label->at.x * size_px + label->dx_px;
  box[1] = label->at.y * size_px + label->dy_px - label->ascent_px * 0.75;
  box[2] = box[0] + label->width_px;
  box[3] = label->at.y * size_px + label->dy_px + label->descent_px * 0.7;

  return TRUE;
}

static void
test_names_do_not_overlap (JolTestScene *fixture, gconstpointer data)
{
  static const double zooms[] = { 3, 4, 5, 6.3, 7.5 };

  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      const double size_px = JOL_TILE_PX * exp2 (zooms[z]);
      g_autoptr (JolScene) scene = NULL;
      const JolScenePlaceMark *places;
      const JolSceneLabel *labels;
      guint n, n_places;

      fixture->target.viewport.zoom = zooms[z];
      scene = jol_test_scene_look (fixture, "2023-05-18", NULL);
      labels = jol_scene_get_labels (scene, &n);
      places = jol_scene_get_places (scene, &n_places);
      g_assert_cmpuint (n, >, 40);
      for (guint i = 0; i < n; i++)
        {
          double a[4], b[4];

          if (!is_straight_box (&labels[i], size_px, a))
            continue;
          for (guint j = 0; j < i; j++)
            if (is_straight_box (&labels[j], size_px, b))
              g_assert_false (a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]);
          for (guint j = 0; j < n_places; j++)
            {
              const double x = places[j].at.x * size_px;
              const double y = places[j].at.y * size_px;
              const double r = places[j].radius_px * 0.9;

              g_assert_false (a[0] < x + r && x - r < a[2] && a[1] < y + r && y - r < a[3]);
            }
        }
    }
}

static void
test_names_stay (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) first = jol_test_scene_look (fixture, "2023-05-18", NULL);
  g_autoptr (JolScene) panned = NULL;
  g_autoptr (JolScene) later = NULL;
  g_autoptr (JolScene) selected = NULL;
  guint n, m;

  /* Not placed again while the map is panned, nor when the date moves and nothing changes. */
  fixture->target.viewport.longitude += 3;
  panned = jol_test_scene_look (fixture, "2023-05-18", NULL);
  g_assert_true (jol_scene_get_labels (first, &n) == jol_scene_get_labels (panned, &m));
  later = jol_test_scene_look (fixture, "2023-05-17", NULL);
  selected = jol_test_scene_look (fixture, "2023-05-18", "cpc");
  g_assert_true (jol_scene_get_labels (first, &n) != jol_scene_get_labels (selected, &m));
}

static void
test_language (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = NULL;

  fixture->target.language = "ru";
  scene = jol_test_scene_look (fixture, "2023", "cpc");
  g_assert_cmpstr (jol_scene_get_language (scene), ==, "ru");
  g_assert_nonnull (strstr (jol_test_find_route (scene, "cpc")->title, "Каспийский"));
  g_assert_cmpstr (find_label (scene, "tengiz")->text, ==, "Тенгиз");
}

static void
test_words (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2009-12", NULL);
  g_autoptr (JolScene) selected = jol_test_scene_look (fixture, "2009-12", "cpc");
  const JolLegendRow *rows;
  guint n;

  g_assert_cmpstr (jol_scene_get_date_label (scene), ==, "December 2009");
  g_assert_nonnull (strstr (jol_scene_get_title (scene), "Central Asia"));
  g_assert_nonnull (strstr (jol_scene_get_description (scene), "December 2009: "));
  g_assert_nonnull (strstr (jol_scene_get_description (scene), "gas routes operating"));
  g_assert_nonnull (strstr (jol_scene_get_description (scene), "summits held"));
  g_assert_nonnull (strstr (jol_scene_get_description (selected), "Caspian Pipeline Consortium"));
  g_assert_nonnull (strstr (jol_scene_get_credits (scene), "Natural Earth"));
  g_assert_nonnull (strstr (jol_scene_get_credits (scene), "Global Energy Monitor"));

  rows = jol_scene_get_legend (scene, &n);
  g_assert_cmpuint (n, >, 6);
  g_assert_cmpstr (rows[0].label, ==, "Oil");
  while (n > 0 && rows[n - 1].kind != JOL_LEGEND_CIRCLE)
    n--;
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpstr (rows[n - 1].label, ==, "Summits held so far");
}

/* A scene shows what it was made of, whatever happens to the session afterwards. */
static void
test_frozen (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = jol_test_scene_look (fixture, "2023", "cpc");
  g_autoptr (JolScene) moved = NULL;
  guint n, m;

  jol_session_set_story (fixture->session, NULL);
  moved = jol_scene_move (scene, &(JolViewport){ 40, 50, 6 }, 640, 480);
  g_assert_true (jol_test_find_route (scene, "cpc")->is_selected);
  g_assert_cmpint (jol_scene_get_width (moved), ==, 640);
  g_assert_cmpfloat (jol_scene_get_viewport (moved)->zoom, ==, 6);
  g_assert_true (jol_scene_get_routes (moved, &n) == jol_scene_get_routes (scene, &m));
}

static void
test_no_story (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) scene = NULL;
  guint n;

  jol_session_set_story (fixture->session, NULL);
  scene = jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);
  jol_scene_get_routes (scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (jol_scene_get_title (scene), ==, "");
}

/* Cheap enough for each frame while it plays, names aside. */
static void
test_fast (JolTestScene *fixture, gconstpointer data)
{
  g_autoptr (JolScene) warm = jol_test_scene_look (fixture, "2023-05-18", "cpc");
  gint64 best_us = G_MAXINT64;

  for (int i = 0; i < 10; i++)
    {
      const gint64 start_us = g_get_monotonic_time ();
      g_autoptr (JolScene) scene =
          jol_scene_builder_update (fixture->builder, fixture->session, &fixture->target);

      best_us = MIN (best_us, g_get_monotonic_time () - start_us);
    }
  g_test_message ("%.2f ms", best_us / 1000.0);
  g_assert_cmpint (best_us, <, 4000);
}

/* A view's builder does not wait, and says when there is more. */
static void
test_names_loaded (void)
{
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new ();
  g_autoptr (JolScene) before = NULL;
  g_autoptr (JolScene) after = NULL;
  const JolSceneTarget target = { .width = 800,
                                  .height = 600,
                                  .theme = JOL_THEME_DARK,
                                  .language = "en",
                                  .viewport = { 46.5, 66, 8 } };
  int is_told = 0;
  guint n_before, n_after;

  g_signal_connect_swapped (builder, "names-loaded", G_CALLBACK (g_atomic_int_inc), &is_told);
  before = jol_scene_builder_update (builder, session, &target);
  jol_scene_get_labels (before, &n_before);
  jol_test_wait_until (is_told);
  after = jol_scene_builder_update (builder, session, &target);
  jol_scene_get_labels (after, &n_after);
  g_assert_cmpuint (n_after, >, n_before);
}

typedef struct
{
  JolSession *session;
  JolSceneBuilder *builder;
  JolSceneTarget target;
  guint n_told;
} View;

static void
told_cb (View *view)
{
  view->n_told++;
}

static void
view_init (View *view)
{
  *view = (View){ .session = jol_session_new (),
                  .builder = jol_scene_builder_new (),
                  .target = { .width = 800,
                              .height = 600,
                              .theme = JOL_THEME_LIGHT,
                              .language = "en",
                              .viewport = { 46.5, 66, 4.2 } } };
  jol_session_set_story (view->session, bundled);
  g_signal_connect_swapped (view->builder, "names-loaded", G_CALLBACK (told_cb), view);
}

static JolScene *
view_look (View *view, const char *date)
{
  JolDate parsed;

  g_assert_true (jol_date_parse (date, &parsed));
  jol_session_set_date (view->session, &parsed, JOL_ORIGIN_APP);

  return jol_scene_builder_update (view->builder, view->session, &view->target);
}

static gboolean
shows (View *view, const char *date, const char *id)
{
  g_autoptr (JolScene) scene = view_look (view, date);

  return find_label (scene, id) != NULL;
}

static void
view_clear (View *view)
{
  g_assert_finalize_object (view->builder);
  g_assert_finalize_object (view->session);
}

/* The newest question is answered, however many came before it was; and when there is nothing more
 * to say nothing is said. */
static void
test_names_newest (void)
{
  g_autoptr (JolScene) last = NULL;
  g_autoptr (JolScene) again = NULL;
  View view;
  guint n;

  view_init (&view);
  for (int year = 1991; year <= 2023; year++)
    {
      g_autofree char *date = g_strdup_printf ("%d", year);

      jol_scene_unref (view_look (&view, date));
    }
  jol_test_wait_until (shows (&view, "2023", "xian"));
  last = view_look (&view, "2023");
  /* Far fewer placements than questions. */
  g_assert_cmpuint (view.n_told, <=, 3);
  again = view_look (&view, "2023");
  g_assert_true (jol_scene_get_labels (again, &n) == jol_scene_get_labels (last, &n));
  view_clear (&view);
}

/* Of another zoom, or another date, names are shown until the right ones come; of another story
 * never. */
static void
test_names_meanwhile (void)
{
  g_autoptr (JolScene) first = NULL;
  g_autoptr (JolScene) zoomed = NULL;
  g_autoptr (JolScene) empty = NULL;
  View view;
  guint n, m;

  view_init (&view);
  jol_scene_unref (view_look (&view, "2023"));
  jol_test_wait_until (view.n_told == 1);
  first = view_look (&view, "2023");
  view.target.viewport.zoom = 5;
  zoomed = view_look (&view, "2023");
  g_assert_true (jol_scene_get_labels (first, &n) == jol_scene_get_labels (zoomed, &m));
  g_assert_cmpuint (n, >, 40);

  jol_session_set_story (view.session, NULL);
  empty = jol_scene_builder_update (view.builder, view.session, &view.target);
  jol_scene_get_labels (empty, &n);
  g_assert_cmpuint (n, ==, 0);
  /* What was asked of the story is no answer to this. */
  jol_test_wait_until (view.n_told == 2);
  g_clear_pointer (&empty, jol_scene_unref);
  empty = jol_scene_builder_update (view.builder, view.session, &view.target);
  jol_scene_get_labels (empty, &n);
  g_assert_cmpuint (n, >, 40);
  g_assert_null (find_label (empty, "astana"));
  view_clear (&view);
}

/* A view that goes while its names are placed leaves nothing behind. */
static void
test_names_abandoned (void)
{
  for (int i = 0; i < 20; i++)
    {
      View view;

      view_init (&view);
      view.target.viewport.zoom = 4 + i % 3;
      jol_scene_unref (view_look (&view, i % 2 ? "2023" : "1999"));
      jol_scene_unref (view_look (&view, "2005"));
      view_clear (&view);
    }
}

#define add(path, func)                                                                            \
  g_test_add (path, JolTestScene, NULL, set_up, func, jol_test_scene_tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  /* First, while nothing has been read. */
  g_test_add_func ("/scene-builder/names-loaded", test_names_loaded);
  g_test_add_func ("/scene-builder/names-newest", test_names_newest);
  g_test_add_func ("/scene-builder/names-meanwhile", test_names_meanwhile);
  g_test_add_func ("/scene-builder/names-abandoned", test_names_abandoned);
  add ("/scene-builder/status", test_status);
  add ("/scene-builder/cancelled", test_cancelled);
  add ("/scene-builder/width-says-capacity", test_width_says_capacity);
  add ("/scene-builder/selection", test_selection);
  add ("/scene-builder/hover", test_hover);
  add ("/scene-builder/news", test_news);
  add ("/scene-builder/places-by-zoom", test_places_by_zoom);
  add ("/scene-builder/arcs", test_arcs);
  add ("/scene-builder/names-do-not-overlap", test_names_do_not_overlap);
  add ("/scene-builder/names-stay", test_names_stay);
  add ("/scene-builder/language", test_language);
  add ("/scene-builder/words", test_words);
  add ("/scene-builder/frozen", test_frozen);
  add ("/scene-builder/no-story", test_no_story);
  add ("/scene-builder/fast", test_fast);
  return jol_test_run ();
}
