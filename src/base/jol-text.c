/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-text.h"

#include <string.h>

typedef struct
{
  const char *language; /* interned */
  char *text;
} Entry;

struct _JolText
{
  guint n_entries;
  Entry *entries;
};

struct _JolTextBuilder
{
  GArray *entries; /* of Entry */
};

G_DEFINE_BOXED_TYPE (JolText, jol_text, jol_text_ref, jol_text_unref)

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->text);
}

/**
 * jol_text_new:
 * @language: BCP 47 tag of @text
 * @text: UTF-8
 *
 * Returns: (transfer full): a text in one language
 */
JolText *
jol_text_new (const char *language, const char *text)
{
  JolTextBuilder *builder = jol_text_builder_new ();

  jol_text_builder_add (builder, language, text);
  return jol_text_builder_end (builder);
}

JolTextBuilder *
jol_text_builder_new (void)
{
  JolTextBuilder *self = g_new0 (JolTextBuilder, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

/**
 * jol_text_builder_add:
 * @self: a builder
 * @language: BCP 47 tag of @text; the one added first is the last resort of jol_text_get()
 * @text: UTF-8
 */
void
jol_text_builder_add (JolTextBuilder *self, const char *language, const char *text)
{
  Entry entry = { g_intern_string (language), g_strdup (text) };

  g_array_append_val (self->entries, entry);
}

/**
 * jol_text_builder_end:
 * @self: (transfer full): a builder that holds at least one text
 *
 * Returns: (transfer full): the text
 */
JolText *
jol_text_builder_end (JolTextBuilder *self)
{
  JolText *text = g_atomic_rc_box_new0 (JolText);

  text->n_entries = self->entries->len;
  text->entries = (Entry *) (gpointer) g_array_free (g_steal_pointer (&self->entries), FALSE);
  jol_text_builder_free (self);
  return text;
}

void
jol_text_builder_free (JolTextBuilder *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self);
}

JolText *
jol_text_ref (JolText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_entries (gpointer data)
{
  JolText *self = data;

  for (guint i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].text);
  g_free (self->entries);
}

void
jol_text_unref (JolText *self)
{
  g_atomic_rc_box_release_full (self, free_entries);
}

/* The primary subtag of a tag: "zh" of "zh-Hans". */
static gsize
measure_primary (const char *language)
{
  return strcspn (language, "-_.@");
}

/**
 * jol_text_lookup:
 * @self: (nullable): a text
 * @language: (nullable): BCP 47 tag
 *
 * Returns: (nullable): the text in exactly this language, or in one with the same primary subtag;
 * NULL when there is none
 */
const char *
jol_text_lookup (const JolText *self, const char *language)
{
  gsize primary;

  if (!self || !language)
    return NULL;

  for (guint i = 0; i < self->n_entries; i++)
    if (g_ascii_strcasecmp (self->entries[i].language, language) == 0)
      return self->entries[i].text;

  primary = measure_primary (language);
  for (guint i = 0; i < self->n_entries; i++)
    if (measure_primary (self->entries[i].language) == primary &&
        g_ascii_strncasecmp (self->entries[i].language, language, primary) == 0)
      return self->entries[i].text;

  return NULL;
}

/**
 * jol_text_get:
 * @self: (nullable): a text
 * @language: (nullable): BCP 47 tag of the reader's language
 *
 * Returns: (nullable): the text in @language, else in English, else in the language it was written
 * in first; NULL only for no text
 */
const char *
jol_text_get (const JolText *self, const char *language)
{
  const char *text;

  if (!self || self->n_entries == 0)
    return NULL;

  text = jol_text_lookup (self, language);
  if (!text)
    text = jol_text_lookup (self, "en");

  return text ? text : self->entries[0].text;
}

guint
jol_text_get_n_languages (const JolText *self)
{
  return self ? self->n_entries : 0;
}

/**
 * jol_text_get_language:
 * @self: a text
 * @index: less than jol_text_get_n_languages()
 * @text_out: (out) (optional): the text in that language
 *
 * Returns: the BCP 47 tag
 */
const char *
jol_text_get_language (const JolText *self, guint index, const char **text_out)
{
  g_return_val_if_fail (self && index < self->n_entries, NULL);

  if (text_out)
    *text_out = self->entries[index].text;

  return self->entries[index].language;
}

/**
 * jol_text_get_interface_language:
 *
 * The language that gettext shows messages in, so that a story's names and the window's words
 * agree. The list of the environment is used, not the locale alone: LANGUAGE comes before LANG.
 *
 * Returns: the primary subtag, "en" for the C locale
 */
const char *
jol_text_get_interface_language (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *primary = NULL;

  if (!names[0] || g_str_equal (names[0], "C") || g_str_has_prefix (names[0], "C.") ||
      g_str_equal (names[0], "POSIX"))
    return "en";

  primary = g_ascii_strdown (names[0], (gssize) measure_primary (names[0]));
  return g_intern_string (primary);
}

gboolean
jol_text_is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}
