/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A picture of that many px, from a page of that many units, with @scale px for each. */
typedef struct
{
  int width_px, height_px;
  int width, height;
  double scale;
} JolExportExtent;

/* How many px a unit has so that text, lines and marks are as large in the picture as they are on
 * a screen: at least 1. A picture of 3840 × 2160 px is a screen of 1280 × 720, three times as
 * sharp. */
double jol_export_scale_for_size (int width_px, int height_px);

/* Px and scale > 0. The px are exactly those, the scale is nearly that. */
JolExportExtent jol_export_extent_new (int width_px, int height_px, double scale);

G_END_DECLS
