/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-citations.h"

struct _JolCitations
{
  JolStory *story;
  GPtrArray *sources;  /* of JolSource, by number */
  GHashTable *numbers; /* JolSource → number */
};

JolCitations *
jol_citations_new (JolStory *story)
{
  JolCitations *self = g_new0 (JolCitations, 1);

  self->story = story;
  self->sources = g_ptr_array_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

void
jol_citations_free (JolCitations *self)
{
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static guint
number_source (JolCitations *self, JolSource *source)
{
  guint number = jol_citations_get_number (self, source);

  if (number > 0)
    return number;

  g_ptr_array_add (self->sources, source);
  g_hash_table_insert (self->numbers, source, GUINT_TO_POINTER (self->sources->len));
  return self->sources->len;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

char *
jol_citations_cite (JolCitations *self, JolEntity *entity)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *note;

  if (JOL_IS_SOURCE (entity))
    {
      guint number = number_source (self, JOL_SOURCE (entity));

      g_array_append_val (numbers, number);
    }
  else if (JOL_IS_CLAIM (entity))
    {
      const char *const *ids = jol_entity_get_source_ids (entity);

      for (guint i = 0; ids[i]; i++)
        {
          JolEntity *source = jol_story_lookup (self->story, ids[i]);
          guint number;

          if (!JOL_IS_SOURCE (source))
            continue;
          number = number_source (self, JOL_SOURCE (source));
          g_array_append_val (numbers, number);
        }
    }
  if (numbers->len == 0)
    return NULL;

  g_array_sort (numbers, compare_numbers);
  note = g_string_new ("[");
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint first = g_array_index (numbers, guint, i);
      guint last = first;

      /* Three or more in a row are a range. */
      while (i + (last - first) + 1 < numbers->len &&
             g_array_index (numbers, guint, i + (last - first) + 1) == last + 1)
        last++;
      /* A no-break space: a note is not parted. */
      g_string_append_printf (note, "%s%u", note->len > 1 ? ",\xc2\xa0" : "", first);
      if (last - first < 2)
        continue;
      g_string_append_printf (note, "–%u", last);
      i += last - first;
    }
  g_string_append_c (note, ']');
  return g_string_free (note, FALSE);
}

guint
jol_citations_get_n_sources (const JolCitations *self)
{
  return self->sources->len;
}

JolSource *
jol_citations_get_source (const JolCitations *self, guint index)
{
  g_return_val_if_fail (index < self->sources->len, NULL);

  return g_ptr_array_index (self->sources, index);
}

guint
jol_citations_get_number (const JolCitations *self, JolSource *source)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, source));
}
