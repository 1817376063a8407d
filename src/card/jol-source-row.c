/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-source-row.h"

#include <glib/gi18n.h>

struct _JolSourceRow
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkWidget *button; /* or NULL */
  char *address;     /* or NULL */
};

G_DEFINE_FINAL_TYPE (JolSourceRow, jol_source_row, GTK_TYPE_WIDGET)

static void
open_clicked_cb (JolSourceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->address, GDK_CURRENT_TIME);
}

static void
jol_source_row_dispose (GObject *object)
{
  JolSourceRow *self = JOL_SOURCE_ROW (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_source_row_parent_class)->dispose (object);
}

static void
jol_source_row_finalize (GObject *object)
{
  g_free (JOL_SOURCE_ROW (object)->address);

  G_OBJECT_CLASS (jol_source_row_parent_class)->finalize (object);
}

static void
jol_source_row_class_init (JolSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_source_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_source_row_finalize;

  gtk_widget_class_set_css_name (widget_class, "jolsourcerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_source_row_init (JolSourceRow *self)
{
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
format_origin (JolSource *source)
{
  const char *publisher = jol_source_get_publisher (source);
  const JolDate *date = jol_source_get_date (source);
  g_autofree char *when = jol_date_format (date);

  if (!publisher)
    return g_steal_pointer (&when);
  if (!jol_date_is_set (date))
    return g_strdup (publisher);

  /* Translators: who published a source, and when */
  return g_strdup_printf (C_ ("source", "%1$s, %2$s"), publisher, when);
}

GtkWidget *
jol_source_row_new (JolSource *source, const char *language)
{
  JolSourceRow *self = g_object_new (JOL_TYPE_SOURCE_ROW, NULL);
  g_autofree char *origin = format_origin (source);
  g_autofree char *all = jol_source_format (source, language);
  /* Such as that no page of it was read. */
  const char *note = jol_entity_get_summary (JOL_ENTITY (source), language);

  self->address = g_strdup (jol_source_get_url (source));

  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->words),
                  make_label (jol_entity_get_title (JOL_ENTITY (source), language), "title"));
  if (*origin)
    gtk_box_append (GTK_BOX (self->words), make_label (origin, "detail"));
  if (note)
    gtk_box_append (GTK_BOX (self->words), make_label (note, "detail"));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);

  if (self->address)
    {
      g_autofree char *name = NULL;

      /* Translators: %s is the title of a source */
      name = g_strdup_printf (_ ("Open “%s” in the browser"),
                              jol_entity_get_title (JOL_ENTITY (source), language));
      self->button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
      gtk_widget_add_css_class (self->button, "flat");
      gtk_widget_set_valign (self->button, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (self->button, self->address);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (open_clicked_cb), self);
      gtk_widget_set_parent (self->button, GTK_WIDGET (self));
    }

  return GTK_WIDGET (self);
}
