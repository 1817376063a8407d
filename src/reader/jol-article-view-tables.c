/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables and images of an article: laid out as wide as the text, and painted over their lines.
 * In tables one selects by dragging, which the text view would do by the lines. */
#include "config.h"

#include "jol-article-view-private.h"

static void
forget_layout_cb (JolArticleView *self)
{
  if (!self->is_laying_out)
    {
      self->tables_width_px = 0;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

void
jol_article_view_lay_out_tables (JolArticleView *self, int width_px)
{
  const GPtrArray *tables = self->buffer ? jol_article_buffer_get_tables (self->buffer) : NULL;
  const GPtrArray *images = self->buffer ? jol_article_buffer_get_images (self->buffer) : NULL;
  GtkTextView *view = GTK_TEXT_VIEW (self);

  width_px -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  if (!tables || width_px <= 0 || width_px == self->tables_width_px)
    return;

  /* Heights are tags of the buffer, whose changes come back to us. */
  self->is_laying_out = TRUE;
  for (guint i = 0; i < tables->len; i++)
    jol_article_table_lay_out (g_ptr_array_index (tables, i), view, width_px);
  for (guint i = 0; i < images->len; i++)
    jol_article_image_lay_out (g_ptr_array_index (images, i), GTK_TEXT_BUFFER (self->buffer),
                               width_px);
  self->is_laying_out = FALSE;
  self->tables_width_px = width_px;
}

void
jol_article_view_snapshot_tables (JolArticleView *self, GtkSnapshot *snapshot, int start, int end)
{
  const GPtrArray *tables = jol_article_buffer_get_tables (self->buffer);
  const GPtrArray *images = jol_article_buffer_get_images (self->buffer);

  /* The look of words may have changed since; they take the same room. */
  jol_article_view_lay_out_tables (self, gtk_widget_get_width (GTK_WIDGET (self)));
  for (guint i = 0; i < tables->len; i++)
    {
      JolArticleTable *table = g_ptr_array_index (tables, i);

      if (jol_article_table_get_end (table) >= start && jol_article_table_get_start (table) <= end)
        jol_article_table_snapshot (table, GTK_TEXT_VIEW (self), snapshot, self->theme);
    }
  for (guint i = 0; i < images->len; i++)
    {
      JolArticleImage *image = g_ptr_array_index (images, i);
      const int at = jol_article_image_get_start (image);

      if (at >= start && at <= end)
        jol_article_image_snapshot (image, GTK_TEXT_VIEW (self), snapshot);
    }
}

/* The table with the line at a point of the buffer, or NULL. */
static JolArticleTable *
find_table_at (JolArticleView *self, int y)
{
  GtkTextIter line;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &line, y, NULL);
  return jol_article_buffer_find_table (self->buffer, gtk_text_iter_get_offset (&line));
}

int
jol_article_view_find_offset (JolArticleView *self, double x, double y, gboolean *is_on_text_out)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  JolArticleTable *table;
  GtkTextIter iter;
  int buffer_x, buffer_y, offset;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  table = find_table_at (self, buffer_y);
  offset =
      table ? jol_article_table_find_offset (table, view, buffer_x, buffer_y, is_on_text_out) : -1;
  if (offset >= 0)
    return offset;

  *is_on_text_out = gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y) && !table;
  return gtk_text_iter_get_offset (&iter);
}

static void
drag_began_cb (JolArticleView *self, double x, double y, GtkGesture *drag)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;
  gboolean is_on_text;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (!self->buffer || !find_table_at (self, buffer_y))
    {
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_anchor = jol_article_view_find_offset (self, x, y, &is_on_text);
}

static void
drag_updated_cb (JolArticleView *self, double dx, double dy, GtkGesture *drag)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter from, to;
  gboolean is_on_text;
  double x, y;

  /* Until it is a drag, it may be a click on a link. */
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy) &&
      !gtk_text_buffer_get_has_selection (buffer))
    return;

  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (drag), &x, &y);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, self->drag_anchor);
  gtk_text_buffer_get_iter_at_offset (
      buffer, &to, jol_article_view_find_offset (self, x + dx, y + dy, &is_on_text));
  gtk_text_buffer_select_range (buffer, &to, &from);
}

void
jol_article_view_unwatch_tables (JolArticleView *self)
{
  g_signal_handlers_disconnect_by_func (self->buffer, forget_layout_cb, self);
  g_signal_handlers_disconnect_by_func (self->buffer, gtk_widget_queue_draw, self);
}

void
jol_article_view_watch_tables (JolArticleView *self)
{
  self->tables_width_px = 0;
  if (!self->buffer)
    return;

  g_signal_connect_object (self->buffer, "apply-tag", G_CALLBACK (forget_layout_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "remove-tag", G_CALLBACK (forget_layout_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "notify::cursor-position",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
jol_article_view_init_tables (JolArticleView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "jol-table-drag");
  /* Before the text view's own. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
