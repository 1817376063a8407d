/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-timeline-private.h"

#include "jol-event-words.h"
#include "jol-filter-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolTimeline, jol_timeline, GTK_TYPE_WIDGET)

JolEventModel *
jol_timeline_get_model (JolTimeline *self)
{
  return JOL_EVENT_MODEL (jol_session_list_events (self->session));
}

JolEvent *
jol_timeline_get_current_event (JolTimeline *self)
{
  guint row = jol_event_model_find_date (jol_timeline_get_model (self),
                                         jol_session_get_date (self->session));
  g_autoptr (GObject) item = NULL;

  if (row == G_MAXUINT)
    return NULL;
  item = g_list_model_get_item (G_LIST_MODEL (jol_timeline_get_model (self)), row);
  return JOL_IS_EVENT (item) ? JOL_EVENT (item) : NULL;
}

static void
mark_row (JolTimeline *self, JolEventRow *row, JolEvent *current)
{
  JolEvent *event = jol_event_row_get_event (row);
  const char *id = event ? jol_entity_get_id (JOL_ENTITY (event)) : NULL;
  gboolean is_selected = id && g_strcmp0 (id, jol_session_get_selection (self->session)) == 0;
  gboolean was_selected = (jol_event_row_get_marks (row) & JOL_ROW_SELECTED) != 0;
  JolRowMarks marks = 0;

  if (is_selected)
    marks |= JOL_ROW_SELECTED;
  if (event && event == current)
    marks |= JOL_ROW_CURRENT;
  if (id && g_strcmp0 (id, jol_session_get_hover (self->session)) == 0)
    marks |= JOL_ROW_HOVERED;

  jol_event_row_set_marks (row, marks);
  if (is_selected || was_selected)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_selected,
                                 -1);
}

static void
mark_rows (JolTimeline *self)
{
  JolEvent *current = jol_timeline_get_current_event (self);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    mark_row (self, row, current);
}

static void
update_banner (JolTimeline *self)
{
  const char *id = jol_session_get_subject (self->session);
  JolStory *story = jol_session_get_story (self->session);
  JolEntity *subject = id ? jol_story_lookup (story, id) : NULL;
  gboolean is_narrowed = jol_session_get_only_subject (self->session);
  g_autofree char *text = NULL;
  const char *title;
  guint n_events;

  gtk_widget_set_visible (self->banner, subject != NULL);
  if (!subject)
    return;

  title = jol_entity_get_title (subject, jol_text_get_interface_language ());
  n_events = jol_story_get_events_about (story, id)->len;
  if (is_narrowed)
    /* Translators: what the list has been narrowed to: "Events of Caspian Pipeline Consortium" */
    text = g_strdup_printf (_ ("Events of %s"), title);
  else
    /* Translators: "Caspian Pipeline Consortium: 14 events", while all events are listed */
    text = g_strdup_printf (ngettext ("%1$s: %2$u event", "%1$s: %2$u events", n_events), title,
                            n_events);
  gtk_label_set_label (GTK_LABEL (self->banner_label), text);
  gtk_button_set_label (GTK_BUTTON (self->banner_button),
                        is_narrowed ? _ ("Show all") : _ ("Only these"));
}

static void
update_stack (JolTimeline *self)
{
  gboolean is_empty = jol_event_model_get_n_events (jol_timeline_get_model (self)) == 0;
  const char *why;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "empty" : "list");
  if (!is_empty)
    return;

  if (jol_session_get_only_in_view (self->session))
    why = _ ("Nothing that would be here lies where the map looks.");
  else if ((jol_session_get_filter (self->session) & JOL_FILTER_EVENTS) != 0)
    why = _ ("All kinds of events that would be here are hidden.");
  else if (jol_session_get_subject (self->session))
    why = _ ("The story has no event that is about this.");
  else
    why = _ ("The story has no events here.");
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), why);
  gtk_widget_set_visible (self->show_all,
                          jol_event_model_get_n_total (jol_timeline_get_model (self)) > 0);
}

/* Fewer kinds or more: what one looks at stays where it is. */
static void
filter_changed_cb (JolTimeline *self)
{
  update_stack (self);
  mark_rows (self);
}

/* The map may have moved, as nothing else tells: what is at the date stays in sight, unless
 * somebody has scrolled away from it. */
static void
queried_cb (JolTimeline *self)
{
  filter_changed_cb (self);
  if (jol_session_get_only_in_view (self->session))
    jol_timeline_follow (self);
}

/* Another list. */
static void
list_changed_cb (JolTimeline *self)
{
  update_banner (self);
  filter_changed_cb (self);
  self->has_wandered = FALSE;
  jol_timeline_follow (self);
}

static void
selection_changed_cb (JolTimeline *self)
{
  mark_rows (self);
  if (jol_session_get_origin (self->session) == JOL_ORIGIN_TIMELINE)
    return;

  self->has_wandered = FALSE;
  jol_timeline_follow (self);
}

static void
date_changed_cb (JolTimeline *self)
{
  JolOrigin origin = jol_session_get_origin (self->session);

  filter_changed_cb (self);
  if (origin == JOL_ORIGIN_TIMELINE)
    return;

  if (origin != JOL_ORIGIN_PLAYER)
    self->has_wandered = FALSE;
  jol_timeline_follow (self);
}

static void
playing_changed_cb (JolTimeline *self)
{
  self->has_wandered = FALSE;
}

static void
row_activated_cb (JolTimeline *self, guint position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (jol_timeline_get_model (self)), position);

  if (JOL_IS_EVENT (item))
    jol_session_select (self->session, jol_entity_get_id (JOL_ENTITY (item)), JOL_ORIGIN_TIMELINE);
}

static void
banner_clicked_cb (JolTimeline *self)
{
  jol_session_set_only_subject (self->session, !jol_session_get_only_subject (self->session));
}

static void
show_all_clicked_cb (JolTimeline *self)
{
  jol_session_set_filter (self->session,
                          jol_session_get_filter (self->session) & ~JOL_FILTER_EVENTS);
  jol_session_widen (self->session, JOL_ORIGIN_TIMELINE);
  jol_session_set_only_subject (self->session, FALSE);
}

/* One controller for the list, not one a row. */
static void
pointer_moved_cb (JolTimeline *self, double x, double y)
{
  JolEventRow *row = jol_event_list_get_row_at (JOL_EVENT_LIST (self->list), y);
  JolEvent *event = row ? jol_event_row_get_event (row) : NULL;

  if (self->session)
    jol_session_set_hover (self->session, event ? jol_entity_get_id (JOL_ENTITY (event)) : NULL,
                           JOL_ORIGIN_TIMELINE);
}

static void
pointer_left_cb (JolTimeline *self)
{
  if (self->session)
    jol_session_set_hover (self->session, NULL, JOL_ORIGIN_TIMELINE);
}

static void
bind_row_cb (JolTimeline *self, JolEventRow *row, GObject *item)
{
  JolStory *story = jol_session_get_story (self->session);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  jol_event_row_set_item (row, item, story);
  if (JOL_IS_EVENT (item))
    gtk_widget_add_css_class (GTK_WIDGET (row), "activatable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "activatable");
  name = jol_event_words_format_name (item);
  if (JOL_IS_EVENT (item))
    description = jol_event_words_format_detail (JOL_EVENT (item), story);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description ? description : "", -1);
  if (JOL_IS_EVENT (item))
    {
      g_hash_table_insert (self->rows, item, row);
      mark_row (self, row, jol_timeline_get_current_event (self));
    }
}

static void
unbind_row_cb (JolTimeline *self, JolEventRow *row)
{
  JolEvent *event = jol_event_row_get_event (row);

  if (event)
    g_hash_table_remove (self->rows, event);
  /* It goes on to another event. */
  if (jol_event_row_get_marks (row) & JOL_ROW_SELECTED)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  jol_event_row_set_marks (row, 0);
  jol_event_row_set_item (row, NULL, NULL);
}

static void
add_controllers (JolTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (self->list, motion);
}

static void
jol_timeline_dispose (GObject *object)
{
  JolTimeline *self = JOL_TIMELINE (object);

  jol_timeline_dispose_scroll (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->list_signals);
  /* While the rows can still be unbound. */
  if (self->list)
    jol_event_list_set_model (JOL_EVENT_LIST (self->list), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_TIMELINE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (jol_timeline_parent_class)->dispose (object);
}

static void
jol_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_TIMELINE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_timeline_set_session (JOL_TIMELINE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_timeline_class_init (JolTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_timeline_dispose;
  object_class->get_property = jol_timeline_get_property;
  object_class->set_property = jol_timeline_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (JOL_TYPE_FILTER_BAR);
  g_type_ensure (JOL_TYPE_EVENT_LIST);
  g_type_ensure (JOL_TYPE_EVENT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/timeline/jol-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, banner);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, banner_label);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, banner_button);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, stack);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, scroller);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, heading);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, empty);
  gtk_widget_class_bind_template_child (widget_class, JolTimeline, show_all);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);

  gtk_widget_class_set_css_name (widget_class, "joltimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_timeline_init (JolTimeline *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } reactions[] = {
    { "notify::story", G_CALLBACK (list_changed_cb) },
    { "notify::filter", G_CALLBACK (filter_changed_cb) },
    { "notify::compare", G_CALLBACK (list_changed_cb) },
    { "notify::span", G_CALLBACK (list_changed_cb) },
    { "notify::cumulative", G_CALLBACK (list_changed_cb) },
    { "notify::only-in-view", G_CALLBACK (list_changed_cb) },
    { "notify::subject", G_CALLBACK (list_changed_cb) },
    { "notify::only-subject", G_CALLBACK (list_changed_cb) },
    { "notify::selection", G_CALLBACK (selection_changed_cb) },
    { "notify::date", G_CALLBACK (date_changed_cb) },
    { "notify::hover", G_CALLBACK (mark_rows) },
    { "notify::playing", G_CALLBACK (playing_changed_cb) },
  };

  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_controllers (self);
  jol_timeline_init_scroll (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_group_connect_object (self->session_signals, reactions[i].signal,
                                   reactions[i].callback, self, G_CONNECT_SWAPPED);
  self->list_signals = g_signal_group_new (JOL_TYPE_EVENT_MODEL);
  g_signal_group_connect_object (self->list_signals, "queried", G_CALLBACK (queried_cb), self,
                                 G_CONNECT_SWAPPED);
}

GtkWidget *
jol_timeline_new (void)
{
  return g_object_new (JOL_TYPE_TIMELINE, NULL);
}

void
jol_timeline_set_session (JolTimeline *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_TIMELINE (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (self->session == session)
    return;

  /* Its rows still ask the old session while they are unbound. */
  jol_event_list_set_model (JOL_EVENT_LIST (self->list), NULL);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->list_signals,
                             session ? jol_session_list_events (session) : NULL);
  jol_filter_bar_set_session (JOL_FILTER_BAR (self->filter_bar), session);
  if (session)
    {
      jol_event_list_set_model (JOL_EVENT_LIST (self->list),
                                JOL_EVENT_MODEL (jol_session_list_events (session)));
      list_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
