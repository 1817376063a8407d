/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-json-cursor.h"

#include "jol-unit.h"

#include <glib/gi18n.h>
#include <math.h>

static void
append_pointer (const JolJsonCursor *self, GString *pointer)
{
  if (!self->parent)
    return;

  append_pointer (self->parent, pointer);
  g_string_append_c (pointer, '/');
  if (!self->name)
    {
      g_string_append_printf (pointer, "%u", self->index);
      return;
    }

  for (const char *at = self->name; *at; at++)
    {
      if (*at == '~')
        g_string_append (pointer, "~0");
      else if (*at == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *at);
    }
}

static char *
build_pointer (const JolJsonCursor *self)
{
  GString *pointer = g_string_new (NULL);

  append_pointer (self, pointer);
  return g_string_free (pointer, FALSE);
}

/**
 * jol_json_report:
 * @self: what is wrong
 * @severity: how bad it is
 * @format: a translated sentence without its full stop
 * @...: what the format asks for
 */
void
jol_json_report (const JolJsonCursor *self, JolSeverity severity, const char *format, ...)
{
  g_autofree char *pointer = build_pointer (self);
  g_autofree char *message = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  jol_json_positions_find (self->file->positions, pointer, &line, &column);
  jol_problem_list_add (self->file->problems, severity, self->file->path, line, column, pointer,
                        "%s", message);
}

void
jol_json_locate (const JolJsonCursor *self, guint *line_out, guint *column_out)
{
  jol_json_value_locate (self->file->positions, self->value, line_out, column_out);
}

JolJsonType
jol_json_get_type (const JolJsonCursor *self)
{
  return jol_json_value_get_type (self->file->positions, self->value);
}

/* What a value is, in words. */
static const char *
describe (const JolJsonCursor *self)
{
  switch (jol_json_get_type (self))
    {
    case JOL_JSON_OBJECT:
      return _ ("an object");
    case JOL_JSON_ARRAY:
      return _ ("an array");
    case JOL_JSON_STRING:
      return _ ("a string");
    case JOL_JSON_BOOLEAN:
      return jol_json_value_get_boolean (self->file->positions, self->value) ? "true" : "false";
    case JOL_JSON_NULL:
      return "null";
    case JOL_JSON_NUMBER:
    default:
      return _ ("a number");
    }
}

static void
report_type (const JolJsonCursor *self, const char *wanted)
{
  /* TRANSLATORS: both are kinds of JSON value: "expected an array, found a string" */
  jol_json_report (self, JOL_SEVERITY_ERROR, _ ("expected %1$s, found %2$s"), wanted,
                   describe (self));
}

/* Whether it is an object; reports it when it is not. */
gboolean
jol_json_is_object (const JolJsonCursor *self)
{
  if (jol_json_get_type (self) == JOL_JSON_OBJECT)
    return TRUE;

  report_type (self, _ ("an object"));
  return FALSE;
}

/* Whether it is an array; reports it when it is not. */
gboolean
jol_json_is_array (const JolJsonCursor *self)
{
  if (jol_json_get_type (self) == JOL_JSON_ARRAY)
    return TRUE;

  report_type (self, _ ("an array"));
  return FALSE;
}

/* The string, which is not empty; NULL after a report when it is anything else. */
const char *
jol_json_get_string (const JolJsonCursor *self)
{
  const char *string;

  if (jol_json_get_type (self) != JOL_JSON_STRING)
    {
      report_type (self, _ ("a string"));
      return NULL;
    }

  string = jol_json_value_get_string (self->file->positions, self->value);
  if (!*string)
    {
      jol_json_report (self, JOL_SEVERITY_ERROR,
                       _ ("an empty string says nothing: leave the member out"));
      return NULL;
    }

  return string;
}

gboolean
jol_json_get_number (const JolJsonCursor *self, double minimum, double maximum, double *value_out)
{
  double value;

  if (jol_json_get_type (self) != JOL_JSON_NUMBER)
    {
      report_type (self, _ ("a number"));
      return FALSE;
    }

  value = jol_json_value_get_number (self->file->positions, self->value);
  if (value < minimum || value > maximum)
    {
      g_autofree char *found = jol_number_to_json (value);
      g_autofree char *least = isfinite (minimum) ? jol_number_to_json (minimum) : NULL;
      g_autofree char *most = isfinite (maximum) ? jol_number_to_json (maximum) : NULL;

      if (least && most)
        jol_json_report (self, JOL_SEVERITY_ERROR, _ ("%1$s is not between %2$s and %3$s"), found,
                         least, most);
      else
        jol_json_report (self, JOL_SEVERITY_ERROR, _ ("%1$s is less than %2$s"), found, least);
      return FALSE;
    }

  *value_out = value;
  return TRUE;
}

guint
jol_json_get_size (const JolJsonCursor *self)
{
  const JolJsonPositions *positions = self->file->positions;
  guint n = 0;

  if (self->n_elements_plus_one == 0)
    {
      for (guint child = jol_json_value_get_first (positions, self->value);
           child != JOL_JSON_NO_VALUE;
           child = jol_json_value_get_next (positions, self->value, child))
        n++;
      /* A cursor is a local of whoever reads, and never shared; this is its memory. */
      ((JolJsonCursor *) self)->n_elements_plus_one = n + 1;
    }
  return self->n_elements_plus_one - 1;
}

/* @index is below the size. */
JolJsonCursor
jol_json_get_element (const JolJsonCursor *array, guint index)
{
  const JolJsonPositions *positions = array->file->positions;
  const gboolean goes_on = array->last_element && array->last_index <= index;
  guint at = goes_on ? array->last_index : 0;
  guint child = goes_on ? array->last_element : jol_json_value_get_first (positions, array->value);

  for (; at < index; at++)
    child = jol_json_value_get_next (positions, array->value, child);
  ((JolJsonCursor *) array)->last_index = index;
  ((JolJsonCursor *) array)->last_element = child;
  return (JolJsonCursor){ .file = array->file, .parent = array, .index = index, .value = child };
}

/**
 * jol_json_enter:
 * @object: an object
 * @name: of a member; it must outlive @member_out
 * @need: whether its absence is an error
 * @member_out: (out): the member
 *
 * Returns: whether the member is there
 */
gboolean
jol_json_enter (const JolJsonCursor *object,
                const char *name,
                JolJsonNeed need,
                JolJsonCursor *member_out)
{
  const guint value = jol_json_value_find_member (object->file->positions, object->value, name);

  if (value == JOL_JSON_NO_VALUE)
    {
      if (need == JOL_JSON_REQUIRED)
        jol_json_report (object, JOL_SEVERITY_ERROR, _ ("the member “%s” is missing"), name);
      return FALSE;
    }

  *member_out =
      (JolJsonCursor){ .file = object->file, .parent = object, .name = name, .value = value };
  return TRUE;
}

/* The same, for an array. */
gboolean
jol_json_enter_array (const JolJsonCursor *object,
                      const char *name,
                      JolJsonNeed need,
                      JolJsonCursor *array_out)
{
  return jol_json_enter (object, name, need, array_out) && jol_json_is_array (array_out);
}

static gboolean
enter_child (const JolJsonCursor *object, guint child, JolJsonCursor *member_out)
{
  if (child == JOL_JSON_NO_VALUE)
    return FALSE;

  *member_out = (JolJsonCursor){ .file = object->file,
                                 .parent = object,
                                 .name = jol_json_value_get_name (object->file->positions, child),
                                 .value = child };
  return TRUE;
}

static gboolean
enter_first (const JolJsonCursor *object, JolJsonCursor *member_out)
{
  return enter_child (object, jol_json_value_get_first (object->file->positions, object->value),
                      member_out);
}

static gboolean
enter_next (const JolJsonCursor *object, JolJsonCursor *member)
{
  return enter_child (
      object, jol_json_value_get_next (object->file->positions, object->value, member->value),
      member);
}

/* A warning for every member that is not in @known: it is kept out, but costs nothing. */
void
jol_json_warn_unknown (const JolJsonCursor *object, const char *const *known)
{
  JolJsonCursor member;

  for (gboolean is_there = enter_first (object, &member); is_there;
       is_there = enter_next (object, &member))
    if (!g_strv_contains (known, member.name))
      jol_json_report (&member, JOL_SEVERITY_WARNING,
                       _ ("Jol does not know this member and passes over it"));
}

const char *
jol_json_read_string (const JolJsonCursor *object, const char *name, JolJsonNeed need)
{
  JolJsonCursor member;

  return jol_json_enter (object, name, need, &member) ? jol_json_get_string (&member) : NULL;
}

/* Whether @tag has the form of a BCP 47 language tag. */
static gboolean
is_language (const char *tag)
{
  gsize run = 0;
  gboolean is_first = TRUE;

  for (;; tag++)
    {
      if (*tag == '-' || !*tag)
        {
          if (run < 2 || run > (is_first ? 3 : 8))
            return FALSE;
          if (!*tag)
            return TRUE;
          run = 0;
          is_first = FALSE;
        }
      else if (is_first ? g_ascii_isalpha (*tag) : g_ascii_isalnum (*tag))
        run++;
      else
        return FALSE;
    }
}

static JolText *
read_languages (const JolJsonCursor *texts)
{
  g_autoptr (JolTextBuilder) builder = jol_text_builder_new ();
  guint n_texts = 0, n_members = 0;
  JolJsonCursor member;

  for (gboolean is_there = enter_first (texts, &member); is_there;
       is_there = enter_next (texts, &member), n_members++)
    {
      const char *text = jol_json_get_string (&member);

      if (!is_language (member.name))
        jol_json_report (&member, JOL_SEVERITY_ERROR,
                         _ ("“%s” is not a language tag such as “en” or “zh-Hans”"), member.name);
      else if (text)
        {
          jol_text_builder_add (builder, member.name, text);
          n_texts++;
        }
    }

  if (n_members == 0)
    jol_json_report (texts, JOL_SEVERITY_ERROR, _ ("a text wants at least one language"));

  return n_texts > 0 ? jol_text_builder_end (g_steal_pointer (&builder)) : NULL;
}

/**
 * jol_json_read_text:
 * @object: an object
 * @name: of a member that is a localized text
 * @need: whether its absence is an error
 *
 * Returns: (transfer full) (nullable): the text
 */
JolText *
jol_json_read_text (const JolJsonCursor *object, const char *name, JolJsonNeed need)
{
  JolJsonCursor member;
  const char *text;

  if (!jol_json_enter (object, name, need, &member))
    return NULL;
  if (jol_json_get_type (&member) == JOL_JSON_OBJECT)
    return read_languages (&member);
  if (jol_json_get_type (&member) != JOL_JSON_STRING)
    {
      report_type (&member, _ ("a string or an object of strings by language"));
      return NULL;
    }

  text = jol_json_get_string (&member);
  return text ? jol_text_new (object->file->language, text) : NULL;
}

/* @maximum may be infinite. */
gboolean
jol_json_read_number (const JolJsonCursor *object,
                      const char *name,
                      JolJsonNeed need,
                      double minimum,
                      double maximum,
                      double *value_out)
{
  JolJsonCursor member;

  return jol_json_enter (object, name, need, &member) &&
         jol_json_get_number (&member, minimum, maximum, value_out);
}

/* A required whole year. */
gboolean
jol_json_read_year (const JolJsonCursor *object, const char *name, int *year_out)
{
  JolJsonCursor member;
  double value;

  if (!jol_json_enter (object, name, JOL_JSON_REQUIRED, &member) ||
      !jol_json_get_number (&member, 1, 9999, &value))
    return FALSE;
  if (value != floor (value))
    {
      jol_json_report (&member, JOL_SEVERITY_ERROR, _ ("a year is a whole number"));
      return FALSE;
    }

  *year_out = (int) value;
  return TRUE;
}

/* An optional true or false; FALSE when it is not there. */
gboolean
jol_json_read_boolean (const JolJsonCursor *object, const char *name)
{
  JolJsonCursor member;

  if (!jol_json_enter (object, name, JOL_JSON_OPTIONAL, &member))
    return FALSE;
  if (jol_json_get_type (&member) != JOL_JSON_BOOLEAN)
    {
      report_type (&member, _ ("true or false"));
      return FALSE;
    }

  return jol_json_value_get_boolean (member.file->positions, member.value);
}

/* Leaves @date_out untouched when there is no date or it is wrong. */
gboolean
jol_json_read_date (const JolJsonCursor *object,
                    const char *name,
                    JolJsonNeed need,
                    JolDate *date_out)
{
  JolJsonCursor member;
  const char *text;

  if (!jol_json_enter (object, name, need, &member))
    return FALSE;

  text = jol_json_get_string (&member);
  if (!text)
    return FALSE;
  if (!jol_date_parse (text, date_out))
    {
      jol_json_report (
          &member, JOL_SEVERITY_ERROR,
          _ ("“%s” is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"),
          text);
      return FALSE;
    }

  return TRUE;
}

/**
 * jol_json_read_word:
 * @object: an object
 * @name: of a member that holds one of a list of words
 * @need: whether its absence is an error
 * @words: the list, NULL-terminated; "" stands for "not said" and is never matched
 * @index_out: (out): index in the list; untouched on failure
 *
 * Returns: whether there is such a word
 */
gboolean
jol_json_read_word (const JolJsonCursor *object,
                    const char *name,
                    JolJsonNeed need,
                    const char *const *words,
                    int *index_out)
{
  g_autoptr (GString) list = NULL;
  JolJsonCursor member;
  const char *word;

  if (!jol_json_enter (object, name, need, &member))
    return FALSE;

  word = jol_json_get_string (&member);
  if (!word)
    return FALSE;

  list = g_string_new (NULL);
  for (int i = 0; words[i]; i++)
    {
      if (g_str_equal (words[i], word))
        {
          *index_out = i;
          return TRUE;
        }
      if (*words[i])
        g_string_append_printf (list, "%s%s", list->len ? ", " : "", words[i]);
    }

  jol_json_report (&member, JOL_SEVERITY_ERROR, _ ("“%1$s” is none of: %2$s"), word, list->str);
  return FALSE;
}
