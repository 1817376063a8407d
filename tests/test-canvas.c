/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-canvas.h"
#include "jol-lettering.h"
#include "jol-test-util.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define SIZE 200

static const JolColor red = { 1, 0, 0, 1 };
static const JolColor blue = { 0, 0, 1, 1 };
static const JolColor none = { 0, 0, 0, 0 };

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  JolCanvas *canvas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const int scale = data ? GPOINTER_TO_INT (data) : 1;

  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE * scale, SIZE * scale);
  fixture->cr = cairo_create (fixture->surface);
  cairo_scale (fixture->cr, scale, scale);
  fixture->canvas = jol_canvas_cairo_new (fixture->cr);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->canvas);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface) +
                                             x * 4);
}

/* The box of everything that is not empty. */
static void
get_ink (cairo_surface_t *surface, int *left, int *top, int *right, int *bottom)
{
  *left = *top = G_MAXINT;
  *right = *bottom = -1;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (get_pixel (surface, x, y) >> 24 > 32)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x);
          *top = MIN (*top, y);
          *bottom = MAX (*bottom, y);
        }
}

static void
test_shapes (Fixture *fixture, gconstpointer data)
{
  const double dash[] = { 10, 10 };

  jol_canvas_rect (fixture->canvas, 10, 10, 40, 20, 0);
  jol_canvas_fill (fixture->canvas, &red);
  jol_canvas_rect (fixture->canvas, 60, 10, 40, 40, 20);
  jol_canvas_fill (fixture->canvas, &red);
  jol_canvas_circle (fixture->canvas, 150, 30, 20);
  jol_canvas_fill_stroke (fixture->canvas, &red, &(JolStroke){ .color = blue, .width_px = 4 });
  jol_canvas_move_to (fixture->canvas, 10, 100);
  jol_canvas_line_to (fixture->canvas, 110, 100);
  jol_canvas_stroke (fixture->canvas,
                     &(JolStroke){ .color = blue, .width_px = 6, .dash_px = dash, .n_dash = 2 });
  jol_canvas_move_to (fixture->canvas, 10, 120);
  jol_canvas_line_to (fixture->canvas, 110, 120);
  jol_canvas_stroke (fixture->canvas, &(JolStroke){ .color = blue, .width_px = 6 });

  g_assert_cmphex (get_pixel (fixture->surface, 11, 11), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (fixture->surface, 80, 30), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (fixture->surface, 62, 12), ==, 0); /* a round corner */
  g_assert_cmphex (get_pixel (fixture->surface, 150, 30), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (fixture->surface, 170, 30), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (fixture->surface, 15, 100), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (fixture->surface, 25, 100), ==, 0); /* between two dashes */
  g_assert_cmphex (get_pixel (fixture->surface, 25, 120), ==, 0xff0000ff);
}

static void
test_clip_ends_with_group (Fixture *fixture, gconstpointer data)
{
  jol_canvas_begin_group (fixture->canvas, "cpc", "Caspian Pipeline Consortium", NULL);
  jol_canvas_clip_rect (fixture->canvas, 0, 0, 50, SIZE);
  jol_canvas_rect (fixture->canvas, 0, 0, SIZE, 20, 0);
  jol_canvas_fill (fixture->canvas, &red);
  jol_canvas_end_group (fixture->canvas);
  jol_canvas_rect (fixture->canvas, 0, 50, SIZE, 20, 0);
  jol_canvas_fill (fixture->canvas, &red);

  g_assert_cmphex (get_pixel (fixture->surface, 49, 10), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (fixture->surface, 51, 10), ==, 0);
  g_assert_cmphex (get_pixel (fixture->surface, 150, 60), ==, 0xffff0000);
}

static void
test_image (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2, 2);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 0, 0, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  jol_canvas_image (fixture->canvas, image, 20, 20, 100, 60, 1.0);
  cairo_surface_destroy (image);

  g_assert_cmphex (get_pixel (fixture->surface, 21, 21), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (fixture->surface, 118, 78), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (fixture->surface, 19, 21), ==, 0);
  g_assert_cmphex (get_pixel (fixture->surface, 121, 78), ==, 0);
}

/* Text is where it was measured to be, at every anchor. */
static void
test_text_place (Fixture *fixture, gconstpointer data)
{
  const int scale = data ? GPOINTER_TO_INT (data) : 1;
  const JolFont font = { .size_px = 20, .style = JOL_FONT_BOLD, .color = red };
  double width, ascent, descent;
  int left, top, right, bottom;

  jol_text_measure ("HHHH", &font, &width, &ascent, &descent);
  g_assert_cmpfloat (width, >, 40);
  g_assert_cmpfloat (ascent, >, 14);
  g_assert_cmpfloat (descent, >, 2);

  jol_canvas_text (fixture->canvas, "HHHH", &font, 100, 100, 0, JOL_ANCHOR_MIDDLE);
  get_ink (fixture->surface, &left, &top, &right, &bottom);
  g_assert_cmpfloat_with_epsilon ((left + right + 1) / 2.0, 100.0 * scale, 1.5 * scale);
  g_assert_cmpfloat_with_epsilon (right - left, width * scale, 4.5 * scale);
  g_assert_cmpint (bottom, >=, 99 * scale - 1);
  g_assert_cmpint (bottom, <=, 100 * scale + 1);
  g_assert_cmpint (top, >=, (int) ((100 - ascent) * scale));

  cairo_set_operator (fixture->cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (fixture->cr);
  cairo_set_operator (fixture->cr, CAIRO_OPERATOR_OVER);
  jol_canvas_text (fixture->canvas, "HHHH", &font, 150, 100, 0, JOL_ANCHOR_END);
  get_ink (fixture->surface, &left, &top, &right, &bottom);
  g_assert_cmpint (right, <=, 150 * scale + 1);
  g_assert_cmpint (right, >=, 146 * scale);

  cairo_set_operator (fixture->cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (fixture->cr);
  cairo_set_operator (fixture->cr, CAIRO_OPERATOR_OVER);
  jol_canvas_text (fixture->canvas, "HHHH", &font, 100, 100, G_PI / 2, JOL_ANCHOR_START);
  get_ink (fixture->surface, &left, &top, &right, &bottom);
  g_assert_cmpint (top, >=, 99 * scale); /* it runs down */
  g_assert_cmpfloat_with_epsilon (bottom, (100 + width) * scale, 4 * scale);
}

static void
test_halo (Fixture *fixture, gconstpointer data)
{
  const JolFont font = {
    .size_px = 20, .style = JOL_FONT_BOLD, .color = red, .halo = blue, .halo_px = 3
  };
  int left, top, right, bottom;
  gboolean has_red = FALSE;

  jol_canvas_text (fixture->canvas, "I", &font, 100, 100, 0, JOL_ANCHOR_MIDDLE);
  get_ink (fixture->surface, &left, &top, &right, &bottom);
  g_assert_cmphex (get_pixel (fixture->surface, left + 1, (top + bottom) / 2), ==, 0xff0000ff);
  for (int x = left; x <= right; x++)
    has_red |= get_pixel (fixture->surface, x, (top + bottom) / 2) == 0xffff0000;
  g_assert_true (has_red);
}

/* A text along a line that turns down is partly on each leg, and nowhere else. */
static void
test_text_on_path (Fixture *fixture, gconstpointer data)
{
  const JolFont font = { .size_px = 14, .color = red };
  const double path[] = { 20, 40, 100, 40, 100, 180 };
  int left, top, right, bottom;

  jol_canvas_text_on_path (fixture->canvas, "nnnnnnnnnnnnnnnn", &font, path, 3, 10);
  get_ink (fixture->surface, &left, &top, &right, &bottom);
  g_assert_cmpint (left, >=, 29);
  g_assert_cmpint (top, >=, 24);
  g_assert_cmpint (right, <=, 114);
  g_assert_cmpint (right, >=, 100);
  g_assert_cmpint (bottom, >, 80);
}

/* Ink by its distance along a direction from the middle of the picture. */
static void
get_profile (cairo_surface_t *surface, double angle, double *bins, guint n_bins)
{
  const int size = cairo_image_surface_get_width (surface);

  memset (bins, 0, n_bins * sizeof *bins);
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      {
        const double along =
            (x + 0.5 - size / 2.0) * cos (angle) + (y + 0.5 - size / 2.0) * sin (angle);
        const double bin = along + n_bins / 2.0;

        if (bin >= 0 && bin < n_bins)
          bins[(guint) bin] += (get_pixel (surface, x, y) >> 24) / 255.0;
      }
}

/* The widest run of empty bins with ink on both sides. */
static guint
get_widest_gap (const double *bins, guint n_bins)
{
  guint widest = 0;
  guint last = n_bins;

  for (guint i = 0; i < n_bins; i++)
    {
      if (bins[i] < 0.35)
        continue;
      if (last < i)
        widest = MAX (widest, i - last - 1);
      last = i;
    }

  return widest;
}

/* Two words along a line stay two words, whichever way the line runs and wherever they begin. */
static void
test_words_on_path (void)
{
  const JolFont font = { .size_px = 10.5, .color = red, .spacing_px = 0.35 };
  guint narrowest = G_MAXUINT;

  for (int degrees = -80; degrees <= 80; degrees += 4)
    for (int start = 0; start < 4; start++)
      {
        const double angle = degrees * G_PI / 180.0;
        const double c = cos (angle);
        const double s = sin (angle);
        const double path[] = { 100 - 60 * c, 100 - 60 * s, 100 + 60 * c, 100 + 60 * s };
        double bins[SIZE];
        Fixture fixture;

        set_up (&fixture, NULL);
        jol_canvas_text_on_path (fixture.canvas, "third line", &font, path, 2, 10 + start * 0.25);
        get_profile (fixture.surface, angle, bins, SIZE);
        narrowest = MIN (narrowest, get_widest_gap (bins, SIZE));
        tear_down (&fixture, NULL);
      }
  g_test_message ("%u px", narrowest);
  g_assert_cmpuint (narrowest, >=, 3);
}

/* Nor do they run together in a hollow, where the tops of letters lean towards each other. */
static void
test_words_in_hollow (void)
{
  const JolFont font = { .size_px = 12, .color = red };
  double path[2 * 33];
  double level[4 * SIZE];
  double around[1441] = { 0 };
  double gap, wanted;
  Fixture fixture;

  /* The lower half of a circle of 70 px round the middle of the picture. */
  for (guint i = 0; i < 33; i++)
    {
      path[2 * i] = 100 - 70 * cos (i * G_PI / 32);
      path[2 * i + 1] = 100 + 70 * sin (i * G_PI / 32);
    }
  set_up (&fixture, GINT_TO_POINTER (4));
  jol_canvas_text_on_path (fixture.canvas, "illl illl", &font, path, 33, 90);
  for (int y = 0; y < 4 * SIZE; y++)
    for (int x = 0; x < 4 * SIZE; x++)
      if (get_pixel (fixture.surface, x, y) >> 24 > 100)
        around[(int) ((atan2 (y - 400.0, 400.0 - x) + G_PI) * 720.0 / G_PI)] += 1.0;
  tear_down (&fixture, NULL);
  set_up (&fixture, GINT_TO_POINTER (4));
  jol_canvas_text (fixture.canvas, "illl illl", &font, 10, 100, 0, JOL_ANCHOR_START);
  get_profile (fixture.surface, 0, level, 4 * SIZE);
  tear_down (&fixture, NULL);

  wanted = get_widest_gap (level, 4 * SIZE) / 4.0;
  /* Seen from the middle the gap ends at the tops of the letters, which are 60 px off. */
  gap = get_widest_gap (around, 1441) * G_PI / 720.0 * 60.0;
  g_test_message ("%.2f px, level %.2f px", gap, wanted);
  g_assert_cmpfloat (gap, >=, 0.85 * wanted);
}

/* In every script a text along a level line is the text itself: the same letters, in the order in
 * which they stand on the page, with nothing between those that join. */
static void
test_scripts_on_path (void)
{
  static const char *const names[] = { "Kumkol oil", "Каспийское море", "دریای خزر",
                                       "كازاخستان",  "კასპიის ზღვა",    "里海 管道",
                                       "Ĝazāqstan",  "Արաքս",           "Qazağı́stan" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const JolFont font = { .size_px = 18, .color = red, .spacing_px = i % 2 ? 2.0 : 0.0 };
      const double path[] = { 10, 100, 190, 100 };
      double straight[4 * SIZE], bent[4 * SIZE];
      double ink = 0, differs = 0;
      Fixture fixture;

      set_up (&fixture, GINT_TO_POINTER (4));
      jol_canvas_text (fixture.canvas, names[i], &font, 10, 100, 0, JOL_ANCHOR_START);
      get_profile (fixture.surface, 0, straight, 4 * SIZE);
      tear_down (&fixture, NULL);
      set_up (&fixture, GINT_TO_POINTER (4));
      jol_canvas_text_on_path (fixture.canvas, names[i], &font, path, 2, 0);
      get_profile (fixture.surface, 0, bent, 4 * SIZE);
      tear_down (&fixture, NULL);

      for (guint x = 0; x < 4 * SIZE; x++)
        {
          ink += straight[x];
          differs += fabs (straight[x] - bent[x]);
        }
      g_test_message ("%s: %.1f%%", names[i], 100 * differs / ink);
      g_assert_cmpfloat (ink, >, 500);
      g_assert_cmpfloat (differs, <, 0.2 * ink);
    }
}

/* Space between letters that join would tear them apart. */
static void
test_spacing_of_joined (void)
{
  const JolFont plain = { .size_px = 13 };
  const JolFont spaced = { .size_px = 13, .spacing_px = 4 };
  double a, b;

  jol_text_measure ("ایران", &plain, &a, NULL, NULL);
  jol_text_measure ("ایران", &spaced, &b, NULL, NULL);
  g_assert_cmpfloat (a, ==, b);
  jol_text_measure ("里海", &plain, &a, NULL, NULL);
  jol_text_measure ("里海", &spaced, &b, NULL, NULL);
  g_assert_cmpfloat (b - a, >=, 4);
}

/* What is drawn again comes from the same sprite, and they are never more than the bound. */
static void
test_sprites_are_bounded (Fixture *fixture, gconstpointer data)
{
  const JolFont font = { .size_px = 40, .color = red, .halo = blue, .halo_px = 2 };
  gsize before, once;

  before = jol_lettering_get_bytes ();
  jol_canvas_text (fixture->canvas, "Tengiz", &font, 20, 100, 0, JOL_ANCHOR_START);
  once = jol_lettering_get_bytes ();
  g_assert_cmpuint (once, >, before);
  jol_canvas_text (fixture->canvas, "Tengiz", &font, 30, 90, 0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_lettering_get_bytes (), ==, once);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Somewhere %d", i);

      jol_canvas_text (fixture->canvas, text, &font, 20, 100, 0, JOL_ANCHOR_START);
      g_assert_cmpuint (jol_lettering_get_bytes (), <=, JOL_LETTERING_MAX_BYTES);
    }
}

/* One whose time has come when it begins. */
static gboolean
draw_frame (JolCanvas *canvas, const JolFont *font, guint n_texts)
{
  jol_lettering_begin_frame (1);
  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *text = g_strdup_printf ("Wells of Jailau %u", i);

      jol_canvas_text (canvas, text, font, 20, 100, 0, JOL_ANCHOR_START);
    }
  return jol_lettering_end_frame ();
}

/* When the time has come what was not there is left out, but for the first few; the next frame
 * goes on. What does not fit all at once waits for nothing. */
static void
test_lettering_may_wait (Fixture *fixture, gconstpointer data)
{
  const JolFont font = { .size_px = 10, .color = red, .halo = blue, .halo_px = 2 };
  const JolFont large = { .size_px = 60, .color = red, .halo = blue, .halo_px = 2 };
  const guint n_texts = 2 * JOL_LETTERING_MIN_SPRITES + 1, n_large = 100;
  guint n_frames = 0;
  gboolean is_whole;

  do
    is_whole = draw_frame (fixture->canvas, &font, n_texts);
  while (n_frames++ < 9 && !is_whole);
  g_assert_cmpuint (n_frames, ==, 3);

  for (n_frames = 0, is_whole = FALSE; n_frames < 9 && !is_whole; n_frames++)
    is_whole = draw_frame (fixture->canvas, &large, n_large);
  g_assert_cmpuint (n_frames, ==, 2);
  g_assert_cmpuint (jol_lettering_get_bytes (), >, JOL_LETTERING_MAX_BYTES / 2);
  g_assert_cmpuint (jol_lettering_get_bytes (), <=, JOL_LETTERING_MAX_BYTES);
}

static void
test_scale_of_recording (void)
{
  const cairo_rectangle_t extents = { 0, 0, SIZE, SIZE };
  const JolFont font = { .size_px = 12, .color = red, .halo = none };
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (recording);
  JolCanvas *canvas = jol_canvas_cairo_new (cr);
  const gsize before = jol_lettering_get_bytes ();
  gsize plain;

  jol_canvas_text (canvas, "Atyrau", &font, 20, 100, 0, JOL_ANCHOR_START);
  plain = jol_lettering_get_bytes () - before;
  jol_canvas_cairo_set_scale (canvas, 2.0);
  jol_canvas_text (canvas, "Atyrau", &font, 20, 100, 0, JOL_ANCHOR_START);
  g_assert_cmpuint (jol_lettering_get_bytes () - before - plain, >, 3 * plain);

  g_assert_finalize_object (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
holds (const GByteArray *data, const char *word)
{
  const gsize length = strlen (word);

  for (gsize i = 0; i + length <= data->len; i++)
    if (memcmp (data->data + i, word, length) == 0)
      return TRUE;

  return FALSE;
}

/* On paper there are fonts, not images of text. */
static void
test_paper_keeps_text (void)
{
  const JolFont font = { .size_px = 12, .color = red, .halo = blue, .halo_px = 1 };
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  JolCanvas *canvas = jol_canvas_cairo_new (cr);

  jol_canvas_text (canvas, "Atyrau", &font, 20, 100, 0, JOL_ANCHOR_START);
  g_assert_finalize_object (canvas);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  g_assert_true (holds (pdf, "%PDF"));
  g_assert_true (holds (pdf, "/Font"));
  g_assert_false (holds (pdf, "/Subtype /Image"));
}

static gpointer
measure_in_thread (gpointer data)
{
  const JolFont font = { .size_px = 13, .style = JOL_FONT_ITALIC };
  double *width = g_new (double, 1);

  jol_text_measure ("Каспийское море", &font, width, NULL, NULL);

  return width;
}

static void
test_threads_agree (void)
{
  g_autofree double *mine = measure_in_thread (NULL);

  for (int i = 0; i < 3; i++)
    {
      g_autofree double *theirs = g_thread_join (g_thread_new ("measure", measure_in_thread, NULL));

      g_assert_cmpfloat (*theirs, ==, *mine);
    }
}

static void
test_spacing (void)
{
  const JolFont plain = { .size_px = 13 };
  const JolFont spaced = { .size_px = 13, .spacing_px = 4 };
  double a, b;

  jol_text_measure ("IRAN", &plain, &a, NULL, NULL);
  jol_text_measure ("IRAN", &spaced, &b, NULL, NULL);
  g_assert_cmpfloat (b - a, >=, 11.5);
  g_assert_cmpfloat (b - a, <=, 16.5);
}

#define add(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  add ("/canvas/shapes", NULL, test_shapes);
  add ("/canvas/clip-ends-with-group", NULL, test_clip_ends_with_group);
  add ("/canvas/image", NULL, test_image);
  add ("/canvas/text-place", NULL, test_text_place);
  add ("/canvas/text-place/2x", GINT_TO_POINTER (2), test_text_place);
  add ("/canvas/halo", NULL, test_halo);
  add ("/canvas/text-on-path", NULL, test_text_on_path);
  g_test_add_func ("/canvas/words-on-path", test_words_on_path);
  g_test_add_func ("/canvas/words-in-hollow", test_words_in_hollow);
  g_test_add_func ("/canvas/scripts-on-path", test_scripts_on_path);
  g_test_add_func ("/canvas/spacing-of-joined", test_spacing_of_joined);
  add ("/canvas/sprites-are-bounded", NULL, test_sprites_are_bounded);
  add ("/canvas/lettering-may-wait", NULL, test_lettering_may_wait);
  g_test_add_func ("/canvas/scale-of-recording", test_scale_of_recording);
  g_test_add_func ("/canvas/paper-keeps-text", test_paper_keeps_text);
  g_test_add_func ("/canvas/threads-agree", test_threads_agree);
  g_test_add_func ("/canvas/spacing", test_spacing);

  return jol_test_run ();
}
