/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A query asks each of its words of the words of all documents, which gives every document a grade
 * for each; the worst of them says how well the document fits as a whole. What is a name, or begins
 * one, is found apart, by halving in the sorted names. Only what is handed out is given a title and
 * a snippet, so a query costs what it looks at, not what it finds.
 */
#include "config.h"

#include "jol-search-index.h"

#include "jol-search-query.h"
#include "jol-search-words.h"

#include <string.h>

#define CHECK_EVERY 256 /* documents between two looks at the cancellable */
#define NOT_FOUND G_MAXUINT8
#define N_RANKS (JOL_SEARCH_RANK_TEXT_INSIDE + 1)

typedef struct
{
  const char *key; /* owned by the chunk */
  guint document;
} Name;

struct _JolSearchIndex
{
  JolSearchDocuments *documents;
  JolSearchWords *words;
  GStringChunk *chunk;
  GArray *names; /* of Name, by key */
};

/* What reads the texts into the index. */
typedef struct
{
  JolSearchIndex *index;
  JolSearchWordsBuilder *builder;
  JolFold *fold;
  guint document;
  JolSearchField field;
  gboolean is_full;
} Reader;

typedef struct
{
  JolStory *story;
  JolCountryNamer namer;
} Job;

G_DEFINE_BOXED_TYPE (JolSearchIndex, jol_search_index, jol_search_index_ref, jol_search_index_unref)

static void
free_group (gpointer data)
{
  JolSearchGroup *group = data;

  g_ptr_array_unref (group->results);
  g_free (group);
}

static void
add_reading (Reader *self)
{
  gsize length;
  const char *key = jol_fold_get_key (self->fold, &length);

  if (self->field <= JOL_SEARCH_FIELD_HANDLE && length > 0)
    {
      Name name = { g_string_chunk_insert_len (self->index->chunk, key, (gssize) length),
                    self->document };

      g_array_append_val (self->index->names, name);
    }
  if (!jol_search_words_builder_add (self->builder, self->fold, self->document,
                                     self->field != JOL_SEARCH_FIELD_TEXT))
    self->is_full = TRUE;
}

static gboolean
read_cb (const char *text, JolSearchField field, gpointer data)
{
  Reader *self = data;
  const gssize length = (gssize) jol_search_text_length (text);

  self->field = field;
  if (jol_fold_read (self->fold, text, length, JOL_FOLD_SOUNDS))
    {
      add_reading (self);
      jol_fold_read (self->fold, text, length, JOL_FOLD_LETTERS);
    }
  add_reading (self);
  return !self->is_full;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Name *) a)->key, ((const Name *) b)->key);
}

/* Names first: when a story has more words than there is room for, it is texts that go short. */
static gboolean
read_documents (Reader *reader, GCancellable *cancellable)
{
  const JolSearchDocuments *documents = reader->index->documents;
  const guint n = jol_search_documents_get_size (documents);

  for (int pass = 0; pass < 2 && !reader->is_full; pass++)
    {
      for (guint i = 0; i < n && !reader->is_full; i++)
        {
          const JolSearchDocument *document = jol_search_documents_get (documents, i);

          if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
            return FALSE;
          reader->document = i;
          if (pass == 0)
            jol_search_documents_visit_names (documents, document, read_cb, reader);
          else
            jol_search_documents_visit_texts (documents, document, read_cb, reader);
        }
    }

  return TRUE;
}

JolSearchIndex *
jol_search_index_new (JolStory *story, JolCountryNamer namer, GCancellable *cancellable)
{
  g_autoptr (JolSearchIndex) self = NULL;
  g_autoptr (JolFold) fold = jol_fold_new ();
  g_autoptr (JolSearchWordsBuilder) builder = jol_search_words_builder_new ();
  Reader reader = { .builder = builder, .fold = fold };

  g_return_val_if_fail (JOL_IS_STORY (story), NULL);

  self = g_atomic_rc_box_new0 (JolSearchIndex);
  self->documents = jol_search_documents_new (story, namer);
  self->chunk = g_string_chunk_new (16 * 1024);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  reader.index = self;
  if (!read_documents (&reader, cancellable))
    return NULL;

  g_array_sort (self->names, compare_names);
  self->words = jol_search_words_builder_end (g_steal_pointer (&builder));
  return g_steal_pointer (&self);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->story);
  g_free (job);
}

static void
index_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  JolSearchIndex *index = jol_search_index_new (job->story, job->namer, cancellable);

  if (index)
    g_task_return_pointer (task, index, (GDestroyNotify) jol_search_index_unref);
  else
    g_task_return_error_if_cancelled (task);
}

void
jol_search_index_new_async (JolStory *story,
                            JolCountryNamer namer,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->story = g_object_ref (story);
  job->namer = namer;
  g_task_set_source_tag (task, jol_search_index_new_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, index_in_thread);
}

JolSearchIndex *
jol_search_index_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

JolSearchIndex *
jol_search_index_ref (JolSearchIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_index (gpointer data)
{
  JolSearchIndex *self = data;

  g_clear_pointer (&self->documents, jol_search_documents_free);
  g_clear_pointer (&self->words, jol_search_words_free);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_clear_pointer (&self->names, g_array_unref);
}

void
jol_search_index_unref (JolSearchIndex *self)
{
  g_atomic_rc_box_release_full (self, clear_index);
}

JolStory *
jol_search_index_get_story (const JolSearchIndex *self)
{
  return jol_search_documents_get_story (self->documents);
}

/* As a whole a document fits no better than its worst word. */
static void
rank_words (const JolSearchIndex *self, const JolSearchQuery *query, guint8 *ranks)
{
  static const guint8 of_grade[] = { JOL_SEARCH_RANK_WORDS, JOL_SEARCH_RANK_INSIDE,
                                     JOL_SEARCH_RANK_TEXT, JOL_SEARCH_RANK_TEXT_INSIDE, NOT_FOUND };
  const guint n = jol_search_documents_get_size (self->documents);
  g_autofree guint8 *grades = g_malloc (MAX (n, 1));

  memset (ranks, 0, n);
  for (guint i = 0; i < query->n_words; i++)
    {
      memset (grades, JOL_SEARCH_NOWHERE, n);
      for (guint j = 0; j < query->words[i].n_keys; j++)
        jol_search_words_grade (self->words, query->words[i].keys[j], FALSE, grades);
      if (query->words[i].unfinished)
        jol_search_words_grade (self->words, query->words[i].unfinished, TRUE, grades);
      for (guint j = 0; j < n; j++)
        ranks[j] = MAX (ranks[j], of_grade[grades[j]]);
    }
}

static void
rank_names (const JolSearchIndex *self, const char *key, guint8 *ranks)
{
  const gsize length = strlen (key);
  guint low = 0, high = self->names->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (self->names, Name, middle).key, key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < self->names->len; low++)
    {
      const Name *name = &g_array_index (self->names, Name, low);
      guint8 rank;

      if (strncmp (name->key, key, length) != 0)
        break;
      rank = name->key[length] ? JOL_SEARCH_RANK_PREFIX : JOL_SEARCH_RANK_EXACT;
      ranks[name->document] = MIN (ranks[name->document], rank);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const JolSearchGroup *first = *(JolSearchGroup *const *) a;
  const JolSearchGroup *second = *(JolSearchGroup *const *) b;
  const int first_rank = jol_search_result_get_rank (g_ptr_array_index (first->results, 0));
  const int second_rank = jol_search_result_get_rank (g_ptr_array_index (second->results, 0));

  return first_rank != second_rank ? first_rank - second_rank
                                   : (int) first->kind - (int) second->kind;
}

/* What a source is called is a text among others: there are many, and nobody came for them. */
static void
demote_sources (const JolSearchIndex *self, guint8 *ranks)
{
  const guint n = jol_search_documents_get_size (self->documents);

  for (guint i = 0; i < n; i++)
    if (ranks[i] < JOL_SEARCH_RANK_TEXT &&
        jol_search_documents_get (self->documents, i)->kind == JOL_SEARCH_SOURCE)
      ranks[i] = JOL_SEARCH_RANK_TEXT;
}

/* Where each rank of a kind begins when its documents stand sorted, and how many there are. */
static void
count_ranks (const JolSearchIndex *self,
             const guint8 *ranks,
             guint begins[JOL_N_SEARCH_KINDS][N_RANKS + 1])
{
  const guint n = jol_search_documents_get_size (self->documents);

  memset (begins, 0, sizeof *begins * JOL_N_SEARCH_KINDS);
  for (guint i = 0; i < n; i++)
    if (ranks[i] != NOT_FOUND)
      begins[jol_search_documents_get (self->documents, i)->kind][ranks[i] + 1]++;
  for (guint kind = 0; kind < JOL_N_SEARCH_KINDS; kind++)
    for (guint rank = 0; rank < N_RANKS; rank++)
      begins[kind][rank + 1] += begins[kind][rank];
}

/* The documents of each kind, the best first; documents stand in the order that decides between
 * those of one rank. */
static void
pick_best (const JolSearchIndex *self,
           const guint8 *ranks,
           guint begins[JOL_N_SEARCH_KINDS][N_RANKS + 1],
           guint *best[JOL_N_SEARCH_KINDS],
           guint limit)
{
  const guint n = jol_search_documents_get_size (self->documents);

  for (guint i = 0; i < n; i++)
    if (ranks[i] != NOT_FOUND)
      {
        const JolSearchKind kind = jol_search_documents_get (self->documents, i)->kind;
        const guint place = begins[kind][ranks[i]]++;

        if (place < limit)
          best[kind][place] = i;
      }
}

/**
 * jol_search_index_query:
 * @self: an index
 * @text: what was typed, valid UTF-8
 * @language: (nullable): BCP 47 tag of the reader's language
 * @limit: results of a kind at most
 *
 * Returns: (transfer full): of JolSearchGroup, the one with the best result first
 */
GPtrArray *
jol_search_index_query (const JolSearchIndex *self,
                        const char *text,
                        const char *language,
                        guint limit)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (JolFold) fold = jol_fold_new ();
  g_autoptr (JolSearchQuery) query = jol_search_query_new (fold, text);
  const guint n = jol_search_documents_get_size (self->documents);
  g_autofree guint8 *ranks = g_malloc (MAX (n, 1));
  guint begins[JOL_N_SEARCH_KINDS][N_RANKS + 1];
  guint *best[JOL_N_SEARCH_KINDS];
  guint n_found[JOL_N_SEARCH_KINDS];

  if (query->n_words == 0)
    return groups;

  rank_words (self, query, ranks);
  for (guint i = 0; i < query->n_keys; i++)
    rank_names (self, query->keys[i], ranks);
  demote_sources (self, ranks);

  count_ranks (self, ranks, begins);
  for (guint kind = 0; kind < JOL_N_SEARCH_KINDS; kind++)
    {
      n_found[kind] = begins[kind][N_RANKS];
      best[kind] = g_new (guint, MIN (n_found[kind], limit));
    }
  pick_best (self, ranks, begins, best, limit);

  for (guint kind = 0; kind < JOL_N_SEARCH_KINDS; kind++)
    {
      const guint n_kept = MIN (n_found[kind], limit);
      JolSearchGroup *group = g_new (JolSearchGroup, 1);

      group->kind = kind;
      group->n_found = n_found[kind];
      group->results = g_ptr_array_new_full (n_kept, g_object_unref);
      for (guint i = 0; i < n_kept; i++)
        g_ptr_array_add (
            group->results,
            jol_search_result_new (self->documents,
                                   jol_search_documents_get (self->documents, best[kind][i]),
                                   ranks[best[kind][i]], query, fold, language));
      g_free (best[kind]);
      if (n_kept > 0)
        g_ptr_array_add (groups, group);
      else
        free_group (group);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  JolSearchResult *first = *(JolSearchResult *const *) a;
  JolSearchResult *second = *(JolSearchResult *const *) b;

  return (int) jol_search_result_get_rank (first) - (int) jol_search_result_get_rank (second);
}

GPtrArray *
jol_search_groups_flatten (GPtrArray *groups)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const JolSearchGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->results->len; j++)
        g_ptr_array_add (results, g_object_ref (g_ptr_array_index (group->results, j)));
    }
  /* Stable: groups stand as they are shown. */
  g_ptr_array_sort (results, compare_results);
  return results;
}
