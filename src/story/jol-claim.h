/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-entity.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_VERDICT_SUPPORTED,
  JOL_VERDICT_PARTLY,
  JOL_VERDICT_CONTESTED,
  JOL_VERDICT_WRONG,
  JOL_VERDICT_OPINION,
} JolVerdict;

/* JolClaim: a statement that was checked. Its title is the statement, its summary the note of the
 * checker. */
#define JOL_TYPE_CLAIM (jol_claim_get_type ())
G_DECLARE_FINAL_TYPE (JolClaim, jol_claim, JOL, CLAIM, JolEntity)

JolVerdict jol_claim_get_verdict (JolClaim *self);
const JolDate *jol_claim_get_date (JolClaim *self);      /* of the evidence; may be unset */
const char *const *jol_claim_get_about (JolClaim *self); /* ids or country codes, never NULL */

const char *jol_verdict_to_string (JolVerdict verdict);
const char *jol_verdict_get_label (JolVerdict verdict);

G_END_DECLS
