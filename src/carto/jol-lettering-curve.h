/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Text along a polyline: where its letters stand and how they are turned. Points are x, y pairs;
 * all results are relative to the first. */
typedef struct
{
  const double *xy;
  guint n_points; /* ≥ 2 */
  double start_px;
  double size_px; /* of the font */
  double factor;  /* px a px of the layout */
} JolLetteringCurve;

/* Where a distance along the polyline is; straight on beyond its ends. */
void
jol_lettering_curve_walk (const JolLetteringCurve *self, double distance, double *x, double *y);
/* Letters that are turned together, in the order in which they stand on the page. */
typedef struct
{
  const char *text; /* of @length bytes */
  gsize length;
  PangoFont *font;
  PangoGlyphString glyphs;
  double width;
  double x, y; /* the middle of its baseline */
  double angle;
} JolLetteringCluster;

typedef void (*JolLetteringCurveFunc) (const JolLetteringCluster *cluster, gpointer data);

void jol_lettering_curve_each (const JolLetteringCurve *self,
                               PangoLayout *layout,
                               JolLetteringCurveFunc func,
                               gpointer data);
/* Adds the outlines of the text's letters to the path, or shows the letters. */
void jol_lettering_curve_trace (const JolLetteringCurve *self,
                                PangoLayout *layout,
                                cairo_t *cr,
                                gboolean outline);

/* Whether letters of the text join, so that nothing may come between them. */
gboolean jol_lettering_is_joined (const char *text, gsize length);

G_END_DECLS
