/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolClaim, jol_claim, JOL_TYPE_ENTITY)

static void
jol_claim_finalize (GObject *object)
{
  g_strfreev (JOL_CLAIM (object)->about);

  G_OBJECT_CLASS (jol_claim_parent_class)->finalize (object);
}

static void
jol_claim_class_init (JolClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_claim_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_CLAIM;
}

static void
jol_claim_init (JolClaim *self)
{
}

JolVerdict
jol_claim_get_verdict (JolClaim *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM (self), JOL_VERDICT_OPINION);

  return self->verdict;
}

const JolDate *
jol_claim_get_date (JolClaim *self)
{
  g_return_val_if_fail (JOL_IS_CLAIM (self), NULL);

  return &self->date;
}

const char *const *
jol_claim_get_about (JolClaim *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (JOL_IS_CLAIM (self), none);

  return self->about ? (const char *const *) self->about : none;
}
