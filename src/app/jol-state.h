/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-reader-style.h"
#include "jol-session.h"
#include "jol-window-layout.h"

G_BEGIN_DECLS

/*
 * JolState: what is kept from one start to the next, in GSettings. Without the schema installed
 * (a program run from a folder) nothing is kept, and nothing else is different.
 */
#define JOL_TYPE_STATE (jol_state_get_type ())
G_DECLARE_FINAL_TYPE (JolState, jol_state, JOL, STATE, GObject)

JolState *jol_state_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Before the window is shown. */
void jol_state_restore_window (JolState *self, GtkWindow *window, JolWindowLayout *layout);
void jol_state_save_window (JolState *self, GtkWindow *window, JolWindowLayout *layout);

/* How a person reads: restored now, and kept from now on. */
void jol_state_bind_reader_style (JolState *self, JolReaderStyle *style);

/* Where articles were left, as jol_reader_dup_places() has it; NULL when nothing is kept. */
GVariant *jol_state_dup_reading_places (JolState *self) G_GNUC_WARN_UNUSED_RESULT;
void jol_state_save_reading_places (JolState *self, GVariant *places);

/* Whether a person has the map's legend unfolded. */
gboolean jol_state_get_show_legend (JolState *self);
void jol_state_save_show_legend (JolState *self, gboolean show);

/* The story that was open; NULL for the one inside. */
char *jol_state_dup_story (JolState *self) G_GNUC_WARN_UNUSED_RESULT;

/* Once that story is there: date, selection, viewport and the like. What the story no longer has is
 * passed over. */
void jol_state_restore_session (JolState *self, JolSession *session);
void jol_state_save_session (JolState *self, JolSession *session);

/* Whose tiles a person wants over the map, as jol_map_set_online_tiles() has it; NULL for none. */
char *jol_state_dup_online_tiles (JolState *self) G_GNUC_WARN_UNUSED_RESULT;

GSettings *jol_state_get_settings (JolState *self); /* NULL when the schema is not installed */

/* "system", "light" or "dark". */
char *jol_state_dup_theme (JolState *self) G_GNUC_WARN_UNUSED_RESULT;
void jol_state_save_theme (JolState *self, const char *theme);

G_END_DECLS
