/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-scene.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_PASS_BASE = 1 << 0,  /* land and water; without text */
  JOL_PASS_LINES = 1 << 1, /* routes, arcs; without text */
  JOL_PASS_LABELS = 1 << 2,
  JOL_PASS_TITLE = 1 << 3, /* story title and date */
  JOL_PASS_LEGEND = 1 << 4,
  JOL_PASS_SCALE = 1 << 5,
  JOL_PASS_CREDITS = 1 << 6,
  JOL_PASS_WHOLE_NAMES = 1 << 7, /* leaves out names that the edge or what is round the map cuts */
  JOL_PASS_PLACES = 1 << 8,
  JOL_PASS_BIG_DATE = 1 << 9,   /* for a frame of an animation; not one of all */
  JOL_PASS_OVER_BASE = 1 << 10, /* the base is painted already; not one of all */
  /* Of a map that is being zoomed out: of names that were placed for a nearer view, which come to
   * lie over each other, only the greatest; not one of all. */
  JOL_PASS_FEWER_NAMES = 1 << 11,
} JolPaintPasses;

#define JOL_PASS_ROUTES (JOL_PASS_LINES | JOL_PASS_PLACES)
#define JOL_PASS_MAP (JOL_PASS_BASE | JOL_PASS_ROUTES | JOL_PASS_LABELS)
#define JOL_PASS_ALL 0x1ff

/* The one painter of map pictures: screen overlay and exports differ only in passes. Any thread. */
void jol_painter_paint (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes);

/* Whether title, legend, scale bar and credits, as far as they are among @passes, all have room in
 * the picture and do not lie over each other. */
gboolean jol_painter_has_room (const JolScene *scene, JolPaintPasses passes);

/* JOL_PASS_BASE alone, for which no scene is needed. Any thread; loads the level it needs. */
void jol_painter_paint_land (JolTheme theme,
                             const JolTransform *view,
                             double width_px,
                             double height_px,
                             JolCanvas *canvas);

/* One tile of the base, in px of @size_px (256 × scale factor). Any thread; loads the level it
 * needs. */
void jol_painter_paint_tile (JolTheme theme, int x, int y, int zoom, int size_px, cairo_t *cr);

G_END_DECLS
