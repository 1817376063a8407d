/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the timeline.
 *
 * Every row has a rank, which says where it stands among all rows the story could ever have: event
 * number k of the story has 2k + 1, and the heading of a year has 2k for its first event k, shown
 * or not. A query is answered by one pass over those of the story's events that its span leaves,
 * and the answer is an array of ranks, ascending: a row's item follows from its rank. As ranks do
 * not depend on the query, the old rows and the new ones are compared by a merge, and the
 * differences told as runs.
 *
 * While the runs are told, the model is the first part of the new rows followed by the last part
 * of the old: so each items-changed finds the model exactly as it says, at no cost, and nothing is
 * moved about in memory.
 */
#include "config.h"

#include "jol-event-model.h"

#include "jol-event-table.h"

/* Beyond this many runs a list is quicker with one that covers them all. */
#define MAX_RUNS 128

/* Rows in order, each by its rank: what it shows follows from that. */
typedef struct
{
  JolStory *story; /* or NULL: then there are none */
  GArray *ranks;   /* of guint */
} RowList;

struct _JolEventModel
{
  GObject parent_instance;

  JolEventTable *table; /* of the story of list, or NULL */
  GHashTable *years;    /* int → JolYear, for the life of the model */
  RowList list;
  GArray *headings; /* of guint: the rows of list that are years */

  /* While runs are told: what is seen is list before n_new, and then before from n_old on. */
  RowList before;
  guint n_new;
  guint n_old;
};

enum
{
  QUERIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void jol_event_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JolEventModel,
                               jol_event_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      jol_event_model_list_model_init))

static RowList
create_row_list (JolStory *story)
{
  return (RowList){
    .story = story ? g_object_ref (story) : NULL,
    .ranks = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
}

static void
clear_row_list (RowList *list)
{
  g_clear_object (&list->story);
  g_clear_pointer (&list->ranks, g_array_unref);
}

static guint
get_rank (const RowList *list, guint row)
{
  return g_array_index (list->ranks, guint, row);
}

static gboolean
is_heading (guint rank)
{
  return rank % 2 == 0;
}

static void
add_row (RowList *list, guint rank)
{
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

static JolEvent *
get_ranked_event (const RowList *list, guint rank)
{
  guint n;

  return jol_story_get_events (list->story, &n)[rank / 2];
}

static GObject *
get_row (JolEventModel *self, const RowList *list, guint row)
{
  const guint rank = get_rank (list, row);
  JolEvent *event = get_ranked_event (list, rank);

  return is_heading (rank) ? G_OBJECT (get_year (self, jol_event_get_date (event)->year))
                           : G_OBJECT (event);
}

static GHashTable *
find_about (JolStory *story, const char *subject)
{
  const GPtrArray *found = jol_story_get_events_about (story, subject);
  GHashTable *about = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (about, found->pdata[i]);
  return about;
}

/* One pass over the story's events, in their order. */
static void
fill_rows (JolEventModel *self, RowList *list, const JolEventQuery *query)
{
  g_autoptr (GHashTable) about = query->subject ? find_about (list->story, query->subject) : NULL;
  g_autofree guint8 *in_view =
      query->view ? jol_event_table_find_view (self->table, query->view) : NULL;
  guint n_events, begin, end;
  JolEvent *const *events = jol_story_get_events (list->story, &n_events);
  const JolEventFacts *facts = jol_event_table_get_facts (self->table, &n_events);
  int year_end = G_MININT;

  jol_event_table_find_span (self->table, &query->span, &begin, &end);
  for (guint k = begin; k < end; k++)
    {
      if (jol_filter_hides (query->filter, facts[k].kind) || (in_view && !in_view[k]) ||
          (jol_span_is_set (&query->span) &&
           !jol_span_overlaps (&query->span, facts[k].first_day, facts[k].last_day)) ||
          (about && !g_hash_table_contains (about, events[k])))
        continue;

      if (facts[k].first_day > year_end)
        {
          const JolDate year = { .year = jol_event_get_date (events[k])->year };

          year_end = jol_date_last_day (&year);
          g_array_append_val (self->headings, list->ranks->len);
          add_row (list,
                   2 * jol_story_count_events_until (list->story, jol_date_first_day (&year) - 1));
        }
      add_row (list, 2 * k + 1);
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
                                              : self->list.ranks->len;
      GObject *heading = get_row (self, &self->list, row);

      g_hash_table_add (shown, heading);
      jol_year_set_n_events (JOL_YEAR (heading), end - row - 1);
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

/* FALSE: there is no difference. */
static gboolean
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
      return TRUE;
    }

  old = new = 0;
  while (find_run (self, &old, &new, &removed, &added))
    tell (self, old, new, removed, added);
  return n_runs > 0;
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

  if (self->before.ranks)
    return self->n_new + self->before.ranks->len - self->n_old;
  return self->list.ranks->len;
}

static gpointer
jol_event_model_get_item (GListModel *model, guint position)
{
  JolEventModel *self = JOL_EVENT_MODEL (model);
  const RowList *list = &self->list;

  if (self->before.ranks && position >= self->n_new)
    {
      list = &self->before;
      position = position - self->n_new + self->n_old;
    }

  return position < list->ranks->len ? g_object_ref (get_row (self, list, position)) : NULL;
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
  g_clear_pointer (&self->table, jol_event_table_free);

  G_OBJECT_CLASS (jol_event_model_parent_class)->finalize (object);
}

static void
jol_event_model_class_init (JolEventModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_event_model_finalize;

  signals[QUERIED] = g_signal_new ("queried", JOL_TYPE_EVENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_event_model_init (JolEventModel *self)
{
  self->years = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->list = create_row_list (NULL);
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
}

JolEventModel *
jol_event_model_new (void)
{
  return g_object_new (JOL_TYPE_EVENT_MODEL, NULL);
}

/* Both lists are of one story, or all of the rows are others. */
static gboolean
tell_changes (JolEventModel *self)
{
  const guint n_before = self->before.ranks->len, n_now = self->list.ranks->len;

  if (self->before.story == self->list.story)
    return tell_runs (self);
  if (n_before > 0 || n_now > 0)
    tell (self, n_before, n_now, n_before, n_now);
  return n_before > 0 || n_now > 0;
}

/**
 * jol_event_model_set_query:
 *
 * Linear in the events of the story that overlap the span. Headings' counts are told before the
 * rows.
 */
void
jol_event_model_set_query (JolEventModel *self, JolStory *story, const JolEventQuery *query)
{
  gboolean has_changed;

  g_return_if_fail (JOL_IS_EVENT_MODEL (self));
  g_return_if_fail (!story || JOL_IS_STORY (story));
  /* A listener of items-changed may ask, not change. */
  g_return_if_fail (!self->before.ranks);

  self->before = self->list;
  self->list = create_row_list (story);
  self->n_new = self->n_old = 0;
  if (story != self->before.story)
    {
      g_clear_pointer (&self->table, jol_event_table_free);
      self->table = story ? jol_event_table_new (story) : NULL;
    }
  g_array_set_size (self->headings, 0);
  if (story)
    fill_rows (self, &self->list, query);

  update_years (self);
  has_changed = tell_changes (self);
  clear_row_list (&self->before);
  if (has_changed)
    g_signal_emit (self, signals[QUERIED], 0);
}

guint
jol_event_model_get_n_events (JolEventModel *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), 0);

  return self->list.ranks->len - self->headings->len;
}

guint
jol_event_model_get_n_total (JolEventModel *self)
{
  guint n = 0;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), 0);

  if (self->list.story)
    jol_story_get_events (self->list.story, &n);
  return n;
}

guint
jol_event_model_find (JolEventModel *self, JolEvent *event)
{
  JolEvent *const *events;
  guint row, first, end, n_events;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), G_MAXUINT);
  g_return_val_if_fail (JOL_IS_EVENT (event), G_MAXUINT);

  if (!self->list.story)
    return G_MAXUINT;

  /* Events that begin on one day are few: found by day, then one by one. */
  events = jol_story_get_events (self->list.story, &n_events);
  first = jol_story_count_events_until (self->list.story, jol_event_get_first_day (event) - 1);
  end = jol_story_count_events_until (self->list.story, jol_event_get_first_day (event));
  for (guint k = first; k < end; k++)
    {
      if (events[k] != event)
        continue;

      row = count_below (self->list.ranks, 2 * k + 1);
      if (row < self->list.ranks->len && get_rank (&self->list, row) == 2 * k + 1)
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

  n = row < self->list.ranks->len ? count_below (self->headings, row + 1) : 0;

  if (n == 0)
    return NULL;
  return JOL_YEAR (get_row (self, &self->list, g_array_index (self->headings, guint, n - 1)));
}

/* How many rows stand before the first event, shown or not, that begins after @date. */
static guint
count_rows_until (JolEventModel *self, const JolDate *date)
{
  if (!self->list.story)
    return 0;

  return count_below (self->list.ranks, 2 * jol_story_count_events_until (
                                                self->list.story, jol_date_last_day (date)));
}

guint
jol_event_model_find_date (JolEventModel *self, const JolDate *date)
{
  guint n_rows;

  g_return_val_if_fail (JOL_IS_EVENT_MODEL (self), G_MAXUINT);

  /* The last of them may be a heading, when what has begun of its year is not shown; what stands
   * before a heading is always an event. */
  n_rows = count_rows_until (self, date);
  if (n_rows > 0 && is_heading (get_rank (&self->list, n_rows - 1)))
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
