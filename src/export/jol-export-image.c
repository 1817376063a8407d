/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-ground.h"
#include "jol-export-image.h"
#include "jol-png-writer.h"

#include "jol-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

typedef struct
{
  guint page;
  double scale;
} RenderJob;

/* A page that is drawn all at once. */
typedef struct
{
  JolDocument *document;
  guint page;
  double scale;
} Drawing;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/* What a file says of itself, beside its picture. The date is that of what is shown: no clock makes
 * two files of one view differ. */
#define N_TEXTS 8

typedef struct
{
  JolPngText texts[N_TEXTS];
  char *rights;
  char *date;
  char *bounds;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->rights);
  g_free (self->date);
  g_free (self->bounds);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static char *
format_bounds (const JolScene *scene)
{
  const JolBox box = jol_viewport_get_box (
      jol_scene_get_viewport (scene), jol_scene_get_width (scene), jol_scene_get_height (scene));
  const double sides[] = { box.west, box.south, box.east, box.north };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                              g_ascii_formatd (number, sizeof number, "%.6f", sides[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Keywords of the PNG specification where it has one; the others are as in the options of the
 * command that makes the same picture again. */
static void
list_words (JolDocument *document, Words *words_out)
{
  const JolScene *scene = jol_document_get_scene (document);
  const char *language = jol_document_get_language (document);

  *words_out = (Words){ 0 };
  if (scene && jol_date_is_set (jol_scene_get_date (scene)))
    words_out->date = jol_date_to_iso (jol_scene_get_date (scene));
  if (scene)
    {
      words_out->bounds = format_bounds (scene);
      words_out->rights = g_strjoin (" ", jol_document_get_credits (document),
                                     _ ("The base map is in the public domain."), NULL);
    }

  memcpy (
      words_out->texts,
      (JolPngText[N_TEXTS]){
          { "Title", jol_document_get_title (document), language },
          { "Description", jol_document_get_description (document), language },
          { "Author", jol_document_get_author (document), language },
          { "Copyright",
            words_out->rights ? words_out->rights : jol_document_get_credits (document), language },
          { "Creation Time", words_out->date, NULL },
          { "Bounds", words_out->bounds, NULL },
          { "Story", scene ? jol_scene_get_story_id (scene) : NULL, NULL },
          { "Software", "Jol " VERSION, NULL },
      },
      sizeof words_out->texts);
}

static void
draw_band (cairo_t *cr, const JolBand *band, gpointer data)
{
  const Drawing *drawing = data;
  g_autoptr (JolCanvas) canvas = NULL;

  cairo_scale (cr, drawing->scale, drawing->scale);
  canvas = jol_canvas_cairo_new (cr);
  jol_document_draw_page (drawing->document, drawing->page, canvas);
}

static cairo_format_t
get_format (JolDocument *document)
{
  return jol_document_is_opaque (document) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
}

static void
measure (JolDocument *document, double scale, int *width_out, int *height_out)
{
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  *width_out = (int) lround (width * scale);
  *height_out = (int) lround (height * scale);
}

/* A map's land is painted beside the rest, and by several threads; any other page is drawn by this
 * one. Takes @ground, or NULL. */
static gboolean
paint_page (JolDocument *document,
            guint page,
            double scale,
            JolExportGround *ground,
            const JolBandSink *sink,
            gpointer sink_data,
            const JolProgress *progress,
            GError **error)
{
  static const JolBandLayers layers = { .top = draw_band };
  const JolScene *scene = jol_document_get_scene (document);
  g_autoptr (JolBandPainter) painter = NULL;
  Drawing drawing = { document, page, scale };
  JolPaintPasses passes;
  int width, height;

  if (!ground && jol_document_get_map_passes (document, &passes))
    ground = jol_export_ground_new (jol_scene_get_theme (scene), jol_scene_get_viewport (scene),
                                    jol_scene_get_width (scene), jol_scene_get_height (scene),
                                    passes, scale);
  if (ground)
    {
      const gboolean is_painted =
          jol_export_ground_paint (ground, scene, sink, sink_data, progress, error);

      jol_export_ground_free (ground);
      return is_painted;
    }

  measure (document, scale, &width, &height);
  painter = jol_band_painter_new (get_format (document), width, height, &layers, &drawing);
  return jol_band_painter_run (painter, sink, sink_data, progress, error);
}

static gpointer
copy_band (cairo_surface_t *surface, const JolBand *band, gpointer data, GError **error)
{
  cairo_surface_t *whole = data;
  const gsize stride = (gsize) cairo_image_surface_get_stride (whole);

  memcpy (cairo_image_surface_get_data (whole) + (gsize) band->y * stride,
          cairo_image_surface_get_data (surface), (gsize) band->n_rows * stride);
  return whole;
}

static gboolean
take_copy (gpointer packed, const JolBand *band, gpointer data, GError **error)
{
  return TRUE;
}

/* A copy is not by itself. */
static void
leave_copy (gpointer packed)
{
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
  static const JolBandSink sink = { copy_band, take_copy, leave_copy };
  g_autoptr (cairo_surface_t) surface = NULL;
  double width_px, height_px;
  int width, height;
  cairo_status_t status;

  g_return_val_if_fail (JOL_IS_DOCUMENT (self), NULL);

  jol_document_get_page_size (self, &width_px, &height_px);
  if (!jol_export_check_size (width_px, height_px, scale, error))
    return NULL;

  measure (self, scale, &width, &height);
  surface = cairo_image_surface_create (get_format (self), width, height);
  status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                           cairo_status_to_string (status));
      return NULL;
    }

  cairo_surface_flush (surface);
  if (!paint_page (self, page, scale, NULL, &sink, surface, NULL, error))
    return NULL;

  cairo_surface_mark_dirty (surface);
  return g_steal_pointer (&surface);
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
                      const JolProgress *progress,
                      GError **error)
{
  g_autoptr (JolExportGround) ground = options->ground;
  /* A point is 1/72 inch, a px 1/96. */
  const double units_per_metre = (jol_document_is_paper (document) ? 72.0 : 96.0) / 0.0254;
  g_autoptr (JolPngWriter) writer = NULL;
  g_auto (Words) words;
  int width, height;

  list_words (document, &words);
  measure (document, options->scale, &width, &height);
  writer =
      jol_png_writer_new (get_format (document), width, height, units_per_metre * options->scale,
                          words.texts, N_TEXTS, stream, error);

  return writer && paint_page (document, page, options->scale, g_steal_pointer (&ground),
                               &jol_png_band_sink, writer, progress, error);
}
