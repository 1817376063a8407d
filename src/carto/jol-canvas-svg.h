/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"

G_BEGIN_DECLS

/* What an SVG says of itself. Every text may be NULL. */
typedef struct
{
  const char *title;
  const char *description;
  const char *language; /* BCP 47 */
  const char *metadata; /* elements of a metadata element, XML */
  gboolean is_paper;    /* its unit is the point, not the px */
  double scale;         /* px of the picture for a unit of what is drawn; 0 is 1 */
} JolSvgHead;

/* A canvas that writes SVG 1.1, of that size in units: px (or points, on paper) times the scale.
 * Text stays text, and a group keeps the id of what it is; where two groups have one id, the second
 * gets a number behind it. */
JolCanvas *jol_canvas_svg_new (double width_px,
                               double height_px,
                               const JolSvgHead *head) G_GNUC_WARN_UNUSED_RESULT;

/* The whole file. Ends the canvas: nothing is drawn on it any more. */
GBytes *jol_canvas_svg_finish (JolCanvas *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
