/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-test-ui.h"

#include "jol-event-row.h"

#include "jol-resources.h"
#include "jol-test-live.h"

#include <locale.h>
#include <shumate/shumate.h>
#include <string.h>

/**
 * jol_test_init_ui:
 * @argc: of main()
 * @argv: of main()
 *
 * To be called first in the main() of a widget test, which runs under headless.sh. Animations are
 * off, so that a state is reached at once. Not gtk_test_init(): that sets a locale of its own.
 */
void
jol_test_init_ui (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  jol_test_live_begin ();
  g_test_init (argc, argv, NULL);
  /* Naming it keeps it in the program; it has registered itself then. */
  g_assert_nonnull (jol_resources_get_resource ());
  adw_init ();
  setlocale (LC_ALL, "");

  /* A layer of libshumate with its vector renderer, as Debian 13 has it, never lets go of its
   * source: shumate_vector_symbol_container_dispose() forgets it. */
  if (shumate_vector_renderer_is_supported ())
    {
      jol_test_live_excuse ("JolBasemapSource");
      jol_test_live_excuse ("JolOnlineSource");
    }

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  /* What an AdwApplication does by itself. */
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    RESOURCE_PATH "/icons");
  gtk_css_provider_load_from_resource (style, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * jol_test_show:
 * @child: a widget without a parent
 * @width_px: width of the window
 * @height_px: height of the window
 *
 * Shows @child in a window and waits until it has its size.
 *
 * Returns: (transfer none): the window; see jol_test_destroy_window()
 */
GtkWidget *
jol_test_show (GtkWidget *child, int width_px, int height_px)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width_px, height_px);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  jol_test_wait_until (gtk_widget_get_mapped (child) && gtk_widget_get_width (child) > 0);

  return window;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_left = data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * jol_test_wait_frames:
 * @widget: a widget that is shown
 * @n: how many frames, at least 1
 *
 * Waits until what follows has followed, where nothing may be what follows.
 */
void
jol_test_wait_frames (GtkWidget *widget, guint n)
{
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);
  jol_test_wait_until (n == 0);
}

/**
 * jol_test_destroy_window:
 * @window: from jol_test_show()
 *
 * Destroys the window with its child, and fails when something still holds it afterwards.
 */
void
jol_test_destroy_window (GtkWidget *window)
{
  GtkWidget *gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  jol_test_wait_until (!gone);
}

/**
 * jol_test_find_controller:
 * @widget: a widget
 * @type: a type of #GtkEventController
 *
 * Finds the first controller of that type that @widget has, so that a test can emit its signals
 * without a pointer.
 *
 * Returns: (transfer none): the controller, which must be there
 */
gpointer
jol_test_find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller; /* the widget holds it */
    }

  g_error ("%s has no %s", G_OBJECT_TYPE_NAME (widget), g_type_name (type));
}

/**
 * jol_test_find_named_controller:
 * @widget: a widget
 * @name: of one of its controllers
 *
 * Returns: (transfer none): the controller, which must be there
 */
gpointer
jol_test_find_named_controller (GtkWidget *widget, const char *name)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), name) == 0)
        return controller; /* the widget holds it */
    }

  g_error ("no controller %s", name);
}

/**
 * jol_test_find_child:
 * @widget: where to begin
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first widget of that type at or below @widget, depth
 * first
 */
GtkWidget *
jol_test_find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = jol_test_find_child (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/**
 * jol_test_find_label:
 * @widget: where to begin
 * @text: what the label says, without markup
 *
 * Looks only where a person can: at labels that are visible with all that holds them, below
 * @widget.
 *
 * Returns: (transfer none) (nullable): the first such label, depth first
 */
GtkWidget *
jol_test_find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (has_text (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = jol_test_find_label (child, text);

      if (found)
        return found;
    }

  return NULL;
}

/**
 * jol_test_find_row:
 * @widget: where to begin
 * @text: all of one of the texts that a row of the timeline draws
 *
 * Returns: (transfer none) (nullable): the first JolEventRow that is visible and draws it
 */
GtkWidget *
jol_test_find_row (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (JOL_IS_EVENT_ROW (widget))
    {
      g_autofree char *drawn = jol_event_row_dup_texts (JOL_EVENT_ROW (widget));
      g_auto (GStrv) texts = g_strsplit (drawn, "\n", -1);

      return g_strv_contains ((const char *const *) texts, text) ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = jol_test_find_row (child, text);

      if (found)
        return found;
    }

  return NULL;
}

static void
say_labels (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_test_message ("it shows: %s", gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    say_labels (child);
}

/**
 * jol_test_get_label:
 * @widget: where to begin
 * @text: what the label says, without markup
 *
 * As jol_test_find_label(), but fails, and says what there is, when there is no such label.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
jol_test_get_label (GtkWidget *widget, const char *text)
{
  GtkWidget *label = jol_test_find_label (widget, text);

  if (label)
    return label;

  say_labels (widget);
  g_error ("it does not show: %s", text);
}

/**
 * jol_test_find_button:
 * @widget: where to begin
 * @tooltip: of the button
 *
 * Returns: (transfer none) (nullable): the first such button below @widget, depth first
 */
GtkWidget *
jol_test_find_button (GtkWidget *widget, const char *tooltip)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0)
        return child;
      found = jol_test_find_button (child, tooltip);
      if (found)
        return found;
    }
  return NULL;
}

/**
 * jol_test_is_said:
 * @widget: where to begin
 * @text: a part of what a label says, without markup
 *
 * Returns: whether a label at or below @widget says it
 */
gboolean
jol_test_is_said (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (jol_test_is_said (child, text))
        return TRUE;
    }
  return FALSE;
}

/**
 * jol_test_activate_link:
 * @widget: where to begin
 * @address: what a link in a label leads to
 *
 * Returns: whether a label at or below @widget has the link, and its activation was taken
 */
gboolean
jol_test_activate_link (GtkWidget *widget, const char *address)
{
  g_autofree char *href = g_strdup_printf ("<a href=\"%s\"", address);
  gboolean is_handled = FALSE;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), href))
    g_signal_emit_by_name (widget, "activate-link", address, &is_handled);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !is_handled;
       child = gtk_widget_get_next_sibling (child))
    is_handled = jol_test_activate_link (child, address);
  return is_handled;
}
