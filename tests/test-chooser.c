/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-chooser.h"
#include "jol-test-ui.h"

static void
response_cb (GtkNativeDialog **chooser)
{
  jol_chooser_release (chooser);
}

static void
gone_cb (gpointer is_gone, GObject *chooser)
{
  *(gboolean *) is_gone = TRUE;
}

/* As GTK 4.8 does for a click with the second button: an idle that holds no reference. */
static gboolean
use_cb (gpointer data)
{
  GtkNativeDialog **used = data;

  g_assert_true (GTK_IS_NATIVE_DIALOG (*used));
  *used = NULL;
  return G_SOURCE_REMOVE;
}

static void
test_it_outlives_what_waits_for_it (void)
{
  GtkWidget *window = jol_test_show (gtk_label_new ("Under it"), 200, 100);
  GtkNativeDialog *chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
      "Open", GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL));
  GtkNativeDialog *used = chooser;
  gboolean is_gone = FALSE;

  g_object_weak_ref (G_OBJECT (chooser), gone_cb, &is_gone);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (response_cb), &chooser);
  gtk_native_dialog_show (chooser);
  g_assert_true (gtk_native_dialog_get_visible (chooser));

  g_idle_add (use_cb, &used);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_CANCEL);
  g_assert_null (chooser);
  g_assert_false (gtk_native_dialog_get_visible (used));
  jol_test_wait_until (is_gone);
  g_assert_null (used);
  jol_test_destroy_window (window);
}

static void
test_there_may_be_none (void)
{
  GtkNativeDialog *chooser = NULL;

  jol_chooser_release (&chooser);
  g_assert_null (chooser);
}

static gboolean
set_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* The same with GTK's own idle: freed too early, this reads what is gone. */
static void
test_its_menu_may_come_late (void)
{
  GtkWidget *window = jol_test_show (gtk_label_new ("Under it"), 200, 100);
  GtkNativeDialog *chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
      "Open", GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL));
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *files;
  g_autoptr (GtkWidget) dialog = NULL;
  g_autoptr (GListModel) controllers = NULL;
  gboolean is_gone = FALSE;
  gboolean is_shown = FALSE;
  guint n_clicks = 0;

  g_object_weak_ref (G_OBJECT (chooser), gone_cb, &is_gone);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (response_cb), &chooser);
  gtk_native_dialog_show (chooser);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (other))
        g_set_object (&dialog, other);
    }
  g_assert_nonnull (dialog);
  jol_test_wait_until (gtk_widget_get_mapped (dialog));

  files = jol_test_find_child (dialog, g_type_from_name ("GtkTreeView"));
  /* GTK 4.18 lists files in another widget, and lets no menu wait. */
  controllers = files ? gtk_widget_observe_controllers (files) : NULL;
  for (guint i = 0; controllers && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        {
          g_signal_emit_by_name (controller, "pressed", 1, 10.0, 10.0);
          n_clicks++;
        }
    }
  g_clear_object (&controllers);
  g_assert_true (!files || n_clicks > 0);
  g_idle_add (set_cb, &is_shown);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  g_clear_object (&dialog);
  jol_test_wait_until (is_shown);
  jol_test_wait_until (is_gone);
  jol_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);

  g_test_add_func ("/chooser/it-outlives-what-waits-for-it", test_it_outlives_what_waits_for_it);
  g_test_add_func ("/chooser/its-menu-may-come-late", test_its_menu_may_come_late);
  g_test_add_func ("/chooser/there-may-be-none", test_there_may_be_none);
  return g_test_run ();
}
