/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-palette.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolClaimDetails: what stands behind a claim, in a column: the note of the checker, how old the
 * evidence is and whether it is thin, the sources, and links to what the claim is about.
 *
 * CSS node: jolclaimdetails.
 *
 * Signals:
 *   source-activated (JolSource, GtkWidget *at): a source was chosen, where it stands.
 */
#define JOL_TYPE_CLAIM_DETAILS (jol_claim_details_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimDetails, jol_claim_details, JOL, CLAIM_DETAILS, GtkWidget)

/* @width_chars: how many letters a line holds, or -1: as many as there is room for. */
GtkWidget *jol_claim_details_new (JolSession *session,
                                  JolClaim *claim,
                                  int width_chars) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one more part at the end, under a caption. */
void jol_claim_details_append_caption (JolClaimDetails *self, const char *text);
void jol_claim_details_append (JolClaimDetails *self, GtkWidget *widget);

/* Pango markup of a verdict's mark: its sign and word, in the verdict's colour. */
char *jol_claim_details_format_verdict (JolVerdict verdict,
                                        JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
