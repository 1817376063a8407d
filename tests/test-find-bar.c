/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-find-bar.h"
#include "jol-find.h"
#include "jol-reader.h"
#include "jol-test-live.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

static const char story_json[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
    " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
    " \"articles\": [{\"id\": \"first\", \"title\": \"First\", \"sections\": ["
    "  {\"id\": \"a\", \"body\": \"Gas to Aşgabat. No gas.\"},"
    "  {\"id\": \"b\", \"heading\": \"Oil\", \"body\": \"Less GAS.\"}]},"
    "  {\"id\": \"second\", \"title\": \"Second\", \"sections\": ["
    "  {\"id\": \"c\", \"body\": \"Of gas, again.\"}]}]}";

typedef struct
{
  ReaderFixture reader;
  JolFindBar *bar;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_test_load_story (story_json);

  reader_fixture_open (&fixture->reader, story);
  fixture->bar = JOL_FIND_BAR (jol_test_find_child (fixture->reader.reader, JOL_TYPE_FIND_BAR));
  fixture->entry = jol_test_find_child (GTK_WIDGET (fixture->bar), GTK_TYPE_ENTRY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  reader_fixture_tear_down (&fixture->reader, NULL);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static gboolean
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (jol_test_find_named_controller (fixture->entry, "jol-find-keys"),
                         "key-pressed", keyval, 0, state, &is_handled);
  return is_handled;
}

/* The texts that carry a tag, with "|" between. */
static char *
dup_tagged (Fixture *fixture, const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader.view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  g_autoptr (GString) found = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_starts_tag (&start, tag) ||
         gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      g_autofree char *text = NULL;

      end = start;
      if (!gtk_text_iter_forward_to_tag_toggle (&end, tag))
        break;
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      g_string_append_printf (found, "%s%s", found->len ? "|" : "", text);
      start = end;
    }
  return g_strdup (found->str);
}

static void
assert_matches (Fixture *fixture, const char *wanted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader.view));
  GArray *matches = jol_find_bar_get_matches (fixture->bar);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const JolFindMatch *match = &g_array_index (matches, JolFindMatch, i);
      g_autofree char *text = NULL;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, match->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, match->end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      g_string_append_printf (found, "%s%s", found->len ? "|" : "", text);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
assert_tagged (Fixture *fixture, const char *name, const char *wanted)
{
  g_autofree char *found = dup_tagged (fixture, name);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  guint n_matches;

  g_assert_false (jol_find_bar_is_open (fixture->bar));
  jol_reader_find (JOL_READER (fixture->reader.reader));
  g_assert_true (jol_find_bar_is_open (fixture->bar));
  type (fixture, "gas");
  g_assert_cmpint (jol_find_bar_get_current (fixture->bar, &n_matches), ==, 0);
  g_assert_cmpuint (n_matches, ==, 3);
  g_assert_true (jol_test_is_said (GTK_WIDGET (fixture->bar), "1 of 3"));
  assert_matches (fixture, "Gas|gas|GAS");
  assert_tagged (fixture, "find-current", "Gas");

  type (fixture, "ASGABAT");
  assert_matches (fixture, "Aşgabat");
  g_assert_true (jol_test_is_said (GTK_WIDGET (fixture->bar), "1 of 1"));

  type (fixture, "uranium");
  assert_matches (fixture, "");
  assert_tagged (fixture, "find-current", "");
  g_assert_true (jol_test_is_said (GTK_WIDGET (fixture->bar), "Not found"));
  g_assert_true (gtk_widget_has_css_class (fixture->entry, "error"));
  g_assert_false (
      gtk_widget_get_sensitive (jol_test_find_button (GTK_WIDGET (fixture->bar), "Next match")));

  type (fixture, "");
  g_assert_false (jol_test_is_said (GTK_WIDGET (fixture->bar), "Not found"));
  g_assert_false (gtk_widget_has_css_class (fixture->entry, "error"));
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  jol_reader_find (JOL_READER (fixture->reader.reader));
  type (fixture, "gas");
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_true (jol_test_is_said (bar, "2 of 3"));
  assert_tagged (fixture, "find-current", "gas");
  g_signal_emit_by_name (jol_test_find_button (bar, "Next match"), "clicked");
  g_assert_true (jol_test_is_said (bar, "3 of 3"));
  /* Where that is, is what is read. */
  g_assert_cmpstr (jol_session_get_article (fixture->reader.session), ==, "first#b");
  /* Round the end, and back. */
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_true (jol_test_is_said (bar, "1 of 3"));
  g_assert_true (press (fixture, GDK_KEY_KP_Enter, GDK_SHIFT_MASK));
  g_assert_true (jol_test_is_said (bar, "3 of 3"));
  g_signal_emit_by_name (jol_test_find_button (bar, "Previous match"), "clicked");
  g_assert_true (jol_test_is_said (bar, "2 of 3"));
  assert_matches (fixture, "Gas|gas|GAS");
  /* More letters of the same word stay where they are. */
  type (fixture, "gas.");
  assert_matches (fixture, "gas.|GAS.");
  g_assert_true (jol_test_is_said (bar, "1 of 2"));
  g_assert_false (press (fixture, GDK_KEY_a, 0));
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  jol_reader_find (JOL_READER (fixture->reader.reader));
  jol_test_wait_until (gtk_widget_get_focus_child (fixture->entry) != NULL);
  type (fixture, "gas");
  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_false (jol_find_bar_is_open (fixture->bar));
  assert_matches (fixture, "");
  assert_tagged (fixture, "find-current", "");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->reader.view)));

  /* A step opens it again, with the same words. */
  jol_reader_find_step (JOL_READER (fixture->reader.reader), 1);
  g_assert_true (jol_find_bar_is_open (fixture->bar));
  assert_matches (fixture, "Gas|gas|GAS");
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->reader.view));
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "gas.", 0, &start, &end, NULL));
  gtk_text_iter_backward_char (&end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  jol_reader_find (JOL_READER (fixture->reader.reader));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "gas");
  g_assert_true (jol_test_is_said (GTK_WIDGET (fixture->bar), "2 of 3"));
}

/* Another article is read from its beginning, with the words marked in it. */
static void
test_other_article (Fixture *fixture, gconstpointer data)
{
  jol_reader_find (JOL_READER (fixture->reader.reader));
  type (fixture, "gas");
  jol_session_set_article (fixture->reader.session, "second", JOL_ORIGIN_APP);
  g_assert_cmpint (jol_find_bar_get_current (fixture->bar, NULL), ==, -1);
  g_assert_true (jol_test_is_said (GTK_WIDGET (fixture->bar), "1 found"));
  assert_matches (fixture, "gas");
  assert_tagged (fixture, "find-current", "");
  jol_find_bar_step (fixture->bar, -1);
  assert_tagged (fixture, "find-current", "gas");
  /* No story, nothing to find. */
  jol_reader_set_session (JOL_READER (fixture->reader.reader), NULL);
  g_assert_false (jol_find_bar_is_open (fixture->bar));
  jol_reader_find (JOL_READER (fixture->reader.reader));
  g_assert_false (jol_find_bar_is_open (fixture->bar));
}

static gboolean
is_in_sight (ReaderFixture *fixture, const char *tag_name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag_name);
  GdkRectangle sight, area;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  if (!gtk_text_iter_forward_to_tag_toggle (&iter, tag))
    return FALSE;
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &area);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->view), &sight);
  return area.y >= sight.y && area.y + area.height <= sight.y + sight.height;
}

static void
test_scrolls (ReaderFixture *fixture, gconstpointer data)
{
  JolFindBar *bar = JOL_FIND_BAR (jol_test_find_child (fixture->reader, JOL_TYPE_FIND_BAR));
  GtkWidget *entry = jol_test_find_child (GTK_WIDGET (bar), GTK_TYPE_ENTRY);
  guint n_matches;

  jol_test_wait_until (reader_is_measured (fixture));
  jol_reader_find (JOL_READER (fixture->reader));
  gtk_editable_set_text (GTK_EDITABLE (entry), "kazakhstan");
  jol_find_bar_get_current (bar, &n_matches);
  g_assert_cmpuint (n_matches, >, 5);
  for (guint i = 0; i < n_matches; i++)
    {
      jol_find_bar_step (bar, 1);
      jol_test_wait_until (is_in_sight (fixture, "find-current"));
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/find-bar/marks", test_marks },
    { "/find-bar/steps", test_steps },
    { "/find-bar/close", test_close },
    { "/find-bar/selection", test_selection },
    { "/find-bar/other-article", test_other_article },
  };

  jol_test_init_ui (&argc, &argv);
  /* GTK loses a reference to a buffer in which something was selected; what the buffer held is let
   * go, which this does not excuse. */
  jol_test_live_excuse ("JolArticleBuffer");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/find-bar/scrolls", ReaderFixture, NULL, reader_fixture_set_up, test_scrolls,
              reader_fixture_tear_down);
  return jol_test_run ();
}
