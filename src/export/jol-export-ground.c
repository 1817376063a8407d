/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-ground.h"

#include <math.h>

struct _JolExportGround
{
  JolTheme theme;
  JolTransform view;
  double width_px,
      height_px; /* to the last px of the device, also where the scene has half of it */
  JolPaintPasses passes;
  double scale;
  const JolScene *scene; /* once it is painted on */
  JolBandPainter *painter;
};

static JolCanvas *
make_canvas (const JolExportGround *self, cairo_t *cr)
{
  cairo_scale (cr, self->scale, self->scale);
  return jol_canvas_cairo_new (cr);
}

static void
paint_land (cairo_t *cr, const JolBand *band, gpointer data)
{
  const JolExportGround *self = data;
  g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

  if (self->passes & JOL_PASS_BASE)
    jol_painter_paint_land (self->theme, &self->view, self->width_px, self->height_px, canvas);
}

static void
paint_lines (cairo_t *cr, const JolBand *band, gpointer data)
{
  const JolExportGround *self = data;
  g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

  jol_painter_paint (self->scene, canvas, self->passes & JOL_PASS_LINES);
}

static void
paint_text (cairo_t *cr, const JolBand *band, gpointer data)
{
  const JolExportGround *self = data;
  g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

  JolPaintPasses passes = self->passes & ~(JOL_PASS_BASE | JOL_PASS_LINES);

  if (self->passes & JOL_PASS_BASE)
    passes |= JOL_PASS_OVER_BASE;
  jol_painter_paint (self->scene, canvas, passes);
}

JolExportGround *
jol_export_ground_new (JolTheme theme,
                       const JolViewport *viewport,
                       int width_px,
                       int height_px,
                       JolPaintPasses passes,
                       double scale)
{
  static const JolBandLayers layers = { paint_land, paint_lines, paint_text };
  const gboolean has_land = (passes & JOL_PASS_BASE) != 0;
  const int width = (int) lround (width_px * scale);
  const int height = (int) lround (height_px * scale);
  JolExportGround *self = g_new0 (JolExportGround, 1);

  self->theme = theme;
  self->view = jol_transform_new (viewport, width_px, height_px);
  self->width_px = width / scale;
  self->height_px = height / scale;
  self->passes = passes;
  self->scale = scale;
  self->painter = jol_band_painter_new (has_land ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width,
                                        height, &layers, self);

  return self;
}

void
jol_export_ground_free (JolExportGround *self)
{
  jol_band_painter_free (self->painter);
  g_free (self);
}

gboolean
jol_export_ground_paint (JolExportGround *self,
                         const JolScene *scene,
                         const JolBandSink *sink,
                         gpointer sink_data,
                         const JolProgress *progress,
                         GError **error)
{
  self->scene = scene;
  return jol_band_painter_run (self->painter, sink, sink_data, progress, error);
}
