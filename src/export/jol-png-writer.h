/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* What is said about a picture inside its file. */
typedef struct
{
  const char *keyword; /* of the PNG specification: "Title", "Description" … */
  const char *text;    /* UTF-8; NULL or "": left out */
} JolPngText;

gboolean jol_png_write (cairo_surface_t *surface,
                        double scale,
                        const JolPngText *texts,
                        guint n_texts,
                        GOutputStream *stream,
                        GError **error);

G_END_DECLS
