/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-switcher.h"
#include "jol-contents.h"
#include "jol-reader.h"
#include "jol-reading-time.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

static double
get_fraction (ReaderFixture *fixture)
{
  return gtk_progress_bar_get_fraction (
      GTK_PROGRESS_BAR (jol_test_find_child (fixture->reader, GTK_TYPE_PROGRESS_BAR)));
}

/* Under the title. */
static gboolean
is_noted (ReaderFixture *fixture, const char *text)
{
  return jol_test_is_said (jol_test_find_child (fixture->reader, JOL_TYPE_ARTICLE_SWITCHER), text);
}

static GtkWidget *
get_next (ReaderFixture *fixture)
{
  GtkWidget *overlay = jol_test_find_child (fixture->reader, GTK_TYPE_OVERLAY);

  return gtk_widget_get_last_child (overlay);
}

/* Goes to the end, which moves while the text is measured on the way to it. */
static gboolean
is_at_end (ReaderFixture *fixture)
{
  if (!reader_is_measured (fixture) || reader_get_bottom (fixture) <= 0)
    return FALSE;
  if (reader_get_scroll (fixture) < reader_get_bottom (fixture) - 1)
    {
      reader_scroll_to (fixture, reader_get_bottom (fixture));
      return FALSE;
    }
  return get_fraction (fixture) > 0.9;
}

/* Of the article that is shown, which data may make longer. */
static guint
get_minutes (ReaderFixture *fixture)
{
  JolArticle *article =
      jol_article_buffer_get_article (jol_article_view_get_article (fixture->view));

  return jol_reading_time_get_minutes (jol_reading_time_count_words (article, "en"));
}

static gboolean
is_left (GtkWidget *widget, guint n_minutes)
{
  g_autofree char *text = g_strdup_printf ("About %u minutes left", n_minutes);

  return jol_test_is_said (widget, text);
}

/* Where the last line of the last section is at the foot of the page. */
static double
get_reading_end (ReaderFixture *fixture)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->view);
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  GdkRectangle sight;
  GtkTextIter iter;
  int top, height;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_buffer_get_sections_end (buffer));
  gtk_text_view_get_line_yrange (view, &iter, &top, &height);
  gtk_text_view_get_visible_rect (view, &sight);
  return reader_get_scroll (fixture) + top + height - (sight.y + sight.height);
}

static void
test_progress (ReaderFixture *fixture, gconstpointer data)
{
  const guint n_minutes = get_minutes (fixture);
  g_autofree char *whole = jol_reading_time_format (n_minutes);

  g_assert_cmpuint (n_minutes, >, 5);
  jol_test_wait_until (reader_is_measured (fixture) && reader_get_bottom (fixture) > 0);
  jol_test_wait_until (is_noted (fixture, whole));
  g_assert_cmpfloat (get_fraction (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (get_next (fixture)));

  /* Of the text, and not of the long list of sources behind it. */
  g_assert_cmpfloat (get_reading_end (fixture), <, reader_get_bottom (fixture) * 0.8);
  reader_scroll_to (fixture, get_reading_end (fixture) / 2);
  jol_test_wait_until (get_fraction (fixture) > 0.4 && get_fraction (fixture) < 0.6);
  jol_test_wait_until (is_left (fixture->reader, n_minutes / 2) ||
                       is_left (fixture->reader, n_minutes / 2 + 1));
  reader_scroll_to (fixture, get_reading_end (fixture) * 0.95);
  jol_test_wait_until (is_noted (fixture, "About a minute left"));
  /* The end moves down while lines that were not shown before are laid out. */
  jol_test_wait_until ((reader_scroll_to (fixture, get_reading_end (fixture) + 1),
                        is_noted (fixture, "Read to the end")));
  g_assert_cmpfloat (get_fraction (fixture), ==, 1);
  /* It would lie on the sources. */
  g_assert_false (gtk_widget_get_visible (get_next (fixture)));
}

static void
test_next (ReaderFixture *fixture, gconstpointer data)
{
  jol_test_wait_until (is_at_end (fixture));
  jol_test_wait_until (is_noted (fixture, "Read to the end"));
  jol_test_wait_until (gtk_widget_get_visible (get_next (fixture)));
  g_assert_true (jol_test_is_said (get_next (fixture), "Next: One pipe out"));
  gtk_test_accessible_assert_property (get_next (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next: One pipe out");
  g_signal_emit_by_name (get_next (fixture), "clicked");
  g_assert_true (g_str_has_prefix (jol_session_get_article (fixture->session), "one-pipe-out"));
  jol_test_wait_until (!gtk_widget_get_visible (get_next (fixture)));
  g_assert_true (is_noted (fixture, "One pipe out"));

  jol_reader_step_article (JOL_READER (fixture->reader), -1);
  g_assert_true (g_str_has_prefix (jol_session_get_article (fixture->session), "one-to-many"));
  /* Before the first there is none, and none after the last. */
  jol_reader_step_article (JOL_READER (fixture->reader), -1);
  g_assert_true (g_str_has_prefix (jol_session_get_article (fixture->session), "one-to-many"));
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_reader_step_article (JOL_READER (fixture->reader), 1);
  g_assert_true (g_str_has_prefix (jol_session_get_article (fixture->session), "how-to-read"));
  jol_test_wait_until (is_at_end (fixture));
  jol_test_wait_until (is_noted (fixture, "Read to the end"));
  g_assert_false (gtk_widget_get_visible (get_next (fixture)));
}

static void
test_short (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"}, \"articles\": ["
      " {\"id\": \"a\", \"title\": \"A\", \"sections\": [{\"id\": \"s\", \"body\": \"One.\"}]},"
      " {\"id\": \"b\", \"title\": \"<b>\", \"sections\": [{\"id\": \"t\", \"body\": "
      "\"Two.\"}]}]}");
  ReaderFixture fixture = { 0 };

  reader_fixture_open (&fixture, story);
  /* All of it is in sight at once: so is what comes next. */
  jol_test_wait_until (is_noted (&fixture, "1 minute to read"));
  jol_test_wait_until (gtk_widget_get_visible (get_next (&fixture)));
  g_assert_true (jol_test_is_said (get_next (&fixture), "Next: <b>"));
  g_assert_cmpfloat (get_fraction (&fixture), ==, 0);
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_contents (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *contents = jol_test_find_child (fixture->reader, JOL_TYPE_CONTENTS);
  GtkListBox *list = GTK_LIST_BOX (jol_test_find_child (contents, GTK_TYPE_LIST_BOX));

  jol_reader_step_section (JOL_READER (fixture->reader), -1);
  jol_reader_step_section (JOL_READER (fixture->reader), 1);
  jol_reader_step_section (JOL_READER (fixture->reader), 1);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");
  jol_reader_open_contents (JOL_READER (fixture->reader));
  jol_test_wait_until (gtk_widget_get_mapped (contents));
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 2));
  jol_test_wait_until (gtk_widget_is_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2))));
  jol_test_wait_until (is_left (contents, get_minutes (fixture) - 1) ||
                       is_left (contents, get_minutes (fixture) - 2) ||
                       is_left (contents, get_minutes (fixture)));
  gtk_popover_popdown (GTK_POPOVER (contents));
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add ("/reader-progress/progress", ReaderFixture, NULL, reader_fixture_set_up,
              test_progress, reader_fixture_tear_down);
  g_test_add ("/reader-progress/next", ReaderFixture, NULL, reader_fixture_set_up, test_next,
              reader_fixture_tear_down);
  g_test_add ("/reader-progress/contents", ReaderFixture, NULL, reader_fixture_set_up,
              test_contents, reader_fixture_tear_down);
  g_test_add_func ("/reader-progress/short", test_short);
  return jol_test_run ();
}
