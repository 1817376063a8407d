/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-sections.h"

#define N_COLUMNS 3
/* A card is wide enough for as many columns of words that are not longer. */
#define N_COLUMNS_OF_LONG 2
#define LONG_LETTERS 12

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

  GtkWidget *bar;      /* a grid of buttons; elsewhere */
  GPtrArray *sections; /* of Section */
  int n_columns;       /* of the bar */
  Section *open;       /* or NULL */
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
attach (JolSections *self, int index)
{
  const Section *section = g_ptr_array_index (self->sections, (guint) index);

  gtk_grid_attach (GTK_GRID (self->bar), section->button, index % self->n_columns,
                   index / self->n_columns, 1, 1);
}

/* “38 источников” on two lines, beside others on one, is hard to read. */
static void
widen_columns (JolSections *self)
{
  self->n_columns = N_COLUMNS_OF_LONG;
  for (guint i = 0; i + 1 < self->sections->len; i++)
    {
      const Section *section = g_ptr_array_index (self->sections, i);
      g_autoptr (GtkWidget) button = g_object_ref (section->button);

      gtk_grid_remove (GTK_GRID (self->bar), button);
      attach (self, (int) i);
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
  if (self->open)
    g_signal_emit (self, signals[OPENED], 0);
}

static void
jol_sections_dispose (GObject *object)
{
  JolSections *self = JOL_SECTIONS (object);
  GtkWidget *child;

  /* The buttons may live on for a moment, in the hands of what they were clicked with. */
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      g_signal_handlers_disconnect_by_func (section->button, toggled_cb, section);
    }
  g_ptr_array_set_size (self->sections, 0);
  self->open = NULL;
  g_clear_object (&self->bar);
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

  signals[OPENED] = g_signal_new ("opened", JOL_TYPE_SECTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

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
  self->n_columns = N_COLUMNS;

  self->bar = g_object_ref_sink (gtk_grid_new ());
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_visible (self->bar, FALSE);
}

GtkWidget *
jol_sections_new (void)
{
  return g_object_new (JOL_TYPE_SECTIONS, NULL);
}

GtkWidget *
jol_sections_get_bar (JolSections *self)
{
  g_return_val_if_fail (JOL_IS_SECTIONS (self), NULL);

  return self->bar;
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

  g_return_if_fail (JOL_IS_SECTIONS (self));
  g_return_if_fail (name && label && build);

  /* Never inside a word: “10 утверждений” is broken after the number. */
  words = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "wrap", TRUE, NULL);
  section = g_new0 (Section, 1);
  section->sections = self;
  section->name = g_strdup (name);
  section->build = build;
  section->user_data = user_data;
  section->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (section->button), words);
  gtk_widget_set_hexpand (section->button, TRUE);
  gtk_widget_add_css_class (section->button, "flat");
  gtk_widget_add_css_class (section->button, "jol-section-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect (section->button, "toggled", G_CALLBACK (toggled_cb), section);

  g_ptr_array_add (self->sections, section);
  gtk_widget_set_visible (self->bar, TRUE);
  if (g_utf8_strlen (label, -1) > LONG_LETTERS && self->n_columns == N_COLUMNS)
    widen_columns (self);
  attach (self, (int) self->sections->len - 1);
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
