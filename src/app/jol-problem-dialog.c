/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-problem-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIST_WIDTH_PX 480
#define LIST_HEIGHT_PX 320

static char *
join_problems (const JolProblemList *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkButton *button, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

/* Ours, and not the dialog's own, which libadwaita 1.7 measures narrower than any words are and
 * warns of. */
static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "title-2");
  return heading;
}

/* Heading, what it means, all problems, and a way to take them along. */
static GtkWidget *
make_content (const char *heading, const char *body, const char *text)
{
  GtkWidget *view =
      g_object_new (GTK_TYPE_TEXT_VIEW, "editable", FALSE, "cursor-visible", FALSE, "monospace",
                    TRUE, "wrap-mode", GTK_WRAP_WORD_CHAR, "left-margin", 12, "right-margin", 12,
                    "top-margin", 12, "bottom-margin", 12, NULL);
  GtkWidget *scrolled =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "min-content-width", LIST_WIDTH_PX,
                    "max-content-height", LIST_HEIGHT_PX, "propagate-natural-height", TRUE,
                    "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy All"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Problems"), -1);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), buffer, 0);
  gtk_box_append (GTK_BOX (box), make_heading (heading));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", body, "wrap", TRUE,
                                               "justify", GTK_JUSTIFY_CENTER, NULL));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), copy);
  return box;
}

void
jol_problem_dialog_show (GtkWindow *parent, const char *name, const JolProblemList *problems)
{
  const guint n_errors = jol_problem_list_get_n_errors (problems);
  g_autofree char *text = join_problems (problems);
  g_autofree char *body = NULL;
  const char *heading = _ ("Cannot open the story");
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);

  /* Translators: a file's name and how many errors it has */
  body = g_strdup_printf (ngettext ("%1$s has %2$u error. What was open stays open.",
                                    "%1$s has %2$u errors. What was open stays open.", n_errors),
                          name, n_errors);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_content (heading, body, text));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}
