/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-markdown.h"

/* Blocks as one readable text: kind, then runs with their marks. */
static char *
print_blocks (const char *text)
{
  static const char *const kinds[] = { "p", "h", "li", "q", "code", "hr" };
  static const char *const links[] = { "", "mention", "claim", "source", "web", "bad" };
  g_autoptr (GArray) blocks = jol_markdown_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);

      g_string_append_printf (out, "%s%s%u%s%s:", i ? "\n" : "", kinds[block->kind], block->level,
                              block->marker ? " " : "", block->marker ? block->marker : "");
      for (guint j = 0; j < block->runs->len; j++)
        {
          const JolRun *run = &g_array_index (block->runs, JolRun, j);
          g_autofree char *date = jol_date_to_iso (&run->date);

          g_string_append_printf (out, " %s%s%s[%s]", run->style & JOL_STYLE_EMPHASIS ? "*" : "",
                                  run->style & JOL_STYLE_STRONG ? "!" : "",
                                  run->style & JOL_STYLE_CODE ? "`" : "", run->text);
          if (run->link)
            g_string_append_printf (out, "(%s %s%s%s %u)", links[run->link], run->target,
                                    *date ? "@" : "", date, run->link_serial);
        }
    }

  return g_string_free (out, FALSE);
}

static void
assert_blocks (const char *text, const char *expected)
{
  g_autofree char *found = print_blocks (text);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_table (void)
{
  assert_blocks (
      "```table\nYear | To *Russia* | [China](#cn)\n2022 | 1 | [2](#a@2022)\n\n2023|3\n```",
      "li1 •: ![2022] [ · To ] *[Russia] [: 1 · ] [China](mention cn 1) [: ] "
      "[2](mention a@2022 2)\n"
      "li1 •: ![2023] [ · To ] *[Russia] [: 3]");
  assert_blocks ("```table\na | b\nc \\| d | e | f\n```", "li1 •: ![c | d] [ · b: e · f]");
  assert_blocks ("```table\n```", "");
}

static void
test_blocks (void)
{
  assert_blocks ("", "");
  assert_blocks ("One\nline.\n\nTwo", "p0: [One line.]\np0: [Two]");
  assert_blocks ("## Head *it*", "h2: [Head ] *[it]");
  assert_blocks ("- a\n- b\n\n  more\n", "li1 •: [a]\nli1 •: [b]\nli1: [more]");
  assert_blocks ("3. a\n4. b", "li1 3.: [a]\nli1 4.: [b]");
  assert_blocks ("> said", "q1: [said]");
  assert_blocks ("---", "hr0:");
  assert_blocks ("    x < 1", "code0: `[x < 1\n]");
  assert_blocks ("***both*** `code`", "p0: *![both] [ ] `[code]");
}

static void
test_links (void)
{
  assert_blocks (
      "[the *long* pipe](#cpc@2022-07) and [a](#claim:x) [s](#source:y) [w](https://example.org/)",
      "p0: [the ](mention cpc@2022-07 1) *[long](mention cpc@2022-07 1) [ pipe](mention "
      "cpc@2022-07 1) "
      "[ and ] [a](claim x 2) [ ] [s](source y 3) [ ] [w](web https://example.org/ 4)");
  assert_blocks ("[x](http://example.org) [y](javascript:1) [z](#cpc@2022-13) [e](#)",
                 "p0: [x](bad http://example.org 1) [ ] [y](bad javascript:1 2) [ ] [z](bad "
                 "#cpc@2022-13 3) [ ] "
                 "[e](bad # 4)");
}

/* No HTML reaches the reader, and the checker is told of it. */
static void
test_html (void)
{
  assert_blocks ("a <b>bold</b> word\n\n<script>alert(1)</script>", "p0: [a bold word]");
  g_assert_true (jol_markdown_has_html ("a <b>b</b>"));
  g_assert_false (jol_markdown_has_html ("a < b"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/html", test_html);
  return g_test_run ();
}
