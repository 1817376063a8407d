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
    " \"articles\": [{\"id\": \"first\", \"title\": \"First\", \"sections\": [{\"id\": \"a\","
    "   \"body\": \"Before.\\n\\n```table\\nField | Reserves of oil, Mt | Found\\n"
    "[Tengiz](#tengiz) on the *north-eastern* shore | 12.5 | 1979\\n"
    "Kashagan | 9 | 2000\\n**Small** ones | – |\\n```\\n\\nAfter.\"}]}]}";

static void
open_story (ReaderFixture *fixture)
{
  g_autoptr (JolStory) story = jol_test_load_story (own_story);

  reader_fixture_open (fixture, story);
  jol_test_wait_until (reader_is_measured (fixture));
}

static int
find_words (ReaderFixture *fixture, const char *words)
{
  g_autofree char *text = reader_get_text (fixture);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (int) g_utf8_pointer_to_offset (text, found);
}

static void
get_place (ReaderFixture *fixture, const char *words, GdkRectangle *rect_out)
{
  jol_article_paint_get_location (GTK_TEXT_VIEW (fixture->view), find_words (fixture, words),
                                  rect_out);
}

/* The text that is found, read aloud and copied: a row a line, tabs between cells. */
static void
test_text (void)
{
  ReaderFixture fixture = { 0 };
  g_autofree char *text = NULL;

  open_story (&fixture);
  text = reader_get_text (&fixture);
  g_assert_nonnull (strstr (text, "Before.\n"
                                  "Field\tReserves of oil, Mt\tFound\n"
                                  "Tengiz on the north-eastern shore\t12.5\t1979\n"
                                  "Kashagan\t9\t2000\n"
                                  "Small ones\t–\t\n"
                                  "After."));
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_places (void)
{
  ReaderFixture fixture = { 0 };
  GdkRectangle before, head, first, second, name, found, after, point, whole;

  open_story (&fixture);
  get_place (&fixture, "Before.", &before);
  get_place (&fixture, "Field", &head);
  get_place (&fixture, "Tengiz", &first);
  get_place (&fixture, "Kashagan", &second);
  get_place (&fixture, "1979", &name);
  get_place (&fixture, "2000", &found);
  get_place (&fixture, "After.", &after);
  get_place (&fixture, ".5", &point);
  get_place (&fixture, "\t2000", &whole);
  /* Rows below one another, between the paragraphs, and columns in line. */
  g_assert_cmpint (before.y + before.height, <=, head.y);
  g_assert_cmpint (head.y + head.height, <=, first.y);
  g_assert_cmpint (first.y + first.height, <=, second.y);
  g_assert_cmpint (second.y + second.height, <, after.y);
  g_assert_cmpint (head.x, ==, before.x);
  g_assert_cmpint (first.x, ==, second.x);
  g_assert_cmpint (name.x, ==, found.x);
  g_assert_cmpint (first.x + first.width, <, found.x);
  /* The figure without a point ends where that of the other is. */
  g_assert_cmpint (ABS (point.x - whole.x), <=, 1);
  reader_fixture_tear_down (&fixture, NULL);
}

/* What is at a place is found there again. */
static void
test_round_trip (void)
{
  ReaderFixture fixture = { 0 };
  JolArticleBuffer *buffer;
  JolArticleTable *table;

  open_story (&fixture);
  buffer = jol_article_view_get_article (fixture.view);
  g_assert_cmpuint (jol_article_buffer_get_tables (buffer)->len, ==, 1);
  table = g_ptr_array_index (jol_article_buffer_get_tables (buffer), 0);
  g_assert_true (jol_article_buffer_find_table (buffer, find_words (&fixture, "1979")) == table);
  g_assert_null (jol_article_buffer_find_table (buffer, find_words (&fixture, "After")));
  for (int offset = jol_article_table_get_start (table); offset < jol_article_table_get_end (table);
       offset++)
    {
      GdkRectangle at;
      gboolean is_on_text = FALSE;

      g_assert_true (
          jol_article_table_get_location (table, GTK_TEXT_VIEW (fixture.view), offset, &at));
      if (at.width == 0)
        continue; /* behind a cell */
      g_assert_cmpint (jol_article_table_find_offset (table, GTK_TEXT_VIEW (fixture.view),
                                                      at.x + at.width / 2, at.y + at.height / 2,
                                                      &is_on_text),
                       ==, offset);
      g_assert_true (is_on_text);
    }
  reader_fixture_tear_down (&fixture, NULL);
}

static void
test_link (void)
{
  ReaderFixture fixture = { 0 };
  GdkRectangle area;
  guint link;

  open_story (&fixture);
  link = reader_find_link (&fixture, JOL_LINK_MENTION, "tengiz");
  g_assert_true (jol_article_view_is_link_in_sight (fixture.view, link));
  jol_article_view_get_link_area (fixture.view, link, &area);
  g_signal_emit_by_name (
      jol_test_find_named_controller (GTK_WIDGET (fixture.view), "jol-link-motion"), "motion",
      (double) area.x + area.width / 2, (double) area.y + area.height / 2);
  g_assert_cmpstr (jol_session_get_hover (fixture.session), ==, "tengiz");
  /* Beside the words of the same cell there is none. */
  g_signal_emit_by_name (
      jol_test_find_named_controller (GTK_WIDGET (fixture.view), "jol-link-motion"), "motion",
      (double) area.x + area.width + 12, (double) area.y + area.height / 2);
  g_assert_null (jol_session_get_hover (fixture.session));
  reader_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/article-table/text", test_text);
  g_test_add_func ("/article-table/places", test_places);
  g_test_add_func ("/article-table/round-trip", test_round_trip);
  g_test_add_func ("/article-table/link", test_link);
  return jol_test_run ();
}
