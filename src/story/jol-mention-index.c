/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The articles are read once. A block's text is parted into sentences by the rules of Unicode
 * (UAX #29, as Pango has them), and each sentence that holds a link into the story is a passage,
 * listed once for each thing the link speaks of.
 *
 * Those rules know no abbreviations and end a sentence at "St. Petersburg", and they may end one
 * amid the words of a link, which is one thing to a reader; such ends are passed over. A sentence
 * that is too long is a smaller evil than one cut in two.
 */
#include "config.h"

#include "jol-mention-index.h"

#include "jol-claim.h"
#include "jol-event.h"
#include "jol-markdown.h"

#include <pango/pango.h>
#include <string.h>

struct _JolMentionIndex
{
  GPtrArray *passages;        /* of JolPassage: all of them */
  GHashTable *passages_about; /* id → GPtrArray of const JolPassage, borrowed */
  GPtrArray *no_passages;
};

/* What of the text a reader of blocks is in the middle of. */
typedef struct
{
  JolMentionIndex *index;
  GHashTable *entities;
  JolArticle *article;
  guint section;
  const JolBlock *block;
  char *text;           /* of the block */
  JolPassage *sentence; /* the one made last, or NULL */
} Reader;

static void
free_passage (gpointer data)
{
  g_free (((JolPassage *) data)->text);
  g_free (data);
}

/* What a link to @entity speaks of besides it: ids, and a place, which may be NULL. */
static const char *const *
get_subjects (JolEntity *entity, const char **place_out)
{
  static const char *const none[] = { NULL };

  *place_out = NULL;
  if (JOL_IS_CLAIM (entity))
    return jol_claim_get_about (JOL_CLAIM (entity));
  if (!JOL_IS_EVENT (entity))
    return none;

  *place_out = jol_event_get_place_id (JOL_EVENT (entity));
  return jol_event_get_route_ids (JOL_EVENT (entity));
}

/* Adds to the list of a thing, once. A country, which a claim may be about, is none. */
static void
add_passage (Reader *reader, const char *id, JolPassage *passage)
{
  JolEntity *entity = g_hash_table_lookup (reader->entities, id);
  GPtrArray *list;

  if (!entity)
    return;

  list = g_hash_table_lookup (reader->index->passages_about, id);
  if (!list)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (reader->index->passages_about, (gpointer) jol_entity_get_id (entity),
                           list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != passage)
    g_ptr_array_add (list, passage);
}

static gboolean
is_abbreviation (const char *word)
{
  static const char *const abbreviations[] = {
    "St",  "Mr",  "Mrs", "Ms",   "Dr", "No", "Nos", "vs",
    "Gen", "Gov", "Sen", "Prof", "Jr", "Sr", "ca",  NULL
  };

  /* An initial, but not the end of "Russia's". */
  return (g_utf8_strlen (word, 2) == 1 && g_unichar_isupper (g_utf8_get_char (word))) ||
         g_strv_contains (abbreviations, word);
}

/* Whether a sentence seems to end before @p only because of a short form. */
static gboolean
is_after_abbreviation (const char *text, const char *p)
{
  const char *end, *begin;
  g_autofree char *word = NULL;

  while (p > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  if (p == text || p[-1] != '.')
    return FALSE;

  end = begin = p - 1;
  while (begin > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (begin))))
    begin = g_utf8_prev_char (begin);
  word = g_strndup (begin, (gsize) (end - begin));
  return is_abbreviation (word);
}

/* Whether @at, in characters from the beginning of the block, is between two words of one link. */
static gboolean
is_in_link (const JolBlock *block, guint at)
{
  guint end = 0, last_serial = 0;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const JolRun *run = &g_array_index (block->runs, JolRun, i);

      if (at < end)
        return last_serial != 0;
      if (at == end)
        return run->link_serial != 0 && run->link_serial == last_serial;
      end += (guint) g_utf8_strlen (run->text, -1);
      last_serial = run->link_serial;
    }
  return at < end && last_serial != 0;
}

/* Where the sentences of a block begin, in characters, and at last its length. */
static GArray *
find_sentences (const JolBlock *block, const char *text)
{
  GArray *begins = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint n_chars = (guint) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);
  const char *p = text;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attrs, (int) n_chars + 1);
  for (guint i = 0; i < n_chars; i++, p = g_utf8_next_char (p))
    {
      if (i == 0 || (attrs[i].is_sentence_start && !is_after_abbreviation (text, p) &&
                     !is_in_link (block, i)))
        g_array_append_val (begins, i);
    }
  g_array_append_val (begins, n_chars);
  return begins;
}

/* A row of a table is read as one sentence. Takes @text. */
static char *
join_cells (char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);

  g_free (text);
  return g_strjoinv (" · ", cells);
}

/* The passage of the sentence that holds a run; those after it are not asked for before. */
static JolPassage *
get_passage (Reader *reader, const GArray *begins, const JolRun *run)
{
  const guint block_start = g_array_index (reader->block->runs, JolRun, 0).offset;
  guint last = 0;
  guint start, end;
  const char *from, *to;

  while (last + 2 < begins->len &&
         g_array_index (begins, guint, last + 1) <= run->offset - block_start)
    last++;
  start = g_array_index (begins, guint, last);
  if (reader->sentence && reader->sentence->start == block_start + start)
    return reader->sentence;

  end = g_array_index (begins, guint, last + 1);
  from = g_utf8_offset_to_pointer (reader->text, start);
  to = g_utf8_offset_to_pointer (from, end - start);
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    {
      to = g_utf8_prev_char (to);
      end--;
    }

  reader->sentence = g_new0 (JolPassage, 1);
  reader->sentence->article = reader->article;
  reader->sentence->section = reader->section;
  reader->sentence->start = block_start + start;
  reader->sentence->end = block_start + end;
  reader->sentence->text = join_cells (g_strndup (from, (gsize) (to - from)));
  g_ptr_array_add (reader->index->passages, reader->sentence);
  return reader->sentence;
}

static gboolean
is_into_story (const JolRun *run)
{
  return run->link == JOL_LINK_MENTION || run->link == JOL_LINK_CLAIM ||
         run->link == JOL_LINK_SOURCE;
}

static void
read_block (Reader *reader, const JolBlock *block)
{
  g_autoptr (GArray) begins = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const JolRun *run = &g_array_index (block->runs, JolRun, i);
      JolEntity *entity =
          is_into_story (run) ? g_hash_table_lookup (reader->entities, run->target) : NULL;
      const char *const *subjects;
      const char *place;
      JolPassage *passage;

      if (!entity)
        continue;
      if (!begins)
        {
          text = jol_block_dup_text (block);
          begins = find_sentences (block, text);
          reader->block = block;
          reader->text = text;
          reader->sentence = NULL;
        }

      passage = get_passage (reader, begins, run);
      subjects = get_subjects (entity, &place);
      add_passage (reader, run->target, passage);
      if (place)
        add_passage (reader, place, passage);
      for (guint j = 0; subjects[j]; j++)
        add_passage (reader, subjects[j], passage);
    }
}

JolMentionIndex *
jol_mention_index_new (const GPtrArray *articles, GHashTable *entities, const char *language)
{
  JolMentionIndex *self = g_new0 (JolMentionIndex, 1);
  Reader reader = { .index = self, .entities = entities };

  self->passages = g_ptr_array_new_with_free_func (free_passage);
  self->passages_about =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->no_passages = g_ptr_array_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      guint n_sections;
      const JolSection *sections;

      reader.article = g_ptr_array_index (articles, i);
      sections = jol_article_get_sections (reader.article, &n_sections);
      for (reader.section = 0; reader.section < n_sections; reader.section++)
        {
          g_autoptr (GArray) blocks =
              jol_markdown_parse (jol_text_get (sections[reader.section].body, language));

          for (guint j = 0; j < blocks->len; j++)
            read_block (&reader, &g_array_index (blocks, JolBlock, j));
        }
    }
  return self;
}

void
jol_mention_index_free (JolMentionIndex *self)
{
  g_hash_table_unref (self->passages_about);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->no_passages);
  g_free (self);
}

const GPtrArray *
jol_mention_index_get_passages (JolMentionIndex *self, const char *id)
{
  const GPtrArray *list = g_hash_table_lookup (self->passages_about, id);

  return list ? list : self->no_passages;
}

gboolean
jol_mention_speaks_of (JolEntity *mentioned, const char *id)
{
  const char *const *subjects;
  const char *place;

  if (!id || !mentioned)
    return FALSE;

  subjects = get_subjects (mentioned, &place);
  return strcmp (jol_entity_get_id (mentioned), id) == 0 || g_strcmp0 (place, id) == 0 ||
         g_strv_contains (subjects, id);
}
