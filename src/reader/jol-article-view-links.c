/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the links of an article, by pointer and by keys. */
#include "config.h"

#include "jol-article-view-private.h"

#include "jol-verdict-mark.h"

#include <glib/gi18n.h>

void
jol_article_view_get_range_in_sight (JolArticleView *self, int *start_out, int *end_out)
{
  GdkRectangle sight;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &start, sight.y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, sight.y + sight.height, NULL);
  gtk_text_iter_forward_to_line_end (&end);
  *start_out = gtk_text_iter_get_offset (&start);
  *end_out = gtk_text_iter_get_offset (&end);
}

static char *
describe_link (const JolArticleLink *link)
{
  const char *language = jol_text_get_interface_language ();
  const char *title;
  g_autofree char *date = NULL;

  if (!link->entity)
    return g_strdup (link->target);
  if (JOL_IS_SOURCE (link->entity))
    return jol_source_format (JOL_SOURCE (link->entity), language);

  title = jol_entity_get_title (link->entity, language);
  if (JOL_IS_CLAIM (link->entity))
    /* Translators: what a screen reader says of a claim in the text: "Claim, contested: The
     * pipeline belongs to Russia" */
    return g_strdup_printf (
        _ ("Claim, %1$s: %2$s"),
        jol_verdict_mark_get_word (jol_claim_get_verdict (JOL_CLAIM (link->entity))), title);
  if (!jol_date_is_set (&link->date))
    return g_strdup (title);
  date = jol_date_format (&link->date);
  /* Translators: where a link in the text leads: "Caspian Pipeline Consortium, July 2022" */
  return g_strdup_printf (_ ("%1$s, %2$s"), title, date);
}

static int
find_link_at (JolArticleView *self, double x, double y)
{
  gboolean is_on_text = FALSE;
  int offset;

  if (!self->buffer)
    return -1;

  offset = jol_article_view_find_offset (self, x, y, &is_on_text);
  return is_on_text ? jol_article_buffer_find_link (self->buffer, offset) : -1;
}

static void
set_hovered_link (JolArticleView *self, int link)
{
  if (self->hovered_link == link)
    return;

  self->hovered_link = link;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link >= 0 ? "pointer" : "text");
  g_signal_emit_by_name (self, "link-hovered", link);
}

static void
set_focused_link (JolArticleView *self, int link)
{
  GtkTextIter iter;
  g_autofree char *description = NULL;

  if (self->focused_link == link)
    return;

  self->focused_link = link;
  self->keys_from = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (link < 0)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      g_signal_emit_by_name (self, "link-focused", -1);
      return;
    }

  gtk_text_buffer_get_iter_at_offset (
      GTK_TEXT_BUFFER (self->buffer), &iter,
      jol_article_buffer_get_link (self->buffer, (guint) link)->start);
  /* The caret is not seen, but it is where a screen reader reads on. */
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
  description = describe_link (jol_article_buffer_get_link (self->buffer, (guint) link));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  g_signal_emit_by_name (self, "link-focused", link);
}

/* The link is remembered, for when the keys come back. */
static void
focus_entered_cb (JolArticleView *self)
{
  if (self->focused_link >= 0)
    g_signal_emit_by_name (self, "link-focused", self->focused_link);
}

static void
focus_left_cb (JolArticleView *self)
{
  if (self->focused_link >= 0)
    g_signal_emit_by_name (self, "link-focused", -1);
}

static void
pointer_moved_cb (JolArticleView *self, double x, double y)
{
  set_hovered_link (self, find_link_at (self, x, y));
}

static void
pointer_left_cb (JolArticleView *self)
{
  set_hovered_link (self, -1);
}

static void
released_cb (JolArticleView *self, int n_press, double x, double y)
{
  int link = find_link_at (self, x, y);

  /* Selecting words by dragging over a link is not a click on it. */
  if (link < 0 || gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;

  set_focused_link (self, -1);
  jol_article_view_activate_link (self, (guint) link);
}

static gboolean
key_pressed_cb (JolArticleView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) || self->focused_link < 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  jol_article_view_activate_link (self, (guint) self->focused_link);
  return GDK_EVENT_STOP;
}

/* From where the text was sent to, though that may not be in sight yet. */
static int
find_link_from (JolArticleView *self, gboolean is_forward)
{
  const guint link = jol_article_buffer_find_link_after (self->buffer, self->keys_from);

  if (!is_forward)
    return (int) link - 1;
  return link < jol_article_buffer_get_n_links (self->buffer) ? (int) link : -1;
}

static int
find_first_link_in_sight (JolArticleView *self)
{
  guint n_links = jol_article_buffer_get_n_links (self->buffer);
  int start, end;

  jol_article_view_get_range_in_sight (self, &start, &end);
  for (guint i = jol_article_buffer_find_link_after (self->buffer, start); i < n_links; i++)
    {
      if (jol_article_view_is_link_in_sight (self, i))
        return (int) i;
    }
  return -1;
}

gboolean
jol_article_view_step_link (JolArticleView *self, gboolean is_forward)
{
  int n_links = (int) jol_article_buffer_get_n_links (self->buffer);
  int link;

  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      if (self->focused_link < 0)
        set_focused_link (self, self->keys_from >= 0 ? find_link_from (self, TRUE)
                                                     : find_first_link_in_sight (self));
      return TRUE;
    }
  if (self->focused_link < 0 && self->keys_from >= 0)
    link = find_link_from (self, is_forward);
  else if (self->focused_link < 0)
    link = is_forward ? find_first_link_in_sight (self) : -1;
  else
    link = self->focused_link + (is_forward ? 1 : -1);

  if (link >= n_links)
    link = -1;
  set_focused_link (self, link);
  return link >= 0;
}

gboolean
jol_article_view_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean by_keyboard,
                                GtkTooltip *tooltip)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (widget);
  int index = by_keyboard ? self->focused_link : find_link_at (self, x, y);
  g_autofree char *text = NULL;
  GdkRectangle area;

  /* It would lie over the menu. */
  if (index < 0 || (self->menu && gtk_widget_get_mapped (self->menu)))
    return FALSE;

  text = describe_link (jol_article_buffer_get_link (self->buffer, (guint) index));
  jol_article_view_get_link_area (self, (guint) index, &area);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* Where the keys go on. The caret is not seen, but it is where a screen reader reads on. */
static void
place_caret (JolArticleView *self)
{
  GtkTextIter iter;

  if (!self->buffer || self->keys_from < 0 ||
      gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, self->keys_from);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
}

void
jol_article_view_init_links (JolArticleView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered_link = -1;
  self->focused_link = -1;
  self->keys_from = -1;

  gtk_event_controller_set_name (motion, "jol-link-motion");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_event_controller_set_name (keys, "jol-link-keys");
  /* Before the text view takes Enter for a line feed. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect (self, "realize", G_CALLBACK (place_caret), NULL);

  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "jol-link-click");
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
jol_article_view_forget_links (JolArticleView *self)
{
  set_hovered_link (self, -1);
  set_focused_link (self, -1);
}

void
jol_article_view_send_keys (JolArticleView *self, int offset)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->buffer);

  set_focused_link (self, -1);
  self->keys_from = offset;
  /* Else when it is: the text would be laid out for it, in fonts that are not those of the style.
   */
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    place_caret (self);
}

void
jol_article_view_free_keys (JolArticleView *self)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  self->keys_from = -1;
}

int
jol_article_view_get_focused_link (JolArticleView *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), -1);

  return self->focused_link;
}

void
jol_article_view_activate_link (JolArticleView *self, guint link)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->buffer && link < jol_article_buffer_get_n_links (self->buffer));

  g_signal_emit_by_name (self, "link-activated", link);
}

gboolean
jol_article_view_is_link_in_sight (JolArticleView *self, guint link)
{
  GdkRectangle sight, first, last;
  const JolArticleLink *at;

  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (self->buffer, FALSE);

  at = jol_article_buffer_get_link (self->buffer, link);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), at->start, &first);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), MAX (at->end - 1, at->start), &last);
  return first.y >= sight.y && last.y + last.height <= sight.y + sight.height;
}

void
jol_article_view_get_link_area (JolArticleView *self, guint link, GdkRectangle *area_out)
{
  const JolArticleLink *at;
  GdkRectangle last;

  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (self->buffer);

  at = jol_article_buffer_get_link (self->buffer, link);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), at->start, area_out);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), MAX (at->end - 1, at->start), &last);
  if (last.y == area_out->y)
    area_out->width = last.x + last.width - area_out->x;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area_out->x,
                                         area_out->y, &area_out->x, &area_out->y);
  area_out->width = MAX (area_out->width, 1);
}

gboolean
jol_article_view_is_offset_in_sight (JolArticleView *self, int offset)
{
  GdkRectangle sight, place;

  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), FALSE);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), offset, &place);
  return place.y >= sight.y && place.y + place.height <= sight.y + sight.height;
}
