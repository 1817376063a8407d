/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

/*
 * JolLineRoom: which parts of a map have a line already, at one zoom. In cells that stand still in
 * the world, so that what finds room does not depend on where the map looks.
 */
typedef struct _JolLineRoom JolLineRoom;

/* The side of a cell. All lines that have found room are together at most half as long again as one
 * line through each cell would be. */
#define JOL_LINE_ROOM_PX 36.0

JolLineRoom *jol_line_room_new (const JolWorldBox *box, double zoom) G_GNUC_WARN_UNUSED_RESULT;
void jol_line_room_free (JolLineRoom *self);

void jol_line_room_take (JolLineRoom *self, const JolWorldLine *lines, guint n_lines);
gboolean jol_line_room_find (JolLineRoom *self, const JolWorldLine *lines, guint n_lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLineRoom, jol_line_room_free)

G_END_DECLS
