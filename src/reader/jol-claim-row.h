/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-palette.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolClaimRow: a claim in a list: its verdict and statement on a button, and, while it is expanded,
 * what stands behind it and the passages in which it is made.
 *
 * CSS node: jolclaimrow, with .expanded, and .selected while it is the session's selection.
 *
 * Signals:
 *   toggled: a person wants it expanded, or not any more.
 *   source-activated (JolSource, GtkWidget *at): a source was chosen, where it stands.
 */
#define JOL_TYPE_CLAIM_ROW (jol_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimRow, jol_claim_row, JOL, CLAIM_ROW, GtkWidget)

GtkWidget *jol_claim_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A row goes on to another claim, not expanded; NULL ends that. @claim is of the session's story.
 */
void jol_claim_row_set_claim (JolClaimRow *self, JolSession *session, JolClaim *claim);
JolClaim *jol_claim_row_get_claim (JolClaimRow *self); /* or NULL */

void jol_claim_row_set_expanded (JolClaimRow *self, gboolean is_expanded);
void jol_claim_row_set_selected (JolClaimRow *self, gboolean is_selected);
void jol_claim_row_set_theme (JolClaimRow *self, JolTheme theme);

G_END_DECLS
