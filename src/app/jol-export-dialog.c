/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-dialog.h"
#include "jol-picture.h"
#include "jol-window-private.h"

#include "jol-document-write.h"

#include <glib/gi18n.h>
#include <math.h>

#define PREVIEW_PX 460.0
#define PREVIEW_DELAY_MS 120

enum
{
  SIZE_VIEW,
  SIZE_FULL_HD,
  SIZE_ULTRA_HD,
  SIZE_CUSTOM,
};

static const double scales[] = { 1.0, 1.5, 2.0, 3.0 };

struct _JolExportDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkPicture *preview;
  GtkSpinner *spinner;
  GtkWidget *export_button;
  AdwComboRow *size_row;
  GtkWidget *width_row;
  GtkWidget *height_row;
  GtkSpinButton *width_entry;
  GtkSpinButton *height_entry;
  AdwComboRow *scale_row;
  AdwComboRow *theme_row;
  GtkSwitch *title_switch;
  GtkSwitch *legend_switch;
  GtkSwitch *scale_switch;
  GtkSwitch *credits_switch;

  JolWindow *window; /* borrowed: the dialog goes with it */
  GtkFileChooserNative *chooser;
  char *path;
  guint preview_timeout;
  GCancellable *rendering;
  GCancellable *writing;
};

G_DEFINE_FINAL_TYPE (JolExportDialog, jol_export_dialog, ADW_TYPE_WINDOW)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

/* Size of the file in px, and how many of them are one of the scene's. */
static void
get_size (JolExportDialog *self, int *width_out, int *height_out, double *scale_out)
{
  const guint scale = adw_combo_row_get_selected (self->scale_row);

  *scale_out = scale < G_N_ELEMENTS (scales) ? scales[scale] : 1.0;
  switch (adw_combo_row_get_selected (self->size_row))
    {
    case SIZE_FULL_HD:
      *width_out = 1920;
      *height_out = 1080;
      break;
    case SIZE_ULTRA_HD:
      *width_out = 3840;
      *height_out = 2160;
      break;
    case SIZE_CUSTOM:
      *width_out = gtk_spin_button_get_value_as_int (self->width_entry);
      *height_out = gtk_spin_button_get_value_as_int (self->height_entry);
      break;
    case SIZE_VIEW:
    default:
      /* What is seen, as it is seen: larger text makes a larger picture. */
      jol_window_get_map_size (self->window, width_out, height_out);
      *width_out = (int) lround (*width_out * *scale_out);
      *height_out = (int) lround (*height_out * *scale_out);
      break;
    }
}

static JolPaintPasses
get_passes (JolExportDialog *self)
{
  JolPaintPasses passes = JOL_PASS_MAP | JOL_PASS_WHOLE_NAMES;

  if (gtk_switch_get_active (self->title_switch))
    passes |= JOL_PASS_TITLE;
  if (gtk_switch_get_active (self->legend_switch))
    passes |= JOL_PASS_LEGEND;
  if (gtk_switch_get_active (self->scale_switch))
    passes |= JOL_PASS_SCALE;
  if (gtk_switch_get_active (self->credits_switch))
    passes |= JOL_PASS_CREDITS;
  return passes;
}

static JolDocument *
make_document (JolExportDialog *self, int width_px, int height_px, double scale)
{
  g_autoptr (JolScene) scene = NULL;
  int map_width_px, map_height_px;

  jol_window_get_map_size (self->window, &map_width_px, &map_height_px);
  scene = jol_picture_build_scene_for (
      jol_window_get_session (self->window), map_width_px, map_height_px,
      MAX ((int) lround (width_px / scale), 1), MAX ((int) lround (height_px / scale), 1),
      (JolTheme) MIN (adw_combo_row_get_selected (self->theme_row), JOL_N_THEMES - 1));
  return jol_document_new_map (scene, get_passes (self));
}

static void
tell (JolExportDialog *self, const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (cairo_surface_t) surface =
      jol_document_render_page_finish (JOL_DOCUMENT (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (!surface || !self->preview)
    return;
  texture = jol_picture_make_texture (surface);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

static gboolean
preview_cb (gpointer data)
{
  JolExportDialog *self = data;
  g_autoptr (JolDocument) document = NULL;
  int width_px, height_px;
  double scale, factor;

  self->preview_timeout = 0;
  get_size (self, &width_px, &height_px, &scale);
  document = make_document (self, width_px, height_px, scale);

  factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)) * PREVIEW_PX / width_px * scale;
  g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  self->rendering = g_cancellable_new ();
  jol_document_render_page_async (document, 0,
                                  CLAMP (factor, JOL_EXPORT_MIN_SCALE, JOL_EXPORT_MAX_SCALE),
                                  self->rendering, rendered_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (JolExportDialog *self)
{
  const gboolean is_custom = adw_combo_row_get_selected (self->size_row) == SIZE_CUSTOM;

  gtk_widget_set_visible (self->width_row, is_custom);
  gtk_widget_set_visible (self->height_row, is_custom);
  if (!self->preview_timeout)
    self->preview_timeout = g_timeout_add (PREVIEW_DELAY_MS, preview_cb, self);
}

static void
set_busy (JolExportDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (self->export_button, !is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_written = jol_document_write_finish (JOL_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->window)
    return;
  if (!is_written)
    {
      set_busy (self, FALSE);
      tell (self, error->message);
      return;
    }
  jol_window_tell_exported (self->window, self->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
write_to (JolExportDialog *self, GFile *file)
{
  JolExportOptions options = JOL_EXPORT_OPTIONS_DEFAULT;
  JolExportFormat format;
  g_autoptr (JolDocument) document = NULL;
  int width_px, height_px;

  g_free (self->path);
  self->path = g_file_get_path (file);
  if (!self->path || !jol_export_format_from_path (self->path, &format))
    {
      tell (self, _ ("An image’s name must end in .png, .svg or .pdf"));
      return;
    }

  get_size (self, &width_px, &height_px, &options.scale);
  document = make_document (self, width_px, height_px, options.scale);
  set_busy (self, TRUE);
  g_clear_object (&self->writing);
  self->writing = g_cancellable_new ();
  jol_document_write_async (document, &options, format, self->path, self->writing, NULL, NULL,
                            written_cb, g_object_ref (self));
}

static void
response_cb (JolExportDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file)
    write_to (self, file);
}

static char *
suggest_name (JolExportDialog *self)
{
  JolSession *session = jol_window_get_session (self->window);
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (session));
  const char *id = jol_story_get_id (jol_session_get_story (session));

  return g_strdup_printf ("%s-%s.png", id, date);
}

static void
export_cb (JolExportDialog *self)
{
  g_autofree char *name = suggest_name (self);

  if (self->chooser)
    return;

  /* It asks before a file is overwritten. */
  self->chooser = gtk_file_chooser_native_new (_ ("Export image"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Not from under the file chooser: where that is GTK's own, it reads a folder meanwhile, and
 * GTK 4.8 does not survive that it goes. It is modal, so only a key that misses it comes here. */
static gboolean
jol_export_dialog_close_request (GtkWindow *window)
{
  if (JOL_EXPORT_DIALOG (window)->chooser)
    return TRUE;
  return GTK_WINDOW_CLASS (jol_export_dialog_parent_class)->close_request (window);
}

static void
jol_export_dialog_dispose (GObject *object)
{
  JolExportDialog *self = JOL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->rendering);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->rendering);
  g_clear_object (&self->writing);
  g_clear_object (&self->chooser);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, width_entry);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, height_entry);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, title_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, scale_switch);
  gtk_widget_class_bind_template_child (widget_class, JolExportDialog, credits_switch);
}

static void
jol_export_dialog_init (JolExportDialog *self)
{
  GObject *switches[4];

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->theme_row, jol_picture_get_theme ());

  switches[0] = G_OBJECT (self->title_switch);
  switches[1] = G_OBJECT (self->legend_switch);
  switches[2] = G_OBJECT (self->scale_switch);
  switches[3] = G_OBJECT (self->credits_switch);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    g_signal_connect_swapped (switches[i], "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->size_row, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->scale_row, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->theme_row, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->width_entry, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->height_entry, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (export_cb), self);
}

GtkWidget *
jol_export_dialog_new (JolWindow *window)
{
  JolExportDialog *self = g_object_new (JOL_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);
  g_autofree char *view = NULL;
  int width_px, height_px;

  self->window = window;
  jol_window_get_map_size (window, &width_px, &height_px);
  /* Translators: width and height in pixels */
  view = g_strdup_printf (_ ("This view, %d × %d"), width_px, height_px);
  gtk_string_list_append (sizes, view);
  gtk_string_list_append (sizes, "1920 × 1080");
  gtk_string_list_append (sizes, "3840 × 2160");
  gtk_string_list_append (sizes, _ ("Other"));
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (sizes));
  changed_cb (self);
  return GTK_WIDGET (self);
}
