/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of what the map shows: to a file, by a script or the dialog, and to the clipboard. They
 * are painted from a scene of their own, never from the widget. */
#include "config.h"

#include "jol-export-dialog.h"
#include "jol-picture.h"
#include "jol-window-private.h"

#include "jol-document-write.h"

#include <glib/gi18n.h>

/* Long enough to decide what to do with a file. */
#define TOAST_S 10

typedef struct
{
  JolWindow *window;
  char *path;
} ExportJob;

static void
export_job_free (ExportJob *job)
{
  g_object_unref (job->window);
  g_free (job->path);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportJob, export_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/* The map as it is shown: its size, its theme, and where it looks, to the px: a script asks for the
 * present view, and "jol export" makes the same picture of it. */
static JolDocument *
make_document (JolWindow *self, JolExportOptions *options)
{
  JolPictureView view = jol_window_get_picture_view (self);
  JolExportChoice choice;
  JolDocument *document;

  view.is_exact = TRUE;
  jol_export_choice_load (&choice, NULL, jol_picture_get_theme ());
  document = jol_picture_make_document (self->session, &choice, &view, options);
  options->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->map));
  options->points = 0.0;
  return document;
}

/* A file that is there, and where the failure to show it is told. */
typedef struct
{
  JolWindow *window; /* goes first when it does: no toast of it is left then */
  char *path;
} Saved;

static void
saved_free (gpointer data, GClosure *closure)
{
  Saved *saved = data;

  g_free (saved->path);
  g_free (saved);
}

static void
connect_saved (gpointer object,
               const char *signal,
               GCallback callback,
               JolWindow *window,
               const char *path)
{
  Saved *saved = g_new (Saved, 1);

  *saved = (Saved){ window, g_strdup (path) };
  g_signal_connect_data (object, signal, callback, saved, saved_free, 0);
}

static void
uri_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (self), result, &error))
    jol_window_toast (self, error->message);
}

static void
show_file (JolWindow *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, uri_shown_cb,
                     g_object_ref (self));
}

/* Where no file manager answers, the folder is opened as any is. */
static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExportJob) job = data;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (job->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (!reply && folder)
    show_file (job->window, folder);
}

/* What a file manager offers on the bus. */
static void
show_in_folder_cb (GtkButton *button, const Saved *saved)
{
  g_autoptr (GFile) file = g_file_new_for_path (saved->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };
  ExportJob *job;

  if (!bus)
    {
      show_file (saved->window, folder);
      return;
    }
  job = g_new (ExportJob, 1);
  *job = (ExportJob){ g_object_ref (saved->window), g_strdup (saved->path) };
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, folder_shown_cb, job);
}

static void
open_cb (AdwToast *toast, const Saved *saved)
{
  g_autoptr (GFile) file = g_file_new_for_path (saved->path);

  show_file (saved->window, file);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExportJob) job = data;
  g_autoptr (GError) error = NULL;

  if (jol_document_write_finish (JOL_DOCUMENT (source), result, &error))
    jol_window_tell_exported (job->window, job->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jol_window_toast (job->window, error->message);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (cairo_surface_t) surface =
      jol_document_render_page_finish (JOL_DOCUMENT (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (surface)
    {
      texture = jol_picture_make_texture (surface);
      gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
      jol_window_toast (self, _ ("Image copied"));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      jol_window_toast (self, error->message);
    }
}

static GCancellable *
renew_cancellable (JolWindow *self)
{
  g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
  self->exporting = g_cancellable_new ();
  return self->exporting;
}

/* A map that has not been shown, in a folded window, has no size yet. */
JolPictureView
jol_window_get_picture_view (JolWindow *self)
{
  const int width_px = gtk_widget_get_width (GTK_WIDGET (self->map));
  const int height_px = gtk_widget_get_height (GTK_WIDGET (self->map));
  const int strip_height_px = gtk_widget_get_height (GTK_WIDGET (self->strip));

  return (JolPictureView){ width_px > 0 ? width_px : 1280, height_px > 0 ? height_px : 800,
                           strip_height_px > 0 ? strip_height_px : 200 };
}

void
jol_window_export_view (JolWindow *self, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (JolDocument) document = NULL;
  JolExportOptions options;
  JolExportFormat format;
  ExportJob *job;

  if (!*name || !path || !jol_export_format_from_path (path, &format))
    {
      jol_window_toast (self, _ ("An image’s name must end in .png, .svg or .pdf"));
      return;
    }
  if (!jol_session_get_story (self->session))
    return;

  document = make_document (self, &options);
  job = g_new0 (ExportJob, 1);
  job->window = g_object_ref (self);
  job->path = g_strdup (path);
  /* Not cancellable: each name that a script gives is a file that it waits for. */
  jol_document_write_async (document, &options, format, path, NULL, NULL, NULL, written_cb, job);
}

void
jol_window_show_export_dialog (JolWindow *self)
{
  const JolPictureView view = jol_window_get_picture_view (self);

  if (jol_session_get_story (self->session))
    gtk_window_present (
        GTK_WINDOW (jol_export_dialog_new (self, &view, jol_state_get_settings (self->state))));
}

void
jol_window_copy_image (JolWindow *self)
{
  g_autoptr (JolDocument) document = NULL;
  JolExportOptions options;

  if (!jol_session_get_story (self->session))
    return;

  document = make_document (self, &options);
  jol_document_render_page_async (document, 0, options.scale, renew_cancellable (self), rendered_cb,
                                  g_object_ref (self));
}

void
jol_window_tell_exported (JolWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *folder = gtk_button_new_from_icon_name ("folder-open-symbolic");
  GtkWidget *label;

  /* Translators: a file's name */
  message = g_strdup_printf (_ ("%s saved"), name);
  label =
      g_object_new (GTK_TYPE_LABEL, "label", message, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (folder, _ ("Show in folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (folder), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show in folder"), -1);
  gtk_widget_add_css_class (folder, "flat");
  gtk_widget_add_css_class (folder, "circular");
  connect_saved (folder, "clicked", G_CALLBACK (show_in_folder_cb), self, path);
  gtk_box_append (GTK_BOX (box), folder);

  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_timeout (toast, TOAST_S);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  connect_saved (toast, "button-clicked", G_CALLBACK (open_cb), self, path);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
