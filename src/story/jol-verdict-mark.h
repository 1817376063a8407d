/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-claim.h"

G_BEGIN_DECLS

/* The small mark a claim carries in the text: a sign and a word, so that it is never told by colour
 * alone: "✓ supported". */
char *jol_verdict_mark_format (JolVerdict verdict) G_GNUC_WARN_UNUSED_RESULT;

/* The word alone, to be read aloud. */
const char *jol_verdict_mark_get_word (JolVerdict verdict);

G_END_DECLS
