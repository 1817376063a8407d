/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-preferences.h"

#include "jol-online-source.h"

/* In the order of its row. */
static const char *const themes[] = { "system", "light", "dark" };

/* Of the server's row, and of its setting. */
enum
{
  SERVER_OPENSTREETMAP,
  SERVER_OTHER,
};

struct _JolPreferences
{
  AdwWindow parent_instance;

  AdwComboRow *theme_row;
  GtkWidget *tiles_group;
  GtkSwitch *tiles_switch;
  AdwComboRow *server_row;
  GtkEditable *address_row;
  GtkWidget *address_error;

  JolWindow *window; /* borrowed: we go with it */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (JolPreferences, jol_preferences, ADW_TYPE_WINDOW)

static void
theme_chosen_cb (JolPreferences *self)
{
  if (self->window)
    jol_window_set_theme (self->window, themes[adw_combo_row_get_selected (self->theme_row)]);
}

static void
theme_changed_cb (JolPreferences *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i], jol_window_get_theme (self->window)))
      adw_combo_row_set_selected (self->theme_row, i);
}

static void
server_chosen_cb (JolPreferences *self)
{
  const guint server = adw_combo_row_get_selected (self->server_row);

  gtk_widget_set_visible (GTK_WIDGET (self->address_row), server == SERVER_OTHER);
  if (server != SERVER_OTHER)
    gtk_widget_set_visible (self->address_error, FALSE);
  if (self->settings)
    g_settings_set_enum (self->settings, "tile-server", (int) server);
}

static void
address_applied_cb (JolPreferences *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));
  const gboolean is_fit = *address == '\0' || jol_online_source_is_template (address);

  gtk_widget_set_visible (self->address_error, !is_fit);
  if (!is_fit)
    gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
  else if (self->settings)
    g_settings_set_string (self->settings, "tile-address", address);
}

static void
address_changed_cb (JolPreferences *self)
{
  gtk_widget_set_visible (self->address_error, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
}

static void
jol_preferences_dispose (GObject *object)
{
  JolPreferences *self = JOL_PREFERENCES (object);

  self->window = NULL;
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_PREFERENCES);

  G_OBJECT_CLASS (jol_preferences_parent_class)->dispose (object);
}

static void
jol_preferences_class_init (JolPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_preferences_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, tiles_group);
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, tiles_switch);
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, server_row);
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, address_row);
  gtk_widget_class_bind_template_child (widget_class, JolPreferences, address_error);
  gtk_widget_class_bind_template_callback (widget_class, theme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, server_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
}

static void
jol_preferences_init (JolPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jol_preferences_new (JolWindow *window, GSettings *settings)
{
  JolPreferences *self = g_object_new (JOL_TYPE_PREFERENCES, "transient-for", window, NULL);

  gtk_widget_set_visible (self->tiles_group, settings != NULL);
  if (settings)
    {
      g_autofree char *address = g_settings_get_string (settings, "tile-address");

      gtk_editable_set_text (self->address_row, address);
      adw_combo_row_set_selected (self->server_row,
                                  (guint) g_settings_get_enum (settings, "tile-server"));
      g_settings_bind (settings, "online-tiles", self->tiles_switch, "active",
                       G_SETTINGS_BIND_DEFAULT);
      self->settings = g_object_ref (settings);
    }

  self->window = window;
  theme_changed_cb (self);
  g_signal_connect_object (window, "notify::theme", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
