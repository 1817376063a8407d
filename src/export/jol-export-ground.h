/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-export-image.h"

G_BEGIN_DECLS

/*
 * JolExportGround: a picture whose land is being painted. Land and water are half the work of a
 * picture and need no scene, so a thread begins with them as soon as it is known where the picture
 * looks, while scene and text are still being made.
 */

/* The size has been checked. Where the passes have no land there is no thread. */
JolExportGround *jol_export_ground_new (JolTheme theme,
                                        const JolViewport *viewport,
                                        int width_px,
                                        int height_px,
                                        JolPaintPasses passes,
                                        double scale) G_GNUC_WARN_UNUSED_RESULT;
void jol_export_ground_free (JolExportGround *self);

/* Paints the rest. @scene has the same theme, viewport and size. Takes @self. */
cairo_surface_t *jol_export_ground_finish (JolExportGround *self,
                                           const JolScene *scene,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolExportGround, jol_export_ground_free)

G_END_DECLS
