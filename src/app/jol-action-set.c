/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-action-set.h"
#include "jol-actions.h"

#include "jol-session.h"

#define MIN_INTERVAL_US (G_USEC_PER_SEC / 10)

/* One row made into an action of this window. */
typedef struct
{
  JolActionSet *set;
  const JolActionRow *row;
  GSimpleAction *action;
  GObject *object; /* whose property is the state; borrowed */
  gulong handler;
  gint64 sent_us;
  guint timeout;
} BoundRow;

struct _JolActionSet
{
  GObject parent_instance;

  JolWindow *window; /* borrowed: it owns us */
  JolSession *session;
  GPtrArray *rows; /* of BoundRow */
};

G_DEFINE_FINAL_TYPE (JolActionSet, jol_action_set, G_TYPE_OBJECT)

/* The state as the bus shows it: no selection is "", a set of kinds is a list of their names. */
static GVariant *
read_state (GObject *object, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, property, &value);

  if (G_VALUE_HOLDS_BOOLEAN (&value))
    return g_variant_new_boolean (g_value_get_boolean (&value));
  if (G_VALUE_HOLDS_INT (&value))
    return g_variant_new_int32 (g_value_get_int (&value));
  if (G_VALUE_HOLDS_UINT (&value))
    return g_variant_new_take_string (jol_filter_to_string (g_value_get_uint (&value)));
  if (G_VALUE_HOLDS (&value, JOL_TYPE_VIEWPORT))
    {
      const JolViewport *viewport = g_value_get_boxed (&value);

      return g_variant_new ("(ddd)", viewport->latitude, viewport->longitude, viewport->zoom);
    }
  if (G_VALUE_HOLDS_STRING (&value) && g_value_get_string (&value))
    return g_variant_new_string (g_value_get_string (&value));
  return g_variant_new_string ("");
}

/* Whose property the state is: the session's, the window's or the way of reading's. */
static GObject *
find_owner (JolActionSet *self, const char *property)
{
  GObject *owners[] = { G_OBJECT (self->session), G_OBJECT (self->window),
                        G_OBJECT (jol_window_get_reader_style (self->window)) };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (owners[i]), property))
        return owners[i];
    }

  g_assert_not_reached ();
}

static void
send_state (BoundRow *bound)
{
  g_autoptr (GVariant) before = g_action_get_state (G_ACTION (bound->action));
  g_autoptr (GVariant) now = g_variant_ref_sink (read_state (bound->object, bound->row->state));

  bound->sent_us = g_get_monotonic_time ();
  if (!g_variant_equal (before, now))
    g_simple_action_set_state (bound->action, now);
}

static gboolean
timeout_cb (gpointer data)
{
  BoundRow *bound = data;

  bound->timeout = 0;
  send_state (bound);
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (BoundRow *bound)
{
  const gint64 wait_us = bound->sent_us + MIN_INTERVAL_US - g_get_monotonic_time ();

  if (wait_us <= 0 && !bound->timeout)
    send_state (bound);
  else if (!bound->timeout)
    bound->timeout = g_timeout_add ((guint) (MAX (wait_us, 0) / 1000 + 1), timeout_cb, bound);
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, BoundRow *bound)
{
  bound->row->run (bound->set->window, parameter);
}

static BoundRow *
bind_row (JolActionSet *self, const JolActionRow *row)
{
  g_autoptr (GVariantType) type = row->parameter ? g_variant_type_new (row->parameter) : NULL;
  const char *name = row->name + strlen ("win.");
  BoundRow *bound = g_new0 (BoundRow, 1);

  bound->set = self;
  bound->row = row;
  if (row->state)
    {
      g_autofree char *signal = g_strconcat ("notify::", row->state, NULL);

      bound->object = find_owner (self, row->state);
      bound->action =
          g_simple_action_new_stateful (name, type, read_state (bound->object, row->state));
      bound->handler =
          g_signal_connect_swapped (bound->object, signal, G_CALLBACK (state_changed_cb), bound);
      /* A state that is set is a wish like any other: the row answers it, and the state follows. */
      g_signal_connect (bound->action, "change-state", G_CALLBACK (activate_cb), bound);
    }
  else
    {
      bound->action = g_simple_action_new (name, type);
    }
  g_signal_connect (bound->action, "activate", G_CALLBACK (activate_cb), bound);
  g_action_map_add_action (G_ACTION_MAP (self->window), G_ACTION (bound->action));
  return bound;
}

static void
bound_row_free (BoundRow *bound)
{
  g_clear_handle_id (&bound->timeout, g_source_remove);
  if (bound->handler)
    g_signal_handler_disconnect (bound->object, bound->handler);
  g_signal_handlers_disconnect_by_data (bound->action, bound);
  g_object_unref (bound->action);
  g_free (bound);
}

static void
moved_on_cb (JolActionSet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      BoundRow *bound = self->rows->pdata[i];

      if (g_str_equal (bound->row->name, "win.back"))
        g_simple_action_set_enabled (bound->action, jol_session_can_go_back (self->session));
      else if (g_str_equal (bound->row->name, "win.forward"))
        g_simple_action_set_enabled (bound->action, jol_session_can_go_forward (self->session));
    }
}

static void
jol_action_set_dispose (GObject *object)
{
  JolActionSet *self = JOL_ACTION_SET (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  self->window = NULL;

  G_OBJECT_CLASS (jol_action_set_parent_class)->dispose (object);
}

static void
jol_action_set_class_init (JolActionSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_action_set_dispose;
}

static void
jol_action_set_init (JolActionSet *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bound_row_free);
}

JolActionSet *
jol_action_set_new (JolWindow *window)
{
  JolActionSet *self = g_object_new (JOL_TYPE_ACTION_SET, NULL);
  guint n_rows;
  const JolActionRow *rows = jol_actions_get_rows (&n_rows);

  self->window = window;
  self->session = g_object_ref (jol_window_get_session (window));
  for (guint i = 0; i < n_rows; i++)
    {
      if (g_str_has_prefix (rows[i].name, "win."))
        g_ptr_array_add (self->rows, bind_row (self, &rows[i]));
    }
  g_signal_connect_object (self->session, "moved-on", G_CALLBACK (moved_on_cb), self,
                           G_CONNECT_SWAPPED);
  moved_on_cb (self);
  return self;
}
