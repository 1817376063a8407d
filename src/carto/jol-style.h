/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-place.h"
#include "jol-route.h"
#include "jol-scene.h"

G_BEGIN_DECLS

/* How the map says things without colour: width, dash, alpha, size, from which zoom on. */

#define JOL_MAX_DASHES 6

typedef struct
{
  double width_px;
  double alpha;
  JolCap cap;
  double dash_px[JOL_MAX_DASHES];
  guint n_dash; /* 0 for solid */
} JolLineStyle;

/* What can be carried, in million tonnes of oil equivalent a year, roughly; 0 when not known. */
double jol_style_get_capacity (const JolHistoryEntry *capacity);
JolLineStyle jol_style_get_line (JolMode mode, JolStatus status, double capacity, double zoom);
/* The light bars in a railway's line: their width, and how long bars and gaps are. */
double jol_style_get_rail_bars (double width_px, double dash_px[2]);
/* What a comparison makes of a line: as before is thin and pale, ended is dashed and crossed. */
void jol_style_compare_line (JolLineStyle *style, JolRouteChange change, double zoom);
/* Outside the casing of what appeared: a soft glow in its own colour, and of what changed: a dark
 * line. Returns px at each side, 0 for the others. */
double jol_style_get_rim (JolTheme theme,
                          JolRouteChange change,
                          JolCommodity commodity,
                          double zoom,
                          JolColor *color_out);
/* Outside the casing of what has just begun to work while the years run: a glow in its own colour
 * that fades. @newness: above 0, up to 1. Returns px at each side. */
double jol_style_get_new_rim (JolTheme theme,
                              double newness,
                              JolCommodity commodity,
                              double zoom,
                              JolColor *color_out);
/* The arm of a cross on what has ended. */
#define JOL_CROSS_PX 3.4

double jol_style_get_casing_px (double zoom);

/* How far the outer ring of a cluster is from the mark in it. */
#define JOL_CLUSTER_RING_PX 3.0

/* From which zoom on a place without a summit is shown: a multiple of JOL_CLUSTER_STEP. */
double jol_style_get_place_zoom (JolPlaceKind kind);
double
jol_style_get_mark_radius (JolPlaceKind kind, guint n_summits, gboolean is_cluster, double zoom);

/* @rank: 0 is the greatest of its kind. @is_focus: of the region that the story is about. */
JolFont
jol_style_get_font (JolTheme theme, JolLabelKind kind, guint rank, gboolean is_focus, double zoom);

G_END_DECLS
