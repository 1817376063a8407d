/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader's style is put on it. Size goes to the scroller, from which the text inherits
 * it. */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-find-bar.h"
#include "jol-reader-theme.h"

#include <adwaita.h>
#include <math.h>

#define LINE_SPACE_PX 6

static void
update_colors (JolReader *self)
{
  const JolTheme theme = jol_reader_theme_put_on (GTK_WIDGET (self), self->style);

  jol_article_view_set_theme (JOL_ARTICLE_VIEW (self->view), theme);
  jol_find_bar_set_theme (JOL_FIND_BAR (self->find_bar), theme);
}

/* What is read stays where it is. */
static void
update_text (JolReader *self)
{
  const int offset = jol_follow_get_offset (self->follow);
  const int size = jol_reader_style_get_text_size (self->style);
  g_autofree char *css = g_strdup_printf ("scrolledwindow { font-size: %d%%; }", size);

  gtk_css_provider_load_from_data (self->font, css, -1);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view),
                                        (int) lround (LINE_SPACE_PX * size / 100.0));
  jol_article_view_set_line_chars (JOL_ARTICLE_VIEW (self->view),
                                   jol_reader_style_get_line_chars (self->style));
  if (jol_reader_get_buffer (self))
    jol_follow_show_offset (self->follow, jol_follow_get_section (self->follow), offset, 0);
}

void
jol_reader_init_look (JolReader *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->font = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->scroller),
                                  GTK_STYLE_PROVIDER (self->font),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->style = jol_reader_style_new ();
  jol_reader_menu_set_style (JOL_READER_MENU (self->menu), self->style);

  g_signal_connect_object (self->style, "notify::colors", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify::text-size", G_CALLBACK (update_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify::text-width", G_CALLBACK (update_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_colors), self,
                           G_CONNECT_SWAPPED);
  update_colors (self);
  update_text (self);
}
