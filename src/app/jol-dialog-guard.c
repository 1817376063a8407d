/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8's file chooser and print dialog have lists that may outlive them, and tell of every file
 * or printer that comes or changes what is gone by then: the chooser of a folder in which something
 * is written just as it closes ended the program. And while the chooser reads a folder it has no
 * list, which a click on a column's head does not expect.
 *
 * Newer GTK has neither list: then nothing is found here but a completion, and nothing done. */
#include "config.h"

#include "jol-dialog-guard.h"

static GtkWidget *
find_below (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);
  return found;
}

/* @model tells @widget nothing any more, and asks it for no order; what it holds can still be read.
 */
static void
silence (GtkTreeModel *model, GtkWidget *widget)
{
  if (!model)
    return;

  g_signal_handlers_disconnect_matched (model, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, widget);
  /* That of the name's completion is none in newer GTK. */
  if (GTK_IS_TREE_SORTABLE (model))
    gtk_tree_sortable_set_sort_column_id (
        GTK_TREE_SORTABLE (model), GTK_TREE_SORTABLE_UNSORTED_SORT_COLUMN_ID, GTK_SORT_ASCENDING);
}

static void
chooser_unmapped_cb (GtkWidget *chooser)
{
  GtkWidget *widget = find_below (chooser, "GtkFileChooserWidget");
  GtkWidget *files = find_below (chooser, "GtkTreeView");
  GtkWidget *name = find_below (chooser, "GtkFileChooserEntry");
  GtkEntryCompletion *completion = name ? gtk_entry_get_completion (GTK_ENTRY (name)) : NULL;

  if (widget && files)
    silence (gtk_tree_view_get_model (GTK_TREE_VIEW (files)), widget);
  if (completion)
    silence (gtk_entry_completion_get_model (completion), name);
}

static void
files_changed_cb (GtkTreeView *files)
{
  const gboolean has_list = gtk_tree_view_get_model (files) != NULL;
  GtkTreeViewColumn *column;

  for (int i = 0; (column = gtk_tree_view_get_column (files, i)); i++)
    gtk_widget_set_sensitive (gtk_tree_view_column_get_button (column), has_list);
}

static void
chooser_mapped_cb (GtkWidget *chooser)
{
  GtkWidget *files = find_below (chooser, "GtkTreeView");

  if (!files)
    return;

  g_signal_handlers_disconnect_by_func (files, files_changed_cb, NULL);
  g_signal_connect (files, "notify::model", G_CALLBACK (files_changed_cb), NULL);
  files_changed_cb (GTK_TREE_VIEW (files));
}

static void
print_dialog_unmapped_cb (GtkWidget *dialog)
{
  GtkWidget *printers = find_below (dialog, "GtkColumnView");
  GtkSelectionModel *model =
      printers ? gtk_column_view_get_model (GTK_COLUMN_VIEW (printers)) : NULL;

  if (model)
    g_signal_handlers_disconnect_matched (model, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, dialog);
}

static void
windows_changed_cb (GListModel *windows, guint at, guint n_removed, guint n_added)
{
  for (guint i = at; i < at + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window))
        {
          g_signal_connect (window, "map", G_CALLBACK (chooser_mapped_cb), NULL);
          g_signal_connect (window, "unmap", G_CALLBACK (chooser_unmapped_cb), NULL);
        }
      /* Its type is not everywhere where GTK is. */
      else if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        g_signal_connect (window, "unmap", G_CALLBACK (print_dialog_unmapped_cb), NULL);
    }
}

/**
 * jol_dialog_guard_begin:
 *
 * From here on sees to it that the lists of GTK's own dialogs are silent once those are closed,
 * also of the ones that it opens itself. Called once, when there is a display.
 */
void
jol_dialog_guard_begin (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                    NULL);
}
