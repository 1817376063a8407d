/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table of actions (jol-actions.c), and what its rows do where that is no one line there. */

#include "jol-actions.h"
#include "jol-window-private.h"

G_BEGIN_DECLS

/* A script gave something that means nothing: "2009-13" where a date was asked for. */
void jol_actions_tell_bad (JolWindow *window, const char *text);
/* The same of an id that is not in the story. */
void jol_actions_tell_unknown (JolWindow *window, const char *id);

/* jol-actions-time.c */
void jol_action_date (JolWindow *window, GVariant *parameter);
void jol_action_compare (JolWindow *window, GVariant *parameter);
void jol_action_toggle_compare (JolWindow *window, GVariant *parameter);
void jol_action_undo_date (JolWindow *window, GVariant *parameter);
void jol_action_edit_date (JolWindow *window, GVariant *parameter);
void jol_action_next_event (JolWindow *window, GVariant *parameter);
void jol_action_previous_event (JolWindow *window, GVariant *parameter);
void jol_action_span (JolWindow *window, GVariant *parameter);
void jol_action_begin_span (JolWindow *window, GVariant *parameter);
void jol_action_end_span (JolWindow *window, GVariant *parameter);
void jol_action_cumulative (JolWindow *window, GVariant *parameter);
void jol_action_toggle_cumulative (JolWindow *window, GVariant *parameter);
void jol_action_zoom_time_in (JolWindow *window, GVariant *parameter);
void jol_action_zoom_time_out (JolWindow *window, GVariant *parameter);
void jol_action_whole_time (JolWindow *window, GVariant *parameter);
void jol_action_play (JolWindow *window, GVariant *parameter);
void jol_action_toggle_play (JolWindow *window, GVariant *parameter);

/* jol-actions-map.c */
void jol_action_select (JolWindow *window, GVariant *parameter);
void jol_action_hover (JolWindow *window, GVariant *parameter);
void jol_action_only_in_view (JolWindow *window, GVariant *parameter);
void jol_action_toggle_only_in_view (JolWindow *window, GVariant *parameter);
void jol_action_filter (JolWindow *window, GVariant *parameter);
void jol_action_chart (JolWindow *window, GVariant *parameter);
void jol_action_viewport (JolWindow *window, GVariant *parameter);
void jol_action_fit (JolWindow *window, GVariant *parameter);
void jol_action_zoom_in (JolWindow *window, GVariant *parameter);
void jol_action_zoom_out (JolWindow *window, GVariant *parameter);
void jol_action_copy_coordinates (JolWindow *window, GVariant *parameter);

/* jol-actions-reader.c */
void jol_action_claims (JolWindow *window, GVariant *parameter);
void jol_action_toggle_claims (JolWindow *window, GVariant *parameter);
void jol_action_next_article (JolWindow *window, GVariant *parameter);
void jol_action_previous_article (JolWindow *window, GVariant *parameter);
void jol_action_articles (JolWindow *window, GVariant *parameter);
void jol_action_contents (JolWindow *window, GVariant *parameter);
void jol_action_find_in_article (JolWindow *window, GVariant *parameter);
void jol_action_find_next (JolWindow *window, GVariant *parameter);
void jol_action_find_previous (JolWindow *window, GVariant *parameter);
void jol_action_article (JolWindow *window, GVariant *parameter);
void jol_action_follow_text (JolWindow *window, GVariant *parameter);
void jol_action_back_to_story (JolWindow *window, GVariant *parameter);
void jol_action_next_section (JolWindow *window, GVariant *parameter);
void jol_action_previous_section (JolWindow *window, GVariant *parameter);
void jol_action_next_passage (JolWindow *window, GVariant *parameter);
void jol_action_previous_passage (JolWindow *window, GVariant *parameter);
void jol_action_text_size (JolWindow *window, GVariant *parameter);
void jol_action_text_larger (JolWindow *window, GVariant *parameter);
void jol_action_text_smaller (JolWindow *window, GVariant *parameter);
void jol_action_text_normal (JolWindow *window, GVariant *parameter);
void jol_action_text_width (JolWindow *window, GVariant *parameter);
void jol_action_reader_colors (JolWindow *window, GVariant *parameter);

/* jol-window-search.c */
void jol_action_search (JolWindow *window, GVariant *parameter);
void jol_action_find (JolWindow *window, GVariant *parameter);

/* jol-window-open.c */
void jol_action_caspian_pipeline (JolWindow *window, GVariant *parameter);
void jol_action_xian_summit (JolWindow *window, GVariant *parameter);

G_END_DECLS
