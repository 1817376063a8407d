/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows do that are about the map, and what it and the strip show. */
#include "config.h"

#include "jol-actions-private.h"
#include "jol-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.0

void
jol_action_select (JolWindow *window, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  if (!jol_session_select (window->session, id, JOL_ORIGIN_APP))
    jol_actions_tell_unknown (window, id);
}

void
jol_action_hover (JolWindow *window, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  JolStory *story = jol_session_get_story (window->session);

  if (*id && !(story && jol_story_lookup (story, id)))
    jol_actions_tell_unknown (window, id);
  else
    jol_session_set_hover (window->session, id, JOL_ORIGIN_APP);
}

void
jol_action_only_in_view (JolWindow *window, GVariant *parameter)
{
  jol_session_set_only_in_view (window->session, g_variant_get_boolean (parameter));
}

void
jol_action_toggle_only_in_view (JolWindow *window, GVariant *parameter)
{
  jol_session_set_only_in_view (window->session, !jol_session_get_only_in_view (window->session));
}

void
jol_action_filter (JolWindow *window, GVariant *parameter)
{
  JolFilter filter;

  if (jol_filter_parse (g_variant_get_string (parameter, NULL), &filter))
    jol_session_set_filter (window->session, filter);
  else
    jol_actions_tell_bad (window, g_variant_get_string (parameter, NULL));
}

void
jol_action_chart (JolWindow *window, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  JolStory *story = jol_session_get_story (window->session);

  if (story && jol_chart_exists (story, id))
    jol_session_set_series (window->session, id);
  else
    jol_actions_tell_unknown (window, id);
}

void
jol_action_viewport (JolWindow *window, GVariant *parameter)
{
  JolViewport viewport;

  g_variant_get (parameter, "(ddd)", &viewport.latitude, &viewport.longitude, &viewport.zoom);
  if (jol_viewport_is_valid (&viewport))
    {
      jol_session_set_viewport (window->session, &viewport, JOL_ORIGIN_APP);
    }
  else
    {
      g_autofree char *text = g_variant_print (parameter, FALSE);

      jol_actions_tell_bad (window, text);
    }
}

void
jol_action_fit (JolWindow *window, GVariant *parameter)
{
  jol_map_fit_story (window->map);
}

void
jol_action_zoom_in (JolWindow *window, GVariant *parameter)
{
  jol_map_zoom_by (window->map, ZOOM_STEP);
}

void
jol_action_zoom_out (JolWindow *window, GVariant *parameter)
{
  jol_map_zoom_by (window->map, -ZOOM_STEP);
}

void
jol_action_copy_coordinates (JolWindow *window, GVariant *parameter)
{
  JolPoint point;
  g_autofree char *text = NULL;

  g_variant_get (parameter, "(dd)", &point.latitude, &point.longitude);
  /* So written, what is not a number is told as well. */
  if (!(fabs (point.latitude) <= 90.0 && fabs (point.longitude) <= 180.0))
    {
      text = g_variant_print (parameter, FALSE);
      jol_actions_tell_bad (window, text);
      return;
    }

  text = jol_point_format (&point);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  jol_window_toast (window, _ ("Coordinates copied"));
}
