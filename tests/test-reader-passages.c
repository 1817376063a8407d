/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-passage-bar.h"
#include "jol-reader.h"
#include "jol-test-reader.h"
#include "jol-test-ui.h"

#include <string.h>

#define CPC "Caspian Pipeline Consortium (Tengiz–Novorossiysk)"

static GtkWidget *
get_bar (ReaderFixture *fixture)
{
  return jol_test_find_child (fixture->reader, JOL_TYPE_PASSAGE_BAR);
}

static void
click (ReaderFixture *fixture, const char *tooltip)
{
  GtkWidget *button = jol_test_find_button (get_bar (fixture), tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static JolArticle *
get_article (ReaderFixture *fixture)
{
  return jol_article_buffer_get_article (jol_article_view_get_article (fixture->view));
}

/* Those of the open article. */
static GPtrArray *
list_passages (ReaderFixture *fixture, const char *id)
{
  const GPtrArray *all = jol_story_get_passages_about (fixture->story, id);
  GPtrArray *here = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const JolPassage *passage = g_ptr_array_index (all, i);

      if (passage->article == get_article (fixture))
        g_ptr_array_add (here, (gpointer) passage);
    }
  return here;
}

static void
assert_at (ReaderFixture *fixture, const char *id, guint index)
{
  g_autoptr (GPtrArray) here = list_passages (fixture, id);
  g_autofree char *said =
      g_strdup_printf ("%u of %u passages on %s", index + 1, here->len,
                       jol_entity_get_title (jol_story_lookup (fixture->story, id), "en"));
  int start, end, passage_start, passage_end;

  g_assert_true (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_true (jol_test_is_said (get_bar (fixture), said));
  jol_article_view_get_passage (fixture->view, &start, &end);
  jol_article_buffer_find_passage (jol_article_view_get_article (fixture->view),
                                   g_ptr_array_index (here, index), &passage_start, &passage_end);
  g_assert_cmpint (start, ==, passage_start);
  g_assert_cmpint (end, ==, passage_end);
  jol_test_wait_until (jol_article_view_is_offset_in_sight (fixture->view, start));
}

/* The text at each passage's place is that passage, but for the marks of claims. */
static void
test_places (ReaderFixture *fixture, gconstpointer data)
{
  guint n_articles, n_places, n_checked = 0;
  JolArticle *const *articles = jol_story_get_articles (fixture->story, &n_articles);
  JolClaim *const *claims = jol_story_get_claims (fixture->story, &n_places);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (JolArticleBuffer) buffer =
          jol_article_buffer_new (fixture->story, articles[i], "en");

      for (guint j = 0; j < n_places; j++)
        {
          const GPtrArray *passages = jol_story_get_passages_about (
              fixture->story, jol_entity_get_id (JOL_ENTITY (claims[j])));

          for (guint k = 0; k < passages->len; k++)
            {
              const JolPassage *passage = g_ptr_array_index (passages, k);
              g_autofree char *text = NULL;
              g_autofree char *begin = g_utf8_substring (passage->text, 0, 8);
              g_autofree char *last =
                  g_utf8_substring (passage->text, passage->end - passage->start - 2, -1);
              GtkTextIter from, to;
              int start, end;

              if (passage->article != articles[i])
                continue;
              jol_article_buffer_find_passage (buffer, passage, &start, &end);
              gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &from, start);
              gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &to, end);
              text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (buffer), &from, &to, FALSE);
              g_assert_true (g_str_has_prefix (text, begin));
              g_assert_true (g_str_has_suffix (text, last));
              n_checked++;
            }
        }
    }
  g_assert_cmpuint (n_checked, >, 80);
}

static void
test_step (ReaderFixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_false (jol_reader_step_passage (JOL_READER (fixture->reader), 1));

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  assert_at (fixture, "cpc", 0);
  g_assert_false (jol_article_view_is_lit (fixture->view));
  click (fixture, "Next passage");
  assert_at (fixture, "cpc", 1);
  g_assert_true (jol_article_view_is_lit (fixture->view));
  click (fixture, "Next passage");
  click (fixture, "Previous passage");
  assert_at (fixture, "cpc", 1);
  /* By itself, a moment later. */
  jol_test_wait_until (!jol_article_view_is_lit (fixture->view));

  /* Stepping is reading: it chooses nothing, and makes no history. */
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  jol_session_go_back (fixture->session);
  g_assert_false (jol_session_can_go_back (fixture->session));
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
}

static void
test_scrolled_away (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) here = list_passages (fixture, "cpc");

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  assert_at (fixture, "cpc", 0);
  jol_test_wait_until (reader_is_measured (fixture));

  /* Who has scrolled on means what comes there. */
  reader_turn_wheel (fixture);
  reader_scroll_to (fixture, reader_get_bottom (fixture));
  click (fixture, "Previous passage");
  assert_at (fixture, "cpc", here->len - 1);
  reader_turn_wheel (fixture);
  reader_scroll_to (fixture, 0);
  click (fixture, "Next passage");
  assert_at (fixture, "cpc", 0);
}

static void
test_other_articles (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) here = list_passages (fixture, "cpc");

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  assert_at (fixture, "cpc", 0);
  for (guint i = 1; i < here->len; i++)
    click (fixture, "Next passage");
  assert_at (fixture, "cpc", here->len - 1);

  click (fixture, "Next passage, in “One pipe out”");
  g_assert_cmpstr (jol_entity_get_id (JOL_ENTITY (get_article (fixture))), ==, "one-pipe-out");
  assert_at (fixture, "cpc", 0);
  click (fixture, "Previous passage, in “From one partner to many”");
  assert_at (fixture, "cpc", here->len - 1);

  /* From the last of all to the first, and back. */
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  g_assert_true (jol_test_is_said (get_bar (fixture), "4 passages on " CPC));
  g_ptr_array_unref (here);
  here = list_passages (fixture, "cpc");
  g_assert_cmpuint (here->len, ==, 4);
  for (guint i = 0; i < here->len; i++)
    g_assert_true (jol_reader_step_passage (JOL_READER (fixture->reader), 1));
  assert_at (fixture, "cpc", 3);
  click (fixture, "Next passage, in “From one partner to many”");
  assert_at (fixture, "cpc", 0);
  click (fixture, "Previous passage, in “How to read a claim”");
  assert_at (fixture, "cpc", 3);
}

/* An article that says nothing of it has no bar, but the keys lead to one that does. */
static void
test_elsewhere (ReaderFixture *fixture, gconstpointer data)
{
  jol_session_set_article (fixture->session, "summit-calendar", JOL_ORIGIN_APP);
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_true (jol_reader_step_passage (JOL_READER (fixture->reader), -1));
  g_assert_cmpstr (jol_entity_get_id (JOL_ENTITY (get_article (fixture))), ==, "gas-turns-east");
  jol_session_set_article (fixture->session, "summit-calendar", JOL_ORIGIN_APP);
  g_assert_true (jol_reader_step_passage (JOL_READER (fixture->reader), 1));
  g_assert_cmpstr (jol_entity_get_id (JOL_ENTITY (get_article (fixture))), ==, "how-to-read");
  assert_at (fixture, "cpc", 0);
}

static void
test_close (ReaderFixture *fixture, gconstpointer data)
{
  int start, end;

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  click (fixture, "Close");
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  jol_article_view_get_passage (fixture->view, &start, &end);
  g_assert_cmpint (start, ==, end);
  /* What is selected is so still. */
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  jol_session_set_article (fixture->session, "one-pipe-out", JOL_ORIGIN_APP);
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));

  jol_session_select (fixture->session, "tengiz", JOL_ORIGIN_MAP);
  g_assert_true (gtk_widget_get_visible (get_bar (fixture)));
}

/* Another view asks for a passage, here or in another article. */
static void
test_shown (ReaderFixture *fixture, gconstpointer data)
{
  const GPtrArray *all = jol_story_get_passages_about (fixture->story, "cpc");
  const JolPassage *passage = g_ptr_array_index (all, all->len - 1);
  g_autoptr (GPtrArray) here = NULL;

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  jol_session_show_passage (fixture->session, g_ptr_array_index (all, 3), JOL_ORIGIN_CARD);
  assert_at (fixture, "cpc", 3);
  g_assert_true (jol_article_view_is_lit (fixture->view));

  jol_session_show_passage (fixture->session, passage, JOL_ORIGIN_CARD);
  g_assert_true (get_article (fixture) == passage->article);
  here = list_passages (fixture, "cpc");
  assert_at (fixture, "cpc", here->len - 1);

  /* Even of what is not selected. */
  passage = g_ptr_array_index (jol_story_get_passages_about (fixture->story, "xian-2023"), 0);
  jol_session_show_passage (fixture->session, passage, JOL_ORIGIN_CARD);
  g_assert_true (get_article (fixture) == passage->article);
  g_assert_true (jol_article_view_is_lit (fixture->view));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReaderFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reader-passages/places", test_places },
    { "/reader-passages/step", test_step },
    { "/reader-passages/scrolled-away", test_scrolled_away },
    { "/reader-passages/other-articles", test_other_articles },
    { "/reader-passages/elsewhere", test_elsewhere },
    { "/reader-passages/close", test_close },
    { "/reader-passages/shown", test_shown },
  };

  jol_test_init_ui (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReaderFixture, NULL, reader_fixture_set_up, tests[i].test,
                reader_fixture_tear_down);
  return jol_test_run ();
}
