/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-canvas.h"

/* How far the control points of a quarter circle's Bézier are along its tangents, in radii. */
#define QUARTER_CIRCLE 0.5522847498

G_DEFINE_ABSTRACT_TYPE (JolCanvas, jol_canvas, G_TYPE_OBJECT)

static void
jol_canvas_class_init (JolCanvasClass *klass)
{
}

static void
jol_canvas_init (JolCanvas *self)
{
}

/**
 * jol_canvas_begin_group:
 * @id: (nullable): of the thing that is drawn next; NULL for a group that only clips
 * @title: (nullable): its name for people
 * @description: (nullable): what else is to be said of it
 *
 * What is drawn until the matching jol_canvas_end_group() is one thing. A clip ends with its group.
 */
void
jol_canvas_begin_group (JolCanvas *self, const char *id, const char *title, const char *description)
{
  JOL_CANVAS_GET_CLASS (self)->begin_group (self, id, title, description);
}

void
jol_canvas_end_group (JolCanvas *self)
{
  JOL_CANVAS_GET_CLASS (self)->end_group (self);
}

void
jol_canvas_begin_link (JolCanvas *self, const char *address)
{
  JOL_CANVAS_GET_CLASS (self)->begin_link (self, address);
}

void
jol_canvas_end_link (JolCanvas *self)
{
  JOL_CANVAS_GET_CLASS (self)->end_link (self);
}

void
jol_canvas_clip_rect (JolCanvas *self, double x, double y, double width, double height)
{
  JOL_CANVAS_GET_CLASS (self)->clip_rect (self, x, y, width, height);
}

void
jol_canvas_begin_place (JolCanvas *self, double x, double y, double scale)
{
  g_return_if_fail (scale > 0.0);

  JOL_CANVAS_GET_CLASS (self)->begin_place (self, x, y, scale);
}

void
jol_canvas_end_place (JolCanvas *self)
{
  JOL_CANVAS_GET_CLASS (self)->end_place (self);
}

void
jol_canvas_move_to (JolCanvas *self, double x, double y)
{
  JOL_CANVAS_GET_CLASS (self)->move_to (self, x, y);
}

void
jol_canvas_line_to (JolCanvas *self, double x, double y)
{
  JOL_CANVAS_GET_CLASS (self)->line_to (self, x, y);
}

void
jol_canvas_curve_to (JolCanvas *self,
                     double x1,
                     double y1,
                     double x2,
                     double y2,
                     double x,
                     double y)
{
  JOL_CANVAS_GET_CLASS (self)->curve_to (self, x1, y1, x2, y2, x, y);
}

void
jol_canvas_circle (JolCanvas *self, double x, double y, double radius)
{
  JOL_CANVAS_GET_CLASS (self)->arc (self, x, y, radius);
}

/**
 * jol_canvas_rect:
 * @radius: of the corners; 0 for sharp ones
 */
void
jol_canvas_rect (JolCanvas *self, double x, double y, double width, double height, double radius)
{
  const double r = CLAMP (radius, 0.0, MIN (width, height) / 2.0);
  const double c = r * (1.0 - QUARTER_CIRCLE);
  const double right = x + width;
  const double bottom = y + height;

  jol_canvas_move_to (self, x + r, y);
  jol_canvas_line_to (self, right - r, y);
  if (r > 0.0)
    jol_canvas_curve_to (self, right - c, y, right, y + c, right, y + r);
  jol_canvas_line_to (self, right, bottom - r);
  if (r > 0.0)
    jol_canvas_curve_to (self, right, bottom - c, right - c, bottom, right - r, bottom);
  jol_canvas_line_to (self, x + r, bottom);
  if (r > 0.0)
    jol_canvas_curve_to (self, x + c, bottom, x, bottom - c, x, bottom - r);
  jol_canvas_line_to (self, x, y + r);
  if (r > 0.0)
    jol_canvas_curve_to (self, x, y + c, x + c, y, x + r, y);
  jol_canvas_close_path (self);
}

void
jol_canvas_close_path (JolCanvas *self)
{
  JOL_CANVAS_GET_CLASS (self)->close_path (self);
}

void
jol_canvas_fill (JolCanvas *self, const JolColor *color)
{
  JOL_CANVAS_GET_CLASS (self)->fill (self, color);
}

void
jol_canvas_stroke (JolCanvas *self, const JolStroke *stroke)
{
  JOL_CANVAS_GET_CLASS (self)->stroke (self, stroke);
}

/**
 * jol_canvas_fill_stroke:
 *
 * Fills, then strokes the same path: an SVG writes one element for it.
 */
void
jol_canvas_fill_stroke (JolCanvas *self, const JolColor *color, const JolStroke *stroke)
{
  JOL_CANVAS_GET_CLASS (self)->fill_stroke (self, color, stroke);
}

/**
 * jol_canvas_image:
 * @surface: an image surface; all of it is drawn into the rectangle
 */
void
jol_canvas_image (JolCanvas *self,
                  cairo_surface_t *surface,
                  double x,
                  double y,
                  double width,
                  double height,
                  double alpha)
{
  JOL_CANVAS_GET_CLASS (self)->image (self, surface, x, y, width, height, alpha);
}

void
jol_canvas_text (JolCanvas *self,
                 const char *text,
                 const JolFont *font,
                 double x,
                 double y,
                 double angle,
                 JolAnchor anchor)
{
  JOL_CANVAS_GET_CLASS (self)->text (self, text, font, x, y, angle, anchor);
}

void
jol_canvas_text_on_path (JolCanvas *self,
                         const char *text,
                         const JolFont *font,
                         const double *xy,
                         guint n_points,
                         double start_px)
{
  JOL_CANVAS_GET_CLASS (self)->text_on_path (self, text, font, xy, n_points, start_px);
}
