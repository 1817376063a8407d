/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-reader-style.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolClaimsPage: all claims of a session's story, with what came of checking each: chips to hide
 * verdicts, an entry to find words, and a list in which each opens to its evidence. It shows where
 * the session's selection is among them, and changes the session only through its verbs.
 *
 * CSS node: jolclaimspage. Properties: session.
 *
 * Signals:
 *   closed: a person has done with it.
 */
#define JOL_TYPE_CLAIMS_PAGE (jol_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimsPage, jol_claims_page, JOL, CLAIMS_PAGE, GtkWidget)

GtkWidget *jol_claims_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_claims_page_set_session (JolClaimsPage *self, JolSession *session);
/* How a person wants to read: size and colours. Once. */
void jol_claims_page_set_style (JolClaimsPage *self, JolReaderStyle *style);

/* Expands a claim and brings it into sight, even if that takes showing all again. What is no claim
 * of the story is ignored. */
void jol_claims_page_reveal (JolClaimsPage *self, const char *id);

G_END_DECLS
