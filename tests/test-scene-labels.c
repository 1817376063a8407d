/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of the names of every map, whatever it shows. */
#include "config.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-scene-builder.h"
#include "jol-story-loader.h"

#define MAX_RECTS 200

static const char *const languages[] = { "en", "ru", "kk", "fa", "ka", "zh" };
static const char *const dates[] = { "1992", "2001-06", "2009-12", "2023-05-18" };

static JolStory *bundled;

/* A turned rectangle round letters: its middle, half its length along and across. */
typedef struct
{
  double x, y;
  double c, s;
  double along, across;
} Rect;

typedef struct
{
  const JolSceneLabel *label;
  Rect rects[MAX_RECTS];
  guint n_rects;
  double x0, y0, x1, y1;
} Shape;

static void
add_rect (Shape *shape, double x0, double y0, double x1, double y1, double up, double down)
{
  const double length = MAX (hypot (x1 - x0, y1 - y0), 1e-6);
  const double c = (x1 - x0) / length;
  const double s = (y1 - y0) / length;
  const double rise = (up - down) / 2.0;
  const double reach = hypot (length, up + down) / 2.0;
  const Rect rect = { (x0 + x1) / 2.0 + s * rise, (y0 + y1) / 2.0 - c * rise, c, s, length / 2.0,
                      (up + down) / 2.0 };

  g_assert_cmpuint (shape->n_rects, <, MAX_RECTS);
  shape->rects[shape->n_rects++] = rect;
  shape->x0 = MIN (shape->x0, rect.x - reach);
  shape->y0 = MIN (shape->y0, rect.y - reach);
  shape->x1 = MAX (shape->x1, rect.x + reach);
  shape->y1 = MAX (shape->y1, rect.y + reach);
}

/* From the tops of capitals to a little below the baseline. */
static void
make_shape (Shape *shape, const JolSceneLabel *label, double size_px)
{
  const double up = label->ascent_px * 0.72;
  const double down = label->descent_px * 0.6;

  *shape = (Shape){
    .label = label, .x0 = G_MAXDOUBLE, .y0 = G_MAXDOUBLE, .x1 = -G_MAXDOUBLE, .y1 = -G_MAXDOUBLE
  };
  for (guint i = 1; i < label->n_path; i++)
    add_rect (shape, label->path[i - 1].x * size_px, label->path[i - 1].y * size_px,
              label->path[i].x * size_px, label->path[i].y * size_px, up, down);
  if (!label->path)
    {
      const double x = label->at.x * size_px + label->dx_px;
      const double y = label->at.y * size_px + label->dy_px;

      add_rect (shape, x, y, x + label->width_px * cos (label->angle),
                y + label->width_px * sin (label->angle), up, down);
    }
}

/* Whether an axis of @a keeps them apart. */
static gboolean
has_gap (const Rect *a, const Rect *b)
{
  const double dx = b->x - a->x;
  const double dy = b->y - a->y;
  const double c = fabs (a->c * b->c + a->s * b->s);
  const double s = fabs (a->c * b->s - a->s * b->c);

  return fabs (dx * a->c + dy * a->s) > a->along + b->along * c + b->across * s ||
         fabs (dy * a->c - dx * a->s) > a->across + b->along * s + b->across * c;
}

static gboolean
shapes_meet (const Shape *a, const Shape *b)
{
  if (a->x1 < b->x0 || b->x1 < a->x0 || a->y1 < b->y0 || b->y1 < a->y0)
    return FALSE;
  for (guint i = 0; i < a->n_rects; i++)
    for (guint j = 0; j < b->n_rects; j++)
      if (!has_gap (&a->rects[i], &b->rects[j]) && !has_gap (&b->rects[j], &a->rects[i]))
        return TRUE;

  return FALSE;
}

static gboolean
meets_circle (const Shape *shape, double x, double y, double radius_px)
{
  if (x + radius_px < shape->x0 || x - radius_px > shape->x1 || y + radius_px < shape->y0 ||
      y - radius_px > shape->y1)
    return FALSE;
  for (guint i = 0; i < shape->n_rects; i++)
    {
      const Rect *rect = &shape->rects[i];
      const double dx = x - rect->x;
      const double dy = y - rect->y;
      const double along = MAX (fabs (dx * rect->c + dy * rect->s) - rect->along, 0.0);
      const double across = MAX (fabs (dy * rect->c - dx * rect->s) - rect->across, 0.0);

      if (hypot (along, across) < radius_px)
        return TRUE;
    }

  return FALSE;
}

static JolScene *
look (JolSceneBuilder *builder, double zoom, const char *language, const char *date, const char *id)
{
  const JolSceneTarget target = { .width = 1280,
                                  .height = 800,
                                  .theme = JOL_THEME_LIGHT,
                                  .language = language,
                                  .viewport = { 46.5, 66, zoom } };
  g_autoptr (JolSession) session = jol_session_new ();
  JolDate parsed;

  g_assert_true (jol_date_parse (date, &parsed));
  jol_session_set_story (session, bundled);
  jol_session_select (session, id, JOL_ORIGIN_APP);
  jol_session_set_date (session, &parsed, JOL_ORIGIN_APP);

  return jol_scene_builder_update (builder, session, &target);
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const Shape *x = *(const Shape *const *) a;
  const Shape *y = *(const Shape *const *) b;

  return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static void
assert_apart (const JolScene *scene)
{
  const double zoom = jol_scene_get_viewport (scene)->zoom;
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func (g_free);
  const JolScenePlaceMark *places;
  const JolSceneLabel *labels;
  guint n_labels, n_places;

  labels = jol_scene_get_labels (scene, &n_labels);
  places = jol_scene_get_places (scene, &n_places);
  g_assert_cmpuint (n_labels, >, 40);
  for (guint i = 0; i < n_labels; i++)
    {
      Shape *shape = g_new (Shape, 1);

      make_shape (shape, &labels[i], size_px);
      g_ptr_array_add (shapes, shape);
    }
  g_ptr_array_sort (shapes, compare_left);
  for (guint i = 0; i < n_labels; i++)
    {
      const Shape *a = g_ptr_array_index (shapes, i);

      for (guint j = i + 1; j < n_labels; j++)
        {
          const Shape *b = g_ptr_array_index (shapes, j);

          if (b->x0 > a->x1)
            break;
          if (shapes_meet (a, b))
            g_error ("zoom %g, %s: \"%s\" and \"%s\" overlap", zoom, jol_scene_get_language (scene),
                     a->label->text, b->label->text);
        }
      for (guint j = 0; j < n_places; j++)
        if (meets_circle (a, places[j].at.x * size_px, places[j].at.y * size_px,
                          places[j].radius_px * 0.9))
          g_error ("zoom %g, %s: \"%s\" lies on the symbol of %s", zoom,
                   jol_scene_get_language (scene), a->label->text, places[j].id);
    }
}

static gboolean
has_label (const JolScene *scene, const char *feature_id)
{
  guint n_labels;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

  for (guint i = 0; i < n_labels; i++)
    if (g_strcmp0 (labels[i].feature_id, feature_id) == 0)
      return TRUE;

  return FALSE;
}

/* At each zoom, two languages at a time where names are hundreds, one where they are thousands, and
 * the dates by turns. */
static void
test_no_overlaps (void)
{
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
  guint turn = 0;

  for (double zoom = 3.0; zoom <= 10.0; zoom += zoom < 7.0 ? 0.5 : 1.0)
    for (guint i = (guint) (2.0 * zoom) % 3 + (zoom < 7.0 ? 0 : turn % 2 * 3);
         i < G_N_ELEMENTS (languages); i += zoom < 7.0 ? 3 : 6, turn++)
      {
        g_autoptr (JolScene) scene =
            look (builder, zoom, languages[i], dates[turn % G_N_ELEMENTS (dates)], NULL);

        assert_apart (scene);
      }
}

/* What is selected has its name at every zoom, and that covers nothing either. */
static void
test_selected (void)
{
  static const char *const ids[] = { "cpc",    "aktau-baku", "btc", "central-asia-center",
                                     "astana", "samarkand" };
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
  guint turn = 0;

  for (double zoom = 3.0; zoom <= 8.0; zoom += 1.0)
    for (guint i = 0; i < G_N_ELEMENTS (ids); i++, turn++)
      {
        const char *language = languages[turn % G_N_ELEMENTS (languages)];
        g_autoptr (JolScene) scene = NULL;

        if (!jol_story_lookup (bundled, ids[i]))
          g_error ("no %s", ids[i]);
        scene = look (builder, zoom, language, "2023-05-18", ids[i]);
        if (!has_label (scene, ids[i]))
          g_error ("zoom %g, %s: %s has no name", zoom, language, ids[i]);
        assert_apart (scene);
      }
}

/* The capitals of the five states are named at the start view, whenever that is. */
static void
test_capitals (void)
{
  static const char *const names[] = { "Astana", "Bishkek", "Dushanbe", "Ashgabat", "Tashkent" };
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();

  for (guint d = 0; d < G_N_ELEMENTS (dates); d++)
    {
      g_autoptr (JolScene) scene = look (builder, 4.2, "en", dates[d], NULL);
      guint n_labels;
      const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          guint n = 0;

          for (guint j = 0; j < n_labels; j++)
            n += g_str_equal (labels[j].text, names[i]);
          if (n != 1)
            g_error ("%s: %u times %s", dates[d], n, names[i]);
        }
    }
}

/* A town that the story and the base map both know, and spell otherwise, is named once. */
static void
test_towns_once (void)
{
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
  g_autoptr (JolScene) scene = look (builder, 9.0, "en", dates[0], NULL);
  guint n_labels, n_kyzylorda = 0;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n_labels);

  for (guint i = 0; i < n_labels; i++)
    {
      g_assert_cmpstr (labels[i].text, !=, "Qyzylorda");
      n_kyzylorda += g_str_equal (labels[i].text, "Kyzylorda");
    }
  g_assert_cmpuint (n_kyzylorda, ==, 1);
}

static void
assert_same (const JolScene *a, const JolScene *b)
{
  guint n, m;
  const JolSceneLabel *x = jol_scene_get_labels (a, &n);
  const JolSceneLabel *y = jol_scene_get_labels (b, &m);

  g_assert_cmpuint (n, ==, m);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (x[i].text, ==, y[i].text);
      g_assert_cmpmem (&x[i].at, sizeof x[i].at, &y[i].at, sizeof y[i].at);
      g_assert_cmpfloat (x[i].dx_px, ==, y[i].dx_px);
      g_assert_cmpfloat (x[i].dy_px, ==, y[i].dy_px);
      g_assert_cmpmem (x[i].path, x[i].n_path * sizeof *x[i].path, y[i].path,
                       y[i].n_path * sizeof *y[i].path);
    }
}

/* The same from wherever one looks, and however often, whatever was placed in between. */
static void
test_deterministic (void)
{
  for (double zoom = 4.0; zoom <= 8.0; zoom += 2.0)
    {
      g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_waiting ();
      g_autoptr (JolSceneBuilder) fresh = jol_scene_builder_new_waiting ();
      g_autoptr (JolScene) first = look (builder, zoom, "ru", "2009-12", NULL);
      g_autoptr (JolScene) other = look (builder, zoom, "ru", "2023", NULL);
      g_autoptr (JolScene) again = look (builder, zoom, "ru", "2009-12", NULL);
      g_autoptr (JolScene) alone = look (fresh, zoom, "ru", "2009-12", NULL);
      g_autoptr (JolScene) panned =
          jol_scene_move (alone, &(JolViewport){ 30, 100, zoom }, 640, 480);

      assert_same (first, again);
      assert_same (first, alone);
      assert_same (first, panned);
    }
}

static gboolean
is_of_base (const JolSceneLabel *label)
{
  return label->kind == JOL_LABEL_COUNTRY || label->kind == JOL_LABEL_WATER ||
         label->kind == JOL_LABEL_CITY || label->kind == JOL_LABEL_RANGE;
}

/* Names of the base map that are elsewhere in the second scene, or gone. A town that becomes a
 * place of the story has another name there. */
static guint
count_moved (const JolScene *before, const JolScene *after)
{
  guint n_before, n_after, n_moved = 0;
  const JolSceneLabel *a = jol_scene_get_labels (before, &n_before);
  const JolSceneLabel *b = jol_scene_get_labels (after, &n_after);

  for (guint i = 0; i < n_before; i++)
    {
      gboolean stays = !is_of_base (&a[i]);

      for (guint j = 0; j < n_after && !stays; j++)
        stays = g_str_equal (a[i].text, b[j].text) &&
                (b[j].kind == JOL_LABEL_PLACE ||
                 (hypot (a[i].at.x - b[j].at.x, a[i].at.y - b[j].at.y) < 1e-9 &&
                  fabs (a[i].dx_px - b[j].dx_px) < 0.5 && fabs (a[i].dy_px - b[j].dy_px) < 0.5));
      if (!stays)
        g_test_message ("%s: %s", jol_scene_get_date_label (after), a[i].text);
      n_moved += !stays;
    }

  return n_moved;
}

/* While it plays from 1991 to 2025 the base map's names stay where they are. */
static void
test_play (gconstpointer data)
{
  const double zoom = GPOINTER_TO_INT (data) / 10.0;
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new ();
  g_autoptr (JolScene) before = NULL;
  guint n_moved = 0, n_steps = 0;

  for (int month = 0; month < 12 * 35; month += 3)
    {
      g_autofree char *date = g_strdup_printf ("%d-%02d", 1991 + month / 12, 1 + month % 12);
      g_autoptr (JolScene) scene = NULL;

      jol_scene_unref (look (builder, zoom, "en", date, NULL));
      jol_test_wait_until (jol_scene_builder_is_named (builder));
      scene = look (builder, zoom, "en", date, NULL);
      if (before)
        n_moved += count_moved (before, scene);
      n_steps++;
      g_clear_pointer (&before, jol_scene_unref);
      before = g_steal_pointer (&scene);
    }
  g_test_message ("zoom %g: %u base names moved in %u steps", zoom, n_moved, n_steps);
  g_assert_cmpuint (n_moved, <=, n_steps / 10);
}

static const JolSceneLabel *
find_label (const JolScene *scene, const char *text)
{
  guint n;
  const JolSceneLabel *labels = jol_scene_get_labels (scene, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (labels[i].text, text))
      return &labels[i];
  return NULL;
}

/* A picture by itself names the neighbours that it shows a part of, inside its edges, and nothing
 * that would be cut. */
static void
test_picture (void)
{
  static const char *const neighbours[] = { "RUSSIA", "CHINA", "IRAN", "KAZAKHSTAN" };
  g_autoptr (JolSession) session = jol_session_new ();
  JolSceneTarget target = {
    .width = 1280, .height = 720, .theme = JOL_THEME_LIGHT, .language = "en", .passes = JOL_PASS_ALL
  };
  g_autoptr (JolScene) scene = NULL, map = NULL;
  const JolTransform *transform;
  guint n;
  const JolSceneLabel *labels;

  jol_session_set_story (session, bundled);
  target.viewport = jol_viewport_for_box (jol_story_get_bounds (bundled), 1280, 720, 24);
  scene = jol_scene_builder_build (session, &target);
  transform = jol_scene_get_transform (scene);
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    g_assert_nonnull (find_label (scene, neighbours[i]));

  labels = jol_scene_get_labels (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      jol_transform_apply (transform, &labels[i].at, &x, &y);
      if (labels[i].path || labels[i].angle != 0.0)
        continue;
      x += labels[i].dx_px;
      y += labels[i].dy_px;
      g_assert_cmpfloat (x, >=, 0.0);
      g_assert_cmpfloat (x + labels[i].width_px, <=, 1280.0);
      g_assert_cmpfloat (y - labels[i].ascent_px * 0.72, >=, 0.0);
      g_assert_cmpfloat (y, <=, 720.0);
    }

  /* On a map that is panned they stand where the countries are. */
  target.passes = (JolPaintPasses) 0;
  map = jol_scene_builder_build (session, &target);
  g_assert_cmpfloat (find_label (map, "RUSSIA")->at.y, <, find_label (scene, "RUSSIA")->at.y);
}

/* A map so large, with a card that wide and high at one of its upper corners. */
static void
make_room (JolSceneTarget *target, double card_x)
{
  target->width = 600;
  target->height = 520;
  target->theme = JOL_THEME_DARK;
  target->language = "en";
  target->room = (JolSceneRoom){ .viewport = target->viewport, .width = 600, .height = 520 };
  target->room.covers[0].x = card_x;
  target->room.covers[0].width = 310.0;
  target->room.covers[0].height = 350.0;
  target->room.n_covers = 1;
}

static void
assert_whole (const JolScene *scene, const JolSceneLabel *label, double card_x)
{
  const JolTransform *transform = jol_scene_get_transform (scene);
  Shape shape;

  make_shape (&shape, label, JOL_TILE_PX * exp2 (jol_scene_get_viewport (scene)->zoom));
  shape.x0 -= transform->left_px;
  shape.x1 -= transform->left_px;
  shape.y0 -= transform->top_px;
  shape.y1 -= transform->top_px;
  if ((shape.x0 < card_x + 310 && shape.x1 > card_x && shape.y0 < 350) || shape.x0 < 0 ||
      shape.y0 < 0 || shape.x1 > 600 || shape.y1 > 520)
    g_error ("card at %g: \"%s\" is cut (%.0f, %.0f to %.0f, %.0f)", card_x, label->text, shape.x0,
             shape.y0, shape.x1, shape.y1);
}

/* What is selected can be read beside what lies over the map: no name of it is cut by that or by
 * the map's edge, and where its line can be seen there is one. */
static void
test_room (void)
{
  static const char *const ids[] = { "central-asia-china-gas-ab", "cpc", "central-asia-center",
                                     "druzhba", "kazakhstan-china-oil" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (int side = 0; side < 2; side++)
      {
        const double card_x = side == 0 ? 0.0 : 290.0;
        JolEntity *route = jol_story_lookup (bundled, ids[i]);
        JolSceneTarget target = { 0 };
        g_autoptr (JolSession) session = jol_session_new ();
        g_autoptr (JolScene) scene = NULL;
        const JolSceneLabel *labels;
        guint n_labels, n_whole = 0;

        target.viewport = jol_viewport_for_box (jol_entity_get_box (route), 270, 480, 10);
        target.viewport.longitude +=
            (side == 0 ? -0.5 : 0.5) * 300 * 360 / (JOL_TILE_PX * exp2 (target.viewport.zoom));
        make_room (&target, card_x);
        jol_session_set_story (session, bundled);
        jol_session_select (session, ids[i], JOL_ORIGIN_APP);
        scene = jol_scene_builder_build (session, &target);

        labels = jol_scene_get_labels (scene, &n_labels);
        for (guint j = 0; j < n_labels; j++)
          {
            if (g_strcmp0 (labels[j].feature_id, ids[i]) != 0)
              continue;
            assert_whole (scene, &labels[j], card_x);
            n_whole++;
          }
        if (n_whole == 0)
          g_error ("%s, card at %g: no name", ids[i], card_x);
      }
}

/* Nor is the name of a route that belongs to it. */
static void
test_room_related (void)
{
  guint n_names = 0;

  for (double longitude = 56; longitude < 80; longitude++)
    {
      JolSceneTarget target = { .viewport = { 46.5, longitude, 4.6 } };
      g_autoptr (JolSession) session = jol_session_new ();
      g_autoptr (JolScene) scene = NULL;
      const JolSceneLabel *labels;
      guint n_labels;

      make_room (&target, 0);
      jol_session_set_story (session, bundled);
      jol_session_select (session, "astana", JOL_ORIGIN_APP);
      scene = jol_scene_builder_build (session, &target);
      labels = jol_scene_get_labels (scene, &n_labels);
      for (guint i = 0; i < n_labels; i++)
        if (labels[i].kind == JOL_LABEL_ROUTE)
          {
            assert_whole (scene, &labels[i], 0);
            n_names++;
          }
    }
  g_assert_cmpuint (n_names, >, 0);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());
  g_test_add_func ("/scene-labels/no-overlaps", test_no_overlaps);
  g_test_add_func ("/scene-labels/selected", test_selected);
  g_test_add_func ("/scene-labels/capitals", test_capitals);
  g_test_add_func ("/scene-labels/towns-once", test_towns_once);
  g_test_add_func ("/scene-labels/room", test_room);
  g_test_add_func ("/scene-labels/room-related", test_room_related);
  g_test_add_func ("/scene-labels/picture", test_picture);
  g_test_add_func ("/scene-labels/deterministic", test_deterministic);
  g_test_add_data_func ("/scene-labels/play/4.2", GINT_TO_POINTER (42), test_play);
  g_test_add_data_func ("/scene-labels/play/5.5", GINT_TO_POINTER (55), test_play);

  return jol_test_run ();
}
