/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "jol-band-painter.h"
#include "jol-document.h"

G_BEGIN_DECLS

/* Beyond these a picture is refused: a side, and px in all. A file is written in bands, so no more
 * memory is needed for it than for a screen. */
#define JOL_EXPORT_MAX_SIDE_PX 16384
#define JOL_EXPORT_MAX_AREA_PX (1 << 28)
#define JOL_EXPORT_MIN_SCALE 0.1
#define JOL_EXPORT_MAX_SCALE 8.0

typedef struct _JolExportGround JolExportGround;

/* How pages become files. A plain value. */
typedef struct
{
  double scale;            /* px of a PNG a unit of the page */
  double points;           /* of a PDF a unit of the page; 0 is 1 */
  double px;               /* of an SVG likewise */
  JolExportGround *ground; /* of a map's PNG, which is being painted already, or NULL; is taken */
  gboolean has_world_file; /* beside a PNG that has a map, for a GIS */
} JolExportOptions;

#define JOL_EXPORT_OPTIONS_DEFAULT ((JolExportOptions){ .scale = 1.0 })

/* Whether a picture of that size can be made: JOL_EXPORT_ERROR_SIZE says why not. */
gboolean jol_export_check_size (double width_px, double height_px, double scale, GError **error);

/* To an image surface, without a file. Any thread. */
cairo_surface_t *jol_document_render_page (JolDocument *self,
                                           guint page,
                                           double scale,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same in a thread. */
void jol_document_render_page_async (JolDocument *self,
                                     guint page,
                                     double scale,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
cairo_surface_t *jol_document_render_page_finish (JolDocument *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A page as PNG, with the document's words in it; takes the options' ground. @stream is not closed.
 */
gboolean jol_export_write_png (JolDocument *document,
                               guint page,
                               const JolExportOptions *options,
                               GOutputStream *stream,
                               const JolProgress *progress,
                               GError **error);

G_END_DECLS
