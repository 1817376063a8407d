/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "jol-export-file.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_ANIMATION_WEBP, /* by libwebp; without loss, and it repeats */
  JOL_ANIMATION_WEBM, /* VP8, by GStreamer if that is installed */
} JolAnimationFormat;

/*
 * JolAnimation: pictures of one size, one after another in one file. Any one thread at a time.
 */
typedef struct _JolAnimation JolAnimation;

/* Whether it can be written here; if not, says what is not installed and what to install. */
gboolean jol_animation_is_possible (JolAnimationFormat format, GError **error);

/* @file must live as long, and is to be committed by the caller once the animation is finished. */
JolAnimation *jol_animation_new (JolAnimationFormat format,
                                 JolExportFile *file,
                                 int width,
                                 int height,
                                 double fps,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gives up what is not finished. */
void jol_animation_free (JolAnimation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolAnimation, jol_animation_free)

/* @surface: an image, RGB24 or ARGB32. */
gboolean jol_animation_add (JolAnimation *self,
                            cairo_surface_t *surface,
                            GCancellable *cancellable,
                            GError **error);
gboolean jol_animation_finish (JolAnimation *self, GCancellable *cancellable, GError **error);

G_END_DECLS
