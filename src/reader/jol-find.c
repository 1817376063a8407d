/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text and query are folded to plain letters, each of which remembers the character that it came
 * from; a match of folded letters is then a range of characters. A letter with an accent is two in
 * Unicode's canonical decomposition, of which the second is a mark and left out.
 */
#include "config.h"

#include "jol-find.h"

#define SOFT_HYPHEN 0x00ad

/* A plain letter, and the place of the character in the text that it was made of. */
typedef struct
{
  gunichar letter;
  int place;
} Folded;

struct _JolFind
{
  GArray *letters; /* of Folded */
};

static gunichar
unify (gunichar character)
{
  switch (character)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x02bc: /* ʼ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x00ab: /* « */
    case 0x00bb: /* » */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* that does not break */
    case 0x2012: /* figure dash */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2212: /* − */
      return '-';
    case 0x0131: /* ı */
      return 'i';
    default:
      return g_unichar_isspace (character) || character == 0x2028 || character == 0x2029
                 ? ' '
                 : character;
    }
}

static void
append (GArray *letters, gunichar letter, int place)
{
  Folded folded = { letter, place };

  /* However many spaces there are. */
  if (letter == ' ' && letters->len > 0 &&
      g_array_index (letters, Folded, letters->len - 1).letter == ' ')
    return;
  g_array_append_val (letters, folded);
}

static void
fold_character (GArray *letters, gunichar character, int place)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (character == SOFT_HYPHEN)
    return;
  character = g_unichar_tolower (unify (character));
  if (character == 0x0439) /* й */
    {
      append (letters, character, place);
      return;
    }

  n_parts = g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!g_unichar_ismark (parts[i]))
        append (letters, parts[i], place);
    }
}

static GArray *
fold (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Folded));
  int place = 0;

  for (const char *c = text; *c; c = g_utf8_next_char (c), place++)
    fold_character (letters, g_utf8_get_char (c), place);
  return letters;
}

static gboolean
is_at (const GArray *letters, guint at, const GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_array_index (letters, Folded, at + i).letter !=
          g_array_index (wanted, Folded, i).letter)
        return FALSE;
    }
  return TRUE;
}

JolFind *
jol_find_new (const char *text)
{
  JolFind *self;

  g_return_val_if_fail (text, NULL);

  self = g_new0 (JolFind, 1);
  self->letters = fold (text);
  return self;
}

void
jol_find_free (JolFind *self)
{
  g_array_unref (self->letters);
  g_free (self);
}

GArray *
jol_find_search (const JolFind *self, const char *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (JolFindMatch));
  g_autoptr (GArray) wanted = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (self, matches);
  g_return_val_if_fail (query, matches);

  /* What is typed next may follow a space, and need not be at the end of the text. */
  stripped = g_strstrip (g_strdup (query));
  wanted = fold (stripped);
  for (guint at = 0; wanted->len > 0 && at + wanted->len <= self->letters->len; at++)
    {
      JolFindMatch match;

      if (!is_at (self->letters, at, wanted))
        continue;
      match.start = g_array_index (self->letters, Folded, at).place;
      match.end = g_array_index (self->letters, Folded, at + wanted->len - 1).place + 1;
      g_array_append_val (matches, match);
      at += wanted->len - 1;
    }

  return matches;
}
