/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-chooser.h"

static gboolean
drop_cb (gpointer dialog)
{
  return G_SOURCE_REMOVE;
}

/**
 * jol_chooser_release:
 * @chooser: (inout) (nullable) (transfer full): where a file chooser is held that has done its
 *   duty; is NULL afterwards
 *
 * Hides the chooser, and lets go of it once GTK has.
 *
 * A click with the second button on the list of files lets GTK 4.8 show a menu in an idle of the
 * default priority, which holds no reference to the chooser (click_cb() in gtkfilechooserwidget.c).
 * An Escape that follows at once would free the chooser before; so it lives until all idles of that
 * priority have run.
 */
void
jol_chooser_release (GtkNativeDialog **chooser)
{
  GtkNativeDialog *dialog = g_steal_pointer (chooser);

  if (!dialog)
    return;

  gtk_native_dialog_hide (dialog);
  g_idle_add_full (G_PRIORITY_LOW, drop_cb, dialog, g_object_unref);
}
