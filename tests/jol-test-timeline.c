/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-timeline.h"

#include "jol-event-list.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"
#include "jol-timeline.h"

void
timeline_fixture_set_up (TimelineFixture *fixture, gconstpointer data)
{
  guint n_events = GPOINTER_TO_UINT (data);

  fixture->story =
      n_events > 0 ? jol_test_load_random_story (n_events) : jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->timeline = jol_timeline_new ();
  jol_timeline_set_session (JOL_TIMELINE (fixture->timeline), fixture->session);
  fixture->window = jol_test_show (fixture->timeline, 300, 700);
}

void
timeline_fixture_tear_down (TimelineFixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

GtkWidget *
timeline_get_list (TimelineFixture *fixture)
{
  return jol_test_find_child (fixture->timeline, JOL_TYPE_EVENT_LIST);
}

GtkWidget *
timeline_get_scroller (TimelineFixture *fixture)
{
  return jol_test_find_child (fixture->timeline, GTK_TYPE_SCROLLED_WINDOW);
}

static JolEventRow *
search_row (GtkWidget *widget, const char *id)
{
  if (JOL_IS_EVENT_ROW (widget))
    {
      JolEvent *event = jol_event_row_get_event (JOL_EVENT_ROW (widget));

      return event && g_strcmp0 (jol_entity_get_id (JOL_ENTITY (event)), id) == 0
                 ? JOL_EVENT_ROW (widget)
                 : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      JolEventRow *found = search_row (child, id);

      if (found)
        return found;
    }
  return NULL;
}

JolEventRow *
timeline_find_row (TimelineFixture *fixture, const char *id)
{
  return search_row (fixture->timeline, id);
}

JolEventRow *
timeline_get_row (TimelineFixture *fixture, const char *id)
{
  jol_test_wait_until (timeline_find_row (fixture, id));
  return timeline_find_row (fixture, id);
}
