/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sizes come from the first bytes of a file: of a PNG, ISO/IEC 15948, 11.2.2; of a JPEG, ITU-T
 * T.81, B.2.2. An image with more pixels than a screen could show would cost more memory than the
 * rest of the program.
 */
#include "config.h"

#include "jol-story-image.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_SIDE_PX 8192
#define MAX_PIXELS (16u << 20)

static guint
read_16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint
read_32 (const guint8 *data)
{
  return read_16 (data) << 16 | read_16 (data + 2);
}

static gboolean
read_png_size (const guint8 *data, gsize length, guint *width_out, guint *height_out)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
                                 0,    0,   0,   13,  'I',  'H',  'D',  'R' };

  if (length < sizeof head + 8 || memcmp (data, head, sizeof head) != 0)
    return FALSE;
  *width_out = read_32 (data + sizeof head);
  *height_out = read_32 (data + sizeof head + 4);
  return TRUE;
}

/*
 * Goes from marker to marker, up to the first that begins a frame, of those that libraries decode
 * as people mean it: baseline, extended or progressive, with Huffman codes. On a damaged frame with
 * arithmetic codes libjpeg under gdk-pixbuf goes on for ever. A marker without a length has no
 * place there; libraries pass it over each in its own way, and would read on elsewhere than here.
 */
static gboolean
read_jpeg_size (const guint8 *data, gsize length, guint *width_out, guint *height_out)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;

  while (length - at >= 9)
    {
      const guint8 marker = data[at + 1];

      if (data[at] != 0xff)
        return FALSE;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9))
        return FALSE;
      if (marker >= 0xc3 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return FALSE;
      if (marker >= 0xc0 && marker <= 0xc2)
        {
          *height_out = read_16 (data + at + 5);
          *width_out = read_16 (data + at + 7);
          return TRUE;
        }
      if (read_16 (data + at + 2) < 2 || length - at - 2 < read_16 (data + at + 2))
        return FALSE;
      at += 2 + read_16 (data + at + 2);
    }

  return FALSE;
}

JolImage *
jol_image_new_fault (const char *fault)
{
  JolImage *self = g_new0 (JolImage, 1);

  self->fault = g_strdup (fault);
  return self;
}

JolImage *
jol_image_new (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  JolImage *self;
  guint width_px = 0, height_px = 0;

  if (!data || (!read_png_size (data, length, &width_px, &height_px) &&
                !read_jpeg_size (data, length, &width_px, &height_px)))
    self = jol_image_new_fault (_ ("it is neither a PNG nor a JPEG"));
  else if (width_px == 0 || height_px == 0)
    self = jol_image_new_fault (_ ("it has no pixels"));
  else if (width_px > MAX_SIDE_PX || height_px > MAX_SIDE_PX ||
           (guint64) width_px * height_px > MAX_PIXELS)
    self = jol_image_new_fault (_ ("it has more than 16 million pixels, or a side of over 8192"));
  else
    {
      self = g_new0 (JolImage, 1);
      self->width_px = width_px;
      self->height_px = height_px;
      self->bytes = g_bytes_ref (bytes);
    }

  g_bytes_unref (bytes);
  return self;
}

void
jol_image_free (JolImage *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->fault);
  g_free (self);
}
