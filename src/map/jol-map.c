/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map-private.h"

#include <glib/gi18n.h>

/* The map is taken to rest when it has not changed for so long. */
#define REST_MS 150
#define BUTTON_LEVELS 1.0
#define DATE_PX 64 /* what the big date takes of the map's top, about */

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolMap, jol_map, GTK_TYPE_WIDGET)

static gboolean
rest_cb (gpointer data)
{
  JolMap *self = data;
  JolScene *scene = jol_route_layer_get_scene (self->layer);

  self->rest_id = 0;
  self->has_just_flown = FALSE;
  jol_map_update_base (self);
  if (!scene)
    return G_SOURCE_REMOVE;

  jol_map_update_room (self);
  jol_feature_stops_update (self->stops, scene);
  jol_map_refresh_hover (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  jol_scene_get_description (scene), -1);

  return G_SOURCE_REMOVE;
}

/* What costs and is not seen waits until the map rests: the tree of a screen reader does not want
 * to hear of each frame. */
void
jol_map_queue_rest (JolMap *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

static void
scene_changed_cb (JolMap *self)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);

  jol_legend_set_scene (self->legend, scene);
  jol_map_update_credits (self);
  jol_map_update_date (self);
  jol_map_moved (self);
  jol_map_refresh_hover (self);
}

static void
playing_changed_cb (JolMap *self)
{
  jol_map_update_date (self);
}

static void
viewport_changed_cb (JolMap *self)
{
  JolOrigin origin = jol_session_get_origin (self->session);

  if (origin != JOL_ORIGIN_MAP && origin != JOL_ORIGIN_FLIGHT)
    jol_map_follow_session (self, TRUE);
}

static void
selection_changed_cb (JolMap *self)
{
  switch (jol_session_get_origin (self->session))
    {
    case JOL_ORIGIN_MAP:     /* it was clicked, so it is seen */
    case JOL_ORIGIN_HISTORY: /* the viewport comes back too */
      break;
    case JOL_ORIGIN_APP:
    case JOL_ORIGIN_FLIGHT:
    case JOL_ORIGIN_TIMELINE:
    case JOL_ORIGIN_STRIP:
    case JOL_ORIGIN_READER:
    case JOL_ORIGIN_CARD:
    case JOL_ORIGIN_PLAYER:
    default:
      jol_map_fly_to_selection (self);
      self->has_just_flown = TRUE;
      jol_map_queue_rest (self);
    }
}

static void
story_changed_cb (JolMap *self)
{
  jol_map_follow_session (self, FALSE);
}

static void
show_box_cb (JolMap *self, const JolBox *box)
{
  jol_map_show_box (self, box);
}

static void
zoom_in_clicked_cb (JolMap *self)
{
  jol_map_zoom_by (self, BUTTON_LEVELS);
}

static void
zoom_out_clicked_cb (JolMap *self)
{
  jol_map_zoom_by (self, -BUTTON_LEVELS);
}

static void
fit_clicked_cb (JolMap *self)
{
  jol_map_fit_story (self);
}

static void
jol_map_dispose (GObject *object)
{
  JolMap *self = JOL_MAP (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  jol_map_dispose_menu (self);
  jol_map_dispose_keys (self);
  jol_map_dispose_hover (self);
  jol_map_dispose_view (self);
  jol_map_dispose_online (self);
  jol_map_dispose_base (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_MAP);

  G_OBJECT_CLASS (jol_map_parent_class)->dispose (object);
}

static void
jol_map_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  JolMap *self = JOL_MAP (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
jol_map_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      jol_map_set_session (JOL_MAP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
jol_map_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  gtk_widget_measure (JOL_MAP (widget)->overlay, orientation, for_size, minimum, NULL, NULL, NULL);
  /* libshumate's map would like to be as large as the world. */
  *natural = *minimum;
}

static void
jol_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolMap *self = JOL_MAP (widget);

  jol_map_set_size (self, width, height);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static void
jol_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolMap *self = JOL_MAP (widget);
  const JolColor land = jol_palette_get (self->theme, JOL_COLOR_LAND);
  const GdkRGBA color = { (float) land.red, (float) land.green, (float) land.blue, 1.0f };

  /* Under the tiles: seen until they come, and in hairlines between them. */
  gtk_snapshot_append_color (
      snapshot, &color,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  gtk_widget_snapshot_child (widget, self->overlay, snapshot);
  jol_map_snapshot_band (self, snapshot);
}

static void
jol_map_class_init (JolMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_map_dispose;
  object_class->get_property = jol_map_get_property;
  object_class->set_property = jol_map_set_property;
  widget_class->measure = jol_map_measure;
  widget_class->size_allocate = jol_map_size_allocate;
  widget_class->snapshot = jol_map_snapshot;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (JOL_TYPE_FEATURE_STOPS);
  g_type_ensure (JOL_TYPE_LEGEND);
  g_type_ensure (JOL_TYPE_MAP_TIP);
  g_type_ensure (JOL_TYPE_SCALE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/map/jol-map.ui");
  gtk_widget_class_bind_template_child (widget_class, JolMap, overlay);
  gtk_widget_class_bind_template_child (widget_class, JolMap, map);
  gtk_widget_class_bind_template_child (widget_class, JolMap, stops);
  gtk_widget_class_bind_template_child (widget_class, JolMap, tip);
  gtk_widget_class_bind_template_child (widget_class, JolMap, legend);
  gtk_widget_class_bind_template_child (widget_class, JolMap, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, JolMap, date_panel);
  gtk_widget_class_bind_template_child (widget_class, JolMap, date_label);
  gtk_widget_class_bind_template_child (widget_class, JolMap, credits);
  gtk_widget_class_bind_template_child (widget_class, JolMap, credits_button);
  gtk_widget_class_bind_template_child (widget_class, JolMap, attribution);
  gtk_widget_class_bind_template_child (widget_class, JolMap, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, JolMap, zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_clicked_cb);

  jol_map_class_init_menu (widget_class);

  gtk_widget_class_set_css_name (widget_class, "jolmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_map_init (JolMap *self)
{
  ShumateViewport *viewport;

  gtk_widget_init_template (GTK_WIDGET (self));
  viewport = shumate_map_get_viewport (self->map);

  /* What a screen reader meets is the button inside. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (self->credits_button)),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Credits"), -1);

  /* One tab stop, ours: libshumate's map takes the focus itself from 1.2 on. */
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->layer = jol_route_layer_new (viewport);
  jol_map_init_base (self);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  g_signal_connect_object (self->layer, "scene-changed", G_CALLBACK (scene_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jol_map_init_view (self);
  jol_map_init_hover (self);
  jol_map_init_gestures (self);
  jol_map_init_menu (self);
  jol_map_init_keys (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::story",
                                 G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selection",
                                 G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::viewport",
                                 G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::playing",
                                 G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "show-box", G_CALLBACK (show_box_cb), self,
                                 G_CONNECT_SWAPPED);
}

GtkWidget *
jol_map_new (void)
{
  return g_object_new (JOL_TYPE_MAP, NULL);
}

JolSession *
jol_map_get_session (JolMap *self)
{
  g_return_val_if_fail (JOL_IS_MAP (self), NULL);

  return self->session;
}

void
jol_map_set_session (JolMap *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_MAP (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  jol_route_layer_set_session (self->layer, session);
  jol_legend_set_session (self->legend, session);
  if (session)
    jol_map_follow_session (self, FALSE);
  jol_map_update_date (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
jol_map_moved (JolMap *self)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);

  if (!scene)
    return;

  jol_legend_set_room (self->legend, self->width_px, self->height_px);
  gtk_widget_set_sensitive (self->zoom_in, jol_map_can_zoom (self, BUTTON_LEVELS));
  gtk_widget_set_sensitive (self->zoom_out, jol_map_can_zoom (self, -BUTTON_LEVELS));
  jol_scale_bar_set_viewport (self->scale_bar, jol_scene_get_viewport (scene));
  jol_feature_stops_move (self->stops, jol_scene_get_transform (scene));
  jol_map_follow_hover (self, jol_scene_get_viewport (scene));
  jol_map_queue_rest (self);
}

void
jol_map_update_date (JolMap *self)
{
  JolScene *scene = jol_route_layer_get_scene (self->layer);
  gboolean is_shown = self->session && jol_session_get_playing (self->session) && scene;
  const gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  /* Beside what lies over the top of the map, the card for one. */
  if (self->cover.width == 0 || self->cover.y > DATE_PX)
    gtk_widget_set_halign (self->date_panel, GTK_ALIGN_CENTER);
  else if ((self->cover.x + self->cover.width / 2 < self->width_px / 2) != is_mirrored)
    gtk_widget_set_halign (self->date_panel, GTK_ALIGN_END);
  else
    gtk_widget_set_halign (self->date_panel, GTK_ALIGN_START);

  gtk_widget_set_visible (self->date_panel, is_shown);
  if (is_shown)
    {
      /* Not the scene's label: beside a pinned date it would be too long to be read in passing. */
      g_autofree char *date = jol_date_format (jol_session_get_date (self->session));

      gtk_inscription_set_text (GTK_INSCRIPTION (self->date_label), date);
    }
}

void
jol_map_set_theme (JolMap *self, JolTheme theme)
{
  self->theme = theme;
  jol_route_layer_set_theme (self->layer, theme);
  jol_scale_bar_set_theme (self->scale_bar, theme);
  jol_map_update_online (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
