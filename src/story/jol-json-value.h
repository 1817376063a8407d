/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-json-scan.h"

G_BEGIN_DECLS

/*
 * Reading a scanned text: the table of positions is its tree. A value is a row of it; the root is
 * row 0. Nothing is made of a value before somebody asks for it, so that a text costs twelve bytes
 * a value beside itself. The text must still be there.
 */
typedef enum
{
  JOL_JSON_OBJECT,
  JOL_JSON_ARRAY,
  JOL_JSON_STRING,
  JOL_JSON_NUMBER,
  JOL_JSON_BOOLEAN,
  JOL_JSON_NULL,
} JolJsonType;

#define JOL_JSON_NO_VALUE G_MAXUINT

JolJsonType jol_json_value_get_type (const JolJsonPositions *self, guint value);
/* In the text: from 1, columns in characters. */
void
jol_json_value_locate (JolJsonPositions *self, guint value, guint *line_out, guint *column_out);
/* The values in it, one after another; JOL_JSON_NO_VALUE when there are no more. */
guint jol_json_value_get_first (const JolJsonPositions *self, guint value);
guint jol_json_value_get_next (const JolJsonPositions *self, guint parent, guint child);
guint jol_json_value_find_member (const JolJsonPositions *self, guint object, const char *name);

/* Strings are the positions' own. */
const char *jol_json_value_get_name (JolJsonPositions *self, guint member);
const char *jol_json_value_get_string (JolJsonPositions *self, guint string);
double jol_json_value_get_number (const JolJsonPositions *self, guint number);
gboolean jol_json_value_get_boolean (const JolJsonPositions *self, guint boolean);

G_END_DECLS
