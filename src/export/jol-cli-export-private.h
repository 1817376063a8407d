/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document-write.h"
#include "jol-paper.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* What "jol export" was asked for, read. */
typedef struct
{
  JolDocumentKind kind;
  const char *path;
  JolExportFormat format;
  JolPaintPasses passes;
  JolExportOptions options;
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

G_END_DECLS
