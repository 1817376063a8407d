/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-copy.h"
#include "jol-test-live.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

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
    "[here](#source:two).\\n\\n```table\\na | b\\n1 | 2\\n```\"},"
    "  {\"id\": \"b\", \"heading\": \"Then\", \"body\": \"A second, with five words.\"}]}]}";

static int
find_words (ReaderFixture *fixture, const char *words)
{
  g_autofree char *text = reader_get_text (fixture);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (int) g_utf8_pointer_to_offset (text, found);
}

/* Copies from the first words up to the others, as by the keys for it; returns the clipboard. */
static char *
copy (ReaderFixture *fixture, const char *from_words, const char *to_words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_auto (GValue) value = G_VALUE_INIT;
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, find_words (fixture, from_words));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, find_words (fixture, to_words));
  gtk_text_buffer_select_range (buffer, &from, &to);
  g_signal_emit_by_name (fixture->view, "copy-clipboard");
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  return g_value_dup_string (&value);
}

static void
open_story (ReaderFixture *fixture)
{
  g_autoptr (JolStory) story = jol_test_load_story (cited_story);

  reader_fixture_open (fixture, story);
}

/* Without what the reader adds to the words, and with where they are from. */
static void
test_passage (void)
{
  ReaderFixture fixture = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_story (&fixture);
  first = copy (&fixture, "It is so.", "a\tb");
  g_assert_cmpstr (first, ==,
                   "It is so. See here, there and here.\n\n"
                   "— First. From “Own”, a story in Jol\njol:own?article=first%23a\n");
  second = copy (&fixture, "A second", "Sources");
  g_assert_cmpstr (second, ==,
                   "A second, with five words.\n\n"
                   "— First, Then. From “Own”, a story in Jol\njol:own?article=first%23b\n");
  reader_fixture_tear_down (&fixture, NULL);
}

/* A name or a figure is wanted as it is; cells keep apart. */
static void
test_few_words (void)
{
  ReaderFixture fixture = { 0 };
  g_autofree char *words = NULL;
  g_autofree char *cells = NULL;

  open_story (&fixture);
  words = copy (&fixture, "second,", " words.");
  g_assert_cmpstr (words, ==, "second, with five");
  cells = copy (&fixture, "a\tb", "\nThen");
  g_assert_cmpstr (cells, ==, "a\tb\n1\t2");
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_menu (void)
{
  ReaderFixture fixture = { 0 };
  GdkRectangle at;
  GtkWidget *menu;
  GdkClipboard *clipboard;
  g_auto (GValue) value = G_VALUE_INIT;

  open_story (&fixture);
  jol_test_wait_until (reader_is_measured (&fixture));
  jol_article_paint_get_location (GTK_TEXT_VIEW (fixture.view), find_words (&fixture, "second"),
                                  &at);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (fixture.view), GTK_TEXT_WINDOW_WIDGET, at.x,
                                         at.y, &at.x, &at.y);
  g_signal_emit_by_name (
      jol_test_find_named_controller (GTK_WIDGET (fixture.view), "jol-article-menu"), "pressed", 1,
      (double) at.x + 1, (double) at.y + 1);
  menu = jol_test_find_child (GTK_WIDGET (fixture.view), GTK_TYPE_POPOVER_MENU);
  jol_test_wait_until (gtk_widget_get_mapped (menu));
  g_assert_true (jol_test_is_said (menu, "Copy link to passage"));
  g_assert_false (jol_test_is_said (menu, "Paste"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.view), "article.copy-link", NULL));
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture.view));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "jol:own?article=first%23b");
  gtk_popover_popdown (GTK_POPOVER (menu));
  jol_test_wait_until (!gtk_widget_get_mapped (menu));
  reader_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  /* GTK loses a reference to a buffer in which something was selected; what the buffer held is let
   * go, which this does not excuse. */
  jol_test_live_excuse ("JolArticleBuffer");
  g_test_add_func ("/article-copy/passage", test_passage);
  g_test_add_func ("/article-copy/few-words", test_few_words);
  g_test_add_func ("/article-copy/menu", test_menu);
  return jol_test_run ();
}
