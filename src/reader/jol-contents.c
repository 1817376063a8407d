/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-contents.h"

#include <glib/gi18n.h>

struct _JolContents
{
  GtkPopover parent_instance;

  GtkWidget *note;
  GtkWidget *list;
  guint current;
};

enum
{
  SECTION_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolContents, jol_contents, GTK_TYPE_POPOVER)

static void
row_activated_cb (JolContents *self, GtkListBoxRow *row)
{
  guint section = (guint) gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SECTION_CHOSEN], 0, section);
}

static GtkWidget *
create_row (const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  return row;
}

static void
mark_current (JolContents *self)
{
  gtk_list_box_select_row (
      GTK_LIST_BOX (self->list),
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) self->current));
}

/* Where one reads is where the keys begin. */
static void
mapped_cb (JolContents *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
jol_contents_class_init (JolContentsClass *klass)
{
  signals[SECTION_CHOSEN] = g_signal_new ("section-chosen", JOL_TYPE_CONTENTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
jol_contents_init (JolContents *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "note");

  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contents"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  gtk_widget_add_css_class (GTK_WIDGET (self), "contents");
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

void
jol_contents_set_article (JolContents *self, JolArticle *article)
{
  const JolSection *sections = NULL;
  guint n_sections = 0;
  GtkListBoxRow *row;

  g_return_if_fail (JOL_IS_CONTENTS (self));
  g_return_if_fail (!article || JOL_IS_ARTICLE (article));

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));

  if (article)
    sections = jol_article_get_sections (article, &n_sections);
  for (guint i = 0; i < n_sections; i++)
    {
      const char *heading = sections[i].heading ? jol_text_get (sections[i].heading,
                                                                jol_text_get_interface_language ())
                                                : NULL;
      /* Translators: stands for a section without a heading, by its number. */
      g_autofree char *number = g_strdup_printf (_ ("Section %u"), i + 1);

      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           create_row (heading && *heading ? heading : number));
    }
  self->current = 0;
  mark_current (self);
}

void
jol_contents_set_note (JolContents *self, const char *note)
{
  g_return_if_fail (JOL_IS_CONTENTS (self));

  gtk_label_set_label (GTK_LABEL (self->note), note);
}

void
jol_contents_set_current (JolContents *self, guint section)
{
  g_return_if_fail (JOL_IS_CONTENTS (self));

  if (self->current == section)
    return;

  self->current = section;
  mark_current (self);
}
