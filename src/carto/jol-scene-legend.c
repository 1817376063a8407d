/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a scene's legend. Those that are a filter too: kinds that the story has at some time,
 * so that a row stays where it is while the date moves. And what pictures alone explain. Of all
 * these a picture shows those that are in it: see jol-legend-row.h.
 */
#include "config.h"
#include "jol-scene-builder-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEGEND_WIDTH_PX 3.6
#define SAMPLE_ZOOM 5.0
#define ROUTES (1u << JOL_MAP_OIL | 1u << JOL_MAP_GAS)

static gboolean
has_kind (const JolSceneQuestion *question, JolMapKind kind)
{
  return (question->story_kinds & 1u << kind) != 0;
}

static JolLegendRow *
add_row (JolSceneContent *self,
         const char *label,
         JolMapKind map_kind,
         const JolSceneQuestion *question)
{
  JolLegendRow *row = &self->legend[self->n_legend++];

  *row = (JolLegendRow){ .label = label,
                         .map_kind = (int) map_kind,
                         .count = self->counts[map_kind],
                         .is_hidden = jol_filter_hides_on_map (question->filter, map_kind),
                         .is_compared = self->is_comparing };

  return row;
}

/* That stands for nothing one could hide. */
static JolLegendRow *
add_plain_row (JolSceneContent *self, JolLegendKind kind)
{
  JolLegendRow *row = &self->legend[self->n_legend++];

  *row = (JolLegendRow){ .kind = (int) kind, .map_kind = -1 };

  return row;
}

static void
add_line_row (JolSceneContent *self,
              const char *label,
              JolMapKind map_kind,
              JolMode mode,
              JolStatus status,
              JolColor color,
              const JolSceneQuestion *question)
{
  const JolLineStyle style = jol_style_get_line (mode, status, 0.0, SAMPLE_ZOOM);
  JolLegendRow *row = add_row (self, label, map_kind, question);

  row->kind = mode == JOL_MODE_RAIL ? JOL_LEGEND_RAIL : JOL_LEGEND_LINE;
  row->color = color;
  row->color.alpha *= style.alpha;
  row->width_px = MIN (style.width_px, LEGEND_WIDTH_PX);
  row->n_dash = MIN (style.n_dash, G_N_ELEMENTS (row->dash_px));
  row->cap = (int) style.cap;
  for (guint i = 0; i < row->n_dash; i++)
    row->dash_px[i] = style.dash_px[i];
}

static void
add_change_rows (JolSceneContent *self, const JolSceneQuestion *question)
{
  static const JolRouteChange changes[] = { JOL_ROUTE_APPEARED, JOL_ROUTE_ENDED, JOL_ROUTE_CHANGED,
                                            JOL_ROUTE_SAME };
  const JolColor plain = jol_palette_get (question->theme, JOL_COLOR_TEXT_DIM);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const JolRouteChange change = changes[i];
      JolLineStyle style =
          jol_style_get_line (JOL_MODE_PIPELINE, JOL_STATUS_OPERATING, 0.0, SAMPLE_ZOOM);
      JolLegendRow *row = add_row (self, jol_route_change_get_label (change),
                                   jol_map_kind_of_change (change), question);

      jol_style_compare_line (&style, change, SAMPLE_ZOOM);
      row->kind = JOL_LEGEND_CHANGE;
      row->color = plain;
      row->color.alpha *= style.alpha;
      row->width_px = style.width_px;
      row->n_dash = style.n_dash;
      memcpy (row->dash_px, style.dash_px, sizeof row->dash_px);
      row->is_crossed = change == JOL_ROUTE_ENDED;
      row->rim_px = jol_style_get_rim (question->theme, change, JOL_COMMODITY_OIL, 5.0, &row->rim);
      /* It stands for both commodities. */
      if (change == JOL_ROUTE_APPEARED)
        row->rim = (JolColor){ plain.red, plain.green, plain.blue, row->rim.alpha };
    }
}

/* Only kinds that are there: with all of them the legend would be longer than what it explains. */
static void
add_symbol_rows (JolSceneContent *self, const JolSceneQuestion *question)
{
  static const JolPlaceKind kinds[] = { JOL_PLACE_CAPITAL,  JOL_PLACE_CITY, JOL_PLACE_FIELD,
                                        JOL_PLACE_REFINERY, JOL_PLACE_PORT, JOL_PLACE_STATION,
                                        JOL_PLACE_BORDER,   JOL_PLACE_SITE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const JolMapKind map_kind = jol_map_kind_of_place (kinds[i]);
      JolLegendRow *row;

      if (self->counts[map_kind] == 0)
        continue;

      row = add_row (self, jol_place_kind_get_label (kinds[i]), map_kind, question);
      row->kind = JOL_LEGEND_SYMBOL;
      row->symbol = (int) kinds[i];
      row->color = jol_palette_get (question->theme, JOL_COLOR_SYMBOL);
    }
}

static gboolean
has_cluster (const JolSceneContent *self)
{
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].n_members > 0)
      return TRUE;

  return FALSE;
}

/* What a line's width says: as wide as the map's lines are at its zoom. */
static void
add_width_row (JolSceneContent *self, const JolSceneQuestion *question)
{
  static const double capacities[] = { 5.0, 60.0 };
  const gboolean has_oil =
      has_kind (question, JOL_MAP_OIL) && !jol_filter_hides_on_map (question->filter, JOL_MAP_OIL);
  const gboolean has_gas =
      has_kind (question, JOL_MAP_GAS) && !jol_filter_hides_on_map (question->filter, JOL_MAP_GAS);
  JolLegendRow *row = add_plain_row (self, JOL_LEGEND_WIDTH);

  /* A billion cubic metres of gas are drawn nearly as wide as a million tonnes of oil. */
  row->label = has_oil && has_gas ? _ ("Capacity: 5 to 60 Mt or bcm a year")
               : has_gas          ? _ ("Capacity: 5 to 60 bcm a year")
                                  : _ ("Capacity: 5 to 60 Mt a year");
  row->color = jol_palette_get (question->theme, JOL_COLOR_TEXT_DIM);
  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    row->widths_px[i] =
        jol_style_get_line (JOL_MODE_PIPELINE, JOL_STATUS_OPERATING, capacities[i], question->zoom)
            .width_px;
}

/* What has just begun to work, while the years run. */
static void
add_new_row (JolSceneContent *self, const JolSceneQuestion *question)
{
  const JolColor plain = jol_palette_get (question->theme, JOL_COLOR_TEXT_DIM);
  JolLegendRow *row = add_plain_row (self, JOL_LEGEND_CHANGE);

  row->label = _ ("New within a year");
  row->color = plain;
  row->width_px =
      jol_style_get_line (JOL_MODE_PIPELINE, JOL_STATUS_OPERATING, 0.0, SAMPLE_ZOOM).width_px;
  row->rim_px =
      jol_style_get_new_rim (question->theme, 1.0, JOL_COMMODITY_OIL, SAMPLE_ZOOM, &row->rim);
  /* It stands for both commodities. */
  row->rim = (JolColor){ plain.red, plain.green, plain.blue, row->rim.alpha };
}

static void
add_picture_rows (JolSceneContent *self, const JolSceneQuestion *question)
{
  JolLegendRow *row;

  if (self->n_arcs > 0)
    {
      row = add_plain_row (self, JOL_LEGEND_ARC);
      row->label = _ ("From the capitals of who took part");
    }
  if (has_cluster (self) || has_kind (question, JOL_MAP_SUMMIT_CITIES))
    {
      row = add_plain_row (self, JOL_LEGEND_CLUSTER);
      row->label = _ ("Places close together");
      row->color = jol_palette_get (question->theme, JOL_COLOR_SYMBOL);
    }
  row = add_plain_row (self, JOL_LEGEND_DISPUTED);
  row->label = _ ("Disputed area or border");
  row->color = jol_palette_get (question->theme, JOL_COLOR_HATCH);
  row->rim = jol_palette_get (question->theme, JOL_COLOR_DISPUTED);
}

char *
jol_scene_content_describe_thinning (const JolSceneContent *self)
{
  const guint n_all = self->n_routes + self->n_thinned;

  /* Translators: how many of the routes there are a map has room for. */
  return g_strdup_printf (ngettext ("%1$u of %2$u route drawn", "%1$u of %2$u routes drawn", n_all),
                          self->n_routes, n_all);
}

static void
add_note (JolSceneContent *self)
{
  g_autofree char *words = jol_scene_content_describe_thinning (self);

  if (!self->strings)
    self->strings = g_string_chunk_new (256);
  add_plain_row (self, JOL_LEGEND_NOTE)->label = g_string_chunk_insert (self->strings, words);
}

void
jol_scene_content_add_legend (JolSceneContent *self, const JolSceneQuestion *question)
{
  const JolColor plain = jol_palette_get (question->theme, JOL_COLOR_TEXT_DIM);
  const struct
  {
    const char *label;
    JolMapKind map_kind;
    JolMode mode;
    JolStatus status;
    JolColor color;
  } lines[] = {
    { _ ("Oil"), JOL_MAP_OIL, JOL_MODE_PIPELINE, JOL_STATUS_OPERATING,
      jol_palette_get (question->theme, JOL_COLOR_OIL) },
    { _ ("Gas"), JOL_MAP_GAS, JOL_MODE_PIPELINE, JOL_STATUS_OPERATING,
      jol_palette_get (question->theme, JOL_COLOR_GAS) },
    { _ ("Operating"), JOL_MAP_OPERATING, JOL_MODE_PIPELINE, JOL_STATUS_OPERATING, plain },
    { _ ("Under construction"), JOL_MAP_CONSTRUCTION, JOL_MODE_PIPELINE, JOL_STATUS_CONSTRUCTION,
      plain },
    { _ ("Proposed"), JOL_MAP_PROPOSED, JOL_MODE_PIPELINE, JOL_STATUS_PROPOSED, plain },
    { _ ("Idle or retired"), JOL_MAP_IDLE, JOL_MODE_PIPELINE, JOL_STATUS_IDLE, plain },
    { _ ("By tanker"), JOL_MAP_TANKER, JOL_MODE_TANKER, JOL_STATUS_OPERATING, plain },
    { _ ("By rail"), JOL_MAP_RAIL, JOL_MODE_RAIL, JOL_STATUS_OPERATING, plain },
  };
  JolLegendRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (self->is_comparing &&
        (lines[i].map_kind == JOL_MAP_OPERATING || lines[i].map_kind == JOL_MAP_IDLE))
      {
        if (lines[i].map_kind == JOL_MAP_OPERATING && (question->story_kinds & ROUTES))
          add_change_rows (self, question);
      }
    else if (has_kind (question, lines[i].map_kind))
      add_line_row (self, lines[i].label, lines[i].map_kind, lines[i].mode, lines[i].status,
                    lines[i].color, question);
  /* Lines that are compared are thin when they are as before. */
  if (!self->is_comparing && (question->story_kinds & ROUTES))
    add_width_row (self, question);
  if (!self->is_comparing && (question->story_kinds & ROUTES) && question->marks_news)
    add_new_row (self, question);

  if (has_kind (question, JOL_MAP_SUMMIT_CITIES))
    {
      row = add_row (self,
                     question->is_narrowed ? _ ("Summits in that time") : _ ("Summits held so far"),
                     JOL_MAP_SUMMIT_CITIES, question);
      row->kind = JOL_LEGEND_CIRCLE;
      row->color = jol_palette_get (question->theme, JOL_COLOR_SYMBOL);
      row->width_px = 1.6;
    }
  add_symbol_rows (self, question);
  add_picture_rows (self, question);
  if (self->n_thinned > 0)
    add_note (self);
}
