/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file is written beside its place and moved there when all are whole, as of pages. */
#include "config.h"

#include "jol-export-frames.h"

#include "jol-error.h"
#include "jol-export-animation.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Frames on their way into files. */
typedef struct
{
  JolFramesOptions options;
  char *path;
  GArray *dates;
  guint n_written;
  GPtrArray *files; /* of JolExportFile */
  JolAnimation *animation;
} Reel;

typedef struct
{
  Reel *reel;
  JolFrameFunc func;
  gpointer data;
  JolProgressFunc progress;
  gpointer progress_data;
} Job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

static Reel *
reel_new (const JolFramesOptions *options)
{
  Reel *self = g_new0 (Reel, 1);

  self->options = *options;
  self->path = g_strdup (options->path);
  self->options.path = self->path;
  self->dates = jol_frame_times_list (&options->times);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) jol_export_file_free);
  return self;
}

static void
reel_free (Reel *self)
{
  /* It writes into a file. */
  g_clear_pointer (&self->animation, jol_animation_free);
  g_ptr_array_unref (self->files);
  g_array_unref (self->dates);
  g_free (self->path);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reel, reel_free)

static char *
get_frame_path (const Reel *self)
{
  const gsize stem = strlen (self->path) - strlen (".png");

  return self->options.format == JOL_FRAMES_PNG
             ? g_strdup_printf ("%.*s-%04u%s", (int) stem, self->path, self->n_written + 1,
                                self->path + stem)
             : g_strdup (self->path);
}

static gboolean
write_picture (Reel *self, JolDocument *document, const JolProgress *progress, GError **error)
{
  const JolExportOptions options = { .scale = self->options.scale };
  g_autofree char *path = get_frame_path (self);
  JolExportFile *file = jol_export_file_new (path, error);

  if (!file)
    return FALSE;

  g_ptr_array_add (self->files, file);
  return jol_export_write_png (document, 0, &options, jol_export_file_get_stream (file), progress,
                               error) &&
         jol_export_file_close (file, error);
}

static gboolean
begin_animation (Reel *self, cairo_surface_t *surface, GError **error)
{
  JolExportFile *file = jol_export_file_new (self->path, error);

  if (!file)
    return FALSE;

  g_ptr_array_add (self->files, file);
  self->animation = jol_animation_new (
      self->options.format == JOL_FRAMES_WEBP ? JOL_ANIMATION_WEBP : JOL_ANIMATION_WEBM, file,
      cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
      self->options.fps, error);
  return self->animation != NULL;
}

static gboolean
add_frame (Reel *self, JolDocument *document, const JolProgress *progress, GError **error)
{
  g_autoptr (cairo_surface_t) surface =
      jol_document_render_page (document, 0, self->options.scale, error);

  return surface && (self->animation || begin_animation (self, surface, error)) &&
         jol_animation_add (self->animation, surface, progress->cancellable, error);
}

/* Says which file it is about. */
static gboolean
explain (Reel *self, GError *local_error, GError **error)
{
  g_autofree char *path = get_frame_path (self);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
               /* Translators: a path, and why it cannot be written */
               _ ("%s cannot be written: %s"), path, local_error->message);
  g_error_free (local_error);
  return FALSE;
}

static gboolean
reel_add (Reel *self, JolDocument *document, const JolProgress *progress, GError **error)
{
  GError *local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;
  if (!(self->options.format == JOL_FRAMES_PNG
            ? write_picture (self, document, progress, &local_error)
            : add_frame (self, document, progress, &local_error)))
    return explain (self, local_error, error);

  self->n_written++;
  return TRUE;
}

static gboolean
reel_finish (Reel *self, GCancellable *cancellable, GError **error)
{
  GError *local_error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->animation && !jol_animation_finish (self->animation, cancellable, &local_error))
    return explain (self, local_error, error);
  for (guint i = 0; i < self->files->len; i++)
    {
      self->n_written = i;
      if (!jol_export_file_commit (g_ptr_array_index (self->files, i), &local_error))
        return explain (self, local_error, error);
    }

  return TRUE;
}

gboolean
jol_frames_format_from_path (const char *path, JolFramesFormat *format_out)
{
  static const char *const ends[] = {
    [JOL_FRAMES_PNG] = ".png",
    [JOL_FRAMES_WEBP] = ".webp",
    [JOL_FRAMES_WEBM] = ".webm",
  };
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]))
      {
        *format_out = (JolFramesFormat) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
jol_frames_check (const JolFramesOptions *options, GError **error)
{
  g_autoptr (GArray) dates = jol_frame_times_list (&options->times);

  if (dates->len > JOL_MAX_FRAMES)
    {
      g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE,
                   /* Translators: how many frames there may be */
                   _ ("There may be %d frames at most; a longer step makes fewer"), JOL_MAX_FRAMES);
      return FALSE;
    }
  return options->format != JOL_FRAMES_WEBM ||
         jol_animation_is_possible (JOL_ANIMATION_WEBM, error);
}

gboolean
jol_export_frames (const JolFramesOptions *options,
                   JolFrameFunc func,
                   gpointer data,
                   const JolProgress *progress,
                   GError **error)
{
  const JolProgress inner = { .cancellable = progress ? progress->cancellable : NULL };
  g_autoptr (Reel) reel = NULL;

  if (!jol_frames_check (options, error))
    return FALSE;

  reel = reel_new (options);
  for (guint i = 0; i < reel->dates->len; i++)
    {
      g_autoptr (JolDocument) document = func (&g_array_index (reel->dates, JolDate, i), data);

      if (!reel_add (reel, document, &inner, error))
        return FALSE;
      if (progress && progress->func)
        progress->func ((i + 1.0) / reel->dates->len, progress->data);
    }

  return reel_finish (reel, inner.cancellable, error);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->reel, reel_free);
  g_free (self);
}

/* @task_data is the document; without one the reel is at its end. */
static void
work_in_thread (GTask *task, gpointer source, gpointer document, GCancellable *cancellable)
{
  GTask *whole = source;
  Job *job = g_task_get_task_data (whole);
  const JolProgress inner = { .cancellable = cancellable };
  GError *error = NULL;

  if (document ? reel_add (job->reel, document, &inner, &error)
               : reel_finish (job->reel, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void step (GTask *whole);

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) whole = data;
  Job *job = g_task_get_task_data (whole);
  const gboolean was_last = g_task_get_task_data (G_TASK (result)) == NULL;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Whoever hears of it finds nothing left. */
      g_clear_pointer (&job->reel, reel_free);
      g_task_return_error (whole, error);
      return;
    }
  if (was_last)
    {
      g_task_return_boolean (whole, TRUE);
      return;
    }

  if (job->progress)
    job->progress ((double) job->reel->n_written / job->reel->dates->len, job->progress_data);
  step (whole);
}

static void
step (GTask *whole)
{
  Job *job = g_task_get_task_data (whole);
  const guint frame = job->reel->n_written;
  g_autoptr (GTask) task =
      g_task_new (whole, g_task_get_cancellable (whole), stepped_cb, g_object_ref (whole));

  /* What is written and cannot be called off any more is no cancellation. */
  g_task_set_check_cancellable (task, FALSE);
  if (frame < job->reel->dates->len && !g_cancellable_is_cancelled (g_task_get_cancellable (whole)))
    g_task_set_task_data (task,
                          job->func (&g_array_index (job->reel->dates, JolDate, frame), job->data),
                          g_object_unref);
  g_task_run_in_thread (task, work_in_thread);
}

void
jol_export_frames_async (const JolFramesOptions *options,
                         JolFrameFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         JolProgressFunc progress,
                         gpointer progress_data,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) whole = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;
  Job *job;

  g_task_set_source_tag (whole, jol_export_frames_async);
  g_task_set_check_cancellable (whole, FALSE);
  if (!jol_frames_check (options, &error))
    {
      g_task_return_error (whole, error);
      return;
    }

  job = g_new (Job, 1);
  *job = (Job){ reel_new (options), func, data, progress, progress_data };
  g_task_set_task_data (whole, job, job_free);
  step (whole);
}

gboolean
jol_export_frames_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
