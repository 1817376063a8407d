/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-passage-bar.h"

#include "jol-status-line.h"

#include <glib/gi18n.h>

struct _JolPassageBar
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *previous;
  GtkWidget *next;

  guint position;
  guint n_passages;
};

enum
{
  STEPPED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolPassageBar, jol_passage_bar, GTK_TYPE_WIDGET)

static void
previous_clicked_cb (JolPassageBar *self)
{
  g_signal_emit (self, signals[STEPPED], 0, -1);
}

static void
next_clicked_cb (JolPassageBar *self)
{
  g_signal_emit (self, signals[STEPPED], 0, 1);
}

static void
close_clicked_cb (JolPassageBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
set_words (GtkWidget *button, const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static GtkWidget *
append_button (JolPassageBar *self, const char *icon_name, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  set_words (button, words);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
jol_passage_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jol_passage_bar_parent_class)->dispose (object);
}

static void
jol_passage_bar_class_init (JolPassageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_passage_bar_dispose;

  signals[STEPPED] = g_signal_new ("stepped", JOL_TYPE_PASSAGE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", JOL_TYPE_PASSAGE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "jolpassagebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_passage_bar_init (JolPassageBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Passages"), -1);

  /* A status is read aloud when it changes. */
  self->label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                    "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->previous = append_button (self, "go-up-symbolic", _ ("Previous passage"),
                                  G_CALLBACK (previous_clicked_cb));
  self->next =
      append_button (self, "go-down-symbolic", _ ("Next passage"), G_CALLBACK (next_clicked_cb));
  append_button (self, "window-close-symbolic", _ ("Close"), G_CALLBACK (close_clicked_cb));
}

void
jol_passage_bar_set_position (JolPassageBar *self,
                              guint position,
                              guint n_passages,
                              const char *subject)
{
  g_autofree char *text = NULL;

  g_return_if_fail (JOL_IS_PASSAGE_BAR (self));
  g_return_if_fail (position <= n_passages);
  g_return_if_fail (subject);

  self->position = position;
  self->n_passages = n_passages;
  if (position > 0)
    /* Translators: "3 of 7 passages on Caspian Pipeline Consortium": places of the article that
     * speak of what is selected. What comes last may be cut off. */
    text = g_strdup_printf (
        ngettext ("%1$u of %2$u passage on %3$s", "%1$u of %2$u passages on %3$s", n_passages),
        position, n_passages, subject);
  else
    /* Translators: "7 passages on Caspian Pipeline Consortium" */
    text = g_strdup_printf (ngettext ("%1$u passage on %2$s", "%1$u passages on %2$s", n_passages),
                            n_passages, subject);
  jol_status_line_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

static void
set_step (GtkWidget *button, gboolean is_inside, const char *words, const char *beyond)
{
  g_autofree char *text = NULL;

  /* Translators: what a button leads to, and in which other article that is: "Next passage, in
   * “One pipe out”" */
  if (!is_inside && beyond)
    text = g_strdup_printf (_ ("%1$s, in “%2$s”"), words, beyond);
  set_words (button, text ? text : words);
}

void
jol_passage_bar_set_beyond (JolPassageBar *self, const char *before, const char *after)
{
  g_return_if_fail (JOL_IS_PASSAGE_BAR (self));

  /* At none of them, either way may lead to one. */
  set_step (self->previous, self->position != 1, _ ("Previous passage"), before);
  set_step (self->next, self->position == 0 || self->position < self->n_passages,
            _ ("Next passage"), after);
}
