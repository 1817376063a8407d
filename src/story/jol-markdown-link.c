/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-markdown.h"

#include <string.h>

/**
 * jol_markdown_parse_link:
 * @address: what stands in a link's parentheses
 * @target_out: (out) (transfer full): the id or the address; for a bad link, @address itself
 * @date_out: (out): the date of a mention, or not set
 *
 * Returns: what kind of link it is
 */
JolLinkKind
jol_markdown_parse_link (const char *address, char **target_out, JolDate *date_out)
{
  const char *at;

  *date_out = (JolDate){ 0 };
  if (g_str_has_prefix (address, "https://") &&
      g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL))
    {
      *target_out = g_strdup (address);
      return JOL_LINK_WEB;
    }
  if (g_str_has_prefix (address, "#claim:") && address[7])
    {
      *target_out = g_strdup (address + 7);
      return JOL_LINK_CLAIM;
    }
  if (g_str_has_prefix (address, "#source:") && address[8])
    {
      *target_out = g_strdup (address + 8);
      return JOL_LINK_SOURCE;
    }

  at = strchr (address, '@');
  if (address[0] != '#' || !address[1] || address[1] == '@' || strchr (address, ':') ||
      (at && !jol_date_parse (at + 1, date_out)))
    {
      *target_out = g_strdup (address);
      return JOL_LINK_BAD;
    }

  *target_out = at ? g_strndup (address + 1, at - address - 1) : g_strdup (address + 1);
  return JOL_LINK_MENTION;
}
