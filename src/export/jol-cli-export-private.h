/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document-write.h"
#include "jol-export-frames.h"
#include "jol-paper.h"
#include "jol-scene-builder.h"

G_BEGIN_DECLS

/* What "jol export" was asked for, read. */
typedef struct
{
  JolDocumentKind kind;
  const char *path;
  JolExportFormat format;
  JolPaintPasses passes;
  JolExportOptions options;
  gboolean has_frames;
  JolFramesOptions frames;
  int width;
  int height;
  JolPaper paper; /* for what is pages */
  JolTheme theme;
  const char *language;
  JolDate date;         /* may be unset */
  JolDate compare;      /* may be unset */
  JolSpan span;         /* may be unset */
  const char *select;   /* or NULL */
  JolBox bounds;        /* may be empty */
  JolViewport viewport; /* zoom 0: not given */
} JolCliExport;

/* Lays out and writes it. */
gboolean jol_cli_write_document (JolStory *story, const JolCliExport *request, GError **error);

/* Each option as it was written, or NULL; nothing without @times. */
gboolean jol_cli_read_frames (const char *times,
                              const char *fps,
                              const char *duration,
                              const char *path,
                              JolCliExport *request,
                              GError **error);
/* Once size and kind are known. */
gboolean jol_cli_check_frames (const JolCliExport *request, GError **error);
/* @session shows what the frames show, at any date. */
gboolean jol_cli_write_frames (JolSession *session,
                               const JolSceneTarget *target,
                               const JolCliExport *request,
                               GError **error);

G_END_DECLS
