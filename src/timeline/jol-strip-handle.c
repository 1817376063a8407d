/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-handle.h"

#include "jol-event-model.h"

#include <glib/gi18n.h>

struct _JolStripHandle
{
  GtkWidget parent_instance;

  JolStripPart part;
  JolSession *session; /* or NULL */
};

G_DEFINE_FINAL_TYPE (JolStripHandle, jol_strip_handle, GTK_TYPE_WIDGET)

/* A year that is to be moved by months has a first or a last of them. */
static JolDate
make_fine (const JolDate *date, JolPrecision unit, gboolean is_end)
{
  if (jol_date_get_precision (date) >= unit)
    return *date;
  return jol_date_from_day (is_end ? jol_date_last_day (date) : jol_date_first_day (date), unit);
}

static gboolean
is_inside (const JolSpan *span, const JolSpan *time)
{
  return jol_date_last_day (&span->from) >= jol_date_first_day (&time->from) &&
         jol_date_first_day (&span->to) <= jol_date_last_day (&time->to) &&
         jol_date_first_day (&span->from) <= jol_date_first_day (&span->to) &&
         jol_date_last_day (&span->from) <= jol_date_last_day (&span->to);
}

JolSpan
jol_strip_span_move (const JolSpan *span,
                     JolStripPart part,
                     JolPrecision unit,
                     int n,
                     const JolSpan *time)
{
  JolSpan fine = { make_fine (&span->from, unit, FALSE), make_fine (&span->to, unit, TRUE) };
  JolSpan moved = *span;

  /* As far as it can go. */
  for (; n != 0; n += n < 0 ? 1 : -1)
    {
      if (part != JOL_STRIP_PART_END)
        moved.from = jol_date_add (&fine.from, unit, n);
      if (part != JOL_STRIP_PART_START)
        moved.to = jol_date_add (&fine.to, unit, n);
      if (is_inside (&moved, time))
        return moved;
    }
  return *span;
}

static const JolSpan *
get_span (JolStripHandle *self)
{
  const JolSpan *span = self->session ? jol_session_get_span (self->session) : NULL;

  return span && jol_span_is_set (span) && jol_session_get_story (self->session) ? span : NULL;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripHandle *self = JOL_STRIP_HANDLE (widget);
  const JolSpan *span = get_span (self);
  JolSpan moved;
  int unit, n;

  if (!span)
    return FALSE;

  g_variant_get (arguments, "(ii)", &unit, &n);
  moved = jol_strip_span_move (span, self->part, (JolPrecision) unit, n,
                               jol_story_get_time (jol_session_get_story (self->session)));
  jol_session_set_span (self->session, &moved, JOL_ORIGIN_STRIP);
  return TRUE;
}

/* To an end of the time; as far as the other end of the span lets it. */
static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripHandle *self = JOL_STRIP_HANDLE (widget);
  const JolSpan *span = get_span (self);
  const JolSpan *time;
  JolSpan moved;
  gboolean is_start;

  if (!span)
    return FALSE;

  g_variant_get (arguments, "(b)", &is_start);
  time = jol_story_get_time (jol_session_get_story (self->session));
  moved = *span;
  if (self->part == JOL_STRIP_PART_START)
    moved.from = is_start ? time->from : span->to;
  else if (self->part == JOL_STRIP_PART_END)
    moved.to = is_start ? span->from : time->to;
  else
    moved = jol_strip_span_move (span, self->part, JOL_PRECISION_MONTH,
                                 is_start ? -12 * 10000 : 12 * 10000, time);
  jol_session_set_span (self->session, &moved, JOL_ORIGIN_STRIP);
  return TRUE;
}

static gboolean
remove_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  JolStripHandle *self = JOL_STRIP_HANDLE (widget);
  GtkWidget *chart = gtk_widget_get_parent (widget);
  const JolSpan none = { 0 };

  if (!get_span (self))
    return FALSE;

  jol_session_set_span (self->session, &none, JOL_ORIGIN_STRIP);
  gtk_widget_grab_focus (chart);
  return TRUE;
}

static void
jol_strip_handle_dispose (GObject *object)
{
  g_clear_object (&JOL_STRIP_HANDLE (object)->session);

  G_OBJECT_CLASS (jol_strip_handle_parent_class)->dispose (object);
}

static void
bind_step (GtkWidgetClass *widget_class,
           guint key,
           guint key_of_pad,
           GdkModifierType modifiers,
           JolPrecision unit,
           int n)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, step_cb, "(ii)", unit, n);
  gtk_widget_class_add_binding (widget_class, key_of_pad, modifiers, step_cb, "(ii)", unit, n);
}

static void
jol_strip_handle_class_init (JolStripHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_strip_handle_dispose;

  gtk_widget_class_set_css_name (widget_class, "jolstriphandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, JOL_PRECISION_MONTH, -1);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, JOL_PRECISION_MONTH, 1);
  bind_step (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_SHIFT_MASK, JOL_PRECISION_YEAR, -1);
  bind_step (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_SHIFT_MASK, JOL_PRECISION_YEAR, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
}

static void
jol_strip_handle_init (JolStripHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jol_strip_handle_new (JolStripPart part)
{
  JolStripHandle *self = g_object_new (JOL_TYPE_STRIP_HANDLE, NULL);
  const char *const labels[] = { _ ("Span"), _ ("Start of the span"), _ ("End of the span") };

  self->part = part;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  labels[part], -1);
  return GTK_WIDGET (self);
}

void
jol_strip_handle_update (JolStripHandle *self, JolSession *session)
{
  const JolSpan *span, *time;
  g_autofree char *dates = NULL;
  g_autofree char *value = NULL;
  JolEventModel *model;
  guint n_shown;

  g_return_if_fail (JOL_IS_STRIP_HANDLE (self));

  g_set_object (&self->session, session);
  span = get_span (self);
  gtk_widget_set_visible (GTK_WIDGET (self), span != NULL);
  if (!span)
    return;

  if (self->part == JOL_STRIP_PART_WHOLE)
    dates = jol_date_format_range (&span->from, &span->to);
  else
    dates = jol_date_format (self->part == JOL_STRIP_PART_START ? &span->from : &span->to);
  model = JOL_EVENT_MODEL (jol_session_list_events (session));
  n_shown = jol_event_model_get_n_events (model);
  /* Translators: a date or a span, and how many events are listed: "2005–2012, 40 events" */
  value =
      g_strdup_printf (ngettext ("%1$s, %2$u event", "%1$s, %2$u events", n_shown), dates, n_shown);
  time = jol_story_get_time (jol_session_get_story (session));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      (double) jol_date_first_day (&time->from), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      (double) jol_date_last_day (&time->to), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
      (double) (self->part == JOL_STRIP_PART_END ? jol_date_last_day (&span->to)
                                                 : jol_date_first_day (&span->from)),
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value,
      /* GTK 4.8 gives values only of its own widgets to the bus. */
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}
