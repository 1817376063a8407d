/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The symbols of places as they come out, px by px, small and in grey. */
#include "config.h"
#include "jol-symbol.h"

#include <math.h>
#include <stdlib.h>

#define SIZE 24
#define MIDDLE 12.0
#define N_KINDS (JOL_PLACE_SITE + 1)

/* On a ground that is neither ink nor paper. */
static cairo_surface_t *
paint (JolPlaceKind kind, JolTheme theme, double radius_px, double scale)
{
  const int size = (int) (SIZE * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JolCanvas) canvas = NULL;
  const JolColor ground = jol_palette_get (theme, JOL_COLOR_GAS);
  const JolColor ink = jol_palette_get (theme, JOL_COLOR_SYMBOL);
  const JolColor paper = jol_palette_get (theme, JOL_COLOR_SYMBOL_FILL);

  cairo_scale (cr, scale, scale);
  canvas = jol_canvas_cairo_new (cr);
  jol_canvas_rect (canvas, 0, 0, SIZE, SIZE, 0);
  jol_canvas_fill (canvas, &ground);
  jol_symbol_paint (canvas, kind, MIDDLE, MIDDLE, radius_px, &ink, &paper);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return ((const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                             y * cairo_image_surface_get_stride (surface)))[x];
}

static int
get_grey (guint32 pixel)
{
  return (int) (0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) +
                0.114 * (pixel & 0xff));
}

static gboolean
is_color (guint32 pixel, JolTheme theme, JolColorRole role)
{
  const JolColor color = jol_palette_get (theme, role);

  return abs ((int) (pixel >> 16 & 0xff) - (int) (color.red * 255)) <= 40 &&
         abs ((int) (pixel >> 8 & 0xff) - (int) (color.green * 255)) <= 40 &&
         abs ((int) (pixel & 0xff) - (int) (color.blue * 255)) <= 40;
}

static guint
count (cairo_surface_t *surface, JolTheme theme, JolColorRole role)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += is_color (get_pixel (surface, x, y), theme, role);

  return n;
}

/* What is in the symbol's middle and what is a px outside it: whether it is solid, and stands off
 * a line. */
static void
test_probes (gconstpointer data)
{
  static const struct
  {
    JolPlaceKind kind;
    double dx, dy; /* in radii */
    JolColorRole role;
  } probes[] = {
    { JOL_PLACE_CITY, 0, 0, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_CITY, 0, -1, JOL_COLOR_SYMBOL },
    { JOL_PLACE_CAPITAL, 0, 0, JOL_COLOR_SYMBOL },
    { JOL_PLACE_CAPITAL, 0.48, 0.68, JOL_COLOR_SYMBOL },
    { JOL_PLACE_CAPITAL, 0, 0.72, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_SUMMIT_CITY, 0, 0, JOL_COLOR_SYMBOL },
    { JOL_PLACE_SUMMIT_CITY, 0, -0.7, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_PORT, 0, 0.6, JOL_COLOR_SYMBOL },
    { JOL_PLACE_PORT, 0.1, -0.4, JOL_COLOR_SYMBOL },
    { JOL_PLACE_PORT, -0.5, -0.3, JOL_COLOR_GAS },
    { JOL_PLACE_FIELD, 0, 0, JOL_COLOR_SYMBOL },
    { JOL_PLACE_FIELD, 0, -0.7, JOL_COLOR_SYMBOL },
    { JOL_PLACE_FIELD, 0.95, -0.6, JOL_COLOR_GAS },
    { JOL_PLACE_REFINERY, -0.75, -0.7, JOL_COLOR_SYMBOL },
    { JOL_PLACE_REFINERY, 0.5, 0.5, JOL_COLOR_SYMBOL },
    { JOL_PLACE_REFINERY, 0.6, -1.05, JOL_COLOR_GAS },
    { JOL_PLACE_BORDER, 0, 0, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_BORDER, 0, 0.6, JOL_COLOR_SYMBOL },
    { JOL_PLACE_STATION, 0, 0, JOL_COLOR_SYMBOL },
    { JOL_PLACE_STATION, 0, 0.7, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_SITE, 0, 0, JOL_COLOR_SYMBOL_FILL },
    { JOL_PLACE_SITE, 0.9, 0.9, JOL_COLOR_GAS },
  };
  const JolTheme theme = GPOINTER_TO_UINT (data);
  const double radius = 6, scale = 4;

  for (guint i = 0; i < G_N_ELEMENTS (probes); i++)
    {
      cairo_surface_t *surface = paint (probes[i].kind, theme, radius, scale);
      const int x = (int) ((MIDDLE + probes[i].dx * radius) * scale);
      const int y = (int) ((MIDDLE + probes[i].dy * radius) * scale);

      if (!is_color (get_pixel (surface, x, y), theme, probes[i].role))
        g_error ("probe %u: %08x", i, get_pixel (surface, x, y));
      cairo_surface_destroy (surface);
    }
}

/* Whatever line is under it, there is paper round the ink. */
static void
test_casing (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      cairo_surface_t *surface = paint ((JolPlaceKind) kind, theme, 5, 4);

      for (int y = 1; y < SIZE * 4 - 1; y++)
        for (int x = 1; x < SIZE * 4 - 1; x++)
          if (is_color (get_pixel (surface, x, y), theme, JOL_COLOR_SYMBOL))
            for (int i = -1; i <= 1; i++)
              {
                g_assert_false (is_color (get_pixel (surface, x + i, y), theme, JOL_COLOR_GAS));
                g_assert_false (is_color (get_pixel (surface, x, y + i), theme, JOL_COLOR_GAS));
              }
      cairo_surface_destroy (surface);
    }
}

/* At 9 px, without colour, each two differ in many px by much. */
static void
test_told_apart (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);
  cairo_surface_t *surfaces[N_KINDS];

  for (guint i = 0; i < N_KINDS; i++)
    {
      surfaces[i] = paint ((JolPlaceKind) i, theme, 4.5, 1);
      g_assert_cmpuint (count (surfaces[i], theme, JOL_COLOR_SYMBOL), >=, 6);
    }
  for (guint i = 0; i < N_KINDS; i++)
    for (guint j = 0; j < i; j++)
      {
        guint n_different = 0;

        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            n_different += abs (get_grey (get_pixel (surfaces[i], x, y)) -
                                get_grey (get_pixel (surfaces[j], x, y))) > 70;
        if (n_different < 9)
          g_error ("kinds %u and %u differ in %u px only", i, j, n_different);
      }
  for (guint i = 0; i < N_KINDS; i++)
    cairo_surface_destroy (surfaces[i]);
}

/* Twice the px, four times the ink: drawn anew, not blown up. */
static void
test_sharp (void)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      cairo_surface_t *small = paint ((JolPlaceKind) i, JOL_THEME_LIGHT, 6, 2);
      cairo_surface_t *large = paint ((JolPlaceKind) i, JOL_THEME_LIGHT, 6, 4);
      const guint n_small = count (small, JOL_THEME_LIGHT, JOL_COLOR_SYMBOL);
      const guint n_large = count (large, JOL_THEME_LIGHT, JOL_COLOR_SYMBOL);

      g_assert_cmpuint (n_large, >, 3 * n_small);
      cairo_surface_destroy (small);
      cairo_surface_destroy (large);
    }
}

int
main (int argc, char *argv[])
{
  const gpointer light = GUINT_TO_POINTER (JOL_THEME_LIGHT);
  const gpointer dark = GUINT_TO_POINTER (JOL_THEME_DARK);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/symbol/probes/light", light, test_probes);
  g_test_add_data_func ("/symbol/probes/dark", dark, test_probes);
  g_test_add_data_func ("/symbol/casing/light", light, test_casing);
  g_test_add_data_func ("/symbol/casing/dark", dark, test_casing);
  g_test_add_data_func ("/symbol/told-apart/light", light, test_told_apart);
  g_test_add_data_func ("/symbol/told-apart/dark", dark, test_told_apart);
  g_test_add_func ("/symbol/sharp", test_sharp);

  return g_test_run ();
}
