/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-history.h"

#include "jol-entity-private.h"

struct _JolHistory
{
  GArray *entries; /* of JolHistoryEntry, by first day */
};

static void
clear_entry (gpointer data)
{
  JolHistoryEntry *entry = data;

  g_free (entry->unit);
  g_clear_pointer (&entry->note, jol_text_unref);
  g_strfreev (entry->sources);
}

GArray *
jol_history_entry_array_new (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (JolHistoryEntry));

  g_array_set_clear_func (entries, clear_entry);
  return entries;
}

/* By the first day alone: of two entries that begin on one day, the later in the file holds. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const JolHistoryEntry *left = a;
  const JolHistoryEntry *right = b;

  return jol_date_first_day (&left->from) - jol_date_first_day (&right->from);
}

JolHistory *
jol_history_new_take (GArray *entries)
{
  JolHistory *self = g_atomic_rc_box_new0 (JolHistory);

  /* GLib promises a stable sort. */
  g_array_sort (entries, compare_entries);
  self->entries = entries;
  return self;
}

JolHistory *
jol_history_ref (JolHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_history (gpointer data)
{
  g_array_unref (((JolHistory *) data)->entries);
}

void
jol_history_unref (JolHistory *self)
{
  g_atomic_rc_box_release_full (self, clear_history);
}

guint
jol_history_get_size (const JolHistory *self)
{
  return self ? self->entries->len : 0;
}

const JolHistoryEntry *
jol_history_get (const JolHistory *self, guint index)
{
  g_return_val_if_fail (index < jol_history_get_size (self), NULL);

  return &g_array_index (self->entries, JolHistoryEntry, index);
}

/**
 * jol_history_at:
 * @self: (nullable): a history
 * @date: a date
 *
 * Returns: (nullable): the last entry whose from has begun by the end of @date; NULL before the
 * first
 */
const JolHistoryEntry *
jol_history_at (const JolHistory *self, const JolDate *date)
{
  int last_day = jol_date_last_day (date);
  guint low = 0;
  guint high = jol_history_get_size (self);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (jol_date_first_day (&jol_history_get (self, middle)->from) <= last_day)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? jol_history_get (self, low - 1) : NULL;
}
