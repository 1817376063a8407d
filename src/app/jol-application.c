/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-actions.h"
#include "jol-application.h"
#include "jol-dialog-guard.h"
#include "jol-menu-names.h"
#include "jol-preload.h"
#include "jol-search-provider.h"
#include "jol-shortcuts.h"
#include "jol-window.h"

#include "jol-fonts.h"

#include <glib-unix.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct _JolApplication
{
  AdwApplication parent_instance;

  gboolean is_plain_start;
  JolSearchProvider *provider;
  guint terminate_ids[2];
};

G_DEFINE_FINAL_TYPE (JolApplication, jol_application, ADW_TYPE_APPLICATION)

static JolWindow *
find_window (JolApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      if (JOL_IS_WINDOW (l->data))
        return l->data;
    }
  return NULL;
}

/* A new window shows @uri, or what was seen last. */
static JolWindow *
show_window (JolApplication *self, const char *uri)
{
  JolWindow *window = find_window (self);

  if (!window)
    {
      window = jol_window_new (ADW_APPLICATION (self));
      if (uri)
        jol_window_open (window, uri);
      else
        jol_window_restore (window);
    }
  else if (uri)
    {
      jol_window_open (window, uri);
    }
  /* The search may have set one; with the last window the program ends. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static JolStory *
get_story (gpointer data)
{
  JolWindow *window = find_window (data);

  return window ? jol_session_get_story (jol_window_get_session (window)) : NULL;
}

static void
open_link (const char *link, gpointer data)
{
  show_window (data, link);
}

static void
search_in_window (const char *text, gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (show_window (data, NULL)), "search",
                                  g_variant_new_string (text));
}

static const JolSearchProviderHost provider_host = { get_story, open_link, search_in_window };

static void
action_cb (GSimpleAction *action, GVariant *parameter, const JolActionRow *row)
{
  JolApplication *self = JOL_APPLICATION (g_application_get_default ());
  JolWindow *window = find_window (self);

  if (!window)
    window = show_window (self, NULL);
  row->run (window, parameter);
}

static gboolean
terminate_cb (gpointer data)
{
  JolWindow *window = find_window (data);

  if (window)
    jol_window_save (window);
  g_application_quit (data);
  return G_SOURCE_CONTINUE;
}

/* With nothing on the command line the story inside will most likely be shown. Only here is known
 * what is on it before the display is opened. */
static gboolean
jol_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  JOL_APPLICATION (application)->is_plain_start = g_strv_length (*arguments) == 1;

  return G_APPLICATION_CLASS (jol_application_parent_class)
      ->local_command_line (application, arguments, status);
}

static void
jol_application_startup (GApplication *application)
{
  JolApplication *self = JOL_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  if (self->is_plain_start)
    jol_preload_begin ();
  if (!jol_fonts_exist (&error))
    {
      g_printerr ("jol: %s\n", error->message);
      /* Not exit(): what it would take down is being read from in threads. */
      _exit (EXIT_FAILURE);
    }
  G_APPLICATION_CLASS (jol_application_parent_class)->startup (application);
  jol_dialog_guard_begin ();

  for (guint i = 0; i < n_rows; i++)
    {
      const char *name = rows[i].name;
      g_autoptr (GVariantType) type = NULL;
      g_autoptr (GSimpleAction) action = NULL;

      if (!g_str_has_prefix (name, "app."))
        continue;
      type = rows[i].parameter ? g_variant_type_new (rows[i].parameter) : NULL;
      action = g_simple_action_new (name + strlen ("app."), type);
      g_signal_connect (action, "activate", G_CALLBACK (action_cb), (gpointer) &rows[i]);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  jol_shortcuts_set_accels (GTK_APPLICATION (self));
  jol_menu_names_keep ();
  self->terminate_ids[0] = g_unix_signal_add (SIGTERM, terminate_cb, self);
  self->terminate_ids[1] = g_unix_signal_add (SIGINT, terminate_cb, self);
}

static gboolean
jol_application_dbus_register (GApplication *application,
                               GDBusConnection *connection,
                               const char *path,
                               GError **error)
{
  JolApplication *self = JOL_APPLICATION (application);
  g_autofree char *provider_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (jol_application_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;

  self->provider = jol_search_provider_new (&provider_host, self);
  return jol_search_provider_register (self->provider, connection, provider_path, error);
}

static void
jol_application_dbus_unregister (GApplication *application,
                                 GDBusConnection *connection,
                                 const char *path)
{
  JolApplication *self = JOL_APPLICATION (application);

  if (self->provider)
    jol_search_provider_unregister (self->provider);
  g_clear_object (&self->provider);

  G_APPLICATION_CLASS (jol_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static void
jol_application_activate (GApplication *application)
{
  show_window (JOL_APPLICATION (application), NULL);
}

static void
jol_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  /* There is one window: of several names the last is the newest wish. */
  g_autofree char *uri = g_file_get_uri (files[n_files - 1]);

  show_window (JOL_APPLICATION (application), uri);
}

static void
jol_application_shutdown (GApplication *application)
{
  JolApplication *self = JOL_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->terminate_ids); i++)
    g_clear_handle_id (&self->terminate_ids[i], g_source_remove);

  G_APPLICATION_CLASS (jol_application_parent_class)->shutdown (application);
}

static void
jol_application_class_init (JolApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->local_command_line = jol_application_local_command_line;
  application_class->startup = jol_application_startup;
  application_class->dbus_register = jol_application_dbus_register;
  application_class->dbus_unregister = jol_application_dbus_unregister;
  application_class->activate = jol_application_activate;
  application_class->open = jol_application_open;
  application_class->shutdown = jol_application_shutdown;
}

static void
jol_application_init (JolApplication *self)
{
}

JolApplication *
jol_application_new (void)
{
  return g_object_new (JOL_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
