/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-story.h"

G_BEGIN_DECLS

#define JOL_N_VERDICTS 5

/*
 * JolClaimList: the claims of a story, in its order, as a list model of JolClaim; all of them, or
 * those of some verdicts, or in which some words are found. It knows no widget.
 */
#define JOL_TYPE_CLAIM_LIST (jol_claim_list_get_type ())
G_DECLARE_FINAL_TYPE (JolClaimList, jol_claim_list, JOL, CLAIM_LIST, GObject)

JolClaimList *jol_claim_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows all claims of @story, which may be NULL: it has none. */
void jol_claim_list_set_story (JolClaimList *self, JolStory *story);

/* Of all claims of the story. */
guint jol_claim_list_get_n_total (JolClaimList *self);
guint jol_claim_list_count (JolClaimList *self, JolVerdict verdict);

/* @hidden: the bit 1 << verdict for each that is not listed. @words: all of which a claim must
 * have, in its statement, its note, or the names of what it is about; as for a search, in any
 * alphabet, the last of them perhaps unfinished. */
void jol_claim_list_narrow (JolClaimList *self, guint hidden, const char *words);
gboolean jol_claim_list_is_narrowed (JolClaimList *self);
guint jol_claim_list_get_hidden (JolClaimList *self);

/* Where the claim with that id is listed, or G_MAXUINT. */
guint jol_claim_list_find (JolClaimList *self, const char *id);

G_END_DECLS
