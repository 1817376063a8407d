/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

/* JolArrowRoom: where the names and symbols in a picture are, which arrows keep off. For one
 * painting. */
typedef struct _JolArrowRoom JolArrowRoom;

JolArrowRoom *jol_arrow_room_new (const JolScene *scene) G_GNUC_WARN_UNUSED_RESULT;
void jol_arrow_room_free (JolArrowRoom *self);

/* Whether an arrow that reaches so far to its sides touches nothing there. */
gboolean jol_arrow_room_is_free (const JolArrowRoom *self, const JolWorldPoint *at, double half_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolArrowRoom, jol_arrow_room_free)

G_END_DECLS
