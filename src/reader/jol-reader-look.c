/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the reader's style is put on it. Size goes to the scroller, from which the text inherits it.
 * Colours that are not the program's come as a class of the reader, named after their theme, from
 * one style sheet made of the palette.
 */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-find-bar.h"

#include <adwaita.h>
#include <math.h>

#define LINE_SPACE_PX 6

static const JolTheme themes[] = {
  JOL_THEME_LIGHT, JOL_THEME_DARK, JOL_THEME_HIGH_CONTRAST, JOL_THEME_HIGH_CONTRAST_DARK,
  JOL_THEME_SEPIA,
};

static char *
dup_css (JolTheme theme, JolColorRole role)
{
  const JolColor color = jol_palette_get (theme, role);

  return jol_color_to_css (&color);
}

static void
append_theme (GString *css, JolTheme theme)
{
  const char *name = jol_theme_get_name (theme);
  g_autofree char *paper = dup_css (theme, JOL_COLOR_PANEL);
  g_autofree char *ink = dup_css (theme, JOL_COLOR_TEXT);
  g_autofree char *line = dup_css (theme, JOL_COLOR_PANEL_LINE);

  g_string_append_printf (
      css,
      "jolreader.%1$s, jolreader.%1$s .view, jolreader.%1$s textview,"
      "jolreader.%1$s textview > text { background-color: %2$s; color: %3$s; }"
      "jolreader.%1$s > .header, jolreader.%1$s > jolfindbar > box { border-color: %4$s; }"
      "jolreader.%1$s > .bar button.follow:checked { color: %3$s; }"
      "checkbutton.swatch.%1$s radio { background: %2$s; color: %3$s; }",
      name, paper, ink, line);
}

static void
add_style_sheet (GtkWidget *widget)
{
  static gboolean is_added;
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (GString) css = NULL;
  g_autofree char *light = dup_css (JOL_THEME_LIGHT, JOL_COLOR_PANEL);
  g_autofree char *dark = dup_css (JOL_THEME_DARK, JOL_COLOR_PANEL);

  if (is_added)
    return;

  is_added = TRUE;
  css = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    append_theme (css, themes[i]);
  g_string_append_printf (css,
                          "checkbutton.swatch.system radio { background: linear-gradient(to bottom "
                          "right, %1$s 50%%, %2$s 50%%); }",
                          light, dark);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, css->str, -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
update_colors (JolReader *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const JolTheme desktop = jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                                  adw_style_manager_get_high_contrast (manager));
  const JolTheme theme = jol_reader_style_get_theme (self->style, desktop);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const char *name = jol_theme_get_name (themes[i]);

      if (themes[i] == theme && theme != desktop)
        gtk_widget_add_css_class (GTK_WIDGET (self), name);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }
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

  add_style_sheet (GTK_WIDGET (self));
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
