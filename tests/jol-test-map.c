/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-map.h"

#include "jol-map.h"
#include "jol-test-session.h"
#include "jol-test-ui.h"

#define WIDTH_PX 800
#define HEIGHT_PX 600

GtkWidget *
jol_test_show_map (JolStory *story, JolSession **session_out, GtkWidget **window_out)
{
  JolSession *session = jol_session_new ();
  GtkWidget *map = jol_map_new ();

  jol_session_set_story (session, story);
  jol_map_set_session (JOL_MAP (map), session);
  *window_out = jol_test_show (map, WIDTH_PX, HEIGHT_PX);
  jol_test_wait_until (!jol_session_is_at_opening (session));
  jol_test_session_set_date (session, "2015", JOL_ORIGIN_APP);
  jol_session_set_viewport (session, &(JolViewport){ 44, 60, 5 }, JOL_ORIGIN_APP);
  jol_test_wait_until (jol_feature_stops_get_n_stops (jol_test_get_stops (map)) >= 3);
  *session_out = session;
  return map;
}

void
jol_test_close_map (GtkWidget *window, JolSession *session, JolStory *story)
{
  jol_test_destroy_window (window);
  g_assert_finalize_object (session);
  /* Names are placed in a thread, which may be at it still. */
  jol_test_wait_finalized (story);
}

JolFeatureStops *
jol_test_get_stops (GtkWidget *map)
{
  return JOL_FEATURE_STOPS (jol_test_find_child (map, JOL_TYPE_FEATURE_STOPS));
}
