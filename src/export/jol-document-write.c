/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages to files. Every file is opened before anything is drawn, so what cannot be written is known
 * at once, and every file is put in the place of the old one only when all are whole.
 */
#include "config.h"

#include "jol-document-write.h"

#include "jol-canvas-svg.h"
#include "jol-error.h"
#include "jol-export-file.h"
#include "jol-export-ground.h"
#include "jol-svg-write.h"
#include "jol-world-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  JolDocument *document;
  JolExportOptions options;
  JolExportFormat format;
  GCancellable *cancellable;
  JolDocumentProgress progress;
  gpointer progress_data;
  guint n_page_files; /* the rest are world files */
} Writer;

/* How far the page is that is written. */
typedef struct
{
  Writer *writer;
  guint page;
} PageReport;

typedef struct
{
  JolExportOptions options;
  JolExportFormat format;
  char *path;
  JolDocumentProgress progress;
  gpointer progress_data;
} WriteJob;

/* A report on its way to the thread that asked. */
typedef struct
{
  GTask *task;
  double share;
} Report;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

static void
write_job_free (WriteJob *job)
{
  g_clear_pointer (&job->options.ground, jol_export_ground_free);
  g_free (job->path);
  g_free (job);
}

static void
report_free (gpointer data)
{
  g_object_unref (((Report *) data)->task);
  g_free (data);
}

/* What is done of all; FALSE when it is to end here. */
static gboolean
go_on (Writer *writer, guint n_pages_done, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
    return FALSE;
  if (writer->progress)
    writer->progress ((double) n_pages_done / jol_document_get_n_pages (writer->document),
                      writer->progress_data);
  return TRUE;
}

/* Where a PDF goes, and what was in the way: cairo itself knows only that something was. */
typedef struct
{
  GOutputStream *stream;
  GError *error;
} PdfSink;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  PdfSink *sink = data;

  if (sink->error)
    return CAIRO_STATUS_WRITE_ERROR;
  return g_output_stream_write_all (sink->stream, bytes, length, NULL, NULL, &sink->error)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

/* Dublin Core, as a catalogue reads it, and the box that a map shows, in degrees. */
static char *
make_metadata (JolDocument *document)
{
  const JolScene *scene = jol_document_get_scene (document);
  g_autoptr (GString) xml = g_string_new (
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<rdf:Description rdf:about=\"\">\n"
      "<dc:format>image/svg+xml</dc:format>\n<dc:creator>Jol " VERSION "</dc:creator>\n");

  jol_svg_append_element (xml, "dc:title", jol_document_get_title (document));
  jol_svg_append_element (xml, "dc:description", jol_document_get_description (document));
  jol_svg_append_element (xml, "dc:date", jol_document_get_date_label (document));
  jol_svg_append_element (xml, "dc:rights", jol_document_get_credits (document));
  if (scene)
    {
      const JolBox box =
          jol_viewport_get_box (jol_scene_get_viewport (scene), jol_scene_get_width (scene),
                                jol_scene_get_height (scene));

      g_string_append (xml, "<dc:coverage>westlimit=");
      jol_svg_append_number (xml, box.west);
      g_string_append (xml, "; southlimit=");
      jol_svg_append_number (xml, box.south);
      g_string_append (xml, "; eastlimit=");
      jol_svg_append_number (xml, box.east);
      g_string_append (xml, "; northlimit=");
      jol_svg_append_number (xml, box.north);
      g_string_append (xml, "; units=degrees</dc:coverage>\n");
    }
  g_string_append (xml, "</rdf:Description>\n</rdf:RDF>\n");

  return g_string_free (g_steal_pointer (&xml), FALSE);
}

static gboolean
write_svg (Writer *writer, guint page, GOutputStream *stream, GError **error)
{
  JolDocument *document = writer->document;
  g_autofree char *metadata = make_metadata (document);
  const JolSvgHead head = { .title = jol_document_get_title (document),
                            .description = jol_document_get_description (document),
                            .language = jol_document_get_language (document),
                            .metadata = metadata,
                            .is_paper = jol_document_is_paper (document),
                            .scale = writer->options.px };
  g_autoptr (JolCanvas) canvas = NULL;
  g_autoptr (GBytes) bytes = NULL;
  double width, height;

  jol_document_get_page_size (document, &width, &height);
  canvas = jol_canvas_svg_new (width, height, &head);
  jol_document_draw_page (document, page, canvas);
  bytes = jol_canvas_svg_finish (canvas);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, writer->cancellable, error);
}

/* What a reader of PDF shows beside the pages. */
static void
add_outline (JolDocument *document, double points, cairo_surface_t *surface)
{
  const GArray *contents = jol_document_get_contents (document);
  g_autoptr (GArray) parents = g_array_new (FALSE, TRUE, sizeof (int));

  for (guint i = 0; i < contents->len; i++)
    {
      const JolDocumentEntry *entry = &g_array_index (contents, JolDocumentEntry, i);
      g_autofree char *target =
          g_strdup_printf ("page=%u pos=[0 %d]", entry->page + 1, (int) (entry->y * points));
      const guint level = MIN (entry->level, parents->len);
      const int parent =
          level > 0 ? g_array_index (parents, int, level - 1) : CAIRO_PDF_OUTLINE_ROOT;
      const int id = cairo_pdf_surface_add_outline (surface, parent, entry->title, target,
                                                    CAIRO_PDF_OUTLINE_FLAG_OPEN);

      g_array_set_size (parents, level);
      g_array_append_val (parents, id);
    }
}

static gboolean
draw_pdf (Writer *writer, PdfSink *sink, GError **error)
{
  JolDocument *document = writer->document;
  const guint n_pages = jol_document_get_n_pages (document);
  const double points = writer->options.points > 0.0 ? writer->options.points : 1.0;
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  double width, height;
  cairo_status_t status;

  jol_document_get_page_size (document, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, width * points, height * points);
  cr = cairo_create (surface);
  cairo_scale (cr, points, points);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  jol_document_get_title (document));
  if (jol_document_get_author (document))
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    jol_document_get_author (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  jol_document_get_description (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jol " VERSION);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr (JolCanvas) canvas = NULL;

      if (!go_on (writer, page, error))
        return FALSE;
      canvas = jol_canvas_cairo_new (cr);
      jol_document_draw_page (document, page, canvas);
      cairo_show_page (cr);
    }
  add_outline (document, points, surface);
  cairo_surface_finish (surface);

  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       cairo_status_to_string (status));
  return FALSE;
}

static gboolean
write_pdf (Writer *writer, GOutputStream *stream, GError **error)
{
  PdfSink sink = { stream, NULL };
  g_autoptr (GError) local_error = NULL;

  if (draw_pdf (writer, &sink, &local_error) && !sink.error)
    return TRUE;

  if (sink.error)
    g_propagate_error (error, sink.error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Of a page: what it is of all. */
static void
page_progress_cb (double done, gpointer data)
{
  const PageReport *report = data;
  Writer *writer = report->writer;

  if (writer->progress)
    writer->progress ((report->page + done) / jol_document_get_n_pages (writer->document),
                      writer->progress_data);
}

static gboolean
write_picture (Writer *writer, guint page, GOutputStream *stream, GError **error)
{
  JolExportOptions options = writer->options;
  PageReport report = { writer, page };
  const JolProgress progress = { writer->cancellable, page_progress_cb, &report };

  if (!go_on (writer, page, error))
    return FALSE;
  if (writer->format == JOL_EXPORT_SVG)
    return write_svg (writer, page, stream, error);

  writer->options.ground = NULL;
  return jol_export_write_png (writer->document, page, &options, stream, &progress, error);
}

static gboolean
write_world_file (Writer *writer, guint index, GOutputStream *stream, GError **error)
{
  g_autofree char *text = jol_world_file_get_text (jol_document_get_scene (writer->document),
                                                   writer->options.scale, index);

  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
}

static gboolean
write_stream (Writer *writer, guint index, GOutputStream *stream, GError **error)
{
  const gboolean is_written =
      index >= writer->n_page_files
          ? write_world_file (writer, index - writer->n_page_files, stream, error)
      : writer->format == JOL_EXPORT_PDF ? write_pdf (writer, stream, error)
                                         : write_picture (writer, index, stream, error);

  return is_written && g_output_stream_flush (stream, NULL, error);
}

/* Sets @index_out to the file that an error is about. */
static gboolean
write_files (Writer *writer, char **paths, guint *index_out, GError **error)
{
  const guint n_files = g_strv_length (paths);
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jol_export_file_free);
  gboolean is_good = TRUE;

  for (guint i = 0; is_good && i < n_files; i++)
    {
      JolExportFile *file = jol_export_file_new (paths[i], error);

      *index_out = i;
      is_good = file != NULL;
      if (file)
        g_ptr_array_add (files, file);
    }
  for (guint i = 0; is_good && i < n_files; i++)
    {
      JolExportFile *file = g_ptr_array_index (files, i);

      *index_out = i;
      is_good = write_stream (writer, i, jol_export_file_get_stream (file), error) &&
                jol_export_file_close (file, error);
    }
  is_good = is_good && go_on (writer, jol_document_get_n_pages (writer->document), error);
  for (guint i = 0; is_good && i < n_files; i++)
    {
      *index_out = i;
      is_good = jol_export_file_commit (g_ptr_array_index (files, i), error);
    }

  return is_good;
}

static gboolean
report_cb (gpointer data)
{
  const Report *report = data;
  const WriteJob *job = g_task_get_task_data (report->task);

  /* Who has cancelled may be gone. */
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    job->progress (report->share, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double share, gpointer data)
{
  GTask *task = data;
  Report *report = g_new (Report, 1);

  *report = (Report){ g_object_ref (task), share };
  g_main_context_invoke_full (g_task_get_context (task), g_task_get_priority (task), report_cb,
                              report, report_free);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  JolExportOptions options = job->options;
  GError *error = NULL;

  job->options.ground = NULL;
  if (jol_document_write (source, &options, job->format, job->path, cancellable,
                          job->progress ? progress_cb : NULL, task, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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

static guint
count_page_files (JolDocument *self, JolExportFormat format)
{
  return format == JOL_EXPORT_PDF ? 1 : jol_document_get_n_pages (self);
}

/* A picture of many pages is none of one map. */
static gboolean
has_world_files (JolDocument *self, const JolExportOptions *options, JolExportFormat format)
{
  return options->has_world_file && format == JOL_EXPORT_PNG &&
         jol_document_get_n_pages (self) == 1 && jol_document_get_scene (self);
}

char **
jol_document_list_files (JolDocument *self,
                         const JolExportOptions *options,
                         JolExportFormat format,
                         const char *path)
{
  const guint n_files = count_page_files (self, format);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *dot = strrchr (path, '.');
  const int stem = dot ? (int) (dot - path) : (int) strlen (path);

  if (n_files == 1)
    g_strv_builder_add (builder, path);
  else
    for (guint i = 0; i < n_files; i++)
      {
        g_autofree char *name =
            g_strdup_printf ("%.*s-%0*u%s", stem, path, n_files > 99 ? 3 : 2, i + 1, path + stem);

        g_strv_builder_add (builder, name);
      }
  for (guint i = 0; i < JOL_N_WORLD_FILES && has_world_files (self, options, format); i++)
    {
      g_autofree char *beside = jol_world_file_get_path (path, i);

      g_strv_builder_add (builder, beside);
    }

  return g_strv_builder_end (builder);
}

gboolean
jol_document_check_files (JolDocument *self, JolExportFormat format, GError **error)
{
  const guint n_pages = jol_document_get_n_pages (self);

  if (format == JOL_EXPORT_PDF || n_pages <= JOL_EXPORT_MAX_FILES)
    return TRUE;

  g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE,
               /* Translators: how many pages there are */
               ngettext ("%u page is too many for a file each; a PDF holds them all",
                         "%u pages are too many for a file each; a PDF holds them all", n_pages),
               n_pages);
  return FALSE;
}

gboolean
jol_document_write (JolDocument *self,
                    const JolExportOptions *options,
                    JolExportFormat format,
                    const char *path,
                    GCancellable *cancellable,
                    JolDocumentProgress progress,
                    gpointer progress_data,
                    GError **error)
{
  Writer writer = { self, *options, format, cancellable, progress, progress_data, 0 };
  g_auto (GStrv) paths = NULL;
  g_autoptr (GError) local_error = NULL;
  double width, height;
  guint index = 0;
  gboolean is_written = FALSE;

  g_return_val_if_fail (JOL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path, FALSE);

  paths = jol_document_list_files (self, options, format, path);
  writer.n_page_files = count_page_files (self, format);
  jol_document_get_page_size (self, &width, &height);
  if (jol_document_check_files (self, format, error) &&
      jol_export_check_size (width, height, options->scale, error))
    {
      is_written = write_files (&writer, paths, &index, &local_error);
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (!is_written)
        g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                     /* Translators: a path, and why it cannot be written */
                     _ ("%s cannot be written: %s"), paths[index], local_error->message);
    }

  g_clear_pointer (&writer.options.ground, jol_export_ground_free);
  return is_written;
}

void
jol_document_write_async (JolDocument *self,
                          const JolExportOptions *options,
                          JolExportFormat format,
                          const char *path,
                          GCancellable *cancellable,
                          JolDocumentProgress progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  WriteJob *job = g_new (WriteJob, 1);

  *job = (WriteJob){ *options, format, g_strdup (path), progress, progress_data };
  g_task_set_source_tag (task, jol_document_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) write_job_free);
  /* A cancellation that comes after the files are there changes nothing. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
jol_document_write_finish (JolDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
