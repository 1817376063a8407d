/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-projection.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* A spot of the picture, of which so much belongs to a subject. */
typedef void (*JolTraceFunc) (double x_px, double y_px, double weight, gpointer data);

/*
 * Calls @func for each spot of the picture where @entity is: its routes in steps of about 12 px,
 * its place, the arcs of an event. Also for those outside the picture. Nothing for what has no
 * place.
 */
void jol_subject_trace (JolStory *story,
                        JolEntity *entity,
                        const JolTransform *transform,
                        JolTraceFunc func,
                        gpointer data);

G_END_DECLS
