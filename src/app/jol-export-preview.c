/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-export-preview.h"
#include "jol-picture.h"

#include <glib/gi18n.h>

/* Before it has a size of its own. */
#define USUAL_PX 460

struct _JolExportPreview
{
  AdwBin parent_instance;

  GtkWidget *room;
  GtkAspectFrame *frame;
  GtkPicture *picture;
  GtkSpinner *spinner;
  GtkWidget *pages;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
  GtkWidget *warning;
  GtkLabel *warning_label;

  JolDocument *document;
  guint page;
  GCancellable *rendering;
};

G_DEFINE_FINAL_TYPE (JolExportPreview, jol_export_preview, ADW_TYPE_BIN)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolExportPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (cairo_surface_t) surface =
      jol_document_render_page_finish (JOL_DOCUMENT (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;
  double width, height;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->picture)
    return;

  gtk_spinner_stop (self->spinner);
  if (!surface)
    {
      jol_export_preview_warn (self, error->message);
      return;
    }
  texture = jol_picture_make_texture (surface);
  jol_document_get_page_size (JOL_DOCUMENT (source), &width, &height);
  gtk_aspect_frame_set_ratio (self->frame, (float) (width / height));
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->frame), TRUE);
}

static void
turn (JolExportPreview *self, int step)
{
  self->page = (guint) ((int) self->page + step);
  jol_export_preview_refresh (self);
}

static void
previous_cb (JolExportPreview *self)
{
  turn (self, -1);
}

static void
next_cb (JolExportPreview *self)
{
  turn (self, 1);
}

static void
update_pages (JolExportPreview *self)
{
  const guint n_pages = jol_document_get_n_pages (self->document);
  /* Translators: which page of how many is seen */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u"), self->page + 1, n_pages);

  gtk_widget_set_visible (self->pages, n_pages > 1);
  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_sensitive (self->previous_button, self->page > 0);
  gtk_widget_set_sensitive (self->next_button, self->page + 1 < n_pages);
}

static void
jol_export_preview_dispose (GObject *object)
{
  JolExportPreview *self = JOL_EXPORT_PREVIEW (object);

  g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_EXPORT_PREVIEW);

  G_OBJECT_CLASS (jol_export_preview_parent_class)->dispose (object);
}

static void
jol_export_preview_class_init (JolExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_export_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/jol-export-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, room);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, frame);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, previous_button);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, next_button);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, warning);
  gtk_widget_class_bind_template_child (widget_class, JolExportPreview, warning_label);
}

static void
jol_export_preview_init (JolExportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->previous_button, "clicked", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->next_button, "clicked", G_CALLBACK (next_cb), self);
}

void
jol_export_preview_show (JolExportPreview *self, JolDocument *document)
{
  g_return_if_fail (JOL_IS_EXPORT_PREVIEW (self));

  g_set_object (&self->document, document);
  self->page = MIN (self->page, jol_document_get_n_pages (document) - 1);
  jol_export_preview_refresh (self);
}

void
jol_export_preview_refresh (JolExportPreview *self)
{
  const int room_width_px = gtk_widget_get_width (self->room);
  const int room_height_px = gtk_widget_get_height (self->room);
  double width, height, scale;

  g_return_if_fail (JOL_IS_EXPORT_PREVIEW (self));

  if (!self->document)
    return;

  update_pages (self);
  jol_document_get_page_size (self->document, &width, &height);
  scale = MIN ((room_width_px > 0 ? room_width_px : USUAL_PX) / width,
               (room_height_px > 0 ? room_height_px : USUAL_PX) / height) *
          gtk_widget_get_scale_factor (GTK_WIDGET (self));

  g_cancellable_cancel (self->rendering);
  g_clear_object (&self->rendering);
  self->rendering = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  jol_document_render_page_async (self->document, self->page,
                                  CLAMP (scale, JOL_EXPORT_MIN_SCALE, JOL_EXPORT_MAX_SCALE),
                                  self->rendering, rendered_cb, g_object_ref (self));
}

void
jol_export_preview_warn (JolExportPreview *self, const char *text)
{
  g_return_if_fail (JOL_IS_EXPORT_PREVIEW (self));

  gtk_label_set_label (self->warning_label, text ? text : "");
  gtk_widget_set_visible (self->warning, text != NULL);
}

JolDocument *
jol_export_preview_get_document (JolExportPreview *self)
{
  g_return_val_if_fail (JOL_IS_EXPORT_PREVIEW (self), NULL);

  return self->document;
}

guint
jol_export_preview_get_page (JolExportPreview *self)
{
  g_return_val_if_fail (JOL_IS_EXPORT_PREVIEW (self), 0);

  return self->page;
}

GtkWidget *
jol_export_preview_get_picture (JolExportPreview *self)
{
  g_return_val_if_fail (JOL_IS_EXPORT_PREVIEW (self), NULL);

  return GTK_WIDGET (self->picture);
}
