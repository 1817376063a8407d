/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene-builder.h"

G_BEGIN_DECLS

/* Where a picture of that target looks that shows what it is about: all of what is selected, clear
 * of title, legend, scale bar and credits as far as the target's passes have them, or else all of
 * the story. The target's viewport does not count. */
JolViewport jol_subject_view_find (JolSession *session, const JolSceneTarget *target);

/* The target's viewport, moved or widened no more than it takes to have clear of them what is whole
 * in it. What is in it in part alone is so on purpose. */
JolViewport jol_subject_view_clear (JolSession *session, const JolSceneTarget *target);

G_END_DECLS
