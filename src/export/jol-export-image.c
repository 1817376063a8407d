/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-ground.h"
#include "jol-export-image.h"
#include "jol-png-writer.h"

#include "jol-canvas-svg.h"
#include "jol-error.h"
#include "jol-svg-write.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <math.h>

#define BUFFER_SIZE (256 * 1024)

typedef struct
{
  JolScene *scene;
  JolExportOptions options;
  JolExportFormat format;
  char *path; /* NULL: only to be rendered */
} ExportJob;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

static void
export_job_free (ExportJob *job)
{
  jol_scene_unref (job->scene);
  g_free (job->path);
  g_free (job);
}

static gboolean
set_cairo_error (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       cairo_status_to_string (status));
  return FALSE;
}

static JolPaintPasses
get_passes (const JolExportOptions *options)
{
  return options->transparent ? options->passes & ~JOL_PASS_BASE : options->passes;
}

static void
paint (const JolScene *scene, JolPaintPasses passes, cairo_t *cr)
{
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_painter_paint (scene, canvas, passes);
}

/* The scene's words, as a file's own. The software's name needs no translation. */
static guint
list_texts (const JolScene *scene, JolPngText texts[4])
{
  texts[0] = (JolPngText){ "Title", jol_scene_get_title (scene) };
  texts[1] = (JolPngText){ "Description", jol_scene_get_description (scene) };
  texts[2] = (JolPngText){ "Source", jol_scene_get_credits (scene) };
  texts[3] = (JolPngText){ "Software", "Jol " VERSION };
  return 4;
}

static cairo_status_t
write_cb (void *stream, const unsigned char *data, unsigned int length)
{
  return g_output_stream_write_all (stream, data, length, NULL, NULL, NULL)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_png (const JolScene *scene,
           const JolExportOptions *options,
           JolExportGround *ground,
           GOutputStream *stream,
           GError **error)
{
  g_autoptr (cairo_surface_t) surface = ground ? jol_export_ground_finish (ground, scene, error)
                                               : jol_export_render (scene, options, error);
  JolPngText texts[4];

  return surface &&
         jol_png_write (surface, options->scale, texts, list_texts (scene, texts), stream, error);
}

/* Dublin Core, as a catalogue reads it, and the box that is shown, in degrees. */
static char *
make_metadata (const JolScene *scene)
{
  const JolBox box = jol_viewport_get_box (
      jol_scene_get_viewport (scene), jol_scene_get_width (scene), jol_scene_get_height (scene));
  g_autoptr (GString) xml = g_string_new (
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n"
      "<dc:format>image/svg+xml</dc:format>\n<dc:creator>Jol " VERSION "</dc:creator>\n");

  jol_svg_append_element (xml, "dc:title", jol_scene_get_title (scene));
  jol_svg_append_element (xml, "dc:description", jol_scene_get_description (scene));
  jol_svg_append_element (xml, "dc:date", jol_scene_get_date_label (scene));
  jol_svg_append_element (xml, "dc:rights", jol_scene_get_credits (scene));
  g_string_append (xml, "<dc:coverage>westlimit=");
  jol_svg_append_number (xml, box.west);
  g_string_append (xml, "; southlimit=");
  jol_svg_append_number (xml, box.south);
  g_string_append (xml, "; eastlimit=");
  jol_svg_append_number (xml, box.east);
  g_string_append (xml, "; northlimit=");
  jol_svg_append_number (xml, box.north);
  g_string_append (xml, "; units=degrees</dc:coverage>\n</rdf:Description>\n</rdf:RDF>\n");

  return g_string_free (g_steal_pointer (&xml), FALSE);
}

static gboolean
write_svg (const JolScene *scene,
           const JolExportOptions *options,
           GOutputStream *stream,
           GError **error)
{
  g_autofree char *metadata = make_metadata (scene);
  const JolSvgHead head = { .title = jol_scene_get_title (scene),
                            .description = jol_scene_get_description (scene),
                            .language = jol_scene_get_language (scene),
                            .metadata = metadata };
  g_autoptr (JolCanvas) canvas =
      jol_canvas_svg_new (jol_scene_get_width (scene), jol_scene_get_height (scene), &head);
  g_autoptr (GBytes) bytes = NULL;

  jol_painter_paint (scene, canvas, get_passes (options));
  bytes = jol_canvas_svg_finish (canvas);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, NULL, error);
}

static gboolean
write_pdf (const JolScene *scene,
           const JolExportOptions *options,
           GOutputStream *stream,
           GError **error)
{
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create_for_stream (
      write_cb, stream, jol_scene_get_width (scene), jol_scene_get_height (scene));
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, jol_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  jol_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jol " VERSION);
  paint (scene, get_passes (options), cr);
  cairo_show_page (cr);
  cairo_surface_finish (surface);

  return set_cairo_error (cairo_status (cr), error) &&
         set_cairo_error (cairo_surface_status (surface), error);
}

/* Closes a half-written file so that the one it was to replace stays: closing while cancelled is
 * what GIO offers for that. */
static void
discard (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_output_stream_close (stream, cancellable, NULL);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ExportJob *job = data;
  GError *error = NULL;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = jol_export_render (job->scene, &job->options, &error);
  if (surface)
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error (task, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ExportJob *job = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (jol_export_write (job->scene, &job->options, job->format, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GTask *
make_task (JolScene *scene,
           const JolExportOptions *options,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ExportJob *job = g_new0 (ExportJob, 1);

  job->scene = jol_scene_ref (scene);
  job->options = *options;
  g_task_set_task_data (task, job, (GDestroyNotify) export_job_free);
  return task;
}

gboolean
jol_export_format_from_path (const char *path, JolExportFormat *format_out)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path, FALSE);

  name = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (name, ".png"))
    *format_out = JOL_EXPORT_PNG;
  else if (g_str_has_suffix (name, ".svg"))
    *format_out = JOL_EXPORT_SVG;
  else if (g_str_has_suffix (name, ".pdf"))
    *format_out = JOL_EXPORT_PDF;
  else
    return FALSE;
  return TRUE;
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
jol_export_render (const JolScene *scene, const JolExportOptions *options, GError **error)
{
  const int width_px = jol_scene_get_width (scene);
  const int height_px = jol_scene_get_height (scene);

  if (!jol_export_check_size (width_px, height_px, options->scale, error))
    return NULL;

  return jol_export_ground_finish (jol_export_ground_new (jol_scene_get_theme (scene),
                                                          jol_scene_get_viewport (scene), width_px,
                                                          height_px, options),
                                   scene, error);
}

gboolean
jol_export_write_on (JolExportGround *ground,
                     const JolScene *scene,
                     const JolExportOptions *options,
                     JolExportFormat format,
                     const char *path,
                     GError **error)
{
  g_autoptr (JolExportGround) owned = ground;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GOutputStream) buffered = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean is_written = FALSE;

  g_return_val_if_fail (scene, FALSE);
  g_return_val_if_fail (options, FALSE);
  g_return_val_if_fail (path, FALSE);

  if (!jol_export_check_size (jol_scene_get_width (scene), jol_scene_get_height (scene),
                              options->scale, error))
    return FALSE;

  /* Opened before anything is painted: what cannot be written is known at once. */
  file = g_file_new_for_path (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &local_error);
  if (stream)
    {
      buffered = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), BUFFER_SIZE);
      if (format == JOL_EXPORT_PDF)
        is_written = write_pdf (scene, options, buffered, &local_error);
      else if (format == JOL_EXPORT_SVG)
        is_written = write_svg (scene, options, buffered, &local_error);
      else
        is_written = write_png (scene, options, g_steal_pointer (&owned), buffered, &local_error);
      is_written = is_written && g_output_stream_flush (buffered, NULL, &local_error);
      if (is_written)
        is_written = g_output_stream_close (buffered, NULL, &local_error);
      else
        discard (buffered);
    }

  if (!is_written)
    g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                 /* Translators: a path, and why it cannot be written */
                 _ ("%s cannot be written: %s"), path, local_error->message);
  return is_written;
}

gboolean
jol_export_write (const JolScene *scene,
                  const JolExportOptions *options,
                  JolExportFormat format,
                  const char *path,
                  GError **error)
{
  return jol_export_write_on (NULL, scene, options, format, path, error);
}

void
jol_export_write_async (JolScene *scene,
                        const JolExportOptions *options,
                        JolExportFormat format,
                        const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = make_task (scene, options, cancellable, callback, user_data);
  ExportJob *job = g_task_get_task_data (task);

  job->format = format;
  job->path = g_strdup (path);
  g_task_set_source_tag (task, jol_export_write_async);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
jol_export_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
jol_export_render_async (JolScene *scene,
                         const JolExportOptions *options,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = make_task (scene, options, cancellable, callback, user_data);

  g_task_set_source_tag (task, jol_export_render_async);
  g_task_run_in_thread (task, render_in_thread);
}

cairo_surface_t *
jol_export_render_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
