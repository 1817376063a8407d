/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebP is written here. WebM is written by a child process, GStreamer's gst-launch-1.0, which gets
 * the frames through a pipe: so Jol needs no GStreamer to build or to run, and a codec that crashes
 * takes nothing with it. The child is told a name without folders, for in its little language a
 * folder's name might mean something.
 */
#include "config.h"

#include "jol-export-animation.h"

#include "jol-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <webp/encode.h>
#include <webp/mux.h>

/* How hard libwebp looks, 0–6. At 2 and more a frame takes thrice the time for a tenth less. */
#define WEBP_METHOD 1

struct _JolAnimation
{
  JolAnimationFormat format;
  JolExportFile *file;
  int width, height;
  double fps;
  guint n_frames;

  WebPAnimEncoder *encoder; /* of a WebP */
  WebPConfig config;

  GSubprocess *process; /* of a WebM */
};

gboolean
jol_animation_is_possible (JolAnimationFormat format, GError **error)
{
  g_autofree char *program = NULL;
  static const char *const elements[] = { "rawvideoparse", "videoconvert", "vp8enc", "webmmux" };

  if (format == JOL_ANIMATION_WEBP)
    return TRUE;

  program = g_find_program_in_path ("gst-launch-1.0");
  if (!program)
    {
      g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                   /* Translators: %s is the name of a package */
                   _ ("A .webm needs GStreamer’s gst-launch-1.0, which is not installed: install "
                      "the package %s; a .webp needs nothing more"),
                   "gstreamer1.0-tools");
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autoptr (GSubprocess) asked =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                            NULL, "gst-inspect-1.0", "--exists", elements[i], NULL);

      if (!asked || !g_subprocess_wait_check (asked, NULL, NULL))
        {
          g_set_error (error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_WRITE,
                       /* Translators: a part of GStreamer, and the name of a package */
                       _ ("A .webm needs GStreamer’s “%1$s”, which is not installed: install the "
                          "package %2$s; a .webp needs nothing more"),
                       elements[i],
                       i < 2 ? "gstreamer1.0-plugins-base" : "gstreamer1.0-plugins-good");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, what);
  return FALSE;
}

static gboolean
begin_webp (JolAnimation *self, GError **error)
{
  WebPAnimEncoderOptions options;

  if (!WebPAnimEncoderOptionsInit (&options) || !WebPConfigInit (&self->config))
    return fail (error, "libwebp is of another version");

  self->config.lossless = 1;
  self->config.method = WEBP_METHOD;
  self->config.thread_level = 1;
  self->encoder = WebPAnimEncoderNew (self->width, self->height, &options);
  return self->encoder || fail (error, "libwebp could not be started");
}

/* The time of a frame, in the milliseconds that a WebP counts in. */
static int
get_time_ms (const JolAnimation *self, guint frame)
{
  return (int) lround (frame * 1000.0 / self->fps);
}

static int
go_on_cb (int percent, const WebPPicture *picture)
{
  return !g_cancellable_is_cancelled (picture->user_data);
}

/* libwebp takes straight alpha, in the same order of bytes as cairo's numbers. */
static void
fill_picture (WebPPicture *picture, cairo_surface_t *surface)
{
  const gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < picture->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      guint32 *out = picture->argb + (gsize) y * (gsize) picture->argb_stride;

      for (int x = 0; x < picture->width; x++)
        {
          const guint32 alpha = has_alpha ? row[x] >> 24 : 255;
          guint32 pixel = alpha << 24;

          for (int shift = 0; alpha && shift < 24; shift += 8)
            pixel |= MIN (((row[x] >> shift & 0xff) * 255 + alpha / 2) / alpha, 255) << shift;
          out[x] = pixel;
        }
    }
}

static gboolean
add_webp (JolAnimation *self, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  gboolean is_added = FALSE;
  WebPPicture picture;

  if (!WebPPictureInit (&picture))
    return fail (error, "libwebp is of another version");

  picture.use_argb = 1;
  picture.width = self->width;
  picture.height = self->height;
  picture.progress_hook = cancellable ? go_on_cb : NULL;
  picture.user_data = cancellable;
  if (WebPPictureAlloc (&picture))
    {
      fill_picture (&picture, surface);
      is_added = WebPAnimEncoderAdd (self->encoder, &picture, get_time_ms (self, self->n_frames),
                                     &self->config);
    }
  WebPPictureFree (&picture);

  return is_added || (!g_cancellable_set_error_if_cancelled (cancellable, error) &&
                      fail (error, WebPAnimEncoderGetError (self->encoder)));
}

static gboolean
finish_webp (JolAnimation *self, GError **error)
{
  gboolean is_written = FALSE;
  WebPData data;

  WebPDataInit (&data);
  /* The end of the last frame. */
  if (WebPAnimEncoderAdd (self->encoder, NULL, get_time_ms (self, self->n_frames), NULL) &&
      WebPAnimEncoderAssemble (self->encoder, &data))
    is_written = g_output_stream_write_all (jol_export_file_get_stream (self->file), data.bytes,
                                            data.size, NULL, NULL, error);
  else
    fail (error, WebPAnimEncoderGetError (self->encoder));
  WebPDataClear (&data);

  return is_written;
}

/* Frames a second as a fraction, to a thousandth. */
static gboolean
begin_webm (JolAnimation *self, GError **error)
{
  const char *draft = jol_export_file_get_draft (self->file);
  g_autofree char *folder = g_path_get_dirname (draft);
  g_autofree char *name = g_path_get_basename (draft);
  g_autofree char *location = g_strconcat ("location=", name, NULL);
  g_autofree char *width = g_strdup_printf ("width=%d", self->width);
  g_autofree char *height = g_strdup_printf ("height=%d", self->height);
  g_autofree char *rate = g_strdup_printf ("framerate=%ld/1000", lround (self->fps * 1000.0));
  const char *const arguments[] = { "gst-launch-1.0",
                                    "-q",
                                    "fdsrc",
                                    "fd=0",
                                    "!",
                                    "rawvideoparse",
                                    G_BYTE_ORDER == G_LITTLE_ENDIAN ? "format=bgrx" : "format=xrgb",
                                    width,
                                    height,
                                    rate,
                                    "!",
                                    "videoconvert",
                                    "!",
                                    "vp8enc",
                                    "end-usage=cq",
                                    "cq-level=6",
                                    "max-quantizer=30",
                                    "target-bitrate=20000000",
                                    "keyframe-max-dist=50",
                                    "deadline=1000000",
                                    "cpu-used=2",
                                    "!",
                                    "webmmux",
                                    "!",
                                    "filesink",
                                    location,
                                    NULL };
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_set_cwd (launcher, folder);
  self->process = g_subprocess_launcher_spawnv (launcher, arguments, error);
  return self->process != NULL;
}

/* What the pipe says, that nobody reads any more, is no help. */
static gboolean
fail_webm (GCancellable *cancellable, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         fail (error, _ ("GStreamer could not write it"));
}

static gboolean
add_webm (JolAnimation *self, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  GOutputStream *pipe = g_subprocess_get_stdin_pipe (self->process);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);

  /* A row of a surface with four bytes a px ends where the next begins. */
  return g_output_stream_write_all (pipe, data, stride * (gsize) self->height, NULL, cancellable,
                                    NULL) ||
         fail_webm (cancellable, error);
}

static gboolean
finish_webm (JolAnimation *self, GCancellable *cancellable, GError **error)
{
  return (g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), cancellable, NULL) &&
          g_subprocess_wait_check (self->process, cancellable, NULL)) ||
         fail_webm (cancellable, error);
}

JolAnimation *
jol_animation_new (JolAnimationFormat format,
                   JolExportFile *file,
                   int width,
                   int height,
                   double fps,
                   GError **error)
{
  g_autoptr (JolAnimation) self = g_new0 (JolAnimation, 1);

  self->format = format;
  self->file = file;
  self->width = width;
  self->height = height;
  self->fps = fps;
  if (!(format == JOL_ANIMATION_WEBP ? begin_webp (self, error) : begin_webm (self, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
jol_animation_free (JolAnimation *self)
{
  g_clear_pointer (&self->encoder, WebPAnimEncoderDelete);
  if (self->process)
    {
      /* Nothing when it has ended. */
      g_subprocess_force_exit (self->process);
      g_subprocess_wait (self->process, NULL, NULL);
    }
  g_clear_object (&self->process);
  g_free (self);
}

gboolean
jol_animation_add (JolAnimation *self,
                   cairo_surface_t *surface,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (cairo_image_surface_get_width (surface) == self->width, FALSE);
  g_return_val_if_fail (cairo_image_surface_get_height (surface) == self->height, FALSE);

  cairo_surface_flush (surface);
  if (!(self->format == JOL_ANIMATION_WEBP ? add_webp (self, surface, cancellable, error)
                                           : add_webm (self, surface, cancellable, error)))
    return FALSE;

  self->n_frames++;
  return TRUE;
}

gboolean
jol_animation_finish (JolAnimation *self, GCancellable *cancellable, GError **error)
{
  return self->format == JOL_ANIMATION_WEBP ? finish_webp (self, error)
                                            : finish_webm (self, cancellable, error);
}
