/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-json-scan.h"

G_BEGIN_DECLS

/* What the scan notes of each value, in the order of the text: twelve bytes a value. */
typedef struct
{
  guint32 offset; /* of its first byte */
  guint32 key;    /* offset of its member name's quote, +1; 0 for an element and for the root */
  guint32 next;   /* index of the first value after it and all it holds */
} JolJsonValue;

struct _JolJsonPositions
{
  const char *text; /* borrowed */
  gsize length;
  GArray *values;        /* of JolJsonValue */
  GStringChunk *strings; /* that were asked for, or NULL */

  /* The last step into an array. */
  guint last_array;
  guint last_index;
  guint last_child;

  /* The last place located. */
  gsize last_offset;
  guint last_line;
  guint last_column;
};

JolJsonPositions *jol_json_positions_new (const char *text, gsize length);
guint jol_json_positions_begin (JolJsonPositions *self, gsize offset, gsize key_offset_plus_one);
void jol_json_positions_end (JolJsonPositions *self, guint index);
void jol_json_positions_locate (JolJsonPositions *self,
                                gsize offset,
                                guint *line_out,
                                guint *column_out);

/* The characters a JSON string stands for; @start is after its opening quote. Never fails on
 * checked text. */
char *jol_json_decode_string (const char *start, const char *end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
