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

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/article-buffer/blocks", test_blocks);
  return g_test_run ();
}
