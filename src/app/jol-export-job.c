/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-job.h"

#include "jol-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* How frames are to be written; FALSE when they cannot be. */
static gboolean
read_frames (JolExportForm *form,
             const JolPictureView *view,
             const JolExportOptions *page,
             const char *path,
             JolFramesOptions *options,
             GError **error)
{
  const JolExportChoice *choice = jol_export_form_get_choice (form);
  const JolExportExtent extent =
      jol_export_choice_measure (choice, view->map_width_px, view->map_height_px);
  const int side_px = MAX (extent.width_px, extent.height_px);
  const char *reason = NULL;

  *options = (JolFramesOptions){
    .format = choice->frames, .path = path, .scale = page->scale, .fps = choice->fps
  };
  if (choice->kind != JOL_DOCUMENT_MAP)
    reason = _ ("Only a map can be moved through time. Choose it as content.");
  else if (!jol_export_form_get_times (form, &options->times))
    reason = _ ("Write two dates, the earlier first, as in 1991, 2001-10 or 2001-10-13.");
  else if (choice->frames != JOL_FRAMES_PNG && side_px > JOL_MAX_ANIMATION_PX)
    reason = _ ("That is too large for an animation. Choose a smaller size.");
  if (reason)
    {
      g_set_error_literal (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE, reason);
      return FALSE;
    }

  return jol_frames_check (options, error);
}

static void
frames_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (jol_export_frames_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
pages_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (jol_document_write_finish (JOL_DOCUMENT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gboolean
jol_export_job_check (JolExportForm *form,
                      const JolPictureView *view,
                      const JolExportOptions *options,
                      GError **error)
{
  JolFramesOptions frames;

  return !jol_export_form_get_choice (form)->has_frames ||
         read_frames (form, view, options, NULL, &frames, error);
}

char **
jol_export_job_list_files (JolExportForm *form,
                           JolDocument *document,
                           const JolExportOptions *options,
                           const char *path)
{
  const JolExportChoice *choice = jol_export_form_get_choice (form);
  JolExportFormat format = choice->format;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GArray) dates = NULL;
  JolFrameTimes times;

  if (!choice->has_frames)
    {
      jol_export_format_from_path (path, &format);
      return jol_document_list_files (document, options, format, path);
    }

  builder = g_strv_builder_new ();
  if (choice->frames != JOL_FRAMES_PNG)
    g_strv_builder_add (builder, path);
  else if (jol_export_form_get_times (form, &times))
    dates = jol_frame_times_list (&times);
  for (guint i = 0; dates && i < dates->len; i++)
    {
      const int stem = (int) (strlen (path) - strlen (".png"));
      g_autofree char *name = g_strdup_printf ("%.*s-%04u%s", stem, path, i + 1, path + stem);

      g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

void
jol_export_job_write_async (const JolExportJob *job,
                            GCancellable *cancellable,
                            JolDocumentProgress progress,
                            gpointer progress_data,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const JolExportChoice *choice = jol_export_form_get_choice (job->form);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  JolExportFormat format = choice->format;
  JolFramesOptions options;
  JolPictureCamera *camera;
  GError *error = NULL;

  g_task_set_source_tag (task, jol_export_job_write_async);
  /* A cancellation that comes after the files are there changes nothing. */
  g_task_set_check_cancellable (task, FALSE);
  if (!choice->has_frames)
    {
      jol_export_format_from_path (job->path, &format);
      jol_document_write_async (job->document, job->options, format, job->path, cancellable,
                                progress, progress_data, pages_written_cb, g_object_ref (task));
      return;
    }
  if (!read_frames (job->form, job->view, job->options, job->path, &options, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  camera = jol_picture_camera_new (job->session, choice, job->view);
  g_task_set_task_data (task, camera, (GDestroyNotify) jol_picture_camera_free);
  jol_export_frames_async (&options, jol_picture_camera_take, camera, cancellable, progress,
                           progress_data, frames_written_cb, g_object_ref (task));
}

gboolean
jol_export_job_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
