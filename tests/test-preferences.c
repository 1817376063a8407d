/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-preferences.h"

#include "jol-test-ui.h"

typedef struct
{
  GSettings *settings;
  JolWindow *window;
  GtkWidget *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new (APPLICATION_ID);
  fixture->window = jol_window_new (NULL);
  fixture->preferences = jol_preferences_new (fixture->window, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->preferences));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "online-tiles");
  g_settings_reset (fixture->settings, "tile-server");
  g_settings_reset (fixture->settings, "tile-address");
  g_settings_reset (fixture->settings, "theme");
  jol_test_destroy_window (fixture->preferences);
  jol_test_destroy_window (GTK_WIDGET (fixture->window));
  g_clear_object (&fixture->settings);
}

static AdwComboRow *
get_combo (Fixture *fixture, const char *title)
{
  GtkWidget *label = jol_test_get_label (fixture->preferences, title);

  return ADW_COMBO_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_COMBO_ROW));
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  return jol_test_find_child (fixture->preferences, ADW_TYPE_ENTRY_ROW);
}

static char *
dup_setting (Fixture *fixture, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (fixture->settings, key);

  return g_variant_print (value, FALSE);
}

#define assert_setting(fixture, key, expected)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *jol_value = dup_setting (fixture, key);                                       \
                                                                                                   \
    g_assert_cmpstr (jol_value, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_off_at_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle = jol_test_find_child (fixture->preferences, GTK_TYPE_SWITCH);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_combo (fixture, "Server"))));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  assert_setting (fixture, "online-tiles", "true");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (get_combo (fixture, "Server"))));
}

static void
test_theme (Fixture *fixture, gconstpointer data)
{
  AdwComboRow *row = get_combo (fixture, "Theme");

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpstr (jol_window_get_theme (fixture->window), ==, "dark");
  /* From the menu, or a script. */
  g_assert_true (jol_window_set_theme (fixture->window, "light"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  g_assert_true (jol_window_set_theme (fixture->window, "system"));
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  const char *wrong[] = { "tiles", "https://tile.example.org/", "ftp://a/{z}/{x}/{y}" };
  const char *right = "https://tile.example.org/{z}/{x}/{y}.png";
  const char *complaint = "This is not an address of tiles. One looks like "
                          "https://tile.example.org/{z}/{x}/{y}.png.";
  GtkWidget *entry = get_entry (fixture);

  g_assert_false (gtk_widget_get_visible (entry));
  adw_combo_row_set_selected (get_combo (fixture, "Server"), 1);
  g_assert_true (gtk_widget_get_visible (entry));
  assert_setting (fixture, "tile-server", "'other'");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), wrong[i]);
      g_assert_null (jol_test_find_label (fixture->preferences, complaint));
      g_signal_emit_by_name (entry, "apply");
      g_assert_nonnull (jol_test_find_label (fixture->preferences, complaint));
      assert_setting (fixture, "tile-address", "''");
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), right);
  g_signal_emit_by_name (entry, "apply");
  g_assert_null (jol_test_find_label (fixture->preferences, complaint));
  assert_setting (fixture, "tile-address", "'https://tile.example.org/{z}/{x}/{y}.png'");
}

#define add(name, function)                                                                        \
  g_test_add ("/preferences/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("off-at-first", test_off_at_first);
  add ("theme", test_theme);
  add ("address", test_address);

  return jol_test_run ();
}
