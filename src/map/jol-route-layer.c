/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-route-layer.h"

#include <adwaita.h>
#include <math.h>

#include "jol-lettering.h"
#include "jol-painter.h"
#include "jol-scene-builder.h"

/* The zoom is taken to rest when it has not changed for so long. */
#define ZOOM_REST_MS 120
/* In which all arcs of what was selected come. */
#define ARCS_US (250 * 1000)
/* Names that nobody has seen yet come in the frames after, once a frame has taken so long for them.
 */
#define LETTERING_US (80 * 1000)

struct _JolRouteLayer
{
  ShumateLayer parent_instance;

  JolSession *session;
  GSignalGroup *session_signals;
  JolTheme theme;
  gboolean hides_base_names;
  JolSceneBuilder *builder;

  JolScene *scene;   /* the last one built or moved */
  double built_zoom; /* that its names are placed for */
  JolSceneRoom room;
  gboolean is_stale;    /* another has to be built */
  GdkFrameClock *clock; /* while realized */
  gulong layout_id;
  guint zoom_rest_id; /* while the map is being zoomed */

  char *arcs_of;       /* the selection whose arcs have come, or are coming; or NULL */
  gint64 arcs_from_us; /* when they began to */
  guint arcs_tick_id;  /* while they come */
};

enum
{
  SCENE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolRouteLayer, jol_route_layer, SHUMATE_TYPE_LAYER)

static JolViewport
get_viewport (JolRouteLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  ShumateLocation *location = SHUMATE_LOCATION (viewport);

  return (JolViewport){
    .latitude = shumate_location_get_latitude (location),
    .longitude = shumate_location_get_longitude (location),
    .zoom = shumate_viewport_get_zoom_level (viewport),
  };
}

/* Moves the scene to where the map is. */
static void
follow_viewport (JolRouteLayer *self)
{
  const JolViewport viewport = get_viewport (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  JolScene *moved;

  if (!self->scene || width <= 0 || height <= 0)
    return;
  if (jol_viewport_equal (&viewport, jol_scene_get_viewport (self->scene)) &&
      width == jol_scene_get_width (self->scene) && height == jol_scene_get_height (self->scene))
    return;

  moved = jol_scene_move (self->scene, &viewport, width, height);
  jol_scene_unref (self->scene);
  self->scene = moved;
}

/* No scene is built for it: the frames differ in one number. */
static void
draw_arcs (JolRouteLayer *self, gint64 now_us)
{
  JolScene *drawn =
      jol_scene_draw_arcs (self->scene, (double) (now_us - self->arcs_from_us) / ARCS_US);

  jol_scene_unref (self->scene);
  self->scene = drawn;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
arcs_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (widget);
  const gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->scene)
    draw_arcs (self, now_us);
  if (self->scene && now_us < self->arcs_from_us + ARCS_US)
    return G_SOURCE_CONTINUE;

  self->arcs_tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_arcs (JolRouteLayer *self)
{
  if (self->arcs_tick_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->arcs_tick_id);
  self->arcs_tick_id = 0;
}

/* Those of another selection come anew; those that are there stay when the date or the zoom asks
 * for another scene. */
static void
follow_arcs (JolRouteLayer *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  const char *selection = jol_session_get_selection (self->session);
  guint n_arcs;

  jol_scene_get_arcs (self->scene, &n_arcs);
  if (n_arcs == 0)
    selection = NULL;
  if (g_strcmp0 (selection, self->arcs_of) != 0)
    {
      stop_arcs (self);
      g_free (self->arcs_of);
      self->arcs_of = g_strdup (selection);
      if (selection && clock && adw_get_enable_animations (GTK_WIDGET (self)))
        {
          self->arcs_from_us = gdk_frame_clock_get_frame_time (clock);
          self->arcs_tick_id =
              gtk_widget_add_tick_callback (GTK_WIDGET (self), arcs_tick_cb, NULL, NULL);
        }
    }
  if (self->arcs_tick_id)
    draw_arcs (self, gdk_frame_clock_get_frame_time (clock));
}

static void
build_scene (JolRouteLayer *self)
{
  JolSceneTarget target = {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .theme = self->theme,
    .language = jol_text_get_interface_language (),
    .viewport = get_viewport (self),
    .hides_base_names = self->hides_base_names,
    .room = self->room,
  };

  if (!self->session || target.width <= 0 || target.height <= 0)
    return;

  /* Names that are placed anew in each frame of a zoom would dance, and cost more than the frame.
   */
  if (self->scene && self->zoom_rest_id)
    target.viewport.zoom = self->built_zoom;

  g_clear_pointer (&self->scene, jol_scene_unref);
  self->scene = jol_scene_builder_update (self->builder, self->session, &target);
  self->built_zoom = target.viewport.zoom;
  self->is_stale = FALSE;
  follow_viewport (self);
  follow_arcs (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

static void
layout_cb (JolRouteLayer *self)
{
  if (self->is_stale)
    build_scene (self);
}

/* Before the next frame is drawn: several changes make one scene. Not in a tick: the date moves in
 * one while the years run, and a tick that is added in another waits for the frame after, so that
 * the map would be late by a frame. What the new scene changes is laid out in the same frame. */
static void
queue_build (JolRouteLayer *self)
{
  self->is_stale = TRUE;
  if (self->clock)
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
jol_route_layer_realize (GtkWidget *widget)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (widget);

  GTK_WIDGET_CLASS (jol_route_layer_parent_class)->realize (widget);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_id = g_signal_connect_swapped (self->clock, "layout", G_CALLBACK (layout_cb), self);
  if (self->is_stale)
    queue_build (self);
}

static void
jol_route_layer_unrealize (GtkWidget *widget)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (widget);

  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (jol_route_layer_parent_class)->unrealize (widget);
}

/* Names of what is selected keep to what is free where the map rests. */
static void
update_room (JolRouteLayer *self)
{
  const JolViewport viewport = get_viewport (self);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (jol_viewport_equal (&viewport, &self->room.viewport) && width == self->room.width &&
      height == self->room.height)
    return;

  self->room.viewport = viewport;
  self->room.width = width;
  self->room.height = height;
  if (self->session && jol_session_get_selection (self->session))
    queue_build (self);
}

static gboolean
zoom_rests_cb (gpointer data)
{
  JolRouteLayer *self = data;

  self->zoom_rest_id = 0;
  update_room (self);
  if (fabs (get_viewport (self).zoom - self->built_zoom) > 1e-6)
    queue_build (self);

  return G_SOURCE_REMOVE;
}

static void
viewport_changed_cb (JolRouteLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_changed_cb (JolRouteLayer *self)
{
  g_clear_handle_id (&self->zoom_rest_id, g_source_remove);
  self->zoom_rest_id = g_timeout_add (ZOOM_REST_MS, zoom_rests_cb, self);
}

static void
jol_route_layer_constructed (GObject *object)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (object);
  ShumateViewport *viewport;

  G_OBJECT_CLASS (jol_route_layer_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  g_signal_connect_object (viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
jol_route_layer_dispose (GObject *object)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (object);

  g_clear_handle_id (&self->zoom_rest_id, g_source_remove);
  stop_arcs (self);
  g_clear_pointer (&self->arcs_of, g_free);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->builder);
  g_clear_pointer (&self->scene, jol_scene_unref);

  G_OBJECT_CLASS (jol_route_layer_parent_class)->dispose (object);
}

static void
jol_route_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (widget);

  if (!self->scene)
    queue_build (self);
}

static gboolean
draw_rest_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
jol_route_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolRouteLayer *self = JOL_ROUTE_LAYER (widget);
  g_autoptr (JolCanvas) canvas = NULL;
  cairo_t *cr;

  follow_viewport (self);
  if (!self->scene)
    return;

  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                gtk_widget_get_height (widget)));
  canvas = jol_canvas_cairo_new (cr);
  jol_canvas_cairo_set_scale (canvas, gtk_widget_get_scale_factor (widget));
  jol_lettering_begin_frame (g_get_monotonic_time () + LETTERING_US);
  jol_painter_paint (self->scene, canvas, JOL_PASS_ROUTES | JOL_PASS_LABELS | JOL_PASS_FEWER_NAMES);
  if (!jol_lettering_end_frame ())
    gtk_widget_add_tick_callback (widget, draw_rest_cb, NULL, NULL);
  cairo_destroy (cr);
}

static void
jol_route_layer_class_init (JolRouteLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = jol_route_layer_constructed;
  object_class->dispose = jol_route_layer_dispose;
  widget_class->realize = jol_route_layer_realize;
  widget_class->unrealize = jol_route_layer_unrealize;
  widget_class->size_allocate = jol_route_layer_size_allocate;
  widget_class->snapshot = jol_route_layer_snapshot;

  signals[SCENE_CHANGED] = g_signal_new ("scene-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "jolroutelayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jol_route_layer_init (JolRouteLayer *self)
{
  static const char *const shown[] = { "story",  "date",      "compare", "span",   "cumulative",
                                       "filter", "selection", "hover",   "playing" };

  self->is_stale = TRUE;
  self->builder = jol_scene_builder_new ();
  g_signal_connect_object (self->builder, "names-loaded", G_CALLBACK (queue_build), self,
                           G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", shown[i], NULL);

      g_signal_group_connect_object (self->session_signals, signal, G_CALLBACK (queue_build), self,
                                     G_CONNECT_SWAPPED);
    }
}

JolRouteLayer *
jol_route_layer_new (ShumateViewport *viewport)
{
  return g_object_new (JOL_TYPE_ROUTE_LAYER, "viewport", viewport, NULL);
}

void
jol_route_layer_set_session (JolRouteLayer *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_ROUTE_LAYER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_clear_pointer (&self->scene, jol_scene_unref);
  queue_build (self);
}

void
jol_route_layer_set_theme (JolRouteLayer *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_ROUTE_LAYER (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  queue_build (self);
}

void
jol_route_layer_set_base_names (JolRouteLayer *self, gboolean base_names)
{
  g_return_if_fail (JOL_IS_ROUTE_LAYER (self));

  if (self->hides_base_names == !base_names)
    return;

  self->hides_base_names = !base_names;
  queue_build (self);
}

void
jol_route_layer_set_covers (JolRouteLayer *self, const GdkRectangle *covers, guint n_covers)
{
  gboolean is_same;

  g_return_if_fail (JOL_IS_ROUTE_LAYER (self));
  g_return_if_fail (n_covers <= JOL_MAX_COVERS);

  is_same = n_covers == self->room.n_covers;
  for (guint i = 0; i < n_covers; i++)
    {
      const GdkRectangle had = { (int) self->room.covers[i].x, (int) self->room.covers[i].y,
                                 (int) self->room.covers[i].width,
                                 (int) self->room.covers[i].height };

      is_same = is_same && gdk_rectangle_equal (&had, &covers[i]);
      self->room.covers[i].x = covers[i].x;
      self->room.covers[i].y = covers[i].y;
      self->room.covers[i].width = covers[i].width;
      self->room.covers[i].height = covers[i].height;
    }
  self->room.n_covers = n_covers;
  /* Forgotten, so that it is seen as another. */
  if (!is_same)
    self->room.width = 0;
  update_room (self);
}

JolScene *
jol_route_layer_get_scene (JolRouteLayer *self)
{
  g_return_val_if_fail (JOL_IS_ROUTE_LAYER (self), NULL);

  follow_viewport (self);
  return self->scene;
}
