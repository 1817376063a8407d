/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-json-value.h"
#include "jol-text.h"

G_BEGIN_DECLS

/*
 * JolJsonCursor: a place in a parsed file, on the stack of whoever reads it. It knows its parent,
 * so that a pointer and a position are worked out only when something is wrong there. All reading
 * of members goes through the functions below: they check the type, report what is wrong and go on.
 */
typedef struct
{
  const char *path;
  const char *language; /* of plain strings */
  JolProblemList *problems;
  JolJsonPositions *positions;
} JolJsonFile;

typedef struct _JolJsonCursor JolJsonCursor;

struct _JolJsonCursor
{
  const JolJsonFile *file;
  const JolJsonCursor *parent; /* NULL for the root */
  const char *name;            /* of a member, else NULL */
  guint index;                 /* of an element */
  guint value;                 /* row of the positions */

  /* What a run over an array's elements would else count again for each: how many there are, plus
   * one; and the last element that was asked for. */
  guint n_elements_plus_one;
  guint last_index, last_element;
};

typedef enum
{
  JOL_JSON_OPTIONAL,
  JOL_JSON_REQUIRED,
} JolJsonNeed;

void jol_json_report (const JolJsonCursor *self, JolSeverity severity, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void jol_json_locate (const JolJsonCursor *self, guint *line_out, guint *column_out);

JolJsonType jol_json_get_type (const JolJsonCursor *self);
gboolean jol_json_is_object (const JolJsonCursor *self);
gboolean jol_json_is_array (const JolJsonCursor *self);
const char *jol_json_get_string (const JolJsonCursor *self);
gboolean
jol_json_get_number (const JolJsonCursor *self, double minimum, double maximum, double *value_out);
guint jol_json_get_size (const JolJsonCursor *self);
JolJsonCursor jol_json_get_element (const JolJsonCursor *array, guint index);
gboolean jol_json_enter (const JolJsonCursor *object,
                         const char *name,
                         JolJsonNeed need,
                         JolJsonCursor *member_out);
gboolean jol_json_enter_array (const JolJsonCursor *object,
                               const char *name,
                               JolJsonNeed need,
                               JolJsonCursor *array_out);
void jol_json_warn_unknown (const JolJsonCursor *object, const char *const *known);

const char *jol_json_read_string (const JolJsonCursor *object, const char *name, JolJsonNeed need);
JolText *jol_json_read_text (const JolJsonCursor *object,
                             const char *name,
                             JolJsonNeed need) G_GNUC_WARN_UNUSED_RESULT;
gboolean jol_json_read_number (const JolJsonCursor *object,
                               const char *name,
                               JolJsonNeed need,
                               double minimum,
                               double maximum,
                               double *value_out);
gboolean jol_json_read_year (const JolJsonCursor *object, const char *name, int *year_out);
gboolean jol_json_read_boolean (const JolJsonCursor *object, const char *name);
gboolean jol_json_read_date (const JolJsonCursor *object,
                             const char *name,
                             JolJsonNeed need,
                             JolDate *date_out);
gboolean jol_json_read_word (const JolJsonCursor *object,
                             const char *name,
                             JolJsonNeed need,
                             const char *const *words,
                             int *index_out);

G_END_DECLS
