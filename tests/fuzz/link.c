/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes over the session bus and from other programs: jol: links, and the words of the actions
 * (an id, a date, a span, a filter, an article), done to a window's session. */
#include "config.h"
#include "fuzz.h"

#include "jol-link.h"

#include "jol-resources.h"
#include "jol-story-loader.h"

/* One session for all, as a window has one for its life. */
static JolSession *
get_session (void)
{
  static JolSession *session;

  if (!session)
    {
      g_autoptr (JolStory) story = NULL;

      g_resources_register (jol_resources_get_resource ());
      story = jol_story_load_bundled ();
      session = jol_session_new ();
      jol_session_set_story (session, story);
    }
  return session;
}

static void
check_session (JolSession *session)
{
  const JolSpan *time = jol_story_get_time (jol_session_get_story (session));
  const JolDate *date = jol_session_get_date (session);
  g_autofree char *address = jol_link_for_session (session);
  g_autoptr (JolLink) link = jol_link_parse (address);

  g_assert_cmpint (jol_date_last_day (date), >=, jol_date_first_day (&time->from));
  g_assert_cmpint (jol_date_first_day (date), <=, jol_date_last_day (&time->to));
  g_assert_true (jol_viewport_is_valid (jol_session_get_viewport (session)));
  /* Whatever was done, a link to it can be read again. */
  g_assert_nonnull (link);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  JolSession *session = get_session ();
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (JolLink) link = NULL;
  JolFilter filter = 0;
  JolDate date = { 0 };
  JolSpan span = { 0 };

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  link = jol_link_parse (text);
  if (link)
    jol_link_apply (link, session);
  jol_session_select (session, text, JOL_ORIGIN_APP);
  jol_session_set_hover (session, text, JOL_ORIGIN_APP);
  jol_session_set_article (session, text, JOL_ORIGIN_APP);
  jol_session_set_series (session, text);
  if (jol_filter_parse (text, &filter))
    jol_session_set_filter (session, filter);
  if (jol_date_parse (text, &date))
    jol_session_set_date (session, &date, JOL_ORIGIN_APP);
  if (jol_span_parse (text, &span))
    jol_session_set_span (session, &span, JOL_ORIGIN_APP);
  check_session (session);
  jol_session_go_back (session);
  check_session (session);
  return 0;
}
