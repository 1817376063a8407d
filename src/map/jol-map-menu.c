/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a spot on the map: what lies there, and what can be done there. What concerns more
 * than the map are the window's actions, by name. */
#include "config.h"

#include "jol-map-private.h"

#include "jol-map-words.h"

#include <glib/gi18n.h>

#define MAX_FEATURES 5

static void
append_feature (GMenu *menu, const char *id, const char *title)
{
  /* It is no mnemonic. */
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = NULL;

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) >= MAX_FEATURES)
    return;

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "map.select", "s", id);
  g_menu_append_item (menu, item);
}

static GMenu *
make_features (JolMap *self, double x_px, double y_px)
{
  g_auto (GStrv) hits = jol_map_find_hits (self, x_px, y_px);
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  JolStory *story = self->session ? jol_session_get_story (self->session) : NULL;
  GMenu *menu = g_menu_new ();

  for (guint i = 0; story && scene && hits[i]; i++)
    {
      JolEntity *entity = jol_story_lookup (story, hits[i]);
      const JolScenePlaceMark *cluster = jol_scene_find_cluster (scene, hits[i]);

      for (guint j = 0; cluster && j < cluster->n_members; j++)
        append_feature (menu, cluster->members[j].id, cluster->members[j].title);
      if (entity)
        append_feature (menu, hits[i],
                        jol_entity_get_title (entity, jol_text_get_interface_language ()));
    }

  return menu;
}

static GMenu *
make_deeds (const JolPoint *point)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) copy = g_menu_item_new (_ ("_Copy Coordinates"), NULL);
  g_autoptr (GMenuItem) center = g_menu_item_new (_ ("C_entre Here"), NULL);

  g_menu_item_set_action_and_target (copy, "win.copy-coordinates", "(dd)", point->latitude,
                                     point->longitude);
  g_menu_append_item (menu, copy);
  /* Not the window's viewport: an action with a state of that type would look like a choice. */
  g_menu_item_set_action_and_target (center, "map.center", "(dd)", point->latitude,
                                     point->longitude);
  g_menu_append_item (menu, center);
  g_menu_append (menu, _ ("E_xport This View…"), "win.export-dialog");

  return menu;
}

static char *
describe_spot (const JolWorldPoint *at, const JolPoint *point)
{
  const char *land = jol_map_words_find_land (at, jol_text_get_interface_language ());
  g_autofree char *coordinates = jol_point_format (point);

  /* Translators: a country, or a lake, and coordinates in it */
  return land ? g_strdup_printf (C_ ("spot", "%1$s · %2$s"), land, coordinates)
              : g_steal_pointer (&coordinates);
}

static GMenuModel *
make_model (JolMap *self, double x_px, double y_px)
{
  const JolViewport viewport = jol_map_get_target (self);
  const JolTransform transform = jol_transform_new (&viewport, self->width_px, self->height_px);
  const JolWorldPoint at = jol_transform_invert (&transform, x_px, y_px);
  const JolPoint point = jol_unproject (&at);
  g_autoptr (GMenu) features = make_features (self, x_px, y_px);
  g_autoptr (GMenu) deeds = make_deeds (&point);
  g_autofree char *spot = describe_spot (&at, &point);
  GMenu *menu = g_menu_new ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (features)) > 0)
    g_menu_append_section (menu, _ ("What is here"), G_MENU_MODEL (features));
  g_menu_append_section (menu, spot, G_MENU_MODEL (deeds));

  return G_MENU_MODEL (menu);
}

/* The focus goes back to where it was. */
static void
closed_cb (JolMap *self)
{
  GtkWidget *focus = self->focus_before_menu;

  if (focus && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  g_clear_weak_pointer (&self->focus_before_menu);
}

static GtkWidget *
make_menu (JolMap *self)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This spot"), -1);
  /* The overlay's layout shows popovers in it; a widget that lays out its children itself must do
   * so by hand. */
  gtk_widget_set_parent (menu, self->overlay);
  g_signal_connect_swapped (menu, "closed", G_CALLBACK (closed_cb), self);
  return menu;
}

static void
select_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JolMap *self = JOL_MAP (widget);

  if (self->session)
    jol_session_select (self->session, g_variant_get_string (parameter, NULL), JOL_ORIGIN_MAP);
}

static void
center_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JolMap *self = JOL_MAP (widget);
  JolPoint point;

  g_variant_get (parameter, "(dd)", &point.latitude, &point.longitude);
  jol_map_center (self, &point);
}

void
jol_map_open_menu (JolMap *self, double x_px, double y_px)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->width_px <= 0 || !root)
    return;
  if (!self->menu)
    self->menu = make_menu (self);

  jol_map_stop_gliding (self);
  jol_map_dismiss_tip (self);
  g_set_weak_pointer (&self->focus_before_menu, gtk_root_get_focus (root));
  model = make_model (self, x_px, y_px);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x_px, (int) y_px, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
jol_map_open_menu_at_focus (JolMap *self)
{
  double x_px = self->width_px / 2.0, y_px = self->height_px / 2.0;

  jol_feature_stops_get_focus (self->stops, &x_px, &y_px);
  jol_map_open_menu (self, x_px, y_px);
}

gboolean
jol_map_has_menu (JolMap *self)
{
  return self->menu && gtk_widget_get_visible (self->menu);
}

void
jol_map_dispose_menu (JolMap *self)
{
  g_clear_weak_pointer (&self->focus_before_menu);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
secondary_pressed_cb (JolMap *self, int n_press, double x_px, double y_px, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  jol_map_stop_flight (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  jol_map_open_menu (self, x_px, y_px);
}

static void
long_pressed_cb (JolMap *self, double x_px, double y_px, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  jol_map_open_menu (self, x_px, y_px);
}

void
jol_map_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.select", "s", select_cb);
  gtk_widget_class_install_action (widget_class, "map.center", "(dd)", center_cb);
}

void
jol_map_init_menu (JolMap *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (secondary), "jol-map-secondary");
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (secondary));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (long_press), "jol-map-long-press");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (long_press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (long_press));
}
