/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-session.h"

#include "jol-test-story.h"

void
jol_test_session_set_up (JolTestSession *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
}

void
jol_test_session_tear_down (JolTestSession *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  g_assert_finalize_object (g_steal_pointer (&fixture->story));
}

void
jol_test_session_set_date (JolSession *session, const char *iso, JolOrigin origin)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  jol_session_set_date (session, &date, origin);
}

void
jol_test_session_assert_date (JolSession *session, const char *iso)
{
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (session));

  g_assert_cmpstr (date, ==, iso);
}
