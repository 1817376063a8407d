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
double jol_style_get_casing_px (double zoom);

gboolean jol_style_shows_place (JolPlaceKind kind, double zoom);
double jol_style_get_place_radius (JolPlaceKind kind, double zoom);
double jol_style_get_summit_radius (guint n_summits, double zoom);

/* @rank: 0 is the greatest of its kind. @is_focus: of the region that the story is about. */
JolFont
jol_style_get_font (JolTheme theme, JolLabelKind kind, guint rank, gboolean is_focus, double zoom);

G_END_DECLS
