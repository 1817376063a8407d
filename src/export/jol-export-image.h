/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "jol-painter.h"

G_BEGIN_DECLS

/* Beyond these a picture is refused: a side, and px in all (512 MiB while it is painted). */
#define JOL_EXPORT_MAX_SIDE_PX 16384
#define JOL_EXPORT_MAX_AREA_PX (1 << 27)
#define JOL_EXPORT_MIN_SCALE 0.1
#define JOL_EXPORT_MAX_SCALE 8.0

typedef enum
{
  JOL_EXPORT_PNG,
  JOL_EXPORT_SVG,
  JOL_EXPORT_PDF,
} JolExportFormat;

/* How a scene becomes a file. A plain value. */
typedef struct
{
  JolPaintPasses passes;
  double scale;         /* device px a px of the scene; an SVG's or PDF's unit is the scene's px */
  gboolean transparent; /* no land and no water, and nothing behind the rest */
} JolExportOptions;

#define JOL_EXPORT_OPTIONS_DEFAULT ((JolExportOptions){ JOL_PASS_ALL, 1.0, FALSE })

/* By the end of the name, whatever its case; FALSE when it is none of ours. */
gboolean jol_export_format_from_path (const char *path, JolExportFormat *format_out);

/* Whether a picture of that size can be made: JOL_EXPORT_ERROR_SIZE says why not. */
gboolean jol_export_check_size (double width_px, double height_px, double scale, GError **error);

/* To an image surface, without a file. Any thread. */
cairo_surface_t *jol_export_render (const JolScene *scene,
                                    const JolExportOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Paints @scene and writes it to @path, all or nothing: a file that was there stays until the new
 * one is whole. The file carries the story's title, the date and the description of what is seen.
 * Any thread.
 */
gboolean jol_export_write (const JolScene *scene,
                           const JolExportOptions *options,
                           JolExportFormat format,
                           const char *path,
                           GError **error);

typedef struct _JolExportGround JolExportGround;

/* The same with a picture whose land is being painted already, or NULL. Takes @ground. */
gboolean jol_export_write_on (JolExportGround *ground,
                              const JolScene *scene,
                              const JolExportOptions *options,
                              JolExportFormat format,
                              const char *path,
                              GError **error);

/* The same in a thread. Once painting is done a cancellation comes too late. */
void jol_export_write_async (JolScene *scene,
                             const JolExportOptions *options,
                             JolExportFormat format,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean jol_export_write_finish (GAsyncResult *result, GError **error);

/* jol_export_render() in a thread. */
void jol_export_render_async (JolScene *scene,
                              const JolExportOptions *options,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
cairo_surface_t *jol_export_render_finish (GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
