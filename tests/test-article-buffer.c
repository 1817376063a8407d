/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

static const char own_story[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
    " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
    " \"places\": [{\"id\": \"tengiz\", \"kind\": \"field\", \"name\": \"Tengiz\","
    "   \"country\": \"KZ\", \"at\": [53.4, 46.15]}],"
    " \"articles\": ["
    "  {\"id\": \"first\", \"title\": \"First & <b>foremost</b>\", \"sections\": [{\"id\": \"a\","
    "   \"heading\": {\"en\": \"Tab & bold\", \"ru\": \"По-русски\"},"
    "   \"body\": \"# Inner\\n\\nOne *two* **three** `four`.\\n\\n- item\\n- "
    "[Tengiz](#tengiz)\\n\\n"
    "3. third\\n4. fourth\\n\\n> quoted\\n\\n***\\n\\n[web](https://example.org/a?b=c&d)\"}]}"
    "]}";

static void
test_blocks (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (own_story);
  ReaderFixture fixture = { 0 };
  g_autofree char *text = NULL;

  reader_fixture_open (&fixture, story);
  text = reader_get_text (&fixture);
  g_assert_cmpstr (
      text, ==,
      "First & <b>foremost</b>\n1 minute to read\nTab & bold\nInner\nOne two three "
      "four.\n•\u2002item\n•\u2002Tengiz\n3.\u2002third\n4.\u2002fourth\nquoted\n⁂\nweb");
  g_assert_cmpint (
      reader_get_link (&fixture, reader_find_link (&fixture, JOL_LINK_WEB, NULL))->kind, ==,
      JOL_LINK_WEB);
  g_assert_cmpstr (
      reader_get_link (&fixture, reader_find_link (&fixture, JOL_LINK_WEB, NULL))->target, ==,
      "https://example.org/a?b=c&d");
  reader_fixture_tear_down (&fixture, NULL);
}

static const char cited_story[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
    " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
    " \"sources\": [{\"id\": \"one\", \"title\": \"One\", \"publisher\": \"Press\","
    "   \"date\": \"2020-05\", \"url\": \"https://example.org/one\"},"
    "  {\"id\": \"two\", \"title\": \"Two\"}, {\"id\": \"three\", \"title\": \"Three\"},"
    "  {\"id\": \"five\", \"title\": \"Five\"}, {\"id\": \"six\", \"title\": \"Six\"},"
    "  {\"id\": \"four\", \"title\": \"Four\"}],"
    " \"claims\": [{\"id\": \"sure\", \"statement\": \"It is so\", \"verdict\": \"supported\","
    "   \"sources\": [\"three\", \"two\"]},"
    "  {\"id\": \"many\", \"statement\": \"Many\", \"verdict\": \"wrong\","
    "   \"sources\": [\"one\", \"six\", \"three\", \"five\"]}],"
    " \"articles\": [{\"id\": \"first\", \"title\": \"First\", \"sections\": [{\"id\": \"a\","
    "   \"body\": \"[It is so](#claim:sure). See [here](#source:two), [there](#source:one) and "
    "[here](#source:two). [Many](#claim:many)\"}]}]}";

/* Numbered as they are cited; what is not cited is not in the list. */
static void
test_sources (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (cited_story);
  ReaderFixture fixture = { 0 };
  JolArticleBuffer *buffer;
  g_autofree char *text = NULL;
  guint n_links;

  reader_fixture_open (&fixture, story);
  text = reader_get_text (&fixture);
  g_assert_true (g_str_has_suffix (
      text, "\nIt is so.\u00a0\u00a0✓\u00a0supported\u00a0[1,\u00a02] "
            "See here[2], there[3] and here[2]. Many\u00a0\u00a0✗\u00a0wrong\u00a0[1,\u00a03–5]\n"
            "Sources\n1.\tThree\n2.\tTwo\n3.\tOne, Press, May 2020\n4.\tSix\n5.\tFive"));
  buffer = jol_article_view_get_article (fixture.view);
  g_assert_cmpuint (
      jol_article_buffer_get_source_number (buffer, JOL_SOURCE (jol_story_lookup (story, "one"))),
      ==, 3);
  g_assert_cmpuint (
      jol_article_buffer_get_source_number (buffer, JOL_SOURCE (jol_story_lookup (story, "four"))),
      ==, 0);
  /* An entry is a link, and so is a number in the text. */
  n_links = jol_article_buffer_get_n_links (buffer);
  g_assert_cmpuint (n_links, ==, 10);
  g_assert_cmpstr (reader_get_link (&fixture, n_links - 1)->target, ==, "five");
  g_assert_cmpint (jol_article_buffer_find_link (buffer, reader_get_link (&fixture, 1)->note_start),
                   ==, 1);
  reader_fixture_tear_down (&fixture, NULL);
}

/* Words of CommonMark at random, with links to nothing but a place there is. */
static char *
make_body (GRand *random)
{
  static const char *const pieces[] = {
    "> ",         "- ", "1. ",          "# ",   "    ",        "```\n",
    "```table\n", "\n", "\n\n",         "\n\n", "*",           "**",
    "_",          "`",  "[a](#tengiz)", "*[b ", "](#tengiz)",  "<b>",
    "<!-- c -->", "\\", "| d ",         "word", "ё",           "中 ",
    "  \n",       "\"", "---\n",        "1 | ", "![e](f.png)",
  };
  GString *text = g_string_new (NULL);
  const int n_pieces = g_rand_int_range (random, 1, 50);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* All that is not space: that is how the lines of blocks are set apart. */
static char *
squeeze (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (letters, g_utf8_get_char (c));
  return g_string_free (letters, FALSE);
}

/* What the blocks say, which is what cmark's tree does: see test-commonmark.c. */
static char *
get_expected_text (const char *body)
{
  g_autoptr (GArray) blocks = jol_markdown_parse (body);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JolBlock *block = &g_array_index (blocks, JolBlock, i);
      g_autofree char *words = jol_block_dup_text (block);

      g_string_append (text, block->marker ? block->marker : "");
      if (block->kind == JOL_BLOCK_IMAGE)
        g_string_append_printf (text, "The image “%s” cannot be shown: there is no such file.",
                                block->target);
      g_string_append (text, block->kind == JOL_BLOCK_RULE ? "⁂" : words);
    }

  return g_string_free (text, FALSE);
}

static gboolean
has_bad_link (const char *body)
{
  g_autoptr (GArray) blocks = jol_markdown_parse (body);

  for (guint i = 0; i < blocks->len; i++)
    {
      const GArray *runs = g_array_index (blocks, JolBlock, i).runs;

      for (guint j = 0; j < runs->len; j++)
        if (g_array_index (runs, JolRun, j).link == JOL_LINK_BAD)
          return TRUE;
    }
  return FALSE;
}

/* Of any text, the buffer says what the tree does, no less and no more. */
static void
test_random (void)
{
  const guint32 seed = 19911216;
  const guint n_sections = 300;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolArticleBuffer) buffer = NULL;
  g_autoptr (GString) json = g_string_new (own_story);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  GtkTextIter start, end;

  g_string_truncate (json, (gsize) (strstr (json->str, "\"articles\"") - json->str));
  g_string_append (json, "\"articles\": [{\"id\": \"x\", \"title\": \"X\", \"sections\": [");
  while (bodies->len < n_sections)
    {
      g_autofree char *body = make_body (random);
      g_autofree char *escaped = NULL;

      if (has_bad_link (body))
        continue;
      escaped = g_strescape (body, "ё中\xd1\x91\xe4\xb8\xad");
      g_string_append_printf (json, "%s{\"id\": \"s%u\", \"body\": \"%s\"}",
                              bodies->len > 0 ? "," : "", bodies->len, escaped);
      g_ptr_array_add (bodies, g_steal_pointer (&body));
    }
  g_string_append (json, "]}]}");
  story = jol_test_load_story (json->str);
  buffer = jol_article_buffer_new (story, JOL_ARTICLE (jol_story_lookup (story, "x")), "en");

  for (guint i = 0; i < n_sections; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *expected = get_expected_text (g_ptr_array_index (bodies, i));
      g_autofree char *letters = squeeze (expected);

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start,
                                          jol_article_buffer_get_section_offset (buffer, i));
      gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &end);
      if (i + 1 < n_sections)
        gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end,
                                            jol_article_buffer_get_section_offset (buffer, i + 1));
      text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
      shown = squeeze (text);
      g_assert_cmpstr (shown, ==, letters);
    }
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/article-buffer/blocks", test_blocks);
  g_test_add_func ("/article-buffer/sources", test_sources);
  g_test_add_func ("/article-buffer/random", test_random);
  return jol_test_run ();
}
