/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in a picture that leaves the program: whole or not at all. */
#include "config.h"
#include "jol-paint-private.h"
#include "jol-test-util.h"

#include <math.h>

#include "jol-lettering.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"

#define WIDTH 900
#define HEIGHT 600
#define PANELS (JOL_PASS_TITLE | JOL_PASS_LEGEND | JOL_PASS_SCALE | JOL_PASS_CREDITS)

static JolScene *
build (const char *language, double zoom)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  const JolSceneTarget target = {
    .width = WIDTH, .height = HEIGHT, .language = language, .viewport = { 43, 62, zoom }
  };

  jol_session_set_story (session, story);

  return jol_scene_builder_build (session, &target);
}

/* The ink of nothing but names. */
static cairo_surface_t *
paint_names (const JolScene *scene, JolPaintPasses passes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_paint_labels (scene, canvas, passes);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_ink (cairo_surface_t *surface, double x0, double y0, double x1, double y1)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = MAX ((int) ceil (y0), 0); y < MIN ((int) y1, HEIGHT); y++)
    for (int x = MAX ((int) ceil (x0), 0); x < MIN ((int) x1, WIDTH); x++)
      n += data[y * stride + x] > 8;

  return n;
}

static guint
count_ink_at_edge (cairo_surface_t *surface)
{
  return count_ink (surface, 0, 0, WIDTH, 1) + count_ink (surface, 0, HEIGHT - 1, WIDTH, HEIGHT) +
         count_ink (surface, 0, 0, 1, HEIGHT) + count_ink (surface, WIDTH - 1, 0, WIDTH, HEIGHT);
}

static guint
count_ink_in_panels (const JolScene *scene, cairo_surface_t *surface)
{
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  const guint n_boxes = jol_paint_frame_measure (scene, PANELS, boxes);
  guint n = 0;

  g_assert_cmpuint (n_boxes, ==, JOL_N_FRAME_BOXES - 1); /* no big date */
  for (guint i = 0; i < n_boxes; i++)
    n += count_ink (surface, boxes[i].x, boxes[i].y, boxes[i].x + boxes[i].width,
                    boxes[i].y + boxes[i].height);

  return n;
}

static void
test_whole (void)
{
  static const char *const languages[] = { "en", "ru", "fa" };
  guint n_cut = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (double zoom = 3.5; zoom <= 7.0; zoom += 0.5)
      {
        g_autoptr (JolScene) scene = build (languages[i], zoom);
        cairo_surface_t *all = paint_names (scene, PANELS);
        cairo_surface_t *whole = paint_names (scene, PANELS | JOL_PASS_WHOLE_NAMES);

        g_test_message ("%s at zoom %g", languages[i], zoom);
        n_cut += count_ink_at_edge (all) + count_ink_in_panels (scene, all);
        g_assert_cmpuint (count_ink_at_edge (whole), ==, 0);
        g_assert_cmpuint (count_ink_in_panels (scene, whole), ==, 0);
        g_assert_cmpuint (count_ink (whole, 0, 0, WIDTH, HEIGHT), >, 1000);
        cairo_surface_destroy (all);
        cairo_surface_destroy (whole);
      }
  /* Else there was nothing to leave out. */
  g_assert_cmpuint (n_cut, >, 1000);
}

/* On the screen the map can be moved, and a name does not come and go at its edge. */
static void
test_screen (void)
{
  g_autoptr (JolScene) scene = build ("en", 5.0);
  cairo_surface_t *names = paint_names (scene, JOL_PASS_ROUTES | JOL_PASS_LABELS);

  g_assert_cmpuint (count_ink_at_edge (names), >, 0);
  cairo_surface_destroy (names);
}

/* One for which there is no time, so that as few names are made as may be. */
static gboolean
paint_frame (const JolScene *scene)
{
  gboolean is_whole;

  jol_lettering_begin_frame (1);
  cairo_surface_destroy (paint_names (scene, JOL_PASS_LABELS | JOL_PASS_FEWER_NAMES));
  is_whole = jol_lettering_end_frame ();
  g_assert_cmpuint (jol_lettering_get_bytes (), <=, JOL_LETTERING_MAX_BYTES);

  return is_whole;
}

/* When the map is zoomed far out before names are placed for it, those of the near view come in the
 * frames after, and stay: they are not so many that some push out others without end. */
static void
test_far (void)
{
  g_autoptr (JolScene) near = build ("en", 8.0);

  for (double zoom = 7.0; zoom >= 2.0; zoom -= 1.0)
    {
      g_autoptr (JolScene) far =
          jol_scene_move (near, &(JolViewport){ 43, 62, zoom }, WIDTH, HEIGHT);
      guint n_frames = 0;

      while (n_frames++ < 40 && !paint_frame (far))
        ;
      g_test_message ("at zoom %g: %u frames", zoom, n_frames);
      g_assert_true (paint_frame (far));
    }
}

/* What is named first is seen from afar too; and one level further out no name goes. */
static void
test_fewer (void)
{
  g_autoptr (JolScene) near = build ("en", 7.0);

  for (double zoom = 7.0; zoom >= 4.0; zoom -= 0.5)
    {
      g_autoptr (JolScene) moved =
          jol_scene_move (near, &(JolViewport){ 43, 62, zoom }, WIDTH, HEIGHT);
      cairo_surface_t *all = paint_names (moved, JOL_PASS_LABELS);
      cairo_surface_t *fewer = paint_names (moved, JOL_PASS_LABELS | JOL_PASS_FEWER_NAMES);
      const guint n_all = count_ink (all, 0, 0, WIDTH, HEIGHT);
      const guint n_fewer = count_ink (fewer, 0, 0, WIDTH, HEIGHT);

      g_test_message ("at zoom %g: %u px of %u", zoom, n_fewer, n_all);
      if (zoom >= 6.0)
        g_assert_cmpuint (n_fewer, ==, n_all);
      else
        g_assert_cmpuint (n_fewer, <, n_all);
      g_assert_cmpuint (n_fewer, >, 1000);
      cairo_surface_destroy (all);
      cairo_surface_destroy (fewer);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/paint-names/whole", test_whole);
  g_test_add_func ("/paint-names/screen", test_screen);
  g_test_add_func ("/paint-names/far", test_far);
  g_test_add_func ("/paint-names/fewer", test_fewer);

  return jol_test_run ();
}
