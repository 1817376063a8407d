/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-contents.h"
#include "jol-reader.h"
#include "jol-story-loader.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

static void
test_text (ReaderFixture *fixture, gconstpointer user_data)
{
  g_autofree char *text = reader_get_text (fixture);
  guint n_sections;
  JolArticle *article =
      jol_article_buffer_get_article (jol_article_view_get_article (fixture->view));
  const JolSection *sections = jol_article_get_sections (article, &n_sections);

  gtk_test_accessible_assert_property (fixture->reader, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  g_assert_true (g_str_has_prefix (text, "From one partner to many\n"));
  g_assert_nonnull (strstr (text, "minutes to read"));
  for (guint i = 0; i < n_sections; i++)
    g_assert_nonnull (strstr (text, jol_text_get (sections[i].heading, "en")));
  /* The marks say what came of checking a claim, without colour. */
  g_assert_nonnull (strstr (text, "✓\u00a0supported"));
  g_assert_nonnull (strstr (text, "≈\u00a0partly"));
  g_assert_true (jol_test_is_said (fixture->reader, "1 / 10"));
}

/* Another article is read from its title on, wherever the last one had been scrolled to. */
static void
test_other_article (ReaderFixture *fixture, gconstpointer user_data)
{
  jol_test_wait_until (reader_is_measured (fixture));
  jol_session_set_article (fixture->session, "one-to-many#old-roads", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_section_at_top (fixture, 6));
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_measured (fixture));
  g_assert_true (jol_test_is_said (fixture->reader, "1 / 4"));
  g_assert_cmpfloat (reader_get_scroll (fixture), ==, 0);
}

static void
test_session (void)
{
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolStory) bundled = jol_story_load_bundled ();
  GtkWidget *reader = g_object_ref_sink (jol_reader_new ());
  guint n_notified = 0;

  jol_test_count_notify (reader, "session", &n_notified);
  jol_reader_set_session (JOL_READER (reader), session);
  jol_reader_set_session (JOL_READER (reader), session);
  g_assert_cmpuint (n_notified, ==, 1);
  /* A story that comes later, and goes. */
  jol_session_set_story (session, bundled);
  jol_session_select (session, "cpc", JOL_ORIGIN_MAP);
  jol_reader_set_session (JOL_READER (reader), NULL);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_finalize_object (reader);
}

static void
test_sections (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *next = jol_test_find_button (fixture->reader, "Next section");
  GtkWidget *previous = jol_test_find_button (fixture->reader, "Previous section");

  g_assert_false (gtk_widget_get_sensitive (previous));
  g_signal_emit_by_name (next, "clicked");
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");
  g_assert_true (jol_test_is_said (fixture->reader, "3 / 10"));
  jol_test_wait_until (reader_is_section_at_top (fixture, 2));
  g_signal_emit_by_name (previous, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
  jol_test_wait_until (reader_is_section_at_top (fixture, 1));
  /* Back at the beginning, the margin above the title is there again. */
  g_signal_emit_by_name (previous, "clicked");
  jol_test_wait_until (reader_get_scroll (fixture) == 0);
  g_signal_emit_by_name (next, "clicked");

  /* To the last, which cannot come to the top: it is the one in view all the same. */
  for (int i = 0; i < 8; i++)
    g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#many-tables");
  g_assert_false (gtk_widget_get_sensitive (next));
}

static void
test_contents (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *contents = jol_test_find_child (fixture->reader, JOL_TYPE_CONTENTS);
  GtkListBox *list = GTK_LIST_BOX (jol_test_find_child (contents, GTK_TYPE_LIST_BOX));

  g_assert_true (jol_test_is_said (contents, "Four fifths through one pipe"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 10));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 3));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 3));
  jol_test_wait_until (reader_is_section_at_top (fixture, 3));
}

static void
test_article_elsewhere (ReaderFixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  jol_session_set_article (fixture->session, "one-to-many#old-roads", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_section_at_top (fixture, 6));
  g_assert_true (jol_test_is_said (fixture->reader, "7 / 10"));
  /* Nobody scrolled: no scene. */
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));

  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_get_scroll (fixture) < 30);
  g_assert_true (jol_test_is_said (fixture->reader, "1 / 10"));
}

static void
test_no_article (void)
{
  g_autoptr (JolStory) bundled = jol_story_load_bundled ();
  g_autoptr (JolStory) story = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"bare\", \"title\": \"Bare\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"}}");
  ReaderFixture fixture = { 0 };
  GtkWidget *empty;

  reader_fixture_open (&fixture, story);
  empty = jol_test_find_child (fixture.reader, ADW_TYPE_STATUS_PAGE);
  jol_test_wait_until (gtk_widget_get_mapped (empty));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture.view)));
  g_assert_false (gtk_widget_is_sensitive (jol_test_find_button (fixture.reader, "Next section")));
  /* And another story in its place. */
  jol_session_set_story (fixture.session, bundled);
  jol_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture.view)));
  g_assert_false (gtk_widget_get_mapped (empty));
  /* And back, from the middle of the text. */
  jol_test_wait_until (reader_is_measured (&fixture) && reader_get_bottom (&fixture) > 0);
  reader_scroll_to (&fixture, reader_get_bottom (&fixture) / 2);
  jol_session_set_story (fixture.session, story);
  jol_test_wait_until (gtk_widget_get_mapped (empty));
  reader_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReaderFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reader/text", test_text },
    { "/reader/sections", test_sections },
    { "/reader/contents", test_contents },
    { "/reader/article-elsewhere", test_article_elsewhere },
    { "/reader/other-article", test_other_article },
  };

  jol_test_init_ui (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReaderFixture, NULL, reader_fixture_set_up, tests[i].test,
                reader_fixture_tear_down);
  g_test_add_func ("/reader/session", test_session);
  g_test_add_func ("/reader/no-article", test_no_article);
  return jol_test_run ();
}
