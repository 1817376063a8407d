/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader-menu.h"
#include "jol-reader.h"
#include "jol-test-reader.h"
#include "jol-test-ui.h"

static void
test_values (void)
{
  g_autoptr (JolReaderStyle) style = jol_reader_style_new ();
  guint n_notified = 0;

  jol_test_count_notify (style, "text-size", &n_notified);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 100);
  g_assert_true (jol_reader_style_set_text_size (style, 100));
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_false (jol_reader_style_set_text_size (style, 49));
  g_assert_false (jol_reader_style_set_text_size (style, 301));
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 100);

  jol_reader_style_step_text_size (style, 1);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 110);
  g_assert_cmpuint (n_notified, ==, 1);
  /* From a size in between to the next usual one. */
  g_assert_true (jol_reader_style_set_text_size (style, 112));
  jol_reader_style_step_text_size (style, 1);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 125);
  g_assert_true (jol_reader_style_set_text_size (style, 112));
  jol_reader_style_step_text_size (style, -1);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 110);
  /* No further than there is. */
  for (int i = 0; i < 20; i++)
    jol_reader_style_step_text_size (style, 1);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 300);
  for (int i = 0; i < 20; i++)
    jol_reader_style_step_text_size (style, -1);
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 50);

  g_assert_false (jol_reader_style_set_text_width (style, "huge"));
  g_assert_false (jol_reader_style_set_text_width (style, NULL));
  g_assert_cmpstr (jol_reader_style_get_text_width (style), ==, "normal");
  g_assert_cmpuint (jol_reader_style_get_line_chars (style), ==, 70);
  g_assert_true (jol_reader_style_set_text_width (style, "narrow"));
  g_assert_cmpuint (jol_reader_style_get_line_chars (style), <, 70);

  g_assert_false (jol_reader_style_set_colors (style, "blue"));
  g_assert_cmpstr (jol_reader_style_get_colors (style), ==, "system");
}

static void
test_theme (void)
{
  g_autoptr (JolReaderStyle) style = jol_reader_style_new ();
  const JolTheme desktops[] = { JOL_THEME_LIGHT, JOL_THEME_DARK, JOL_THEME_HIGH_CONTRAST,
                                JOL_THEME_HIGH_CONTRAST_DARK };

  for (guint i = 0; i < G_N_ELEMENTS (desktops); i++)
    g_assert_cmpint (jol_reader_style_get_theme (style, desktops[i]), ==, desktops[i]);
  jol_reader_style_set_colors (style, "dark");
  g_assert_cmpint (jol_reader_style_get_theme (style, JOL_THEME_LIGHT), ==, JOL_THEME_DARK);
  g_assert_cmpint (jol_reader_style_get_theme (style, JOL_THEME_HIGH_CONTRAST), ==,
                   JOL_THEME_HIGH_CONTRAST_DARK);
  jol_reader_style_set_colors (style, "sepia");
  g_assert_cmpint (jol_reader_style_get_theme (style, JOL_THEME_DARK), ==, JOL_THEME_SEPIA);
}

static void
get_color (GtkWidget *widget, GdkRGBA *color_out)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color_out);
}

static void
assert_text_color (ReaderFixture *fixture, JolTheme theme)
{
  const JolColor wanted = jol_palette_get (theme, JOL_COLOR_TEXT);
  GdkRGBA color;

  get_color (GTK_WIDGET (fixture->view), &color);
  g_assert_cmpfloat_with_epsilon (color.red, wanted.red, 0.01);
  g_assert_cmpfloat_with_epsilon (color.green, wanted.green, 0.01);
  g_assert_cmpfloat_with_epsilon (color.blue, wanted.blue, 0.01);
}

static void
test_colors (ReaderFixture *fixture, gconstpointer data)
{
  JolReaderStyle *style = jol_reader_get_style (JOL_READER (fixture->reader));
  GdkRGBA before, after;

  get_color (GTK_WIDGET (fixture->view), &before);
  jol_reader_style_set_colors (style, "sepia");
  g_assert_true (gtk_widget_has_css_class (fixture->reader, "sepia"));
  assert_text_color (fixture, JOL_THEME_SEPIA);
  jol_reader_style_set_colors (style, "dark");
  g_assert_false (gtk_widget_has_css_class (fixture->reader, "sepia"));
  assert_text_color (fixture, JOL_THEME_DARK);
  /* In a dark program these are its own. */
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_false (gtk_widget_has_css_class (fixture->reader, "dark"));
  jol_reader_style_set_colors (style, "light");
  assert_text_color (fixture, JOL_THEME_LIGHT);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  jol_reader_style_set_colors (style, "system");
  get_color (GTK_WIDGET (fixture->view), &after);
  g_assert_true (gdk_rgba_equal (&before, &after));
}

static int
get_line_height (ReaderFixture *fixture)
{
  GdkRectangle area;
  GtkTextIter iter;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view)), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (fixture->view), &iter, &area);
  return area.height;
}

static void
test_size (ReaderFixture *fixture, gconstpointer data)
{
  JolReaderStyle *style = jol_reader_get_style (JOL_READER (fixture->reader));
  int before, measure, larger, offset;

  jol_test_wait_until (reader_is_measured (fixture));
  before = get_line_height (fixture);
  g_object_get (fixture->view, "measure", &measure, NULL);
  jol_session_set_article (fixture->session, "one-to-many#old-roads", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_section_at_top (fixture, 6));
  jol_test_wait_until (reader_is_measured (fixture));
  offset = reader_get_offset_at_top (fixture);

  jol_reader_style_set_text_size (style, 200);
  jol_test_wait_until (get_line_height (fixture) >= 2 * before - 6);
  jol_test_wait_until (reader_is_measured (fixture));
  jol_test_wait_until (reader_is_at_top (fixture, offset));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#old-roads");
  /* A line holds as many letters as before. */
  g_object_get (fixture->view, "measure", &larger, NULL);
  g_assert_cmpint (larger, >, measure + measure / 2);

  jol_reader_style_set_text_width (style, "narrow");
  g_object_get (fixture->view, "measure", &measure, NULL);
  g_assert_cmpint (measure, <, larger);
  jol_reader_style_set_text_size (style, 100);
  jol_test_wait_until (reader_is_measured (fixture) && get_line_height (fixture) == before);
  jol_test_wait_until (reader_is_at_top (fixture, offset));
}

static GtkWidget *
find_swatch (GtkWidget *menu, const char *css_class)
{
  if (GTK_IS_CHECK_BUTTON (menu) && gtk_widget_has_css_class (menu, css_class))
    return menu;
  for (GtkWidget *child = gtk_widget_get_first_child (menu); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_swatch (child, css_class);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_menu (ReaderFixture *fixture, gconstpointer data)
{
  JolReaderStyle *style = jol_reader_get_style (JOL_READER (fixture->reader));
  GtkWidget *menu = jol_test_find_child (fixture->reader, JOL_TYPE_READER_MENU);
  GtkWidget *larger = jol_test_find_button (menu, "Larger text");
  GtkWidget *smaller = jol_test_find_button (menu, "Smaller text");
  GtkWidget *size = jol_test_find_button (menu, "Normal text size");
  GtkWidget *sepia = find_swatch (menu, "sepia");
  GtkWidget *narrow;

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_ancestor (menu, GTK_TYPE_MENU_BUTTON)));
  jol_test_wait_until (gtk_widget_get_mapped (menu));
  g_signal_emit_by_name (larger, "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (size)), ==, "110 %");
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 110);
  gtk_test_accessible_assert_property (size, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Text size 110 %: back to normal");
  g_signal_emit_by_name (size, "clicked");
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 100);
  g_signal_emit_by_name (smaller, "clicked");
  g_assert_cmpint (jol_reader_style_get_text_size (style), ==, 90);
  jol_reader_style_set_text_size (style, 50);
  g_assert_false (gtk_widget_get_sensitive (smaller));
  g_assert_true (gtk_widget_get_sensitive (larger));

  gtk_test_accessible_assert_property (sepia, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sepia");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (sepia), TRUE);
  g_assert_cmpstr (jol_reader_style_get_colors (style), ==, "sepia");
  /* The buttons follow what is chosen elsewhere. */
  jol_reader_style_set_colors (style, "dark");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (sepia)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_swatch (menu, "dark"))));

  narrow = gtk_widget_get_ancestor (jol_test_get_label (menu, "Narrow"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (narrow), TRUE);
  g_assert_cmpstr (jol_reader_style_get_text_width (style), ==, "narrow");
  gtk_popover_popdown (GTK_POPOVER (menu));
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/reader-style/values", test_values);
  g_test_add_func ("/reader-style/theme", test_theme);
  g_test_add ("/reader-style/colors", ReaderFixture, NULL, reader_fixture_set_up, test_colors,
              reader_fixture_tear_down);
  g_test_add ("/reader-style/size", ReaderFixture, NULL, reader_fixture_set_up, test_size,
              reader_fixture_tear_down);
  g_test_add ("/reader-style/menu", ReaderFixture, NULL, reader_fixture_set_up, test_menu,
              reader_fixture_tear_down);
  return jol_test_run ();
}
