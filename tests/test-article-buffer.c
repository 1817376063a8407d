/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

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
    "  {\"id\": \"four\", \"title\": \"Four\"}],"
    " \"claims\": [{\"id\": \"sure\", \"statement\": \"It is so\", \"verdict\": \"supported\","
    "   \"sources\": [\"three\", \"two\"]}],"
    " \"articles\": [{\"id\": \"first\", \"title\": \"First\", \"sections\": [{\"id\": \"a\","
    "   \"body\": \"[It is so](#claim:sure). See [here](#source:two), [there](#source:one) and "
    "[here](#source:two).\"}]}]}";

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
      text,
      "\nIt is so.\u00a0\u00a0✓\u00a0supported\u00a0[1,\u00a02] See here[2], there[3] and here[2].\n"
      "Sources\n1.\tThree\n2.\tTwo\n3.\tOne, Press, May 2020"));
  buffer = jol_article_view_get_article (fixture.view);
  g_assert_cmpuint (
      jol_article_buffer_get_source_number (buffer, JOL_SOURCE (jol_story_lookup (story, "one"))),
      ==, 3);
  g_assert_cmpuint (
      jol_article_buffer_get_source_number (buffer, JOL_SOURCE (jol_story_lookup (story, "four"))),
      ==, 0);
  /* An entry is a link, and so is a number in the text. */
  n_links = jol_article_buffer_get_n_links (buffer);
  g_assert_cmpuint (n_links, ==, 7);
  g_assert_cmpstr (reader_get_link (&fixture, n_links - 1)->target, ==, "one");
  g_assert_cmpint (jol_article_buffer_find_link (buffer, reader_get_link (&fixture, 1)->note_start),
                   ==, 1);
  reader_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/article-buffer/blocks", test_blocks);
  g_test_add_func ("/article-buffer/sources", test_sources);
  return g_test_run ();
}
