/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-actions.h"
#include "jol-chooser.h"
#include "jol-memory.h"
#include "jol-window-private.h"

#include <glib/gi18n.h>

#define LONG_TOAST_S 10

enum
{
  PROP_THEME = 1,
  PROP_SHOW_TIMELINE,
  PROP_SHOW_READER,
  PROP_CLAIMS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolWindow, jol_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (JolWindow *self)
{
  JolStory *story = jol_session_get_story (self->session);
  const char *language = jol_text_get_interface_language ();
  g_autofree char *years = NULL;
  g_autofree char *window_title = NULL;
  int first, last;

  if (!story)
    return;

  /* Only years: the days at which a story begins and ends say nothing in a heading. */
  first = jol_story_get_time (story)->from.year;
  last = jol_story_get_time (story)->to.year;
  years = first == last ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d–%d", first, last);
  adw_window_title_set_title (self->title, jol_story_get_title (story, language));
  adw_window_title_set_subtitle (self->title, years);
  /* Translators: the window's title in a task list: the story's title, then the program's name */
  window_title = g_strdup_printf (_ ("%s – Jol"), jol_story_get_title (story, language));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
story_changed_cb (JolWindow *self)
{
  update_title (self);
}

static void
link_copied_cb (JolWindow *self)
{
  jol_window_toast (self, _ ("Link copied"));
}

static void
reference_copied_cb (JolWindow *self)
{
  jol_window_toast (self, _ ("Reference copied"));
}

/* What another view shows in the text is to be seen, be the text folded away. */
static void
passage_shown_cb (JolWindow *self)
{
  jol_window_show_article (self);
}

static void
toast_gone_cb (AdwToast *toast, JolWindow *self)
{
  if (self->date_toast == toast)
    g_clear_object (&self->date_toast);
}

static void
date_moved_cb (JolWindow *self, const JolDate *before)
{
  g_autofree char *date = jol_date_format (jol_session_get_date (self->session));
  g_autofree char *message = NULL;

  self->date_before = *before;
  if (self->date_toast)
    adw_toast_dismiss (self->date_toast);
  g_clear_object (&self->date_toast);

  /* Translators: a date, such as "2009" or "December 2009" */
  message = g_strdup_printf (_ ("Date moved to %s"), date);
  self->date_toast = g_object_ref_sink (adw_toast_new (message));
  adw_toast_set_button_label (self->date_toast, _ ("_Undo"));
  adw_toast_set_action_name (self->date_toast, "win.undo-date");
  adw_toast_set_timeout (self->date_toast, LONG_TOAST_S);
  g_signal_connect_object (self->date_toast, "dismissed", G_CALLBACK (toast_gone_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->date_toast));
}

static void
show_pane_buttons (JolWindow *self, gboolean is_narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->timeline_button), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->reader_button), !is_narrow);
}

static void
fold_idle_cb (gpointer data)
{
  JolWindow *self = data;

  self->fold_idle = 0;
  show_pane_buttons (self, jol_window_layout_get_fold (self->layout) == JOL_FOLD_NARROW);
  jol_window_place_card (self);
}

/* Later: this comes while sizes are being given out, when none may be asked for. */
static void
fold_changed_cb (JolWindow *self)
{
  if (!self->fold_idle)
    self->fold_idle = g_idle_add_once (fold_idle_cb, self);
}

static void
shown_changed_cb (JolWindow *self)
{
  const gboolean shows_timeline = jol_window_layout_get_shown (self->layout, JOL_PANE_TIMELINE);
  const gboolean shows_reader = jol_window_layout_get_shown (self->layout, JOL_PANE_READER);

  gtk_toggle_button_set_active (self->timeline_button, shows_timeline);
  gtk_toggle_button_set_active (self->reader_button, shows_reader);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_READER]);
}

static void
timeline_button_cb (JolWindow *self)
{
  jol_window_layout_set_shown (self->layout, JOL_PANE_TIMELINE,
                               gtk_toggle_button_get_active (self->timeline_button));
}

static void
reader_button_cb (JolWindow *self)
{
  jol_window_layout_set_shown (self->layout, JOL_PANE_READER,
                               gtk_toggle_button_get_active (self->reader_button));
}

static gboolean
is_typing (JolWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_EDITABLE (focus) ||
         (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)));
}

static gboolean
plain_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  const JolActionRow *row = data;

  if (is_typing (JOL_WINDOW (widget)))
    return FALSE;
  return gtk_widget_activate_action_variant (widget, row->name, NULL);
}

/* Keys that also type or move: whatever has the focus takes them first, if it wants them. */
static void
add_plain_keys (JolWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) accels = g_strsplit (rows[i].accels ? rows[i].accels : "", " ", -1);

      for (guint j = 0; accels[j]; j++)
        {
          if (jol_actions_accel_is_plain (accels[j]))
            gtk_shortcut_controller_add_shortcut (
                GTK_SHORTCUT_CONTROLLER (controller),
                gtk_shortcut_new (
                    gtk_shortcut_trigger_parse_string (accels[j]),
                    gtk_callback_action_new (plain_key_cb, (gpointer) &rows[i], NULL)));
        }
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static GtkWidget *
make_theme_row (void)
{
  const char *themes[] = { "system", "light", "dark" };
  const char *labels[] = { _ ("System"), _ ("Light"), _ ("Dark") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "linked");
  gtk_widget_add_css_class (row, "jol-themes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Theme"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (labels[i]);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.theme");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", themes[i]);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static gboolean
jol_window_close_request (GtkWindow *window)
{
  jol_window_save (JOL_WINDOW (window));

  return GTK_WINDOW_CLASS (jol_window_parent_class)->close_request (window);
}

static void
jol_window_dispose (GObject *object)
{
  JolWindow *self = JOL_WINDOW (object);

  jol_window_dispose_opening (self);
  g_cancellable_cancel (self->exporting);
  jol_window_dispose_search (self);
  g_clear_object (&self->exporting);
  g_clear_handle_id (&self->fold_idle, g_source_remove);
  g_clear_handle_id (&self->card_timeout, g_source_remove);
  g_clear_object (&self->date_toast);
  jol_chooser_release (&self->chooser);
  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->actions);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_window_parent_class)->dispose (object);
}

static void
jol_window_finalize (GObject *object)
{
  g_free (JOL_WINDOW (object)->theme);

  G_OBJECT_CLASS (jol_window_parent_class)->finalize (object);
}

static void
jol_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolWindow *self = JOL_WINDOW (object);

  switch (id)
    {
    case PROP_THEME:
      g_value_set_string (value, self->theme);
      break;
    case PROP_SHOW_TIMELINE:
      g_value_set_boolean (value, jol_window_layout_get_shown (self->layout, JOL_PANE_TIMELINE));
      break;
    case PROP_SHOW_READER:
      g_value_set_boolean (value, jol_window_layout_get_shown (self->layout, JOL_PANE_READER));
      break;
    case PROP_CLAIMS:
      g_value_set_boolean (value, jol_window_get_claims (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_window_class_init (JolWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = jol_window_dispose;
  object_class->finalize = jol_window_finalize;
  object_class->get_property = jol_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = jol_window_close_request;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, "system", flags);
  properties[PROP_SHOW_TIMELINE] = g_param_spec_boolean ("show-timeline", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_READER] = g_param_spec_boolean ("show-reader", NULL, NULL, TRUE, flags);
  properties[PROP_CLAIMS] = g_param_spec_boolean ("claims", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (JOL_TYPE_WINDOW_LAYOUT);
  g_type_ensure (JOL_TYPE_TIMELINE);
  g_type_ensure (JOL_TYPE_MAP);
  g_type_ensure (JOL_TYPE_CARD);
  g_type_ensure (JOL_TYPE_TIME_STRIP);
  g_type_ensure (JOL_TYPE_READER);
  g_type_ensure (JOL_TYPE_CLAIMS_PAGE);
  g_type_ensure (JOL_TYPE_SEARCH_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/app/jol-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JolWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, title);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, reader_button);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, map_overlay);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, map);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, card);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, claims);
  gtk_widget_class_bind_template_child (widget_class, JolWindow, search_bar);
}

static void
tiles_changed_cb (JolWindow *self)
{
  g_autofree char *tiles = jol_state_dup_online_tiles (self->state);

  jol_map_set_online_tiles (self->map, tiles);
}

static void
follow_tiles (JolWindow *self)
{
  static const char *const keys[] = { "online-tiles", "tile-server", "tile-address" };
  GSettings *settings = jol_state_get_settings (self->state);

  for (guint i = 0; settings && i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (settings, signal, G_CALLBACK (tiles_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  tiles_changed_cb (self);
}

static void
jol_window_init (JolWindow *self)
{
  g_autofree char *theme = NULL;
  g_autoptr (GVariant) places = NULL;
  GtkWidget *menu;
  int width_px, height_px;

  self->session = jol_session_new ();
  self->state = jol_state_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  jol_memory_trim_when_quiet (GTK_WIDGET (self));

  g_signal_connect_object (self->session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "date-moved", G_CALLBACK (date_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-passage", G_CALLBACK (passage_shown_cb), self,
                           G_CONNECT_SWAPPED);
  /* In this order: the card is filled, then it is placed, then the map flies clear of it. */
  jol_card_set_session (self->card, self->session);
  jol_window_follow_card (self);
  jol_timeline_set_session (self->timeline, self->session);
  jol_map_set_session (self->map, self->session);
  jol_time_strip_set_session (self->strip, self->session);
  jol_reader_set_session (self->reader, self->session);
  jol_window_init_claims (self);
  jol_window_init_search (self);

  g_signal_connect_object (self->card, "copied", G_CALLBACK (reference_copied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "link-copied", G_CALLBACK (link_copied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout, "notify::fold", G_CALLBACK (fold_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout, "notify::show-timeline", G_CALLBACK (shown_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout, "notify::show-reader", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_button, "toggled", G_CALLBACK (timeline_button_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader_button, "toggled", G_CALLBACK (reader_button_cb), self,
                           G_CONNECT_SWAPPED);

  menu = GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button));
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (menu), make_theme_row (), "theme");

  theme = jol_state_dup_theme (self->state);
  jol_window_set_theme (self, theme);
  jol_state_restore_window (self->state, GTK_WINDOW (self), self->layout);
  places = jol_state_dup_reading_places (self->state);
  if (places)
    jol_reader_set_places (self->reader, places);
  jol_state_bind_reader_style (self->state, jol_window_get_reader_style (self));
  /* Before it folds: with all its buttons the header bar would not let it be as narrow as that. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width_px, &height_px);
  show_pane_buttons (self, width_px < JOL_LAYOUT_MEDIUM_PX);
  jol_legend_set_wanted (self->legend, jol_state_get_show_legend (self->state));

  follow_tiles (self);

  /* Or it would be the first button of the header bar, which Space would press. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map));

  self->actions = jol_action_set_new (self);
  add_plain_keys (self);
  jol_window_accept_drops (self);
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

JolWindow *
jol_window_new (AdwApplication *application)
{
  return g_object_new (JOL_TYPE_WINDOW, "application", application, NULL);
}

JolSession *
jol_window_get_session (JolWindow *self)
{
  g_return_val_if_fail (JOL_IS_WINDOW (self), NULL);

  return self->session;
}

const char *
jol_window_get_theme (JolWindow *self)
{
  g_return_val_if_fail (JOL_IS_WINDOW (self), NULL);

  return self->theme;
}

gboolean
jol_window_set_theme (JolWindow *self, const char *theme)
{
  AdwColorScheme scheme;

  g_return_val_if_fail (JOL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (theme, FALSE);

  if (g_str_equal (theme, "system"))
    scheme = ADW_COLOR_SCHEME_DEFAULT;
  else if (g_str_equal (theme, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (theme, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else
    return FALSE;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  if (g_strcmp0 (self->theme, theme) == 0)
    return TRUE;
  g_free (self->theme);
  self->theme = g_strdup (theme);
  jol_state_save_theme (self->state, theme);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
  return TRUE;
}

JolReaderStyle *
jol_window_get_reader_style (JolWindow *self)
{
  g_return_val_if_fail (JOL_IS_WINDOW (self), NULL);

  return jol_reader_get_style (self->reader);
}

void
jol_window_toast (JolWindow *self, const char *message)
{
  g_autofree char *markup = NULL;
  AdwToast *toast;

  g_return_if_fail (JOL_IS_WINDOW (self));
  g_return_if_fail (message);

  /* A toast's title is markup, and a message may hold what a file or a script said. */
  markup = g_markup_escape_text (message, -1);
  toast = adw_toast_new (markup);
  /* It answers what was done just now, so it does not wait behind older ones. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
jol_window_save (JolWindow *self)
{
  g_autoptr (GVariant) places = NULL;

  g_return_if_fail (JOL_IS_WINDOW (self));

  places = jol_reader_dup_places (self->reader);
  jol_state_save_window (self->state, GTK_WINDOW (self), self->layout);
  jol_state_save_show_legend (self->state, jol_legend_get_wanted (self->legend));
  jol_state_save_reading_places (self->state, places);
  jol_state_save_session (self->state, self->session);
}

void
jol_window_undo_date (JolWindow *self)
{
  if (!jol_date_is_set (&self->date_before))
    return;

  jol_session_set_date (self->session, &self->date_before, JOL_ORIGIN_APP);
  self->date_before = (JolDate){ 0 };
}

void
jol_window_cycle_panes (JolWindow *self, int step)
{
  GtkWidget *panes[] = {
    GTK_WIDGET (self->timeline), GTK_WIDGET (self->map),    GTK_WIDGET (self->card),
    GTK_WIDGET (self->strip),    GTK_WIDGET (self->reader), GTK_WIDGET (self->claims),
  };
  const int n_panes = G_N_ELEMENTS (panes);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int current = step > 0 ? n_panes - 1 : 0;

  /* A label with links that is given the focus when nothing had it makes GTK 4.8 ask who NULL's
   * ancestors are. */
  if (!focus)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map));
  for (int i = 0; i < n_panes; i++)
    {
      if (focus && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
        current = i;
    }
  for (int i = 1; i <= n_panes; i++)
    {
      GtkWidget *pane = panes[(current + i * step + n_panes * i) % n_panes];

      if (gtk_widget_get_mapped (pane) &&
          (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        {
          gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
          return;
        }
    }
}

void
jol_window_open_menu (JolWindow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

void
jol_window_quit (JolWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  jol_window_save (self);
  if (application)
    g_application_quit (G_APPLICATION (application));
}
