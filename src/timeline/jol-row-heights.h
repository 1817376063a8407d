/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JolRowHeights: how high each row of a long list is, where only those that have been seen are
 * known, and where it therefore stands. All in px. */
typedef struct _JolRowHeights JolRowHeights;

/* @usual: the height of a row that has not been seen, > 0 */
JolRowHeights *jol_row_heights_new (guint n_rows, int usual) G_GNUC_WARN_UNUSED_RESULT;
void jol_row_heights_free (JolRowHeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolRowHeights, jol_row_heights_free)

int jol_row_heights_get (const JolRowHeights *self, guint row);
void jol_row_heights_set (JolRowHeights *self, guint row, int height);

/* Where @row begins, below the first row's beginning; of n_rows: where the last one ends. */
int jol_row_heights_get_top (const JolRowHeights *self, guint row);
/* The row at @y; the first or the last where @y is before or after all. There must be rows. */
guint jol_row_heights_find (const JolRowHeights *self, int y);

G_END_DECLS
