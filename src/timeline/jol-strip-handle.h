/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_STRIP_PART_WHOLE,
  JOL_STRIP_PART_START,
  JOL_STRIP_PART_END,
} JolStripPart;
#define JOL_N_STRIP_PARTS 3

/*
 * JolStripHandle: an end of the session's span, or all of it, as a slider for keys and for screen
 * readers. It draws nothing: the chart does, and takes the pointer.
 *
 * Keys: Left and Right move by a month, with Shift by a year; Home and End go to the ends of the
 * story's time; Delete removes the span.
 *
 * CSS node: jolstriphandle.
 */
#define JOL_TYPE_STRIP_HANDLE (jol_strip_handle_get_type ())
G_DECLARE_FINAL_TYPE (JolStripHandle, jol_strip_handle, JOL, STRIP_HANDLE, GtkWidget)

GtkWidget *jol_strip_handle_new (JolStripPart part) G_GNUC_WARN_UNUSED_RESULT;
/* Brings what is spoken up to date; @session may be NULL. */
void jol_strip_handle_update (JolStripHandle *self, JolSession *session);

/* @span with a part of it moved by @n units and kept inside @time; no end passes the other. */
JolSpan jol_strip_span_move (const JolSpan *span,
                             JolStripPart part,
                             JolPrecision unit,
                             int n,
                             const JolSpan *time);

G_END_DECLS
