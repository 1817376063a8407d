/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-band-painter.h"

G_BEGIN_DECLS

/* What is said about a picture inside its file. */
typedef struct
{
  const char *keyword;  /* of the PNG specification: "Title", "Description" … */
  const char *text;     /* UTF-8; NULL or "": left out */
  const char *language; /* BCP 47; NULL for what is in none */
} JolPngText;

/*
 * JolPngWriter: writes a picture as PNG, band by band. Each is compressed by itself, in any thread,
 * and written in order.
 */
typedef struct _JolPngWriter JolPngWriter;

/* What packs and writes bands, with a JolPngWriter as its data. */
extern const JolBandSink jol_png_band_sink;

JolPngWriter *jol_png_writer_new (cairo_format_t format,
                                  int width,
                                  int height,
                                  double px_per_metre,
                                  const JolPngText *texts,
                                  guint n_texts,
                                  GOutputStream *stream,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jol_png_writer_free (JolPngWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolPngWriter, jol_png_writer_free)

G_END_DECLS
