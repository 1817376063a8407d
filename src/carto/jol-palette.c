/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every colour of Jol. Light and dark are designed apart: the dark land is not the light one
 * inverted, and its lines are lighter rather than stronger. Oil is warm and gas is cool; the two
 * are on the orange–blue axis, which all three colour-vision deficiencies keep. Hue never says
 * status: that is dash and alpha (jol-style). tests/test-palette.c holds the table to its
 * contrasts.
 */
#include "config.h"
#include "jol-palette.h"

#include <math.h>

#define RGBA(hex, opacity)                                                                         \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0,          \
        (opacity)                                                                                  \
  }
#define RGB(hex) RGBA (hex, 1.0)

#define N_VERDICTS 5
#define N_BANDS 8

static const JolColor colors[JOL_N_COLORS][JOL_N_THEMES] = {
  [JOL_COLOR_WATER] = { RGB (0xcddfe7), RGB (0x1a2932) },
  [JOL_COLOR_LAND] = { RGB (0xe8e7e2), RGB (0x292928) },
  [JOL_COLOR_LAND_FOCUS] = { RGB (0xf5efe2), RGB (0x37352f) },
  [JOL_COLOR_COAST] = { RGB (0x93aebb), RGB (0x42596a) },
  [JOL_COLOR_BORDER] = { RGB (0xbbb6aa), RGB (0x4b4944) },
  [JOL_COLOR_BORDER_FOCUS] = { RGB (0x8c8475), RGB (0x7a746a) },
  [JOL_COLOR_ADMIN] = { RGBA (0x8c8475, 0.35), RGBA (0x8c8475, 0.35) },
  [JOL_COLOR_RIVER] = { RGB (0xa9c6d4), RGB (0x2c4554) },
  [JOL_COLOR_RELIEF_SHADE] = { RGBA (0x4a4232, 0.30), RGBA (0x000000, 0.45) },
  [JOL_COLOR_RELIEF_LIGHT] = { RGBA (0xffffff, 0.45), RGBA (0xfff6e0, 0.07) },
  [JOL_COLOR_DISPUTED] = { RGB (0xa3938a), RGB (0x6d6560) },
  [JOL_COLOR_CASING] = { RGBA (0xfffdf8, 0.9), RGBA (0x1c1c1b, 0.9) },
  [JOL_COLOR_OIL] = { RGB (0xb5401a), RGB (0xf08a52) },
  [JOL_COLOR_GAS] = { RGB (0x1467a8), RGB (0x5eb1ee) },
  [JOL_COLOR_SELECTION] = { RGB (0xf5bd1f), RGB (0xfadc6e) },
  [JOL_COLOR_HOVER] = { RGBA (0xf5bd1f, 0.55), RGBA (0xfadc6e, 0.5) },
  [JOL_COLOR_SYMBOL] = { RGB (0x2b2926), RGB (0xeceae4) },
  [JOL_COLOR_SYMBOL_FILL] = { RGB (0xfffdf9), RGB (0x2b2a28) },
  [JOL_COLOR_ARC] = { RGB (0x5c554a), RGB (0xd9d3c5) },
  [JOL_COLOR_TEXT] = { RGB (0x262421), RGB (0xf3f1ec) },
  [JOL_COLOR_TEXT_DIM] = { RGB (0x605c55), RGB (0xb5b1a8) },
  [JOL_COLOR_TEXT_WATER] = { RGB (0x37637a), RGB (0x86aec4) },
  [JOL_COLOR_HALO] = { RGBA (0xf7f4ed, 0.85), RGBA (0x262624, 0.85) },
  [JOL_COLOR_PANEL] = { RGB (0xfcfbf8), RGB (0x2f2e2c) },
  [JOL_COLOR_PANEL_LINE] = { RGB (0xdad6cd), RGB (0x4a4845) },
  [JOL_COLOR_PLAYHEAD] = { RGB (0x262421), RGB (0xf3f1ec) },
  [JOL_COLOR_ERA] = { RGBA (0x8c8475, 0.13), RGBA (0xb5b1a8, 0.11) },
};

static const JolColor verdicts[N_VERDICTS][JOL_N_THEMES] = {
  [JOL_VERDICT_SUPPORTED] = { RGB (0x0d7352), RGB (0x6fdcae) },
  [JOL_VERDICT_PARTLY] = { RGB (0x7d5200), RGB (0xf7cf6d) },
  [JOL_VERDICT_CONTESTED] = { RGB (0x7448b5), RGB (0xb79df5) },
  [JOL_VERDICT_WRONG] = { RGB (0xa81420), RGB (0xff7d6e) },
  [JOL_VERDICT_OPINION] = { RGB (0x4d4a45), RGB (0xc9c5bd) },
};

static const JolColor event_kinds[JOL_N_EVENT_KINDS][JOL_N_THEMES] = {
  [JOL_EVENT_SUMMIT] = { RGB (0x262421), RGB (0xf3f1ec) },
  [JOL_EVENT_PIPELINE] = { RGB (0xb5401a), RGB (0xf08a52) },
  [JOL_EVENT_AGREEMENT] = { RGB (0x1467a8), RGB (0x5eb1ee) },
  [JOL_EVENT_INCIDENT] = { RGB (0x8f1d4e), RGB (0xf27fae) },
  [JOL_EVENT_POLITICS] = { RGB (0x6a5a94), RGB (0xb3a0ea) },
  [JOL_EVENT_ECONOMY] = { RGB (0x4d7a2f), RGB (0xa5cf7c) },
  [JOL_EVENT_VISIT] = { RGB (0x7d6a3a), RGB (0xd8bd7a) },
  [JOL_EVENT_STATEMENT] = { RGB (0x6a665f), RGB (0xb5b1a8) },
};

/* Found by a search for eight colours, the first and third given, whose nearest pair is as far
 * apart as can be under the three simulated deficiencies. */
static const JolColor bands[N_BANDS][JOL_N_THEMES] = {
  { RGB (0xb5401a), RGB (0xf08a52) }, { RGB (0xefc2bc), RGB (0xfae1e7) },
  { RGB (0x1467a8), RGB (0x5eb1ee) }, { RGB (0xb1cb78), RGB (0xc2f1a5) },
  { RGB (0xa07c64), RGB (0xa04222) }, { RGB (0x93ccfa), RGB (0x5451ac) },
  { RGB (0x523e3b), RGB (0xab9a87) }, { RGB (0x807f97), RGB (0x864c66) },
};

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
  g_return_val_if_fail (role < JOL_N_COLORS && theme < JOL_N_THEMES, ((JolColor){ 0 }));

  return colors[role][theme];
}

JolColor
jol_palette_get_commodity (JolTheme theme, JolCommodity commodity)
{
  return jol_palette_get (theme, commodity == JOL_COMMODITY_GAS ? JOL_COLOR_GAS : JOL_COLOR_OIL);
}

JolColor
jol_palette_get_verdict (JolTheme theme, JolVerdict verdict)
{
  g_return_val_if_fail (verdict < N_VERDICTS && theme < JOL_N_THEMES, ((JolColor){ 0 }));

  return verdicts[verdict][theme];
}

JolColor
jol_palette_get_event_kind (JolTheme theme, JolEventKind kind)
{
  g_return_val_if_fail (kind < JOL_N_EVENT_KINDS && theme < JOL_N_THEMES, ((JolColor){ 0 }));

  return event_kinds[kind][theme];
}

JolColor
jol_palette_get_band (JolTheme theme, guint band)
{
  g_return_val_if_fail (theme < JOL_N_THEMES, ((JolColor){ 0 }));

  return bands[band % N_BANDS][theme];
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
