/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolCard: what is known of the thing selected, to float over the map: hidden when nothing is. It
 * has a fixed width and the height of its content, and scrolls when it is given less. It aligns
 * itself to the top and start; who holds it may say otherwise.
 *
 * A narrow screen has it as a sheet, with a button to have all of the height.
 *
 * Properties: session; is-expanded, what that button says.
 *
 * Signals:
 *   copied: a reference has been put on the clipboard; for a toast.
 */
#define JOL_TYPE_CARD (jol_card_get_type ())
G_DECLARE_FINAL_TYPE (JolCard, jol_card, JOL, CARD, GtkWidget)

GtkWidget *jol_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_card_set_session (JolCard *self, JolSession *session);

/* Whether it is a sheet; it comes as a low one. */
void jol_card_set_is_sheet (JolCard *self, gboolean is_sheet);
gboolean jol_card_get_is_expanded (JolCard *self);

/* Plain text about the thing shown, with its sources, to the clipboard. */
void jol_card_copy_reference (JolCard *self);

G_END_DECLS
