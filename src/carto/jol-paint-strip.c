/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-paint-strip.h"

#include <math.h>

#define HATCH_PX 4.0
#define GRIP_PX 3.0 /* half the width of a handle on the rail */

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
      if (era->is_shaded)
        {
          jol_canvas_rect (canvas, era->x0, 0, era->x1 - era->x0, scene->rail_top, 0);
          jol_canvas_fill (canvas, &ground);
        }
    }
}

static void
paint_grid (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolStroke line = { .color = jol_palette_get (scene->theme, JOL_COLOR_PANEL_LINE),
                           .width_px = 1 };

  for (guint i = 0; i < scene->minors->len; i++)
    {
      double at = snap (g_array_index (scene->minors, double, i));

      draw_line (canvas, &line, at, scene->rail_bottom, at, scene->rail_bottom + 3);
    }
  for (guint i = 0; i < scene->years->len; i++)
    {
      const JolStripMark *mark = &g_array_index (scene->years, JolStripMark, i);
      JolFont font = jol_strip_font_for_axis (scene->theme);

      if (mark->is_major)
        font.color = jol_palette_get (scene->theme, JOL_COLOR_TEXT);
      draw_line (canvas, &line, snap (mark->at), scene->plot_top, snap (mark->at),
                 scene->ticks_bottom);
      draw_line (canvas, &line, snap (mark->at), scene->rail_bottom, snap (mark->at),
                 scene->rail_bottom + 4);
      if (mark->label)
        jol_canvas_text (canvas, mark->label, &font, mark->label_x, scene->height - 3, 0,
                         JOL_ANCHOR_START);
    }
  draw_line (canvas, &line, scene->left, snap (scene->ticks_bottom), scene->right,
             snap (scene->ticks_bottom));
}

/* Where a span is drawn and grasped: there before there is one. */
static void
paint_rail (const JolStripScene *scene, JolCanvas *canvas)
{
  const JolColor color = jol_palette_get (scene->theme, JOL_COLOR_PANEL_LINE);

  jol_canvas_rect (canvas, scene->left, scene->rail_top + 2, scene->right - scene->left,
                   scene->rail_bottom - scene->rail_top - 4, 2);
  jol_canvas_fill (canvas, &color);
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
hatch_piece (const JolStripScene *scene,
             const JolStripPiece *piece,
             JolCanvas *canvas,
             const JolColor *color)
{
  const JolStroke line = { .color = *color, .width_px = 1 };

  for (guint i = 0; i + 1 < piece->n_points; i++)
    {
      const JolStripPoint *a = &piece->points[i], *b = &piece->points[i + 1];
      double x = (floor (MAX (a->x, scene->left) / HATCH_PX) + 1) * HATCH_PX;

      for (; x < MIN (b->x, scene->right); x += HATCH_PX)
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
        hatch_piece (scene, piece, canvas, &band->color);
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

/* A canvas has no gradients: "about" is an end in three steps. */
static void
paint_approximate_bar (const JolStripTick *bar, JolCanvas *canvas, const JolColor *color)
{
  static const double alphas[] = { 0.25, 0.5, 0.75 };
  double step = MIN (bar->width / 8, 4);
  JolColor faded = *color;

  for (guint i = 0; i < G_N_ELEMENTS (alphas); i++)
    {
      faded.alpha = color->alpha * alphas[i];
      jol_canvas_rect (canvas, bar->x + i * step, bar->y, step, bar->height, 0);
      jol_canvas_rect (canvas, bar->x + bar->width - (i + 1) * step, bar->y, step, bar->height, 0);
      jol_canvas_fill (canvas, &faded);
    }
  jol_canvas_rect (canvas, bar->x + 3 * step, bar->y, bar->width - 6 * step, bar->height, 0);
  jol_canvas_fill (canvas, color);
}

static void
paint_bar (const JolStripTick *bar, JolCanvas *canvas, const JolColor *color)
{
  const JolStroke edge = { .color = *color, .width_px = 1 };
  JolColor inside = *color;

  if (bar->is_approx)
    {
      paint_approximate_bar (bar, canvas, color);
      return;
    }

  /* It happened some day in there, and did not last so long: an outline. */
  if (bar->is_period && bar->width > 3)
    {
      inside.alpha *= 0.2;
      jol_canvas_rect (canvas, bar->x + 0.5, bar->y + 0.5, bar->width - 1, bar->height - 1, 1);
      jol_canvas_fill_stroke (canvas, &inside, &edge);
      return;
    }

  jol_canvas_rect (canvas, bar->x, bar->y, bar->width, bar->height, MIN (bar->width, 3) / 3);
  jol_canvas_fill (canvas, color);
}

/* Of one that is only about there, the sides fade into what is beside it. */
static void
paint_approximate_tick (const JolStripTick *tick, JolCanvas *canvas, const JolColor *color)
{
  JolColor faded = *color;

  faded.alpha *= 0.3;
  jol_canvas_rect (canvas, tick->x - 1, tick->y, tick->width + 2, tick->height, 0);
  jol_canvas_fill (canvas, &faded);
  faded.alpha = color->alpha * 0.5;
  jol_canvas_rect (canvas, tick->x, tick->y, tick->width, tick->height, 0);
  jol_canvas_fill (canvas, &faded);
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
      if (tick->is_bar)
        {
          paint_bar (tick, canvas, &color);
          continue;
        }
      if (tick->is_approx)
        {
          paint_approximate_tick (tick, canvas, &color);
          continue;
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
  paint_rail (scene, canvas);

  jol_canvas_begin_group (canvas, "series", scene->title, NULL);
  /* What is outside the time that is shown is drawn as well, as far as it reaches in. */
  jol_canvas_clip_rect (canvas, scene->left, 0, scene->right - scene->left, scene->height);
  paint_areas (scene, canvas);
  paint_unknown (scene, canvas);
  jol_canvas_end_group (canvas);

  paint_levels (scene, canvas);
  paint_ticks (scene, canvas);
}

static void
veil (const JolStripScene *scene, JolCanvas *canvas, double x0, double x1)
{
  JolColor color = jol_palette_get (scene->theme, JOL_COLOR_PANEL);

  if (x1 <= x0)
    return;
  color.alpha = 0.68;
  jol_canvas_rect (canvas, x0, scene->plot_top, x1 - x0, scene->ticks_bottom - scene->plot_top, 0);
  jol_canvas_fill (canvas, &color);
}

static void
paint_grip (const JolStripScene *scene, JolCanvas *canvas, double x, const JolColor *color)
{
  JolStroke line = { .color = *color, .width_px = 1 };

  line.color.alpha = 0.7;
  draw_line (canvas, &line, x, scene->plot_top, x, scene->rail_top);
  jol_canvas_rect (canvas, x - GRIP_PX, scene->rail_top - 2, 2 * GRIP_PX,
                   scene->rail_bottom - scene->rail_top + 4, 2);
  jol_canvas_fill (canvas, color);
}

void
jol_paint_strip_span (const JolStripScene *scene, const JolStripSpanPlace *span, JolCanvas *canvas)
{
  JolColor color = jol_palette_get (scene->theme, JOL_COLOR_SELECTION);

  veil (scene, canvas, scene->left, span->x0);
  veil (scene, canvas, span->x1, scene->right);
  if (span->x1 > span->x0)
    {
      color.alpha = 0.55;
      jol_canvas_rect (canvas, span->x0, scene->rail_top, span->x1 - span->x0,
                       scene->rail_bottom - scene->rail_top, 2);
      jol_canvas_fill (canvas, &color);
      color.alpha = 1;
    }
  if (span->has_start)
    paint_grip (scene, canvas, span->x0, &color);
  if (span->has_end)
    paint_grip (scene, canvas, span->x1, &color);
}

void
jol_paint_strip_until (const JolStripScene *scene,
                       const JolStripPlayhead *playhead,
                       JolCanvas *canvas)
{
  veil (scene, canvas, playhead->x1, scene->right);
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
  if (playhead->is_in_view && playhead->x1 - playhead->x0 > 4)
    {
      period.alpha = 0.12;
      jol_canvas_rect (canvas, playhead->x0, scene->plot_top, playhead->x1 - playhead->x0,
                       scene->ticks_bottom - scene->plot_top, 0);
      jol_canvas_fill (canvas, &period);
    }

  if (playhead->is_in_view)
    draw_line (canvas, &line, playhead->x, playhead->bubble_y + playhead->bubble_height,
               playhead->x, scene->ticks_bottom);
  jol_canvas_rect (canvas, playhead->bubble_x, playhead->bubble_y, playhead->bubble_width,
                   playhead->bubble_height, playhead->bubble_height / 2);
  jol_canvas_fill (canvas, &color);
  jol_canvas_text (canvas, playhead->label, &font, playhead->bubble_x + playhead->bubble_width / 2,
                   playhead->bubble_y + 13, 0, JOL_ANCHOR_MIDDLE);
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

JolFont
jol_strip_font_for_axis (JolTheme theme)
{
  return make_font (theme, 10.5, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
}
