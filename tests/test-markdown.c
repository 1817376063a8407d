/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-markdown.h"

/* Blocks as one readable text: kind, then runs with their marks. */
static char *
print_blocks (const char *text)
{
  static const char *const kinds[] = { "p", "h", "code", "hr", "row", "image" };
  static const char containers[] = { 'q', 'l', 'i' };
  static const char *const links[] = { "", "mention", "claim", "source", "web", "bad" };
  g_autoptr (GArray) blocks = jol_markdown_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);

      g_string_append (out, i ? "\n" : "");
      for (guint j = 0; j < block->containers->len; j++)
        g_string_append_c (out,
                           containers[g_array_index (block->containers, JolContainer, j).kind]);
      g_string_append_printf (out, "%s%s%u%s%s:", block->containers->len ? " " : "",
                              kinds[block->kind], block->level, block->marker ? " " : "",
                              block->marker ? block->marker : "");
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
      "row0: [Year] [\t] [To ] *[Russia] [\t] [China](mention cn 1)\n"
      "row1: [2022] [\t] [1] [\t] [2](mention a@2022 2)\n"
      "row2: [2023] [\t] [3]");
  assert_blocks ("```table\na | b\nc \\| d | e | f\n```",
                 "row0: [a] [\t] [b]\nrow1: [c | d] [\t] [e] [\t] [f]");
  /* What would begin a block elsewhere is words in a cell, and a tab does not part it. */
  assert_blocks ("```table\n1. a | - b | # c\td | > e | ***\n_f_ | \"g\" | *h* | |\n```",
                 "row0: [1. a] [\t] [- b] [\t] [# c d] [\t] [> e] [\t] [***]\n"
                 "row1: *[f] [\t] [“g”] [\t] *[h] [\t] [\t]");
  assert_blocks ("```table\n```", "");
}

static void
test_blocks (void)
{
  assert_blocks ("", "");
  assert_blocks ("One\nline.\n\nTwo", "p0: [One line.]\np0: [Two]");
  assert_blocks ("## Head *it*", "h2: [Head ] *[it]");
  assert_blocks ("- a\n- b\n\n  more\n", "li p0 •: [a]\nli p0 •: [b]\nli p0: [more]");
  assert_blocks ("3. a\n4. b", "li p0 3.: [a]\nli p0 4.: [b]");
  assert_blocks ("> said", "q p0: [said]");
  assert_blocks ("---", "hr0:");
  assert_blocks ("    x < 1", "code0: `[x < 1]");
  assert_blocks ("***both*** `code`", "p0: *![both] [ ] `[code]");
}

/* Whatever an item begins with, its marker is there. */
static void
test_markers (void)
{
  assert_blocks ("- > said", "liq p0 •: [said]");
  assert_blocks ("1.     code", "li code0 1.: `[code]");
  assert_blocks ("- 1. a\n  2. b\n- c", "lili p0 • 1.: [a]\nlili p0 2.: [b]\nli p0 •: [c]");
  assert_blocks ("-\n- b", "li p0 •:\nli p0 •: [b]");
  assert_blocks ("- # a", "li h1 •: [a]");
  assert_blocks ("> - a\n>   - b", "qli p0 •: [a]\nqlili p0 •: [b]");
}

static void
test_nested_emphasis (void)
{
  assert_blocks ("*a _b_ c* d", "p0: *[a b c] [ d]");
  assert_blocks ("**a __b__ c** d", "p0: ![a b c] [ d]");
}

static void
test_images (void)
{
  assert_blocks ("![A *map*](a.png)\n![](b.jpg)", "image0: [A ] *[map]\nimage0:");
  assert_blocks ("words ![b](a.png) more", "p0: [words b more]");
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
  /* The outer link goes on behind the inner. */
  assert_blocks ("[a <https://b.org/> c](#d)", "p0: [a https://b.org/ c](mention d 1)");
}

static void
assert_faults (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) blocks = jol_markdown_check (text, faults);
  g_autofree char *found = NULL;

  g_ptr_array_add (faults, NULL);
  found = g_strjoinv ("\n", (char **) faults->pdata);
  g_assert_cmpstr (found, ==, expected);
}

/* HTML is words like others, but for comments, and the checker is told of it. */
static void
test_html (void)
{
  assert_blocks ("a <b>bold</b> word\n\n<script>alert(1)</script>",
                 "p0: [a ] `[<b>] [bold] `[</b>] [ word]\ncode0: `[<script>alert(1)</script>]");
  assert_blocks ("a <!-- b --> c\n\n<!-- d\n-->\n", "p0: [a  c]");
  assert_blocks ("<!-- a --> <i>b</i>", "code0: `[<!-- a --> <i>b</i>]");
}

static void
test_faults (void)
{
  assert_faults ("a < b <!-- c -->", "");
  assert_faults ("a <b>b</b>", "HTML is shown as it is written: use CommonMark");
  assert_faults ("One\n\n```table\na | b\n1 | 2\n3\n\n4 | 5 | 6\n```",
                 "line 6: row 2 of the table has 1 cells, its head 2\n"
                 "line 8: row 3 of the table has 3 cells, its head 2");
  assert_faults ("see ![a](b.png)",
                 "the image “b.png” is not shown: it wants a paragraph of its own");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/markers", test_markers);
  g_test_add_func ("/markdown/nested-emphasis", test_nested_emphasis);
  g_test_add_func ("/markdown/images", test_images);
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/faults", test_faults);
  return g_test_run ();
}
