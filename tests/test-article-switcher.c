/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-switcher.h"
#include "jol-reader.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

static const char two_articles[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
    " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
    " \"articles\": ["
    "  {\"id\": \"first\", \"title\": \"First\", \"summary\": \"What it is about.\","
    "   \"sections\": [{\"id\": \"a\", \"body\": \"One.\"}]},"
    "  {\"id\": \"second\", \"title\": \"Second\", \"sections\": [{\"id\": \"b\", \"heading\":"
    "   \"Here\", \"body\": \"Nothing yet. And more.\"}, {\"id\": \"c\", \"heading\": \"There\","
    "   \"body\": \"More.\"}]}]}";

static JolStory *
load_many_articles (guint n_articles)
{
  g_autoptr (GString) json = g_string_new (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"}, \"articles\": [");

  for (guint i = 1; i <= n_articles; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"a-%u\", \"title\": \"Number %u\","
                            " \"sections\": [{\"id\": \"s-%u\", \"body\": \"Text.\"}]}",
                            i == 1 ? "" : ", ", i, i, i);
  g_string_append (json, "]}");
  return jol_test_load_story (json->str);
}

static GtkWidget *
find_switcher (ReaderFixture *fixture)
{
  return jol_test_find_child (fixture->reader, JOL_TYPE_ARTICLE_SWITCHER);
}

static GtkListBox *
open_list (ReaderFixture *fixture)
{
  GtkWidget *switcher = find_switcher (fixture);
  GtkListBox *list = GTK_LIST_BOX (jol_test_find_child (switcher, GTK_TYPE_LIST_BOX));

  jol_article_switcher_open (JOL_ARTICLE_SWITCHER (switcher));
  jol_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (list)));
  return list;
}

static gboolean
is_row_listed (GtkListBox *list, int index)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)));
}

static void
test_two (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (two_articles);
  ReaderFixture fixture = { 0 };
  GtkListBox *list;
  g_autofree char *text = NULL;

  reader_fixture_open (&fixture, story);
  g_assert_true (jol_test_is_said (find_switcher (&fixture), "First"));
  list = open_list (&fixture);
  /* What each is about: its summary, or how it begins. */
  g_assert_true (jol_test_is_said (GTK_WIDGET (list), "What it is about."));
  g_assert_true (jol_test_is_said (GTK_WIDGET (list), "Nothing yet."));
  g_assert_true (jol_test_is_said (GTK_WIDGET (list), "1 minute to read"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  /* The one that is read is marked and has the keys; few can be overlooked. */
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  jol_test_wait_until (gtk_widget_is_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))));
  g_assert_false (gtk_widget_get_visible (
      jol_test_find_child (find_switcher (&fixture), GTK_TYPE_SEARCH_ENTRY)));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  jol_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_cmpstr (jol_session_get_article (fixture.session), ==, "second");
  text = reader_get_text (&fixture);
  g_assert_true (g_str_has_prefix (text, "Second\n"));
  g_assert_true (jol_test_is_said (find_switcher (&fixture), "Second"));
  g_assert_true (jol_test_is_said (fixture.reader, "1 / 2"));

  /* From outside, with a section. */
  jol_session_set_article (fixture.session, "first#a", JOL_ORIGIN_APP);
  g_assert_true (jol_test_is_said (find_switcher (&fixture), "First"));
  jol_session_set_article (fixture.session, "second#c", JOL_ORIGIN_APP);
  list = open_list (&fixture);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (jol_test_is_said (fixture.reader, "2 / 2"));
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_one (void)
{
  g_autoptr (JolStory) story = load_many_articles (1);
  ReaderFixture fixture = { 0 };
  GtkWidget *button;

  reader_fixture_open (&fixture, story);
  button = jol_test_find_child (find_switcher (&fixture), GTK_TYPE_MENU_BUTTON);
  g_assert_true (jol_test_is_said (find_switcher (&fixture), "Number 1"));
  /* There is nothing to choose, and it does not look so. */
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (gtk_widget_get_visible (jol_test_find_child (button, GTK_TYPE_IMAGE)));
  jol_article_switcher_open (JOL_ARTICLE_SWITCHER (find_switcher (&fixture)));
  g_assert_false (gtk_widget_get_mapped (jol_test_find_child (button, GTK_TYPE_LIST_BOX)));
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_many (void)
{
  g_autoptr (JolStory) story = load_many_articles (50);
  ReaderFixture fixture = { 0 };
  GtkListBox *list;
  GtkWidget *entry;
  g_autofree char *text = NULL;

  reader_fixture_open (&fixture, story);
  list = open_list (&fixture);
  entry = jol_test_find_child (find_switcher (&fixture), GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_get_visible (entry));
  g_assert_cmpint (gtk_widget_get_height (fixture.window), <=, 800);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nUMBER 49");
  jol_test_wait_until (!is_row_listed (list, 0));
  g_assert_true (is_row_listed (list, 48));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (jol_session_get_article (fixture.session), ==, "a-49");

  /* The next time it is the whole list again. */
  jol_test_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (list)));
  open_list (&fixture);
  jol_test_wait_until (is_row_listed (list, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such");
  jol_test_wait_until (!is_row_listed (list, 0));
  g_assert_true (jol_test_is_said (GTK_WIDGET (list), "No article has such a title"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (jol_session_get_article (fixture.session), ==, "a-49");
  reader_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/article-switcher/two", test_two);
  g_test_add_func ("/article-switcher/one", test_one);
  g_test_add_func ("/article-switcher/many", test_many);
  return jol_test_run ();
}
