/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our blocks hold what cmark's tree does: the tree is built again from them, and both are printed.
 * Only four things may differ, and are printed alike: HTML, which is text for us; comments, which
 * are nothing; what has nothing in it, which has an empty paragraph; and a link in a link.
 */
#include "config.h"

#include "jol-markdown.h"
#include "jol-test-util.h"

#include <cmark.h>
#include <string.h>

static gboolean
is_comment (cmark_node *node)
{
  /* One comment, with nothing after it on its line. */
  return g_regex_match_simple ("\\A<!--(?:(?!-->).)*-->[ \\t\\r\\n]*\\z",
                               cmark_node_get_literal (node), G_REGEX_DOTALL, 0);
}

static gboolean
is_image_alone (cmark_node *paragraph)
{
  gboolean has_image = FALSE;

  for (cmark_node *at = cmark_node_first_child (paragraph); at; at = cmark_node_next (at))
    {
      cmark_node_type type = cmark_node_get_type (at);

      if (type != CMARK_NODE_IMAGE && type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK)
        return FALSE;
      has_image |= type == CMARK_NODE_IMAGE;
    }

  return has_image;
}

/* Without the last line feed, which ends the line and is not of it. */
static void
print_code (GString *out, const char *literal)
{
  gssize length = (gssize) strlen (literal) - g_str_has_suffix (literal, "\n");

  g_string_append (out, length > 0 ? "code[{`}" : "code[");
  g_string_append_len (out, literal, length);
  g_string_append_c (out, ']');
}

/* The inlines of a block as text, with their looks in braces. */
static void
print_inlines (GString *out, cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  guint n_emphasis = 0, n_strong = 0, n_links = 0, depth = 0, link = 0, last_link = 0;
  const char *address = "";
  g_autoptr (GString) last = g_string_new (NULL);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *at = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (at);
      g_autofree char *look = NULL;
      const char *text = NULL;

      if (type == CMARK_NODE_EMPH)
        n_emphasis += event == CMARK_EVENT_ENTER ? 1u : -1u;
      else if (type == CMARK_NODE_STRONG)
        n_strong += event == CMARK_EVENT_ENTER ? 1u : -1u;
      else if (type == CMARK_NODE_LINK)
        {
          /* A bare address in the text of a link is words of that. */
          depth += event == CMARK_EVENT_ENTER ? 1u : -1u;
          if (event == CMARK_EVENT_ENTER && depth == 1)
            {
              address = cmark_node_get_url (at);
              link = ++n_links;
            }
          else if (depth == 0)
            {
              address = "";
              link = 0;
            }
        }
      else if (type == CMARK_NODE_SOFTBREAK)
        text = " ";
      else if (type == CMARK_NODE_LINEBREAK)
        text = "\n";
      else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
               (type == CMARK_NODE_HTML_INLINE && !is_comment (at)))
        text = cmark_node_get_literal (at);
      if (!text || !*text)
        continue;

      look = g_strdup_printf ("{%s%s%s%s}", n_emphasis ? "*" : "", n_strong ? "!" : "",
                              type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE ? "`" : "",
                              address);
      if (!g_str_equal (look, last->str) || link != last_link)
        g_string_append (out, look);
      last_link = link;
      g_string_assign (last, look);
      g_string_append (out, text);
    }

  cmark_iter_free (iter);
}

static void print_tree (GString *out, cmark_node *node);

static void
print_children (GString *out, const char *name, cmark_node *node)
{
  gsize start;

  g_string_append_printf (out, "%s(", name);
  start = out->len;
  for (cmark_node *at = cmark_node_first_child (node); at; at = cmark_node_next (at))
    print_tree (out, at);
  if (out->len == start)
    g_string_append (out, "p[]");
  g_string_append (out, ")");
}

static void
print_images (GString *out, cmark_node *paragraph)
{
  for (cmark_node *at = cmark_node_first_child (paragraph); at; at = cmark_node_next (at))
    {
      if (cmark_node_get_type (at) != CMARK_NODE_IMAGE)
        continue;
      g_string_append_printf (out, "image<%s>[", cmark_node_get_url (at));
      print_inlines (out, at);
      g_string_append_c (out, ']');
    }
}

static void
print_tree (GString *out, cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      print_children (out, "quote", node);
      break;
    case CMARK_NODE_LIST:
      print_children (out, "list", node);
      break;
    case CMARK_NODE_ITEM:
      {
        cmark_node *list = cmark_node_parent (node);
        int number = cmark_node_get_list_start (list);
        g_autofree char *name = NULL;

        for (cmark_node *at = cmark_node_previous (node); at; at = cmark_node_previous (at))
          number++;
        name = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
                   ? g_strdup_printf ("item%d.", number)
                   : g_strdup ("item•");
        print_children (out, name, node);
        break;
      }
    case CMARK_NODE_CODE_BLOCK:
      print_code (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_BLOCK:
      if (!is_comment (node))
        print_code (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HEADING:
      g_string_append_printf (out, "h%d[", cmark_node_get_heading_level (node));
      print_inlines (out, node);
      g_string_append_c (out, ']');
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      g_string_append (out, "rule[]");
      break;
    default:
      if (is_image_alone (node))
        {
          print_images (out, node);
          break;
        }
      g_string_append (out, "p[");
      print_inlines (out, node);
      g_string_append_c (out, ']');
      break;
    }
}

static char *
print_cmark (const char *text)
{
  cmark_node *document =
      cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT | CMARK_OPT_SMART);
  GString *out = g_string_new (NULL);

  for (cmark_node *at = cmark_node_first_child (document); at; at = cmark_node_next (at))
    print_tree (out, at);
  cmark_node_free (document);
  return g_string_free (out, FALSE);
}

static void
print_runs (GString *out, const JolBlock *block)
{
  guint last_link = 0;
  JolRunStyle last_style = 0;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const JolRun *run = &g_array_index (block->runs, JolRun, i);

      if (i == 0 || run->style != last_style || run->link_serial != last_link)
        {
          g_string_append_printf (out, "{%s%s%s", run->style & JOL_STYLE_EMPHASIS ? "*" : "",
                                  run->style & JOL_STYLE_STRONG ? "!" : "",
                                  run->style & JOL_STYLE_CODE ? "`" : "");
          if (run->link)
            {
              static const char *const prefixes[] = { "", "#", "#claim:", "#source:", "", "" };
              g_autofree char *date = jol_date_to_iso (&run->date);

              g_string_append_printf (out, "%s%s%s%s", prefixes[run->link], run->target,
                                      *date ? "@" : "", date);
            }
          g_string_append_c (out, '}');
        }
      g_string_append (out, run->text);
      last_style = run->style;
      last_link = run->link_serial;
    }
}

static const JolContainer *
get_container (const JolBlock *block, guint i)
{
  return &g_array_index (block->containers, JolContainer, i);
}

/* How many of the outer containers two blocks share. */
static guint
count_shared (const JolBlock *a, const JolBlock *b)
{
  guint n_shared = 0;

  while (a && b && n_shared < a->containers->len && n_shared < b->containers->len &&
         get_container (a, n_shared)->serial == get_container (b, n_shared)->serial)
    n_shared++;
  return n_shared;
}

static void
print_opening (GString *out, const JolBlock *block, guint from)
{
  g_auto (GStrv) markers = g_strsplit (block->marker ? block->marker : "", " ", -1);
  guint n_markers = 0;

  for (guint i = from; i < block->containers->len; i++)
    switch (get_container (block, i)->kind)
      {
      case JOL_CONTAINER_QUOTE:
        g_string_append (out, "quote(");
        break;
      case JOL_CONTAINER_LIST:
        g_string_append (out, "list(");
        break;
      case JOL_CONTAINER_ITEM:
      default:
        g_assert_nonnull (markers[n_markers]);
        g_string_append_printf (out, "item%s(", markers[n_markers++]);
        break;
      }
  g_assert_null (markers[n_markers]);
}

static char *
print_blocks (const char *text)
{
  static const char *const kinds[] = { "p", "h", "code", "rule", "row", "image" };
  g_autoptr (GArray) blocks = jol_markdown_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);
      const JolBlock *before = i > 0 ? block - 1 : NULL;
      const JolBlock *after = i + 1 < blocks->len ? block + 1 : NULL;

      print_opening (out, block, count_shared (before, block));
      g_string_append (out, kinds[block->kind]);
      if (block->kind == JOL_BLOCK_HEADING)
        g_string_append_printf (out, "%u", block->level);
      if (block->kind == JOL_BLOCK_IMAGE)
        g_string_append_printf (out, "<%s>", block->target);
      g_string_append_c (out, '[');
      print_runs (out, block);
      g_string_append_c (out, ']');
      for (guint j = count_shared (block, after); j < block->containers->len; j++)
        g_string_append_c (out, ')');
    }

  return g_string_free (out, FALSE);
}

static void
assert_same (const char *where, const char *text)
{
  g_autofree char *expected = print_cmark (text);
  g_autofree char *found = print_blocks (text);

  if (!g_str_equal (found, expected))
    g_test_message ("%s:\n%s\ncmark: %s\nblocks: %s", where, text, expected, found);
  g_assert_cmpstr (found, ==, expected);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

/* The sections of the specification that have examples. */
static void
test_sections (void)
{
  static const char *const sections[] = {
    "Tabs",
    "Backslash escapes",
    "Entity and numeric character references",
    "Precedence",
    "Thematic breaks",
    "ATX headings",
    "Setext headings",
    "Indented code blocks",
    "Fenced code blocks",
    "HTML blocks",
    "Link reference definitions",
    "Paragraphs",
    "Blank lines",
    "Block quotes",
    "List items",
    "Lists",
    "Inlines",
    "Code spans",
    "Emphasis and strong emphasis",
    "Links",
    "Images",
    "Autolinks",
    "Raw HTML",
    "Hard line breaks",
    "Soft line breaks",
    "Textual content",
  };
  g_autofree char *path = jol_test_dup_path ("markdown", "commonmark.txt", NULL);
  g_autofree char *file = jol_test_read_file (path);
  g_autofree char *with_tabs = replace (file, "→", "\t");
  g_autofree char *content = replace (with_tabs, "␣", " ");
  g_auto (GStrv) cases = g_strsplit (content, "\n%% ", -1);
  guint seen = 0;

  for (guint i = 1; cases[i]; i++)
    {
      char *text = strchr (cases[i], '\n');

      *text++ = '\0';
      for (guint j = 0; j < G_N_ELEMENTS (sections); j++)
        if (g_str_equal (cases[i], sections[j]))
          seen |= 1u << j;
      assert_same (cases[i], text);
    }

  g_assert_cmpuint (seen, ==, (1u << G_N_ELEMENTS (sections)) - 1);
}

/* Every example of the specification, from its own text: cmark makes of it the HTML that is printed
 * there, so that the tree ours is held against is the specification's. */
static void
test_specification (void)
{
  const char *fence = "````````````````````````````````";
  g_autofree char *file = jol_test_read_file (g_getenv ("JOL_COMMONMARK_SPEC"));
  g_autofree char *content = replace (file, "→", "\t");
  g_autofree char *opening = g_strconcat ("\n", fence, " example\n", NULL);
  g_autofree char *closing = g_strconcat ("\n", fence, "\n", NULL);
  g_auto (GStrv) examples = g_strsplit (content, opening, -1);
  const guint n_examples = g_strv_length (examples) - 1;

  for (guint i = 1; i <= n_examples; i++)
    {
      g_autofree char *where = g_strdup_printf ("example %u", i);
      g_autofree char *html = NULL;
      /* A text of nothing is at the very beginning. */
      char *dot = *examples[i] == '.' ? examples[i] : strstr (examples[i], "\n.\n") + 1;
      char *end = strstr (dot, closing);

      end[1] = '\0';
      *dot = '\0';
      html = cmark_markdown_to_html (examples[i], strlen (examples[i]), CMARK_OPT_UNSAFE);
      g_assert_cmpstr (html, ==, dot + 2);
      assert_same (where, examples[i]);
    }
  g_test_message ("%u examples", n_examples);
  g_assert_cmpuint (n_examples, >, 600);
}

/* Lines of CommonMark at random: what begins blocks, what marks words, what stands open. */
static char *
make_document (GRand *random)
{
  static const char *const pieces[] = {
    "> ",
    "- ",
    "* ",
    "1. ",
    "7) ",
    "# ",
    "### ",
    "    ",
    "\t",
    "```\n",
    "~~~\n",
    "---\n",
    "===\n",
    "\n",
    "\n\n",
    "\n",
    "*",
    "**",
    "_",
    "***",
    "`",
    "``",
    "[",
    "]",
    "](#a)",
    "](#b@2020)",
    "](#claim:c)",
    "![",
    "](d.png)",
    "<b>",
    "<!-- e -->",
    "<div>\n",
    "\\",
    "&amp;",
    "&#0;",
    "слово",
    "word",
    "2022",
    " ",
    " ",
    "  \n",
    "\"",
    "'",
    "--",
    "...",
    "|",
    "<https://f.org>",
    "[g]: #h\n",
    "中",
    "e\u0301",
    "\u00a0",
    "!",
  };
  GString *text = g_string_new (NULL);
  const int n_pieces = g_rand_int_range (random, 1, 60);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  const guint32 seed = 20221125;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = make_document (random);

      assert_same ("random", text);
    }
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_sized_new (strlen (piece) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Blocks, runs, containers and bytes of a text: all the work that reading it leaves behind. */
static gsize
count_work (const char *text)
{
  g_autoptr (GArray) blocks = jol_markdown_parse (text);
  gsize work = blocks->len;

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);

      work += block->containers->len + (block->marker ? strlen (block->marker) : 0);
      for (guint j = 0; j < block->runs->len; j++)
        work += 1 + strlen (g_array_index (block->runs, JolRun, j).text);
    }

  return work;
}

/* What has brought parsers down: no stack is used up, and the work is linear in the text. The sizes
 * are such that squared work would run into the test's time limit. */
static void
test_pathological (void)
{
  static const char *const pieces[] = {
    "[",      "]",     "![",       "*",           "**a ",    "_a",   "a**b ",  "> ",
    "- ",     "1. ",   "`",        "\\",          "<",       "&",    "a\n",    "- a\n",
    "1. a\n", "> a\n", "\n",       "# a\n",       "*a **b ", "[a](", "[a](<b", "[a][b]",
    "a  \n",  "* * ",  "~~~\n",    "```table\n",  "'",       "\"",   "<!--",   "<?",
    "***\n",  "|",     "[x]: y\n", "![a](b)\n\n", "a b ",
  };
  const guint n = 10000;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *once = repeat (pieces[i], n);
      g_autofree char *twice = repeat (pieces[i], 2 * n);
      const gsize work = count_work (once);
      const gsize double_work = count_work (twice);

      g_test_message ("“%s”: %" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT, pieces[i], work, double_work);
      g_assert_cmpuint (work, <=, 8 * strlen (once) + 8);
      g_assert_cmpuint (double_work, <=, 8 * strlen (twice) + 8);
    }
}

/* A long list and a long paragraph, each of which once took time by the square. */
static void
test_long (void)
{
  g_autofree char *items = repeat ("1. a\n", 400000);
  g_autofree char *words = repeat ("a & b\n", 400000);
  g_autofree char *rows = repeat ("1 | *a*\n", 50000);
  g_autofree char *table = g_strconcat ("```table\n", rows, NULL);
  g_autoptr (GArray) blocks = jol_markdown_parse (items);
  g_autoptr (GArray) paragraph = jol_markdown_parse (words);
  g_autoptr (GArray) cells = jol_markdown_parse (table);

  g_assert_cmpuint (blocks->len, ==, 400000);
  g_assert_cmpstr (g_array_index (blocks, JolBlock, 399999).marker, ==, "400000.");
  g_assert_cmpuint (paragraph->len, ==, 1);
  g_assert_cmpuint (cells->len, ==, 50000);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/commonmark/sections", test_sections);
  if (g_getenv ("JOL_COMMONMARK_SPEC"))
    g_test_add_func ("/commonmark/specification", test_specification);
  g_test_add_func ("/commonmark/random", test_random);
  g_test_add_func ("/commonmark/pathological", test_pathological);
  g_test_add_func ("/commonmark/long", test_long);
  return jol_test_run ();
}
