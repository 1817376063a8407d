/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-ground.h"
#include "jol-export-image.h"
#include "jol-png-writer.h"

#include "jol-error.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  guint page;
  double scale;
} RenderJob;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/* The document's words, as a file's own. The software's name needs no translation. */
static guint
list_texts (JolDocument *document, JolPngText texts[4])
{
  texts[0] = (JolPngText){ "Title", jol_document_get_title (document) };
  texts[1] = (JolPngText){ "Description", jol_document_get_description (document) };
  texts[2] = (JolPngText){ "Source", jol_document_get_credits (document) };
  texts[3] = (JolPngText){ "Software", "Jol " VERSION };
  return 4;
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const RenderJob *job = data;
  GError *error = NULL;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = jol_document_render_page (source, job->page, job->scale, &error);
  if (surface)
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
}

gboolean
jol_export_check_size (double width_px, double height_px, double scale, GError **error)
{
  const double width = round (width_px * scale);
  const double height = round (height_px * scale);

  /* Written so that a NaN does not pass. */
  if (!(scale >= JOL_EXPORT_MIN_SCALE && scale <= JOL_EXPORT_MAX_SCALE))
    {
      g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE,
                   /* Translators: the limits of a factor, such as 0.1 and 8 */
                   _ ("The scale must be between %g and %g"), JOL_EXPORT_MIN_SCALE,
                   JOL_EXPORT_MAX_SCALE);
      return FALSE;
    }
  if (!(width >= 1 && height >= 1))
    {
      g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE,
                           _ ("Width and height must be at least 1 pixel"));
      return FALSE;
    }
  if (!(width <= JOL_EXPORT_MAX_SIDE_PX && height <= JOL_EXPORT_MAX_SIDE_PX &&
        width * height <= JOL_EXPORT_MAX_AREA_PX))
    {
      g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE,
                   /* Translators: width and height of a picture, the longest side there may be,
                    * and millions of pixels */
                   _ ("%.0f × %.0f pixels are too many: a side may have %d, a picture %d million"),
                   width, height, JOL_EXPORT_MAX_SIDE_PX, JOL_EXPORT_MAX_AREA_PX / 1000000);
      return FALSE;
    }
  return TRUE;
}

cairo_surface_t *
jol_document_render_page (JolDocument *self, guint page, double scale, GError **error)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (JolCanvas) canvas = NULL;
  double width, height;
  cairo_status_t status;

  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  jol_document_get_page_size (self, &width, &height);
  if (!jol_export_check_size (width, height, scale, error))
    return NULL;

  surface = cairo_image_surface_create (
      jol_document_is_opaque (self) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
      (int) lround (width * scale), (int) lround (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  canvas = jol_canvas_cairo_new (cr);
  jol_document_draw_page (self, page, canvas);
  cairo_surface_flush (surface);

  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&surface);

  g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       cairo_status_to_string (status));
  return NULL;
}

void
jol_document_render_page_async (JolDocument *self,
                                guint page,
                                double scale,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  RenderJob *job = g_new (RenderJob, 1);

  *job = (RenderJob){ page, scale };
  g_task_set_source_tag (task, jol_document_render_page_async);
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, render_in_thread);
}

cairo_surface_t *
jol_document_render_page_finish (JolDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
jol_export_write_png (JolDocument *document,
                      guint page,
                      const JolExportOptions *options,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (cairo_surface_t) surface =
      options->ground
          ? jol_export_ground_finish (options->ground, jol_document_get_scene (document), error)
          : jol_document_render_page (document, page, options->scale, error);
  /* A point is 1/72 inch, a px 1/96. */
  const double unit_px = jol_document_is_paper (document) ? 96.0 / 72.0 : 1.0;
  JolPngText texts[4];

  return surface && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         jol_png_write (surface, options->scale / unit_px, texts, list_texts (document, texts),
                        stream, error);
}
