/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* The chart of the time strip as a picture of that size, in px. */
JolDocument *jol_document_new_strip (JolSession *session,
                                     const JolDocumentLook *look,
                                     int width,
                                     int height) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The map with the strip under it, as in the window, in a picture of that size. First the strip is
 * laid out, which says how high the map is: for that the scene is to be built.
 */
typedef struct _JolStripPlate JolStripPlate;

JolStripPlate *jol_document_plan_map_strip (JolSession *session,
                                            const JolDocumentLook *look,
                                            int width,
                                            int height,
                                            int *map_height_out) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @plate. @height is that of the plan. */
JolDocument *jol_document_new_map_strip (JolStripPlate *plate,
                                         JolScene *scene,
                                         JolPaintPasses passes,
                                         int height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
