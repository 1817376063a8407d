/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-session.h"
#include "jol-tint.h"

G_BEGIN_DECLS

/*
 * JolLinkRow: a button that leads to a thing of the story: its mark, its name and a line about it.
 * Pointing at it lights the thing up, and it lights up itself when the thing is pointed at
 * elsewhere.
 */
#define JOL_TYPE_LINK_ROW (jol_link_row_get_type ())
G_DECLARE_FINAL_TYPE (JolLinkRow, jol_link_row, JOL, LINK_ROW, GtkButton)

/* Selects @id. */
GtkWidget *
jol_link_row_new (JolSession *session, const char *id, JolTint tint) G_GNUC_WARN_UNUSED_RESULT;
/* Says @passage, of the session's story, and turns the reader to it. */
GtkWidget *jol_link_row_new_for_passage (JolSession *session,
                                         const JolPassage *passage) G_GNUC_WARN_UNUSED_RESULT;

/* @detail may be NULL. */
void jol_link_row_set_text (JolLinkRow *self, const char *title, const char *detail);

G_END_DECLS
