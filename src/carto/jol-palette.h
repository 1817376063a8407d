/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "jol-event.h"
#include "jol-claim.h"
#include "jol-route.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha; /* 0–1, straight alpha */
} JolColor;

typedef enum
{
  JOL_THEME_LIGHT,
  JOL_THEME_DARK,
  JOL_THEME_HIGH_CONTRAST,
  JOL_THEME_HIGH_CONTRAST_DARK,
  JOL_THEME_PRINT, /* for paper: never on the screen */
  JOL_THEME_SEPIA, /* for reading: no map is drawn in it, and no name of the command line has it */
} JolTheme;
#define JOL_N_THEMES 5 /* that maps are drawn in */

/* That of a desktop which says so. */
JolTheme jol_theme_for_desktop (gboolean is_dark, gboolean is_high_contrast);
/* As on the command line; FALSE for a name that is none's. */
gboolean jol_theme_from_name (const char *name, JolTheme *theme_out);
const char *jol_theme_get_name (JolTheme theme);
gboolean jol_theme_is_dark (JolTheme theme);
gboolean jol_theme_is_high_contrast (JolTheme theme);
/* By what the base map's lines are wider than in the plain themes. */
double jol_theme_get_line_weight (JolTheme theme);

/* What a colour is for. One table in jol-palette.c holds them all, by theme; nothing else in Jol
 * names a colour. */
typedef enum
{
  JOL_COLOR_WATER,
  JOL_COLOR_LAND,       /* neighbours */
  JOL_COLOR_LAND_FOCUS, /* the five states */
  JOL_COLOR_COAST,
  JOL_COLOR_BORDER,
  JOL_COLOR_BORDER_FOCUS, /* between and around the five states */
  JOL_COLOR_ADMIN,
  JOL_COLOR_RIVER,
  JOL_COLOR_RELIEF_SHADE,
  JOL_COLOR_RELIEF_LIGHT,
  JOL_COLOR_DISPUTED,
  JOL_COLOR_HATCH,  /* of disputed areas */
  JOL_COLOR_CASING, /* under routes */
  JOL_COLOR_OIL,
  JOL_COLOR_GAS,
  JOL_COLOR_SELECTION, /* the one highlight, everywhere at once */
  JOL_COLOR_HOVER,
  JOL_COLOR_SYMBOL, /* places */
  JOL_COLOR_SYMBOL_FILL,
  JOL_COLOR_ARC,
  JOL_COLOR_TEXT,
  JOL_COLOR_TEXT_DIM,
  JOL_COLOR_TEXT_WATER,
  JOL_COLOR_HALO,
  JOL_COLOR_PANEL, /* ground of legend, title and chart in a picture */
  JOL_COLOR_PANEL_LINE,
  JOL_COLOR_PLAYHEAD,
  JOL_COLOR_ERA,
  JOL_N_COLORS,
} JolColorRole;

JolColor jol_palette_get (JolTheme theme, JolColorRole role);
JolColor jol_palette_get_commodity (JolTheme theme, JolCommodity commodity);
JolColor jol_palette_get_verdict (JolTheme theme, JolVerdict verdict);
JolColor jol_palette_get_event_kind (JolTheme theme, JolEventKind kind);
/* Bands of a stack, told apart under the three colour-vision deficiencies; repeats after eight. */
JolColor jol_palette_get_band (JolTheme theme, guint band);
char *
jol_color_to_css (const JolColor *self) G_GNUC_WARN_UNUSED_RESULT; /* "#rrggbb" or "rgba(…)" */

/* Contrast of WCAG 2.1, 1–21. */
double jol_color_contrast (const JolColor *a, const JolColor *b);

G_END_DECLS
