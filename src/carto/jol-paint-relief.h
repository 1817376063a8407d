/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap-relief.h"
#include "jol-canvas.h"
#include "jol-projection.h"

G_BEGIN_DECLS

/* A pass of jol_paint_land(), with the same arguments. */
void jol_paint_relief (JolCanvas *canvas,
                       const JolBasemapRelief *relief,
                       JolTheme theme,
                       const JolTransform *view,
                       double width_px,
                       double height_px,
                       double scale);

G_END_DECLS
