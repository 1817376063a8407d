/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-query.h"

#include <string.h>

/* More marks than this in one text help nobody. */
#define MAX_RANGES 64
#define MAX_TEXT (64 * 1024)

static void
add_word (JolSearchQuery *self, guint index, const char *key, gsize length)
{
  g_autofree char *word = g_strndup (key, length);

  if (index >= JOL_SEARCH_MAX_WORDS)
    return;
  if (self->words[index].n_keys > 0 && g_str_equal (self->words[index].keys[0], word))
    return;
  self->words[index].keys[self->words[index].n_keys++] = g_steal_pointer (&word);
  self->n_words = MAX (self->n_words, index + 1);
}

/* Both readings have the same words, and differ only inside of them. */
static void
add_reading (JolSearchQuery *self, const JolFold *fold)
{
  gsize length;
  const char *key = jol_fold_get_key (fold, &length);
  gsize start = 0;
  guint n = 0;

  if (length == 0)
    return;
  self->keys[self->n_keys++] = g_strdup (key);
  for (gsize at = 1; at <= length; at++)
    if (at == length || jol_fold_is_start (fold, at))
      {
        const gboolean has_space = at < length && key[at - 1] == ' ';

        add_word (self, n++, key + start, at - start - (has_space ? 1 : 0));
        start = at;
      }
}

JolSearchQuery *
jol_search_query_new (JolFold *fold, const char *text)
{
  JolSearchQuery *self = g_new0 (JolSearchQuery, 1);
  const gsize length = jol_search_text_length (text);

  if (jol_fold_read (fold, text, (gssize) length, JOL_FOLD_SOUNDS))
    {
      add_reading (self, fold);
      jol_fold_read (fold, text, (gssize) length, JOL_FOLD_LETTERS);
    }
  add_reading (self, fold);

  if (self->n_words > 0)
    self->words[self->n_words - 1].unfinished =
        jol_fold_dup_unfinished (self->words[self->n_words - 1].keys[0]);
  return self;
}

void
jol_search_query_free (JolSearchQuery *self)
{
  for (guint i = 0; i < self->n_keys; i++)
    g_free (self->keys[i]);
  for (guint i = 0; i < self->n_words; i++)
    {
      for (guint j = 0; j < self->words[i].n_keys; j++)
        g_free (self->words[i].keys[j]);
      g_free (self->words[i].unfinished);
    }
  g_free (self);
}

guint
jol_search_query_get_all (const JolSearchQuery *self)
{
  return (1u << self->n_words) - 1;
}

/* Where @key stands in what was read: where words begin, or, when @inside, anywhere. */
static gboolean
find_key (const JolFold *fold, const char *key, gboolean inside, GArray *ranges)
{
  const char *text = jol_fold_get_key (fold, NULL);
  const gsize length = strlen (key);
  gboolean is_found = FALSE;

  if (length == 0 || (inside && length < 2))
    return FALSE;
  for (const char *at = strstr (text, key); at; at = strstr (at + 1, key))
    {
      const gsize offset = (gsize) (at - text);
      JolSearchRange range;

      if (!inside && !jol_fold_is_start (fold, offset))
        continue;
      is_found = TRUE;
      if (!ranges || ranges->len >= MAX_RANGES)
        break;
      jol_fold_get_range (fold, offset, offset + length, &range.start, &range.end);
      g_array_append_val (ranges, range);
    }

  return is_found;
}

static gboolean
find_word (const JolSearchQuery *self, guint index, const JolFold *fold, GArray *ranges)
{
  const char *unfinished = self->words[index].unfinished;
  gboolean is_found = FALSE;

  for (guint i = 0; i < self->words[index].n_keys; i++)
    is_found = find_key (fold, self->words[index].keys[i], FALSE, ranges) || is_found;
  if (!is_found && unfinished)
    is_found = find_key (fold, unfinished, FALSE, ranges);
  for (guint i = 0; !is_found && i < self->words[index].n_keys; i++)
    is_found = find_key (fold, self->words[index].keys[i], TRUE, ranges);

  return is_found;
}

static guint
find_words (const JolSearchQuery *self, const JolFold *fold, guint found, GArray *ranges)
{
  for (guint i = 0; i < self->n_words; i++)
    if (!(found & 1u << i) && find_word (self, i, fold, ranges))
      found |= 1u << i;

  return found;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const JolSearchRange *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const JolSearchRange range = g_array_index (ranges, JolSearchRange, i);
      JolSearchRange *last = n > 0 ? &g_array_index (ranges, JolSearchRange, n - 1) : NULL;

      if (last && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, JolSearchRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

gsize
jol_search_text_length (const char *text)
{
  const gsize length = strnlen (text, MAX_TEXT + 1);
  const char *end;

  if (length <= MAX_TEXT)
    return length;
  end = g_utf8_find_prev_char (text, text + MAX_TEXT + 1);
  return end ? (gsize) (end - text) : 0;
}

guint
jol_search_query_mark (const JolSearchQuery *self, JolFold *fold, const char *text, GArray *ranges)
{
  const gssize length = (gssize) jol_search_text_length (text);
  const gboolean has_other = jol_fold_read (fold, text, length, JOL_FOLD_SOUNDS);
  guint found = find_words (self, fold, 0, ranges);

  if (has_other && found != jol_search_query_get_all (self))
    {
      jol_fold_read (fold, text, length, JOL_FOLD_LETTERS);
      found = find_words (self, fold, found, ranges);
    }
  if (ranges)
    merge_ranges (ranges);
  return found;
}
