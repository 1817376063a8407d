/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reading-time.h"
#include "jol-story.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

static JolStory *
load_body (const char *body)
{
  g_autofree char *json = g_strdup_printf (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
      " \"places\": [{\"id\": \"here\", \"kind\": \"city\", \"name\": \"Here\", \"at\": [60, 45]}],"
      " \"articles\": [{\"id\": \"a\", \"title\": \"A\", \"sections\": ["
      "  {\"id\": \"s\", \"heading\": \"Two words\", \"body\": \"%s\"}]}]}",
      body);

  return jol_test_load_story (json);
}

static JolArticle *
get_article (JolStory *story)
{
  return JOL_ARTICLE (jol_story_lookup (story, "a"));
}

static void
test_words (void)
{
  const struct
  {
    const char *body;
    guint n_words;
  } cases[] = {
    { "***", 0 },
    { "One, two; three.", 3 },
    /* What a link leads to is not read. */
    { "Now [in this place](#here@2022-07) then", 5 },
    /* Marks of CommonMark neither part words nor are any. */
    { "un*break*able\\n\\n- item\\n- item", 3 },
    { "the oil-rich don't", 3 },
    { "Каспий құбыры 58,7", 4 },
    { "end\\n\\nbegin", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JolStory) story = load_body (cases[i].body);

      g_assert_cmpuint (jol_reading_time_count_words (get_article (story), "en"), ==,
                        cases[i].n_words + 2);
    }
}

static void
test_minutes (void)
{
  g_autofree char *one = jol_reading_time_format (1);
  g_autofree char *nine = jol_reading_time_format (9);

  g_assert_cmpuint (jol_reading_time_get_minutes (0), ==, 1);
  g_assert_cmpuint (jol_reading_time_get_minutes (238), ==, 1);
  g_assert_cmpuint (jol_reading_time_get_minutes (357), ==, 2);
  g_assert_cmpuint (jol_reading_time_get_minutes (2380), ==, 10);
  g_assert_cmpstr (one, ==, "1 minute to read");
  g_assert_cmpstr (nine, ==, "9 minutes to read");
}

static void
test_gist (void)
{
  const struct
  {
    const char *body;
    const char *gist;
  } cases[] = {
    { "***", NULL },
    { "- only a list", NULL },
    { "One sentence", "One sentence" },
    { "It grew by 3.5 *million* tonnes. Then it fell.", "It grew by 3.5 million tonnes." },
    { "## Heading\\n\\nIs it [here](#here)? No.", "Is it here?" },
    { "«Мы решили». Потом пошли.", "«Мы решили»." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JolStory) story = load_body (cases[i].body);
      g_autofree char *gist = jol_reading_time_dup_gist (get_article (story), "en");

      g_assert_cmpstr (gist, ==, cases[i].gist);
    }
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/reading-time/words", test_words);
  g_test_add_func ("/reading-time/minutes", test_minutes);
  g_test_add_func ("/reading-time/gist", test_gist);
  return jol_test_run ();
}
