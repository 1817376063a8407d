/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-actions.h"
#include "jol-shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

/* A GtkShortcutsWindow of GTK 4.8 can only be made from XML. All groups must fit its first page:
 * the switcher between pages makes that version warn of a label narrower than nothing. */
static void
append_property (GString *xml, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (xml, "<property name=\"%s\">%s</property>", name, escaped);
}

/* Without those that only stand for the same key elsewhere on the keyboard. */
static void
append_shown_accels (GString *shown, const JolActionRow *row)
{
  g_auto (GStrv) accels = g_strsplit (row->accels, " ", -1);

  for (guint i = 0; accels[i]; i++)
    {
      if (strstr (accels[i], "KP_") || g_str_has_suffix (accels[i], "equal"))
        continue;
      if (shown->len > 0)
        g_string_append_c (shown, ' ');
      g_string_append (shown, accels[i]);
    }
}

/* Rows with one label are one line with all their keys. Returns how many it took. */
static guint
append_rows (GString *xml, const JolActionRow *rows, guint n_rows)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n = 0;

  for (; n < n_rows && rows[n].group && g_str_equal (rows[n].label, rows[0].label); n++)
    append_shown_accels (shown, &rows[n]);

  g_string_append (xml, "<child><object class=\"GtkShortcutsShortcut\">");
  append_property (xml, "accelerator", shown->str);
  append_property (xml, "title", _ (rows[0].label));
  g_string_append (xml, "</object></child>");
  return n;
}

GtkWidget *
jol_shortcuts_new (GtkWindow *parent)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GtkBuilder) builder = NULL;
  const char *group = NULL;
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);
  GtkWidget *window;

  g_string_append (xml, "<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                        "<property name=\"modal\">1</property><child>"
                        "<object class=\"GtkShortcutsSection\">"
                        "<property name=\"section-name\">all</property>"
                        "<property name=\"max-height\">19</property>");
  for (guint i = 0; i < n_rows;)
    {
      if (!rows[i].group)
        {
          i++;
          continue;
        }
      if (g_strcmp0 (group, rows[i].group) != 0)
        {
          if (group)
            g_string_append (xml, "</object></child>");
          group = rows[i].group;
          g_string_append (xml, "<child><object class=\"GtkShortcutsGroup\">");
          append_property (xml, "title", _ (group));
        }
      i += append_rows (xml, &rows[i], n_rows - i);
    }
  if (group)
    g_string_append (xml, "</object></child>");
  g_string_append (xml, "</object></child></object></interface>");

  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  return window;
}

void
jol_shortcuts_set_accels (GtkApplication *application)
{
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) accels = NULL;

      if (!rows[i].accels)
        continue;
      accels = g_strsplit (rows[i].accels, " ", -1);
      if (!jol_actions_accel_is_plain (accels[0]))
        gtk_application_set_accels_for_action (application, rows[i].name,
                                               (const char *const *) accels);
    }
}
