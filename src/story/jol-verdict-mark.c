/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

char *
jol_verdict_mark_format (JolVerdict verdict)
{
  switch (verdict)
    {
    case JOL_VERDICT_SUPPORTED:
      /* Translators: a very small label beside a claim in the text, as are the next four: what
       * came of checking the claim. */
      return g_strconcat ("✓ ", _ ("supported"), NULL);
    case JOL_VERDICT_PARTLY:
      return g_strconcat ("≈ ", _ ("partly"), NULL);
    case JOL_VERDICT_CONTESTED:
      return g_strconcat ("⇄ ", _ ("contested"), NULL);
    case JOL_VERDICT_WRONG:
      return g_strconcat ("✗ ", _ ("wrong"), NULL);
    case JOL_VERDICT_OPINION:
    default:
      /* Translators: keep the quotation marks, of your language: they are the sign. */
      return g_strdup (_ ("“opinion”"));
    }
}
