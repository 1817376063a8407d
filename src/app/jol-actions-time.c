/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows do that are about time: the date, its span, the comparison, playing. */
#include "config.h"

#include "jol-actions-private.h"

#define TIME_ZOOM_STEP 2.0

void
jol_action_date (JolWindow *window, GVariant *parameter)
{
  JolDate date;

  if (jol_date_parse (g_variant_get_string (parameter, NULL), &date))
    jol_session_set_date (window->session, &date, JOL_ORIGIN_APP);
  else
    jol_actions_tell_bad (window, g_variant_get_string (parameter, NULL));
}

void
jol_action_compare (JolWindow *window, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  JolDate date = { 0 };

  if (!*text || jol_date_parse (text, &date))
    jol_session_set_compare (window->session, &date, JOL_ORIGIN_APP);
  else
    jol_actions_tell_bad (window, text);
}

void
jol_action_toggle_compare (JolWindow *window, GVariant *parameter)
{
  const gboolean is_comparing = jol_date_is_set (jol_session_get_compare (window->session));

  jol_session_set_compare (window->session,
                           is_comparing ? NULL : jol_session_get_date (window->session),
                           JOL_ORIGIN_APP);
}

void
jol_action_undo_date (JolWindow *window, GVariant *parameter)
{
  jol_window_undo_date (window);
}

void
jol_action_edit_date (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_go_to_map (window->layout);
  jol_time_strip_edit_date (window->strip);
}

void
jol_action_next_event (JolWindow *window, GVariant *parameter)
{
  jol_session_step_event (window->session, 1, JOL_ORIGIN_APP);
}

void
jol_action_previous_event (JolWindow *window, GVariant *parameter)
{
  jol_session_step_event (window->session, -1, JOL_ORIGIN_APP);
}

void
jol_action_span (JolWindow *window, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  JolSpan span = { 0 };

  if (!*text || jol_span_parse (text, &span))
    jol_session_set_span (window->session, &span, JOL_ORIGIN_APP);
  else
    jol_actions_tell_bad (window, text);
}

void
jol_action_begin_span (JolWindow *window, GVariant *parameter)
{
  jol_session_begin_span_at_date (window->session);
}

void
jol_action_end_span (JolWindow *window, GVariant *parameter)
{
  jol_session_end_span_at_date (window->session);
}

void
jol_action_cumulative (JolWindow *window, GVariant *parameter)
{
  jol_session_set_cumulative (window->session, g_variant_get_boolean (parameter));
}

void
jol_action_toggle_cumulative (JolWindow *window, GVariant *parameter)
{
  jol_session_set_cumulative (window->session, !jol_session_get_cumulative (window->session));
}

void
jol_action_zoom_time_in (JolWindow *window, GVariant *parameter)
{
  jol_time_strip_zoom_by (window->strip, TIME_ZOOM_STEP);
}

void
jol_action_zoom_time_out (JolWindow *window, GVariant *parameter)
{
  jol_time_strip_zoom_by (window->strip, 1 / TIME_ZOOM_STEP);
}

void
jol_action_whole_time (JolWindow *window, GVariant *parameter)
{
  jol_time_strip_show_all (window->strip);
}

void
jol_action_play (JolWindow *window, GVariant *parameter)
{
  jol_session_set_playing (window->session, g_variant_get_boolean (parameter));
}

void
jol_action_toggle_play (JolWindow *window, GVariant *parameter)
{
  jol_session_set_playing (window->session, !jol_session_get_playing (window->session));
}
