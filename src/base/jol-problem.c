/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-problem.h"

#include "jol-text.h"

struct _JolProblemList
{
  GPtrArray *problems; /* of JolProblem, owned */
  GPtrArray *paths;    /* of char *, in order of first appearance */
  guint n_errors;
};

static void
free_problem (gpointer data)
{
  JolProblem *problem = data;

  g_free (problem->path);
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem);
}

JolProblemList *
jol_problem_list_new (void)
{
  JolProblemList *self = g_new0 (JolProblemList, 1);

  self->problems = g_ptr_array_new_with_free_func (free_problem);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jol_problem_list_free (JolProblemList *self)
{
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

/**
 * jol_problem_list_add:
 * @self: a list
 * @severity: an error keeps the file from being opened, a warning does not
 * @path: the file, as it was given
 * @line: from 1; 0 when the problem has no place in the file
 * @column: in characters, from 1; 0 with @line
 * @pointer: (nullable): RFC 6901, NULL or "" for the whole document
 * @format: a translated sentence without its full stop
 * @...: what the format asks for
 */
void
jol_problem_list_add (JolProblemList *self,
                      JolSeverity severity,
                      const char *path,
                      guint line,
                      guint column,
                      const char *pointer,
                      const char *format,
                      ...)
{
  JolProblem *problem = g_new0 (JolProblem, 1);
  va_list args;

  problem->severity = severity;
  problem->path = g_strdup (path);
  problem->line = line;
  problem->column = column;
  problem->pointer = g_strdup (pointer ? pointer : "");
  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (self->problems, problem);
  if (!g_ptr_array_find_with_equal_func (self->paths, path, g_str_equal, NULL))
    g_ptr_array_add (self->paths, g_strdup (path));
  if (severity == JOL_SEVERITY_ERROR)
    self->n_errors++;
}

guint
jol_problem_list_get_size (const JolProblemList *self)
{
  return self->problems->len;
}

guint
jol_problem_list_get_n_errors (const JolProblemList *self)
{
  return self->n_errors;
}

const JolProblem *
jol_problem_list_get (const JolProblemList *self, guint index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, index);
}

static int
compare_problems (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const JolProblem *left = *(const JolProblem *const *) a;
  const JolProblem *right = *(const JolProblem *const *) b;
  JolProblemList *self = user_data;
  guint left_path = 0, right_path = 0;

  g_ptr_array_find_with_equal_func (self->paths, left->path, g_str_equal, &left_path);
  g_ptr_array_find_with_equal_func (self->paths, right->path, g_str_equal, &right_path);
  if (left_path != right_path)
    return left_path < right_path ? -1 : 1;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;

  return 0;
}

/* By file in the order the files first appeared, then by place; what has the same place keeps its
 * order. */
void
jol_problem_list_sort (JolProblemList *self)
{
  /* GLib's array sort is a merge sort since 2.32, and promised to be stable. */
  g_ptr_array_sort_with_data (self->problems, compare_problems, self);
}

/* What a story holds may be quoted in a message. As JSON writes it, so that it can neither break
 * the line in two nor steer the terminal it is printed on. */
static void
append_printable (GString *line, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (jol_text_is_control (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
    }
}

/**
 * jol_problem_to_string:
 * @self: a problem
 *
 * The words "error" and "warning" are for programs too, so they are not translated. One line: what
 * would break it is written as "\u000a". The path is left as it was given.
 *
 * Returns: (transfer full): "path:line:column: error: /pointer: message"; without a place, "path:
 * error: message"
 */
char *
jol_problem_to_string (const JolProblem *self)
{
  const char *severity = self->severity == JOL_SEVERITY_ERROR ? "error" : "warning";
  g_autoptr (GString) line = g_string_new (self->path);

  if (self->line > 0)
    g_string_append_printf (line, ":%u:%u", self->line, self->column);
  g_string_append_printf (line, ": %s: ", severity);
  if (*self->pointer)
    {
      append_printable (line, self->pointer);
      g_string_append (line, ": ");
    }
  append_printable (line, self->message);

  return g_string_free (g_steal_pointer (&line), FALSE);
}
