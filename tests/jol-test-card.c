/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-card.h"

#include "jol-card.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

void
card_fixture_set_up (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *path = jol_test_dup_path ("story", "good", "card.jol.json", NULL);
  g_autofree char *json = jol_test_read_file (path);
  GtkWidget *overlay = gtk_overlay_new ();

  fixture->story = jol_test_load_story (json);
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->card = jol_card_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), fixture->card);
  fixture->window = jol_test_show (overlay, 500, 700);
  jol_card_set_session (JOL_CARD (fixture->card), fixture->session);
}

void
card_fixture_tear_down (CardFixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

gboolean
card_shows (CardFixture *fixture, const char *text)
{
  return jol_test_find_label (fixture->card, text) != NULL;
}

void
card_assert_shows (CardFixture *fixture, const char *text)
{
  jol_test_get_label (fixture->card, text);
}

GtkWidget *
card_get_button (CardFixture *fixture, const char *text)
{
  return gtk_widget_get_ancestor (jol_test_get_label (fixture->card, text), GTK_TYPE_BUTTON);
}

void
card_click (CardFixture *fixture, const char *text)
{
  g_signal_emit_by_name (card_get_button (fixture, text), "clicked");
}
