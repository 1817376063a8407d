/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying from an article, and its menu: that of a text view offers what one does to a text that
 * can be changed. */
#include "config.h"

#include "jol-article-view-private.h"

#include "jol-article-copy.h"

#include <glib/gi18n.h>

void
jol_article_view_copy_clipboard (GtkTextView *view)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!self->buffer ||
      !gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    return;

  text = jol_article_copy_passage (self->buffer, gtk_text_iter_get_offset (&start),
                                   gtk_text_iter_get_offset (&end));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (widget);
  g_autofree char *link = NULL;

  if (!self->buffer)
    return;
  link = jol_article_copy_link (self->buffer, self->menu_offset);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  g_signal_emit_by_name (self, "link-copied");
}

static void
pop_up (JolArticleView *self, const GdkRectangle *area)
{
  if (!self->buffer)
    return;
  if (!self->menu)
    {
      g_autoptr (GMenu) model = g_menu_new ();

      g_menu_append (model, _ ("_Copy"), "clipboard.copy");
      /* Translators: a passage of an article, in the menu that comes up over it */
      g_menu_append (model, _ ("Copy _link to passage"), "article.copy-link");
      g_menu_append (model, _ ("Select _all"), "selection.select-all");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
menu_pressed_cb (JolArticleView *self, int n_press, double x, double y, GtkGesture *click)
{
  gboolean is_on_text;

  if (!self->buffer)
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  self->menu_offset = jol_article_view_find_offset (self, x, y, &is_on_text);
  pop_up (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* By the key for menus: at the words that the keyboard is at. */
static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (widget);
  GdkRectangle area;
  int start, end, cursor;

  if (!self->buffer)
    return;
  g_object_get (self->buffer, "cursor-position", &cursor, NULL);
  jol_article_view_get_range_in_sight (self, &start, &end);
  self->menu_offset = CLAMP (cursor, start, end);
  jol_article_paint_get_location (GTK_TEXT_VIEW (self), self->menu_offset, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area.x,
                                         area.y, &area.x, &area.y);
  area.x = CLAMP (area.x, 0, gtk_widget_get_width (widget));
  area.y = CLAMP (area.y, 0, gtk_widget_get_height (widget));
  area.width = MAX (area.width, 1);
  pop_up (self, &area);
}

void
jol_article_view_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.copy-link", NULL, copy_link);
  /* In place of the text view's. */
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, show_menu);
}

void
jol_article_view_init_menu (JolArticleView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "jol-article-menu");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
