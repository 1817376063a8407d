/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-page-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define CAPTION_GAP 5.0
#define POINTS_PER_PX 0.75

struct _JolPageImage
{
  cairo_surface_t *surface;
  double width, height;
  JolPageText *caption; /* or NULL */
};

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  const gboolean is_read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  GdkPixbuf *pixbuf;

  if (!gdk_pixbuf_loader_close (loader, NULL) || !is_read)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf ? g_object_ref (pixbuf) : NULL;
}

/* Cairo's pixel is one number, with alpha multiplied in. */
static guint32
make_pixel (const guchar *from, gboolean has_alpha)
{
  const guint32 alpha = has_alpha ? from[3] : 255;
  guint32 pixel = alpha << 24;

  for (int i = 0; i < 3; i++)
    pixel |= (from[i] * alpha + 127) / 255 << (16 - 8 * i);
  return pixel;
}

static cairo_surface_t *
make_surface (const GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);

  if (!data)
    return surface; /* in an error state: painting it does nothing */

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guchar *from = pixels + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to =
          (guint32 *) (gpointer) (data +
                                  (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        to[x] = make_pixel (from + (gsize) x * (gsize) n_channels, has_alpha);
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

JolPageImage *
jol_page_image_new (const JolImage *image, JolPageText *caption, double width, double max_height)
{
  g_autoptr (GdkPixbuf) pixbuf = image->bytes ? decode (image->bytes) : NULL;
  JolPageImage *self;
  double scale;

  if (!pixbuf)
    {
      g_clear_pointer (&caption, jol_page_text_free);
      return NULL;
    }

  self = g_new0 (JolPageImage, 1);
  self->surface = make_surface (pixbuf);
  self->width = gdk_pixbuf_get_width (pixbuf) * POINTS_PER_PX;
  self->height = gdk_pixbuf_get_height (pixbuf) * POINTS_PER_PX;
  scale = MIN (MIN (width / self->width, max_height / self->height), 1.0);
  self->width *= scale;
  self->height *= scale;
  self->caption = caption;

  return self;
}

void
jol_page_image_free (JolPageImage *self)
{
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->caption, jol_page_text_free);
  g_free (self);
}

double
jol_page_image_get_height (const JolPageImage *self)
{
  return self->height + (self->caption
                             ? CAPTION_GAP + jol_page_text_get_height (self->caption, 0, G_MAXUINT)
                             : 0.0);
}

void
jol_page_image_paint (JolCanvas *canvas, double width, double height, gpointer image)
{
  const JolPageImage *self = image;

  jol_canvas_image (canvas, self->surface, 0.0, 0.0, self->width, self->height, 1.0);
  if (self->caption)
    jol_page_text_draw_all (self->caption, 0.0, self->height + CAPTION_GAP, canvas);
}
