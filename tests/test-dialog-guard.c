/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK's own dialogs, closed while their lists are at work. */
#include "config.h"

#include "jol-dialog-guard.h"
#include "jol-test-ui.h"

static GtkWidget *
find_dialog (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }
  return NULL;
}

static gboolean
tells (gpointer model, GtkWidget *widget)
{
  return g_signal_handler_find (model, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, widget) != 0;
}

static gboolean
can_be_sorted (GtkTreeView *files)
{
  return gtk_widget_is_sensitive (
      gtk_tree_view_column_get_button (gtk_tree_view_get_column (files, 0)));
}

static void
test_a_chooser_that_is_closed_is_told_nothing (void)
{
  GtkWidget *window = jol_test_show (gtk_label_new ("Under it"), 200, 100);
  GtkNativeDialog *chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (
      "Open", GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL));
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GtkTreeModel) model = NULL;
  GtkWidget *dialog = find_dialog ("GtkFileChooserDialog");
  GtkWidget *widget;
  GtkTreeView *files;

  g_assert_nonnull (dialog);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_show (chooser);
  jol_test_wait_until (gtk_widget_get_mapped (dialog));

  widget = jol_test_find_child (dialog, GTK_TYPE_FILE_CHOOSER_WIDGET);
  files = (GtkTreeView *) jol_test_find_child (dialog, GTK_TYPE_TREE_VIEW);
  /* GTK 4.18 lists files in another widget. */
  if (files)
    {
      jol_test_wait_until (gtk_tree_view_get_model (files));
      g_set_object (&model, gtk_tree_view_get_model (files));
      g_assert_true (tells (model, widget));
      g_assert_true (can_be_sorted (files));
    }
  gtk_native_dialog_hide (chooser);
  if (files)
    {
      g_assert_false (tells (model, widget));
      gtk_tree_view_set_model (files, NULL);
      g_assert_false (can_be_sorted (files));
    }
  g_object_unref (chooser);
  jol_test_destroy_window (window);
}

static gboolean
has_printer (GtkWidget *dialog)
{
  g_autoptr (GObject) printer = NULL;

  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL;
}

static void
done_cb (gboolean *is_done)
{
  *is_done = TRUE;
}

/* Without the guard GTK 4.8 complains, which ends a test. */
static void
test_a_print_dialog_that_is_closed_looks_at_no_printers (void)
{
  GtkWidget *window = jol_test_show (gtk_label_new ("Under it"), 200, 100);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  gboolean is_done = FALSE;
  g_autoptr (GtkWidget) printers = NULL;
  GtkSelectionModel *model;
  GtkWidget *dialog;

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), &is_done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window),
                           NULL);
  dialog = find_dialog ("GtkPrintUnixDialog");
  g_assert_nonnull (dialog);
  jol_test_wait_until (gtk_widget_get_mapped (dialog));
  /* As an Escape that is pressed in it holds it. */
  g_set_object (&printers, jol_test_find_child (dialog, GTK_TYPE_COLUMN_VIEW));
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (printers));
  /* "Print to file" is everywhere. */
  jol_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (model)) > 0);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 0);
  jol_test_wait_until (has_printer (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  jol_test_wait_until (is_done);
  jol_test_destroy_window (window);
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  jol_dialog_guard_begin ();

  g_test_add_func ("/dialog-guard/chooser", test_a_chooser_that_is_closed_is_told_nothing);
  g_test_add_func ("/dialog-guard/print-dialog",
                   test_a_print_dialog_that_is_closed_looks_at_no_printers);
  return g_test_run ();
}
