/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"

G_BEGIN_DECLS

/* What a kind of document says of itself once it is laid out. Every text is copied. */
typedef struct
{
  JolDocumentKind kind;
  const char *title;
  const char *description; /* or NULL */
  const char *language;
  const char *author;     /* or NULL */
  const char *date_label; /* or NULL */
  const char *credits;    /* or NULL */
  JolScene *scene;        /* of a map in the corner, or NULL */
  guint n_pages;
  double width, height;
  gboolean is_paper;
  gboolean is_transparent;
} JolDocumentInfo;

void jol_document_set_info (JolDocument *self, const JolDocumentInfo *info);
void
jol_document_add_entry (JolDocument *self, const char *title, guint level, guint page, double y);

G_END_DECLS
