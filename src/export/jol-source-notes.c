/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-source-notes.h"

#include "jol-paper.h"

#define SIZE 8.5
#define LEADING 1.3
#define INDENT 22.0
#define MARKER_GAP 6.0
#define GAP 3.0

struct _JolSourceNotes
{
  JolStory *story;
  GPtrArray *sources; /* of JolSource, borrowed from the story */
};

JolSourceNotes *
jol_source_notes_new (JolStory *story)
{
  JolSourceNotes *self = g_new0 (JolSourceNotes, 1);

  self->story = g_object_ref (story);
  self->sources = g_ptr_array_new ();
  return self;
}

void
jol_source_notes_free (JolSourceNotes *self)
{
  g_ptr_array_unref (self->sources);
  g_object_unref (self->story);
  g_free (self);
}

guint
jol_source_notes_add (JolSourceNotes *self, const char *id)
{
  JolEntity *source = jol_story_lookup (self->story, id);
  guint index;

  if (!JOL_IS_SOURCE (source))
    return 0;
  if (!g_ptr_array_find (self->sources, source, &index))
    {
      index = self->sources->len;
      g_ptr_array_add (self->sources, source);
    }
  return index + 1;
}

guint
jol_source_notes_get_n (const JolSourceNotes *self)
{
  return self->sources->len;
}

const char *
jol_source_notes_get_address (const JolSourceNotes *self, guint number)
{
  g_return_val_if_fail (number > 0 && number <= self->sources->len, NULL);

  return jol_source_get_url (g_ptr_array_index (self->sources, number - 1));
}

void
jol_source_notes_mark (JolSourceNotes *self,
                       JolPageText *text,
                       const char *const *ids,
                       const JolFont *font)
{
  gboolean is_first = TRUE;

  for (guint i = 0; ids && ids[i]; i++)
    {
      const guint number = jol_source_notes_add (self, ids[i]);
      g_autofree char *word = g_strdup_printf ("%u", number);

      if (number == 0)
        continue;
      /* Spaces that do not break: a number never begins a line. */
      jol_page_text_add_raised (text, is_first ? "\u00a0" : ",\u00a0", font, NULL);
      jol_page_text_add_raised (text, word, font, jol_source_notes_get_address (self, number));
      is_first = FALSE;
    }
}

void
jol_source_notes_append (const JolSourceNotes *self,
                         JolPageFlow *flow,
                         double width,
                         double indent,
                         JolTheme theme,
                         const char *language)
{
  const JolFont font = jol_paper_get_font (theme, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  const JolFont dim = jol_paper_get_font (theme, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);

  for (guint i = 0; i < self->sources->len; i++)
    {
      JolSource *source = g_ptr_array_index (self->sources, i);
      const char *address = jol_source_get_url (source);
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *line = jol_source_format (source, language);
      JolPageText *text = jol_page_text_new_with (line, &font);
      JolPageText *marker = jol_page_text_new_with (number, &dim);

      if (address)
        {
          jol_page_text_add (text, ", ", &font, NULL);
          jol_page_text_add (text, address, &dim, address);
        }
      jol_page_text_lay_out (text, width - indent - INDENT, LEADING, JOL_ANCHOR_START);
      jol_page_text_lay_out (marker, indent + INDENT - MARKER_GAP, LEADING, JOL_ANCHOR_END);
      jol_page_flow_add_text (flow, text, marker,
                              &(JolPageStyle){ .before = GAP, .indent = indent + INDENT });
    }
}
