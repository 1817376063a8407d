/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of its own, because GtkListView keeps some two hundred rows whatever the height of the
 * window. To make them was most of what opening a list took, and of what another span or subject
 * took; here it is the twenty that are seen.
 */
#include "config.h"

#include "jol-event-list-private.h"

/* As many as a usual window needs, made before the first layout. */
#define FIRST_ROWS 24

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  BIND,
  UNBIND,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (JolEventList,
                               jol_event_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
row_activated_cb (JolEventList *self, JolEventRow *row)
{
  const JolEventSlot *slot = jol_event_list_find_slot_of (self, GTK_WIDGET (row));

  if (slot && slot->is_bound)
    g_signal_emit (self, signals[ACTIVATE], 0, slot->position);
}

static void
row_resized_cb (JolEventList *self)
{
  if (!self->is_laying_out)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jol_event_list_add_rows (JolEventList *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      JolEventSlot slot = { .row = JOL_EVENT_ROW (jol_event_row_new_listed ()),
                            .position = JOL_NOWHERE };
      GtkWidget *row = GTK_WIDGET (slot.row);

      gtk_widget_set_child_visible (row, FALSE);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_signal_connect_swapped (row, "activate", G_CALLBACK (row_activated_cb), self);
      g_signal_connect_swapped (row, "resized", G_CALLBACK (row_resized_cb), self);
      g_array_append_val (self->slots, slot);
    }
}

static void
jol_event_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  jol_event_list_lay_out (self, width, height);
  for (guint i = 0; i < self->slots->len; i++)
    {
      JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (slot->is_bound)
        gtk_widget_size_allocate (GTK_WIDGET (slot->row),
                                  &(GtkAllocation){ 0, slot->y, width, slot->height }, -1);
    }
}

/* The rows before and after what is seen are there, but not drawn. */
static void
jol_event_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolEventList *self = JOL_EVENT_LIST (widget);
  const int height = gtk_widget_get_height (widget);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (slot->is_bound && slot->y < height && slot->y + slot->height > 0)
        gtk_widget_snapshot_child (widget, GTK_WIDGET (slot->row), snapshot);
    }
}

static void
jol_event_list_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  *minimum = *natural = 0;
  for (guint i = 0; orientation == GTK_ORIENTATION_HORIZONTAL && i < self->slots->len; i++)
    {
      int row_minimum, row_natural;

      gtk_widget_measure (GTK_WIDGET (jol_event_list_get_slot (self, i)->row), orientation, -1,
                          &row_minimum, &row_natural, NULL, NULL);
      *minimum = MAX (*minimum, row_minimum);
      *natural = MAX (*natural, row_natural);
    }
}

static void
jol_event_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  GTK_WIDGET_CLASS (jol_event_list_parent_class)->css_changed (widget, change);
  /* The fonts may be others. */
  g_clear_pointer (&self->heights, jol_row_heights_free);
  gtk_widget_queue_resize (widget);
}

static void
move_position (guint *position, guint begin, guint n_removed, guint n_added)
{
  if (*position == JOL_NOWHERE || *position < begin)
    return;

  if (*position >= begin + n_removed)
    *position += n_added - n_removed;
  else
    *position = JOL_NOWHERE;
}

/* The keys stay in the list, though what had them is gone. */
static void
keep_focus (JolEventList *self, JolEventSlot *slot, guint position)
{
  JolEventSlot *other = jol_event_list_find_slot (self, position);

  if (other)
    jol_event_list_release (self, other);
  jol_event_list_unbind (self, slot);
  slot->position = position;
}

static JolEventSlot *
find_marked_slot (JolEventList *self, JolRowMarks mark)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (slot->position != JOL_NOWHERE && (jol_event_row_get_marks (slot->row) & mark) != 0 &&
          jol_event_list_is_in_sight (self, slot->position, height))
        return slot;
    }
  return NULL;
}

/* What one looks at is not at the top but is what is chosen, or where the date is. */
static void
hold_marked_row (JolEventList *self)
{
  const JolEventSlot *slot = find_marked_slot (self, JOL_ROW_SELECTED);

  if (!slot)
    slot = find_marked_slot (self, JOL_ROW_CURRENT);
  if (slot)
    {
      self->anchor = slot->position;
      self->anchor_y = slot->y;
    }
}

static void
items_changed_cb (JolEventList *self, guint begin, guint n_removed, guint n_added)
{
  const guint n = jol_event_list_get_n_items (self);
  guint anchor;

  if (self->wanted == JOL_NOWHERE && !self->lost)
    hold_marked_row (self);
  anchor = self->anchor;
  move_position (&anchor, begin, n_removed, n_added);
  if (anchor == JOL_NOWHERE && !self->lost)
    {
      const JolEventSlot *slot = jol_event_list_find_slot (self, self->anchor);

      JolEvent *event = slot && slot->is_bound ? jol_event_row_get_event (slot->row) : NULL;

      g_set_object (&self->lost, event);
    }
  self->anchor = anchor != JOL_NOWHERE ? anchor : MIN (begin, MAX (n, 1) - 1);
  move_position (&self->wanted, begin, n_removed, n_added);

  for (guint i = 0; i < self->slots->len; i++)
    {
      JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (slot->position == JOL_NOWHERE)
        continue;
      move_position (&slot->position, begin, n_removed, n_added);
      if (slot->position != JOL_NOWHERE)
        continue;
      if (jol_event_list_has_focus (self, slot) && n > 0)
        keep_focus (self, slot, MIN (begin, n - 1));
      else
        jol_event_list_release (self, slot);
    }
  g_clear_pointer (&self->heights, jol_row_heights_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
value_changed_cb (JolEventList *self, GtkAdjustment *adjustment)
{
  const int value = (int) gtk_adjustment_get_value (adjustment);

  if (self->is_configuring)
    return;

  if (self->heights && jol_event_list_get_n_items (self) > 0)
    {
      self->anchor = jol_row_heights_find (self->heights, value);
      self->anchor_y = jol_row_heights_get_top (self->heights, self->anchor) - value;
    }
  self->wanted = JOL_NOWHERE;
  jol_event_list_lay_out_now (self);
}

static void
set_adjustment (JolEventList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
}

/* Gives a row the keys, and brings it into sight. */
static gboolean
focus_row (JolEventList *self, guint position)
{
  const JolEventSlot *slot;

  if (position >= jol_event_list_get_n_items (self))
    return FALSE;

  jol_event_list_show (self, position, self->covered_px);
  slot = jol_event_list_find_slot (self, position);
  return slot && slot->is_bound && gtk_widget_grab_focus (GTK_WIDGET (slot->row));
}

/* The row that had the keys, or the first that can be read; JOL_NOWHERE in an empty list. */
static guint
find_entry (JolEventList *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      const guint position = jol_event_list_get_slot (self, i)->position;

      if (position != JOL_NOWHERE && jol_event_list_is_in_sight (self, position, height))
        return position;
    }
  return jol_event_list_get_n_items (self) > 0 ? self->anchor : JOL_NOWHERE;
}

static gboolean
move_focus (JolEventList *self, int by)
{
  const JolEventSlot *slot =
      jol_event_list_find_slot_of (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
  const guint n = jol_event_list_get_n_items (self);

  if (!slot || n == 0)
    return FALSE;
  return focus_row (self, (guint) CLAMP ((gint64) slot->position + by, 0, (gint64) n - 1));
}

static gboolean
move_focus_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const int by = g_variant_get_int32 (arguments);
  JolEventList *self = JOL_EVENT_LIST (widget);
  const int page_px = (int) (gtk_widget_get_height (widget) * JOL_EVENT_LIST_PAGE);
  const JolEventSlot *slot =
      jol_event_list_find_slot_of (self, gtk_widget_get_focus_child (widget));
  int y;

  if (by == G_MININT || by == G_MAXINT)
    return move_focus (self, by);
  if (!slot || !self->heights || jol_event_list_get_n_items (self) == 0)
    return FALSE;

  /* By what is seen at once. */
  y = jol_row_heights_get_top (self->heights, slot->position) + by * page_px;
  return focus_row (self, jol_row_heights_find (self->heights, MAX (y, 0)));
}

static gboolean
jol_event_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  if (!gtk_widget_get_focus_child (widget))
    return focus_row (self, find_entry (self));
  if (direction == GTK_DIR_UP)
    return move_focus (self, -1);
  if (direction == GTK_DIR_DOWN)
    return move_focus (self, 1);
  return FALSE;
}

static gboolean
jol_event_list_grab_focus (GtkWidget *widget)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  return focus_row (self, find_entry (self));
}

static void
clicked_cb (JolEventList *self, int n_presses, double x, double y)
{
  const JolEventSlot *slot = jol_event_list_find_slot_at (self, y);

  if (!slot)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (slot->row));
  g_signal_emit (self, signals[ACTIVATE], 0, slot->position);
}

static void
jol_event_list_dispose (GObject *object)
{
  JolEventList *self = JOL_EVENT_LIST (object);

  g_clear_handle_id (&self->sort_id, g_source_remove);
  jol_event_list_set_model (self, NULL);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    gtk_widget_unparent (GTK_WIDGET (jol_event_list_get_slot (self, i)->row));
  g_array_set_size (self->slots, 0);

  G_OBJECT_CLASS (jol_event_list_parent_class)->dispose (object);
}

static void
jol_event_list_finalize (GObject *object)
{
  JolEventList *self = JOL_EVENT_LIST (object);

  g_clear_pointer (&self->heights, jol_row_heights_free);
  g_array_unref (self->slots);

  G_OBJECT_CLASS (jol_event_list_parent_class)->finalize (object);
}

/* GtkScrollable's four. How it scrolls sideways, and how little room it would take, is nothing that
 * a list with one column answers. */
static void
jol_event_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolEventList *self = JOL_EVENT_LIST (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
jol_event_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolEventList *self = JOL_EVENT_LIST (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
}

static void
jol_event_list_class_init (JolEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    int by; /* pages, or all */
  } keys[] = {
    { GDK_KEY_Home, G_MININT },   { GDK_KEY_KP_Home, G_MININT }, { GDK_KEY_End, G_MAXINT },
    { GDK_KEY_KP_End, G_MAXINT }, { GDK_KEY_Page_Up, -1 },       { GDK_KEY_KP_Page_Up, -1 },
    { GDK_KEY_Page_Down, 1 },     { GDK_KEY_KP_Page_Down, 1 },
  };

  object_class->dispose = jol_event_list_dispose;
  object_class->finalize = jol_event_list_finalize;
  object_class->get_property = jol_event_list_get_property;
  object_class->set_property = jol_event_list_set_property;

  widget_class->measure = jol_event_list_measure;
  widget_class->size_allocate = jol_event_list_size_allocate;
  widget_class->snapshot = jol_event_list_snapshot;
  widget_class->css_changed = jol_event_list_css_changed;
  widget_class->focus = jol_event_list_focus;
  widget_class->grab_focus = jol_event_list_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[BIND] = g_signal_new ("bind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, JOL_TYPE_EVENT_ROW, G_TYPE_OBJECT);
  signals[UNBIND] = g_signal_new ("unbind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, JOL_TYPE_EVENT_ROW);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move_focus_cb, "i", keys[i].by);
  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jol_event_list_init (JolEventList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->slots = g_array_new (FALSE, TRUE, sizeof (JolEventSlot));
  self->wanted = JOL_NOWHERE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  jol_event_list_add_rows (self, FIRST_ROWS);

  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
jol_event_list_set_model (JolEventList *self, JolEventModel *model)
{
  g_return_if_fail (JOL_IS_EVENT_LIST (self));
  g_return_if_fail (!model || JOL_IS_EVENT_MODEL (model));

  if (self->model == model)
    return;

  for (guint i = 0; i < self->slots->len; i++)
    jol_event_list_release (self, jol_event_list_get_slot (self, i));
  if (self->model)
    g_clear_signal_handler (&self->items_handler, self->model);
  g_set_object (&self->model, model);
  if (model)
    self->items_handler =
        g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->anchor = 0;
  self->anchor_y = 0;
  self->wanted = JOL_NOWHERE;
  g_clear_object (&self->lost);
  g_clear_pointer (&self->heights, jol_row_heights_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jol_event_list_show (JolEventList *self, guint position, int covered_px)
{
  g_return_if_fail (JOL_IS_EVENT_LIST (self));

  self->wanted = position;
  self->covered_px = covered_px;
  jol_event_list_lay_out_now (self);
}

JolEventRow *
jol_event_list_get_row_at (JolEventList *self, double y)
{
  const JolEventSlot *slot;

  g_return_val_if_fail (JOL_IS_EVENT_LIST (self), NULL);

  slot = jol_event_list_find_slot_at (self, y);
  return slot ? slot->row : NULL;
}
