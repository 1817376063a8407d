/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The start view beside pictures of it that were looked at and found good: reference/NAME.png.
 *
 * Base map and story are compared, without labels, title or legend, so that fonts do not matter.
 * Antialiasing differs between releases of cairo: the pictures are compared by the means of blocks
 * of 4 × 4 px, and a hundredth of the blocks may differ. It is for what nobody meant to change.
 *
 * After a change that is meant, look at the picture that the failure names, and renew:
 *   JOL_RENEW_REFERENCES=1 meson test -C BUILD reference
 */
#include "config.h"
#include "jol-test-util.h"

#include "jol-painter.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"

#define WIDTH 480
#define HEIGHT 300
#define BLOCK 4
#define MAX_DIFFERENCE 16 /* of a block's mean, of 255 */
#define MAX_BLOCKS (WIDTH / BLOCK * HEIGHT / BLOCK / 100)

static JolStory *bundled;

static cairo_surface_t *
paint_start_view (JolTheme theme)
{
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolScene) scene = NULL;
  g_autoptr (JolCanvas) canvas = NULL;
  JolSceneTarget target = {
    .width = WIDTH,
    .height = HEIGHT,
    .theme = theme,
    .language = "en",
    .viewport = jol_viewport_for_box (jol_story_get_bounds (bundled), WIDTH, HEIGHT, 24),
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  jol_session_set_story (session, bundled);
  scene = jol_scene_builder_build (session, &target);
  canvas = jol_canvas_cairo_new (cr);
  jol_painter_paint (scene, canvas, JOL_PASS_BASE | JOL_PASS_ROUTES);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static int
get_block_mean (cairo_surface_t *surface, int x0, int y0, guint shift)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  int sum = 0;

  for (int y = y0; y < y0 + BLOCK; y++)
    for (int x = x0; x < x0 + BLOCK; x++)
      sum += (int) (((const guint32 *) (gconstpointer) (data + (gsize) y * stride))[x] >> shift &
                    0xff);

  return sum / (BLOCK * BLOCK);
}

static guint
count_different_blocks (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y += BLOCK)
    for (int x = 0; x < WIDTH; x += BLOCK)
      {
        int most = 0;

        for (guint shift = 0; shift < 24; shift += 8)
          most =
              MAX (most, abs (get_block_mean (a, x, y, shift) - get_block_mean (b, x, y, shift)));
        n += most > MAX_DIFFERENCE;
      }

  return n;
}

static void
write_picture (cairo_surface_t *surface, const char *path)
{
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s cannot be written", path);
}

static void
test_start_view (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("start-%s.png", jol_theme_get_name (theme));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", name, NULL);
  g_autofree char *seen_path = g_test_build_filename (G_TEST_BUILT, name, NULL);
  cairo_surface_t *seen = paint_start_view (theme);
  cairo_surface_t *reference;
  guint n;

  if (g_getenv ("JOL_RENEW_REFERENCES"))
    write_picture (seen, path);

  reference = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (reference) != CAIRO_STATUS_SUCCESS)
    g_error ("%s cannot be read", path);
  g_assert_cmpint (cairo_image_surface_get_width (reference), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (reference), ==, HEIGHT);

  n = count_different_blocks (seen, reference);
  g_test_message ("%u blocks differ, %d may", n, MAX_BLOCKS);
  if (n > MAX_BLOCKS)
    {
      write_picture (seen, seen_path);
      g_error ("%u blocks of %s differ from %s; look at both, and if the change is meant, renew as "
               "tests/test-reference.c says",
               n, seen_path, path);
    }
  cairo_surface_destroy (reference);
  cairo_surface_destroy (seen);
}

/* The comparison sees what is not the same. */
static void
test_comparison (void)
{
  cairo_surface_t *light = paint_start_view (JOL_THEME_LIGHT);
  cairo_surface_t *print = paint_start_view (JOL_THEME_PRINT);

  g_assert_cmpuint (count_different_blocks (light, light), ==, 0);
  g_assert_cmpuint (count_different_blocks (light, print), >, MAX_BLOCKS);
  cairo_surface_destroy (light);
  cairo_surface_destroy (print);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  bundled = jol_test_share (jol_story_load_bundled ());

  g_test_add_data_func ("/reference/light", GUINT_TO_POINTER (JOL_THEME_LIGHT), test_start_view);
  g_test_add_data_func ("/reference/dark", GUINT_TO_POINTER (JOL_THEME_DARK), test_start_view);
  g_test_add_func ("/reference/comparison", test_comparison);

  return jol_test_run ();
}
