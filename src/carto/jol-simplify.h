/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-scene.h"

G_BEGIN_DECLS

/* Fewer points for a small picture, more for a drawn look. Tolerances are in world units. */
guint jol_simplify (const JolWorldPoint *points,
                    guint n_points,
                    double tolerance,
                    JolWorldPoint *points_out);
JolWorldLine jol_smooth (const JolWorldPoint *points,
                         guint n_points,
                         double tolerance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
