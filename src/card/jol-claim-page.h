/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* JolClaimPage: what is shown of a claim. */
#define JOL_TYPE_CLAIM_PAGE (jol_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimPage, jol_claim_page, JOL, CLAIM_PAGE, JolCardPage)

GtkWidget *jol_claim_page_new (JolSession *session, JolClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
