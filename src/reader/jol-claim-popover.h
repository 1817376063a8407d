/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolClaimPopover: opens the evidence behind a claim of the text: the statement, what came of
 * checking it, why, the sources, and links to what it is about.
 *
 * CSS node: popover.claim.
 *
 * Signals:
 *   source-activated (JolSource): a source was chosen; the popover has closed.
 *   all-wanted (const char *id): a person wants to see all claims, beginning with this one;
 * likewise.
 */
#define JOL_TYPE_CLAIM_POPOVER (jol_claim_popover_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimPopover, jol_claim_popover, JOL, CLAIM_POPOVER, GtkPopover)

GtkWidget *jol_claim_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @claim: of the session's story. */
void jol_claim_popover_show (JolClaimPopover *self, JolSession *session, JolClaim *claim);

G_END_DECLS
