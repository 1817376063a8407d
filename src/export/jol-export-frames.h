/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-export-image.h"
#include "jol-span.h"

G_BEGIN_DECLS

#define JOL_MAX_FRAMES 2000
/* A side of an animation, in px: its frames are whole in memory. */
#define JOL_MAX_ANIMATION_PX 4096
#define JOL_MIN_FPS 0.1
#define JOL_MAX_FPS 60.0
#define JOL_DEFAULT_FPS 4.0

/* The dates of frames: each so long after the one before, from the first of a span to no later than
 * its last. */
typedef struct
{
  JolSpan span;
  JolPrecision unit;
  int step; /* units; a week is seven days */
} JolFrameTimes;

/* "1991..2025/1y", "2001-03..2005/6m", "2022-02-24..2022-12/7d". */
gboolean jol_frame_times_parse (const char *text, JolFrameTimes *times_out);
/* Of JolDate, as precise as the finer of step and span. At most one more than JOL_MAX_FRAMES. */
GArray *jol_frame_times_list (const JolFrameTimes *self) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  JOL_FRAMES_PNG, /* numbered: NAME-0001.png … */
  JOL_FRAMES_WEBP,
  JOL_FRAMES_WEBM,
} JolFramesFormat;

gboolean jol_frames_format_from_path (const char *path, JolFramesFormat *format_out);

/* A plain value. */
typedef struct
{
  JolFrameTimes times;
  JolFramesFormat format;
  const char *path;
  double scale; /* px a unit of the page */
  double fps;   /* of an animation */
} JolFramesOptions;

/* What is seen at a date: a document of one page, always of the same size. Main thread. */
typedef JolDocument *(*JolFrameFunc) (const JolDate *date, gpointer data);

/* Whether there are too many, or what it takes is not installed. */
gboolean jol_frames_check (const JolFramesOptions *options, GError **error);

/* Writes them, all or nothing: what was there stays until the last frame is whole. */
gboolean jol_export_frames (const JolFramesOptions *options,
                            JolFrameFunc func,
                            gpointer data,
                            const JolProgress *progress,
                            GError **error);

/* The same in a thread, but for @func and @progress, which are called in the one that asks. */
void jol_export_frames_async (const JolFramesOptions *options,
                              JolFrameFunc func,
                              gpointer data,
                              GCancellable *cancellable,
                              JolProgressFunc progress,
                              gpointer progress_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean jol_export_frames_finish (GAsyncResult *result, GError **error);

G_END_DECLS
