/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-basemap-relief.h"

#include <math.h>
#include <string.h>

#include "jol-error.h"

/* The crop of the whole base map, which the picture covers exactly: degrees. */
#define WEST 5.0
#define EAST 135.0
#define SOUTH 15.0
#define NORTH 62.0

#define MAX_SIZE 32767

struct _JolBasemapRelief
{
  GBytes *bytes; /* in which the first picture is */
  guint8 *half;  /* the second */
  JolReliefImage images[JOL_N_RELIEF_SIZES];
};

G_DEFINE_BOXED_TYPE (JolBasemapRelief,
                     jol_basemap_relief,
                     jol_basemap_relief_ref,
                     jol_basemap_relief_unref)

/* A whole number and the one white space after it. */
static gboolean
read_number (const char **at, const char *end, int *number_out)
{
  const char *start = *at;
  int number = 0;

  for (; *at < end && g_ascii_isdigit (**at) && number <= MAX_SIZE; (*at)++)
    number = number * 10 + (**at - '0');
  if (*at == start || *at == end || !g_ascii_isspace (**at) || number == 0 || number > MAX_SIZE)
    return FALSE;

  (*at)++;
  *number_out = number;
  return TRUE;
}

/* Of a PGM, whose head is "P5", width, height and the number of white: the pixels follow row by
 * row. */
static gboolean
find_pixels (GBytes *bytes, JolReliefImage *image)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length;
  const char *at = data + 3;
  int white;

  if (length < 3 || memcmp (data, "P5", 2) != 0 || !g_ascii_isspace (data[2]) ||
      !read_number (&at, end, &image->width) || !read_number (&at, end, &image->height) ||
      !read_number (&at, end, &white) || white != G_MAXUINT8)
    return FALSE;

  image->pixels = (const guint8 *) at;
  return (gsize) image->width * (gsize) image->height == (gsize) (end - at);
}

static JolReliefImage
halve (const JolReliefImage *image, guint8 **pixels_out)
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

  *pixels_out = pixels;
  return (JolReliefImage){ pixels, width, height };
}

static void
relief_clear (gpointer data)
{
  JolBasemapRelief *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->half);
}

/**
 * jol_basemap_relief_new:
 * @bytes: a PGM of bytes; it is kept and shown where it lies
 *
 * Returns: (transfer full): the relief, or NULL with an error of JOL_BASEMAP_ERROR
 */
JolBasemapRelief *
jol_basemap_relief_new (GBytes *bytes, GError **error)
{
  JolReliefImage image;
  JolBasemapRelief *self;

  g_return_val_if_fail (bytes, NULL);

  if (!find_pixels (bytes, &image))
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                   "Base map: the relief is no picture of grey bytes");
      return NULL;
    }

  self = g_atomic_rc_box_new0 (JolBasemapRelief);
  self->bytes = g_bytes_ref (bytes);
  self->images[0] = image;
  self->images[1] = halve (&image, &self->half);
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
