/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-extent.h"

#include <math.h>

#include "jol-export-image.h"

/* Of a screen; the shorter side keeps a panorama or a banner from lettering that fills it. */
#define SCREEN_LONG_PX 1280.0
#define SCREEN_SHORT_PX 640.0

double
jol_export_scale_for_size (int width_px, int height_px)
{
  const double scale =
      MIN (MAX (width_px, height_px) / SCREEN_LONG_PX, MIN (width_px, height_px) / SCREEN_SHORT_PX);

  return CLAMP (scale, 1.0, JOL_EXPORT_MAX_SCALE);
}

/* Whether such a page has all px, and with what scale. */
static gboolean
fits (JolExportExtent *extent, int width)
{
  const int height = MAX ((int) lround ((double) extent->height_px * width / extent->width_px), 1);
  /* What px a unit may have so that each side comes out. */
  const double lowest = MAX ((extent->width_px - 0.5) / width, (extent->height_px - 0.5) / height);
  const double highest = MIN ((extent->width_px + 0.5) / width, (extent->height_px + 0.5) / height);

  extent->width = width;
  extent->height = height;
  extent->scale = (lowest + highest) / 2.0;
  return lowest < highest;
}

/* A page of whole units whose px are exactly as many as asked for: rounding the sides each by
 * itself would leave some pictures a px too high. The nearest to the ideal; a unit a px is always
 * one. */
JolExportExtent
jol_export_extent_new (int width_px, int height_px, double scale)
{
  JolExportExtent extent = { width_px, height_px };
  int ideal;

  g_return_val_if_fail (width_px > 0 && height_px > 0 && scale > 0.0, extent);

  ideal = MAX ((int) lround (width_px / scale), 1);
  for (int stray = 0;; stray++)
    if (fits (&extent, ideal + stray) || (stray < ideal && fits (&extent, ideal - stray)))
      return extent;
}
