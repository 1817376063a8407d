/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader-menu.h"

#include <glib/gi18n.h>

#define N_COLORS 4
#define N_WIDTHS 3

struct _JolReaderMenu
{
  GtkPopover parent_instance;

  GtkWidget *smaller;
  GtkWidget *size; /* shows it, and is a button back to normal */
  GtkWidget *larger;
  GtkWidget *colors[N_COLORS];
  GtkWidget *widths[N_WIDTHS];

  JolReaderStyle *style;
  gboolean is_updating; /* the buttons follow the style */
};

static const struct
{
  const char *name;
  const char *label;
} color_rows[N_COLORS] = {
  { "system", N_ ("Colours of the program") },
  { "light", N_ ("Light") },
  { "sepia", N_ ("Sepia") },
  { "dark", N_ ("Dark") },
};

static const struct
{
  const char *name;
  const char *label;
} width_rows[N_WIDTHS] = {
  { "narrow", N_ ("Narrow") },
  { "normal", N_ ("Normal") },
  { "wide", N_ ("Wide") },
};

G_DEFINE_FINAL_TYPE (JolReaderMenu, jol_reader_menu, GTK_TYPE_POPOVER)

static void
style_changed_cb (JolReaderMenu *self)
{
  const int size = jol_reader_style_get_text_size (self->style);
  const char *colors = jol_reader_style_get_colors (self->style);
  const char *width = jol_reader_style_get_text_width (self->style);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  /* Translators: the size of the text: "125 %" */
  text = g_strdup_printf (_ ("%d %%"), size);
  /* Translators: a button: the text's present size, and what a click does */
  name = g_strdup_printf (_ ("Text size %d %%: back to normal"), size);
  self->is_updating = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->size), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->size), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_set_sensitive (self->smaller, size > JOL_TEXT_SIZE_MIN);
  gtk_widget_set_sensitive (self->larger, size < JOL_TEXT_SIZE_MAX);
  for (guint i = 0; i < N_COLORS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->colors[i]),
                                 g_str_equal (color_rows[i].name, colors));
  for (guint i = 0; i < N_WIDTHS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->widths[i]),
                                  g_str_equal (width_rows[i].name, width));
  self->is_updating = FALSE;
}

static void
smaller_clicked_cb (JolReaderMenu *self)
{
  jol_reader_style_step_text_size (self->style, -1);
}

static void
size_clicked_cb (JolReaderMenu *self)
{
  jol_reader_style_set_text_size (self->style, JOL_TEXT_SIZE_NORMAL);
}

static void
larger_clicked_cb (JolReaderMenu *self)
{
  jol_reader_style_step_text_size (self->style, 1);
}

static void
color_chosen_cb (JolReaderMenu *self, GtkCheckButton *button)
{
  for (guint i = 0; i < N_COLORS && !self->is_updating; i++)
    {
      if (GTK_WIDGET (button) == self->colors[i] && gtk_check_button_get_active (button))
        jol_reader_style_set_colors (self->style, color_rows[i].name);
    }
}

static void
width_chosen_cb (JolReaderMenu *self, GtkToggleButton *button)
{
  for (guint i = 0; i < N_WIDTHS && !self->is_updating; i++)
    {
      if (GTK_WIDGET (button) == self->widths[i] && gtk_toggle_button_get_active (button))
        jol_reader_style_set_text_width (self->style, width_rows[i].name);
    }
}

static GtkWidget *
create_size_button (JolReaderMenu *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = icon ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  if (label)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      gtk_widget_set_tooltip_text (button, label);
    }
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
create_row (const char *label, int spacing, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static GtkWidget *
create_sizes (JolReaderMenu *self)
{
  GtkWidget *row = create_row (_ ("Text size"), 0, "linked");

  self->smaller = create_size_button (self, "list-remove-symbolic", _ ("Smaller text"),
                                      G_CALLBACK (smaller_clicked_cb));
  self->size = create_size_button (self, NULL, NULL, G_CALLBACK (size_clicked_cb));
  self->larger = create_size_button (self, "list-add-symbolic", _ ("Larger text"),
                                     G_CALLBACK (larger_clicked_cb));
  gtk_widget_set_tooltip_text (self->size, _ ("Normal text size"));
  gtk_widget_add_css_class (self->size, "numeric");
  gtk_box_append (GTK_BOX (row), self->smaller);
  gtk_box_append (GTK_BOX (row), self->size);
  gtk_box_append (GTK_BOX (row), self->larger);
  return row;
}

static GtkWidget *
create_colors (JolReaderMenu *self)
{
  GtkWidget *row = create_row (_ ("Colours"), 12, "swatches");

  for (guint i = 0; i < N_COLORS; i++)
    {
      /* GTK 4.8 says "check box" of a radio button. */
      GtkWidget *button =
          g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

      self->colors[i] = button;
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (self->colors[0]));
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _ (color_rows[i].label));
      gtk_widget_add_css_class (button, "swatch");
      gtk_widget_add_css_class (button, color_rows[i].name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (color_rows[i].label), -1);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (color_chosen_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static GtkWidget *
create_widths (JolReaderMenu *self)
{
  GtkWidget *row = create_row (_ ("Width of the lines"), 0, "linked");

  for (guint i = 0; i < N_WIDTHS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (width_rows[i].label));

      self->widths[i] = button;
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->widths[0]));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (width_chosen_cb), self);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static void
jol_reader_menu_dispose (GObject *object)
{
  g_clear_object (&JOL_READER_MENU (object)->style);

  G_OBJECT_CLASS (jol_reader_menu_parent_class)->dispose (object);
}

static void
jol_reader_menu_class_init (JolReaderMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_reader_menu_dispose;
}

static void
jol_reader_menu_init (JolReaderMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), create_caption (_ ("Text size")));
  gtk_box_append (GTK_BOX (box), create_sizes (self));
  gtk_box_append (GTK_BOX (box), create_caption (_ ("Width of the lines")));
  gtk_box_append (GTK_BOX (box), create_widths (self));
  gtk_box_append (GTK_BOX (box), create_caption (_ ("Colours")));
  gtk_box_append (GTK_BOX (box), create_colors (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

void
jol_reader_menu_set_style (JolReaderMenu *self, JolReaderStyle *style)
{
  g_return_if_fail (JOL_IS_READER_MENU (self));
  g_return_if_fail (JOL_IS_READER_STYLE (style));
  g_return_if_fail (!self->style);

  self->style = g_object_ref (style);
  g_signal_connect_object (style, "notify", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
}
