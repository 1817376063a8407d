/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All rows are taken to be of the usual height, and what is known of some of them is a difference
 * to it. The differences are in a tree of partial sums (Fenwick, "A new data structure for
 * cumulative frequency tables", 1994), so that where a row stands and which row is at a place are
 * both found in O(log n), and a row that turns out to be higher moves all after it as quickly.
 */
#include "config.h"

#include "jol-row-heights.h"

struct _JolRowHeights
{
  guint n;
  int usual;
  int *extra; /* by row: its height less the usual one */
  int *sums;  /* entry i, from 1: of the extras of the (i & -i) rows that end with row i - 1 */
};

/**
 * jol_row_heights_new:
 * @n_rows: how many rows
 * @usual: the height of one that has not been seen, > 0
 *
 * Memory is not touched before it is needed: a list of any length begins at no cost.
 */
JolRowHeights *
jol_row_heights_new (guint n_rows, int usual)
{
  JolRowHeights *self = g_new0 (JolRowHeights, 1);

  g_return_val_if_fail (usual > 0, NULL);

  self->n = n_rows;
  self->usual = usual;
  self->extra = g_new0 (int, MAX (n_rows, 1));
  self->sums = g_new0 (int, n_rows + 1);
  return self;
}

void
jol_row_heights_free (JolRowHeights *self)
{
  g_free (self->extra);
  g_free (self->sums);
  g_free (self);
}

int
jol_row_heights_get (const JolRowHeights *self, guint row)
{
  g_return_val_if_fail (row < self->n, 0);

  return self->usual + self->extra[row];
}

void
jol_row_heights_set (JolRowHeights *self, guint row, int height)
{
  int change;

  g_return_if_fail (row < self->n);

  change = height - jol_row_heights_get (self, row);
  if (change == 0)
    return;

  self->extra[row] += change;
  for (guint i = row + 1; i <= self->n; i += i & -i)
    self->sums[i] += change;
}

int
jol_row_heights_get_top (const JolRowHeights *self, guint row)
{
  int top = (int) row * self->usual;

  g_return_val_if_fail (row <= self->n, 0);

  for (guint i = row; i > 0; i -= i & -i)
    top += self->sums[i];
  return top;
}

guint
jol_row_heights_find (const JolRowHeights *self, int y)
{
  guint row = 0, step = 1;

  g_return_val_if_fail (self->n > 0, 0);

  while (step <= self->n / 2)
    step *= 2;
  for (; step > 0; step /= 2)
    {
      int height;

      if (row + step > self->n)
        continue;
      height = (int) step * self->usual + self->sums[row + step];
      if (height > y)
        continue;
      row += step;
      y -= height;
    }
  return MIN (row, self->n - 1);
}
