/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-time-strip.h"

#include "jol-chart.h"
#include "jol-player.h"
#include "jol-short-date.h"
#include "jol-strip-chart.h"
#include "jol-strip-compare.h"
#include "jol-strip-legend.h"
#include "jol-strip-sources.h"
#include "jol-timeline-theme.h"
#include "jol-wrap-layout.h"

#include <glib/gi18n.h>

struct _JolTimeStrip
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *play;
  GtkWidget *speed;
  GtkWidget *speed_label;
  GtkWidget *date;
  GtkWidget *date_label;
  GtkWidget *date_popover;
  GtkWidget *date_entry;
  GtkWidget *date_hint;
  GtkWidget *series;
  GtkWidget *sources;
  GtkWidget *cumulative;
  GtkWidget *compare;
  GtkWidget *whole;
  GtkWidget *span;
  GtkWidget *span_label;
  GtkWidget *legend;
  GtkWidget *chart;

  JolSession *session;
  GBindingGroup *session_bindings;
  GStrv charts; /* ids, in the order of the drop down */
  GSignalGroup *session_signals;
  JolPlayer *player;
  guint play_id;       /* tick callback, while the session plays */
  gboolean is_filling; /* the drop down is being filled: nobody has chosen anything */
};

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolTimeStrip, jol_time_strip, GTK_TYPE_WIDGET)

static gboolean
play_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolTimeStrip *self = JOL_TIME_STRIP (widget);

  jol_player_tick (self->player, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

static void
stop_clock (JolTimeStrip *self)
{
  if (self->play_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->play_id);
  self->play_id = 0;
}

static void
playing_changed_cb (JolTimeStrip *self)
{
  gboolean is_playing = jol_session_get_playing (self->session);
  const char *label = is_playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (GTK_BUTTON (self->play), is_playing ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  if (is_playing && self->play_id == 0)
    self->play_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), play_cb, NULL, NULL);
  else if (!is_playing)
    stop_clock (self);
}

/* What the note of the legend may come to say: it always has the room. */
static char *
get_widest_note (const JolStripTopic *topic)
{
  JolStripReadings readings = { .year = 2000, .n_readings = topic->n_bands };
  guint n_unknown = 0;

  if (topic->kind == JOL_STRIP_TOPIC_SERIES)
    {
      readings.n_figures = topic->n_bands > 1;
      return jol_strip_readings_describe_lack (&readings);
    }

  for (guint i = 0; i < topic->steps->unknown->len; i++)
    n_unknown =
        MAX (n_unknown, (guint) g_array_index (topic->steps->unknown, JolStripStep, i).value);
  readings.n_unknown = n_unknown;
  return n_unknown > 0 ? jol_strip_readings_describe_lack (&readings) : NULL;
}

static void
update_legend (JolTimeStrip *self)
{
  JolStripTopic *topic = jol_strip_chart_get_topic (JOL_STRIP_CHART (self->chart));
  g_autoptr (JolStripReadings) readings = NULL;
  g_autofree char *note = NULL;
  g_autofree char *widest_note = NULL;

  jol_strip_sources_set_topic (JOL_STRIP_SOURCES (self->sources), topic);
  if (!topic)
    {
      jol_strip_legend_set_bands (JOL_STRIP_LEGEND (self->legend), NULL, NULL, NULL, NULL);
      return;
    }

  readings = jol_strip_topic_read (topic, jol_session_get_date (self->session));
  note = jol_strip_readings_describe_lack (readings);
  widest_note = get_widest_note (topic);
  jol_strip_legend_set_bands (JOL_STRIP_LEGEND (self->legend),
                              jol_strip_bands_new (topic, readings,
                                                   jol_session_get_selection (self->session),
                                                   jol_timeline_get_theme ()),
                              topic->title, note, widest_note);
}

static void
date_changed_cb (JolTimeStrip *self)
{
  const JolDate *date = jol_session_get_date (self->session);
  g_autofree char *text = jol_date_is_set (date) ? jol_date_format (date) : NULL;

  gtk_label_set_label (GTK_LABEL (self->date_label), text);
  if (text)
    update_legend (self);
}

static void
style_changed_cb (JolTimeStrip *self)
{
  if (self->session)
    update_legend (self);
}

static void
span_changed_cb (JolTimeStrip *self)
{
  const JolSpan *span = jol_session_get_span (self->session);

  gtk_widget_set_visible (self->span, jol_span_is_set (span));
  if (jol_span_is_set (span))
    {
      g_autofree char *from = jol_short_date_format (&span->from);
      g_autofree char *to = jol_short_date_format (&span->to);
      g_autofree char *dates = g_strdup_printf ("%s – %s", from, to);
      g_autofree char *name = NULL;

      gtk_label_set_label (GTK_LABEL (self->span_label), dates);
      /* Translators: %s is a span of time */
      name = g_strdup_printf (_ ("Remove the span %s"), dates);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->span), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
}

static void
series_changed_cb (JolTimeStrip *self)
{
  const char *id = jol_session_get_series (self->session);

  for (guint i = 0; id && self->charts && self->charts[i]; i++)
    {
      if (g_str_equal (self->charts[i], id))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->series), i);
    }
  update_legend (self);
}

static void
story_changed_cb (JolTimeStrip *self)
{
  JolStory *story = jol_session_get_story (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *language = jol_text_get_interface_language ();

  g_clear_pointer (&self->charts, g_strfreev);
  if (story)
    self->charts = jol_chart_list (story);
  for (guint i = 0; self->charts && self->charts[i]; i++)
    gtk_string_list_take (titles, jol_strip_topic_format_title (story, self->charts[i], language));

  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->series), G_LIST_MODEL (titles));
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->series, self->charts && self->charts[0]);
  gtk_widget_set_sensitive (self->header, story != NULL);

  series_changed_cb (self);
  date_changed_cb (self);
  span_changed_cb (self);
}

static void
play_clicked_cb (JolTimeStrip *self)
{
  if (self->session)
    jol_session_set_playing (self->session, !jol_session_get_playing (self->session));
}

static void
series_chosen_cb (JolTimeStrip *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->series));

  if (!self->is_filling && self->session && chosen != GTK_INVALID_LIST_POSITION)
    jol_session_set_series (self->session, self->charts[chosen]);
}

static void
whole_clicked_cb (JolTimeStrip *self)
{
  jol_strip_chart_show_all (JOL_STRIP_CHART (self->chart));
  gtk_widget_grab_focus (self->chart);
}

static void
span_clicked_cb (JolTimeStrip *self)
{
  const JolSpan none = { 0 };

  if (!self->session)
    return;

  jol_session_set_span (self->session, &none, JOL_ORIGIN_STRIP);
  /* The button goes with the span; the keys stay near. */
  gtk_widget_grab_focus (self->chart);
}

static void
show_hint (JolTimeStrip *self, gboolean is_wrong)
{
  gtk_label_set_label (GTK_LABEL (self->date_hint),
                       is_wrong ? _ ("Not a date. Write it as 2009, 2009-12 or 2009-12-14")
                                : _ ("As 2009, 2009-12 or 2009-12-14"));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->date_entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_wrong)
    gtk_widget_add_css_class (self->date_entry, "error");
  else
    gtk_widget_remove_css_class (self->date_entry, "error");
}

/* Says what it takes the text for, so that no order of day and month has to be guessed. */
static void
date_edited_cb (JolTimeStrip *self)
{
  JolDate date;

  show_hint (self, FALSE);
  if (jol_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)),
                            jol_date_locale_has_day_first (), &date))
    {
      g_autofree char *words = jol_date_format (&date);

      gtk_label_set_label (GTK_LABEL (self->date_hint), words);
    }
}

static void
date_entered_cb (JolTimeStrip *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));
  JolDate date;

  if (!jol_date_parse_typed (text, jol_date_locale_has_day_first (), &date))
    {
      show_hint (self, TRUE);
      return;
    }

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->date));
  /* A jump, as an action's: the strip's own are steps of a drag. */
  if (self->session)
    jol_session_set_date (self->session, &date, JOL_ORIGIN_APP);
}

static void
date_popover_shown_cb (JolTimeStrip *self)
{
  g_autofree char *text = NULL;

  if (self->session)
    text = jol_date_to_iso (jol_session_get_date (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), text ? text : "");
  show_hint (self, FALSE);
  gtk_widget_grab_focus (self->date_entry);
}

static void
setup_title_cb (JolTimeStrip *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (list_item, label);
}

static void
setup_choice_cb (JolTimeStrip *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_title_cb (JolTimeStrip *self, GtkListItem *list_item)
{
  GtkStringObject *title = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (title));
}

static void
set_up_series (JolTimeStrip *self)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) title =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  /* The button gives way where there is little room; the list shows all of a title. */
  g_signal_connect_object (button, "setup", G_CALLBACK (setup_title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "bind", G_CALLBACK (bind_title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "setup", G_CALLBACK (setup_choice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "bind", G_CALLBACK (bind_title_cb), self, G_CONNECT_SWAPPED);
  /* The expression first: GTK 4.18 takes it as a reason to put its own factory back. */
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->series), title);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->series), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->series), list);
}

static void
speed_changed_cb (JolTimeStrip *self)
{
  g_autofree char *label = g_strdup_printf ("%g×", jol_player_get_speed (self->player));

  gtk_label_set_label (GTK_LABEL (self->speed_label), label);
}

/* How the years run: what the menu of the speed offers. */
static void
set_up_player (JolTimeStrip *self)
{
  static const char *const options[] = { "speed", "loop", "pause-at-events" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GPropertyAction) action =
          g_property_action_new (options[i], self->player, options[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "strip", G_ACTION_GROUP (group));
  g_signal_connect_object (self->player, "notify::speed", G_CALLBACK (speed_changed_cb), self,
                           G_CONNECT_SWAPPED);
  speed_changed_cb (self);
}

static void
jol_time_strip_dispose (GObject *object)
{
  JolTimeStrip *self = JOL_TIME_STRIP (object);

  stop_clock (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session_bindings);
  g_clear_pointer (&self->charts, g_strfreev);
  g_clear_object (&self->player);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_TIME_STRIP);

  G_OBJECT_CLASS (jol_time_strip_parent_class)->dispose (object);
}

static void
jol_time_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_TIME_STRIP (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_time_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_time_strip_set_session (JOL_TIME_STRIP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_time_strip_class_init (JolTimeStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_time_strip_dispose;
  object_class->get_property = jol_time_strip_get_property;
  object_class->set_property = jol_time_strip_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (JOL_TYPE_STRIP_CHART);
  g_type_ensure (JOL_TYPE_STRIP_COMPARE);
  g_type_ensure (JOL_TYPE_STRIP_LEGEND);
  g_type_ensure (JOL_TYPE_STRIP_SOURCES);
  g_type_ensure (JOL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/timeline/jol-time-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, header);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, play);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, speed);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, speed_label);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, date);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, date_label);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, date_popover);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, date_entry);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, date_hint);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, series);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, sources);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, cumulative);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, compare);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, whole);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, span);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, span_label);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, legend);
  gtk_widget_class_bind_template_child (widget_class, JolTimeStrip, chart);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, series_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_edited_cb);

  gtk_widget_class_set_css_name (widget_class, "joltimestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_time_strip_init (JolTimeStrip *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } reactions[] = {
    { "notify::story", G_CALLBACK (story_changed_cb) },
    { "notify::date", G_CALLBACK (date_changed_cb) },
    { "notify::playing", G_CALLBACK (playing_changed_cb) },
    { "notify::series", G_CALLBACK (series_changed_cb) },
    { "notify::selection", G_CALLBACK (update_legend) },
    { "notify::filter", G_CALLBACK (update_legend) },
    { "notify::span", G_CALLBACK (span_changed_cb) },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_series (self);
  g_signal_connect_object (self->date_popover, "show", G_CALLBACK (date_popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);

  g_object_bind_property (self->chart, "zoomed", self->whole, "visible", G_BINDING_SYNC_CREATE);
  self->session_bindings = g_binding_group_new ();
  g_binding_group_bind (self->session_bindings, "cumulative", self->cumulative, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_group_connect_object (self->session_signals, reactions[i].signal,
                                   reactions[i].callback, self, G_CONNECT_SWAPPED);
}

GtkWidget *
jol_time_strip_new (void)
{
  return g_object_new (JOL_TYPE_TIME_STRIP, NULL);
}

void
jol_time_strip_set_session (JolTimeStrip *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_TIME_STRIP (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  stop_clock (self);
  g_clear_object (&self->player);
  g_signal_group_set_target (self->session_signals, session);
  g_binding_group_set_source (self->session_bindings, session);
  jol_strip_chart_set_session (JOL_STRIP_CHART (self->chart), session);
  jol_strip_compare_set_session (JOL_STRIP_COMPARE (self->compare), session);
  if (session)
    {
      self->player = jol_player_new (session);
      set_up_player (self);
      story_changed_cb (self);
      playing_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
jol_time_strip_edit_date (JolTimeStrip *self)
{
  g_return_if_fail (JOL_IS_TIME_STRIP (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->date));
}

void
jol_time_strip_zoom_by (JolTimeStrip *self, double factor)
{
  g_return_if_fail (JOL_IS_TIME_STRIP (self));

  jol_strip_chart_zoom_by (JOL_STRIP_CHART (self->chart), factor);
}

void
jol_time_strip_show_all (JolTimeStrip *self)
{
  g_return_if_fail (JOL_IS_TIME_STRIP (self));

  jol_strip_chart_show_all (JOL_STRIP_CHART (self->chart));
}
