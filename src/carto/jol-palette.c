/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every colour of Jol. Light and dark are designed apart: the dark land is not the light one
 * inverted, and its lines are lighter rather than stronger. High contrast has text at 7:1 and lines
 * of the base map at 3:1. Print leaves the five states white, has no tint that a laser printer
 * would lose, and keeps oil and gas apart in grey. Oil is warm and gas is cool; the two are on the
 * orange–blue axis, which all three colour-vision deficiencies keep. Hue never says status: that is
 * dash and alpha (jol-style). tests/test-palette.c holds the table to its contrasts.
 */
#include "config.h"
#include "jol-palette.h"

#include <math.h>

#define N_VERDICTS 5
#define N_BANDS 8

/* 0xRRGGBBAA: light, dark, high contrast, high contrast dark, print. */
static const guint32 colors[JOL_N_COLORS][JOL_N_THEMES] = {
  [JOL_COLOR_WATER] = { 0xcddfe7ff, 0x1a2932ff, 0xc4dbe8ff, 0x06283aff, 0xd3e0e7ff },
  [JOL_COLOR_LAND] = { 0xe8e7e2ff, 0x292928ff, 0xe8e8e8ff, 0x0d0d0dff, 0xededebff },
  [JOL_COLOR_LAND_FOCUS] = { 0xf5efe2ff, 0x37352fff, 0xffffffff, 0x272727ff, 0xffffffff },
  [JOL_COLOR_COAST] = { 0x93aebbff, 0x42596aff, 0x3f6a82ff, 0x6798b4ff, 0x5c7b8bff },
  [JOL_COLOR_BORDER] = { 0xbbb6aaff, 0x4b4944ff, 0x757575ff, 0x8a8a8aff, 0x858585ff },
  [JOL_COLOR_BORDER_FOCUS] = { 0x8c8475ff, 0x7a746aff, 0x606060ff, 0x979797ff, 0x757575ff },
  [JOL_COLOR_ADMIN] = { 0x8c847559, 0x8c847559, 0x60606099, 0x97979799, 0x75757599 },
  [JOL_COLOR_RIVER] = { 0xa9c6d4ff, 0x2c4554ff, 0x4b86a8ff, 0x5b94b5ff, 0x7ba3b8ff },
  [JOL_COLOR_RELIEF_SHADE] = { 0x4a42324c, 0x00000073, 0x00000014, 0x00000040, 0x00000024 },
  [JOL_COLOR_RELIEF_LIGHT] = { 0xffffff73, 0xfff6e012, 0xffffff33, 0xffffff0a, 0xffffff33 },
  [JOL_COLOR_DISPUTED] = { 0xa3938aff, 0x6d6560ff, 0x75564cff, 0xa98a92ff, 0x8a7068ff },
  [JOL_COLOR_HATCH] = { 0xa3938a66, 0x6d656066, 0x75564c80, 0xa98a9280, 0x8a706899 },
  [JOL_COLOR_CASING] = { 0xfffdf8e6, 0x1c1c1be6, 0xffffffff, 0x000000ff, 0xffffffff },
  [JOL_COLOR_OIL] = { 0xb5401aff, 0xf08a52ff, 0x8a2500ff, 0xffa06aff, 0xb23c10ff },
  [JOL_COLOR_GAS] = { 0x1467a8ff, 0x5eb1eeff, 0x003f7aff, 0x7cc4ffff, 0x0b3d73ff },
  [JOL_COLOR_SELECTION] = { 0xf5bd1fff, 0xfadc6eff, 0xc77700ff, 0xffe14dff, 0xe8a800ff },
  [JOL_COLOR_HOVER] = { 0xf5bd1f8c, 0xfadc6e80, 0xc7770099, 0xffe14d99, 0xe8a80099 },
  [JOL_COLOR_SYMBOL] = { 0x2b2926ff, 0xeceae4ff, 0x000000ff, 0xffffffff, 0x000000ff },
  [JOL_COLOR_SYMBOL_FILL] = { 0xfffdf9ff, 0x2b2a28ff, 0xffffffff, 0x000000ff, 0xffffffff },
  [JOL_COLOR_ARC] = { 0x5c554aff, 0xd9d3c5ff, 0x3a352dff, 0xe8e2d4ff, 0x3a352dff },
  [JOL_COLOR_TEXT] = { 0x262421ff, 0xf3f1ecff, 0x000000ff, 0xffffffff, 0x000000ff },
  [JOL_COLOR_TEXT_DIM] = { 0x605c55ff, 0xb5b1a8ff, 0x3d3d3dff, 0xdededeff, 0x484848ff },
  [JOL_COLOR_TEXT_WATER] = { 0x37637aff, 0x86aec4ff, 0x0b3a56ff, 0xb9e0f7ff, 0x1f4c64ff },
  [JOL_COLOR_HALO] = { 0xf7f4edd9, 0x262624d9, 0xffffffff, 0x000000ff, 0xfffffff2 },
  [JOL_COLOR_PANEL] = { 0xfcfbf8ff, 0x2f2e2cff, 0xffffffff, 0x1e1e1eff, 0xffffffff },
  [JOL_COLOR_PANEL_LINE] = { 0xdad6cdff, 0x4a4845ff, 0x757575ff, 0x9a9a9aff, 0x8f8f8fff },
  [JOL_COLOR_PLAYHEAD] = { 0x262421ff, 0xf3f1ecff, 0x000000ff, 0xffffffff, 0x000000ff },
  [JOL_COLOR_ERA] = { 0x8c847521, 0xb5b1a81c, 0x60606033, 0xc0c0c033, 0x60606033 },
};

static const guint32 verdicts[N_VERDICTS][JOL_N_THEMES] = {
  [JOL_VERDICT_SUPPORTED] = { 0x0a8258ff, 0x70ffaeff, 0x0d6260ff, 0x6cfbb0ff, 0x118257ff },
  [JOL_VERDICT_PARTLY] = { 0x905e00ff, 0xf8db5eff, 0x7d4d00ff, 0xfad052ff, 0x816b00ff },
  [JOL_VERDICT_CONTESTED] = { 0x8447b9ff, 0xb783f5ff, 0x7238b4ff, 0xd78affff, 0x7548d2ff },
  [JOL_VERDICT_WRONG] = { 0x7f130aff, 0xff7c6eff, 0x651407ff, 0xfc8a76ff, 0x81120aff },
  [JOL_VERDICT_OPINION] = { 0x323239ff, 0xb2c6cdff, 0x100f10ff, 0xbec7dbff, 0x323239ff },
};

static const guint32 event_kinds[JOL_N_EVENT_KINDS][JOL_N_THEMES] = {
  [JOL_EVENT_SUMMIT] = { 0x262421ff, 0xf3f1ecff, 0x000000ff, 0xffffffff, 0x000000ff },
  [JOL_EVENT_PIPELINE] = { 0xb5401aff, 0xf08a52ff, 0x8a2500ff, 0xffa06aff, 0xb23c10ff },
  [JOL_EVENT_AGREEMENT] = { 0x1467a8ff, 0x5eb1eeff, 0x003f7aff, 0x7cc4ffff, 0x0b3d73ff },
  [JOL_EVENT_INCIDENT] = { 0x761c5bff, 0xc784adff, 0x823361ff, 0xefb2d2ff, 0x946185ff },
  [JOL_EVENT_POLITICS] = { 0x6a32bfff, 0x9786ffff, 0x683db2ff, 0xc69ad2ff, 0x7258caff },
  [JOL_EVENT_ECONOMY] = { 0x3e543aff, 0xa3e591ff, 0x4e5a3dff, 0xa6efa5ff, 0x4b8051ff },
  [JOL_EVENT_VISIT] = { 0x492f00ff, 0xe4cc36ff, 0x342100ff, 0xdfdd53ff, 0x442900ff },
  [JOL_EVENT_STATEMENT] = { 0x7c6f75ff, 0xb6b69eff, 0x292d2dff, 0xa3ae98ff, 0x4d4749ff },
};

/* Found by a search for eight colours, the first and third given, whose nearest pair is as far
 * apart as can be under the three simulated deficiencies; in high contrast and print, neighbours
 * also differ in lightness, so that a stack can be read in grey. */
static const guint32 bands[N_BANDS][JOL_N_THEMES] = {
  { 0xb5401aff, 0xf08a52ff, 0x8a2500ff, 0xffa06aff, 0xb23c10ff },
  { 0xefc2bcff, 0xfae1e7ff, 0xfed1cdff, 0x4a5323ff, 0xfec3fbff },
  { 0x1467a8ff, 0x5eb1eeff, 0x003f7aff, 0x7cc4ffff, 0x0b3d73ff },
  { 0xb1cb78ff, 0xc2f1a5ff, 0x4b96b9ff, 0xfff966ff, 0xdc5de7ff },
  { 0xa07c64ff, 0xa04222ff, 0xb3f06cff, 0xab8c96ff, 0x79f3afff },
  { 0x93ccfaff, 0x5451acff, 0x9d72ffff, 0x78316eff, 0x88797aff },
  { 0x523e3bff, 0xab9a87ff, 0x000000ff, 0xd0fff4ff, 0xc2ed60ff },
  { 0x807f97ff, 0x864c66ff, 0x6d4e52ff, 0x6463dcff, 0x1e0e12ff },
};

/* Sepia is light on brown paper. What is not named here is as in light; the bands are. */
static const guint32 sepia_colors[JOL_N_COLORS] = {
  [JOL_COLOR_OIL] = 0xa63812ff,        [JOL_COLOR_GAS] = 0x0e5a96ff,
  [JOL_COLOR_SELECTION] = 0xe6a400ff,  [JOL_COLOR_TEXT] = 0x38291bff,
  [JOL_COLOR_TEXT_DIM] = 0x63523eff,   [JOL_COLOR_PANEL] = 0xf5ecdaff,
  [JOL_COLOR_PANEL_LINE] = 0xd8c8abff,
};

static const guint32 sepia_verdicts[N_VERDICTS] = {
  [JOL_VERDICT_SUPPORTED] = 0x006c41ff, [JOL_VERDICT_PARTLY] = 0x865300ff,
  [JOL_VERDICT_CONTESTED] = 0x7c40b2ff, [JOL_VERDICT_WRONG] = 0x710100ff,
  [JOL_VERDICT_OPINION] = 0x313239ff,
};

static const guint32 sepia_event_kinds[JOL_N_EVENT_KINDS] = {
  [JOL_EVENT_PIPELINE] = 0xa63812ff,
  [JOL_EVENT_AGREEMENT] = 0x0e5a96ff,
  [JOL_EVENT_STATEMENT] = 0x6e6268ff,
};

static const struct
{
  const char *name;
  gboolean is_dark;
  double line_weight;
} themes[JOL_N_THEMES + 1] = {
  [JOL_THEME_LIGHT] = { "light", FALSE, 1.0 },
  [JOL_THEME_DARK] = { "dark", TRUE, 1.0 },
  [JOL_THEME_HIGH_CONTRAST] = { "high-contrast", FALSE, 1.35 },
  [JOL_THEME_HIGH_CONTRAST_DARK] = { "high-contrast-dark", TRUE, 1.35 },
  [JOL_THEME_PRINT] = { "print", FALSE, 1.25 },
  [JOL_THEME_SEPIA] = { "sepia", FALSE, 1.0 },
};

JolTheme
jol_theme_for_desktop (gboolean is_dark, gboolean is_high_contrast)
{
  if (is_high_contrast)
    return is_dark ? JOL_THEME_HIGH_CONTRAST_DARK : JOL_THEME_HIGH_CONTRAST;

  return is_dark ? JOL_THEME_DARK : JOL_THEME_LIGHT;
}

gboolean
jol_theme_from_name (const char *name, JolTheme *theme_out)
{
  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    if (g_str_equal (name, themes[theme].name))
      {
        *theme_out = theme;
        return TRUE;
      }

  return FALSE;
}

const char *
jol_theme_get_name (JolTheme theme)
{
  g_return_val_if_fail (theme <= JOL_THEME_SEPIA, NULL);

  return themes[theme].name;
}

gboolean
jol_theme_is_dark (JolTheme theme)
{
  g_return_val_if_fail (theme <= JOL_THEME_SEPIA, FALSE);

  return themes[theme].is_dark;
}

gboolean
jol_theme_is_high_contrast (JolTheme theme)
{
  return theme == JOL_THEME_HIGH_CONTRAST || theme == JOL_THEME_HIGH_CONTRAST_DARK;
}

double
jol_theme_get_line_weight (JolTheme theme)
{
  g_return_val_if_fail (theme <= JOL_THEME_SEPIA, 1.0);

  return themes[theme].line_weight;
}

static JolColor
unpack (guint32 rgba)
{
  return (JolColor){ (rgba >> 24) / 255.0, (rgba >> 16 & 0xff) / 255.0, (rgba >> 8 & 0xff) / 255.0,
                     (rgba & 0xff) / 255.0 };
}

static JolColor
choose (const guint32 by_theme[JOL_N_THEMES], guint32 sepia, JolTheme theme)
{
  if (theme == JOL_THEME_SEPIA)
    return unpack (sepia ? sepia : by_theme[JOL_THEME_LIGHT]);
  return unpack (by_theme[theme]);
}

static double
linearize (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const JolColor *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

JolColor
jol_palette_get (JolTheme theme, JolColorRole role)
{
  g_return_val_if_fail (role < JOL_N_COLORS && theme <= JOL_THEME_SEPIA, ((JolColor){ 0 }));

  return choose (colors[role], sepia_colors[role], theme);
}

JolColor
jol_palette_get_commodity (JolTheme theme, JolCommodity commodity)
{
  return jol_palette_get (theme, commodity == JOL_COMMODITY_GAS ? JOL_COLOR_GAS : JOL_COLOR_OIL);
}

JolColor
jol_palette_get_verdict (JolTheme theme, JolVerdict verdict)
{
  g_return_val_if_fail (verdict < N_VERDICTS && theme <= JOL_THEME_SEPIA, ((JolColor){ 0 }));

  return choose (verdicts[verdict], sepia_verdicts[verdict], theme);
}

JolColor
jol_palette_get_event_kind (JolTheme theme, JolEventKind kind)
{
  g_return_val_if_fail (kind < JOL_N_EVENT_KINDS && theme <= JOL_THEME_SEPIA, ((JolColor){ 0 }));

  return choose (event_kinds[kind], sepia_event_kinds[kind], theme);
}

JolColor
jol_palette_get_band (JolTheme theme, guint band)
{
  g_return_val_if_fail (theme <= JOL_THEME_SEPIA, ((JolColor){ 0 }));

  return choose (bands[band % N_BANDS], 0, theme);
}

char *
jol_color_to_css (const JolColor *self)
{
  const int red = (int) lround (self->red * 255.0);
  const int green = (int) lround (self->green * 255.0);
  const int blue = (int) lround (self->blue * 255.0);
  char alpha[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->alpha >= 1.0)
    return g_strdup_printf ("#%02x%02x%02x", red, green, blue);

  /* A decimal comma, as some locales would print, is a syntax error in CSS. */
  return g_strdup_printf ("rgba(%d,%d,%d,%s)", red, green, blue,
                          g_ascii_formatd (alpha, sizeof alpha, "%.3g", self->alpha));
}

double
jol_color_contrast (const JolColor *a, const JolColor *b)
{
  const double la = get_luminance (a);
  const double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
