/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-sections.h"

#define N_COLUMNS 2

typedef struct
{
  JolSections *sections;
  char *name;
  GtkWidget *button;
  GtkWidget *box; /* NULL until it is first opened */
  JolSectionBuild build;
  gpointer user_data;
} Section;

struct _JolSections
{
  GtkWidget parent_instance;

  GtkWidget *buttons;
  GPtrArray *sections; /* of Section */
  Section *open;       /* or NULL */
};

G_DEFINE_FINAL_TYPE (JolSections, jol_sections, GTK_TYPE_WIDGET)

static void
free_section (gpointer data)
{
  Section *section = data;

  g_free (section->name);
  g_free (section);
}

static Section *
find_section (JolSections *self, const char *name)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (g_strcmp0 (section->name, name) == 0)
        return section;
    }

  return NULL;
}

static void
show_open (JolSections *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);
      gboolean is_open = section == self->open;

      if (is_open && !section->box)
        {
          section->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          gtk_widget_add_css_class (section->box, "section");
          section->build (GTK_BOX (section->box), section->user_data);
          gtk_widget_set_parent (section->box, GTK_WIDGET (self));
        }
      if (section->box)
        gtk_widget_set_visible (section->box, is_open);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (section->button), is_open);
      gtk_accessible_update_state (GTK_ACCESSIBLE (section->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                   is_open, -1);
    }
}

static void
toggled_cb (GtkToggleButton *button, Section *section)
{
  JolSections *self = section->sections;

  if (gtk_toggle_button_get_active (button) == (self->open == section))
    return;

  self->open = gtk_toggle_button_get_active (button) ? section : NULL;
  show_open (self);
}

static void
jol_sections_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jol_sections_parent_class)->dispose (object);
}

static void
jol_sections_finalize (GObject *object)
{
  g_ptr_array_unref (JOL_SECTIONS (object)->sections);

  G_OBJECT_CLASS (jol_sections_parent_class)->finalize (object);
}

static void
jol_sections_class_init (JolSectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_sections_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_sections_finalize;

  gtk_widget_class_set_css_name (widget_class, "jolsections");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
jol_sections_init (JolSections *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->sections = g_ptr_array_new_with_free_func (free_section);

  /* Nothing to see, not even the line above, until there is one. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->buttons = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->buttons), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->buttons), 4);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

GtkWidget *
jol_sections_new (void)
{
  return g_object_new (JOL_TYPE_SECTIONS, NULL);
}

void
jol_sections_add (JolSections *self,
                  const char *name,
                  const char *label,
                  JolSectionBuild build,
                  gpointer user_data)
{
  Section *section;
  GtkWidget *words;
  int index;

  g_return_if_fail (JOL_IS_SECTIONS (self));
  g_return_if_fail (name && label && build);

  words = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, NULL);
  section = g_new0 (Section, 1);
  section->sections = self;
  section->name = g_strdup (name);
  section->build = build;
  section->user_data = user_data;
  section->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (section->button), words);
  gtk_widget_add_css_class (section->button, "flat");
  gtk_widget_add_css_class (section->button, "jol-section-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect (section->button, "toggled", G_CALLBACK (toggled_cb), section);

  index = (int) self->sections->len;
  g_ptr_array_add (self->sections, section);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_grid_attach (GTK_GRID (self->buttons), section->button, index % N_COLUMNS, index / N_COLUMNS,
                   1, 1);
}

gboolean
jol_sections_has (JolSections *self, const char *name)
{
  g_return_val_if_fail (JOL_IS_SECTIONS (self), FALSE);

  return find_section (self, name) != NULL;
}

const char *
jol_sections_get_open (JolSections *self)
{
  g_return_val_if_fail (JOL_IS_SECTIONS (self), NULL);

  return self->open ? self->open->name : NULL;
}

gboolean
jol_sections_set_open (JolSections *self, const char *name)
{
  Section *found;

  g_return_val_if_fail (JOL_IS_SECTIONS (self), FALSE);

  found = find_section (self, name);
  if (name && !found)
    return FALSE;

  self->open = found;
  show_open (self);
  return TRUE;
}
