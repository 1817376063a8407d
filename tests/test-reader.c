/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-ui.h"

#include "jol-article-view.h"
#include "jol-claim-popover.h"
#include "jol-contents.h"
#include "jol-reader.h"
#include "jol-story-loader.h"

#include <string.h>

#define WIDTH_PX 380
#define HEIGHT_PX 800

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *window;
  GtkWidget *reader;
  JolArticleView *view;
  GtkScrolledWindow *scroller;
} Fixture;

static JolStory *bundled;

static void
open_story (Fixture *fixture, JolStory *story)
{
  fixture->story = g_object_ref (story);
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  fixture->reader = jol_reader_new ();
  jol_reader_set_session (JOL_READER (fixture->reader), fixture->session);
  fixture->window = jol_test_show (fixture->reader, WIDTH_PX, HEIGHT_PX);
  fixture->view = JOL_ARTICLE_VIEW (jol_test_find_child (fixture->reader, JOL_TYPE_ARTICLE_VIEW));
  fixture->scroller = GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_SCROLLED_WINDOW));
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  open_story (fixture, bundled);
  jol_session_set_follow_text (fixture->session, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->story);
}

static JolStory *
load_text (const char *text)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "own.jol.json", NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  JolStory *story;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  story = jol_story_load (path, problems, NULL, &error);
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_no_error (error);
  jol_test_remove_folder (folder);
  return story;
}

static char *
get_text (Fixture *fixture)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)), "text", &text, NULL);
  return text;
}

static guint
find_link (Fixture *fixture, JolLinkKind kind, const char *target)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->view);

  for (guint i = 0; i < jol_article_buffer_get_n_links (buffer); i++)
    {
      const JolArticleLink *link = jol_article_buffer_get_link (buffer, i);

      if (link->kind == kind && (!target || strcmp (link->target, target) == 0))
        return i;
    }

  g_error ("no link to %s", target ? target : "anything of that kind");
}

static const JolArticleLink *
get_link (Fixture *fixture, guint index)
{
  return jol_article_buffer_get_link (jol_article_view_get_article (fixture->view), index);
}

/* By name: a text view has more than one of each kind. */
static GtkEventController *
find_controller (Fixture *fixture, const char *name)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller; /* the view holds it */
    }

  g_error ("no controller %s", name);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0)
        return child;
      found = find_button (child, tooltip);
      if (found)
        return found;
    }
  return NULL;
}

/* Whether a label below @widget says @text. */
static gboolean
is_said (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_said (child, text))
        return TRUE;
    }
  return FALSE;
}

static double
get_scroll (Fixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (fixture->scroller));
}

static double
get_bottom (Fixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* The text view measures its lines bit by bit; the height of the whole is an estimate until then.
 */
static gboolean
is_measured (Fixture *fixture)
{
  static double last_bottom;
  static guint n_same;

  n_same = get_bottom (fixture) == last_bottom ? n_same + 1 : 0;
  last_bottom = get_bottom (fixture);
  return n_same > 20;
}

static void
turn_wheel (Fixture *fixture)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (fixture->scroller));
  gboolean is_handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "scroll", 0.0, 1.0, &is_handled);
    }
}

static void
scroll_to (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture->scroller), value);
}

static gboolean
is_section_at_top (Fixture *fixture, guint section)
{
  JolArticleBuffer *buffer = jol_article_view_get_article (fixture->view);
  GdkRectangle sight;
  GtkTextIter iter;
  int top;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->view), &sight);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter,
                                      jol_article_buffer_get_section_offset (buffer, section));
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (fixture->view), &iter, &top, NULL);
  return ABS (top - sight.y) <= 30;
}

static void
assert_date (Fixture *fixture, const char *date)
{
  g_autofree char *iso = jol_date_to_iso (jol_session_get_date (fixture->session));

  g_assert_cmpstr (iso, ==, date);
}

static void
test_text (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *text = get_text (fixture);
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
  /* One article: nothing to choose. */
  g_assert_false (
      gtk_widget_get_visible (jol_test_find_child (fixture->reader, GTK_TYPE_DROP_DOWN)));
  g_assert_true (is_said (fixture->reader, "1 / 8"));
}

static void
test_session (void)
{
  g_autoptr (JolSession) session = jol_session_new ();
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
test_mention (Fixture *fixture, gconstpointer user_data)
{
  guint link = find_link (fixture, JOL_LINK_MENTION, "cagp-line-a-2009");

  jol_article_view_activate_link (fixture->view, link);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cagp-line-a-2009");
  assert_date (fixture, "2009-12-14");

  /* The date of the mention, not that at which the route began. */
  link = find_link (fixture, JOL_LINK_MENTION, "central-asia-center");
  jol_article_view_activate_link (fixture->view, link);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "central-asia-center");
  g_assert_true (jol_date_is_set (&get_link (fixture, link)->date));
  assert_date (fixture, "1991");
}

static void
test_pointer (Fixture *fixture, gconstpointer user_data)
{
  guint link = find_link (fixture, JOL_LINK_MENTION, NULL);
  const JolArticleLink *at = get_link (fixture, link);
  GtkEventController *motion = find_controller (fixture, "jol-link-motion");
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

  g_signal_emit_by_name (find_controller (fixture, "jol-link-click"), "released", 1, x, y);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, at->target);
}

static void
test_keyboard (Fixture *fixture, gconstpointer user_data)
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

  g_signal_emit_by_name (find_controller (fixture, "jol-link-keys"), "key-pressed", GDK_KEY_Return,
                         0, 0, &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, get_link (fixture, 0)->target);

  /* Far down, the text comes along; behind the last link the focus leaves. */
  last = (int) jol_article_buffer_get_n_links (jol_article_view_get_article (fixture->view)) - 1;
  while (jol_article_view_get_focused_link (fixture->view) < last)
    g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, (guint) last));
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpint (jol_article_view_get_focused_link (fixture->view), ==, -1);
}

static void
test_selection (Fixture *fixture, gconstpointer user_data)
{
  guint route = find_link (fixture, JOL_LINK_MENTION, "cpc");
  guint other = find_link (fixture, JOL_LINK_MENTION, "xian-2023");
  guint claim = find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  double before = get_scroll (fixture);

  g_assert_false (jol_article_view_is_link_in_sight (fixture->view, route));
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, route), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, claim), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_NONE);
  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, route));
  g_assert_cmpfloat (get_scroll (fixture), >, before);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
  g_assert_true (is_said (fixture->reader, "4 / 8"));

  /* What the reader did itself moves nothing. */
  before = get_scroll (fixture);
  jol_session_select (fixture->session, "xian-2023", JOL_ORIGIN_READER);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_SELECTED);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, route), ==, JOL_LINK_MARK_NONE);
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, other), ==, JOL_LINK_MARK_NONE);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
}

static void
test_hover (Fixture *fixture, gconstpointer user_data)
{
  guint link = find_link (fixture, JOL_LINK_MENTION, "cpc");

  jol_session_set_hover (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_HOVERED);
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_SELECTED);
  jol_session_set_hover (fixture->session, NULL, JOL_ORIGIN_MAP);
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_MAP);
  g_assert_cmpint (jol_article_view_get_mark (fixture->view, link), ==, JOL_LINK_MARK_NONE);
}

static void
test_claim (Fixture *fixture, gconstpointer user_data)
{
  guint link = find_link (fixture, JOL_LINK_CLAIM, NULL);
  JolEntity *claim = get_link (fixture, link)->entity;
  GtkWidget *popover;

  jol_test_wait_until (jol_article_view_is_link_in_sight (fixture->view, link));
  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  g_assert_nonnull (popover);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  g_assert_true (is_said (popover, jol_entity_get_title (claim, "en")));
  g_assert_true (is_said (popover, jol_entity_get_summary (claim, "en")));
  g_assert_true (is_said (popover, "≈ partly"));
  g_assert_true (is_said (popover, "Sources"));
  g_assert_true (is_said (popover, "About"));
  /* It shows, and selects nothing. */
  g_assert_null (jol_session_get_selection (fixture->session));

  link = find_link (fixture, JOL_LINK_SOURCE, NULL);
  jol_article_view_activate_link (fixture->view, link);
  g_assert_true (is_said (popover, jol_entity_get_title (get_link (fixture, link)->entity, "en")));
  g_assert_false (is_said (popover, jol_entity_get_title (claim, "en")));
}

/* The links of a claim's popover lead to what it is about. */
static void
test_claim_about (Fixture *fixture, gconstpointer user_data)
{
  guint link = find_link (fixture, JOL_LINK_CLAIM, "claim-cpc-80");
  GtkWidget *popover, *label = NULL;
  gboolean is_handled = FALSE;

  jol_article_view_activate_link (fixture->view, link);
  popover = jol_test_find_child (fixture->reader, JOL_TYPE_CLAIM_POPOVER);
  jol_test_wait_until (gtk_widget_get_mapped (popover));
  label = gtk_widget_get_last_child (
      gtk_widget_get_parent (jol_test_find_child (popover, GTK_TYPE_LABEL)));
  g_signal_emit_by_name (label, "activate-link", "cpc", &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  jol_test_wait_until (!gtk_widget_get_mapped (popover));
}

static void
test_sections (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *next = find_button (fixture->reader, "Next section");
  GtkWidget *previous = find_button (fixture->reader, "Previous section");

  g_assert_false (gtk_widget_get_sensitive (previous));
  g_signal_emit_by_name (next, "clicked");
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#first-ways-round");
  g_assert_true (is_said (fixture->reader, "3 / 8"));
  jol_test_wait_until (is_section_at_top (fixture, 2));
  g_signal_emit_by_name (previous, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
  jol_test_wait_until (is_section_at_top (fixture, 1));
  /* Back at the beginning, the margin above the title is there again. */
  g_signal_emit_by_name (previous, "clicked");
  jol_test_wait_until (get_scroll (fixture) == 0);
  g_signal_emit_by_name (next, "clicked");

  /* To the last, which cannot come to the top: it is the one in view all the same. */
  for (int i = 0; i < 6; i++)
    g_signal_emit_by_name (next, "clicked");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#many-tables");
  g_assert_false (gtk_widget_get_sensitive (next));
}

static void
test_contents (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *contents = jol_test_find_child (fixture->reader, JOL_TYPE_CONTENTS);
  GtkListBox *list = GTK_LIST_BOX (jol_test_find_child (contents, GTK_TYPE_LIST_BOX));

  g_assert_true (is_said (contents, "Four fifths through one pipe"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 8));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 3));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#one-pipe");
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 3));
  jol_test_wait_until (is_section_at_top (fixture, 3));
}

static void
test_article_elsewhere (Fixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  jol_session_set_article (fixture->session, "one-to-many#old-roads", JOL_ORIGIN_APP);
  jol_test_wait_until (is_section_at_top (fixture, 5));
  g_assert_true (is_said (fixture->reader, "6 / 8"));
  /* Nobody scrolled: no scene. */
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));

  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  jol_test_wait_until (get_scroll (fixture) < 30);
  g_assert_true (is_said (fixture->reader, "1 / 8"));
}

static void
test_follow (Fixture *fixture, gconstpointer user_data)
{
  GtkWidget *button =
      find_button (fixture->reader, "Move the map and the date along with the text");
  GtkWidget *next = find_button (fixture->reader, "Next section");

  /* Off: the text moves alone. */
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_signal_emit_by_name (next, "clicked");
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_null (jol_session_get_selection (fixture->session));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (jol_session_get_follow_text (fixture->session));
  g_signal_emit_by_name (next, "clicked");
  /* Not before one has settled there. */
  g_assert_null (jol_session_get_selection (fixture->session));
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "central-asia-china-gas-ab");
  assert_date (fixture, "2009-12-14");
  jol_test_wait_until (is_section_at_top (fixture, 2));

  jol_session_set_follow_text (fixture->session, FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
test_scroll (Fixture *fixture, gconstpointer user_data)
{
  jol_session_set_follow_text (fixture->session, TRUE);
  jol_test_wait_until (is_measured (fixture));

  /* The program's: nothing comes of it. */
  scroll_to (fixture, 2000);
  jol_reader_settle (JOL_READER (fixture->reader));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many");
  g_assert_null (jol_session_get_selection (fixture->session));
  scroll_to (fixture, 0);

  turn_wheel (fixture);
  scroll_to (fixture, get_bottom (fixture));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#many-tables");
  jol_reader_settle (JOL_READER (fixture->reader));
  assert_date (fixture, "2025-12-20");
  g_assert_true (jol_span_is_set (jol_session_get_span (fixture->session)));

  /* In passing: only where one stays. */
  scroll_to (fixture, get_bottom (fixture) / 2);
  scroll_to (fixture, 0);
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#six-chairs");
  jol_reader_settle (JOL_READER (fixture->reader));
  assert_date (fixture, "2023-05-18");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "xian-2023");

  /* By itself, a moment later. */
  turn_wheel (fixture);
  scroll_to (fixture, get_bottom (fixture));
  jol_test_wait_until (jol_session_get_date (fixture->session)->year == 2025);
}

static const char own_story[] =
    "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"own\", \"title\": \"Own\","
    " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"},"
    " \"places\": [{\"id\": \"tengiz\", \"kind\": \"field\", \"name\": \"Tengiz\","
    "   \"country\": \"KZ\", \"at\": [53.4, 46.15]}],"
    " \"articles\": ["
    "  {\"id\": \"first\", \"title\": \"First & <b>foremost</b>\", \"sections\": [{\"id\": \"a\","
    "   \"heading\": {\"en\": \"Tab & bold\", \"ru\": \"По-русски\"},"
    "   \"body\": \"# Inner\\n\\nOne *two* **three** `four`.\\n\\n- item\\n- "
    "[Tengiz](#tengiz)\\n\\n"
    "3. third\\n4. fourth\\n\\n> quoted\\n\\n***\\n\\n[web](https://example.org/a?b=c&d)\"}]},"
    "  {\"id\": \"second\", \"title\": \"Second\", \"sections\": [{\"id\": \"b\", \"heading\":"
    "   \"Here\", \"body\": \"Nothing.\"}, {\"id\": \"c\", \"heading\": \"There\","
    "   \"body\": \"[Tengiz](#tengiz@2001)\"}]}]}";

static void
test_blocks (void)
{
  g_autoptr (JolStory) story = load_text (own_story);
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  open_story (&fixture, story);
  text = get_text (&fixture);
  g_assert_cmpstr (
      text, ==,
      "First & <b>foremost</b>\n1 minute to read\nTab & bold\nInner\nOne two three "
      "four.\n•\u2002item\n•\u2002Tengiz\n3.\u2002third\n4.\u2002fourth\nquoted\n⁂\nweb");
  g_assert_cmpint (get_link (&fixture, find_link (&fixture, JOL_LINK_WEB, NULL))->kind, ==,
                   JOL_LINK_WEB);
  g_assert_cmpstr (get_link (&fixture, find_link (&fixture, JOL_LINK_WEB, NULL))->target, ==,
                   "https://example.org/a?b=c&d");
  tear_down (&fixture, NULL);
}

static void
test_switcher (void)
{
  g_autoptr (JolStory) story = load_text (own_story);
  Fixture fixture = { 0 };
  GtkDropDown *switcher;
  g_autofree char *text = NULL;

  open_story (&fixture, story);
  switcher = GTK_DROP_DOWN (jol_test_find_child (fixture.reader, GTK_TYPE_DROP_DOWN));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (switcher)));
  g_assert_cmpuint (gtk_drop_down_get_selected (switcher), ==, 0);

  gtk_drop_down_set_selected (switcher, 1);
  g_assert_cmpstr (jol_session_get_article (fixture.session), ==, "second");
  text = get_text (&fixture);
  g_assert_true (g_str_has_prefix (text, "Second\n"));
  g_assert_true (is_said (fixture.reader, "1 / 2"));

  /* From outside, with a section. */
  jol_session_set_article (fixture.session, "first#a", JOL_ORIGIN_APP);
  g_assert_cmpuint (gtk_drop_down_get_selected (switcher), ==, 0);
  jol_session_set_article (fixture.session, "second#c", JOL_ORIGIN_APP);
  g_assert_cmpuint (gtk_drop_down_get_selected (switcher), ==, 1);
  g_assert_true (is_said (fixture.reader, "2 / 2"));
  tear_down (&fixture, NULL);
}

static void
test_no_article (void)
{
  g_autoptr (JolStory) story = load_text (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"bare\", \"title\": \"Bare\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2001\"}}");
  Fixture fixture = { 0 };
  GtkWidget *empty;

  open_story (&fixture, story);
  empty = jol_test_find_child (fixture.reader, ADW_TYPE_STATUS_PAGE);
  jol_test_wait_until (gtk_widget_get_mapped (empty));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture.view)));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture.reader, "Next section")));
  /* And another story in its place. */
  jol_session_set_story (fixture.session, bundled);
  jol_test_wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture.view)));
  g_assert_false (gtk_widget_get_mapped (empty));
  /* And back, from the middle of the text. */
  jol_test_wait_until (is_measured (&fixture) && get_bottom (&fixture) > 0);
  scroll_to (&fixture, get_bottom (&fixture) / 2);
  jol_session_set_story (fixture.session, story);
  jol_test_wait_until (gtk_widget_get_mapped (empty));
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer user_data);
  } tests[] = {
    { "/reader/text", test_text },
    { "/reader/mention", test_mention },
    { "/reader/pointer", test_pointer },
    { "/reader/keyboard", test_keyboard },
    { "/reader/selection", test_selection },
    { "/reader/hover", test_hover },
    { "/reader/claim", test_claim },
    { "/reader/claim-about", test_claim_about },
    { "/reader/sections", test_sections },
    { "/reader/contents", test_contents },
    { "/reader/article-elsewhere", test_article_elsewhere },
    { "/reader/follow", test_follow },
    { "/reader/scroll", test_scroll },
  };
  int result;

  jol_test_init_ui (&argc, &argv);
  bundled = jol_story_load_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/reader/session", test_session);
  g_test_add_func ("/reader/blocks", test_blocks);
  g_test_add_func ("/reader/switcher", test_switcher);
  g_test_add_func ("/reader/no-article", test_no_article);

  result = g_test_run ();
  g_clear_object (&bundled);
  return result;
}
