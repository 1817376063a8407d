/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-ground.h"

#include "jol-error.h"

#include <math.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

struct _JolExportGround
{
  JolTheme theme;
  JolTransform view;
  int width_px, height_px;
  double scale;
  JolPaintPasses passes; /* that are left to paint */
  cairo_surface_t *surface;
  GThread *thread;       /* the land's; NULL: there is none, or it has ended */
  cairo_status_t status; /* the thread's until it has ended */
};

static cairo_t *
begin_painting (cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  return cr;
}

static gpointer
paint_land_in_thread (gpointer data)
{
  JolExportGround *self = data;
  g_autoptr (cairo_t) cr = begin_painting (self->surface, self->scale);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_painter_paint_land (self->theme, &self->view, self->width_px, self->height_px, canvas);
  self->status = cairo_status (cr);
  return NULL;
}

static void
wait_for_land (JolExportGround *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
}

static cairo_status_t
paint (const JolScene *scene, JolPaintPasses passes, cairo_surface_t *surface, double scale)
{
  g_autoptr (cairo_t) cr = begin_painting (surface, scale);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_painter_paint (scene, canvas, passes);
  return cairo_status (cr);
}

/* Text is kept as small images by the thread that has drawn it once, so it is drawn beside the
 * picture. */
static void
prepare_text (JolExportGround *self, const JolScene *scene)
{
  g_autoptr (cairo_surface_t) aside = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);

  paint (scene, self->passes & ~JOL_PASS_ROUTES, aside, self->scale);
}

JolExportGround *
jol_export_ground_new (JolTheme theme,
                       const JolViewport *viewport,
                       int width_px,
                       int height_px,
                       JolPaintPasses passes,
                       double scale)
{
  const gboolean has_land = passes & JOL_PASS_BASE;
  JolExportGround *self = g_new0 (JolExportGround, 1);

  self->theme = theme;
  self->view = jol_transform_new (viewport, width_px, height_px);
  self->width_px = width_px;
  self->height_px = height_px;
  self->scale = scale;
  self->passes = passes & ~JOL_PASS_BASE;
  self->surface = cairo_image_surface_create (has_land ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                              (int) lround (width_px * self->scale),
                                              (int) lround (height_px * self->scale));
  if (has_land)
    self->thread = g_thread_new ("jol-land", paint_land_in_thread, self);

  return self;
}

void
jol_export_ground_free (JolExportGround *self)
{
  wait_for_land (self);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

cairo_surface_t *
jol_export_ground_finish (JolExportGround *self, const JolScene *scene, GError **error)
{
  g_autoptr (JolExportGround) owned = self;

  if (self->thread)
    {
      prepare_text (self, scene);
      wait_for_land (self);
    }
  if (self->status == CAIRO_STATUS_SUCCESS)
    self->status = paint (scene, self->passes, self->surface, self->scale);
  cairo_surface_flush (self->surface);
  if (self->status == CAIRO_STATUS_SUCCESS)
    self->status = cairo_surface_status (self->surface);
  if (self->status == CAIRO_STATUS_SUCCESS)
    return cairo_surface_reference (self->surface);

  g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       cairo_status_to_string (self->status));
  return NULL;
}
