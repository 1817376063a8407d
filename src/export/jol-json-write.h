/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * JolJsonWriter: writes JSON to the end of a string as it is told it, indented by two spaces, with
 * numbers in their shortest form (json-glib writes 53.4 as 53.399999999999999). An array of numbers
 * stays on one line. The order is the caller's: what cannot be JSON is a bug, not an error.
 */
typedef struct _JolJsonWriter JolJsonWriter;

JolJsonWriter *jol_json_writer_new (GString *out) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the last line; every object and array has to be ended. */
void jol_json_writer_finish (JolJsonWriter *self);
void jol_json_writer_free (JolJsonWriter *self);

void jol_json_writer_begin_object (JolJsonWriter *self);
void jol_json_writer_end_object (JolJsonWriter *self);
void jol_json_writer_begin_array (JolJsonWriter *self);
void jol_json_writer_end_array (JolJsonWriter *self);
/* The name of the value that comes next. */
void jol_json_writer_member (JolJsonWriter *self, const char *name);

void jol_json_writer_string (JolJsonWriter *self, const char *value); /* NULL is null */
void jol_json_writer_number (JolJsonWriter *self, double value);
void jol_json_writer_integer (JolJsonWriter *self, gint64 value);
void jol_json_writer_boolean (JolJsonWriter *self, gboolean value);
void jol_json_writer_null (JolJsonWriter *self);
/* A value as it was read, with all that is in it. */
void jol_json_writer_node (JolJsonWriter *self, JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolJsonWriter, jol_json_writer_free)

G_END_DECLS
