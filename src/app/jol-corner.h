/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"

G_BEGIN_DECLS

/* Of the map, in px. */
typedef struct
{
  double x;
  double y;
} JolSpot;

typedef enum
{
  JOL_CORNER_TOP_START,
  JOL_CORNER_TOP_END,
  JOL_CORNER_BOTTOM_START,
  JOL_CORNER_BOTTOM_END,
} JolCorner;

gboolean jol_corner_is_end (JolCorner corner);
gboolean jol_corner_is_bottom (JolCorner corner);

JolCorner jol_corner_find_free (JolSession *session,
                                const JolViewport *viewport,
                                double width_px,
                                double height_px,
                                double card_width_px,
                                double card_height_px,
                                const JolCorner *present,
                                const JolSpot *clicked);

G_END_DECLS
