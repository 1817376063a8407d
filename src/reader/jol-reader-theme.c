/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours that are not the program's come as a class of the widget, named after their theme, from
 * one style sheet made of the palette.
 */
#include "config.h"

#include "jol-reader-theme.h"

#include <adwaita.h>

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
      "jolreader.%1$s, jolreader.%1$s .view, jolreader.%1$s textview, jolclaimspage.%1$s,"
      "jolreader.%1$s textview > text { background-color: %2$s; color: %3$s; }"
      "jolreader.%1$s > .header, jolreader.%1$s > jolfindbar > box,"
      "jolclaimspage.%1$s > .header { border-color: %4$s; }"
      "jolclaimspage.%1$s link { color: %3$s; }"
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

JolTheme
jol_reader_theme_put_on (GtkWidget *widget, JolReaderStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const JolTheme desktop = jol_theme_for_desktop (adw_style_manager_get_dark (manager),
                                                  adw_style_manager_get_high_contrast (manager));
  JolTheme theme;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), desktop);
  g_return_val_if_fail (JOL_IS_READER_STYLE (style), desktop);

  add_style_sheet (widget);
  theme = jol_reader_style_get_theme (style, desktop);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const char *name = jol_theme_get_name (themes[i]);

      if (themes[i] == theme && theme != desktop)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
  return theme;
}
