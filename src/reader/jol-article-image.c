/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-image.h"

#include "jol-article-tags.h"

#include <glib/gi18n.h>

#define MAX_HEIGHT_PX 560
#define CAPTION_GAP_PX 6

struct _JolArticleImage
{
  GBytes *bytes;
  int natural_width_px;
  int natural_height_px;
  int width_px; /* as it is shown */
  int height_px;
  int start;
  GtkTextTag *height; /* owned by the table of tags */
  GdkTexture *texture;
  gboolean is_asked_for;
  gboolean is_broken;
};

/* What a thread that decodes needs to say that it has. */
typedef struct
{
  JolArticleImage *image;
  GWeakRef view;
} Decoding;

static void
clear_image (gpointer data)
{
  JolArticleImage *self = data;

  g_bytes_unref (self->bytes);
  g_clear_object (&self->texture);
}

JolArticleImage *
jol_article_image_new (const JolImage *image, GtkTextTagTable *tags)
{
  JolArticleImage *self = g_rc_box_new0 (JolArticleImage);

  self->bytes = g_bytes_ref (image->bytes);
  self->natural_width_px = (int) image->width_px;
  self->natural_height_px = (int) image->height_px;
  self->height = jol_article_tags_add_height (tags);
  return self;
}

void
jol_article_image_unref (JolArticleImage *self)
{
  g_rc_box_release_full (self, clear_image);
}

void
jol_article_image_set_line (JolArticleImage *self, GtkTextBuffer *buffer, int start, int end)
{
  GtkTextIter from, to;

  self->start = start;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag (buffer, self->height, &from, &to);
}

int
jol_article_image_get_start (const JolArticleImage *self)
{
  return self->start;
}

void
jol_article_image_lay_out (JolArticleImage *self, GtkTextBuffer *buffer, int width_px)
{
  const int room_px = MAX (1, width_px - jol_article_tags_get_margin (buffer, self->start));
  const double scale = MIN (1, MIN ((double) room_px / self->natural_width_px,
                                    (double) MAX_HEIGHT_PX / self->natural_height_px));

  self->width_px = MAX (1, (int) (self->natural_width_px * scale));
  self->height_px = MAX (1, (int) (self->natural_height_px * scale));
  jol_article_tags_set_height (self->height, self->height_px, CAPTION_GAP_PX);
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (task_data, &error);

  if (texture)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decoding *decoding = user_data;
  g_autoptr (GtkWidget) view = g_weak_ref_get (&decoding->view);

  decoding->image->texture = g_task_propagate_pointer (G_TASK (result), NULL);
  decoding->image->is_broken = !decoding->image->texture;
  if (view)
    gtk_widget_queue_draw (view);

  g_weak_ref_clear (&decoding->view);
  jol_article_image_unref (decoding->image);
  g_free (decoding);
}

static void
decode (JolArticleImage *self, GtkTextView *view)
{
  Decoding *decoding = g_new0 (Decoding, 1);
  g_autoptr (GTask) task = NULL;

  decoding->image = g_rc_box_acquire (self);
  g_weak_ref_init (&decoding->view, view);
  task = g_task_new (NULL, NULL, decoded_cb, decoding);
  g_task_set_source_tag (task, decode);
  g_task_set_task_data (task, g_bytes_ref (self->bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_in_thread);
  self->is_asked_for = TRUE;
}

/* In the place of an image that could not be decoded. */
static void
snapshot_words (GtkTextView *view, GtkSnapshot *snapshot, int width_px, const GdkRGBA *color)
{
  PangoLayout *layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (view), _ ("The file of this image is damaged."));

  pango_layout_set_width (layout, (width_px - 16) * PANGO_SCALE);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (8, 8));
  gtk_snapshot_append_layout (snapshot, layout, color);
  g_object_unref (layout);
}

void
jol_article_image_snapshot (JolArticleImage *self, GtkTextView *view, GtkSnapshot *snapshot)
{
  GtkTextIter iter;
  GdkRectangle first;
  GdkRGBA color;
  int y;

  if (!self->is_asked_for)
    decode (self, view);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, self->start);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) first.x, (float) y));
  if (self->texture)
    gtk_snapshot_append_texture (
        snapshot, self->texture,
        &GRAPHENE_RECT_INIT (0, 0, (float) self->width_px, (float) self->height_px));
  else
    {
      GdkRGBA ground = color;

      ground.alpha *= 0.06f;
      gtk_snapshot_append_color (
          snapshot, &ground,
          &GRAPHENE_RECT_INIT (0, 0, (float) self->width_px, (float) self->height_px));
    }
  if (self->is_broken)
    snapshot_words (view, snapshot, self->width_px, &color);
  gtk_snapshot_restore (snapshot);
}

gboolean
jol_article_image_is_shown (const JolArticleImage *self)
{
  return self->texture != NULL;
}

gboolean
jol_article_image_is_broken (const JolArticleImage *self)
{
  return self->is_broken;
}
