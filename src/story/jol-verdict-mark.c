/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

const char *
jol_verdict_mark_get_word (JolVerdict verdict)
{
  switch (verdict)
    {
    case JOL_VERDICT_SUPPORTED:
      /* Translators: a very small label beside a claim in the text, as are the next four: what
       * came of checking the claim. */
      return _ ("supported");
    case JOL_VERDICT_PARTLY:
      return _ ("partly");
    case JOL_VERDICT_CONTESTED:
      return _ ("contested");
    case JOL_VERDICT_WRONG:
      return _ ("wrong");
    case JOL_VERDICT_OPINION:
    default:
      return _ ("opinion");
    }
}

char *
jol_verdict_mark_format (JolVerdict verdict)
{
  static const char *const signs[] = {
    [JOL_VERDICT_SUPPORTED] = "✓ ",
    [JOL_VERDICT_PARTLY] = "≈ ",
    [JOL_VERDICT_CONTESTED] = "⇄ ",
    [JOL_VERDICT_WRONG] = "✗ ",
  };

  if (verdict == JOL_VERDICT_OPINION)
    /* Translators: keep the quotation marks, of your language: they are the sign. */
    return g_strdup (_ ("“opinion”"));
  return g_strconcat (signs[verdict], jol_verdict_mark_get_word (verdict), NULL);
}
