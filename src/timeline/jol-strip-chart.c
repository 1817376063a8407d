/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-chart-private.h"

#include "jol-event-model.h"
#include "jol-paint-strip.h"
#include "jol-short-date.h"
#include "jol-timeline-theme.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_WIDTH_PX 200
#define HEIGHT_PX 144
/* Where the window is narrow it is small, and the map needs its room more. */
#define NARROW_PX 420
#define NARROW_HEIGHT_PX 116
#define HANDLE_PX 13
/* Between what is read out and the edges of the strip and the window. */
#define READOUT_MARGIN_PX 4

enum
{
  PROP_SESSION = 1,
  PROP_ZOOMED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolStripChart, jol_strip_chart, GTK_TYPE_WIDGET)

static void
forget_scene (JolStripChart *self)
{
  jol_strip_chart_forget_readout (self);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, jol_strip_scene_unref);
}

JolStripTopic *
jol_strip_chart_get_topic (JolStripChart *self)
{
  JolStory *story;
  const char *id;
  guint hidden;

  g_return_val_if_fail (JOL_IS_STRIP_CHART (self), NULL);

  story = self->session ? jol_session_get_story (self->session) : NULL;
  id = story ? jol_session_get_series (self->session) : NULL;
  hidden = story ? jol_session_get_filter (self->session) & JOL_FILTER_EVENTS : 0;
  if (self->topic &&
      (self->topic->story != story || g_strcmp0 (self->topic_id, id) != 0 ||
       (self->topic->kind == JOL_STRIP_TOPIC_EVENTS && self->topic_hidden != hidden)))
    {
      jol_strip_chart_forget_readout (self);
      g_clear_pointer (&self->topic, jol_strip_topic_unref);
    }

  if (!self->topic && id)
    {
      self->topic = jol_strip_topic_new (story, id, hidden, jol_text_get_interface_language ());
      g_free (self->topic_id);
      self->topic_id = g_strdup (id);
      self->topic_hidden = hidden;
    }
  return self->topic;
}

static void
make_scene (JolStripChart *self)
{
  JolStory *story = jol_session_get_story (self->session);
  JolStripRequest request = {
    .story = story,
    .topic = jol_strip_chart_get_topic (self),
    .hidden_kinds = jol_session_get_filter (self->session) & JOL_FILTER_EVENTS,
    .selection = jol_session_get_selection (self->session),
    .subject = jol_session_get_subject (self->session),
    .from_day = self->from_day,
    .to_day = self->to_day,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .theme = jol_timeline_get_theme (),
    .language = jol_text_get_interface_language (),
  };

  if (!self->moments)
    self->moments = jol_strip_moments_new (story);
  request.moments = self->moments;
  if (request.width > 0 && request.height > 0)
    self->scene = jol_strip_scene_new (&request);
}

void
jol_strip_chart_renew_scene (JolStripChart *self)
{
  forget_scene (self);
  if (self->session && jol_session_get_story (self->session))
    {
      make_scene (self);
      jol_strip_chart_update_readout (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
date_changed_cb (JolStripChart *self)
{
  /* Whoever moves the date by the strip sees to what is in view himself. */
  if (!self->has_moved_away || jol_session_get_origin (self->session) == JOL_ORIGIN_STRIP)
    jol_strip_chart_show_date (self);
  jol_strip_chart_note_wandering (self);
  jol_strip_chart_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The chart itself stays as it is: the span is drawn over it. */
static void
span_changed_cb (JolStripChart *self)
{
  jol_strip_chart_update_handles (self);
  jol_strip_chart_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
list_changed_cb (JolStripChart *self)
{
  jol_strip_chart_update_handles (self);
  jol_strip_chart_update_accessible (self);
}

static void
chart_changed_cb (JolStripChart *self)
{
  jol_strip_chart_renew_scene (self);
  list_changed_cb (self);
}

static void
story_changed_cb (JolStripChart *self)
{
  gboolean was_zoomed = jol_strip_chart_get_zoomed (self);

  self->from_day = self->to_day = 0;
  self->has_moved_away = FALSE;
  self->grasp = JOL_GRASP_NOTHING;
  g_clear_pointer (&self->topic, jol_strip_topic_unref);
  g_clear_pointer (&self->moments, g_array_unref);
  chart_changed_cb (self);
  if (was_zoomed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOMED]);
}

static GtkSizeRequestMode
jol_strip_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH_PX;
  else
    *minimum = *natural = for_size >= 0 && for_size < NARROW_PX ? NARROW_HEIGHT_PX : HEIGHT_PX;
}

/* The sliders of the span lie where the chart draws it, those of ends that are out of view at the
 * edge. */
static void
place_handles (JolStripChart *self)
{
  JolStripSpanPlace place;

  if (!self->scene || !jol_span_is_set (jol_session_get_span (self->session)))
    return;

  place = jol_strip_scene_place_span (self->scene, jol_session_get_span (self->session));
  for (guint i = 0; i < JOL_N_STRIP_PARTS; i++)
    {
      GtkAllocation allocation = { 0, (int) self->scene->rail_top - 2, HANDLE_PX,
                                   (int) (self->scene->rail_bottom - self->scene->rail_top) + 4 };

      if (!gtk_widget_should_layout (self->handles[i]))
        continue;
      if (i == JOL_STRIP_PART_WHOLE)
        {
          allocation.x = (int) place.x0;
          allocation.width = MAX ((int) (place.x1 - place.x0), 1);
        }
      else
        {
          double x = i == JOL_STRIP_PART_START ? place.x0 : place.x1;

          allocation.x = (int) x - HANDLE_PX / 2;
          allocation.y = (int) self->scene->plot_top;
          allocation.height = (int) (self->scene->rail_bottom - self->scene->plot_top) + 2;
        }
      gtk_widget_measure (self->handles[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->handles[i], &allocation, -1);
    }
}

static void
jol_strip_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolStripChart *self = JOL_STRIP_CHART (widget);

  if (!self->scene || self->scene->width != width || self->scene->height != height)
    {
      forget_scene (self);
      if (self->session && jol_session_get_story (self->session))
        make_scene (self);
      gtk_widget_queue_draw (widget);
    }
  place_handles (self);
}

static JolCanvas *
make_canvas (JolStripChart *self, cairo_t *cr)
{
  JolCanvas *canvas = jol_canvas_cairo_new (cr);

  jol_canvas_cairo_set_scale (canvas, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  return canvas;
}

/* These take the context. */
static void
paint_titles (JolStripChart *self, const JolStripPlayhead *playhead, cairo_t *cr)
{
  g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

  jol_paint_strip_titles (self->scene, playhead, canvas);
  cairo_destroy (cr);
}

static void
paint_playhead (JolStripChart *self, const JolStripPlayhead *playhead, cairo_t *cr)
{
  g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

  jol_paint_strip_playhead (self->scene, playhead, canvas);
  cairo_destroy (cr);
}

/* Where the date is, said at the edge beyond which it is. */
static char *
format_bubble (JolStripChart *self, const JolDate *date)
{
  g_autofree char *label = jol_short_date_format (date);
  JolStripPlayhead playhead = jol_strip_scene_place_playhead (self->scene, date, label);

  if (playhead.is_in_view)
    return g_steal_pointer (&label);
  return playhead.x <= self->scene->left ? g_strconcat ("‹ ", label, NULL)
                                         : g_strconcat (label, " ›", NULL);
}

static void
draw_playhead (JolStripChart *self, GtkSnapshot *snapshot)
{
  const JolDate *date = jol_session_get_date (self->session);
  g_autofree char *label = format_bubble (self, date);
  JolStripPlayhead playhead = jol_strip_scene_place_playhead (self->scene, date, label);
  float left = (float) MIN (playhead.bubble_x, playhead.x0) - 2;
  float right = (float) MAX (playhead.bubble_x + playhead.bubble_width, playhead.x1) + 2;
  float top = (float) self->scene->plot_top;
  cairo_t *cr;

  /* Only the parts that are needed: these are drawn anew for each frame of a play. */
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->scene->width, top));
  paint_titles (self, &playhead, cr);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (left, 0, right - left, (float) self->scene->height));
  paint_playhead (self, &playhead, cr);
}

static void
draw_span (JolStripChart *self, GtkSnapshot *snapshot)
{
  const JolStripScene *scene = self->scene;
  const JolSpan *span = jol_session_get_span (self->session);
  const JolDate *date = jol_session_get_date (self->session);
  const JolSpan compared = jol_session_get_compared_span (self->session);
  float top = (float) scene->plot_top;
  cairo_t *cr;
  g_autoptr (JolCanvas) canvas = NULL;

  if (!jol_span_is_set (span) && !jol_span_is_set (&compared) &&
      !jol_session_get_cumulative (self->session))
    return;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, top, scene->width, (float) scene->rail_bottom + 3 - top));
  canvas = make_canvas (self, cr);
  if (jol_span_is_set (&compared))
    {
      /* What is compared goes before the span, as in the list; it is moved by its dates. */
      JolStripSpanPlace place = jol_strip_scene_place_span (scene, &compared);

      place.has_start = place.has_end = FALSE;
      jol_paint_strip_span (scene, &place, canvas);
      cairo_destroy (cr);
      return;
    }
  if (jol_session_get_cumulative (self->session))
    {
      JolStripPlayhead playhead = jol_strip_scene_place_playhead (scene, date, "");

      jol_paint_strip_until (scene, &playhead, canvas);
    }
  if (jol_span_is_set (span))
    {
      JolStripSpanPlace place = jol_strip_scene_place_span (scene, span);

      jol_paint_strip_span (scene, &place, canvas);
    }
  cairo_destroy (cr);
}

static void
draw_pointer (JolStripChart *self, GtkSnapshot *snapshot)
{
  JolColor color = jol_palette_get (self->scene->theme, JOL_COLOR_PLAYHEAD);
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue, 0.3f };
  double x = CLAMP (self->pointer_x, self->scene->left, self->scene->right - 1);

  gtk_snapshot_append_color (
      snapshot, &rgba,
      &GRAPHENE_RECT_INIT ((float) ((int) x), (float) self->scene->plot_top, 1,
                           (float) (self->scene->ticks_bottom - self->scene->plot_top)));
}

/* Over the map, for the chart has no room; the strip is drawn after it. */
static void
draw_readout (JolStripChart *self, GtkSnapshot *snapshot)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t window;
  cairo_t *cr;
  g_autoptr (JolCanvas) canvas = NULL;
  double x, y;

  if (!gtk_widget_compute_bounds (root, GTK_WIDGET (self), &window))
    return;

  /* No wider than the strip: what is beside it is drawn later. */
  jol_strip_readout_place (self->readout, self->pointer_x, self->scene->plot_top - 2,
                           READOUT_MARGIN_PX, window.origin.y + READOUT_MARGIN_PX,
                           self->scene->width - READOUT_MARGIN_PX, &x, &y);
  x = floor (x);
  y = floor (y);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) self->readout->width + 1,
                                     (float) self->readout->height + 1));
  canvas = make_canvas (self, cr);
  jol_strip_readout_paint (self->readout, x, y, canvas);
  cairo_destroy (cr);
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
      g_autoptr (JolCanvas) canvas = make_canvas (self, cr);

      jol_paint_strip (self->scene, canvas);
      cairo_destroy (cr);
      self->node = gtk_snapshot_free_to_node (g_steal_pointer (&chart));
    }
  if (self->node)
    gtk_snapshot_append_node (snapshot, self->node);

  draw_span (self, snapshot);
  if (self->readout)
    draw_pointer (self, snapshot);
  draw_playhead (self, snapshot);
  for (guint i = 0; i < JOL_N_STRIP_PARTS; i++)
    gtk_widget_snapshot_child (widget, self->handles[i], snapshot);
  if (self->readout)
    draw_readout (self, snapshot);
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
    jol_strip_chart_renew_scene (self);
}

static void
jol_strip_chart_dispose (GObject *object)
{
  JolStripChart *self = JOL_STRIP_CHART (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->session);
  forget_scene (self);
  g_clear_pointer (&self->topic, jol_strip_topic_unref);
  g_clear_pointer (&self->topic_id, g_free);
  g_clear_pointer (&self->moments, g_array_unref);
  for (guint i = 0; i < JOL_N_STRIP_PARTS; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);

  G_OBJECT_CLASS (jol_strip_chart_parent_class)->dispose (object);
}

static void
jol_strip_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_STRIP_CHART (object)->session);
  else if (id == PROP_ZOOMED)
    g_value_set_boolean (value, jol_strip_chart_get_zoomed (JOL_STRIP_CHART (object)));
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

  widget_class->get_request_mode = jol_strip_chart_get_request_mode;
  widget_class->measure = jol_strip_chart_measure;
  widget_class->size_allocate = jol_strip_chart_size_allocate;
  widget_class->snapshot = jol_strip_chart_snapshot;
  widget_class->css_changed = jol_strip_chart_css_changed;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOMED] =
      g_param_spec_boolean ("zoomed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
    { "notify::story", G_CALLBACK (story_changed_cb) },
    { "notify::series", G_CALLBACK (chart_changed_cb) },
    { "notify::filter", G_CALLBACK (chart_changed_cb) },
    { "notify::subject", G_CALLBACK (chart_changed_cb) },
    { "notify::selection", G_CALLBACK (chart_changed_cb) },
    { "notify::span", G_CALLBACK (span_changed_cb) },
    { "notify::cumulative", G_CALLBACK (span_changed_cb) },
    { "notify::compare", G_CALLBACK (span_changed_cb) },
  };

  self->pointer_x = -1;
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (jol_strip_chart_renew_scene), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  for (guint i = 0; i < JOL_N_STRIP_PARTS; i++)
    {
      self->handles[i] = jol_strip_handle_new ((JolStripPart) i);
      gtk_widget_set_visible (self->handles[i], FALSE);
      gtk_widget_set_parent (self->handles[i], GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time strip"), -1);
  jol_strip_chart_add_input (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_group_connect_object (self->session_signals, reactions[i].signal,
                                   reactions[i].callback, self, G_CONNECT_SWAPPED);
  /* What the spoken value counts. */
  self->list_signals = g_signal_group_new (JOL_TYPE_EVENT_MODEL);
  g_signal_group_connect_object (self->list_signals, "queried", G_CALLBACK (list_changed_cb), self,
                                 G_CONNECT_SWAPPED);
}

void
jol_strip_chart_set_session (JolStripChart *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_STRIP_CHART (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->list_signals,
                             session ? jol_session_list_events (session) : NULL);
  story_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

JolStripScene *
jol_strip_chart_get_scene (JolStripChart *self)
{
  g_return_val_if_fail (JOL_IS_STRIP_CHART (self), NULL);

  return self->scene;
}

char *
jol_strip_chart_dup_readout (JolStripChart *self)
{
  g_return_val_if_fail (JOL_IS_STRIP_CHART (self), NULL);

  return self->readout ? jol_strip_readout_to_text (self->readout) : NULL;
}
