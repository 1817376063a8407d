/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a verb prints on stdout: collected, written when there is much of it and at the end. */
typedef struct
{
  GString *text;
  int write_errno; /* of the first write that failed, or 0: from then on all is dropped */
} JolCliOutput;

JolCliOutput *jol_cli_output_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_cli_output_free (JolCliOutput *self);
/* Writes what there is. */
void jol_cli_output_flush (JolCliOutput *self);
/* The same once it is worth a write. */
void jol_cli_output_relieve (JolCliOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCliOutput, jol_cli_output_free)

/* "jol: message" on stderr. */
void jol_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A line on stderr as it is. */
void jol_cli_remark (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Text of a story or a file's name in one line that is safe on a terminal. */
char *jol_cli_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Columns of a terminal. */
guint jol_cli_measure (const char *text);
/* Appends @text broken between words, each line after @indent spaces, cleaned. */
void jol_cli_append_wrapped (GString *out, const char *text, guint indent);

/* Rows of cells, to be printed with each column as wide as its widest cell. */
typedef struct _JolCliTable JolCliTable;

JolCliTable *jol_cli_table_new (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void jol_cli_table_free (JolCliTable *self);
void jol_cli_table_align_right (JolCliTable *self, guint column);
void jol_cli_table_set_min_width (JolCliTable *self, guint column, guint width);
/* Breaks long cells of the last column between words. */
void jol_cli_table_wrap_last (JolCliTable *self);
guint jol_cli_table_get_n_rows (JolCliTable *self);
/* One cell, row by row; NULL is an empty one. */
void jol_cli_table_add (JolCliTable *self, const char *cell);
void jol_cli_table_print (JolCliTable *self, guint indent, JolCliOutput *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolCliTable, jol_cli_table_free)

G_END_DECLS
