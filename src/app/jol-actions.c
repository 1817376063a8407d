/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-actions-private.h"
#include "jol-link.h"

#include <glib/gi18n.h>

static const char *
get_string (GVariant *parameter)
{
  return g_variant_get_string (parameter, NULL);
}

static void
run_clear (JolWindow *window, GVariant *parameter)
{
  JolSpan no_span = { 0 };

  if (jol_session_get_playing (window->session))
    jol_session_set_playing (window->session, FALSE);
  else if (jol_session_get_selection (window->session))
    jol_session_select (window->session, NULL, JOL_ORIGIN_APP);
  else if (jol_window_get_claims (window))
    jol_window_show_claims (window, FALSE);
  else if (jol_date_is_set (jol_session_get_compare (window->session)))
    jol_session_set_compare (window->session, NULL, JOL_ORIGIN_APP);
  else if (jol_span_is_set (jol_session_get_span (window->session)))
    jol_session_set_span (window->session, &no_span, JOL_ORIGIN_APP);
  else
    jol_window_layout_go_to_map (window->layout);
}

static void
run_back (JolWindow *window, GVariant *parameter)
{
  jol_session_go_back (window->session);
}

static void
run_forward (JolWindow *window, GVariant *parameter)
{
  jol_session_go_forward (window->session);
}

static void
run_copy_link (JolWindow *window, GVariant *parameter)
{
  g_autofree char *link = jol_link_for_session (window->session);

  if (!link)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), link);
  jol_window_toast (window, _ ("Link copied"));
}

static void
run_theme (JolWindow *window, GVariant *parameter)
{
  if (!jol_window_set_theme (window, get_string (parameter)))
    jol_actions_tell_bad (window, get_string (parameter));
}

static void
run_show_timeline (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_set_shown (window->layout, JOL_PANE_TIMELINE,
                               g_variant_get_boolean (parameter));
}

static void
run_toggle_timeline (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_set_shown (window->layout, JOL_PANE_TIMELINE,
                               !jol_window_layout_get_shown (window->layout, JOL_PANE_TIMELINE));
}

static void
run_show_reader (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_set_shown (window->layout, JOL_PANE_READER, g_variant_get_boolean (parameter));
}

static void
run_toggle_reader (JolWindow *window, GVariant *parameter)
{
  jol_window_layout_set_shown (window->layout, JOL_PANE_READER,
                               !jol_window_layout_get_shown (window->layout, JOL_PANE_READER));
}

static void
run_next_pane (JolWindow *window, GVariant *parameter)
{
  jol_window_cycle_panes (window, 1);
}

static void
run_previous_pane (JolWindow *window, GVariant *parameter)
{
  jol_window_cycle_panes (window, -1);
}

static void
run_menu (JolWindow *window, GVariant *parameter)
{
  jol_window_open_menu (window);
}

static void
run_shortcuts (JolWindow *window, GVariant *parameter)
{
  jol_window_show_shortcuts (window);
}

static void
run_export (JolWindow *window, GVariant *parameter)
{
  jol_window_export_view (window, get_string (parameter));
}

static void
run_export_dialog (JolWindow *window, GVariant *parameter)
{
  jol_window_show_export_dialog (window);
}

static void
run_print (JolWindow *window, GVariant *parameter)
{
  jol_window_print (window, JOL_DOCUMENT_MAP_STRIP);
}

static void
run_print_timeline (JolWindow *window, GVariant *parameter)
{
  jol_window_print (window, JOL_DOCUMENT_TIMELINE);
}

static void
run_print_article (JolWindow *window, GVariant *parameter)
{
  jol_window_print (window, JOL_DOCUMENT_ARTICLE);
}

static void
run_copy_image (JolWindow *window, GVariant *parameter)
{
  jol_window_copy_image (window);
}

static void
run_open_dialog (JolWindow *window, GVariant *parameter)
{
  jol_window_choose_story (window);
}

static void
run_open_bundled (JolWindow *window, GVariant *parameter)
{
  jol_window_open (window, JOL_STORY_BUNDLED_URI);
}

static void
run_open (JolWindow *window, GVariant *parameter)
{
  jol_window_open (window, get_string (parameter));
}

static void
run_preferences (JolWindow *window, GVariant *parameter)
{
  jol_window_show_preferences (window);
}

static void
run_about (JolWindow *window, GVariant *parameter)
{
  jol_window_show_about (window);
}

static void
run_quit (JolWindow *window, GVariant *parameter)
{
  jol_window_quit (window);
}

/* In the order of the shortcuts window: a group's rows stand together. */
static const JolActionRow rows[] = {
  { "win.select", "s", "selection", NULL, NULL, NULL, jol_action_select },
  { "win.hover", "s", "hover", NULL, NULL, NULL, jol_action_hover },
  { "win.date", "s", "date", NULL, NULL, NULL, jol_action_date },
  { "win.compare", "s", "compare", NULL, NULL, NULL, jol_action_compare },
  { "win.undo-date", NULL, NULL, NULL, NULL, NULL, jol_action_undo_date },
  { "win.span", "s", "span", NULL, NULL, NULL, jol_action_span },
  { "win.cumulative", "b", "cumulative", NULL, NULL, NULL, jol_action_cumulative },
  { "win.only-in-view", "b", "only-in-view", NULL, NULL, NULL, jol_action_only_in_view },
  { "win.filter", "s", "filter", NULL, NULL, NULL, jol_action_filter },
  { "win.chart", "s", "series", NULL, NULL, NULL, jol_action_chart },
  { "win.article", "s", "article", NULL, NULL, NULL, jol_action_article },
  { "win.claims", "b", "claims", NULL, NULL, NULL, jol_action_claims },
  { "win.follow-text", "b", "follow-text", NULL, NULL, NULL, jol_action_follow_text },
  { "win.text-size", "i", "text-size", NULL, NULL, NULL, jol_action_text_size },
  { "win.text-width", "s", "text-width", NULL, NULL, NULL, jol_action_text_width },
  { "win.reader-colors", "s", "colors", NULL, NULL, NULL, jol_action_reader_colors },
  { "win.viewport", "(ddd)", "viewport", NULL, NULL, NULL, jol_action_viewport },
  { "win.copy-coordinates", "(dd)", NULL, NULL, NULL, NULL, jol_action_copy_coordinates },
  { "win.search", "s", "query", NULL, NULL, NULL, jol_action_search },
  { "win.theme", "s", "theme", NULL, NULL, NULL, run_theme },
  { "win.show-timeline", "b", "show-timeline", NULL, NULL, NULL, run_show_timeline },
  { "win.show-reader", "b", "show-reader", NULL, NULL, NULL, run_show_reader },
  { "win.play", "b", "playing", NULL, NULL, NULL, jol_action_play },
  { "win.export", "s", NULL, NULL, NULL, NULL, run_export },
  { "win.open-bundled", NULL, NULL, NULL, NULL, NULL, run_open_bundled },
  { "app.open", "s", NULL, NULL, NULL, NULL, run_open },
  { "app.caspian-pipeline", NULL, NULL, NULL, NULL, NULL, jol_action_caspian_pipeline },
  { "app.xian-summit", NULL, NULL, NULL, NULL, NULL, jol_action_xian_summit },
  { "app.about", NULL, NULL, NULL, NULL, NULL, run_about },

  { "win.toggle-play", NULL, NULL, "space", N_ ("Time"), N_ ("Play or stop"),
    jol_action_toggle_play },
  { "win.next-event", NULL, NULL, "<Control>Down", N_ ("Time"), N_ ("Next event"),
    jol_action_next_event },
  { "win.previous-event", NULL, NULL, "<Control>Up", N_ ("Time"), N_ ("Previous event"),
    jol_action_previous_event },
  { "win.edit-date", NULL, NULL, "<Control>l", N_ ("Time"), N_ ("Enter a date"),
    jol_action_edit_date },
  { "win.toggle-compare", NULL, NULL, "<Control>d", N_ ("Time"),
    N_ ("Pin the date, to compare with another"), jol_action_toggle_compare },
  { "win.begin-span", NULL, NULL, "<Control>bracketleft", N_ ("Time"),
    N_ ("Begin or end a span at the date"), jol_action_begin_span },
  { "win.end-span", NULL, NULL, "<Control>bracketright", N_ ("Time"),
    N_ ("Begin or end a span at the date"), jol_action_end_span },
  { "win.toggle-cumulative", NULL, NULL, "<Control>u", N_ ("Time"), N_ ("Only until the date"),
    jol_action_toggle_cumulative },
  { "win.toggle-only-in-view", NULL, NULL, "<Control>m", N_ ("Time"),
    N_ ("Only what the map shows"), jol_action_toggle_only_in_view },
  { "win.zoom-time-in", NULL, NULL, "<Alt>plus <Alt>equal <Alt>KP_Add", N_ ("Time"),
    N_ ("Zoom time in, out, or to the whole"), jol_action_zoom_time_in },
  { "win.zoom-time-out", NULL, NULL, "<Alt>minus <Alt>KP_Subtract", N_ ("Time"),
    N_ ("Zoom time in, out, or to the whole"), jol_action_zoom_time_out },
  { "win.whole-time", NULL, NULL, "<Alt>0 <Alt>KP_0", N_ ("Time"),
    N_ ("Zoom time in, out, or to the whole"), jol_action_whole_time },

  { "win.zoom-in", NULL, NULL, "<Control>plus <Control>equal <Control>KP_Add", N_ ("Map"),
    N_ ("Zoom in"), jol_action_zoom_in },
  { "win.zoom-out", NULL, NULL, "<Control>minus <Control>KP_Subtract", N_ ("Map"), N_ ("Zoom out"),
    jol_action_zoom_out },
  { "win.fit", NULL, NULL, "<Control>0 <Control>KP_0", N_ ("Map"), N_ ("Fit the story"),
    jol_action_fit },

  { "win.next-article", NULL, NULL, "<Control><Alt>Page_Down", N_ ("Article"),
    N_ ("Next or previous article"), jol_action_next_article },
  { "win.previous-article", NULL, NULL, "<Control><Alt>Page_Up", N_ ("Article"),
    N_ ("Next or previous article"), jol_action_previous_article },
  { "win.articles", NULL, NULL, "<Control><Shift>a", N_ ("Article"), N_ ("Choose an article"),
    jol_action_articles },
  { "win.contents", NULL, NULL, "<Control><Shift>o", N_ ("Article"), N_ ("Contents"),
    jol_action_contents },
  { "win.find-in-article", NULL, NULL, "<Control><Shift>f", N_ ("Article"),
    N_ ("Find in the article"), jol_action_find_in_article },
  { "win.find-next", NULL, NULL, "<Control>g", N_ ("Article"), N_ ("Next match"),
    jol_action_find_next },
  { "win.find-previous", NULL, NULL, "<Control><Shift>g", N_ ("Article"), N_ ("Previous match"),
    jol_action_find_previous },
  { "win.next-section", NULL, NULL, "<Alt>Page_Down", N_ ("Article"),
    N_ ("Next or previous section"), jol_action_next_section },
  { "win.previous-section", NULL, NULL, "<Alt>Page_Up", N_ ("Article"),
    N_ ("Next or previous section"), jol_action_previous_section },
  { "win.next-passage", NULL, NULL, "<Alt>Down", N_ ("Article"),
    N_ ("Next or previous passage on what is selected"), jol_action_next_passage },
  { "win.previous-passage", NULL, NULL, "<Alt>Up", N_ ("Article"),
    N_ ("Next or previous passage on what is selected"), jol_action_previous_passage },
  { "win.toggle-claims", NULL, NULL, "<Control><Alt>c", N_ ("Article"),
    N_ ("Show or hide all claims"), jol_action_toggle_claims },
  { "win.text-larger", NULL, NULL, "<Control><Alt>plus <Control><Alt>equal <Control><Alt>KP_Add",
    N_ ("Article"), N_ ("Larger text"), jol_action_text_larger },
  { "win.text-smaller", NULL, NULL, "<Control><Alt>minus <Control><Alt>KP_Subtract", N_ ("Article"),
    N_ ("Smaller text"), jol_action_text_smaller },
  { "win.text-normal", NULL, NULL, "<Control><Alt>0 <Control><Alt>KP_0", N_ ("Article"),
    N_ ("Normal text size"), jol_action_text_normal },

  { "win.back-to-story", NULL, NULL, "<Alt>Home", N_ ("Article"),
    N_ ("Back to the story, from where one wandered off"), jol_action_back_to_story },

  { "win.find", NULL, NULL, "<Control>f", N_ ("Finding the way"),
    N_ ("Search, or find in the article where the focus is"), jol_action_find },
  { "win.clear", NULL, NULL, "Escape", N_ ("Finding the way"), N_ ("Back out one step"),
    run_clear },
  { "win.back", NULL, NULL, "<Alt>Left", N_ ("Finding the way"), N_ ("Back"), run_back },
  { "win.forward", NULL, NULL, "<Alt>Right", N_ ("Finding the way"), N_ ("Forward"), run_forward },
  { "win.copy-link", NULL, NULL, "<Control><Shift>l", N_ ("Finding the way"),
    N_ ("Copy a link to what is seen"), run_copy_link },

  { "win.toggle-timeline", NULL, NULL, "F9", N_ ("Window"), N_ ("Show or hide the timeline"),
    run_toggle_timeline },
  { "win.toggle-reader", NULL, NULL, "<Shift>F9", N_ ("Window"), N_ ("Show or hide the article"),
    run_toggle_reader },
  { "win.next-pane", NULL, NULL, "F6", N_ ("Window"), N_ ("Next pane"), run_next_pane },
  { "win.previous-pane", NULL, NULL, "<Shift>F6", N_ ("Window"), N_ ("Previous pane"),
    run_previous_pane },
  { "win.menu", NULL, NULL, "F10", N_ ("Window"), N_ ("Open the menu"), run_menu },

  { "win.open-dialog", NULL, NULL, "<Control>o", N_ ("Story and pictures"), N_ ("Open a story"),
    run_open_dialog },
  { "win.export-dialog", NULL, NULL, "<Control>e", N_ ("Story and pictures"),
    N_ ("Export an image"), run_export_dialog },
  { "win.copy-image", NULL, NULL, "<Control><Shift>c", N_ ("Story and pictures"),
    N_ ("Copy the map as an image"), run_copy_image },
  { "win.print", NULL, NULL, "<Control>p", N_ ("Story and pictures"), N_ ("Print the map"),
    run_print },
  { "win.print-timeline", NULL, NULL, NULL, NULL, NULL, run_print_timeline },
  { "win.print-article", NULL, NULL, "<Control><Shift>p", N_ ("Story and pictures"),
    N_ ("Print the article"), run_print_article },

  { "win.preferences", NULL, NULL, "<Control>comma", N_ ("Program"), N_ ("Preferences"),
    run_preferences },
  { "win.shortcuts", NULL, NULL, "<Control>question F1", N_ ("Program"), N_ ("Keyboard shortcuts"),
    run_shortcuts },
  { "app.quit", NULL, NULL, "<Control>q", N_ ("Program"), N_ ("Quit"), run_quit },
};

void
jol_actions_tell_bad (JolWindow *window, const char *text)
{
  g_autofree char *message = NULL;

  /* Translators: what a script gave, such as "2009-13" where a date was asked for */
  message = g_strdup_printf (_ ("“%s” means nothing here"), text);
  jol_window_toast (window, message);
}

/* A script or a link may name anything: what is not there is told, and nothing changes. */
void
jol_actions_tell_unknown (JolWindow *window, const char *id)
{
  g_autofree char *message = NULL;

  /* Translators: an id from a script or a link, such as "cpc" */
  message = g_strdup_printf (_ ("There is no “%s” in this story"), id);
  jol_window_toast (window, message);
}

const JolActionRow *
jol_actions_get_rows (guint *n_out)
{
  *n_out = G_N_ELEMENTS (rows);
  return rows;
}

gboolean
jol_actions_accel_is_plain (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return FALSE;
  return !(modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) &&
         !(key >= GDK_KEY_F1 && key <= GDK_KEY_F35);
}
