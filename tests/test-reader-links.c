/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-popover.h"
#include "jol-link-popover.h"
#include "jol-reader.h"
#include "jol-test-reader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

static void
test_mention (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_MENTION, "cagp-line-a-2009");

  jol_article_view_activate_link (fixture->view, link);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cagp-line-a-2009");
  reader_assert_date (fixture, "2009-12-14");

  /* The date of the mention, not that at which the route began. */
  link = reader_find_link (fixture, JOL_LINK_MENTION, "central-asia-center");
  jol_article_view_activate_link (fixture->view, link);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "central-asia-center");
  g_assert_true (jol_date_is_set (&reader_get_link (fixture, link)->date));
  reader_assert_date (fixture, "1991");
}

static void
test_pointer (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_MENTION, NULL);
  const JolArticleLink *at = reader_get_link (fixture, link);
  GtkEventController *motion =
      jol_test_find_named_controller (GTK_WIDGET (fixture->view), "jol-link-motion");
  GdkRectangle area;
  double x, y;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, link));
  jol_article_view_get_link_area (fixture->view, link, &area);
  x = area.x + area.width / 2;
  y = area.y + area.height / 2;
  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, at->target);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_HOVERED);
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (jol_session_get_hover (fixture->session));

  g_signal_emit_by_name (
      jol_test_find_named_controller (GTK_WIDGET (fixture->view), "jol-link-click"), "released", 1,
      x, y);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, at->target);
}

static void
test_keyboard (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  gboolean is_handled = FALSE;
  int last;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, 0));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, -1);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, 0);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, 0);
  /* Looking is not choosing. */
  g_assert_null (jol_session_get_selection (fixture->session));

  g_signal_emit_by_name (
      jol_test_find_named_controller (GTK_WIDGET (fixture->view), "jol-link-keys"), "key-pressed",
      GDK_KEY_Return, 0, 0, &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==,
                   reader_get_link (fixture, 0)->target);

  /* Far down, the text comes along; behind the last link the focus leaves. */
  last = (int) jol_article_buffer_get_n_links (jol_article_view_get_article (fixture->view)) - 1;
  while (jol_article_view_get_focused_link (fixture->view) < last)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, (guint) last));
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, -1);
}

/* Tab comes to each link of the essay once, in the order in which it is read, with the caret of a
 * screen reader at it and, of a claim, the verdict in what is said. */
static void
test_reading_order (ReaderFixture *fixture, gconstpointer user_data)
{
  static const char *const words[] = {
    [JOL_VERDICT_SUPPORTED] = "supported", [JOL_VERDICT_PARTLY] = "partly",
    [JOL_VERDICT_CONTESTED] = "contested", [JOL_VERDICT_WRONG] = "wrong",
    [JOL_VERDICT_OPINION] = "opinion",
  };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  const guint n_links = jol_article_buffer_get_n_links (JOL_ARTICLE_BUFFER (buffer));
  int last = -1;
  guint n_claims = 0;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, 0));
  for (guint i = 0; i < n_links; i++)
    {
      const JolArticleLink *link = reader_get_link (fixture, i);
      int caret;

      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
      g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, (int) i);
      g_object_get (buffer, "cursor-position", &caret, NULL);
      g_assert_cmpint (caret, ==, link->start);
      g_assert_cmpint (caret, >, last);
      last = caret;
      if (JOL_IS_CLAIM (link->entity))
        {
          const JolVerdict verdict = jol_claim_get_verdict (JOL_CLAIM (link->entity));
          g_autofree char *said = g_strdup_printf ("Claim, %s: %s", words[verdict],
                                                   jol_entity_get_title (link->entity, "en"));
          GtkTextIter start, end;
          g_autofree char *mark = NULL;

          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
          /* And whoever has the text read from end to end hears it too. */
          gtk_text_buffer_get_iter_at_offset (buffer, &start, link->mark_start);
          gtk_text_buffer_get_iter_at_offset (buffer, &end, link->mark_end);
          mark = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
          g_assert_nonnull (strstr (mark, words[verdict]));
          n_claims++;
        }
    }
  g_assert_cmpuint (n_claims, >, 60);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD));
}

/* After a jump within the article, the keys go on from there. */
static void
test_keys_follow (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->view);
  const int section = jol_article_buffer_get_section_offset (buffer, 3);
  int link;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, 0));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, 0);

  for (guint i = 0; i < 3; i++)
    g_assert_true (jol_reader_step_section (JOL_READER (fixture->reader), 1));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  link = jol_article_view_get_focused_link (fixture->view);
  g_assert_cmpint (reader_get_link (fixture, (guint) link)->start, >=, section);
  g_assert_cmpint (reader_get_link (fixture, (guint) link - 1)->start, <, section);

  g_assert_true (jol_reader_step_section (JOL_READER (fixture->reader), -1));
  g_assert_true (jol_reader_step_section (JOL_READER (fixture->reader), 1));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, link - 1);

  link = (int) reader_find_link (fixture, JOL_LINK_MENTION, "xian-2023");
  jol_test_wait_until (!jol_article_view_is_link_in_sight (fixture->view, (guint) link));
  g_assert_true (jol_session_select (fixture->session, "xian-2023", JOL_ORIGIN_MAP));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, link);
}

static void
test_selection (ReaderFixture *fixture, gconstpointer user_data)
{
  guint route = reader_find_link (fixture, JOL_LINK_MENTION, "cpc");
  guint other = reader_find_link (fixture, JOL_LINK_MENTION, "xian-2023");
  guint claim = reader_find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  double before = reader_get_scroll (fixture);

  g_assert_false (jol_article_view_is_link_in_sight (fixture->view, route));
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, route), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, claim), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_NONE);
  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, route));
  g_assert_cmpfloat (reader_get_scroll (fixture), >, before);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
  g_assert_true (jol_test_is_said (fixture->reader, "4 / 10"));

  /* What the reader did itself moves nothing. */
  before = reader_get_scroll (fixture);
  jol_session_select (fixture->session, "xian-2023", JOL_ORIGIN_READER);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, route), ==, JOL_LINK_MARK_NONE);
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_NONE);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
}

static void
test_hover (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_MENTION, "cpc");

  jol_session_set_hover (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_HOVERED);
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_SELECTED);
  jol_session_set_hover (fixture->session, NULL, JOL_ORIGIN_MAP);
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_NONE);
}

static void
test_claim (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_CLAIM, NULL);
  JolEntity *claim = reader_get_link (fixture, link)->entity;
  GtkWidget *popover;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, link));
  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  g_assert_nonnull (popover);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_is_said (popover, jol_entity_get_title (claim, "en")));
  g_assert_true (jol_test_is_said (popover, jol_entity_get_summary (claim, "en")));
  g_assert_true (jol_test_is_said (popover, "≈ partly"));
  g_assert_true (jol_test_is_said (popover, "Sources"));
  g_assert_true (jol_test_is_said (popover, "About"));
  /* It shows, and selects nothing. */
  g_assert_null (jol_session_get_selection (fixture->session));

  link = reader_find_link (fixture, JOL_LINK_SOURCE, NULL);
  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_LINK_POPOVER);
  g_assert_true (jol_test_is_said (
      popover, jol_entity_get_title (reader_get_link (fixture, link)->entity, "en")));
}

/* Whichever of its lines is the widest, it is as high as its words. */
static void
test_claim_height (ReaderFixture *fixture, gconstpointer user_data)
{
  GtkWidget *popover, *scroller, *words;
  int wanted;

  jol_article_view_activate_link (fixture->view,
                                  reader_find_link (fixture, JOL_LINK_CLAIM, "claim-wars-confirm"));
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  scroller = jol_test_find_child (popover, GTK_TYPE_SCROLLED_WINDOW);
  words = jol_test_find_child (scroller, GTK_TYPE_BOX);
  jol_test_wait_until (gtk_widget_get_height (scroller) > 0);
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (scroller), NULL,
                      &wanted, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_height (scroller), ==, wanted);
}

/* A source of a claim is shown before it is opened, and says which it is of the list. */
static void
test_claim_source (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  JolEntity *claim = reader_get_link (fixture, link)->entity;
  JolSource *source =
      JOL_SOURCE (jol_story_lookup (fixture->story, jol_entity_get_source_ids (claim)[0]));
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->view);
  const guint number = jol_article_buffer_get_source_number (buffer, source);
  const char *id = jol_entity_get_id (JOL_ENTITY (source));
  g_autofree char *note = g_strdup_printf ("[%u] · %s", number, jol_source_get_publisher (source));
  GtkWidget *popover;

  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_activate_link (popover, id));
  jol_test_wait_until (!gtk_widget_get_mapped (popover));

  popover = jol_test_find_child (fixture->reader, JOL_TYPE_LINK_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_cmpuint (number, >, 0);
  g_assert_true (jol_test_is_said (popover, jol_entity_get_title (JOL_ENTITY (source), "en")));
  g_assert_true (jol_test_is_said (popover, jol_source_get_url (source)));
  g_assert_nonnull (strstr (note, jol_source_get_publisher (source)));
  g_assert_true (jol_test_is_said (popover, "Open in browser"));
  g_assert_true (jol_test_is_said (popover, "Copy reference"));
}

/* And says so when no page of it was read. */
static void
test_claim_source_note (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_CLAIM, "claim-russian-official");
  GtkWidget *popover;

  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_activate_link (popover, "src-kz-constitution"));
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_LINK_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_is_said (popover, "Cited from general knowledge; no page was read."));
}

/* The links of a claim's popover lead to what it is about. */
static void
test_claim_about (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  GtkWidget *popover;

  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_activate_link (popover, "cpc"));
  jol_test_wait_until (g_strcmp0 (jol_session_get_selection (fixture->session), "cpc") == 0);
  jol_test_wait_until (!gtk_widget_get_mapped (popover));
}

static void
claims_wanted_cb (char **wanted, const char *id)
{
  g_free (*wanted);
  *wanted = g_strdup (id ? id : "all");
}

/* From one claim, and from the bar over the text, to all of them. */
static void
test_all_claims (ReaderFixture *fixture, gconstpointer user_data)
{
  guint link = reader_find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  g_autofree char *wanted = NULL;
  GtkWidget *popover;

  g_signal_connect_swapped (fixture->reader, "claims-wanted", G_CALLBACK (claims_wanted_cb),
                            &wanted);
  g_signal_emit_by_name (jol_test_find_button (fixture->reader, "All claims"), "clicked");
  g_assert_cmpstr (wanted, ==, "all");

  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_signal_emit_by_name (jol_test_find_child (popover, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (wanted, ==, "claim-cpc-80");
  jol_test_wait_until (!gtk_widget_get_mapped (popover));
}

/* A link out is shown in full before it is opened, its host as computers know it. */
static void
test_web (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
      " \"language\": \"en\", \"articles\": [{\"id\": \"a\", \"title\": \"A\","
      " \"sections\": [{\"id\": \"s\","
      "  \"body\": \"A [bank](https://b\u0430nk.example/in?a=1).\"}]}]}");
  ReaderFixture fixture = { 0 };
  GtkWidget *popover;

  reader_fixture_open (&fixture, story);
  jol_article_view_activate_link (fixture.view, reader_find_link (&fixture, JOL_LINK_WEB, NULL));
  popover = jol_test_find_child (fixture.reader, JOL_TYPE_LINK_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  /* The second letter is Cyrillic. */
  g_assert_true (jol_test_is_said (popover, "xn--bnk-6cd.example"));
  g_assert_true (jol_test_is_said (popover, "https://b\u0430nk.example/in?a=1"));
  g_assert_true (jol_test_is_said (popover, "This link leads out of Jol."));
  g_assert_true (jol_test_is_said (popover, "Open in browser"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  jol_test_wait_until (!gtk_widget_get_mapped (popover));
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
    { "/reader-links/mention", test_mention },
    { "/reader-links/pointer", test_pointer },
    { "/reader-links/keyboard", test_keyboard },
    { "/reader-links/reading-order", test_reading_order },
    { "/reader-links/keys-follow", test_keys_follow },
    { "/reader-links/selection", test_selection },
    { "/reader-links/hover", test_hover },
    { "/reader-links/claim", test_claim },
    { "/reader-links/claim-height", test_claim_height },
    { "/reader-links/claim-about", test_claim_about },
    { "/reader-links/claim-source", test_claim_source },
    { "/reader-links/claim-source-note", test_claim_source_note },
    { "/reader-links/all-claims", test_all_claims },
  };

  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/reader-links/web", test_web);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReaderFixture, NULL, reader_fixture_set_up, tests[i].test,
                reader_fixture_tear_down);
  return jol_test_run ();
}
