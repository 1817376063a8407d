/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frames of "jol export --frames". */
#include "config.h"

#include "jol-cli-export-private.h"
#include "jol-cli-progress.h"

#include "jol-error.h"
#include "jol-scene-builder.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  const JolCliExport *request;
  JolSession *session;
  JolSceneBuilder *builder;
  JolSceneTarget target;
} Camera;

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE, format, args));
  va_end (args);
  return FALSE;
}

static gboolean
read_positive (const char *text, double *value_out)
{
  char *end = NULL;
  const double value = g_ascii_strtod (text, &end);

  *value_out = value;
  return end != text && !*end && isfinite (value) && value > 0.0;
}

/* The speed by one of the two, or the usual one. */
static gboolean
read_speed (const char *fps, const char *duration, JolFramesOptions *frames, GError **error)
{
  g_autoptr (GArray) dates = jol_frame_times_list (&frames->times);
  double seconds;

  frames->fps = JOL_DEFAULT_FPS;
  if ((fps || duration) && frames->format == JOL_FRAMES_PNG)
    return refuse (error, _ ("%s: numbered pictures have no speed; a .webp has"),
                   fps ? "--fps" : "--duration");
  if (fps && duration)
    return refuse (error, _ ("--fps and --duration are two ways to say the same; choose one"));
  if (fps && !read_positive (fps, &frames->fps))
    return refuse (error, _ ("--fps: “%s” is no number of frames a second"), fps);
  if (duration && !read_positive (duration, &seconds))
    return refuse (error, _ ("--duration: “%s” is no number of seconds"), duration);
  if (duration)
    frames->fps = dates->len / seconds;
  if (frames->fps < JOL_MIN_FPS || frames->fps > JOL_MAX_FPS)
    return refuse (error,
                   /* TRANSLATORS: an option, what was written, and two numbers */
                   _ ("%1$s: “%2$s” is too fast or too slow; between %3$g and %4$g frames a second "
                      "can be shown"),
                   fps ? "--fps" : "--duration", fps ? fps : duration, JOL_MIN_FPS, JOL_MAX_FPS);

  return TRUE;
}

gboolean
jol_cli_read_frames (const char *times,
                     const char *fps,
                     const char *duration,
                     const char *path,
                     JolCliExport *request,
                     GError **error)
{
  JolFramesOptions *frames = &request->frames;
  g_autoptr (GError) local_error = NULL;

  if (!times && (fps || duration))
    return refuse (error, _ ("%s goes with --frames"), fps ? "--fps" : "--duration");
  if (!times)
    return TRUE;

  if (!jol_frame_times_parse (times, &frames->times))
    return refuse (error,
                   _ ("--frames: “%s” is no series of dates; write two dates and a step of years, "
                      "months or days, as in 1991..2025/1y, 2001..2005/6m or 2022-02..2022-04/7d"),
                   times);
  if (!path || !*path)
    return refuse (error, _ ("export to what file? Say -o OUT.png"));
  if (!jol_frames_format_from_path (path, &frames->format))
    return refuse (error,
                   _ ("“%s” cannot hold frames: the name must end in .png for one file each, or in "
                      ".webp or .webm for an animation"),
                   path);
  if (jol_date_is_set (&request->date))
    return refuse (error, _ ("--date and --frames are two ways to say the same; choose one"));
  if (request->options.has_world_file)
    return refuse (error, _ ("--world-file: frames have none; write one of a single picture"));
  if (!read_speed (fps, duration, frames, error))
    return FALSE;

  frames->path = request->path = path;
  request->format = JOL_EXPORT_PNG;
  request->passes |= JOL_PASS_BIG_DATE;
  request->has_frames = TRUE;
  if (jol_frames_check (frames, &local_error))
    return TRUE;
  if (g_error_matches (local_error, JOL_EXPORT_ERROR, JOL_EXPORT_ERROR_SIZE))
    return refuse (error, "--frames: %s", local_error->message);
  /* What is not installed is no fault of the command. */
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
jol_cli_check_frames (const JolCliExport *request, GError **error)
{
  const double side = MAX (request->width, request->height) * request->options.scale;

  if (!request->has_frames)
    return TRUE;
  if (request->kind != JOL_DOCUMENT_MAP)
    return refuse (error, _ ("--frames: only a map can be moved through time"));
  if (request->frames.format != JOL_FRAMES_PNG && side > JOL_MAX_ANIMATION_PX)
    return refuse (error,
                   /* TRANSLATORS: how long the longest side may be */
                   _ ("%.0f pixels are too many for an animation: a side may have %d"), side,
                   JOL_MAX_ANIMATION_PX);
  return TRUE;
}

static JolDocument *
make_frame (const JolDate *date, gpointer data)
{
  Camera *camera = data;
  g_autoptr (JolScene) scene = NULL;

  jol_session_set_date (camera->session, date, JOL_ORIGIN_APP);
  scene = jol_scene_builder_update (camera->builder, camera->session, &camera->target);
  return jol_document_new_map (scene, camera->request->passes);
}

gboolean
jol_cli_write_frames (JolSession *session,
                      const JolSceneTarget *target,
                      const JolCliExport *request,
                      GError **error)
{
  g_autoptr (JolSceneBuilder) builder = jol_scene_builder_new_steady ();
  g_autoptr (JolCliProgress) waiting = jol_cli_progress_new ();
  const JolProgress progress = { jol_cli_progress_get_cancellable (waiting), jol_cli_progress_tell,
                                 waiting };
  JolFramesOptions options = request->frames;
  Camera camera = { request, session, builder, *target };

  options.scale = request->options.scale;
  jol_session_set_viewport (session, &target->viewport, JOL_ORIGIN_APP);
  return jol_export_frames (&options, make_frame, &camera, &progress, error);
}
