/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-band-painter.h"
#include "jol-export-image.h"

G_BEGIN_DECLS

/*
 * JolExportGround: a picture whose land is being painted. Land and water are half the work of a
 * picture and need no scene, so they are begun as soon as it is known where the picture looks,
 * while scene and text are still being made.
 */

/* The size has been checked. Where the passes have no land there is nothing to begin with. */
JolExportGround *jol_export_ground_new (JolTheme theme,
                                        const JolViewport *viewport,
                                        int width_px,
                                        int height_px,
                                        JolPaintPasses passes,
                                        double scale) G_GNUC_WARN_UNUSED_RESULT;
void jol_export_ground_free (JolExportGround *self);

/* Paints the rest. @scene has the same theme, viewport and size. Once. */
gboolean jol_export_ground_paint (JolExportGround *self,
                                  const JolScene *scene,
                                  const JolBandSink *sink,
                                  gpointer sink_data,
                                  const JolProgress *progress,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolExportGround, jol_export_ground_free)

G_END_DECLS
