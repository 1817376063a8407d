/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes an image surface as PNG, with words in it.
 *
 * cairo writes a plain PNG: the signature (8 bytes), then chunks of which IHDR (25 bytes in all) is
 * always the first. Whatever stands between it and the pixels is free to us, so the stream is
 * passed through, and our own chunks are put in after those 33 bytes: pHYs with the density, and an
 * iTXt for each text. A chunk is its length, type, data and the CRC-32 of the latter two (PNG
 * specification, third edition, 5.3 and 11.3).
 */
#include "config.h"

#include "jol-png-writer.h"

#include <math.h>
#include <string.h>

#define HEAD_LENGTH 33
#define PX_PER_METRE (96.0 / 0.0254)
#define METRE 1

typedef struct
{
  GOutputStream *stream;
  GByteArray *chunks; /* ours */
  gsize n_seen;
  GError *error;
} Writer;

static guint32
compute_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, 4);
}

static void
append_chunk (GByteArray *chunks, const char *type, const GByteArray *data)
{
  guint start;

  append_number (chunks, data->len);
  start = chunks->len;
  g_byte_array_append (chunks, (const guint8 *) type, 4);
  g_byte_array_append (chunks, data->data, data->len);
  append_number (chunks, compute_crc (chunks->data + start, chunks->len - start));
}

static void
append_density (GByteArray *chunks, double scale)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guint32 density = (guint32) lround (PX_PER_METRE * scale);

  append_number (data, density);
  append_number (data, density);
  g_byte_array_append (data, (const guint8[]){ METRE }, 1);
  append_chunk (chunks, "pHYs", data);
}

static void
append_text (GByteArray *chunks, const JolPngText *text)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  g_byte_array_append (data, (const guint8 *) text->keyword, strlen (text->keyword) + 1);
  /* Not compressed, method 0, no language, no translated keyword. */
  g_byte_array_append (data, (const guint8[]){ 0, 0, 0, 0 }, 4);
  g_byte_array_append (data, (const guint8 *) text->text, strlen (text->text));
  append_chunk (chunks, "iTXt", data);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Writer *writer = closure;
  const gsize before = writer->n_seen;

  writer->n_seen += length;
  if (before < HEAD_LENGTH && writer->n_seen >= HEAD_LENGTH)
    {
      const gsize head = HEAD_LENGTH - before;

      if (!g_output_stream_write_all (writer->stream, data, head, NULL, NULL, &writer->error) ||
          !g_output_stream_write_all (writer->stream, writer->chunks->data, writer->chunks->len,
                                      NULL, NULL, &writer->error))
        return CAIRO_STATUS_WRITE_ERROR;
      data += head;
      length -= head;
    }
  if (!g_output_stream_write_all (writer->stream, data, length, NULL, NULL, &writer->error))
    return CAIRO_STATUS_WRITE_ERROR;
  return CAIRO_STATUS_SUCCESS;
}

/**
 * jol_png_write:
 * @surface: an image surface
 * @scale: px of the surface a px of 1/96 inch; it becomes the density
 * @texts: (array length=n_texts): what is said in the file
 * @stream: where to; not closed
 *
 * Any thread. Errors are those of @stream, or %G_IO_ERROR_FAILED when there is no memory.
 */
gboolean
jol_png_write (cairo_surface_t *surface,
               double scale,
               const JolPngText *texts,
               guint n_texts,
               GOutputStream *stream,
               GError **error)
{
  g_autoptr (GByteArray) chunks = g_byte_array_new ();
  Writer writer = { .stream = stream, .chunks = chunks };
  cairo_status_t status;

  g_return_val_if_fail (surface, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  append_density (chunks, scale);
  for (guint i = 0; i < n_texts; i++)
    {
      if (texts[i].text && *texts[i].text)
        append_text (chunks, &texts[i]);
    }

  status = cairo_surface_write_to_png_stream (surface, write_cb, &writer);
  if (writer.error)
    {
      g_propagate_error (error, writer.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}
