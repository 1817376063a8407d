/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "jol-export-choice.h"

G_BEGIN_DECLS

/* How large the parts of a window are that can be exported as they are on the screen. */
typedef struct
{
  int map_width_px, map_height_px; /* > 0 */
  int strip_height_px;             /* > 0 */
  gboolean is_exact;               /* a map is exactly that: what is selected is not cleared */
} JolPictureView;

/* A document of one kind. */
typedef struct
{
  JolDocumentKind kind;
  JolDocumentLook look;
  JolPaintPasses passes; /* of a map */
  JolPaper paper;        /* of what is laid out on paper */
  int width, height;     /* of anything else, in px */
} JolPictureSpec;

/* A map shows at least all that the map of @view does; but it moves when title, legend, scale bar
 * or credits would lie over what is selected, which the window shows whole. NULL when there is
 * nothing of that kind. */
JolDocument *jol_picture_lay_out (JolSession *session,
                                  const JolPictureSpec *spec,
                                  const JolPictureView *view) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is anything of that kind to export now. */
gboolean jol_picture_can_make (JolDocumentKind kind, JolSession *session);

/* What a picture is as large as that is "as on the screen". */
void jol_picture_get_view_size (JolDocumentKind kind,
                                const JolPictureView *view,
                                int *width_px_out,
                                int *height_px_out);

/* Lays out what was chosen, of a kind that there is, and says how it is to be written. */
JolDocument *jol_picture_make_document (JolSession *session,
                                        const JolExportChoice *choice,
                                        const JolPictureView *view,
                                        JolExportOptions *options_out) G_GNUC_WARN_UNUSED_RESULT;

/*
 * JolPictureCamera: takes a map through time. It looks at a session of its own, so that what the
 * window shows stays.
 */
typedef struct _JolPictureCamera JolPictureCamera;

JolPictureCamera *jol_picture_camera_new (JolSession *session,
                                          const JolExportChoice *choice,
                                          const JolPictureView *view) G_GNUC_WARN_UNUSED_RESULT;
void jol_picture_camera_free (JolPictureCamera *self);
/* A JolFrameFunc, with a camera as its data. */
JolDocument *jol_picture_camera_take (const JolDate *date, gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/* The theme that is on the screen. */
JolTheme jol_picture_get_theme (void);

/* Takes no copy: @surface must not be painted on any more. */
GdkTexture *jol_picture_make_texture (cairo_surface_t *surface) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
