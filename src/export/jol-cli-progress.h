/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * JolCliProgress: long work on a command line. A person at a terminal sees how far it is, once it
 * has lasted a while; Ctrl+C calls it off in good order, so that nothing half-written stays. One at
 * a time, in the main thread.
 */
typedef struct _JolCliProgress JolCliProgress;

JolCliProgress *jol_cli_progress_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the program as the signal would have that called the work off, if one did. */
void jol_cli_progress_free (JolCliProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCliProgress, jol_cli_progress_free)

GCancellable *jol_cli_progress_get_cancellable (JolCliProgress *self);
/* 0–1; to be called often: a signal is noticed here. */
void jol_cli_progress_tell (double share, gpointer self);

G_END_DECLS
