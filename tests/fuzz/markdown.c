/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an article. */
#include "config.h"
#include "fuzz.h"

#include "jol-markdown.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GArray) blocks = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  blocks = jol_markdown_parse (text);
  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);

      g_assert_cmpuint (block->line, >=, 1);
      for (guint j = 0; block->runs && j < block->runs->len; j++)
        {
          const JolRun *run = &g_array_index (block->runs, JolRun, j);

          g_assert_true (g_utf8_validate (run->text, -1, NULL));
          g_assert_cmpint (run->link == JOL_LINK_NONE, ==, run->link_serial == 0);
        }
    }
  return 0;
}
