/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-filter.h"

gboolean
jol_filter_hides (JolFilter self, JolEventKind kind)
{
  return (self & (1u << kind)) != 0;
}

JolFilter
jol_filter_toggle (JolFilter self, JolEventKind kind)
{
  return self ^ (1u << kind);
}

/**
 * jol_filter_parse:
 * @text: words of event kinds with commas between, spaces allowed; "" hides none
 *
 * Returns: FALSE, and @filter_out as it was, when a word is not a kind
 */
gboolean
jol_filter_parse (const char *text, JolFilter *filter_out)
{
  g_auto (GStrv) words = NULL;
  JolFilter filter = 0;

  g_return_val_if_fail (text, FALSE);

  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i]; i++)
    {
      const char *word = g_strstrip (words[i]);
      JolEventKind kind;

      if (*word == '\0' && !words[1])
        break;
      if (!jol_event_kind_from_string (word, &kind))
        return FALSE;

      filter |= 1u << kind;
    }

  *filter_out = filter;
  return TRUE;
}

char *
jol_filter_to_string (JolFilter self)
{
  GString *text = g_string_new (NULL);

  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      if (!jol_filter_hides (self, kind))
        continue;
      if (text->len > 0)
        g_string_append_c (text, ',');
      g_string_append (text, jol_event_kind_to_string (kind));
    }

  return g_string_free (text, FALSE);
}
