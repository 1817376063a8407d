/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Routes lie on the map as a printed network does: first the casings of all, then all lines, so
 * that what joins looks joined. While two dates are compared, under the casings lie the rims of
 * what has appeared or changed. What is hovered, and last what is selected, comes on top with its
 * glow.
 */
#include "config.h"
#include "jol-paint-private.h"

#include <math.h>

#include "jol-arrow-room.h"
#include "jol-style.h"
#include "jol-symbol.h"

/* What is farther outside than this is not drawn: more than any line is wide. */
#define MARGIN_PX 24.0

/* What is on top is a little wider than its capacity says. */
#define SWELL_PX 0.7
#define GLOW_PX 4.2
#define HOVER_GLOW_PX 3.0

#define CROSS_PX 1.6
#define CROSS_STEP_PX 34.0

typedef struct
{
  const JolTransform *transform;
  double x0, y0, x1, y1; /* what shows, with a margin */
  const JolArrowRoom *room;
} View;

static View
get_view (const JolScene *scene, JolCanvas *canvas)
{
  View view = { .transform = jol_scene_get_transform (scene) };

  jol_canvas_get_clip (canvas, &view.x0, &view.y0, &view.x1, &view.y1);
  view.x0 = MAX (view.x0, 0.0) - MARGIN_PX;
  view.y0 = MAX (view.y0, 0.0) - MARGIN_PX;
  view.x1 = MIN (view.x1, jol_scene_get_width (scene)) + MARGIN_PX;
  view.y1 = MIN (view.y1, jol_scene_get_height (scene)) + MARGIN_PX;

  return view;
}

static gboolean
is_on_top (const JolSceneRoute *route)
{
  return route->is_selected || route->is_hovered;
}

/* On which sides of the picture a point is out of sight: bits. */
static guint
get_sides (const View *view, double x, double y)
{
  return (x < view->x0 ? 1u : 0u) | (x > view->x1 ? 2u : 0u) | (y < view->y0 ? 4u : 0u) |
         (y > view->y1 ? 8u : 0u);
}

static gboolean
is_in_view (const View *view, const JolWorldBox *box)
{
  double x0, y0, x1, y1;

  jol_transform_apply (view->transform, &(JolWorldPoint){ box->x0, box->y0 }, &x0, &y0);
  jol_transform_apply (view->transform, &(JolWorldPoint){ box->x1, box->y1 }, &x1, &y1);

  return x1 > view->x0 && x0 < view->x1 && y1 > view->y0 && y0 < view->y1;
}

/* Traces what is in sight. A dashed line is traced whole: its dashes would run along it while the
 * map is panned if it began where the picture does. */
static void
trace_line (const View *view, JolCanvas *canvas, const JolWorldLine *line, gboolean is_dashed)
{
  double last_x = 0.0;
  double last_y = 0.0;
  guint last_sides = 0;
  gboolean is_down = FALSE;

  for (guint i = 0; i < line->n_points; i++)
    {
      double x, y;
      guint sides;

      jol_transform_apply (view->transform, &line->points[i], &x, &y);
      sides = is_dashed ? 0 : get_sides (view, x, y);
      if (i > 0 && (sides & last_sides) == 0)
        {
          if (!is_down)
            jol_canvas_move_to (canvas, last_x, last_y);
          jol_canvas_line_to (canvas, x, y);
          is_down = TRUE;
        }
      else
        {
          is_down = FALSE;
        }
      last_x = x;
      last_y = y;
      last_sides = sides;
    }
}

static void
stroke_route (const View *view,
              JolCanvas *canvas,
              const JolSceneRoute *route,
              const JolColor *color,
              double width_px,
              gboolean is_dashed)
{
  const JolStroke stroke = { .color = *color,
                             .width_px = width_px,
                             .cap = is_dashed ? (JolCap) route->cap : JOL_CAP_ROUND,
                             .dash_px = is_dashed ? route->dash_px : NULL,
                             .n_dash = is_dashed ? route->n_dash : 0,
                             .is_rough = !is_dashed };

  for (guint i = 0; i < route->n_lines; i++)
    trace_line (view, canvas, &route->lines[i], stroke.dash_px != NULL);
  jol_canvas_stroke (canvas, &stroke);
}

/* A plan or a building site that has appeared: a glow along all of it would hide that it is none
 * that is there already, so its dots or dashes glow one by one. */
static gboolean
is_beaded (const JolSceneRoute *route)
{
  return route->rim_px > 0.0 && route->dash_px && route->change == JOL_ROUTE_APPEARED &&
         (route->status == JOL_STATUS_PROPOSED || route->status == JOL_STATUS_CONSTRUCTION);
}

/* Under dots it would be a line of its own. */
static void
paint_casing (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  if (route->dash_px && route->cap == JOL_CAP_ROUND && !is_on_top (route) && route->rim_px <= 0.0)
    return;

  stroke_route (view, canvas, route, &route->casing, route->width_px + 2.0 * route->casing_px,
                is_beaded (route));
}

/* Under the lines beside it, which lie nearer than the glow is wide. */
static void
paint_glow (const View *view, JolCanvas *canvas, const JolSceneRoute *route, JolTheme theme)
{
  const JolColor color =
      jol_palette_get (theme, route->is_selected ? JOL_COLOR_SELECTION : JOL_COLOR_HOVER);
  const double glow_px = route->is_selected ? GLOW_PX : HOVER_GLOW_PX;

  stroke_route (view, canvas, route, &color, route->width_px + SWELL_PX + 2.0 * glow_px, FALSE);
}

/* Of what has appeared or changed: under the casings, so that those keep it off the line. */
static void
paint_rim (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  if (route->rim_px > 0.0)
    stroke_route (view, canvas, route, &route->rim,
                  route->width_px + 2.0 * (route->casing_px + route->rim_px), is_beaded (route));
}

/* Crosses at even distances along each line, the first half a distance from its end: at least one.
 * Counted from where the line begins, not the picture, so they stay when the map is panned. */
static void
paint_crosses (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  const JolStroke edge = { .color = route->casing,
                           .width_px = CROSS_PX + 2.0 * route->casing_px,
                           .cap = JOL_CAP_ROUND };
  JolStroke ink = { .color = route->color, .width_px = CROSS_PX, .cap = JOL_CAP_ROUND };

  ink.color.alpha = MIN (1.0, ink.color.alpha * 1.8);
  for (guint i = 0; i < route->n_lines; i++)
    {
      const JolWorldLine *line = &route->lines[i];
      double length_px = 0.0;
      double step_px, next_px, at_px = 0.0;

      for (guint j = 1; j < line->n_points; j++)
        length_px += hypot (line->points[j].x - line->points[j - 1].x,
                            line->points[j].y - line->points[j - 1].y) *
                     view->transform->size_px;
      if (length_px < 2.0 * JOL_CROSS_PX)
        continue;

      step_px = length_px / MAX (1.0, round (length_px / CROSS_STEP_PX));
      next_px = step_px / 2.0;
      for (guint j = 1; j < line->n_points; j++)
        {
          double x0, y0, x1, y1, part_px;

          jol_transform_apply (view->transform, &line->points[j - 1], &x0, &y0);
          jol_transform_apply (view->transform, &line->points[j], &x1, &y1);
          part_px = hypot (x1 - x0, y1 - y0);
          for (; next_px <= at_px + part_px && part_px > 0.0; next_px += step_px)
            {
              const double t = (next_px - at_px) / part_px;
              const double x = x0 + t * (x1 - x0);
              const double y = y0 + t * (y1 - y0);

              if (get_sides (view, x, y) != 0)
                continue;
              jol_symbol_trace_cross (canvas, x, y, JOL_CROSS_PX);
              jol_canvas_stroke (canvas, &edge);
              jol_symbol_trace_cross (canvas, x, y, JOL_CROSS_PX);
              jol_canvas_stroke (canvas, &ink);
            }
          at_px += part_px;
        }
    }
}

static void
paint_bars (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  double dash_px[2];
  const JolStroke stroke = { .color = route->casing,
                             .width_px = jol_style_get_rail_bars (route->width_px, dash_px),
                             .dash_px = dash_px,
                             .n_dash = G_N_ELEMENTS (dash_px) };

  for (guint i = 0; i < route->n_lines; i++)
    trace_line (view, canvas, &route->lines[i], TRUE);
  jol_canvas_stroke (canvas, &stroke);
}

static void
paint_line (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  stroke_route (view, canvas, route, &route->color, route->width_px, TRUE);
  if (route->mode == JOL_MODE_RAIL && !route->dash_px)
    paint_bars (view, canvas, route);
  if (route->change == JOL_ROUTE_ENDED)
    paint_crosses (view, canvas, route);
}

static double
get_arrow_px (const JolSceneRoute *route)
{
  return route->width_px * 0.5 + 2.7;
}

static void
paint_arrow (JolCanvas *canvas, const JolSceneRoute *route, double x, double y, double angle)
{
  const double half_px = get_arrow_px (route);

  /* Its edge first: over the line it would cut it in two. */
  jol_symbol_trace_arrow (canvas, x, y, angle, half_px);
  jol_canvas_stroke (canvas,
                     &(JolStroke){ .color = route->casing, .width_px = 2.0 * route->casing_px });
  jol_symbol_trace_arrow (canvas, x, y, angle, half_px);
  jol_canvas_fill (canvas, &route->color);
}

static void
paint_arrows (const View *view, JolCanvas *canvas, const JolSceneRoute *route)
{
  const double turn = route->direction == JOL_DIRECTION_REVERSE ? G_PI : 0.0;

  for (guint i = 0; i < route->n_arrows; i++)
    {
      double x, y;

      jol_transform_apply (view->transform, &route->arrows[i].at, &x, &y);
      if (get_sides (view, x, y) == 0 &&
          jol_arrow_room_is_free (view->room, &route->arrows[i].at, get_arrow_px (route)))
        paint_arrow (canvas, route, x, y, route->arrows[i].angle + turn);
    }
}

static void
begin_route (JolCanvas *canvas, const JolSceneRoute *route)
{
  g_autofree char *description = g_strjoin (
      " · ", jol_commodity_get_label (route->commodity), jol_mode_get_label (route->mode),
      route->change_words ? route->change_words : jol_status_get_label (route->status), NULL);

  jol_canvas_begin_group (canvas, route->id, route->title, description);
}

static void
paint_on_top (const View *view, JolCanvas *canvas, const JolSceneRoute *shown)
{
  JolSceneRoute route = *shown;

  route.width_px += SWELL_PX;
  begin_route (canvas, &route);
  paint_rim (view, canvas, &route);
  paint_casing (view, canvas, &route);
  paint_line (view, canvas, &route);
  paint_arrows (view, canvas, &route);
  jol_canvas_end_group (canvas);
}

void
jol_paint_routes (const JolScene *scene, JolCanvas *canvas)
{
  g_autoptr (JolArrowRoom) room = jol_arrow_room_new (scene);
  View view = get_view (scene, canvas);
  const JolTheme theme = jol_scene_get_theme (scene);
  guint n_routes;
  const JolSceneRoute *routes = jol_scene_get_routes (scene, &n_routes);

  view.room = room;
  for (guint i = 0; i < n_routes; i++)
    if (is_on_top (&routes[i]) && is_in_view (&view, &routes[i].box))
      paint_glow (&view, canvas, &routes[i], theme);
  for (guint i = 0; i < n_routes; i++)
    if (!is_on_top (&routes[i]) && is_in_view (&view, &routes[i].box))
      paint_rim (&view, canvas, &routes[i]);
  for (guint i = 0; i < n_routes; i++)
    if (!is_on_top (&routes[i]) && is_in_view (&view, &routes[i].box))
      paint_casing (&view, canvas, &routes[i]);
  for (guint i = 0; i < n_routes; i++)
    if (!is_on_top (&routes[i]) && is_in_view (&view, &routes[i].box))
      {
        begin_route (canvas, &routes[i]);
        paint_line (&view, canvas, &routes[i]);
        paint_arrows (&view, canvas, &routes[i]);
        jol_canvas_end_group (canvas);
      }
  for (guint i = 0; i < n_routes; i++)
    if (routes[i].is_hovered && !routes[i].is_selected && is_in_view (&view, &routes[i].box))
      paint_on_top (&view, canvas, &routes[i]);
  for (guint i = 0; i < n_routes; i++)
    if (routes[i].is_selected && is_in_view (&view, &routes[i].box))
      paint_on_top (&view, canvas, &routes[i]);
}
