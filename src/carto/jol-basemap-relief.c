/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-basemap-relief.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "jol-error.h"

/* The crop of the whole base map, which the picture covers exactly: degrees. */
#define WEST 5.0
#define EAST 135.0
#define SOUTH 15.0
#define NORTH 62.0

struct _JolBasemapRelief
{
  JolReliefImage images[JOL_N_RELIEF_SIZES];
};

typedef struct
{
  const guint8 *data;
  gsize length;
} Input;

G_DEFINE_BOXED_TYPE (JolBasemapRelief,
                     jol_basemap_relief,
                     jol_basemap_relief_ref,
                     jol_basemap_relief_unref)

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Input *input = closure;

  if (length > input->length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, input->data, length);
  input->data += length;
  input->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* cairo knows no grey pictures and gives four bytes a pixel, three times the same. */
static JolReliefImage
take_grey (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint8 *pixels = g_malloc ((gsize) width * height);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        pixels[(gsize) y * width + x] = row[x] & 0xff;
    }

  return (JolReliefImage){ pixels, width, height };
}

static JolReliefImage
halve (const JolReliefImage *image)
{
  int width = (image->width + 1) / 2;
  int height = (image->height + 1) / 2;
  guint8 *pixels = g_malloc ((gsize) width * height);

  for (int y = 0; y < height; y++)
    {
      const guint8 *upper = image->pixels + (gsize) (2 * y) * image->width;
      const guint8 *lower = 2 * y + 1 < image->height ? upper + image->width : upper;

      for (int x = 0; x < width; x++)
        {
          int left = 2 * x;
          int right = MIN (left + 1, image->width - 1);

          pixels[(gsize) y * width + x] =
              (guint8) ((upper[left] + upper[right] + lower[left] + lower[right] + 2) / 4);
        }
    }

  return (JolReliefImage){ pixels, width, height };
}

static void
relief_clear (gpointer data)
{
  JolBasemapRelief *self = data;

  for (guint i = 0; i < JOL_N_RELIEF_SIZES; i++)
    g_free ((gpointer) self->images[i].pixels);
}

/**
 * jol_basemap_relief_new_from_data:
 * @data: (array length=length): a PNG
 *
 * Returns: (transfer full): the relief, or NULL with an error of JOL_BASEMAP_ERROR
 */
JolBasemapRelief *
jol_basemap_relief_new_from_data (const guint8 *data, gsize length, GError **error)
{
  Input input = { data, length };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &input);
  cairo_format_t format = cairo_image_surface_get_format (surface);
  JolBasemapRelief *self = NULL;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS ||
      (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32))
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                   "Base map: the relief is no picture: %s",
                   cairo_status_to_string (cairo_surface_status (surface)));
    }
  else
    {
      self = g_atomic_rc_box_new0 (JolBasemapRelief);
      self->images[0] = take_grey (surface);
      for (guint i = 1; i < JOL_N_RELIEF_SIZES; i++)
        self->images[i] = halve (&self->images[i - 1]);
    }

  cairo_surface_destroy (surface);
  return self;
}

JolBasemapRelief *
jol_basemap_relief_ref (JolBasemapRelief *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_basemap_relief_unref (JolBasemapRelief *self)
{
  g_atomic_rc_box_release_full (self, relief_clear);
}

const JolReliefImage *
jol_basemap_relief_get_image (const JolBasemapRelief *self, guint size)
{
  g_return_val_if_fail (self && size < JOL_N_RELIEF_SIZES, NULL);

  return &self->images[size];
}

static double
project_latitude (double degrees)
{
  return (1 - asinh (tan (degrees * G_PI / 180)) / G_PI) / 2;
}

void
jol_basemap_relief_get_box (double *x0, double *y0, double *x1, double *y1)
{
  *x0 = (WEST + 180) / 360;
  *x1 = (EAST + 180) / 360;
  *y0 = project_latitude (NORTH);
  *y1 = project_latitude (SOUTH);
}
