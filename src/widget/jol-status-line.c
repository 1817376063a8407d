/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-status-line.h"

void
jol_status_line_set_text (GtkLabel *label, const char *text)
{
  GtkWidget *parent;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text);

  if (g_str_equal (gtk_label_get_label (label), text))
    return;
  gtk_label_set_label (label, text);
  /* The label itself may be hidden: what it says may be shown otherwise. */
  parent = gtk_widget_get_parent (GTK_WIDGET (label));
  if (parent)
    jol_status_line_announce (parent, text);
}

#if GTK_CHECK_VERSION(4, 14, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
announce (GtkWidget *widget, const char *text)
{
  /* By the window, which a screen reader always knows. */
  GtkAccessible *window = GTK_ACCESSIBLE (gtk_widget_get_root (widget));
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (window);

  /* The one for tests (GTK_A11Y=test) lacks the function, which GTK 4.18 calls all the same. */
  if (context && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (window, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
G_GNUC_END_IGNORE_DEPRECATIONS
#endif

/* Older GTK tells by itself when the name of a status line changes. Newer GTK follows ARIA, by
 * which it has no name, and tells nothing. What it has instead is newer than what is asked for
 * elsewhere, so that it is used only where it is there. */
void
jol_status_line_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text);

#if GTK_CHECK_VERSION(4, 14, 0)
  if (*text && gtk_widget_get_mapped (widget))
    announce (widget, text);
#endif
}
