/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows do that are about how one reads. */
#include "config.h"

#include "jol-actions-private.h"

#include <glib/gi18n.h>

void
jol_action_claims (JolWindow *window, GVariant *parameter)
{
  jol_window_show_claims (window, g_variant_get_boolean (parameter));
}

/* Where they are open in a pane that is folded away, they are wanted. */
void
jol_action_toggle_claims (JolWindow *window, GVariant *parameter)
{
  const gboolean are_seen =
      jol_window_get_claims (window) && gtk_widget_get_mapped (GTK_WIDGET (window->claims));

  jol_window_show_claims (window, !are_seen);
}

void
jol_action_next_article (JolWindow *window, GVariant *parameter)
{
  jol_window_show_claims (window, FALSE);
  jol_reader_step_article (window->reader, 1);
}

void
jol_action_previous_article (JolWindow *window, GVariant *parameter)
{
  jol_window_show_claims (window, FALSE);
  jol_reader_step_article (window->reader, -1);
}

void
jol_action_articles (JolWindow *window, GVariant *parameter)
{
  jol_window_show_article (window);
  jol_reader_open_articles (window->reader);
}

void
jol_action_contents (JolWindow *window, GVariant *parameter)
{
  jol_window_show_article (window);
  jol_reader_open_contents (window->reader);
}

void
jol_action_find_in_article (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_set_shown (window->layout, JOL_PANE_READER, TRUE);
  /* The claims have an entry of their own. */
  if (jol_window_get_claims (window))
    gtk_widget_grab_focus (GTK_WIDGET (window->claims));
  else
    jol_reader_find (window->reader);
}

void
jol_action_find_next (JolWindow *window, GVariant *parameter)
{
  jol_window_show_article (window);
  jol_reader_find_step (window->reader, 1);
}

void
jol_action_find_previous (JolWindow *window, GVariant *parameter)
{
  jol_window_show_article (window);
  jol_reader_find_step (window->reader, -1);
}

void
jol_action_article (JolWindow *window, GVariant *parameter)
{
  if (!jol_session_set_article (window->session, g_variant_get_string (parameter, NULL),
                                JOL_ORIGIN_APP))
    jol_actions_tell_unknown (window, g_variant_get_string (parameter, NULL));
}

void
jol_action_follow_text (JolWindow *window, GVariant *parameter)
{
  const gboolean is_wanted = g_variant_get_boolean (parameter);
  const gboolean is_new = is_wanted && !jol_session_get_follow_text (window->session);

  jol_session_set_follow_text (window->session, is_wanted);
  if (is_new)
    jol_session_return_to_text (window->session);
}

void
jol_action_back_to_story (JolWindow *window, GVariant *parameter)
{
  jol_window_show_claims (window, FALSE);
  jol_session_return_to_text (window->session);
}

static void
step_section (JolWindow *window, int n)
{
  jol_window_show_article (window);
  if (!jol_reader_step_section (window->reader, n))
    jol_window_toast (window,
                      n > 0 ? _ ("This is the last section") : _ ("This is the first section"));
}

void
jol_action_next_section (JolWindow *window, GVariant *parameter)
{
  step_section (window, 1);
}

void
jol_action_previous_section (JolWindow *window, GVariant *parameter)
{
  step_section (window, -1);
}

static void
step_passage (JolWindow *window, int n)
{
  jol_window_show_article (window);
  if (jol_reader_step_passage (window->reader, n))
    return;
  jol_window_toast (window, jol_session_get_selection (window->session)
                                ? _ ("No article speaks of what is selected")
                                : _ ("Nothing is selected"));
}

void
jol_action_next_passage (JolWindow *window, GVariant *parameter)
{
  step_passage (window, 1);
}

void
jol_action_previous_passage (JolWindow *window, GVariant *parameter)
{
  step_passage (window, -1);
}

void
jol_action_text_size (JolWindow *window, GVariant *parameter)
{
  if (!jol_reader_style_set_text_size (jol_window_get_reader_style (window),
                                       g_variant_get_int32 (parameter)))
    {
      g_autofree char *text = g_variant_print (parameter, FALSE);

      jol_actions_tell_bad (window, text);
    }
}

void
jol_action_text_larger (JolWindow *window, GVariant *parameter)
{
  jol_reader_style_step_text_size (jol_window_get_reader_style (window), 1);
}

void
jol_action_text_smaller (JolWindow *window, GVariant *parameter)
{
  jol_reader_style_step_text_size (jol_window_get_reader_style (window), -1);
}

void
jol_action_text_normal (JolWindow *window, GVariant *parameter)
{
  jol_reader_style_set_text_size (jol_window_get_reader_style (window), JOL_TEXT_SIZE_NORMAL);
}

void
jol_action_text_width (JolWindow *window, GVariant *parameter)
{
  if (!jol_reader_style_set_text_width (jol_window_get_reader_style (window),
                                        g_variant_get_string (parameter, NULL)))
    jol_actions_tell_bad (window, g_variant_get_string (parameter, NULL));
}

void
jol_action_reader_colors (JolWindow *window, GVariant *parameter)
{
  if (!jol_reader_style_set_colors (jol_window_get_reader_style (window),
                                    g_variant_get_string (parameter, NULL)))
    jol_actions_tell_bad (window, g_variant_get_string (parameter, NULL));
}
