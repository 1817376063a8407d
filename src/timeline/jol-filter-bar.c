/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-filter-bar.h"

#include "jol-event-model.h"
#include "jol-kind-icon.h"
#include "jol-wrap-layout.h"

#include <glib/gi18n.h>

struct _JolFilterBar
{
  GtkWidget parent_instance;

  GtkWidget *chips;
  GtkWidget *chip[JOL_N_EVENT_KINDS];
  GtkWidget *line;
  GtkWidget *count;
  GtkWidget *clear;
  GtkWidget *in_view;

  JolSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *list_signals;
};

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolFilterBar, jol_filter_bar, GTK_TYPE_WIDGET)

static JolEventKind
get_kind (GtkWidget *chip)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "kind"));
}

static void
list_changed_cb (JolFilterBar *self)
{
  JolEventModel *model;
  guint n_shown, n_total;
  g_autofree char *text = NULL;

  if (!self->session)
    return;

  model = JOL_EVENT_MODEL (jol_session_list_events (self->session));
  n_shown = jol_event_model_get_n_events (model);
  n_total = jol_event_model_get_n_total (model);

  if (jol_session_get_only_in_view (self->session))
    /* Translators: how many events are shown, of how many, while only those in the part of the
     * world that the map shows are: "42 of 118 on the map" */
    text = g_strdup_printf (_ ("%1$u of %2$u on the map"), n_shown, n_total);
  else
    /* Translators: how many events are shown: "42 of 118 events" */
    text = g_strdup_printf (ngettext ("%1$u of %2$u event", "%1$u of %2$u events", n_total),
                            n_shown, n_total);
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

static void
filter_changed_cb (JolFilterBar *self)
{
  JolFilter filter = jol_session_get_filter (self->session);
  JolSpan narrowed = jol_session_get_narrowed (self->session);
  gboolean only_in_view = jol_session_get_only_in_view (self->session);
  gboolean narrows =
      (filter & JOL_FILTER_EVENTS) != 0 || jol_span_is_set (&narrowed) || only_in_view;

  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chip[kind]),
                                  !jol_filter_hides (filter, kind));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->in_view), only_in_view);

  /* Made invisible by its opacity, so that the line keeps its height. */
  gtk_widget_set_sensitive (self->clear, narrows);
  gtk_widget_set_opacity (self->clear, narrows ? 1 : 0);
}

/* The same number of other events, perhaps. */
static void
only_in_view_changed_cb (JolFilterBar *self)
{
  list_changed_cb (self);
  filter_changed_cb (self);
}

static void
story_changed_cb (JolFilterBar *self)
{
  JolStory *story = jol_session_get_story (self->session);
  guint counts[JOL_N_EVENT_KINDS] = { 0 };
  guint n_events = 0;
  JolEvent *const *events = story ? jol_story_get_events (story, &n_events) : NULL;

  for (guint i = 0; i < n_events; i++)
    counts[jol_event_get_event_kind (events[i])]++;

  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      g_autofree char *count =
          g_strdup_printf (ngettext ("%u event", "%u events", counts[kind]), counts[kind]);
      /* Translators: %s is how many: "24 events" */
      g_autofree char *tip = g_strdup_printf (_ ("%s. Ctrl+click to show only these"), count);

      gtk_widget_set_visible (self->chip[kind], counts[kind] > 0);
      gtk_widget_set_tooltip_text (self->chip[kind], tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip[kind]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
    }

  list_changed_cb (self);
  filter_changed_cb (self);
}

static void
chip_toggled_cb (JolFilterBar *self, GtkToggleButton *chip)
{
  JolEventKind kind = get_kind (GTK_WIDGET (chip));
  JolFilter filter;

  if (!self->session)
    return;

  /* Also called when the chip only follows the session. */
  filter = jol_session_get_filter (self->session);
  if (gtk_toggle_button_get_active (chip) == jol_filter_hides (filter, kind))
    jol_session_set_filter (self->session, jol_filter_toggle (filter, kind));
}

/* On what holds the chips, and before them: a gesture of a chip does not keep the button's own from
 * the press, which would hide what was just shown. */
static void
chips_pressed_cb (JolFilterBar *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *widget = gtk_widget_pick (self->chips, x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = widget ? gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON) : NULL;
  JolFilter filter, only;

  if (!self->session || !chip || !(state & GDK_CONTROL_MASK))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  filter = jol_session_get_filter (self->session);
  only = (filter | JOL_FILTER_EVENTS) & ~(1u << get_kind (chip));
  jol_session_set_filter (self->session, filter == only ? filter & ~JOL_FILTER_EVENTS : only);
}

static void
in_view_toggled_cb (JolFilterBar *self, GtkToggleButton *button)
{
  if (self->session)
    jol_session_set_only_in_view (self->session, gtk_toggle_button_get_active (button));
}

static void
clear_clicked_cb (JolFilterBar *self)
{
  if (!self->session)
    return;

  /* What the map's legend hides is for the legend to show again. */
  jol_session_set_filter (self->session,
                          jol_session_get_filter (self->session) & ~JOL_FILTER_EVENTS);
  jol_session_widen (self->session, JOL_ORIGIN_TIMELINE);
}

static GtkWidget *
create_chip (JolFilterBar *self, JolEventKind kind)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (box), jol_kind_icon_new (kind));
  gtk_box_append (GTK_BOX (box), gtk_label_new (jol_event_kind_get_label (kind)));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jol_event_kind_get_label (kind), -1);
  g_object_set_data (G_OBJECT (chip), "kind", GUINT_TO_POINTER (kind));

  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
jol_filter_bar_dispose (GObject *object)
{
  JolFilterBar *self = JOL_FILTER_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->chips, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_filter_bar_parent_class)->dispose (object);
}

static void
jol_filter_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_FILTER_BAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_filter_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_filter_bar_set_session (JOL_FILTER_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_filter_bar_class_init (JolFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_filter_bar_dispose;
  object_class->get_property = jol_filter_bar_get_property;
  object_class->set_property = jol_filter_bar_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "jolfilterbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_filter_bar_init (JolFilterBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kinds of events"), -1);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, jol_wrap_layout_new (4, 4));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (chips_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->chips, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      self->chip[kind] = create_chip (self, kind);
      gtk_box_append (GTK_BOX (self->chips), self->chip[kind]);
    }

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (self->line), self->count);

  self->clear = gtk_button_new_with_label (_ ("Clear filter"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "small");
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->line), self->clear);

  self->in_view = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->in_view), "jol-in-view-symbolic");
  gtk_widget_add_css_class (self->in_view, "flat");
  gtk_widget_add_css_class (self->in_view, "small");
  gtk_widget_set_valign (self->in_view, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->in_view, _ ("Only what the map shows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->in_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Only what the map shows"), -1);
  g_signal_connect_object (self->in_view, "toggled", G_CALLBACK (in_view_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->line), self->in_view);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::story",
                                 G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::filter",
                                 G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::compare",
                                 G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::span",
                                 G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::cumulative",
                                 G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::only-in-view",
                                 G_CALLBACK (only_in_view_changed_cb), self, G_CONNECT_SWAPPED);
  self->list_signals = g_signal_group_new (JOL_TYPE_EVENT_MODEL);
  g_signal_group_connect_object (self->list_signals, "queried", G_CALLBACK (list_changed_cb), self,
                                 G_CONNECT_SWAPPED);
}

void
jol_filter_bar_set_session (JolFilterBar *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_FILTER_BAR (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->list_signals,
                             session ? jol_session_list_events (session) : NULL);
  if (session)
    story_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
