/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-reader-style.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolReader: the text of a session's story. Mentions select and are highlighted with what is
 * selected or pointed at anywhere; claims open their evidence; the section in view is the session's
 * article, and shows its scene while the session follows the text.
 *
 * CSS node: jolreader. Properties: session.
 *
 * Signals:
 *   claims-wanted (const char *id): a person wants to see all claims, that one above all, or NULL.
 *   link-copied: one to a passage is in the clipboard.
 */
#define JOL_TYPE_READER (jol_reader_get_type ())
G_DECLARE_FINAL_TYPE (JolReader, jol_reader, JOL, READER, GtkWidget)

GtkWidget *jol_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_reader_set_session (JolReader *self, JolSession *session);
JolReaderStyle *jol_reader_get_style (JolReader *self);
/* Opens the bar to find words in the article, and gives it the keys. */
void jol_reader_find (JolReader *self);
/* To the next (@n_steps > 0) or previous place where they stand. */
void jol_reader_find_step (JolReader *self, int n_steps);
/* To the next or previous article of the story, if there is one. */
void jol_reader_step_article (JolReader *self, int n_steps);
void jol_reader_open_contents (JolReader *self);
void jol_reader_open_articles (JolReader *self);

/* Where articles were left, of type JOL_READING_PLACES_TYPE: to be kept for the next start. */
GVariant *jol_reader_dup_places (JolReader *self) G_GNUC_WARN_UNUSED_RESULT;
void jol_reader_set_places (JolReader *self, GVariant *places);

/* Goes @n sections on. FALSE when there is none there. */
gboolean jol_reader_step_section (JolReader *self, int n);
/* Goes to the next (@n 1) or previous (-1) passage that speaks of what is selected, be it in
 * another article. FALSE when there is none. */
gboolean jol_reader_step_passage (JolReader *self, int n);

/* Does at once what a scroll by a person would bring about a moment later: for tests. */
void jol_reader_settle (JolReader *self);

G_END_DECLS
