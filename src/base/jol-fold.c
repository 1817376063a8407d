/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The problem: one place is Тенгиз, Теңіз, Teñiz and Tengiz, one man Токаев, Tokayev and Tokaev,
 * one sea Каспий, Kaspiy and Kaspii; who searches types any of them, without the marks, one letter
 * at a time.
 *
 * The method: what is not Latin is first written in Latin letters, then what spellings in Latin
 * letters differ in is taken away, the same for both. So it does not matter that "ts" may stand for
 * ц or for т and с.
 *
 *   1. Cyrillic is romanized after BGN/PCGN: Russian of 1947, Kazakh of 1979, Kyrgyz, Tajik and
 *      Uzbek letters as their systems have them (ж zh, х kh, ц ts, й and ы y). Letters of the Latin
 *      alphabets of Turkic languages that stand for a sound of their own (Kazakh of 2021, Turkmen,
 *      Turkish: ş, ç, ñ) are written as that sound, or without the mark, as the reading says.
 *      All else is decomposed for compatibility (NFKD), its marks dropped, its case folded.
 *   2. Then: kh h, gh g, zh j, dzh and dj j, ts c, shch sh, q k, w v, x ks, y i; ye and yo are e
 *      where a word begins or after a vowel (Yeltsin, Tokayev); letters that stand twice stand
 * once.
 *
 * Apostrophes vanish. So do hyphens and the dashes that join without a space, but what begins after
 * one is known as a start, so that "novo" finds Tengiz–Novorossiysk, and who types a hyphen finds
 * it too. Everything else that is no letter and no digit parts words.
 */
#include "config.h"

#include "jol-fold.h"

#include <string.h>

/* Of a byte of the key. */
typedef struct
{
  guint32 start; /* bytes of the text it was made of */
  guint32 end;
  guint32 is_start;
} Origin;

/* A letter of a part of a word, romanized but not yet simplified. */
typedef struct
{
  gunichar letter;
  guint32 start;
  guint32 end;
} Letter;

struct _JolFold
{
  GString *key;
  GArray *origins; /* of Origin, one a byte of the key */
  GArray *letters; /* of Letter: the part that is being read */
  gboolean is_word_begun;
  gboolean is_part_begun;
  gboolean is_after_y; /* ъ, ы, ь or й */
  gboolean has_other;
};

typedef struct
{
  gunichar letter;
  const char *latin;
} Roman;

/* а to я. */
static const char *const russian[] = {
  "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
  "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya",
};

/* Other small letters of Cyrillic and Latin that are no letter with a mark, by code point. */
static const Roman romans[] = {
  { 0xdf, "ss" }, { 0xe6, "ae" },  { 0xf0, "d" },   { 0xf8, "o" },   { 0xfe, "th" },
  { 0x111, "d" }, { 0x131, "i" },  { 0x142, "l" },  { 0x14b, "ng" }, { 0x153, "oe" },
  { 0x259, "a" }, { 0x452, "dj" }, { 0x454, "ye" }, { 0x455, "dz" }, { 0x456, "i" },
  { 0x458, "j" }, { 0x459, "lj" }, { 0x45a, "nj" }, { 0x45b, "ch" }, { 0x45f, "dzh" },
  { 0x491, "g" }, { 0x493, "gh" }, { 0x497, "zh" }, { 0x499, "z" },  { 0x49b, "q" },
  { 0x4a1, "q" }, { 0x4a3, "ng" }, { 0x4ab, "s" },  { 0x4af, "u" },  { 0x4b1, "u" },
  { 0x4b3, "h" }, { 0x4b7, "j" },  { 0x4bb, "h" },  { 0x4d9, "a" },  { 0x4e9, "o" },
};

/* Those that stand for a sound of their own. */
static const Roman sounds[] = {
  { 0xe7, "ch" },  { 0xf1, "ng" },  { 0x10d, "ch" }, { 0x148, "ng" },
  { 0x15f, "sh" }, { 0x161, "sh" }, { 0x17e, "zh" }, { 0x219, "sh" },
};

static const char *
find_roman (const Roman *table, gsize n, gunichar letter)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (table[middle].letter == letter)
        return table[middle].latin;
      if (table[middle].letter < letter)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

#define FIND_ROMAN(table, letter) find_roman (table, G_N_ELEMENTS (table), letter)

/* NULL for what has to be taken apart. */
static const char *
romanize (gunichar letter)
{
  if (letter >= 0x430 && letter < 0x430 + G_N_ELEMENTS (russian))
    return russian[letter - 0x430];
  return FIND_ROMAN (romans, letter);
}

static gboolean
is_vowel (gunichar letter)
{
  return letter && letter < 0x80 && strchr ("aeiou", (int) letter);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xb4 || (c >= 0x2b9 && c <= 0x2bf) || c == 0x2c8 ||
         c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 || c == 0x55a || c == 0xff07;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || (c >= 0x2010 && c <= 0x2013) || c == 0xfe63 || c == 0xff0d;
}

/* The first byte of U+0300 to U+037F, which holds the marks that letters are composed with. */
static gboolean
is_mark_byte (char byte)
{
  return ((guchar) byte & 0xfe) == 0xcc;
}

static void
put (JolFold *self, gunichar letter, guint32 start, guint32 end)
{
  Origin origin = { start, end, FALSE };
  char bytes[6];
  int n;

  if (letter < 0x80)
    {
      /* Twice is once; not of digits, and not where a part begins. */
      if (self->is_part_begun && g_ascii_isalpha ((char) letter) &&
          self->key->str[self->key->len - 1] == (char) letter)
        {
          Origin *last = &g_array_index (self->origins, Origin, self->origins->len - 1);

          last->end = MAX (last->end, end);
          return;
        }
      bytes[0] = (char) letter;
      n = 1;
    }
  else
    {
      n = g_unichar_to_utf8 (letter, bytes);
    }

  if (!self->is_word_begun && self->key->len > 0)
    {
      Origin space = { start, start, FALSE };

      g_string_append_c (self->key, ' ');
      g_array_append_val (self->origins, space);
    }
  origin.is_start = !self->is_part_begun;
  self->is_word_begun = self->is_part_begun = TRUE;
  for (int i = 0; i < n; i++)
    {
      g_string_append_c (self->key, bytes[i]);
      g_array_append_val (self->origins, origin);
      origin.is_start = FALSE;
    }
}

/* Takes away what spellings differ in. */
static void
end_part (JolFold *self)
{
  const Letter *letters = (const Letter *) (gpointer) self->letters->data;
  const guint n = self->letters->len;
  guint step;

#define AT(index) (i + (index) < n ? letters[i + (index)].letter : 0)
  for (guint i = 0; i < n; i += step)
    {
      const gunichar c = letters[i].letter;
      const gunichar next = AT (1);
      const guint32 start = letters[i].start;
      const guint32 end = letters[i].end;
      const guint32 end_of_two = next ? letters[i + 1].end : end;

      step = 2;
      if (c == 'k' && next == 'h')
        put (self, 'h', start, end_of_two);
      else if (c == 'g' && next == 'h')
        put (self, 'g', start, end_of_two);
      else if (c == 'z' && next == 'h')
        put (self, 'j', start, end_of_two);
      else if (c == 'd' && next == 'j')
        put (self, 'j', start, end_of_two);
      else if (c == 't' && next == 's')
        put (self, 'c', start, end_of_two);
      else if (c == 'y' && (next == 'e' || next == 'o') &&
               (i == 0 || is_vowel (letters[i - 1].letter) || letters[i - 1].letter == 'y'))
        put (self, 'e', start, end_of_two);
      else if (c == 'd' && next == 'z' && AT (2) == 'h')
        {
          put (self, 'j', start, letters[i + 2].end);
          step = 3;
        }
      else if (c == 's' && next == 'h')
        {
          const gboolean has_tail = AT (2) == 'c' && AT (3) == 'h';

          put (self, 's', start, end);
          put (self, 'h', letters[i + 1].start, letters[i + (has_tail ? 3 : 1)].end);
          step = has_tail ? 4 : 2;
        }
      else
        {
          step = 1;
          if (c == 'x')
            {
              put (self, 'k', start, end);
              put (self, 's', start, end);
            }
          else
            put (self, c == 'q' ? 'k' : c == 'w' ? 'v' : c == 'y' ? 'i' : c, start, end);
        }
    }
#undef AT
  g_array_set_size (self->letters, 0);
  self->is_part_begun = self->is_after_y = FALSE;
}

static void
end_word (JolFold *self)
{
  end_part (self);
  self->is_word_begun = FALSE;
}

static void
add_letter (JolFold *self, gunichar letter, guint32 start, guint32 end)
{
  Letter item = { letter, start, end };

  g_array_append_val (self->letters, item);
}

/* A sign that has no letter of its own belongs to the one before it. */
static void
extend_last (JolFold *self, guint32 end)
{
  if (self->letters->len > 0)
    g_array_index (self->letters, Letter, self->letters->len - 1).end = end;
}

static void
add_roman (JolFold *self, const char *roman, guint32 start, guint32 end)
{
  if (!*roman)
    extend_last (self, end);
  for (; *roman; roman++)
    add_letter (self, (guchar) *roman, start, end);
}

/* Neither Latin with no more than marks, nor in a table. */
static void
add_decomposed (JolFold *self, gunichar c, guint32 start, guint32 end)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      const gunichar part = g_unichar_tolower (parts[i]);
      const char *roman = romanize (part);

      if (g_unichar_ismark (part))
        extend_last (self, end);
      else if (roman)
        add_roman (self, roman, start, end);
      else if (g_unichar_isdigit (part))
        add_letter (self, (gunichar) ('0' + g_unichar_digit_value (part)), start, end);
      else if (g_unichar_isalnum (part))
        add_letter (self, part, start, end);
      else
        end_word (self);
    }
}

static void
add_character (JolFold *self, gunichar c, guint32 start, guint32 end, JolFoldReading reading)
{
  const gunichar small = g_unichar_tolower (c);
  const gboolean is_after_y = self->is_after_y;
  const char *sound = FIND_ROMAN (sounds, small);
  const char *roman = romanize (small);

  self->is_after_y = small == 0x439 || (small >= 0x44a && small <= 0x44c);
  if (sound)
    self->has_other = TRUE;

  if (sound && reading == JOL_FOLD_SOUNDS)
    add_roman (self, sound, start, end);
  else if (small == 0x435 && is_after_y) /* Арсеньев is Arsenyev */
    add_roman (self, "ye", start, end);
  else if (roman)
    add_roman (self, roman, start, end);
  else
    add_decomposed (self, c, start, end);
}

JolFold *
jol_fold_new (void)
{
  JolFold *self = g_new0 (JolFold, 1);

  self->key = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  self->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  return self;
}

void
jol_fold_free (JolFold *self)
{
  if (self->key)
    g_string_free (self->key, TRUE);
  g_array_unref (self->origins);
  g_array_unref (self->letters);
  g_free (self);
}

gboolean
jol_fold_read (JolFold *self, const char *text, gssize length, JolFoldReading reading)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *next;

  g_string_truncate (self->key, 0);
  g_array_set_size (self->origins, 0);
  g_array_set_size (self->letters, 0);
  self->is_word_begun = self->is_part_begun = FALSE;
  self->is_after_y = self->has_other = FALSE;

  for (const char *p = text; p < end; p = next)
    {
      const guint32 start = (guint32) (p - text);
      gunichar c = (guchar) *p;

      next = p + 1;
      if (c < 0x80 && g_ascii_isalnum ((char) c) && !(next < end && is_mark_byte (*next)))
        {
          self->is_after_y = FALSE;
          add_letter (self, (guchar) g_ascii_tolower ((char) c), start, start + 1);
          continue;
        }

      if (c >= 0x80)
        {
          c = g_utf8_get_char (p);
          next = g_utf8_next_char (p);
        }
      /* A mark that is written apart: with it the letter may be one of the tables. */
      while (next < end && is_mark_byte (*next))
        {
          gunichar composed;

          if (!g_unichar_compose (c, g_utf8_get_char (next), &composed))
            break;
          c = composed;
          next = g_utf8_next_char (next);
        }

      if (is_apostrophe (c))
        continue;
      if (is_hyphen (c))
        end_part (self);
      else
        add_character (self, c, start, (guint32) (next - text), reading);
    }
  end_word (self);
  return self->has_other;
}

const char *
jol_fold_get_key (const JolFold *self, gsize *length_out)
{
  if (length_out)
    *length_out = self->key->len;
  return self->key->str;
}

gboolean
jol_fold_is_start (const JolFold *self, gsize key_offset)
{
  return key_offset < self->origins->len &&
         g_array_index (self->origins, Origin, key_offset).is_start;
}

void
jol_fold_get_range (const JolFold *self,
                    gsize key_start,
                    gsize key_end,
                    gsize *start_out,
                    gsize *end_out)
{
  g_return_if_fail (key_start < key_end && key_end <= self->origins->len);

  *start_out = g_array_index (self->origins, Origin, key_start).start;
  *end_out = g_array_index (self->origins, Origin, key_end - 1).end;
}

char *
jol_fold_dup_key (const char *text)
{
  g_autoptr (JolFold) self = jol_fold_new ();

  jol_fold_read (self, text, -1, JOL_FOLD_SOUNDS);
  return g_string_free (g_steal_pointer (&self->key), FALSE);
}

char *
jol_fold_dup_unfinished (const char *key)
{
  g_autoptr (GString) other = g_string_new (key);
  const gsize n = other->len;
  const char last = n > 0 ? key[n - 1] : '\0';
  const char before = n > 1 ? key[n - 2] : ' ';
  char becomes;

  switch (last)
    {
    case 'k':
      becomes = 'h';
      break;
    case 't':
      becomes = 'c';
      break;
    case 'd':
    case 'z':
      becomes = 'j';
      break;
    case 'i':
      if (before != ' ' && !is_vowel ((guchar) before))
        return NULL;
      becomes = '\0';
      break;
    case 'c':
      if (!g_str_has_suffix (key, "shc"))
        return NULL;
      becomes = '\0';
      break;
    default:
      return NULL;
    }

  g_string_truncate (other, n - (last == 'z' && before == 'd' ? 2 : 1));
  if (becomes && !(other->len > 0 && other->str[other->len - 1] == becomes))
    g_string_append_c (other, becomes);
  return g_string_free (g_steal_pointer (&other), FALSE);
}
