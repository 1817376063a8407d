/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-paint-strip.h"

#include "jol-unit.h"

#include <glib/gi18n.h>
#include <string.h>

#define HATCH_PX 4.0
#define SWATCH_PX 9.0
#define LEGEND_ROW_PX 16.0
#define LEGEND_GAP_PX 12.0
#define LEGEND_FULL_ROWS 2 /* where more would be needed, what is in brackets is left out */

static JolFont
make_font (JolTheme theme, double size_px, JolFontStyle style, JolColorRole role)
{
  return (JolFont){
    .size_px = size_px,
    .style = style,
    .color = jol_palette_get (theme, role),
  };
}

static void
draw_line (JolCanvas *canvas, const JolStroke *stroke, double x0, double y0, double x1, double y1)
{
  jol_canvas_move_to (canvas, x0, y0);
  jol_canvas_line_to (canvas, x1, y1);
  jol_canvas_stroke (canvas, stroke);
}

/* On the px grid, so that thin lines are crisp. */
static double
snap (double at)
{
  return (int) at + 0.5;
}

static void
paint_eras (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolColor ground = jol_palette_get (scene->theme, JOL_COLOR_ERA);

  for (guint i = 0; i < scene->eras->len; i++)
    {
      const JolStripEra *era = &g_array_index (scene->eras, JolStripEra, i);

      /* Every other one: neighbours are told apart, and none is louder than the chart. */
      if (i % 2 == 0)
        {
          jol_canvas_rect (canvas, era->x0, 0, era->x1 - era->x0, scene->ticks_bottom, 0);
          jol_canvas_fill (canvas, &ground);
        }
    }
}

static void
paint_grid (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolFont font = make_font (scene->theme, 10.5, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  const JolStroke line = { .color = jol_palette_get (scene->theme, JOL_COLOR_PANEL_LINE),
                           .width_px = 1 };

  for (guint i = 0; i < scene->years->len; i++)
    {
      const JolStripMark *mark = &g_array_index (scene->years, JolStripMark, i);
      double half = 16;

      draw_line (canvas, &line, snap (mark->at), scene->plot_top, snap (mark->at),
                 scene->ticks_bottom + 3);
      jol_text_measure (mark->label, &font, &half, NULL, NULL);
      half /= 2;
      jol_canvas_text (canvas, mark->label, &font,
                       CLAMP (mark->at, half + 1, scene->width - half - 1), scene->height - 4, 0,
                       JOL_ANCHOR_MIDDLE);
    }
  draw_line (canvas, &line, scene->left, snap (scene->ticks_bottom), scene->right,
             snap (scene->ticks_bottom));
}

/* Over the areas, else they would hide most of them; the halo keeps the figures readable. */
static void
paint_levels (const JolStripScene *scene, JolCanvas *canvas)
{
  JolFont font = make_font (scene->theme, 10, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  JolStroke line = { .color = jol_palette_get (scene->theme, JOL_COLOR_TEXT_DIM), .width_px = 1 };

  line.color.alpha = 0.25;
  font.halo = jol_palette_get (scene->theme, JOL_COLOR_HALO);
  font.halo_px = 2;
  for (guint i = 0; i < scene->levels->len; i++)
    {
      const JolStripMark *mark = &g_array_index (scene->levels, JolStripMark, i);

      draw_line (canvas, &line, scene->left, snap (mark->at), scene->right, snap (mark->at));
      jol_canvas_text (canvas, mark->label, &font, scene->left + 3,
                       mark->at + (mark->at < scene->plot_top + 10 ? 11 : -2), 0, JOL_ANCHOR_START);
    }
}

static double
interpolate (double x, double x0, double y0, double x1, double y1)
{
  return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y0;
}

/* Upright lines, cut by hand to the shape: a canvas clips only to rectangles. */
static void
hatch_piece (const JolStripPiece *piece, JolCanvas *canvas, const JolColor *color)
{
  const JolStroke line = { .color = *color, .width_px = 1 };

  for (guint i = 0; i + 1 < piece->n_points; i++)
    {
      const JolStripPoint *a = &piece->points[i], *b = &piece->points[i + 1];
      double x = ((int) (a->x / HATCH_PX) + 1) * HATCH_PX;

      for (; x < b->x; x += HATCH_PX)
        {
          jol_canvas_move_to (canvas, x, interpolate (x, a->x, a->low, b->x, b->low));
          jol_canvas_line_to (canvas, x, interpolate (x, a->x, a->high, b->x, b->high));
        }
    }
  jol_canvas_stroke (canvas, &line);
}

static void
trace_piece (const JolStripPiece *piece, JolCanvas *canvas)
{
  jol_canvas_move_to (canvas, piece->points[0].x, piece->points[0].high);
  for (guint i = 1; i < piece->n_points; i++)
    jol_canvas_line_to (canvas, piece->points[i].x, piece->points[i].high);
}

static void
paint_areas (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolColor selection = jol_palette_get (scene->theme, JOL_COLOR_SELECTION);

  for (guint i = 0; i < scene->pieces->len; i++)
    {
      const JolStripPiece *piece = &g_array_index (scene->pieces, JolStripPiece, i);
      const JolStripBand *band = &g_array_index (scene->bands, JolStripBand, piece->band);
      JolColor color = band->color;

      trace_piece (piece, canvas);
      for (guint k = piece->n_points; k > 0; k--)
        jol_canvas_line_to (canvas, piece->points[k - 1].x, piece->points[k - 1].low);
      jol_canvas_close_path (canvas);
      if (piece->is_estimated)
        color.alpha *= 0.55;
      jol_canvas_fill (canvas, &color);
      if (piece->is_estimated)
        hatch_piece (piece, canvas, &band->color);
    }

  for (guint i = 0; i < scene->pieces->len; i++)
    {
      const JolStripPiece *piece = &g_array_index (scene->pieces, JolStripPiece, i);
      const JolStroke edge = { .color = selection, .width_px = 2.5, .cap = JOL_CAP_ROUND };

      if (!g_array_index (scene->bands, JolStripBand, piece->band).is_selected)
        continue;
      trace_piece (piece, canvas);
      jol_canvas_stroke (canvas, &edge);
    }
}

/* What is not known: dotted over gaps, dashed for plans and part-years. */
static void
paint_unknown (const JolStripScene *scene, JolCanvas *canvas)
{
  static const double dots[] = { 1, 3 };
  static const double dashes[] = { 4, 2 };

  for (guint i = 0; i < scene->gaps->len; i++)
    {
      const JolStripLine *gap = &g_array_index (scene->gaps, JolStripLine, i);
      JolStroke stroke = {
        .color = g_array_index (scene->bands, JolStripBand, gap->band).color,
        .width_px = 1.2,
        .dash_px = dots,
        .n_dash = G_N_ELEMENTS (dots),
      };

      draw_line (canvas, &stroke, gap->x0, gap->y0, gap->x1, gap->y1);
    }

  for (guint i = 0; i < scene->plans->len; i++)
    {
      const JolStripLine *plan = &g_array_index (scene->plans, JolStripLine, i);
      JolStroke stroke = {
        .color = g_array_index (scene->bands, JolStripBand, plan->band).color,
        .width_px = 2,
        .dash_px = dashes,
        .n_dash = G_N_ELEMENTS (dashes),
      };

      draw_line (canvas, &stroke, plan->x0, plan->y0, plan->x1, plan->y1);
    }
}

static void
paint_ticks (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolColor selection = jol_palette_get (scene->theme, JOL_COLOR_SELECTION);

  for (guint i = 0; i < scene->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (scene->ticks, JolStripTick, i);
      JolColor color = jol_palette_get_event_kind (scene->theme, tick->kind);

      if (tick->is_dimmed)
        color.alpha *= 0.3;
      if (tick->is_selected)
        {
          jol_canvas_rect (canvas, tick->x - 2.5, tick->y - 2.5, tick->width + 5, tick->height + 5,
                           2);
          jol_canvas_fill (canvas, &selection);
        }
      jol_canvas_rect (canvas, tick->x, tick->y, tick->width, tick->height, 0);
      jol_canvas_fill (canvas, &color);
    }
}

void
jol_paint_strip (const JolStripScene *scene, JolCanvas *canvas)
{
  paint_eras (scene, canvas);
  paint_grid (scene, canvas);

  jol_canvas_begin_group (canvas, "series", scene->title);
  paint_areas (scene, canvas);
  paint_unknown (scene, canvas);
  jol_canvas_end_group (canvas);

  paint_levels (scene, canvas);
  paint_ticks (scene, canvas);
}

void
jol_paint_strip_titles (const JolStripScene *scene,
                        const JolStripPlayhead *playhead,
                        JolCanvas *canvas)
{
  const JolFont font = jol_strip_font_for_eras (scene->theme);

  for (guint i = 0; i < scene->eras->len; i++)
    {
      const JolStripEra *era = &g_array_index (scene->eras, JolStripEra, i);
      double x;

      if (jol_strip_scene_place_title (scene, era, playhead, &x))
        jol_canvas_text (canvas, era->title, &font, x, 14, 0, JOL_ANCHOR_START);
    }
}

void
jol_paint_strip_playhead (const JolStripScene *scene,
                          const JolStripPlayhead *playhead,
                          JolCanvas *canvas)
{
  const JolColor color = jol_palette_get (scene->theme, JOL_COLOR_PLAYHEAD);
  const JolStroke line = { .color = color, .width_px = 1.5 };
  const JolFont font = jol_strip_font_for_bubble (scene->theme);
  JolColor period = color;

  /* A year is not a day: what it covers is shaded. */
  if (playhead->x1 - playhead->x0 > 4)
    {
      period.alpha = 0.12;
      jol_canvas_rect (canvas, playhead->x0, scene->plot_top, playhead->x1 - playhead->x0,
                       scene->ticks_bottom - scene->plot_top, 0);
      jol_canvas_fill (canvas, &period);
    }

  draw_line (canvas, &line, playhead->x, playhead->bubble_y + playhead->bubble_height, playhead->x,
             scene->ticks_bottom + 3);
  jol_canvas_rect (canvas, playhead->bubble_x, playhead->bubble_y, playhead->bubble_width,
                   playhead->bubble_height, playhead->bubble_height / 2);
  jol_canvas_fill (canvas, &color);
  jol_canvas_text (canvas, playhead->label, &font, playhead->bubble_x + playhead->bubble_width / 2,
                   playhead->bubble_y + 13, 0, JOL_ANCHOR_MIDDLE);
}

/* The name of a band, or what stands before its first bracket. */
static char *
get_name (const JolStripBand *band, gboolean is_short)
{
  const char *bracket = is_short ? strstr (band->name, " (") : NULL;

  return bracket ? g_strndup (band->name, bracket - band->name) : g_strdup (band->name);
}

/* Returns the height. */
static double
lay_out_legend (const JolStripBand *bands,
                guint n_bands,
                JolTheme theme,
                double width,
                gboolean is_short,
                double *natural_out,
                JolCanvas *canvas)
{
  const JolFont plain = make_font (theme, 11, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  const JolFont bold = make_font (theme, 11, JOL_FONT_BOLD, JOL_COLOR_TEXT);
  double x = 0, y = 0, natural = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      g_autofree char *name = get_name (&bands[i], is_short);
      double text_px, item_px;

      /* As wide as it would be if it were selected, so that a selection moves nothing. */
      jol_text_measure (name, &bold, &text_px, NULL, NULL);
      item_px = SWATCH_PX + 5 + text_px;
      natural += item_px + (i > 0 ? LEGEND_GAP_PX : 0);
      if (x > 0 && x + item_px > width)
        {
          x = 0;
          y += LEGEND_ROW_PX;
        }

      if (canvas)
        {
          jol_canvas_rect (canvas, x, y + (LEGEND_ROW_PX - SWATCH_PX) / 2, SWATCH_PX, SWATCH_PX, 2);
          jol_canvas_fill (canvas, &bands[i].color);
          jol_canvas_text (canvas, name, bands[i].is_selected ? &bold : &plain, x + SWATCH_PX + 5,
                           y + 12, 0, JOL_ANCHOR_START);
        }
      x += item_px + LEGEND_GAP_PX;
    }

  if (natural_out)
    *natural_out = natural;
  return n_bands > 0 ? y + LEGEND_ROW_PX : 0;
}

double
jol_paint_strip_legend (const JolStripBand *bands,
                        guint n_bands,
                        JolTheme theme,
                        double width,
                        double *natural_out,
                        JolCanvas *canvas)
{
  double height = lay_out_legend (bands, n_bands, theme, width, FALSE, natural_out, NULL);
  gboolean is_short = height > LEGEND_FULL_ROWS * LEGEND_ROW_PX;

  if (is_short || canvas)
    height = lay_out_legend (bands, n_bands, theme, width, is_short, NULL, canvas);
  return height;
}

JolFont
jol_strip_font_for_eras (JolTheme theme)
{
  return make_font (theme, 11, JOL_FONT_ITALIC, JOL_COLOR_TEXT_DIM);
}

JolFont
jol_strip_font_for_bubble (JolTheme theme)
{
  return make_font (theme, 11.5, JOL_FONT_BOLD, JOL_COLOR_PANEL);
}

char *
jol_strip_format_series (JolSeries *series, const char *language)
{
  const char *title = jol_entity_get_title (JOL_ENTITY (series), language);
  const char *unit = jol_series_get_unit (series);

  if (!unit)
    return g_strdup (title);
  /* Translators: what a chart shows, and in which unit: "Oil by outlet, Mt" */
  return g_strdup_printf (_ ("%1$s, %2$s"), title, jol_unit_get_label (unit));
}
