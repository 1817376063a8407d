/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

/*
 * JolArrows: where arrows of direction stand on lines. It remembers them all, so that arrows of
 * lines that run side by side do not touch.
 */
typedef struct _JolArrows JolArrows;

JolArrows *jol_arrows_new (double zoom) G_GNUC_WARN_UNUSED_RESULT;
void jol_arrows_free (JolArrows *self);

/* Appends to @arrows (of JolSceneArrow) those of one route: its lines one after another. */
void jol_arrows_place (JolArrows *self, const JolWorldLine *lines, guint n_lines, GArray *arrows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolArrows, jol_arrows_free)

G_END_DECLS
