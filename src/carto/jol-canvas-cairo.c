/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas of screen, PNG, PDF and print. */
#include "config.h"
#include "jol-canvas.h"

#include <math.h>

#include "jol-lettering.h"

#define JOL_TYPE_CANVAS_CAIRO (jol_canvas_cairo_get_type ())
G_DECLARE_FINAL_TYPE (JolCanvasCairo, jol_canvas_cairo, JOL, CANVAS_CAIRO, JolCanvas)

struct _JolCanvasCairo
{
  JolCanvas parent_instance;

  cairo_t *cr;
  double scale;   /* device px a picture px; 0 on paper, where text stays text */
  GArray *scales; /* of double: outside each place that is open */
};

G_DEFINE_FINAL_TYPE (JolCanvasCairo, jol_canvas_cairo, JOL_TYPE_CANVAS)

static void
set_color (cairo_t *cr, const JolColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_stroke (cairo_t *cr, const JolStroke *stroke)
{
  set_color (cr, &stroke->color);
  cairo_set_line_width (cr, stroke->width_px);
  cairo_set_line_cap (cr,
                      stroke->cap == JOL_CAP_ROUND ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_antialias (cr, stroke->is_rough ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_dash (cr, stroke->dash_px, stroke->dash_px ? (int) stroke->n_dash : 0, 0.0);
}

static double
find_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double x_scale, y_scale;
  cairo_matrix_t matrix;

  switch (cairo_surface_get_type (target))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
      return 0.0;
    default:
      cairo_get_matrix (cr, &matrix);
      cairo_surface_get_device_scale (target, &x_scale, &y_scale);
      return matrix.xx * x_scale;
    }
}

static gboolean
can_stamp (JolCanvasCairo *self)
{
  cairo_matrix_t matrix;

  if (self->scale <= 0.0)
    return FALSE;

  cairo_get_matrix (self->cr, &matrix);

  return fabs (matrix.xy) + fabs (matrix.yx) < 1e-9 && fabs (matrix.xx - matrix.yy) < 1e-9 &&
         matrix.xx > 0.0;
}

static void
draw_lettering (JolCanvasCairo *self, const JolLettering *lettering, double x, double y)
{
  if (can_stamp (self))
    jol_lettering_stamp (lettering, self->cr, x, y, self->scale);
  else
    jol_lettering_draw (lettering, self->cr, x, y);
}

static void
jol_canvas_cairo_begin_group (JolCanvas *canvas,
                              const char *id,
                              const char *title,
                              const char *description)
{
  cairo_save (JOL_CANVAS_CAIRO (canvas)->cr);
}

static void
jol_canvas_cairo_end_group (JolCanvas *canvas)
{
  cairo_restore (JOL_CANVAS_CAIRO (canvas)->cr);
}

/* Other surfaces than PDF's take no notice. */
static void
jol_canvas_cairo_begin_link (JolCanvas *canvas, const char *address)
{
  g_autofree char *escaped = g_strescape (address, NULL);
  g_auto (GStrv) parts = g_strsplit (escaped, "'", -1);
  g_autofree char *quoted = g_strjoinv ("\\'", parts);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", quoted);

  cairo_tag_begin (JOL_CANVAS_CAIRO (canvas)->cr, CAIRO_TAG_LINK, attributes);
}

static void
jol_canvas_cairo_end_link (JolCanvas *canvas)
{
  cairo_tag_end (JOL_CANVAS_CAIRO (canvas)->cr, CAIRO_TAG_LINK);
}

static void
jol_canvas_cairo_clip_rect (JolCanvas *canvas, double x, double y, double width, double height)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;

  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
}

static void
jol_canvas_cairo_begin_place (JolCanvas *canvas, double x, double y, double scale)
{
  JolCanvasCairo *self = JOL_CANVAS_CAIRO (canvas);

  g_array_append_val (self->scales, self->scale);
  self->scale *= scale;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, scale, scale);
}

static void
jol_canvas_cairo_end_place (JolCanvas *canvas)
{
  JolCanvasCairo *self = JOL_CANVAS_CAIRO (canvas);

  g_return_if_fail (self->scales->len > 0);

  cairo_restore (self->cr);
  self->scale = g_array_index (self->scales, double, self->scales->len - 1);
  g_array_set_size (self->scales, self->scales->len - 1);
}

static void
jol_canvas_cairo_move_to (JolCanvas *canvas, double x, double y)
{
  cairo_move_to (JOL_CANVAS_CAIRO (canvas)->cr, x, y);
}

static void
jol_canvas_cairo_line_to (JolCanvas *canvas, double x, double y)
{
  cairo_line_to (JOL_CANVAS_CAIRO (canvas)->cr, x, y);
}

static void
jol_canvas_cairo_curve_to (JolCanvas *canvas,
                           double x1,
                           double y1,
                           double x2,
                           double y2,
                           double x,
                           double y)
{
  cairo_curve_to (JOL_CANVAS_CAIRO (canvas)->cr, x1, y1, x2, y2, x, y);
}

static void
jol_canvas_cairo_arc (JolCanvas *canvas, double x, double y, double radius)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
}

static void
jol_canvas_cairo_close_path (JolCanvas *canvas)
{
  cairo_close_path (JOL_CANVAS_CAIRO (canvas)->cr);
}

static void
jol_canvas_cairo_fill (JolCanvas *canvas, const JolColor *color)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;

  set_color (cr, color);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
}

static void
jol_canvas_cairo_stroke (JolCanvas *canvas, const JolStroke *stroke)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;

  set_stroke (cr, stroke);
  cairo_stroke (cr);
  /* What is filled next is not rough. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
jol_canvas_cairo_fill_stroke (JolCanvas *canvas, const JolColor *color, const JolStroke *stroke)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;

  set_color (cr, color);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (cr);
  set_stroke (cr, stroke);
  cairo_stroke (cr);
  /* What is filled next is not rough. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
jol_canvas_cairo_image (JolCanvas *canvas,
                        cairo_surface_t *surface,
                        double x,
                        double y,
                        double width,
                        double height,
                        double alpha)
{
  cairo_t *cr = JOL_CANVAS_CAIRO (canvas)->cr;
  double x_scale, y_scale;

  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width * x_scale / cairo_image_surface_get_width (surface),
               height * y_scale / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  /* Without this the edge fades into nothing when it is scaled up. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0.0, 0.0, cairo_image_surface_get_width (surface) / x_scale,
                   cairo_image_surface_get_height (surface) / y_scale);
  cairo_clip (cr);
  cairo_paint_with_alpha (cr, alpha);
  cairo_restore (cr);
}

static void
jol_canvas_cairo_text (JolCanvas *canvas,
                       const char *text,
                       const JolFont *font,
                       double x,
                       double y,
                       double angle,
                       JolAnchor anchor)
{
  const JolLettering lettering = { .text = text, .font = font, .angle = angle };

  if (anchor != JOL_ANCHOR_START)
    {
      double back;

      jol_text_measure (text, font, &back, NULL, NULL);
      if (anchor == JOL_ANCHOR_MIDDLE)
        back /= 2.0;
      x -= back * cos (angle);
      y -= back * sin (angle);
    }
  draw_lettering (JOL_CANVAS_CAIRO (canvas), &lettering, x, y);
}

static void
jol_canvas_cairo_text_on_path (JolCanvas *canvas,
                               const char *text,
                               const JolFont *font,
                               const double *xy,
                               guint n_points,
                               double start_px)
{
  const JolLettering lettering = {
    .text = text, .font = font, .xy = xy, .n_points = n_points, .start_px = start_px
  };

  g_return_if_fail (n_points >= 2);

  draw_lettering (JOL_CANVAS_CAIRO (canvas), &lettering, xy[0], xy[1]);
}

static void
jol_canvas_cairo_finalize (GObject *object)
{
  cairo_destroy (JOL_CANVAS_CAIRO (object)->cr);
  g_array_unref (JOL_CANVAS_CAIRO (object)->scales);

  G_OBJECT_CLASS (jol_canvas_cairo_parent_class)->finalize (object);
}

static void
jol_canvas_cairo_class_init (JolCanvasCairoClass *klass)
{
  JolCanvasClass *canvas_class = JOL_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_canvas_cairo_finalize;
  canvas_class->begin_group = jol_canvas_cairo_begin_group;
  canvas_class->end_group = jol_canvas_cairo_end_group;
  canvas_class->begin_link = jol_canvas_cairo_begin_link;
  canvas_class->end_link = jol_canvas_cairo_end_link;
  canvas_class->clip_rect = jol_canvas_cairo_clip_rect;
  canvas_class->begin_place = jol_canvas_cairo_begin_place;
  canvas_class->end_place = jol_canvas_cairo_end_place;
  canvas_class->move_to = jol_canvas_cairo_move_to;
  canvas_class->line_to = jol_canvas_cairo_line_to;
  canvas_class->curve_to = jol_canvas_cairo_curve_to;
  canvas_class->arc = jol_canvas_cairo_arc;
  canvas_class->close_path = jol_canvas_cairo_close_path;
  canvas_class->fill = jol_canvas_cairo_fill;
  canvas_class->stroke = jol_canvas_cairo_stroke;
  canvas_class->fill_stroke = jol_canvas_cairo_fill_stroke;
  canvas_class->image = jol_canvas_cairo_image;
  canvas_class->text = jol_canvas_cairo_text;
  canvas_class->text_on_path = jol_canvas_cairo_text_on_path;
}

static void
jol_canvas_cairo_init (JolCanvasCairo *self)
{
  self->scales = g_array_new (FALSE, FALSE, sizeof (double));
}

JolCanvas *
jol_canvas_cairo_new (cairo_t *cr)
{
  JolCanvasCairo *self = g_object_new (JOL_TYPE_CANVAS_CAIRO, NULL);

  self->cr = cairo_reference (cr);
  self->scale = find_scale (cr);

  return JOL_CANVAS (self);
}

void
jol_canvas_cairo_set_scale (JolCanvas *self, double scale)
{
  g_return_if_fail (JOL_IS_CANVAS_CAIRO (self));
  g_return_if_fail (scale > 0.0);

  JOL_CANVAS_CAIRO (self)->scale = scale;
}

double
jol_canvas_get_scale (JolCanvas *self)
{
  const double scale = JOL_IS_CANVAS_CAIRO (self) ? JOL_CANVAS_CAIRO (self)->scale : 0.0;

  return scale > 0.0 ? scale : 1.0;
}

void
jol_canvas_get_clip (JolCanvas *self,
                     double *x0_out,
                     double *y0_out,
                     double *x1_out,
                     double *y1_out)
{
  if (JOL_IS_CANVAS_CAIRO (self))
    {
      cairo_clip_extents (JOL_CANVAS_CAIRO (self)->cr, x0_out, y0_out, x1_out, y1_out);
      return;
    }

  *x0_out = *y0_out = -INFINITY;
  *x1_out = *y1_out = INFINITY;
}

cairo_t *
jol_canvas_get_cairo (JolCanvas *self)
{
  return JOL_IS_CANVAS_CAIRO (self) ? JOL_CANVAS_CAIRO (self)->cr : NULL;
}
