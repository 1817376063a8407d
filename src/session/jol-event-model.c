/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the timeline.
 *
 * Every row has a rank, which says where it stands among all rows the story could ever have: event
 * number k of the story has 2k + 1, and the heading of a year has 2k for its first event k, shown
 * or not. A query is answered by one pass over the story's events, which leaves two arrays, rows
 * and ranks, both ascending. As ranks do not depend on the query, the old rows and the new ones are
 * compared by a merge, and the differences told as runs.
 *
 * While the runs are told, the model is the first part of the new rows followed by the last part
 * of the old: so each items-changed finds the model exactly as it says, at no cost, and nothing is
 * moved about in memory.
 */
#include "config.h"

#include "jol-event-model.h"

/* Beyond this many runs a list is quicker with one that covers them all. */
#define MAX_RUNS 128

/* Rows in order, with the rank of each. */
typedef struct
{
  GPtrArray *rows; /* of JolYear or JolEvent, with a reference */
  GArray *ranks;   /* of guint */
} RowList;

struct _JolEventModel
{
  GObject parent_instance;

  JolStory *story;
  GHashTable *years; /* int → JolYear, for the life of the model */
  RowList list;
  GArray *headings; /* of guint: the rows of list that are years */

  /* While runs are told: what is seen is list before n_new, and then before from n_old on. */
  RowList before;
  guint n_new;
  guint n_old;
};

static void jol_event_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JolEventModel,
                               jol_event_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      jol_event_model_list_model_init))

static RowList
create_row_list (void)
{
  return (RowList){
    .rows = g_ptr_array_new_with_free_func (g_object_unref),
    .ranks = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
}

static void
clear_row_list (RowList *list)
{
  g_clear_pointer (&list->rows, g_ptr_array_unref);
  g_clear_pointer (&list->ranks, g_array_unref);
}

static void
add_row (RowList *list, gpointer item, guint rank)
{
  g_ptr_array_add (list->rows, g_object_ref (item));
  g_array_append_val (list->ranks, rank);
}

/* How many of the ascending @numbers are below @limit. */
static guint
count_below (const GArray *numbers, guint limit)
{
  guint low = 0, high = numbers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (numbers, guint, middle) < limit)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static JolYear *
get_year (JolEventModel *self, int number)
{
  JolYear *year = g_hash_table_lookup (self->years, GINT_TO_POINTER (number));

  if (!year)
    {
      year = jol_year_new (number);
      g_hash_table_insert (self->years, GINT_TO_POINTER (number), year);
    }

  return year;
}

/* One pass over the story's events, in their order. */
static void
fill_rows (JolEventModel *self,
           RowList *list,
           JolFilter filter,
           const char *subject,
           const JolSpan *span)
{
  g_autoptr (GHashTable) about = NULL;
  guint n_events = 0, first_of_year = 0;
  JolEvent *const *events = jol_story_get_events (self->story, &n_events);
  JolYear *year = NULL;
  int last_year = 0;

  if (subject)
    {
      const GPtrArray *found = jol_story_get_events_about (self->story, subject);

      about = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        g_hash_table_add (about, found->pdata[i]);
    }

  for (guint k = 0; k < n_events; k++)
    {
      JolEvent *event = events[k];

      if (jol_event_get_date (event)->year != last_year)
        {
          last_year = jol_event_get_date (event)->year;
          first_of_year = k;
          year = NULL;
        }

      if ((about && !g_hash_table_contains (about, event)) ||
          jol_filter_hides (filter, jol_event_get_event_kind (event)) ||
          (jol_span_is_set (span) && !jol_span_overlaps (span, jol_event_get_first_day (event),
                                                         jol_event_get_last_day (event))))
        continue;

      if (!year)
        {
          year = get_year (self, last_year);
          g_array_append_val (self->headings, list->rows->len);
          add_row (list, year, 2 * first_of_year);
        }
      add_row (list, event, 2 * k + 1);
    }
}

/* Tells the headings how many events they have now; those that went have none. */
static void
update_years (JolEventModel *self)
{
  GHashTableIter iter;
  gpointer year;
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->headings->len; i++)
    {
      guint row = g_array_index (self->headings, guint, i);
      guint end = i + 1 < self->headings->len ? g_array_index (self->headings, guint, i + 1)
                                              : self->list.rows->len;

      g_hash_table_add (shown, self->list.rows->pdata[row]);
      jol_year_set_n_events (self->list.rows->pdata[row], end - row - 1);
    }

  g_hash_table_iter_init (&iter, self->years);
  while (g_hash_table_iter_next (&iter, NULL, &year))
    {
      if (!g_hash_table_contains (shown, year))
        jol_year_set_n_events (year, 0);
    }
}

/* Moves on from (@old, @new) to the end of the next run of differences. */
static gboolean
find_run (const JolEventModel *self, guint *old, guint *new, guint *removed, guint *added)
{
  const GArray *before = self->before.ranks, *after = self->list.ranks;
  guint i = *old, j = *new;

  while (i < before->len && j < after->len &&
         g_array_index (before, guint, i) == g_array_index (after, guint, j))
    i++, j++;

  *old = i;
  *new = j;
  for (;;)
    {
      guint old_rank = i < before->len ? g_array_index (before, guint, i) : G_MAXUINT;
      guint new_rank = j < after->len ? g_array_index (after, guint, j) : G_MAXUINT;

      if (old_rank == new_rank)
        break;
      if (old_rank < new_rank)
        i++;
      else
        j++;
    }

  *removed = i - *old;
  *added = j - *new;
  *old = i;
  *new = j;
  return *removed > 0 || *added > 0;
}

static void
tell (JolEventModel *self, guint old, guint new, guint removed, guint added)
{
  self->n_old = old;
  self->n_new = new;
  g_list_model_items_changed (G_LIST_MODEL (self), new - added, removed, added);
}

static void
tell_runs (JolEventModel *self)
{
  guint old = 0, new = 0, removed, added, n_runs = 0;
  guint first_old = 0, first_new = 0, last_old = 0, last_new = 0;

  while (find_run (self, &old, &new, &removed, &added))
    {
      if (n_runs++ == 0)
        {
          first_old = old - removed;
          first_new = new - added;
        }
      last_old = old;
      last_new = new;
    }

  if (n_runs > MAX_RUNS)
    {
      tell (self, last_old, last_new, last_old - first_old, last_new - first_new);
      return;
    }

  old = new = 0;
  while (find_run (self, &old, &new, &removed, &added))
    tell (self, old, new, removed, added);
}

static GType
jol_event_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
jol_event_model_get_n_items (GListModel *model)
{
  JolEventModel *self = JOL_EVENT_MODEL (model);

  if (self->before.rows)
    return self->n_new + self->before.rows->len - self->n_old;
  return self->list.rows->len;
}

static gpointer
jol_event_model_get_item (GListModel *model, guint position)
{
  JolEventModel *self = JOL_EVENT_MODEL (model);
  GPtrArray *rows = self->list.rows;

  if (self->before.rows && position >= self->n_new)
    {
      rows = self->before.rows;
      position = position - self->n_new + self->n_old;
    }

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
jol_event_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jol_event_model_get_item_type;
  iface->get_n_items = jol_event_model_get_n_items;
  iface->get_item = jol_event_model_get_item;
}

static void
jol_event_model_finalize (GObject *object)
{
  JolEventModel *self = JOL_EVENT_MODEL (object);

  clear_row_list (&self->list);
  clear_row_list (&self->before);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->years, g_hash_table_unref);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (jol_event_model_parent_class)->finalize (object);
}

static void
jol_event_model_class_init (JolEventModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_event_model_finalize;
}

static void
jol_event_model_init (JolEventModel *self)
{
  self->years = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->list = create_row_list ();
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
}

JolEventModel *
jol_event_model_new (void)
{
  return g_object_new (JOL_TYPE_EVENT_MODEL, NULL);
}

/**
 * jol_event_model_set_query:
 *
 * Linear in the events of the story. Headings' counts are told before the rows.
 */
void
jol_event_model_set_query (JolEventModel *self,
                           JolStory *story,
                           JolFilter filter,
                           const char *subject,
                           const JolSpan *span)
{
  g_autoptr (JolStory) old_story = NULL;

  g_return_if_fail (JOL_IS_EVENT_MODEL (self));
  g_return_if_fail (!story || JOL_IS_STORY (story));
  /* A listener of items-changed may ask, not change. */
  g_return_if_fail (!self->before.rows);

  old_story = g_steal_pointer (&self->story);
  g_set_object (&self->story, story);

  self->before = self->list;
  self->list = create_row_list ();
  self->n_new = self->n_old = 0;
  g_array_set_size (self->headings, 0);
  if (story)
    fill_rows (self, &self->list, filter, subject, span);

  update_years (self);
  if (story == old_story)
    tell_runs (self);
  else if (self->before.rows->len > 0 || self->list.rows->len > 0)
    tell (self, self->before.rows->len, self->list.rows->len, self->before.rows->len,
          self->list.rows->len);

  clear_row_list (&self->before);
}

guint
jol_event_model_get_n_events (JolEventModel *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), 0);

  return self->list.rows->len - self->headings->len;
}

guint
jol_event_model_get_n_total (JolEventModel *self)
{
  guint n = 0;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), 0);

  if (self->story)
    jol_story_get_events (self->story, &n);
  return n;
}

guint
jol_event_model_find (JolEventModel *self, JolEvent *event)
{
  JolEvent *const *events;
  guint row, first, end, n_events;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), G_MAXUINT);
  g_return_val_if_fail (JOL_IS_EVENT (event), G_MAXUINT);

  if (!self->story)
    return G_MAXUINT;

  /* Events that begin on one day are few: found by day, then one by one. */
  events = jol_story_get_events (self->story, &n_events);
  first = jol_story_count_events_until (self->story, jol_event_get_first_day (event) - 1);
  end = jol_story_count_events_until (self->story, jol_event_get_first_day (event));
  for (guint k = first; k < end; k++)
    {
      if (events[k] != event)
        continue;

      row = count_below (self->list.ranks, 2 * k + 1);
      if (row < self->list.rows->len && self->list.rows->pdata[row] == event)
        return row;
      break;
    }

  return G_MAXUINT;
}

JolYear *
jol_event_model_get_year (JolEventModel *self, guint row)
{
  guint n;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), NULL);

  n = row < self->list.rows->len ? count_below (self->headings, row + 1) : 0;

  return n > 0 ? self->list.rows->pdata[g_array_index (self->headings, guint, n - 1)] : NULL;
}

/* How many rows stand before the first event, shown or not, that begins after @date. */
static guint
count_rows_until (JolEventModel *self, const JolDate *date)
{
  if (!self->story)
    return 0;

  return count_below (self->list.ranks,
                      2 * jol_story_count_events_until (self->story, jol_date_last_day (date)));
}

guint
jol_event_model_find_date (JolEventModel *self, const JolDate *date)
{
  guint n_rows;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), G_MAXUINT);

  /* The last of them may be a heading, when what has begun of its year is not shown; what stands
   * before a heading is always an event. */
  n_rows = count_rows_until (self, date);
  if (n_rows > 0 && JOL_IS_YEAR (self->list.rows->pdata[n_rows - 1]))
    n_rows--;

  return n_rows > 0 ? n_rows - 1 : G_MAXUINT;
}

guint
jol_event_model_count_until (JolEventModel *self, const JolDate *date)
{
  guint n_rows;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), 0);

  n_rows = count_rows_until (self, date);
  return n_rows - count_below (self->headings, n_rows);
}
