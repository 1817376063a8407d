/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-query.h"

#include <string.h>

/* Characters of a snippet, and of them before what matched. */
#define MAX_SNIPPET 180
#define MAX_BEFORE 40
#define MAX_NAME 60 /* another name, a stop, a company; more is a sentence */
#define ELLIPSIS "…"

struct _JolSearchResult
{
  GObject parent_instance;

  JolSearchKind kind;
  JolSearchRank rank;
  char *id;
  JolEntity *entity;
  char *title;
  GArray *title_ranges; /* of JolSearchRange */
  char *snippet;
  GArray *snippet_ranges;
};

/* A search through a document's texts for the one that says most of what its title does not. */
typedef struct
{
  const JolSearchQuery *query;
  JolFold *fold;
  const char *title;
  guint missing; /* words that the title does not have */
  guint best;    /* those of them that the best text has */
  char *text;    /* owned */
} Hunt;

G_DEFINE_FINAL_TYPE (JolSearchResult, jol_search_result, G_TYPE_OBJECT)

static void
jol_search_result_finalize (GObject *object)
{
  JolSearchResult *self = JOL_SEARCH_RESULT (object);

  g_free (self->id);
  g_clear_object (&self->entity);
  g_free (self->title);
  g_array_unref (self->title_ranges);
  g_free (self->snippet);
  g_array_unref (self->snippet_ranges);

  G_OBJECT_CLASS (jol_search_result_parent_class)->finalize (object);
}

static void
jol_search_result_class_init (JolSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_search_result_finalize;
}

static void
jol_search_result_init (JolSearchResult *self)
{
  self->title_ranges = g_array_new (FALSE, FALSE, sizeof (JolSearchRange));
  self->snippet_ranges = g_array_new (FALSE, FALSE, sizeof (JolSearchRange));
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits; bits &= bits - 1)
    n++;
  return n;
}

static gboolean
hunt_cb (const char *text, JolSearchField field, gpointer data)
{
  Hunt *hunt = data;
  guint found;

  if (field == JOL_SEARCH_FIELD_HANDLE || g_str_equal (text, hunt->title))
    return TRUE;

  found = jol_search_query_mark (hunt->query, hunt->fold, text, NULL) & hunt->missing;
  if (count_bits (found) > count_bits (hunt->best))
    {
      hunt->best = found;
      g_free (hunt->text);
      hunt->text = g_strdup (text);
    }
  return hunt->best != hunt->missing;
}

static const char *
go_back (const char *text, const char *p, guint n_chars)
{
  for (guint i = 0; i < n_chars && p > text; i++)
    p = g_utf8_prev_char (p);
  return p;
}

static const char *
go_on (const char *p, const char *end, guint n_chars)
{
  for (guint i = 0; i < n_chars && p < end; i++)
    p = g_utf8_next_char (p);
  return p;
}

/* The part of @text around its first match as one line. Its @ranges become those of the part. */
static char *
cut_out (const char *text, GArray *ranges)
{
  const char *end = text + strlen (text);
  const char *first =
      ranges->len > 0 ? text + g_array_index (ranges, JolSearchRange, 0).start : text;
  const char *from = go_back (text, first, MAX_BEFORE);
  const char *to = go_on (from, end, MAX_SNIPPET);
  const char *space;
  GString *part = g_string_new (NULL);
  gsize shift;
  guint n = 0;

  /* Whole words, where there are any. */
  if (from > text && (space = memchr (from, ' ', (gsize) (first - from))))
    from = space + 1;
  else if (from > text)
    from = first;
  if (to < end && (space = g_strrstr_len (first, to - first, " ")))
    to = space;

  if (from > text)
    g_string_append (part, ELLIPSIS);
  shift = part->len;
  g_string_append_len (part, from, to - from);
  for (gsize i = 0; i < part->len; i++)
    if (g_ascii_iscntrl (part->str[i]))
      part->str[i] = ' ';
  if (to < end)
    g_string_append (part, ELLIPSIS);

  for (guint i = 0; i < ranges->len; i++)
    {
      JolSearchRange range = g_array_index (ranges, JolSearchRange, i);

      if (range.end > (gsize) (to - text))
        break;
      range.start += shift - (gsize) (from - text);
      range.end += shift - (gsize) (from - text);
      g_array_index (ranges, JolSearchRange, n++) = range;
    }
  g_array_set_size (ranges, n);
  return g_string_free (part, FALSE);
}

/* What is short stands before what the thing is: "Сиань · City · China". */
static char *
find_snippet (const JolSearchDocuments *documents,
              const JolSearchDocument *document,
              const JolSearchQuery *query,
              JolFold *fold,
              const char *title,
              guint missing,
              const char *language)
{
  g_autofree char *description = jol_search_documents_describe (documents, document, language);
  Hunt hunt = { query, fold, title, missing, 0, NULL };

  if (!description)
    description = g_strdup ("");
  /* What is shown anyway is as good as any other text. */
  if (missing == 0 || (jol_search_query_mark (query, fold, description, NULL) & missing) == missing)
    return g_steal_pointer (&description);

  jol_search_documents_visit_names (documents, document, hunt_cb, &hunt);
  if (!hunt.text)
    jol_search_documents_visit_texts (documents, document, hunt_cb, &hunt);
  if (!hunt.text)
    return g_steal_pointer (&description);
  if (!*description || g_utf8_strlen (hunt.text, -1) > MAX_NAME)
    return hunt.text;

  g_autofree char *name = hunt.text;
  return g_strconcat (name, " · ", description, NULL);
}

/**
 * jol_search_result_new:
 * @documents: what is searched
 * @document: one of them that was found
 * @rank: how well it fits
 * @query: what was typed
 * @fold: for reading texts
 * @language: (nullable): BCP 47 tag of the reader's language
 *
 * Its snippet shows the words that the title does not: another name, or the text around them. When
 * the title has all of them it says what the thing is.
 *
 * Returns: (transfer full): it
 */
JolSearchResult *
jol_search_result_new (const JolSearchDocuments *documents,
                       const JolSearchDocument *document,
                       JolSearchRank rank,
                       const JolSearchQuery *query,
                       JolFold *fold,
                       const char *language)
{
  JolSearchResult *self = g_object_new (JOL_TYPE_SEARCH_RESULT, NULL);
  const char *title = jol_search_document_get_title (document, language);
  g_autofree char *snippet = NULL;
  guint found;

  self->kind = document->kind;
  self->rank = rank;
  self->id = jol_search_document_dup_id (document);
  self->entity = document->entity ? g_object_ref (document->entity) : NULL;
  self->title = g_strdup (title ? title : "");

  found = jol_search_query_mark (query, fold, self->title, self->title_ranges);
  snippet = find_snippet (documents, document, query, fold, self->title,
                          jol_search_query_get_all (query) & ~found, language);
  jol_search_query_mark (query, fold, snippet, self->snippet_ranges);
  self->snippet = cut_out (snippet, self->snippet_ranges);
  return self;
}

JolSearchKind
jol_search_result_get_kind (JolSearchResult *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), JOL_SEARCH_PLACE);

  return self->kind;
}

JolSearchRank
jol_search_result_get_rank (JolSearchResult *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), JOL_SEARCH_RANK_TEXT_INSIDE);

  return self->rank;
}

const char *
jol_search_result_get_id (JolSearchResult *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), NULL);

  return self->id;
}

JolEntity *
jol_search_result_get_entity (JolSearchResult *self)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), NULL);

  return self->entity;
}

static const JolSearchRange *
hand_out (GArray *ranges, guint *n_out)
{
  *n_out = ranges->len;
  return (const JolSearchRange *) (gpointer) ranges->data;
}

const char *
jol_search_result_get_title (JolSearchResult *self,
                             const JolSearchRange **ranges_out,
                             guint *n_ranges_out)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), NULL);

  if (ranges_out)
    *ranges_out = hand_out (self->title_ranges, n_ranges_out);
  return self->title;
}

const char *
jol_search_result_get_snippet (JolSearchResult *self,
                               const JolSearchRange **ranges_out,
                               guint *n_ranges_out)
{
  g_return_val_if_fail (JOL_IS_SEARCH_RESULT (self), NULL);

  if (ranges_out)
    *ranges_out = hand_out (self->snippet_ranges, n_ranges_out);
  return self->snippet;
}
