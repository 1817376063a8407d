/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-style.h"

#include <math.h>

#define UNKNOWN_CAPACITY 6.0
#define SAME_PX 1.5
#define SAME_ALPHA 0.5
#define ENDED_ALPHA 0.55
#define APPEARED_ALPHA 0.36
#define APPEARED_RIM_PX 2.6
#define NEW_ALPHA 0.5
#define NEW_RIM_PX 4.0
#define BEAD_SWELL 1.3  /* of a dot that has appeared */
#define BEAD_GAP_PX 1.4 /* between the glows of two dots */
#define RAIL_PX 3.4
/* A tonne of crude is 7.33 barrels, on average. */
#define MT_A_PER_KB_D (365.0 / 7.33 / 1000.0)

/* Squares of a radius: without a summit, and more for each, up to so many. */
#define SUMMIT_AREA_PX 58.0
#define SUMMIT_EACH_PX 6.0
#define MAX_SUMMITS 90

/* From which zoom a place without a summit is shown. */
static const double place_zooms[] = {
  [JOL_PLACE_CITY] = 6.0,   [JOL_PLACE_CAPITAL] = 5.0, [JOL_PLACE_SUMMIT_CITY] = 6.0,
  [JOL_PLACE_PORT] = 5.5,   [JOL_PLACE_FIELD] = 5.5,   [JOL_PLACE_REFINERY] = 6.0,
  [JOL_PLACE_BORDER] = 6.5, [JOL_PLACE_STATION] = 6.5, [JOL_PLACE_SITE] = 6.5,
};

/* Symbols and lines are a little smaller on a map of the whole, larger on one of a part. */
static double
scale_for (double zoom)
{
  return CLAMP (1.0 + 0.18 * (zoom - 5.0), 0.7, 1.45);
}

double
jol_style_get_capacity (const JolHistoryEntry *capacity)
{
  if (!capacity || capacity->value <= 0.0)
    return 0.0;
  /* A billion cubic metres of gas has about the heat of 0.9 million tonnes of oil. */
  if (capacity->unit && g_str_has_prefix (capacity->unit, "bcm"))
    return capacity->value * 0.9;
  if (capacity->unit && g_str_has_prefix (capacity->unit, "kb"))
    return capacity->value * MT_A_PER_KB_D;

  return capacity->value;
}

/**
 * jol_style_get_line:
 * @capacity: as from jol_style_get_capacity(); 0 when not known
 *
 * Width by the root of the capacity, so that the area of ink says how much; dash and alpha by
 * status. A shipping line is dashes with dots; a railway has bars in it, see
 * jol_style_get_rail_bars().
 */
JolLineStyle
jol_style_get_line (JolMode mode, JolStatus status, double capacity, double zoom)
{
  const double capped = CLAMP (capacity > 0.0 ? capacity : UNKNOWN_CAPACITY, 1.0, 90.0);
  JolLineStyle style = { .alpha = 1.0, .cap = JOL_CAP_ROUND };
  double w;

  style.width_px = (1.3 + 0.42 * sqrt (capped)) * scale_for (zoom);
  if (mode == JOL_MODE_TANKER)
    style.width_px = MIN (style.width_px, 2.0 * scale_for (zoom));
  else if (mode == JOL_MODE_RAIL)
    style.width_px = RAIL_PX * scale_for (zoom);
  w = style.width_px;

  switch (status)
    {
    case JOL_STATUS_PROPOSED:
    case JOL_STATUS_CANCELLED:
      style.width_px = w = MIN (w, 2.6 * scale_for (zoom));
      style.dash_px[0] = 0.01; /* with round ends: a dot */
      style.dash_px[1] = MAX (2.0 * w, 4.0);
      style.n_dash = 2;
      style.alpha = status == JOL_STATUS_CANCELLED ? 0.5 : 0.9;
      return style;
    case JOL_STATUS_CONSTRUCTION:
      style.cap = JOL_CAP_BUTT;
      style.dash_px[0] = MAX (2.6 * w, 6.5);
      style.dash_px[1] = MAX (1.5 * w, 4.0);
      style.n_dash = 2;
      return style;
    case JOL_STATUS_IDLE:
      style.alpha = 0.42;
      break;
    case JOL_STATUS_RETIRED:
      style.width_px = w = MIN (w, 2.0 * scale_for (zoom));
      style.alpha = 0.32;
      break;
    case JOL_STATUS_ABSENT:
    case JOL_STATUS_OPERATING:
      break;
    }

  if (mode == JOL_MODE_TANKER)
    {
      const double dashes[] = { 5.0 * w, 2.0 * w, 0.01, 2.0 * w };

      style.n_dash = G_N_ELEMENTS (dashes);
      for (guint i = 0; i < style.n_dash; i++)
        style.dash_px[i] = dashes[i];
    }

  return style;
}

double
jol_style_get_rail_bars (double width_px, double dash_px[2])
{
  dash_px[0] = dash_px[1] = 1.9 * width_px;

  return 0.5 * width_px;
}

void
jol_style_compare_line (JolLineStyle *style, JolRouteChange change, double zoom)
{
  switch (change)
    {
    case JOL_ROUTE_SAME:
      style->width_px = MIN (style->width_px, SAME_PX * scale_for (zoom));
      style->alpha *= SAME_ALPHA;
      break;
    case JOL_ROUTE_ENDED:
      style->alpha = ENDED_ALPHA;
      style->cap = JOL_CAP_BUTT;
      style->dash_px[0] = MAX (1.4 * style->width_px, 5.0);
      style->dash_px[1] = MAX (1.0 * style->width_px, 3.5);
      style->n_dash = 2;
      break;
    case JOL_ROUTE_APPEARED:
      /* Dots under one glow would look like a line: each gets its own, and room for it. */
      if (style->n_dash == 2 && style->cap == JOL_CAP_ROUND)
        {
          style->width_px *= BEAD_SWELL;
          style->dash_px[1] =
              style->width_px + BEAD_GAP_PX +
              2.0 * (jol_style_get_casing_px (zoom) + APPEARED_RIM_PX * scale_for (zoom));
        }
      break;
    case JOL_ROUTE_CHANGED:
    default:
      break;
    }
}

double
jol_style_get_rim (JolTheme theme,
                   JolRouteChange change,
                   JolCommodity commodity,
                   double zoom,
                   JolColor *color_out)
{
  switch (change)
    {
    case JOL_ROUTE_APPEARED:
      *color_out = jol_palette_get_commodity (theme, commodity);
      color_out->alpha *= APPEARED_ALPHA;
      return APPEARED_RIM_PX * scale_for (zoom);
    case JOL_ROUTE_CHANGED:
      *color_out = jol_palette_get (theme, JOL_COLOR_SYMBOL);
      return 1.3 * scale_for (zoom);
    case JOL_ROUTE_SAME:
    case JOL_ROUTE_ENDED:
    default:
      return 0.0;
    }
}

double
jol_style_get_new_rim (JolTheme theme,
                       double newness,
                       JolCommodity commodity,
                       double zoom,
                       JolColor *color_out)
{
  *color_out = jol_palette_get_commodity (theme, commodity);
  color_out->alpha *= NEW_ALPHA * newness;
  return NEW_RIM_PX * scale_for (zoom);
}

double
jol_style_get_casing_px (double zoom)
{
  return 1.2 * scale_for (zoom);
}

double
jol_style_get_place_zoom (JolPlaceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (place_zooms), 0.0);

  return place_zooms[kind];
}

/**
 * jol_style_get_mark_radius:
 *
 * How far a place's mark reaches. With summits it is a circle whose area grows with their number,
 * from one in which a figure can be read; without, the symbol of its kind. A cluster has a ring
 * round that.
 */
double
jol_style_get_mark_radius (JolPlaceKind kind, guint n_summits, gboolean is_cluster, double zoom)
{
  double radius;

  if (n_summits > 0)
    radius = sqrt (SUMMIT_AREA_PX + SUMMIT_EACH_PX * MIN (n_summits, MAX_SUMMITS)) *
             MAX (scale_for (zoom), 0.9);
  else
    radius = (kind == JOL_PLACE_CITY || kind == JOL_PLACE_SITE ? 3.2 : 4.6) * scale_for (zoom);

  return is_cluster ? radius + JOL_CLUSTER_RING_PX : radius;
}

JolFont
jol_style_get_font (JolTheme theme, JolLabelKind kind, guint rank, gboolean is_focus, double zoom)
{
  const double scale = CLAMP (scale_for (zoom), 0.92, 1.15);
  JolFont font = { .size_px = 11.0,
                   .style = JOL_FONT_REGULAR,
                   .color = jol_palette_get (theme, JOL_COLOR_TEXT),
                   .halo = jol_palette_get (theme, JOL_COLOR_HALO),
                   .halo_px = 1.8 };

  switch (kind)
    {
    case JOL_LABEL_COUNTRY:
      font.size_px = is_focus ? 13.0 - MIN (rank, 4) * 0.5 : 10.5;
      font.style = is_focus ? JOL_FONT_BOLD : JOL_FONT_REGULAR;
      font.spacing_px = is_focus ? 3.2 : 2.4;
      font.color = jol_palette_get (theme, JOL_COLOR_TEXT_DIM);
      break;
    case JOL_LABEL_WATER:
      font.size_px = rank <= 1 ? 13.0 : rank <= 3 ? 11.5 : 10.5;
      font.style = JOL_FONT_ITALIC;
      font.spacing_px = rank <= 1 ? 1.2 : 0.4;
      font.color = jol_palette_get (theme, JOL_COLOR_TEXT_WATER);
      font.halo = jol_palette_get (theme, JOL_COLOR_WATER);
      font.halo.alpha = 0.7;
      break;
    case JOL_LABEL_RANGE:
      font.size_px = rank <= 2 ? 11.0 : 10.0;
      font.style = JOL_FONT_ITALIC;
      font.spacing_px = 1.0;
      font.color = jol_palette_get (theme, JOL_COLOR_TEXT_DIM);
      break;
    case JOL_LABEL_CITY:
      font.size_px = rank <= 1 ? 11.0 : rank <= 3 ? 10.5 : 10.0;
      font.color = jol_palette_get (theme, JOL_COLOR_TEXT_DIM);
      break;
    case JOL_LABEL_PLACE:
      font.size_px = rank == 0 ? 12.0 : 11.0;
      font.style = rank == 0 ? JOL_FONT_BOLD : JOL_FONT_REGULAR;
      break;
    case JOL_LABEL_ROUTE:
      font.size_px = 10.5;
      font.spacing_px = 0.35;
      break;
    }
  font.size_px *= scale;

  return font;
}
