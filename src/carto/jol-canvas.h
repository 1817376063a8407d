/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/*
 * JolCanvas: the small set of things that painters ask for. It exists because a picture is drawn in
 * two languages: cairo (screen, PNG, PDF, print), and an SVG in which text stays text and features
 * keep their ids. Painters know only this. Coordinates are picture px, y down. A canvas lives for
 * one drawing and in one thread.
 */
#define JOL_TYPE_CANVAS (jol_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (JolCanvas, jol_canvas, JOL, CANVAS, GObject)

typedef enum
{
  JOL_CAP_BUTT,
  JOL_CAP_ROUND,
} JolCap;

typedef struct
{
  JolColor color;
  double width_px;
  JolCap cap;            /* joins are always round */
  const double *dash_px; /* on, off, …; NULL for solid */
  guint n_dash;
  gboolean
      is_rough; /* its edges may be drawn coarsely, in half the time: another line lies on it */
} JolStroke;

typedef enum
{
  JOL_FONT_REGULAR,
  JOL_FONT_BOLD,
  JOL_FONT_ITALIC,
} JolFontStyle;

typedef struct
{
  double size_px;
  JolFontStyle style;
  double spacing_px; /* between letters */
  JolColor color;
  JolColor halo; /* alpha 0: none */
  double halo_px;
} JolFont;

typedef enum
{
  JOL_ANCHOR_START,
  JOL_ANCHOR_MIDDLE,
  JOL_ANCHOR_END,
} JolAnchor;

struct _JolCanvasClass
{
  GObjectClass parent_class;

  void (*begin_group) (JolCanvas *self, const char *id, const char *title, const char *description);
  void (*end_group) (JolCanvas *self);
  void (*begin_link) (JolCanvas *self, const char *address);
  void (*end_link) (JolCanvas *self);
  void (*clip_rect) (JolCanvas *self,
                     double x,
                     double y,
                     double width,
                     double height); /* for the group */
  void (*begin_place) (JolCanvas *self, double x, double y, double scale);
  void (*end_place) (JolCanvas *self);
  void (*move_to) (JolCanvas *self, double x, double y);
  void (*line_to) (JolCanvas *self, double x, double y);
  void (
      *curve_to) (JolCanvas *self, double x1, double y1, double x2, double y2, double x, double y);
  void (*arc) (JolCanvas *self, double x, double y, double radius); /* a whole circle */
  void (*close_path) (JolCanvas *self);
  void (*fill) (JolCanvas *self, const JolColor *color);
  void (*stroke) (JolCanvas *self, const JolStroke *stroke);
  void (*fill_stroke) (JolCanvas *self, const JolColor *color, const JolStroke *stroke);
  void (*image) (JolCanvas *self,
                 cairo_surface_t *surface,
                 double x,
                 double y,
                 double width,
                 double height,
                 double alpha);
  void (*text) (JolCanvas *self,
                const char *text,
                const JolFont *font,
                double x,
                double y,
                double angle,
                JolAnchor anchor);
  void (*text_on_path) (JolCanvas *self,
                        const char *text,
                        const JolFont *font,
                        const double *xy,
                        guint n_points,
                        double start_px);
};

/* A group is one thing of the story: an SVG group with id, title and description, nothing in cairo
 * but save and restore. */
void jol_canvas_begin_group (JolCanvas *self,
                             const char *id,
                             const char *title,
                             const char *description);
void jol_canvas_end_group (JolCanvas *self);
/* What is drawn until the end leads to an address of the web, in PDF and SVG. No link in another.
 */
void jol_canvas_begin_link (JolCanvas *self, const char *address);
void jol_canvas_end_link (JolCanvas *self);
void jol_canvas_clip_rect (JolCanvas *self, double x, double y, double width, double height);
/* A picture in the picture: until the end, what is drawn has its origin there, and its px is
 * @scale of the canvas'. A clip in it ends with it. */
void jol_canvas_begin_place (JolCanvas *self, double x, double y, double scale);
void jol_canvas_end_place (JolCanvas *self);

/* A path is built, then filled (even-odd) or stroked, which empties it. */
void jol_canvas_move_to (JolCanvas *self, double x, double y);
void jol_canvas_line_to (JolCanvas *self, double x, double y);
/* A cubic Bézier by its two control points and its end. */
void jol_canvas_curve_to (JolCanvas *self,
                          double x1,
                          double y1,
                          double x2,
                          double y2,
                          double x,
                          double y);
void jol_canvas_circle (JolCanvas *self, double x, double y, double radius);
void
jol_canvas_rect (JolCanvas *self, double x, double y, double width, double height, double radius);
void jol_canvas_close_path (JolCanvas *self);
void jol_canvas_fill (JolCanvas *self, const JolColor *color);
void jol_canvas_stroke (JolCanvas *self, const JolStroke *stroke);
void jol_canvas_fill_stroke (JolCanvas *self, const JolColor *color, const JolStroke *stroke);

void jol_canvas_image (JolCanvas *self,
                       cairo_surface_t *surface,
                       double x,
                       double y,
                       double width,
                       double height,
                       double alpha);

/* Text stands with its baseline at y; angle in radians, clockwise. */
void jol_canvas_text (JolCanvas *self,
                      const char *text,
                      const JolFont *font,
                      double x,
                      double y,
                      double angle,
                      JolAnchor anchor);
/* Along a polyline (x, y pairs), beginning @start_px from its first point. */
void jol_canvas_text_on_path (JolCanvas *self,
                              const char *text,
                              const JolFont *font,
                              const double *xy,
                              guint n_points,
                              double start_px);

/* Width, ascent and descent of a text in px, as any canvas will draw it. Any thread. */
void jol_text_measure (const char *text,
                       const JolFont *font,
                       double *width_out,
                       double *ascent_out,
                       double *descent_out);

/* On a cairo context whose unit is the picture px. */
JolCanvas *jol_canvas_cairo_new (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;
/* Device px a picture px, for a context that only records (GTK's) and so cannot tell: text is kept
 * as small images, which must be made for the px they end on. */
void jol_canvas_cairo_set_scale (JolCanvas *self, double scale);
/* Device px a picture px, for who spends detail by it; 1 on paper and in an SVG. */
double jol_canvas_get_scale (JolCanvas *self);
/* What of the picture can be seen on the canvas, in its px: all of it, or what a clip or the edges
 * of the surface leave. Who looks need not draw the rest. Everything on a canvas that is not
 * cairo's. */
void jol_canvas_get_clip (JolCanvas *self,
                          double *x0_out,
                          double *y0_out,
                          double *x1_out,
                          double *y1_out);
/* The context, for the base painter's many polygons; NULL for a canvas that is not cairo's. */
cairo_t *jol_canvas_get_cairo (JolCanvas *self);

G_END_DECLS
