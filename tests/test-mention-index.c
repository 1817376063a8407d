/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-markdown.h"
#include "jol-mention-index.h"
#include "jol-story-loader.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

#include <string.h>

/* A story of one article with these two sections. */
static JolStory *
load (const char *first, const char *second)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"small\", \"title\": \"Small\","
      " \"language\": \"en\", \"view\": {\"bounds\": [40, 35, 80, 50]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025-12-31\", \"now\": \"2010-06\"},"
      " \"sources\": [{\"id\": \"book\", \"title\": \"A book\"}],"
      " \"places\": [{\"id\": \"alpha\", \"kind\": \"city\", \"name\": \"A\", \"at\": [50, 45]}],"
      " \"routes\": [{\"id\": \"line\", \"name\": \"Line\", \"commodity\": \"oil\","
      "  \"mode\": \"pipeline\", \"sources\": [\"book\"], \"geometry\": {\"type\": \"LineString\","
      "  \"coordinates\": [[50, 45], [60, 46]]},"
      "  \"status\": [{\"from\": \"1985\", \"is\": \"operating\"}]}],"
      " \"events\": [{\"id\": \"met\", \"kind\": \"summit\", \"date\": \"2009\","
      "  \"title\": \"Met\", \"place\": \"alpha\", \"routes\": [\"line\"]}],"
      " \"claims\": [{\"id\": \"said\", \"statement\": \"So it is.\", \"verdict\": \"partly\","
      "  \"about\": [\"line\", \"KZ\"], \"sources\": [\"book\"]}],"
      " \"articles\": [{\"id\": \"text\", \"title\": \"Text\", \"sections\": ["
      "  {\"id\": \"one\", \"body\": \"%s\"}, {\"id\": \"two\", \"body\": \"%s\"}]}]}",
      first, second);

  return jol_test_load_story (json);
}

static void
assert_passages (JolStory *story, const char *id, const char *expected)
{
  const GPtrArray *passages = jol_story_get_passages_about (story, id);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const JolPassage *passage = g_ptr_array_index (passages, i);

      g_string_append_printf (found, "%s%u %u-%u %s", i ? "\n" : "", passage->section,
                              passage->start, passage->end, passage->text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_sentences (void)
{
  g_autoptr (JolStory) story =
      load ("Ab. The [line](#line) and [it](#line). No. Yes, [*the* line](#line)!\\n\\nNone.",
            "- [A](#alpha): 2.5 years\\n- no\\n\\nEnd of [it](#line)");

  /* One passage a sentence, in the order of the text; each block counts one more. */
  assert_passages (story, "line",
                   "0 4-20 The line and it.\n"
                   "0 21-39 No. Yes, the line!\n"
                   "1 16-25 End of it");
  assert_passages (story, "alpha", "1 0-12 A: 2.5 years");
  assert_passages (story, "met", "");
  assert_passages (story, "nothing", "");
}

/* A sentence ends at no short form, and not amid the words of a link. */
static void
test_short_forms (void)
{
  g_autoptr (JolStory) story =
      load ("In St. Petersburg Mr. Aliyev saw [it](#line). It was Russia's. J. Smith of the U.S. "
            "Navy saw [it](#line) too.",
            "See [one. Two. Three](#line). Then Plan [X. *Y*](#alpha) came. End.");

  assert_passages (story, "line",
                   "0 0-36 In St. Petersburg Mr. Aliyev saw it.\n"
                   "0 54-91 J. Smith of the U.S. Navy saw it too.\n"
                   "1 0-20 See one. Two. Three.");
  assert_passages (story, "alpha", "1 21-41 Then Plan X. Y came.");
}

static void
test_subjects (void)
{
  g_autoptr (JolStory) story =
      load ("They [met](#met@2009). They [said](#claim:said) so. As [he](#source:book) says.",
            "Elsewhere [there](https://example.org/).");

  assert_passages (story, "met", "0 0-9 They met.");
  assert_passages (story, "alpha", "0 0-9 They met.");
  assert_passages (story, "said", "0 10-23 They said so.");
  assert_passages (story, "line", "0 0-9 They met.\n0 10-23 They said so.");
  assert_passages (story, "book", "0 24-35 As he says.");
  assert_passages (story, "KZ", "");
  assert_passages (story, "text", "");

  g_assert_true (jol_mention_speaks_of (jol_story_lookup (story, "met"), "line"));
  g_assert_true (jol_mention_speaks_of (jol_story_lookup (story, "met"), "met"));
  g_assert_true (jol_mention_speaks_of (jol_story_lookup (story, "met"), "alpha"));
  g_assert_true (jol_mention_speaks_of (jol_story_lookup (story, "said"), "line"));
  g_assert_false (jol_mention_speaks_of (jol_story_lookup (story, "line"), "alpha"));
  g_assert_false (jol_mention_speaks_of (jol_story_lookup (story, "line"), NULL));
  g_assert_false (jol_mention_speaks_of (NULL, "line"));
}

/* The text of a section, as its runs count it. */
static char *
get_text (const JolSection *section)
{
  g_autoptr (GArray) blocks = jol_markdown_parse (jol_text_get (section->body, "en"));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *block = jol_block_dup_text (&g_array_index (blocks, JolBlock, i));

      g_string_append_printf (text, "%s\n", block);
    }
  return g_string_free (text, FALSE);
}

/* In the bundled story, every link leads to the passage it stands in, and a passage is there. */
static void
test_bundled (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  guint n_articles, n_links = 0;
  JolArticle *const *articles = jol_story_get_articles (story, &n_articles);

  for (guint i = 0; i < n_articles; i++)
    {
      guint n_sections;
      const JolSection *sections = jol_article_get_sections (articles[i], &n_sections);

      for (guint j = 0; j < n_sections; j++)
        {
          g_autoptr (GArray) blocks = jol_markdown_parse (jol_text_get (sections[j].body, "en"));
          g_autofree char *text = get_text (&sections[j]);

          for (guint k = 0; k < blocks->len; k++)
            {
              const GArray *runs = g_array_index (blocks, JolBlock, k).runs;

              for (guint l = 0; l < runs->len; l++)
                {
                  const JolRun *run = &g_array_index (runs, JolRun, l);
                  const GPtrArray *passages;
                  const JolPassage *found = NULL;
                  g_auto (GStrv) cells = NULL;
                  g_autofree char *cut = NULL;
                  g_autofree char *joined = NULL;

                  if (run->link == JOL_LINK_NONE || run->link == JOL_LINK_WEB)
                    continue;
                  n_links++;
                  passages = jol_story_get_passages_about (story, run->target);
                  for (guint m = 0; m < passages->len && !found; m++)
                    {
                      const JolPassage *passage = g_ptr_array_index (passages, m);

                      if (passage->article == articles[i] && passage->section == j &&
                          run->offset >= passage->start && run->offset < passage->end)
                        found = passage;
                    }
                  g_assert_nonnull (found);
                  g_assert_nonnull (strstr (found->text, run->text));
                  cut = g_utf8_substring (text, found->start, found->end);
                  cells = g_strsplit (cut, "\t", -1);
                  joined = g_strjoinv (" · ", cells);
                  g_assert_cmpstr (joined, ==, found->text);
                }
            }
        }
    }
  g_assert_cmpuint (n_links, >, 300);
}

int
main (int argc, char **argv)
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/mention-index/sentences", test_sentences);
  g_test_add_func ("/mention-index/short-forms", test_short_forms);
  g_test_add_func ("/mention-index/subjects", test_subjects);
  g_test_add_func ("/mention-index/bundled", test_bundled);
  return jol_test_run ();
}
