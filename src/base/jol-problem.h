/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JOL_SEVERITY_WARNING,
  JOL_SEVERITY_ERROR,
} JolSeverity;

/* One thing wrong in a file. Line and column count from 1, columns in characters; 0 when there is
 * no place. */
typedef struct
{
  char *path; /* as it was given */
  guint line;
  guint column;
  char *pointer; /* JSON pointer (RFC 6901), "" for the whole document */
  char *message; /* translated, a sentence without a full stop */
  JolSeverity severity;
} JolProblem;

/* An ordered list of problems. Not thread-safe: one owner at a time. */
typedef struct _JolProblemList JolProblemList;

JolProblemList *jol_problem_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_problem_list_free (JolProblemList *self);
void jol_problem_list_add (JolProblemList *self,
                           JolSeverity severity,
                           const char *path,
                           guint line,
                           guint column,
                           const char *pointer,
                           const char *format,
                           ...) G_GNUC_PRINTF (7, 8);
guint jol_problem_list_get_size (const JolProblemList *self);
guint jol_problem_list_get_n_errors (const JolProblemList *self);
const JolProblem *jol_problem_list_get (const JolProblemList *self, guint index);
void jol_problem_list_sort (
    JolProblemList *self); /* by path in order of first appearance, then line, column */

/* "path:line:column: error: /pointer: message", without line feed. */
char *jol_problem_to_string (const JolProblem *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolProblemList, jol_problem_list_free)

G_END_DECLS
