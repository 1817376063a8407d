/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-link-popover.h"

#include <glib/gi18n.h>

#define WIDTH_CHARS 38

struct _JolLinkPopover
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *origin;
  GtkWidget *note;
  GtkWidget *address;
  GtkWidget *open;
  GtkWidget *copy;
  char *uri;       /* or NULL: the source has no address */
  char *reference; /* what is copied */
};

G_DEFINE_FINAL_TYPE (JolLinkPopover, jol_link_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_label (GtkWidget *box, const char *css_class, gboolean is_selectable)
{
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars",
      WIDTH_CHARS, "max-width-chars", WIDTH_CHARS, "selectable", is_selectable, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
open_clicked_cb (JolLinkPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->uri, GDK_CURRENT_TIME);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
copy_clicked_cb (JolLinkPopover *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->reference);
  gtk_button_set_label (GTK_BUTTON (self->copy), _ ("Copied"));
}

static void
jol_link_popover_finalize (GObject *object)
{
  JolLinkPopover *self = JOL_LINK_POPOVER (object);

  g_free (self->uri);
  g_free (self->reference);

  G_OBJECT_CLASS (jol_link_popover_parent_class)->finalize (object);
}

static void
jol_link_popover_class_init (JolLinkPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_link_popover_finalize;
}

static void
jol_link_popover_init (JolLinkPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = add_label (box, "heading", FALSE);
  self->origin = add_label (box, "dim-label", FALSE);
  self->note = add_label (box, "dim-label", FALSE);
  /* Letters that are made to look like others are told apart by looking closely: in full, and not
   * small. */
  self->address = add_label (box, "monospace", TRUE);

  self->open = gtk_button_new_with_label (_ ("Open in browser"));
  gtk_widget_add_css_class (self->open, "suggested-action");
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->open);
  self->copy = gtk_button_new ();
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->copy);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), buttons);

  gtk_widget_add_css_class (GTK_WIDGET (self), "link");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
jol_link_popover_new (void)
{
  return g_object_new (JOL_TYPE_LINK_POPOVER, NULL);
}

static void
show_texts (JolLinkPopover *self,
            const char *title,
            const char *origin,
            const char *note,
            const char *copy)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->origin), origin);
  gtk_widget_set_visible (self->origin, *origin != '\0');
  gtk_label_set_label (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_label_set_label (GTK_LABEL (self->address), self->uri ? self->uri : "");
  gtk_widget_set_visible (self->address, self->uri != NULL);
  gtk_widget_set_visible (self->open, self->uri != NULL);
  gtk_button_set_label (GTK_BUTTON (self->copy), copy);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_popover_popup (GTK_POPOVER (self));
  /* An address in a text one can select would be marked whole. */
  gtk_label_select_region (GTK_LABEL (self->address), 0, 0);
  gtk_widget_grab_focus (self->uri ? self->open : self->copy);
}

static char *
format_origin (JolSource *source, guint number)
{
  const char *publisher = jol_source_get_publisher (source);
  const JolDate *date = jol_source_get_date (source);
  g_autofree char *when = jol_date_is_set (date) ? jol_date_format (date) : NULL;
  g_autofree char *note = number > 0 ? g_strdup_printf ("[%u]", number) : NULL;
  const char *parts[4] = { 0 };
  guint n_parts = 0;

  if (note)
    parts[n_parts++] = note;
  if (publisher)
    parts[n_parts++] = publisher;
  if (when)
    parts[n_parts++] = when;
  return g_strjoinv (" · ", (char **) parts);
}

void
jol_link_popover_show_source (JolLinkPopover *self, JolSource *source, guint number)
{
  const char *language = jol_text_get_interface_language ();
  g_autofree char *origin = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (JOL_IS_LINK_POPOVER (self));
  g_return_if_fail (JOL_IS_SOURCE (source));

  origin = format_origin (source, number);
  words = jol_source_format (source, language);
  g_free (self->uri);
  g_free (self->reference);
  self->uri = g_strdup (jol_source_get_url (source));
  self->reference = self->uri ? g_strdup_printf ("%s, %s", words, self->uri) : g_strdup (words);
  show_texts (self, jol_entity_get_title (JOL_ENTITY (source), language), origin,
              jol_entity_get_summary (JOL_ENTITY (source), language), _ ("Copy reference"));
}

void
jol_link_popover_show_address (JolLinkPopover *self, const char *address)
{
  g_autoptr (GUri) uri = NULL;
  const char *host;
  g_autofree char *title = NULL;

  g_return_if_fail (JOL_IS_LINK_POPOVER (self));
  g_return_if_fail (address != NULL);

  uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  host = uri ? g_uri_get_host (uri) : NULL;
  /* The name as computers know it, in which no letter looks like another. */
  title = host ? g_hostname_to_ascii (host) : NULL;

  if (self->uri != address)
    {
      g_free (self->uri);
      g_free (self->reference);
      self->uri = g_strdup (address);
      self->reference = g_strdup (address);
    }
  show_texts (self, title ? title : address,
              /* Translators: above the address that a link in the text leads to */
              _ ("This link leads out of Jol."), NULL, _ ("Copy address"));
}
