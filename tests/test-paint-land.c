/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "jol-paint-land.h"
#include "jol-test-util.h"

typedef struct
{
  cairo_surface_t *surface;
  JolTransform view;
  JolTheme theme;
} Picture;

/* The part of the world at @zoom that begins @left_px, @top_px from its corner. */
static Picture
paint (JolTheme theme, double zoom, double left_px, double top_px, int size_px, int scale)
{
  g_autoptr (GError) error = NULL;
  JolBasemap *basemap = jol_basemap_get_default ();
  JolBasemapDetail detail = jol_basemap_level_for_zoom (zoom);
  g_autoptr (JolBasemapLevel) level = jol_basemap_load_level (basemap, detail, &error);
  g_autoptr (JolBasemapRelief) relief = jol_basemap_load_relief (basemap, detail, &error);
  g_autoptr (JolCanvas) canvas = NULL;
  Picture self;
  cairo_t *cr;

  g_assert_no_error (error);
  self.theme = theme;
  self.view = (JolTransform){ JOL_TILE_PX * pow (2, zoom), left_px, top_px };
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size_px * scale, size_px * scale);
  cr = cairo_create (self.surface);
  cairo_scale (cr, scale, scale);
  canvas = jol_canvas_cairo_new (cr);
  jol_paint_land (canvas, level, relief, theme, &self.view, size_px, size_px, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (self.surface);

  return self;
}

static Picture
paint_around (JolTheme theme, double zoom, double latitude, double longitude)
{
  JolPoint point = { latitude, longitude };
  JolWorldPoint at = jol_project (&point);
  double size_px = JOL_TILE_PX * pow (2, zoom);

  return paint (theme, zoom, floor (at.x * size_px) - 64, floor (at.y * size_px) - 64, 128, 1);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
  return pixel;
}

/* The largest difference of a channel, 0–255. */
static int
difference (guint32 a, guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return most;
}

static guint32
opaque (JolTheme theme, JolColorRole role)
{
  JolColor color = jol_palette_get (theme, role);

  return 0xff000000u | (guint32) (color.red * 255 + 0.5) << 16 |
         (guint32) (color.green * 255 + 0.5) << 8 | (guint32) (color.blue * 255 + 0.5);
}

static int
difference_at (const Picture *self, double latitude, double longitude, JolColorRole role)
{
  JolPoint point = { latitude, longitude };
  JolWorldPoint at = jol_project (&point);
  double x, y;

  jol_transform_apply (&self->view, &at, &x, &y);
  return difference (get_pixel (self->surface, (int) floor (x), (int) floor (y)),
                     opaque (self->theme, role));
}

static void
test_colors (void)
{
  static const struct
  {
    double latitude, longitude;
    JolColorRole role;
    int tolerance; /* the plains are not quite flat in the relief */
  } rows[] = {
    { 42.0, 50.5, JOL_COLOR_WATER, 1 },       { 45.7, 50.5, JOL_COLOR_WATER, 1 }, /* Caspian */
    { 45.0, 58.4, JOL_COLOR_WATER, 3 },                                           /* Aral */
    { 42.45, 77.2, JOL_COLOR_WATER, 1 },                                          /* Issyk-Kul */
    { 43.0, 34.0, JOL_COLOR_WATER, 1 },                                           /* Black Sea */
    { 46.6, 68.0, JOL_COLOR_LAND_FOCUS, 10 }, { 39.2, 60.0, JOL_COLOR_LAND_FOCUS, 10 },
    { 60.0, 71.5, JOL_COLOR_LAND, 10 },       { 32.0, 55.0, JOL_COLOR_LAND, 40 },
  };
  static const double zooms[] = { 3, 4, 5, 6, 7.5 };

  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          Picture picture = paint_around (theme, zooms[z], rows[i].latitude, rows[i].longitude);
          int off = difference_at (&picture, rows[i].latitude, rows[i].longitude, rows[i].role);

          if (off > rows[i].tolerance)
            g_error ("%s: %g N %g E at zoom %g is off by %d", jol_theme_get_name (theme),
                     rows[i].latitude, rows[i].longitude, zooms[z], off);
          cairo_surface_destroy (picture.surface);
        }
}

static gboolean
is_named (const JolBasemapFeature *feature, const char *name)
{
  return strcmp (feature->a2, name) == 0 ||
         (feature->name && strcmp (jol_text_get (feature->name, "en"), name) == 0);
}

/* Samples the lines of that name, or of those codes, all along: how often there is the line's
 * colour, and how often what is beside it. Where a curve is painted the data's points are on it. */
static void
sample_lines (JolTheme theme,
              JolBasemapLayerId id,
              const char *name,
              JolColorRole role,
              JolColorRole ground,
              guint *on_out,
              guint *off_out)
{
  const double zoom = 8;
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLevel) level =
      jol_basemap_load_level (jol_basemap_get_default (), JOL_BASEMAP_10M, &error);
  const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);
  const double size_px = JOL_TILE_PX * pow (2, zoom);

  g_assert_no_error (error);
  *on_out = *off_out = 0;
  for (guint i = 0; i < layer->n_features; i++)
    {
      const JolBasemapFeature *feature = &layer->features[i];
      const JolBasemapPart *part = &layer->parts[feature->first_part];
      const float *first;
      Picture picture;

      if (!is_named (feature, name))
        continue;
      for (guint p = 0; p < feature->n_parts; p++)
        if (layer->parts[feature->first_part + p].n_points > part->n_points)
          part = &layer->parts[feature->first_part + p];
      first = layer->xy + 2 * (gsize) part->first_point;
      picture = paint (theme, zoom, floor (first[0] * size_px) - 512,
                       floor (first[1] * size_px) - 512, 1024, 1);
      for (guint p = part->first_point; p + 1 < part->first_point + part->n_points; p++)
        for (int step = 0; step < 4; step++)
          {
            double f = step / 4.0;
            JolWorldPoint at = { layer->xy[2 * p] * (1 - f) + layer->xy[2 * p + 2] * f,
                                 layer->xy[2 * p + 1] * (1 - f) + layer->xy[2 * p + 3] * f };
            double x, y;
            guint32 pixel;

            jol_transform_apply (&picture.view, &at, &x, &y);
            if (x < 0 || y < 0 || x >= 1024 || y >= 1024)
              continue;
            pixel = get_pixel (picture.surface, (int) x, (int) y);
            if (difference (pixel, opaque (theme, role)) <
                difference (pixel, opaque (theme, ground)))
              ++*on_out;
            else
              ++*off_out;
          }
      cairo_surface_destroy (picture.surface);
    }
}

/* Each class of line, in each theme: solid, or dashed, or dotted. */
static void
test_lines (gconstpointer data)
{
  static const struct
  {
    JolBasemapLayerId layer;
    const char *name;
    JolColorRole role, ground;
    gboolean is_broken;
  } rows[] = {
    { JOL_LAYER_BORDERS, "KZTM", JOL_COLOR_BORDER_FOCUS, JOL_COLOR_LAND_FOCUS, FALSE },
    { JOL_LAYER_BORDERS, "IQIR", JOL_COLOR_BORDER, JOL_COLOR_LAND, FALSE },
    { JOL_LAYER_BORDERS, "KPKR", JOL_COLOR_DISPUTED, JOL_COLOR_LAND, TRUE }, /* control */
    { JOL_LAYER_BORDERS, "CNIN", JOL_COLOR_DISPUTED, JOL_COLOR_LAND, TRUE },
    { JOL_LAYER_BORDERS, "CNPK", JOL_COLOR_DISPUTED, JOL_COLOR_LAND, TRUE },     /* indefinite */
    { JOL_LAYER_BORDERS, "KZ", JOL_COLOR_DISPUTED, JOL_COLOR_LAND_FOCUS, TRUE }, /* lease */
    { JOL_LAYER_CLAIMS, "South Ossetia", JOL_COLOR_DISPUTED, JOL_COLOR_LAND, TRUE },
    { JOL_LAYER_CLAIMS, "Arunachal Pradesh", JOL_COLOR_DISPUTED, JOL_COLOR_LAND, TRUE },
    { JOL_LAYER_RIVERS, "Ili", JOL_COLOR_RIVER, JOL_COLOR_LAND_FOCUS, FALSE },
  };
  const JolTheme theme = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint on, off;

      sample_lines (theme, rows[i].layer, rows[i].name, rows[i].role, rows[i].ground, &on, &off);
      g_test_message ("%s: %u on, %u off", rows[i].name, on, off);
      g_assert_cmpuint (on, >, 10);
      if (rows[i].is_broken)
        g_assert_cmpuint (off, >, on / 6);
      else
        g_assert_cmpuint (off, <, on / 8);
    }
}

/* How many of a hundred pixels around a place are not quite its ground. */
static guint
count_marked (JolTheme theme, double zoom, double latitude, double longitude, JolColorRole ground)
{
  Picture picture = paint_around (theme, zoom, latitude, longitude);
  guint n = 0;

  for (int y = 32; y < 96; y++)
    for (int x = 32; x < 96; x++)
      n += difference (get_pixel (picture.surface, x, y), opaque (theme, ground)) > 3;
  cairo_surface_destroy (picture.surface);

  return n * 100 / (64 * 64);
}

static void
test_hatch (gconstpointer data)
{
  const JolTheme theme = GPOINTER_TO_UINT (data);

  /* The Crimean steppe, and the same on the mainland, where there is no relief any more. */
  g_assert_cmpuint (count_marked (theme, 8, 45.35, 34.1, JOL_COLOR_LAND), >, 12);
  g_assert_cmpuint (count_marked (theme, 8, 45.35, 34.1, JOL_COLOR_LAND), <, 55);
  g_assert_cmpuint (count_marked (theme, 9.5, 45.35, 34.1, JOL_COLOR_LAND), >, 12);
  g_assert_cmpuint (count_marked (theme, 8, 48.5, 31.4, JOL_COLOR_LAND), <, 8);
  /* A lease both sides agree on is no disputed area. */
  g_assert_cmpuint (count_marked (theme, 8, 46.0, 63.6, JOL_COLOR_LAND_FOCUS), <, 8);
}

/* Four tiles are one picture. */
static void
test_seams (void)
{
  static const struct
  {
    int zoom, x, y; /* of the tile at the top left */
    int scale;
  } rows[] = {
    { 3, 5, 2, 1 },   { 4, 10, 5, 1 },   { 5, 20, 11, 1 },   { 5, 22, 12, 2 },    /* Fergana */
    { 6, 44, 23, 1 }, { 6, 45, 25, 2 },                                           /* Kashmir */
    { 7, 83, 45, 1 }, { 8, 177, 95, 1 }, { 9, 356, 192, 1 }, { 10, 610, 364, 1 }, /* Crimea */
  };

  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        const int side = 256 * rows[i].scale;
        Picture whole = paint (theme, rows[i].zoom, rows[i].x * JOL_TILE_PX,
                               rows[i].y * JOL_TILE_PX, 512, rows[i].scale);
        guint n_off = 0;
        int worst = 0;

        for (int t = 0; t < 4; t++)
          {
            Picture tile = paint (theme, rows[i].zoom, (rows[i].x + t % 2) * JOL_TILE_PX,
                                  (rows[i].y + t / 2) * JOL_TILE_PX, 256, rows[i].scale);

            for (int y = 0; y < side; y++)
              for (int x = 0; x < side; x++)
                {
                  int off =
                      difference (get_pixel (tile.surface, x, y),
                                  get_pixel (whole.surface, x + t % 2 * side, y + t / 2 * side));

                  worst = MAX (worst, off);
                  n_off += off > 4;
                }
            cairo_surface_destroy (tile.surface);
          }
        g_test_message ("zoom %d scale %d: %u pixels off, at most %d", rows[i].zoom, rows[i].scale,
                        n_off, worst);
        /* Scaling of the relief rounds a little otherwise in a larger picture; nobody sees it. */
        g_assert_cmpint (worst, <=, 12);
        g_assert_cmpuint (n_off, <=, 64);
        cairo_surface_destroy (whole.surface);
      }
}

/* Between the five states there is one ground: no line of another colour where their fills meet. */
static void
test_no_slivers (void)
{
  for (JolBasemapDetail detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JolBasemapLevel) level =
          jol_basemap_load_level (jol_basemap_get_default (), detail, &error);
      const JolBasemapLayer *region = jol_basemap_level_get_layer (level, JOL_LAYER_REGION);
      const JolBasemapLayer *borders = jol_basemap_level_get_layer (level, JOL_LAYER_BORDERS);
      static const char inner[][5] = { "KZUZ", "KZKG", "KGKZ", "TMUZ",
                                       "KZTM", "TJUZ", "KGUZ", "KGTJ" };
      guint n = 0;

      g_assert_no_error (error);
      for (guint i = 0; i < borders->n_features; i++)
        for (guint c = 0; c < G_N_ELEMENTS (inner); c++)
          if (strcmp (borders->features[i].a2, inner[c]) == 0)
            {
              const JolBasemapPart *part = &borders->parts[borders->features[i].first_part];

              for (guint p = part->first_point + 3; p + 3 < part->first_point + part->n_points; p++)
                {
                  n++;
                  g_assert_true (jol_basemap_feature_contains (region, &region->features[0],
                                                               borders->xy[2 * p] + 1e-7,
                                                               borders->xy[2 * p + 1] + 1e-7));
                }
            }
      g_assert_cmpuint (n, >, 20);
    }
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/paint-land/colors", test_colors);
  for (JolTheme theme = 0; theme < JOL_N_THEMES; theme++)
    {
      const char *name = jol_theme_get_name (theme);
      g_autofree char *lines = g_strconcat ("/paint-land/lines/", name, NULL);
      g_autofree char *hatch = g_strconcat ("/paint-land/hatch/", name, NULL);

      g_test_add_data_func (lines, GUINT_TO_POINTER (theme), test_lines);
      g_test_add_data_func (hatch, GUINT_TO_POINTER (theme), test_hatch);
    }
  g_test_add_func ("/paint-land/seams", test_seams);
  g_test_add_func ("/paint-land/no-slivers", test_no_slivers);

  return jol_test_run ();
}
