/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map.h"
#include "jol-preferences.h"
#include "jol-story-loader.h"
#include "jol-test-live.h"
#include "jol-test-ui.h"
#include "jol-window.h"

#include <string.h>

typedef struct
{
  JolWindow *window;
  JolSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = jol_window_new (NULL);
  fixture->session = jol_window_get_session (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  jol_window_open (fixture->window, JOL_STORY_BUNDLED_URI);
  gtk_window_present (GTK_WINDOW (fixture->window));
  jol_test_wait_until (jol_session_get_story (fixture->session) != NULL);
  jol_test_wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) > 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (GTK_WIDGET (fixture->window));
}

static GtkWidget *
find_dialog (Fixture *fixture, GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static char *
get_text (GtkWidget *dialog)
{
  GtkWidget *view = jol_test_find_child (dialog, GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
has_toast (Fixture *fixture, const char *text)
{
  GtkWidget *overlay = jol_test_find_child (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY);

  /* Toasts are the overlay's children after the one that it lies over. */
  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = child == adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay))
                             ? NULL
                             : jol_test_find_child (child, GTK_TYPE_LABEL);

      if (label && strstr (gtk_label_get_text (GTK_LABEL (label)), text))
        return TRUE;
    }
  return FALSE;
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  JolStory *story = jol_session_get_story (fixture->session);

  g_assert_cmpstr (jol_story_get_id (story), ==, "own-paths");
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)),
                            jol_story_get_title (story, "en")));
  g_assert_false (jol_session_can_go_back (fixture->session));
}

static void
test_another_story (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = jol_test_dup_path ("story", "good", "small.jol.json", NULL);

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  jol_window_open (fixture->window, path);
  jol_test_wait_until (!jol_window_is_opening (fixture->window));
  g_assert_cmpstr (jol_story_get_uri (jol_session_get_story (fixture->session)), ==, path);
  g_assert_null (jol_session_get_selection (fixture->session));
}

static void
test_newest_wish (Fixture *fixture, gconstpointer data)
{
  g_autofree char *small = jol_test_dup_path ("story", "good", "small.jol.json", NULL);
  g_autofree char *nothing = jol_test_dup_path ("story", "good", "nothing.jol.json", NULL);

  jol_window_open (fixture->window, nothing);
  jol_window_open (fixture->window, JOL_STORY_BUNDLED_URI);
  jol_window_open (fixture->window, small);
  jol_test_wait_until (!jol_window_is_opening (fixture->window));
  g_assert_cmpstr (jol_story_get_uri (jol_session_get_story (fixture->session)), ==, small);
}

static void
test_broken_story (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = jol_test_dup_path ("story", "bad", "types.json", NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  JolStory *before = jol_session_get_story (fixture->session);
  JolStory *broken = jol_story_load (path, problems, NULL, NULL);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  g_assert_null (broken);
  g_assert_cmpuint (jol_problem_list_get_n_errors (problems), >, 1);

  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  jol_window_open (fixture->window, path);
  jol_test_wait_until ((dialog = find_dialog (fixture, ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  text = get_text (dialog);
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_assert_nonnull (strstr (text, line));
    }

  g_assert_true (jol_session_get_story (fixture->session) == before);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_missing_story (Fixture *fixture, gconstpointer data)
{
  JolStory *before = jol_session_get_story (fixture->session);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  jol_window_open (fixture->window, "/no/such/story.json");
  jol_test_wait_until ((dialog = find_dialog (fixture, ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  text = get_text (dialog);
  g_assert_nonnull (strstr (text, "/no/such/story.json"));
  g_assert_true (jol_session_get_story (fixture->session) == before);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  JolDate date = { .year = 2009, .month = 12 };

  jol_window_open (fixture->window, "jol:own-paths?select=cpc&date=2009-12&view=46,51,6");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
  g_assert_true (jol_date_equal (jol_session_get_date (fixture->session), &date));
  jol_test_wait_until (jol_session_get_viewport (fixture->session)->zoom == 6.0);

  jol_window_open (fixture->window, "jol:own-paths?date=2009-13");
  jol_test_wait_until (has_toast (fixture, "cannot be read"));
  jol_window_open (fixture->window, "jol:another-story?select=cpc");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "cpc");
}

static void
test_date_moved (Fixture *fixture, gconstpointer data)
{
  JolDate date = { .year = 1992 };

  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_STRIP);
  jol_session_select (fixture->session, "btc", JOL_ORIGIN_READER);
  g_assert_false (jol_date_equal (jol_session_get_date (fixture->session), &date));
  jol_test_wait_until (has_toast (fixture, "Date moved to"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo-date", NULL);
  g_assert_true (jol_date_equal (jol_session_get_date (fixture->session), &date));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "btc");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "select",
                                  g_variant_new_string ("<b>nobody"));
  jol_test_wait_until (has_toast (fixture, "<b>nobody"));
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint notified;

  jol_test_count_notify (fixture->window, "theme", &notified);
  g_assert_true (jol_window_set_theme (fixture->window, "dark"));
  g_assert_true (jol_window_set_theme (fixture->window, "dark"));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (adw_style_manager_get_dark (manager));
  g_assert_false (jol_window_set_theme (fixture->window, "blue"));
  g_assert_cmpstr (jol_window_get_theme (fixture->window), ==, "dark");
  g_assert_true (jol_window_set_theme (fixture->window, "light"));
  g_assert_false (adw_style_manager_get_dark (manager));
  g_assert_true (jol_window_set_theme (fixture->window, "system"));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "view.png", NULL);
  GtkWidget *map = jol_test_find_child (GTK_WIDGET (fixture->window), JOL_TYPE_MAP);
  const int width_px = gtk_widget_get_width (map);
  const int height_px = gtk_widget_get_height (map);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "export",
                                  g_variant_new_string (path));
  jol_test_wait_until (has_toast (fixture, "view.png saved"));
  texture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width_px);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height_px);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "export",
                                  g_variant_new_string ("/no/such/folder/view.png"));
  jol_test_wait_until (has_toast (fixture, "cannot be written"));
  jol_test_remove_folder (folder);
}

static void
test_export_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *preview;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "export-dialog", NULL);
  dialog = find_dialog (fixture, ADW_TYPE_WINDOW);
  g_assert_nonnull (dialog);
  preview = jol_test_find_child (dialog, GTK_TYPE_PICTURE);
  jol_test_wait_until (gtk_picture_get_paintable (GTK_PICTURE (preview)) != NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Each of the windows about the program can be made: a bad property in XML is a critical. */
static void
test_help (Fixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "shortcuts", NULL);
  shortcuts = find_dialog (fixture, GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (shortcuts);
  jol_test_wait_until (gtk_widget_get_mapped (shortcuts));
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

/* Each new one would cost what libadwaita never frees. */
static void
test_preferences_are_kept (Fixture *fixture, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  const guint n_before = g_list_model_get_n_items (windows);
  g_autoptr (GtkWindow) first = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GtkWindow) newest = NULL;

      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "preferences", NULL);
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_before + 1);
      newest = g_list_model_get_item (windows, n_before);
      g_assert_true (JOL_IS_PREFERENCES (newest));
      if (!first)
        g_set_object (&first, newest);
      g_assert_true (newest == first);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (newest)));
      gtk_window_close (newest);
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (newest)));
    }
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  JolDate date = { .year = 2009, .month = 12 };
  JolViewport viewport = { 43.25, 76.9, 6.0 };
  JolWindow *second;
  JolSession *session;

  jol_session_select_at (fixture->session, "central-asia-china-gas-ab", &date, JOL_ORIGIN_APP);
  jol_session_set_viewport (fixture->session, &viewport, JOL_ORIGIN_APP);
  jol_session_set_filter (fixture->session, 1 << JOL_EVENT_VISIT);
  jol_window_set_theme (fixture->window, "dark");
  jol_window_save (fixture->window);

  second = jol_window_new (NULL);
  session = jol_window_get_session (second);
  jol_window_restore (second);
  jol_test_wait_until (jol_session_get_story (session) != NULL);
  g_assert_cmpstr (jol_session_get_selection (session), ==, "central-asia-china-gas-ab");
  g_assert_true (jol_date_equal (jol_session_get_date (session), &date));
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (session), &viewport));
  g_assert_cmpuint (jol_session_get_filter (session), ==, 1 << JOL_EVENT_VISIT);
  g_assert_cmpstr (jol_window_get_theme (second), ==, "dark");
  g_assert_false (jol_session_can_go_back (session));
  jol_window_set_theme (second, "system");
  jol_test_destroy_window (GTK_WIDGET (second));
}

static void
test_kept_story_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "mine.jol.json", NULL);
  g_autofree char *good = jol_test_dup_path ("story", "good", "small.jol.json", NULL);
  g_autofree char *content = jol_test_read_file (good);
  Fixture second;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  jol_window_open (fixture->window, path);
  jol_test_wait_until (!jol_window_is_opening (fixture->window));
  jol_window_save (fixture->window);
  jol_test_remove_folder (folder);

  second.window = jol_window_new (NULL);
  second.session = jol_window_get_session (second.window);
  jol_window_restore (second.window);
  jol_test_wait_until (jol_session_get_story (second.session) != NULL);
  g_assert_cmpstr (jol_story_get_id (jol_session_get_story (second.session)), ==, "own-paths");
  jol_test_wait_until (has_toast (&second, "mine.jol.json"));

  /* For the next test: it begins with the story inside again. */
  jol_window_save (second.window);
  jol_test_destroy_window (GTK_WIDGET (second.window));
}

static void
test_cycle_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first, *last = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-pane", NULL);
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (first);
  for (int i = 0; i < 3; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "next-pane", NULL);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != first);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != last);
      last = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    }
  for (int i = 0; i < 3; i++)
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "previous-pane", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == first);
}

/* Everything is open when a person closes the window, and nothing of it stays. */
static void
test_closes (void)
{
  static const char *const parts[] = { "JolWindow",      "JolMap",         "JolTimeline",
                                       "JolTimeStrip",   "JolReader",      "JolClaimsPage",
                                       "JolCard",        "JolRoutePage",   "JolSearchBar",
                                       "JolSearchModel", "JolPreferences", "JolExportDialog",
                                       "JolSession",     "JolStory" };
  static const char *const actions[] = { "claims", "find", "preferences", "export-dialog",
                                         "shortcuts" };
  Fixture fixture;

  set_up (&fixture, NULL);
  jol_session_select (fixture.session, "cpc", JOL_ORIGIN_MAP);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_group_activate_action (
        G_ACTION_GROUP (fixture.window), actions[i],
        g_str_equal (actions[i], "claims") ? g_variant_new_boolean (TRUE) : NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture.window), "search",
                                  g_variant_new_string ("tengiz"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture.window), "play",
                                  g_variant_new_boolean (TRUE));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      jol_test_wait_until (jol_test_live_count (parts[i]) > 0);
    }

  gtk_window_close (GTK_WINDOW (fixture.window));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      jol_test_wait_until (jol_test_live_count (parts[i]) == 0);
    }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
  jol_test_wait_until (jol_test_live_count (NULL) == 0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window/opens", test_opens },
    { "/window/another-story", test_another_story },
    { "/window/newest-wish", test_newest_wish },
    { "/window/broken-story", test_broken_story },
    { "/window/missing-story", test_missing_story },
    { "/window/link", test_link },
    { "/window/date-moved", test_date_moved },
    { "/window/unknown", test_unknown },
    { "/window/theme", test_theme },
    { "/window/export", test_export },
    { "/window/export-dialog", test_export_dialog },
    { "/window/help", test_help },
    { "/window/preferences-are-kept", test_preferences_are_kept },
    { "/window/kept", test_kept },
    { "/window/kept-story-gone", test_kept_story_gone },
    { "/window/cycle-panes", test_cycle_panes },
  };

  jol_test_init_ui (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/window/closes", test_closes);

  return jol_test_run ();
}
