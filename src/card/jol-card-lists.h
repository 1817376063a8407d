/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-card-page.h"

G_BEGIN_DECLS

/* Sections that pages of several kinds have. Each is left out when there is nothing in it. */
void jol_card_lists_add_events (JolCardPage *page);   /* about the page's thing */
void jol_card_lists_add_claims (JolCardPage *page);   /* about it */
void jol_card_lists_add_passages (JolCardPage *page); /* that mention it */
void jol_card_lists_add_sources (JolCardPage *page);  /* of the page */

G_END_DECLS
