/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-drag.h"

#include <glib/gstdio.h>

#define FOLDER "drag"
#define KEPT_S (60 * 60)
#define FILES_TYPE "text/uri-list"

static const char *const mime_types[] = {
  [JOL_EXPORT_PNG] = "image/png",
  [JOL_EXPORT_SVG] = "image/svg+xml",
  [JOL_EXPORT_PDF] = "application/pdf",
};

struct _JolExportDrag
{
  GdkContentProvider parent_instance;

  JolDocument *document;
  JolExportOptions options;
  JolExportFormat format;
  char *name;

  char *path;         /* once it is asked for */
  gboolean is_whole;  /* and written */
  GPtrArray *waiting; /* of GTask, until it is */
};

typedef struct
{
  char *mime_type;
  GOutputStream *stream;
} Request;

G_DEFINE_FINAL_TYPE (JolExportDrag, jol_export_drag, GDK_TYPE_CONTENT_PROVIDER)

static void
request_free (Request *request)
{
  g_free (request->mime_type);
  g_object_unref (request->stream);
  g_free (request);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

/* Who took one has long copied it. */
static void
remove_old (const char *root)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (root, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && now_s - status.st_mtime > KEPT_S)
        remove_folder (path);
    }
}

/* In a folder of its own, so that its name is whole whatever lies there. */
static char *
make_path (const char *name)
{
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), "jol", FOLDER, NULL);
  g_autofree char *template = g_build_filename (root, "XXXXXX", NULL);

  remove_old (root);
  if (g_mkdir_with_parents (root, 0700) != 0 || !g_mkdtemp_full (template, 0700))
    return NULL;
  return g_build_filename (template, name, NULL);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
give (JolExportDrag *self, GTask *task)
{
  const Request *request = g_task_get_task_data (task);
  g_autoptr (GInputStream) input = NULL;
  GError *error = NULL;

  if (g_str_equal (request->mime_type, FILES_TYPE))
    {
      g_auto (GStrv) files =
          jol_document_list_files (self->document, &self->options, self->format, self->path);
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; files[i]; i++)
        {
          g_autofree char *uri = g_filename_to_uri (files[i], NULL, NULL);

          g_string_append_printf (list, "%s\r\n", uri);
        }
      input =
          g_memory_input_stream_new_from_bytes (g_string_free_to_bytes (g_steal_pointer (&list)));
    }
  else
    {
      g_auto (GStrv) files =
          jol_document_list_files (self->document, &self->options, self->format, self->path);
      g_autoptr (GFile) file = g_file_new_for_path (files[0]);

      input = G_INPUT_STREAM (g_file_read (file, NULL, &error));
    }
  if (!input)
    {
      g_task_return_error (task, error);
      return;
    }

  g_output_stream_splice_async (request->stream, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                                g_task_get_priority (task), g_task_get_cancellable (task),
                                spliced_cb, g_object_ref (task));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportDrag) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->is_whole = jol_document_write_finish (JOL_DOCUMENT (source), result, &error);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (self->is_whole)
        give (self, task);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

static GdkContentFormats *
jol_export_drag_ref_formats (GdkContentProvider *provider)
{
  JolExportDrag *self = JOL_EXPORT_DRAG (provider);
  const char *types[] = { FILES_TYPE, mime_types[self->format] };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
jol_export_drag_write_mime_type_async (GdkContentProvider *provider,
                                       const char *mime_type,
                                       GOutputStream *stream,
                                       int io_priority,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  JolExportDrag *self = JOL_EXPORT_DRAG (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request){ g_strdup (mime_type), g_object_ref (stream) };
  g_task_set_source_tag (task, jol_export_drag_write_mime_type_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_set_priority (task, io_priority);
  if (self->is_whole)
    {
      give (self, task);
      return;
    }
  if (self->waiting)
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      return;
    }

  g_free (self->path);
  self->path = make_path (self->name);
  if (!self->path)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "no folder to write to");
      return;
    }
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  jol_document_write_async (self->document, &self->options, self->format, self->path, NULL, NULL,
                            NULL, written_cb, g_object_ref (self));
}

static gboolean
jol_export_drag_write_mime_type_finish (GdkContentProvider *provider,
                                        GAsyncResult *result,
                                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
jol_export_drag_finalize (GObject *object)
{
  JolExportDrag *self = JOL_EXPORT_DRAG (object);

  g_clear_object (&self->document);
  g_free (self->name);
  g_free (self->path);

  G_OBJECT_CLASS (jol_export_drag_parent_class)->finalize (object);
}

static void
jol_export_drag_class_init (JolExportDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_export_drag_finalize;
  provider_class->ref_formats = jol_export_drag_ref_formats;
  provider_class->write_mime_type_async = jol_export_drag_write_mime_type_async;
  provider_class->write_mime_type_finish = jol_export_drag_write_mime_type_finish;
}

static void
jol_export_drag_init (JolExportDrag *self)
{
}

GdkContentProvider *
jol_export_drag_new (JolDocument *document,
                     const JolExportOptions *options,
                     JolExportFormat format,
                     const char *name)
{
  JolExportDrag *self = g_object_new (JOL_TYPE_EXPORT_DRAG, NULL);

  self->document = g_object_ref (document);
  self->options = *options;
  self->format = format;
  self->name = g_strdup (name);
  return GDK_CONTENT_PROVIDER (self);
}
