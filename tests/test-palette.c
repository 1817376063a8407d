/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-palette.h"

#include <math.h>

#define N_VISIONS 4
#define N_BANDS 8

/*
 * Linear RGB as it looks to someone without one kind of cone, at full severity: Machado, Oliveira,
 * Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE
 * Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1.
 */
static const struct
{
  const char *name;
  double matrix[3][3];
} visions[N_VISIONS] = {
  { "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
};

static double
linearize (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* CIE 1976 L*a*b* of a colour as one vision sees it, D65. */
static void
see (const JolColor *color, guint vision, double lab[3])
{
  const double rgb[] = { linearize (color->red), linearize (color->green),
                         linearize (color->blue) };
  double seen[3], x, y, z;

  for (int row = 0; row < 3; row++)
    {
      const double *m = visions[vision].matrix[row];

      seen[row] = CLAMP (m[0] * rgb[0] + m[1] * rgb[1] + m[2] * rgb[2], 0.0, 1.0);
    }
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  lab[0] = 116.0 * y - 16.0;
  lab[1] = 500.0 * (x - y);
  lab[2] = 200.0 * (y - z);
}

static void
assert_apart (const char *what, JolColor a, JolColor b, double least)
{
  for (guint vision = 0; vision < N_VISIONS; vision++)
    {
      double lab_a[3], lab_b[3], distance;

      see (&a, vision, lab_a);
      see (&b, vision, lab_b);
      distance = sqrt (pow (lab_a[0] - lab_b[0], 2) + pow (lab_a[1] - lab_b[1], 2) +
                       pow (lab_a[2] - lab_b[2], 2));
      if (distance < least)
        g_error ("%s: only %.1f apart for %s", what, distance, visions[vision].name);
    }
}

static void
assert_legible (const char *what, JolColor ink, JolColor ground, double least)
{
  const double contrast = jol_color_contrast (&ink, &ground);

  if (contrast < least)
    g_error ("%s: contrast is only %.2f", what, contrast);
}

static gboolean
is_high_contrast (JolTheme theme)
{
  return theme == JOL_THEME_HIGH_CONTRAST || theme == JOL_THEME_HIGH_CONTRAST_DARK;
}

static double
get_lightness (JolColor color)
{
  double lab[3];

  see (&color, 0, lab);
  return lab[0];
}

static void
test_told_apart (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const JolColor oil = jol_palette_get_commodity (theme, JOL_COMMODITY_OIL);
  const JolColor gas = jol_palette_get_commodity (theme, JOL_COMMODITY_GAS);
  const JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);
  const JolColor water = jol_palette_get (theme, JOL_COLOR_WATER);
  const JolColorRole grounds[] = { JOL_COLOR_LAND, JOL_COLOR_LAND_FOCUS, JOL_COLOR_WATER };

  assert_apart ("oil and gas", oil, gas, theme == JOL_THEME_HIGH_CONTRAST ? 45 : 60);
  assert_apart ("oil and selection", oil, selection, 17);
  assert_apart ("gas and selection", gas, selection, 40);
  assert_apart ("water and land", water, jol_palette_get (theme, JOL_COLOR_LAND), 6);
  assert_apart ("water and the five", water, jol_palette_get (theme, JOL_COLOR_LAND_FOCUS), 10);
  assert_apart ("the five and neighbours", jol_palette_get (theme, JOL_COLOR_LAND_FOCUS),
                jol_palette_get (theme, JOL_COLOR_LAND), 4);
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      const JolColor ground = jol_palette_get (theme, grounds[i]);

      assert_apart ("oil and ground", oil, ground, 40);
      assert_apart ("gas and ground", gas, ground, 40);
      assert_apart ("selection and ground", selection, ground, 25);
    }
}

static void
test_sets_told_apart (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < N_BANDS; i++)
    for (guint j = 0; j < i; j++)
      assert_apart ("bands", jol_palette_get_band (theme, i), jol_palette_get_band (theme, j), 20);
  for (int i = 0; i < JOL_N_EVENT_KINDS; i++)
    for (int j = 0; j < i; j++)
      assert_apart ("kinds of event", jol_palette_get_event_kind (theme, i),
                    jol_palette_get_event_kind (theme, j), 12);
  for (int i = JOL_VERDICT_SUPPORTED; i <= JOL_VERDICT_OPINION; i++)
    for (int j = JOL_VERDICT_SUPPORTED; j < i; j++)
      assert_apart ("verdicts", jol_palette_get_verdict (theme, i),
                    jol_palette_get_verdict (theme, j), 20);
}

static void
test_legible (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const double least = is_high_contrast (theme) ? 7.0 : 4.5;
  const JolColor panel = jol_palette_get (theme, JOL_COLOR_PANEL);
  const JolColor water = jol_palette_get (theme, JOL_COLOR_WATER);
  const JolColorRole grounds[] = { JOL_COLOR_LAND, JOL_COLOR_LAND_FOCUS, JOL_COLOR_PANEL };
  const JolColorRole inks[] = { JOL_COLOR_TEXT, JOL_COLOR_TEXT_DIM, JOL_COLOR_OIL, JOL_COLOR_GAS };

  /* Names of routes are written in their colour. */
  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
      assert_legible ("text", jol_palette_get (theme, inks[i]), jol_palette_get (theme, grounds[j]),
                      least);
  assert_legible ("text on water", jol_palette_get (theme, JOL_COLOR_TEXT), water, least);
  assert_legible ("names of waters", jol_palette_get (theme, JOL_COLOR_TEXT_WATER), water, least);
  assert_legible ("count in a symbol", jol_palette_get (theme, JOL_COLOR_SYMBOL),
                  jol_palette_get (theme, JOL_COLOR_SYMBOL_FILL), least);
  for (int verdict = JOL_VERDICT_SUPPORTED; verdict <= JOL_VERDICT_OPINION; verdict++)
    assert_legible ("verdict", jol_palette_get_verdict (theme, verdict), panel, least);
  for (int kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    assert_legible ("kind of event", jol_palette_get_event_kind (theme, kind), panel, least);
}

/* What is no text but must be seen: WCAG 2.1, 1.4.11. */
static void
test_symbols (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const JolColorRole grounds[] = { JOL_COLOR_LAND, JOL_COLOR_LAND_FOCUS, JOL_COLOR_WATER };
  const JolColorRole symbols[] = { JOL_COLOR_SYMBOL, JOL_COLOR_OIL, JOL_COLOR_GAS, JOL_COLOR_ARC,
                                   JOL_COLOR_PLAYHEAD };
  const JolColorRole lines[] = { JOL_COLOR_COAST, JOL_COLOR_BORDER, JOL_COLOR_BORDER_FOCUS,
                                 JOL_COLOR_RIVER, JOL_COLOR_DISPUTED };

  for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
    for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
      assert_legible ("symbol", jol_palette_get (theme, symbols[i]),
                      jol_palette_get (theme, grounds[g]), 3.0);
  /* The base map is quiet, except for who asks for contrast. */
  if (!is_high_contrast (theme))
    return;
  for (guint g = 0; g < 2; g++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        assert_legible ("line", jol_palette_get (theme, lines[i]),
                        jol_palette_get (theme, grounds[g]), 3.0);
      assert_legible ("highlight", jol_palette_get (theme, JOL_COLOR_SELECTION),
                      jol_palette_get (theme, grounds[g]), 2.8);
    }
}

/* A laser printer has no colour and loses pale tints. */
static void
test_print (void)
{
  const JolTheme theme = JOL_THEME_PRINT;
  const double paper = get_lightness (jol_palette_get (theme, JOL_COLOR_LAND_FOCUS));
  const JolColorRole tints[] = { JOL_COLOR_WATER, JOL_COLOR_LAND };
  const JolColorRole lines[] = { JOL_COLOR_COAST, JOL_COLOR_BORDER, JOL_COLOR_BORDER_FOCUS,
                                 JOL_COLOR_DISPUTED };

  g_assert_cmpfloat (paper, >, 99.9);
  g_assert_cmpfloat (fabs (get_lightness (jol_palette_get_commodity (theme, JOL_COMMODITY_OIL)) -
                           get_lightness (jol_palette_get_commodity (theme, JOL_COMMODITY_GAS))),
                     >, 15.0);
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    g_assert_cmpfloat (paper - get_lightness (jol_palette_get (theme, tints[i])), >, 5.0);
  g_assert_cmpfloat (get_lightness (jol_palette_get (theme, JOL_COLOR_LAND)) -
                         get_lightness (jol_palette_get (theme, JOL_COLOR_WATER)),
                     >, 4.0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpfloat (get_lightness (jol_palette_get (theme, lines[i])), <, 60.0);
  for (guint i = 0; i + 1 < N_BANDS; i++)
    g_assert_cmpfloat (fabs (get_lightness (jol_palette_get_band (theme, i)) -
                             get_lightness (jol_palette_get_band (theme, i + 1))),
                       >, 15.0);
}

static JolColor
lay_over (JolColor color, double alpha, JolColor ground)
{
  return (JolColor){ ground.red + (color.red - ground.red) * alpha,
                     ground.green + (color.green - ground.green) * alpha,
                     ground.blue + (color.blue - ground.blue) * alpha, 1 };
}

/* All that a reader sees on brown paper: words, links' colours, marks on their own ground and
 * words that are marked. */
static void
test_sepia (void)
{
  const JolTheme theme = JOL_THEME_SEPIA;
  const JolColor paper = jol_palette_get (theme, JOL_COLOR_PANEL);
  const JolColor text = jol_palette_get (theme, JOL_COLOR_TEXT);
  const JolColor dim = jol_palette_get (theme, JOL_COLOR_TEXT_DIM);
  const JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);

  g_assert_cmpstr (jol_theme_get_name (theme), ==, "sepia");
  g_assert_false (jol_theme_is_dark (theme));
  assert_legible ("text", text, paper, 7);
  assert_legible ("dim text", dim, paper, 4.5);
  assert_legible ("oil", jol_palette_get_commodity (theme, JOL_COMMODITY_OIL), paper, 4.5);
  assert_legible ("gas", jol_palette_get_commodity (theme, JOL_COMMODITY_GAS), paper, 4.5);
  assert_legible ("text that is marked", text, lay_over (selection, 0.38, paper), 4.5);
  assert_legible ("text that is found", text, selection, 4.5);
  for (int verdict = JOL_VERDICT_SUPPORTED; verdict <= JOL_VERDICT_OPINION; verdict++)
    {
      JolColor mark = jol_palette_get_verdict (theme, verdict);

      assert_legible ("verdict", mark, lay_over (mark, 0.13, paper), 4.5);
    }
  for (int kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    assert_legible ("kind of event", jol_palette_get_event_kind (theme, kind), paper, 4.5);
  test_sets_told_apart (GUINT_TO_POINTER (theme));
  test_told_apart (GUINT_TO_POINTER (theme));
  /* And it is brown. */
  g_assert_cmpfloat (paper.red, >, paper.blue + 0.08);
}

/* The story's lines are the strongest thing on the map: more so than coast and borders. */
static void
test_hierarchy (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const JolColor land = jol_palette_get (theme, JOL_COLOR_LAND_FOCUS);
  const JolColorRole quiet[] = { JOL_COLOR_COAST, JOL_COLOR_BORDER, JOL_COLOR_BORDER_FOCUS,
                                 JOL_COLOR_RIVER, JOL_COLOR_DISPUTED };
  const JolColor oil = jol_palette_get (theme, JOL_COLOR_OIL);
  const JolColor gas = jol_palette_get (theme, JOL_COLOR_GAS);
  const double loud = MIN (jol_color_contrast (&oil, &land), jol_color_contrast (&gas, &land));

  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    {
      const JolColor color = jol_palette_get (theme, quiet[i]);

      g_assert_cmpfloat (jol_color_contrast (&color, &land), <, loud * 0.8);
    }
}

static void
test_themes (void)
{
  JolTheme found = JOL_THEME_PRINT;

  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    {
      g_assert_true (jol_theme_from_name (jol_theme_get_name (theme), &found));
      g_assert_cmpint (found, ==, theme);
    }
  g_assert_false (jol_theme_from_name ("sepia", &found));
  g_assert_cmpint (found, ==, JOL_THEME_PRINT);

  g_assert_cmpint (jol_theme_for_desktop (FALSE, FALSE), ==, JOL_THEME_LIGHT);
  g_assert_cmpint (jol_theme_for_desktop (TRUE, FALSE), ==, JOL_THEME_DARK);
  g_assert_cmpint (jol_theme_for_desktop (FALSE, TRUE), ==, JOL_THEME_HIGH_CONTRAST);
  g_assert_cmpint (jol_theme_for_desktop (TRUE, TRUE), ==, JOL_THEME_HIGH_CONTRAST_DARK);
  g_assert_true (jol_theme_is_dark (JOL_THEME_DARK));
  g_assert_true (jol_theme_is_dark (JOL_THEME_HIGH_CONTRAST_DARK));
  g_assert_false (jol_theme_is_dark (JOL_THEME_PRINT));
}

static void
test_css (void)
{
  g_autofree char *solid = jol_color_to_css (&(JolColor){ 1.0, 0.5, 0.0, 1.0 });
  g_autofree char *clear = jol_color_to_css (&(JolColor){ 0.0, 0.0, 1.0, 0.25 });

  g_assert_cmpstr (solid, ==, "#ff8000");
  g_assert_cmpstr (clear, ==, "rgba(0,0,255,0.25)");
}

static void
test_contrast (void)
{
  const JolColor black = { 0, 0, 0, 1 };
  const JolColor white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (jol_color_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jol_color_contrast (&white, &black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jol_color_contrast (&white, &white), 1.0, 1e-9);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } rows[] = {
    { "told-apart", test_told_apart }, { "sets-told-apart", test_sets_told_apart },
    { "legible", test_legible },       { "symbols", test_symbols },
    { "hierarchy", test_hierarchy },
  };

  g_test_init (&argc, &argv, NULL);
  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autofree char *path =
            g_strdup_printf ("/palette/%s/%s", rows[i].name, jol_theme_get_name (theme));

        g_test_add_data_func (path, GUINT_TO_POINTER (theme), rows[i].test);
      }
  g_test_add_func ("/palette/print", test_print);
  g_test_add_func ("/palette/sepia", test_sepia);
  g_test_add_func ("/palette/themes", test_themes);
  g_test_add_func ("/palette/css", test_css);
  g_test_add_func ("/palette/contrast", test_contrast);

  return g_test_run ();
}
