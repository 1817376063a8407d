/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-band-painter.h"
#include "jol-test-util.h"

#include <string.h>

#define WIDTH 2000
#define HEIGHT 4321

/* What the layers and the sink of a picture saw. */
typedef struct
{
  GMutex lock;
  GThread *runner;
  int n_ground, n_middle, n_top, n_packed; /* rows */
  int n_taken;
  int fail_at; /* the row that cannot be packed, or -1 */
  int n_alive; /* packed bands that nobody has freed */
  GCancellable *cancellable;
  double done; /* as last told */
  double cancel_at;
} Picture;

/* A band's packed form: the row it begins with. */
typedef struct
{
  Picture *picture;
  int y;
} Packed;

static void
add (Picture *self, int *count, int n)
{
  g_mutex_lock (&self->lock);
  *count += n;
  g_mutex_unlock (&self->lock);
}

/* Each row gets its number as its colour, so that a band in the wrong place is seen. */
static void
paint_ground (cairo_t *cr, const JolBand *band, gpointer data)
{
  for (int y = band->y; y < band->y + band->n_rows; y++)
    {
      cairo_set_source_rgb (cr, (y & 0xff) / 255.0, (y >> 8) / 255.0, 0.0);
      cairo_rectangle (cr, 0.0, y, WIDTH, 1.0);
      cairo_fill (cr);
    }
  add (data, &((Picture *) data)->n_ground, band->n_rows);
}

static void
paint_middle (cairo_t *cr, const JolBand *band, gpointer data)
{
  cairo_set_source_rgb (cr, 0.0, 0.0, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, 1.0, HEIGHT);
  cairo_fill (cr);
  add (data, &((Picture *) data)->n_middle, band->n_rows);
}

static void
paint_top (cairo_t *cr, const JolBand *band, gpointer data)
{
  g_assert_true (((Picture *) data)->runner == g_thread_self ());
  add (data, &((Picture *) data)->n_top, band->n_rows);
}

static const JolBandLayers layers = { paint_ground, paint_middle, paint_top };

static gpointer
pack (cairo_surface_t *surface, const JolBand *band, gpointer data, GError **error)
{
  Picture *self = data;
  Packed *packed;

  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, band->n_rows);
  for (int row = 0; row < band->n_rows; row++)
    {
      const guint32 *line =
          (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                        (gsize) row *
                                            (gsize) cairo_image_surface_get_stride (surface));
      const int y = band->y + row;

      g_assert_cmphex (line[0] & 0xffffff, ==, 0x0000ff);
      g_assert_cmphex (line[1] & 0xffffff, ==, (guint32) ((y & 0xff) << 16 | (y >> 8) << 8));
    }
  if (self->fail_at >= band->y && self->fail_at < band->y + band->n_rows)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return NULL;
    }

  packed = g_new (Packed, 1);
  *packed = (Packed){ self, band->y };
  add (self, &self->n_alive, 1);
  add (self, &self->n_packed, band->n_rows);
  return packed;
}

static void
packed_free (gpointer data)
{
  Packed *packed = data;

  add (packed->picture, &packed->picture->n_alive, -1);
  g_free (packed);
}

static gboolean
take (gpointer data, const JolBand *band, gpointer user_data, GError **error)
{
  Picture *self = user_data;
  Packed *packed = data;

  g_assert_true (self->runner == g_thread_self ());
  /* In order. */
  g_assert_cmpint (packed->y, ==, self->n_taken);
  g_assert_cmpint (band->y, ==, self->n_taken);
  self->n_taken += band->n_rows;
  g_assert_true (band->is_last == (self->n_taken == HEIGHT));
  packed_free (packed);
  return TRUE;
}

static void
progress_cb (double done, gpointer data)
{
  Picture *self = data;

  g_assert_cmpfloat (done, >, self->done);
  self->done = done;
  if (done >= self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

static const JolBandSink sink = { pack, take, packed_free };

static gboolean
run (Picture *self, GError **error)
{
  const JolProgress progress = { self->cancellable, progress_cb, self };
  g_autoptr (JolBandPainter) painter =
      jol_band_painter_new (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT, &layers, self);

  self->runner = g_thread_self ();
  return jol_band_painter_run (painter, &sink, self, &progress, error);
}

static void
test_whole (void)
{
  Picture picture = { .fail_at = -1, .cancel_at = 2.0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (run (&picture, &error));
  g_assert_no_error (error);
  g_assert_cmpint (picture.n_ground, ==, HEIGHT);
  g_assert_cmpint (picture.n_middle, ==, HEIGHT);
  g_assert_cmpint (picture.n_top, ==, HEIGHT);
  g_assert_cmpint (picture.n_packed, ==, HEIGHT);
  g_assert_cmpint (picture.n_taken, ==, HEIGHT);
  g_assert_cmpint (picture.n_alive, ==, 0);
  g_assert_cmpfloat (picture.done, ==, 1.0);
}

static void
test_failure (void)
{
  Picture picture = { .fail_at = HEIGHT / 2, .cancel_at = 2.0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (run (&picture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (picture.n_taken, <=, HEIGHT / 2);
  g_assert_cmpint (picture.n_alive, ==, 0);
}

static void
test_cancel (void)
{
  Picture picture = { .fail_at = -1, .cancel_at = 0.4, .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;

  g_assert_false (run (&picture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (picture.n_taken, >, 0);
  g_assert_cmpint (picture.n_taken, <, HEIGHT);
  g_assert_cmpint (picture.n_alive, ==, 0);
  g_object_unref (picture.cancellable);
}

/* One that is given up before the rest is known. */
static void
test_never_run (void)
{
  Picture picture = { .fail_at = -1 };

  jol_band_painter_free (
      jol_band_painter_new (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT, &layers, &picture));
  g_assert_cmpint (picture.n_top, ==, 0);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/band-painter/whole", test_whole);
  g_test_add_func ("/band-painter/failure", test_failure);
  g_test_add_func ("/band-painter/cancel", test_cancel);
  g_test_add_func ("/band-painter/never-run", test_never_run);

  return jol_test_run ();
}
