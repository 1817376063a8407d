/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the list is, is an anchor: a row, and where its top is in sight. A layout goes from there
 * down and up until the room is filled, and every row on the way gets its item and its true height.
 * What the scrollbar says follows from the anchor and the heights (jol-row-heights.c), and so what
 * one looks at stays where it is while the heights of rows before it become known.
 *
 * Rows do not ask for a size: a row that has another item would let the whole window be measured
 * anew. The list asks them.
 */
#include "config.h"

#include "jol-event-list-private.h"

#define MORE_ROWS 8
/* Beyond both ends, so that the next row is there before it is seen. */
#define MARGIN_PX 40
/* Kept in sight before or after a row that is scrolled to, as far as there is room. */
#define CONTEXT_ROWS 3
#define REST_MS 200
#define STEP 0.1 /* of what is seen */

guint
jol_event_list_get_n_items (JolEventList *self)
{
  return self->model ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

JolEventSlot *
jol_event_list_find_slot (JolEventList *self, guint position)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      if (jol_event_list_get_slot (self, i)->position == position)
        return jol_event_list_get_slot (self, i);
    }
  return NULL;
}

JolEventSlot *
jol_event_list_find_slot_of (JolEventList *self, GtkWidget *row)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      if (GTK_WIDGET (jol_event_list_get_slot (self, i)->row) == row)
        return jol_event_list_get_slot (self, i);
    }
  return NULL;
}

JolEventSlot *
jol_event_list_find_slot_at (JolEventList *self, double y)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (slot->is_bound && slot->y <= y && y < slot->y + slot->height)
        return slot;
    }
  return NULL;
}

gboolean
jol_event_list_has_focus (JolEventList *self, const JolEventSlot *slot)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (slot->row);
}

void
jol_event_list_unbind (JolEventList *self, JolEventSlot *slot)
{
  if (!slot->is_bound)
    return;

  slot->is_bound = FALSE;
  g_signal_emit_by_name (self, "unbind", slot->row);
}

void
jol_event_list_release (JolEventList *self, JolEventSlot *slot)
{
  jol_event_list_unbind (self, slot);
  slot->position = JOL_NOWHERE;
  slot->height = 0;
  gtk_widget_set_child_visible (GTK_WIDGET (slot->row), FALSE);
}

static gboolean
add_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  JolEventList *self = JOL_EVENT_LIST (widget);

  self->more_id = 0;
  jol_event_list_add_rows (self, MORE_ROWS);
  return G_SOURCE_REMOVE;
}

static JolEventSlot *
get_free_slot (JolEventList *self, int index)
{
  return index >= 0 && index < (int) self->slots->len &&
                 jol_event_list_get_slot (self, (guint) index)->position == JOL_NOWHERE
             ? jol_event_list_get_slot (self, (guint) index)
             : NULL;
}

static int
get_index (JolEventList *self, const JolEventSlot *slot)
{
  return slot ? (int) (slot - jol_event_list_get_slot (self, 0)) : -2;
}

/* One that leaves the rows in the order of their widgets, if there is one. */
static JolEventSlot *
choose_free_slot (JolEventList *self, guint position)
{
  const JolEventSlot *before = position > 0 ? jol_event_list_find_slot (self, position - 1) : NULL;
  const JolEventSlot *after = jol_event_list_find_slot (self, position + 1);
  JolEventSlot *slot = NULL;

  if (before)
    slot = get_free_slot (self, get_index (self, before) + 1);
  else if (after)
    slot = get_free_slot (self, get_index (self, after) - 1);
  else
    slot = get_free_slot (self, (int) self->slots->len / 2);
  return slot ? slot : jol_event_list_find_slot (self, JOL_NOWHERE);
}

/* A row that shows what is at @position; NULL when all are in use, but then not for long. */
static JolEventSlot *
take_row (JolEventList *self, guint position)
{
  JolEventSlot *slot = jol_event_list_find_slot (self, position);
  g_autoptr (GObject) item = NULL;

  if (slot && slot->is_bound)
    return slot;
  if (!slot)
    slot = choose_free_slot (self, position);
  if (!slot)
    {
      /* Not now: a new widget asks for a layout, and this may be one. */
      if (self->more_id == 0)
        self->more_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), add_more_cb, NULL, NULL);
      return NULL;
    }

  slot->position = position;
  slot->is_bound = TRUE;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  g_signal_emit_by_name (self, "bind", slot->row, item);
  gtk_widget_set_child_visible (GTK_WIDGET (slot->row), TRUE);
  return slot;
}

/* Puts a row at @y, or with its end there, and tells its height; 0 when there is no widget for it.
 */
static int
put_row (JolEventList *self, guint position, int y, gboolean is_end)
{
  JolEventSlot *slot = take_row (self, position);

  if (!slot)
    return 0;

  slot->height = jol_event_row_get_height (slot->row, self->width);
  slot->y = is_end ? y - slot->height : y;
  jol_row_heights_set (self->heights, position, slot->height);
  return slot->height;
}

/* Where a row is, seen from the anchor. */
static int
get_y (JolEventList *self, guint position)
{
  return self->anchor_y + jol_row_heights_get_top (self->heights, position) -
         jol_row_heights_get_top (self->heights, self->anchor);
}

/* Rows that are certainly not seen are free for others; but not the one that has the keys. */
static void
release_unseen (JolEventList *self, int height)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      JolEventSlot *slot = jol_event_list_get_slot (self, i);
      int y;

      if (slot->position == JOL_NOWHERE || jol_event_list_has_focus (self, slot))
        continue;
      y = get_y (self, slot->position);
      if (y > height + MARGIN_PX ||
          y + jol_row_heights_get (self->heights, slot->position) < -MARGIN_PX)
        jol_event_list_release (self, slot);
    }
}

static int
fill_down (JolEventList *self, guint *last, int bottom, int limit)
{
  const guint n = jol_event_list_get_n_items (self);

  while (bottom < limit && *last + 1 < n)
    {
      const int row_height = put_row (self, *last + 1, bottom, FALSE);

      if (row_height == 0)
        break;
      ++*last;
      bottom += row_height;
    }
  return bottom;
}

static int
fill_up (JolEventList *self, guint *first, int top, int limit)
{
  while (top > limit && *first > 0)
    {
      const int row_height = put_row (self, *first - 1, top, TRUE);

      if (row_height == 0)
        break;
      --*first;
      top -= row_height;
    }
  return top;
}

static void
shift (JolEventList *self, int dy)
{
  self->anchor_y += dy;
  for (guint i = 0; i < self->slots->len; i++)
    jol_event_list_get_slot (self, i)->y += dy;
}

/* Fills the room from the anchor on; at the ends of the list there is no empty room. */
static void
fill (JolEventList *self, int height)
{
  guint first, last;
  int top, bottom;

  release_unseen (self, height);
  first = last = self->anchor;
  top = self->anchor_y;
  bottom = top + put_row (self, self->anchor, top, FALSE);
  bottom = fill_down (self, &last, bottom, height + MARGIN_PX);
  if (last + 1 == jol_event_list_get_n_items (self) && bottom < height)
    {
      top += height - bottom;
      shift (self, height - bottom);
      bottom = height;
    }
  top = fill_up (self, &first, top, -MARGIN_PX);
  if (first == 0 && top > 0)
    {
      bottom -= top;
      shift (self, -top);
    }
  fill_down (self, &last, bottom, height + MARGIN_PX);

  /* The row at the top is what one looks at. */
  for (guint i = 0; i < self->slots->len; i++)
    {
      const JolEventSlot *slot = jol_event_list_get_slot (self, i);

      if (!slot->is_bound || slot->position < first || slot->position > last)
        continue;
      if (slot->y <= 0 && slot->y + slot->height > 0)
        {
          self->anchor = slot->position;
          self->anchor_y = slot->y;
          break;
        }
    }
}

gboolean
jol_event_list_is_in_sight (JolEventList *self, guint position, int height)
{
  const JolEventSlot *slot = jol_event_list_find_slot (self, position);

  return slot && slot->is_bound && slot->y >= (position > 0 ? self->covered_px : 0) &&
         slot->y + slot->height <= height;
}

static void
show_wanted (JolEventList *self, int height)
{
  const guint n = jol_event_list_get_n_items (self);
  const guint wanted = self->wanted;
  int y;

  self->wanted = JOL_NOWHERE;
  if (wanted >= n)
    return;

  y = get_y (self, wanted);
  /* Near enough that it may be seen already. */
  if (y > -height && y < 2 * height)
    {
      fill (self, height);
      if (jol_event_list_is_in_sight (self, wanted, height))
        return;
      y = get_y (self, wanted);
    }

  /* From the row itself, so that it is in sight however high the others are. */
  self->anchor = wanted;
  if (y < self->covered_px)
    {
      const guint before = wanted - MIN (CONTEXT_ROWS, wanted);

      self->anchor_y = MAX (self->covered_px, jol_row_heights_get_top (self->heights, wanted) -
                                                  jol_row_heights_get_top (self->heights, before));
    }
  else
    {
      const guint end = MIN (wanted + 1 + CONTEXT_ROWS, n);

      self->anchor_y = height - (jol_row_heights_get_top (self->heights, end) -
                                 jol_row_heights_get_top (self->heights, wanted));
    }
  self->anchor_y = CLAMP (self->anchor_y, self->covered_px, MAX (height / 2, self->covered_px));
}

static void
configure (JolEventList *self, int height)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const guint n = jol_event_list_get_n_items (self);
  const int all = n > 0 ? jol_row_heights_get_top (self->heights, n) : 0;
  const int value =
      n > 0 ? jol_row_heights_get_top (self->heights, self->anchor) - self->anchor_y : 0;

  if (!adjustment)
    return;

  self->is_configuring = TRUE;
  gtk_adjustment_configure (adjustment, value, 0, MAX (all, height), height * STEP,
                            height * JOL_EVENT_LIST_PAGE, height);
  self->is_configuring = FALSE;
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const guint left = ((const JolEventSlot *) a)->position,
              right = ((const JolEventSlot *) b)->position;

  return (left > right) - (left < right);
}

static gboolean
sort_rows_cb (gpointer user_data)
{
  JolEventList *self = user_data;
  GtkWidget *before = NULL;

  self->sort_id = 0;
  g_array_sort (self->slots, compare_slots);
  for (guint i = 0; i < self->slots->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (jol_event_list_get_slot (self, i)->row);

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      before = row;
    }
  return G_SOURCE_REMOVE;
}

static gboolean
are_rows_sorted (JolEventList *self)
{
  guint last = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const guint position = jol_event_list_get_slot (self, i)->position;

      if (position == JOL_NOWHERE)
        continue;
      if (position < last)
        return FALSE;
      last = position;
    }
  return TRUE;
}

/* Who reads the children one by one finds them from the top to the bottom; once the list rests, as
 * the window is measured anew for that. */
static void
sort_rows (JolEventList *self)
{
  g_clear_handle_id (&self->sort_id, g_source_remove);
  if (!are_rows_sorted (self))
    self->sort_id = g_timeout_add (REST_MS, sort_rows_cb, self);
}

/* Wherever that is. */
static void
keep_focused_row (JolEventList *self)
{
  const JolEventSlot *slot =
      jol_event_list_find_slot_of (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));

  if (slot && slot->position < jol_event_list_get_n_items (self))
    put_row (self, slot->position, get_y (self, slot->position), FALSE);
}

static void
renew_heights (JolEventList *self, int width)
{
  const guint n = jol_event_list_get_n_items (self);

  g_clear_pointer (&self->heights, jol_row_heights_free);
  self->width = width;
  self->heights = jol_row_heights_new (
      n, jol_event_row_get_usual_height (jol_event_list_get_slot (self, 0)->row));
}

static void
find_lost (JolEventList *self)
{
  guint position;

  if (!self->lost)
    return;

  position = jol_event_model_find (self->model, self->lost);
  if (position == JOL_NOWHERE)
    position = jol_event_model_find_date (self->model, jol_event_get_date (self->lost));
  self->anchor = position != JOL_NOWHERE ? position : 0;
  g_clear_object (&self->lost);
}

/* Decides where rows are, but gives them no room yet. */
void
jol_event_list_lay_out (JolEventList *self, int width, int height)
{
  const guint n = jol_event_list_get_n_items (self);

  self->is_laying_out = TRUE;
  if (!self->heights || width != self->width)
    renew_heights (self, width);
  if (n > 0)
    {
      find_lost (self);
      self->anchor = MIN (self->anchor, n - 1);
      show_wanted (self, height);
      fill (self, height);
      release_unseen (self, height);
      keep_focused_row (self);
    }
  configure (self, height);
  sort_rows (self);
  self->is_laying_out = FALSE;
}

/*
 * What was scrolled is laid out at once and not when room is given: then the adjustment would
 * change in the middle of that, the scrollbar ask for room in turn, and the window take that for
 * done, and with it all that is asked for later (GTK 4.8).
 */
void
jol_event_list_lay_out_now (JolEventList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_height (widget) == 0)
    {
      gtk_widget_queue_resize (widget);
      return;
    }

  jol_event_list_lay_out (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_widget_queue_allocate (widget);
}
