/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "jol-reader-style.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolWindow: the one window of Jol. It owns the session and the player's clock, and puts the views
 * around them; the views know only the session.
 *
 * Properties: theme ("system", "light" or "dark"), show-timeline, show-reader (what is seen now).
 */
#define JOL_TYPE_WINDOW (jol_window_get_type ())
G_DECLARE_FINAL_TYPE (JolWindow, jol_window, JOL, WINDOW, AdwApplicationWindow)

JolWindow *jol_window_new (AdwApplication *application);
JolSession *jol_window_get_session (JolWindow *self);

/* Shows the story, and all else, that was seen last. */
void jol_window_restore (JolWindow *self);

/*
 * Opens a story: a path, a file: or resource: URI, or a link "jol:…". What cannot be opened is
 * told, and what is open stays. The newest wish wins.
 */
void jol_window_open (JolWindow *self, const char *uri);
/* Whether a story is being read. */
gboolean jol_window_is_opening (JolWindow *self);

const char *jol_window_get_theme (JolWindow *self);
gboolean jol_window_set_theme (JolWindow *self, const char *theme); /* FALSE: no such theme */
JolReaderStyle *jol_window_get_reader_style (JolWindow *self);

void jol_window_toast (JolWindow *self, const char *message);

/* Keeps what is seen for the next start. */
void jol_window_save (JolWindow *self);

G_END_DECLS
