/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image of a story: what its first bytes promise is what it decodes to, so that nothing larger
 * than was allowed for is ever made of it. */
#include "config.h"
#include "fuzz.h"

#include "jol-canvas.h"
#include "jol-page-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define SIDE_PX 32
/* An honest file of a few bytes may ask for 64 MiB; a search would do nothing else. */
#define MAX_PIXELS (1u << 20)

static void
check_decoded (GBytes *bytes, const JolImage *image)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  gdk_pixbuf_loader_close (loader, NULL);
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!pixbuf)
    return;
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, (int) image->width_px);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, (int) image->height_px);
}

static void
paint (const JolImage *image)
{
  JolPageImage *page_image = jol_page_image_new (image, NULL, SIDE_PX, SIDE_PX);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE_PX, SIDE_PX);
  cairo_t *cr = cairo_create (surface);
  JolCanvas *canvas = jol_canvas_cairo_new (cr);

  if (page_image)
    {
      g_assert_cmpfloat (jol_page_image_get_height (page_image), <=, SIDE_PX);
      jol_page_image_paint (canvas, SIDE_PX, SIDE_PX, page_image);
      jol_page_image_free (page_image);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  JolImage *image = jol_image_new (g_bytes_ref (bytes));

  g_assert_true ((image->bytes != NULL) == (image->fault == NULL));
  if (image->bytes && (guint64) image->width_px * image->height_px <= MAX_PIXELS)
    {
      check_decoded (bytes, image);
      paint (image);
    }
  jol_image_free (image);
  return 0;
}
