/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words stand sorted, one after another in one text, each between two line ends. So the words
 * that begin with what is typed are neighbours, found by halving, and those that have it inside are
 * found by one search through that text, which is short: a language has some ten thousand words
 * whatever is written in it. A word of a sorted number owns a run of postings: the documents it is
 * in. Runs of neighbours are neighbours too, so a prefix is one run.
 *
 * A word with hyphens is there as a whole and from each of its parts on.
 */
#include "config.h"

#include "jol-search-words.h"

#include <string.h>

/* Of bytes. Longer ones (no story has them by accident) are cut to pieces. */
#define MAX_WORD 240
#define MAX_PART 60
#define MAX_POSTINGS 8000000
/* What a search for the inside of words goes through: more would take longer than a key stroke. */
#define MAX_INSIDE (16 * 1024 * 1024)

/* A document, and in the lowest bit whether the word is in its name. */
typedef guint32 Posting;

typedef struct
{
  guint32 word;
  Posting posting;
} Pair;

struct _JolSearchWordsBuilder
{
  GHashTable *ids; /* of words, from 1, by key; keys are owned by chunk */
  GStringChunk *chunk;
  GPtrArray *words; /* by id - 1, owned by chunk */
  GArray *last;     /* of guint32: one more than the last pair of each word */
  GArray *pairs;    /* of Pair, as they came */
};

struct _JolSearchWords
{
  guint n_words;
  char *text; /* "\nalmati\nastana\n"; the line end at MAX_INSIDE is a NUL, which ends a search */
  guint32 *offsets; /* of each word in text, and one past the last line end */
  guint32 *first;   /* posting of each word, and the number of postings */
  Posting *postings;
};

JolSearchWordsBuilder *
jol_search_words_builder_new (void)
{
  JolSearchWordsBuilder *self = g_new0 (JolSearchWordsBuilder, 1);

  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->chunk = g_string_chunk_new (32 * 1024);
  self->words = g_ptr_array_new ();
  self->last = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  return self;
}

void
jol_search_words_builder_free (JolSearchWordsBuilder *self)
{
  g_hash_table_unref (self->ids);
  g_string_chunk_free (self->chunk);
  g_ptr_array_unref (self->words);
  g_array_unref (self->last);
  g_array_unref (self->pairs);
  g_free (self);
}

static void
add_word (JolSearchWordsBuilder *self, const char *key, gsize length, Posting posting)
{
  char word[MAX_WORD + 1];
  guint32 id;
  guint32 *last;
  Pair pair;

  memcpy (word, key, length);
  word[length] = '\0';
  id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, word));
  if (id == 0)
    {
      char *kept = g_string_chunk_insert_len (self->chunk, word, (gssize) length);

      g_ptr_array_add (self->words, kept);
      id = self->words->len;
      g_hash_table_insert (self->ids, kept, GUINT_TO_POINTER (id));
      g_array_set_size (self->last, id);
    }

  last = &g_array_index (self->last, guint32, id - 1);
  if (*last > 0)
    {
      Posting *before = &g_array_index (self->pairs, Pair, *last - 1).posting;

      if (*before >> 1 == posting >> 1)
        {
          *before |= posting & 1;
          return;
        }
    }

  pair = (Pair){ id - 1, posting };
  g_array_append_val (self->pairs, pair);
  *last = self->pairs->len;
}

/* @length bytes at most, cut between characters. */
static gsize
cut (const char *key, gsize length, gsize most)
{
  if (length <= most)
    return length;

  while (most > 1 && ((guchar) key[most] & 0xc0) == 0x80)
    most--;
  return most;
}

gboolean
jol_search_words_builder_add (JolSearchWordsBuilder *self,
                              const JolFold *fold,
                              guint document,
                              gboolean is_name)
{
  const Posting posting = document << 1 | (is_name ? 1 : 0);
  gsize length;
  const char *key = jol_fold_get_key (fold, &length);
  gsize end;

  for (gsize start = 0; start < length; start = end + 1)
    {
      const char *space = memchr (key + start, ' ', length - start);
      gsize step;

      end = space ? (gsize) (space - key) : length;
      if (self->pairs->len >= MAX_POSTINGS)
        return FALSE;

      for (gsize at = start; at < end; at += step)
        {
          step = cut (key + at, end - at, MAX_WORD);
          add_word (self, key + at, step, posting);
        }
      for (gsize at = start + 1; at < end; at++)
        if (jol_fold_is_start (fold, at))
          add_word (self, key + at, cut (key + at, end - at, MAX_PART), posting);
    }

  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer words)
{
  return strcmp (g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) a),
                 g_ptr_array_index ((GPtrArray *) words, *(const guint32 *) b));
}

JolSearchWords *
jol_search_words_builder_end (JolSearchWordsBuilder *self)
{
  JolSearchWords *words = g_new0 (JolSearchWords, 1);
  const guint n = self->words->len;
  g_autofree guint32 *order = g_new (guint32, n);
  g_autofree guint32 *place = g_new (guint32, n);
  g_autoptr (GString) text = g_string_new ("\n");
  g_autofree guint32 *next = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_words, self->words);

  words->n_words = n;
  words->offsets = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      place[order[i]] = i;
      words->offsets[i] = (guint32) text->len;
      g_string_append (text, g_ptr_array_index (self->words, order[i]));
      g_string_append_c (text, text->len >= MAX_INSIDE ? '\0' : '\n');
    }
  words->offsets[n] = (guint32) text->len;
  words->text = g_string_free (g_steal_pointer (&text), FALSE);

  words->first = g_new0 (guint32, n + 1);
  for (guint i = 0; i < self->pairs->len; i++)
    words->first[place[g_array_index (self->pairs, Pair, i).word] + 1]++;
  for (guint i = 0; i < n; i++)
    words->first[i + 1] += words->first[i];

  next = g_memdup2 (words->first, (n + 1) * sizeof *words->first);
  words->postings = g_new (Posting, self->pairs->len);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      words->postings[next[place[pair->word]]++] = pair->posting;
    }

  jol_search_words_builder_free (self);
  return words;
}

void
jol_search_words_free (JolSearchWords *self)
{
  g_free (self->text);
  g_free (self->offsets);
  g_free (self->first);
  g_free (self->postings);
  g_free (self);
}

static void
grade_run (const JolSearchWords *self,
           guint first_word,
           guint end_word,
           guint8 name_grade,
           guint8 *grades)
{
  for (guint32 i = self->first[first_word]; i < self->first[end_word]; i++)
    {
      const guint8 grade = self->postings[i] & 1 ? name_grade : (guint8) (name_grade + 2);
      guint8 *best = &grades[self->postings[i] >> 1];

      if (grade < *best)
        *best = grade;
    }
}

/* The first word that does not sort before @key, or, @past, that neither begins with it. */
static guint
find_word (const JolSearchWords *self, const char *key, gsize length, gboolean past)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      /* A word's line end sorts before every letter. */
      const int order = strncmp (self->text + self->offsets[middle], key, length);

      if (order < 0 || (past && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
jol_search_words_grade (const JolSearchWords *self,
                        const char *key,
                        gboolean is_unfinished,
                        guint8 *grades)
{
  const gsize length = strlen (key);
  const guint first = find_word (self, key, length, FALSE);
  const guint end = find_word (self, key, length, TRUE);
  const char *text = self->text;
  const char *found;
  guint word = 0;

  if (length == 0)
    return;

  grade_run (self, first, end, is_unfinished ? JOL_SEARCH_NAME_INSIDE : JOL_SEARCH_NAME_START,
             grades);
  /* One letter is inside of nearly everything; one Chinese character says much. */
  if (is_unfinished || length < 2)
    return;

  while ((found = strstr (text, key)))
    {
      const guint32 offset = (guint32) (found - self->text);
      guint high = self->n_words;

      /* The word that holds the place. */
      while (high - word > 1)
        {
          const guint middle = word + (high - word) / 2;

          if (self->offsets[middle] <= offset)
            word = middle;
          else
            high = middle;
        }
      if (word < first || word >= end)
        grade_run (self, word, word + 1, JOL_SEARCH_NAME_INSIDE, grades);
      text = self->text + self->offsets[word + 1] - 1;
    }
}
