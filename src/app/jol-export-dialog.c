/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-beside.h"
#include "jol-chooser.h"
#include "jol-export-dialog.h"
#include "jol-export-drag.h"
#include "jol-export-form.h"
#include "jol-export-job.h"
#include "jol-export-preview.h"
#include "jol-window-private.h"

#include "jol-export-fit.h"

#include <glib/gi18n.h>

#define PREVIEW_DELAY_MS 120
#define DRAG_ICON_PX 160.0
/* Of a picture in memory. */
#define MAX_COPY_PX 8192.0

struct _JolExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *export_button;
  GtkWidget *progress;
  GtkProgressBar *progress_bar;
  GtkInfoBar *failure;
  GtkLabel *failure_label;
  JolExportPreview *preview;
  JolExportForm *form;

  JolWindow *window; /* borrowed: the dialog goes with it */
  JolPictureView view;
  GSettings *settings;
  JolTheme desktop;
  JolExportOptions options; /* of what is previewed */
  GtkNativeDialog *chooser;
  char *path;
  guint preview_timeout;
  gboolean can_write;
  GCancellable *writing; /* NULL while nothing is */
  GCancellable *copying;
};

G_DEFINE_FINAL_TYPE (JolExportDialog, jol_export_dialog, ADW_TYPE_WINDOW)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

static void
update_sensitivity (JolExportDialog *self)
{
  const gboolean is_busy = self->writing != NULL;

  gtk_widget_set_sensitive (self->export_button, self->can_write && !is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !is_busy);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->progress), is_busy);
}

static void
tell_failure (JolExportDialog *self, const char *message)
{
  gtk_label_set_label (self->failure_label, message ? message : "");
  gtk_info_bar_set_revealed (self->failure, message != NULL);
}

/* Lays out what is chosen now, and shows it. */
static void
lay_out (JolExportDialog *self)
{
  const JolExportChoice *choice = jol_export_form_get_choice (self->form);
  g_autoptr (JolDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;

  g_clear_handle_id (&self->preview_timeout, g_source_remove);
  document = jol_picture_make_document (jol_window_get_session (self->window), choice, &self->view,
                                        &self->options);
  self->can_write = jol_export_fit_check (document, choice, &self->options, &error) &&
                    jol_export_job_check (self->form, &self->view, &self->options, &error);
  warning = jol_export_fit_describe (document, choice);
  jol_export_preview_warn (self->preview, error ? error->message : warning);
  jol_export_preview_show (self->preview, document);
  update_sensitivity (self);
}

static gboolean
preview_cb (gpointer data)
{
  JolExportDialog *self = data;

  self->preview_timeout = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (JolExportDialog *self)
{
  jol_export_choice_save (jol_export_form_get_choice (self->form), self->settings, self->desktop);
  if (!self->preview_timeout)
    self->preview_timeout = g_timeout_add (PREVIEW_DELAY_MS, preview_cb, self);
}

static void
resized_cb (JolExportDialog *self)
{
  if (!self->preview_timeout)
    self->preview_timeout = g_timeout_add (PREVIEW_DELAY_MS, preview_cb, self);
}

static void
progress_cb (double share, gpointer data)
{
  JolExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, share);
}

static void
keep_folder (JolExportDialog *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder ? g_file_get_uri (folder) : NULL;

  if (uri && self->settings)
    g_settings_set_string (self->settings, "export-folder", uri);
}

static void
end_writing (JolExportDialog *self, gboolean is_written, const GError *error)
{
  if (!self->window)
    return;

  g_clear_object (&self->writing);
  update_sensitivity (self);
  if (is_written)
    {
      keep_folder (self);
      jol_window_tell_exported (self->window, self->path);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      tell_failure (self, error->message);
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_written = jol_export_job_write_finish (result, &error);

  end_writing (self, is_written, error);
}

static void
write_file (JolExportDialog *self)
{
  JolDocument *document = jol_export_preview_get_document (self->preview);
  const JolExportJob job = { .form = self->form,
                             .session = jol_window_get_session (self->window),
                             .view = &self->view,
                             .document = document,
                             .options = &self->options,
                             .path = self->path };
  /* What "Open" is to open. */
  g_auto (GStrv) files =
      jol_export_job_list_files (self->form, document, &self->options, self->path);

  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  tell_failure (self, NULL);
  update_sensitivity (self);
  jol_export_job_write_async (&job, self->writing, progress_cb, self, written_cb,
                              g_object_ref (self));
  g_free (self->path);
  self->path = g_strdup (files[0]);
}

static void
replace_cb (JolExportDialog *self, const char *response)
{
  if (g_str_equal (response, "replace"))
    write_file (self);
}

/* The chooser has asked for the name that was typed; not for names that are made of it. */
static void
ask_to_replace (JolExportDialog *self, const char *path, guint n_files)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (n_files == 1)
    /* Translators: a file's name */
    body = g_strdup_printf (_ ("“%s” is there already."), name);
  else
    /* Translators: a file's name, and how many more there are */
    body = g_strdup_printf (ngettext ("“%1$s” and %2$u more are there already.",
                                      "“%1$s” and %2$u more are there already.", n_files - 1),
                            name, n_files - 1);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, body);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Replace files?"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A name without one of our ends gets that of the format. */
static void
take_file (JolExportDialog *self, GFile *file)
{
  const JolExportChoice *choice = jol_export_form_get_choice (self->form);
  g_autofree char *chosen = g_file_get_path (file);
  g_auto (GStrv) files = NULL;
  const char *first = NULL;
  guint n_there = 0;
  JolExportFormat format;
  JolFramesFormat frames;
  gboolean has_end;

  if (!chosen)
    {
      tell_failure (self, _ ("Only a folder of this computer can be written to"));
      return;
    }
  g_free (self->path);
  has_end = choice->has_frames
                ? jol_frames_format_from_path (chosen, &frames) && frames == choice->frames
                : jol_export_format_from_path (chosen, &format);
  self->path = has_end ? g_strdup (chosen)
                       : g_strconcat (chosen, jol_export_choice_get_suffix (choice), NULL);

  lay_out (self);
  files = jol_export_job_list_files (self->form, jol_export_preview_get_document (self->preview),
                                     &self->options, self->path);
  for (guint i = 0; files[i]; i++)
    if (!g_str_equal (files[i], chosen) && g_file_test (files[i], G_FILE_TEST_EXISTS))
      {
        first = first ? first : files[i];
        n_there++;
      }
  if (n_there > 0)
    ask_to_replace (self, first, n_there);
  else
    write_file (self);
}

static void
response_cb (JolExportDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  jol_chooser_release (&self->chooser);
  if (file)
    take_file (self, file);
}

static void
choose_file (JolExportDialog *self, const char *name)
{
  g_autofree char *uri =
      self->settings ? g_settings_get_string (self->settings, "export-folder") : g_strdup ("");
  g_autoptr (GFile) folder = *uri ? g_file_new_for_uri (uri) : NULL;
  GtkFileChooserNative *chooser;

  /* It asks before a file is overwritten. */
  chooser = gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  if (folder &&
      g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static void
export_cb (JolExportDialog *self)
{
  g_autofree char *name = NULL;

  if (self->chooser)
    return;

  name = jol_export_choice_suggest_name (jol_export_form_get_choice (self->form),
                                         jol_window_get_session (self->window));
  choose_file (self, name);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (cairo_surface_t) surface =
      jol_document_render_page_finish (JOL_DOCUMENT (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->window)
    return;
  if (!surface)
    {
      tell_failure (self, error->message);
      return;
    }
  texture = jol_picture_make_texture (surface);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Image copied")));
}

/* The page that is seen, in the px that it will have. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JolExportDialog *self = JOL_EXPORT_DIALOG (widget);
  JolDocument *document;
  double width, height;

  if (self->writing)
    return;
  /* What was chosen a moment ago may not have been laid out yet. */
  if (self->preview_timeout)
    lay_out (self);
  document = jol_export_preview_get_document (self->preview);
  jol_document_get_page_size (document, &width, &height);
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  jol_document_render_page_async (document, jol_export_preview_get_page (self->preview),
                                  MIN (self->options.scale, MAX_COPY_PX / MAX (width, height)),
                                  self->copying, copied_cb, g_object_ref (self));
}

static GdkContentProvider *
drag_cb (GtkDragSource *source, double x, double y, JolExportDialog *self)
{
  JolExportChoice choice = *jol_export_form_get_choice (self->form);
  GdkPaintable *paintable =
      gtk_picture_get_paintable (GTK_PICTURE (jol_export_preview_get_picture (self->preview)));
  g_autofree char *name = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) icon = NULL;
  double width, height, ratio;

  if (!paintable || !self->can_write)
    return NULL;

  /* What is seen is one picture, also of many. */
  choice.has_frames = FALSE;
  name = jol_export_choice_suggest_name (&choice, jol_window_get_session (self->window));

  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  ratio = DRAG_ICON_PX / MAX (width, height);
  gdk_paintable_snapshot (paintable, snapshot, width * ratio, height * ratio);
  icon = gtk_snapshot_to_paintable (
      snapshot, &GRAPHENE_SIZE_INIT ((float) (width * ratio), (float) (height * ratio)));
  gtk_drag_source_set_icon (source, icon, 0, 0);
  return jol_export_drag_new (jol_export_preview_get_document (self->preview), &self->options,
                              choice.format, name);
}

/* Not from under the file chooser: where that is GTK's own, it reads a folder meanwhile, and
 * GTK 4.8 does not survive that it goes. It is modal, so only a key that misses it comes here.
 * While a file is written, it is that which ends; what was chosen stays. */
static gboolean
jol_export_dialog_close_request (GtkWindow *window)
{
  JolExportDialog *self = JOL_EXPORT_DIALOG (window);

  if (self->chooser)
    return TRUE;
  if (self->writing)
    {
      g_cancellable_cancel (self->writing);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (jol_export_dialog_parent_class)->close_request (window);
}

static void
jol_export_dialog_dispose (GObject *object)
{
  JolExportDialog *self = JOL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->writing);
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->writing);
  g_clear_object (&self->copying);
  jol_chooser_release (&self->chooser);
  g_clear_object (&self->settings);
  g_clear_handle_id (&self->preview_timeout, g_source_remove);
  self->window = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (jol_export_dialog_parent_class)->dispose (object);
}

static void
jol_export_dialog_finalize (GObject *object)
{
  g_free (JOL_EXPORT_DIALOG (object)->path);

  G_OBJECT_CLASS (jol_export_dialog_parent_class)->finalize (object);
}

static void
jol_export_dialog_class_init (JolExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_export_dialog_dispose;
  object_class->finalize = jol_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = jol_export_dialog_close_request;

  g_type_ensure (JOL_TYPE_BESIDE);
  g_type_ensure (JOL_TYPE_EXPORT_FORM);
  g_type_ensure (JOL_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-export-dialog.ui");
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "export.copy",
                                       NULL);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, form);
}

static void
failure_response_cb (JolExportDialog *self)
{
  tell_failure (self, NULL);
}

static void
jol_export_dialog_init (JolExportDialog *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (source, "prepare", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (jol_export_preview_get_picture (self->preview),
                             GTK_EVENT_CONTROLLER (source));
  self->desktop = jol_picture_get_theme ();
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (export_cb), self);
  g_signal_connect_swapped (self->failure, "response", G_CALLBACK (failure_response_cb), self);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (resized_cb), NULL);
  g_signal_connect (self, "notify::default-height", G_CALLBACK (resized_cb), NULL);
}

GtkWidget *
jol_export_dialog_new (JolWindow *window, const JolPictureView *view, GSettings *settings)
{
  JolExportDialog *self = g_object_new (JOL_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  JolExportChoice choice;

  self->window = window;
  self->view = *view;
  self->settings = settings ? g_object_ref (settings) : NULL;
  jol_export_choice_load (&choice, settings, self->desktop);
  jol_export_form_set_up (self->form, jol_window_get_session (window), view, &choice);
  lay_out (self);
  return GTK_WIDGET (self);
}
