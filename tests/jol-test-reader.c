/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-reader.h"

#include "jol-reader.h"
#include "jol-story-loader.h"
#include "jol-test-ui.h"

#include <string.h>

#define WIDTH_PX 380
#define HEIGHT_PX 800

void
reader_fixture_open (ReaderFixture *fixture, JolStory *story)
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

void
reader_fixture_set_up (ReaderFixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  reader_fixture_open (fixture, story);
  jol_session_set_follow_text (fixture->session, FALSE);
}

void
reader_fixture_tear_down (ReaderFixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->story);
}

char *
reader_get_text (ReaderFixture *fixture)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)), "text", &text, NULL);
  return text;
}

guint
reader_find_link (ReaderFixture *fixture, JolLinkKind kind, const char *target)
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

const JolArticleLink *
reader_get_link (ReaderFixture *fixture, guint index)
{
  return jol_article_buffer_get_link (jol_article_view_get_article (fixture->view), index);
}

double
reader_get_scroll (ReaderFixture *fixture)
{
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (fixture->scroller));
}

double
reader_get_bottom (ReaderFixture *fixture)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->scroller);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

gboolean
reader_is_measured (ReaderFixture *fixture)
{
  static double last_bottom;
  static guint n_same;

  n_same = reader_get_bottom (fixture) == last_bottom ? n_same + 1 : 0;
  last_bottom = reader_get_bottom (fixture);
  return n_same > 20;
}

void
reader_scroll_to (ReaderFixture *fixture, double value)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (fixture->scroller), value);
}

gboolean
reader_is_section_at_top (ReaderFixture *fixture, guint section)
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

int
reader_get_offset_at_top (ReaderFixture *fixture)
{
  GdkRectangle sight;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (fixture->view), &sight);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (fixture->view), &iter, sight.x, sight.y + 8);
  return gtk_text_iter_get_offset (&iter);
}

gboolean
reader_is_at_top (ReaderFixture *fixture, int offset)
{
  return ABS (reader_get_offset_at_top (fixture) - offset) < 60;
}

void
reader_assert_date (ReaderFixture *fixture, const char *date)
{
  g_autofree char *iso = jol_date_to_iso (jol_session_get_date (fixture->session));

  g_assert_cmpstr (iso, ==, date);
}

void
reader_turn_wheel (ReaderFixture *fixture)
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
