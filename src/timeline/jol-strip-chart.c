/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-chart-private.h"

#include "jol-paint-strip.h"
#include "jol-short-date.h"
#include "jol-timeline-theme.h"

#include <glib/gi18n.h>

#define MIN_WIDTH_PX 200
#define HEIGHT_PX 124

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolStripChart, jol_strip_chart, GTK_TYPE_WIDGET)

static void
forget_scene (JolStripChart *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, jol_strip_scene_unref);
}

static void
make_scene (JolStripChart *self)
{
  JolStory *story = jol_session_get_story (self->session);
  const char *series = jol_session_get_series (self->session);
  JolStripRequest request = {
    .story = story,
    .series = series ? JOL_SERIES (jol_story_lookup (story, series)) : NULL,
    .hidden_kinds = jol_session_get_filter (self->session),
    .selection = jol_session_get_selection (self->session),
    .subject = jol_session_get_subject (self->session),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .theme = jol_timeline_get_theme (),
    .language = jol_text_get_interface_language (),
  };

  if (request.width > 0 && request.height > 0)
    self->scene = jol_strip_scene_new (&request);
}

static void
renew_scene (JolStripChart *self)
{
  forget_scene (self);
  if (self->session && jol_session_get_story (self->session))
    make_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
date_changed_cb (JolStripChart *self)
{
  jol_strip_chart_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
chart_changed_cb (JolStripChart *self)
{
  renew_scene (self);
  jol_strip_chart_update_accessible (self);
}

static void
jol_strip_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH_PX : HEIGHT_PX;
}

static void
jol_strip_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);

  if (!self->scene || self->scene->width != width || self->scene->height != height)
    renew_scene (self);
}

/* These take the context. */
static void
paint_titles (JolStripScene *scene, const JolStripPlayhead *playhead, cairo_t *cr)
{
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_paint_strip_titles (scene, playhead, canvas);
  cairo_destroy (cr);
}

static void
paint_playhead (JolStripScene *scene, const JolStripPlayhead *playhead, cairo_t *cr)
{
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  jol_paint_strip_playhead (scene, playhead, canvas);
  cairo_destroy (cr);
}

static void
draw_playhead (JolStripChart *self, GtkSnapshot *snapshot)
{
  const JolDate *date = jol_session_get_date (self->session);
  g_autofree char *label = jol_short_date_format (date);
  JolStripPlayhead playhead = jol_strip_scene_place_playhead (self->scene, date, label);
  float left = (float) MIN (playhead.bubble_x, playhead.x0) - 2;
  float right = (float) MAX (playhead.bubble_x + playhead.bubble_width, playhead.x1) + 2;
  float top = (float) self->scene->plot_top;
  cairo_t *cr;

  /* Only the parts that are needed: these are drawn anew for each frame of a play. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->scene->width, top));
  paint_titles (self->scene, &playhead, cr);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (left, 0, right - left, (float) self->scene->height));
  paint_playhead (self->scene, &playhead, cr);
}

static void
draw_pointer (JolStripChart *self, GtkSnapshot *snapshot)
{
  JolColor color = jol_palette_get (self->scene->theme, JOL_COLOR_PLAYHEAD);
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue, 0.3f };

  gtk_snapshot_append_color (
      snapshot, &rgba,
      &GRAPHENE_RECT_INIT ((float) ((int) self->pointer_x), (float) self->scene->plot_top, 1,
                           (float) (self->scene->ticks_bottom - self->scene->plot_top)));
}

static void
jol_strip_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);

  if (!self->scene)
    return;

  if (!self->node)
    {
      g_autoptr (GtkSnapshot) chart = gtk_snapshot_new ();
      cairo_t *cr = gtk_snapshot_append_cairo (
          chart, &GRAPHENE_RECT_INIT (0, 0, self->scene->width, self->scene->height));
      g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

      jol_paint_strip (self->scene, canvas);
      cairo_destroy (cr);
      self->node = gtk_snapshot_free_to_node (g_steal_pointer (&chart));
    }
  if (self->node)
    gtk_snapshot_append_node (snapshot, self->node);

  if (self->pointer_x >= 0)
    draw_pointer (self, snapshot);
  draw_playhead (self, snapshot);
}

static void
jol_strip_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);

  GTK_WIDGET_CLASS (jol_strip_chart_parent_class)->css_changed (widget, change);

  /* Light, dark and high contrast arrive as a change of style; so do hover and focus, which change
   * nothing here.
   */
  if (self->scene && self->scene->theme != jol_timeline_get_theme ())
    renew_scene (self);
}

static gboolean
jol_strip_chart_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard_tooltip,
                               GtkTooltip *tooltip)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);
  g_autofree char *markup = NULL;

  if (!self->scene || keyboard_tooltip || self->is_dragged)
    return FALSE;

  markup = jol_strip_chart_describe_point (self, x, y);
  gtk_tooltip_set_markup (tooltip, markup);
  return markup != NULL;
}

static void
jol_strip_chart_dispose (GObject *object)
{
  JolStripChart *self = JOL_STRIP_CHART (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  forget_scene (self);

  G_OBJECT_CLASS (jol_strip_chart_parent_class)->dispose (object);
}

static void
jol_strip_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_STRIP_CHART (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_strip_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_strip_chart_set_session (JOL_STRIP_CHART (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_strip_chart_class_init (JolStripChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_strip_chart_dispose;
  object_class->get_property = jol_strip_chart_get_property;
  object_class->set_property = jol_strip_chart_set_property;

  widget_class->measure = jol_strip_chart_measure;
  widget_class->size_allocate = jol_strip_chart_size_allocate;
  widget_class->snapshot = jol_strip_chart_snapshot;
  widget_class->css_changed = jol_strip_chart_css_changed;
  widget_class->query_tooltip = jol_strip_chart_query_tooltip;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "jolstripchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  jol_strip_chart_bind_keys (widget_class);
}

static void
jol_strip_chart_init (JolStripChart *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } reactions[] = {
    { "notify::date", G_CALLBACK (date_changed_cb) },
    { "notify::story", G_CALLBACK (chart_changed_cb) },
    { "notify::series", G_CALLBACK (chart_changed_cb) },
    { "notify::filter", G_CALLBACK (chart_changed_cb) },
    { "notify::subject", G_CALLBACK (chart_changed_cb) },
    { "notify::selection", G_CALLBACK (chart_changed_cb) },
    /* What the spoken value counts. */
    { "notify::only-subject", G_CALLBACK (date_changed_cb) },
    { "notify::span", G_CALLBACK (date_changed_cb) },
  };

  self->pointer_x = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time strip"), -1);
  jol_strip_chart_add_input (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_group_connect_object (self->session_signals, reactions[i].signal,
                                   reactions[i].callback, self, G_CONNECT_SWAPPED);
}

void
jol_strip_chart_set_session (JolStripChart *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_STRIP_CHART (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  chart_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

JolStripScene *
jol_strip_chart_get_scene (JolStripChart *self)
{
  g_return_val_if_fail (JOL_IS_STRIP_CHART (self), NULL);

  return self->scene;
}
