/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Widths are chosen as CSS does for tables: each column has its narrowest, the longest word, and
 * its widest, all on one line; what room there is between is shared in proportion. A figure is
 * never broken, so a column of figures is at least as wide as the longest.
 */
#include "config.h"

#include "jol-table-layout.h"

#include <math.h>
#include <string.h>

#define COLUMN_GAP_EM 1.1
#define ROW_PAD_EM 0.28
#define STACK_GAP_EM 0.8
#define MAX_LABEL_SHARE 0.5 /* of the width, for the heads in a stacked table */

typedef struct
{
  int min_px;
  int max_px;
  int fraction_px; /* the widest of what stands behind a decimal point */
  int x;
  int width_px;
  gboolean has_figures;
} Column;

struct _JolTableLayout
{
  guint n_rows;
  guint n_columns;
  int gap_px;
  int pad_px;
  int stack_gap_px;
  int width_px;
  gboolean is_stacked;
  JolTableCell *cells; /* by row, then by column */
  Column *columns;
  int *row_heights;
  GArray *labels; /* of JolTableCell */
};

static gboolean
is_digit_space (gunichar c)
{
  return c == ' ' || c == 0x00a0 || c == 0x2009 || c == 0x202f;
}

/**
 * jol_table_find_decimal_point:
 * @text: a cell's
 *
 * A figure ends the text: "8.8", "−0.5", "28,2", "12,000", "1 200", "about 56", "17%". A word or
 * two and signs may stand before it, numbers of notes behind: "8.8[3]". A comma before three digits
 * parts thousands.
 *
 * Returns: the byte at which its fraction begins, point included, or at which its digits end; -1
 * when @text is not a figure
 */
int
jol_table_find_decimal_point (const char *text)
{
  const char *p = text, *end = NULL, *point = NULL;
  guint n_before = 0;

  for (; *p && !g_ascii_isdigit (*p); p = g_utf8_next_char (p))
    if (++n_before > 12)
      return -1;
  if (!*p)
    return -1;

  while (*p)
    {
      const gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (g_ascii_isdigit (*p))
        end = next;
      else if ((c == '.' || c == ',') && g_ascii_isdigit (*next))
        {
          const size_t n_digits = strspn (next, "0123456789");

          /* A second point belongs to a date or a version. */
          if (point)
            return -1;
          if (c == '.' || n_digits != 3)
            point = p;
        }
      else if (!(is_digit_space (c) && strspn (next, "0123456789") == 3))
        break;
      p = next;
    }

  while (is_digit_space (g_utf8_get_char (p)) || *p == '%')
    p = g_utf8_next_char (p);
  if (*p == '[' && g_ascii_isdigit (p[1]) && g_str_has_suffix (p, "]"))
    p += strlen (p);
  if (*p)
    return -1;

  return (int) ((point ? point : end) - text);
}

static gboolean
is_dash (const char *text)
{
  return g_str_equal (text, "–") || g_str_equal (text, "—") || g_str_equal (text, "-") ||
         g_str_equal (text, "…");
}

int
jol_table_find_point (const char *text)
{
  return is_dash (text) ? (int) strlen (text) : jol_table_find_decimal_point (text);
}

gboolean
jol_table_has_figures (const char *const *texts, guint n_texts, guint index)
{
  guint n_figures = 0, n_dashes = 0, n_cells = 0;

  for (guint i = 0; i < n_texts; i++)
    {
      n_cells += *texts[i] != '\0';
      n_dashes += is_dash (texts[i]);
      n_figures += jol_table_find_decimal_point (texts[i]) >= 0;
    }

  return index > 0 && n_figures > 0 && 2 * (n_figures + n_dashes) >= n_cells;
}

static JolTableCell *
get_cell (const JolTableLayout *self, guint row, guint column)
{
  return &self->cells[row * self->n_columns + column];
}

static int
get_natural_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_longest_word (PangoLayout *layout)
{
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return width;
}

/* Of a figure, the width of what stands behind its whole part; -1 for words. */
static int
get_fraction_width (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const int point = jol_table_find_point (text);
  PangoRectangle at;

  if (point < 0)
    return -1;

  pango_layout_set_width (layout, -1);
  pango_layout_index_to_pos (layout, point, &at);
  return get_natural_width (layout) - PANGO_PIXELS (at.x);
}

static void
make_layouts (JolTableLayout *self,
              PangoContext *context,
              const PangoFontDescription *font,
              const JolTableText *cells)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      PangoLayout *layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_text (layout, cells[i].text ? cells[i].text : "", -1);
      if (cells[i].attributes)
        pango_layout_set_attributes (layout, cells[i].attributes);
      self->cells[i] = (JolTableCell){ .layout = layout, .row = i / self->n_columns };
    }
}

static void
measure_column (JolTableLayout *self, guint index)
{
  Column *column = &self->columns[index];
  g_autofree const char **texts = g_new (const char *, self->n_rows);
  int whole_px = 0;

  for (guint row = 0; row < self->n_rows; row++)
    texts[row] = pango_layout_get_text (get_cell (self, row, index)->layout);
  column->has_figures = jol_table_has_figures (texts + 1, self->n_rows - 1, index);
  for (guint row = 0; row < self->n_rows; row++)
    {
      PangoLayout *layout = get_cell (self, row, index)->layout;
      const int natural_px = get_natural_width (layout);
      const int fraction_px = row > 0 && column->has_figures ? get_fraction_width (layout) : -1;

      column->max_px = MAX (column->max_px, natural_px);
      if (fraction_px < 0)
        {
          column->min_px = MAX (column->min_px, get_longest_word (layout));
          continue;
        }
      whole_px = MAX (whole_px, natural_px - fraction_px);
      column->fraction_px = MAX (column->fraction_px, fraction_px);
    }
  column->min_px = MAX (column->min_px, whole_px + column->fraction_px);
  column->max_px = MAX (column->max_px, column->min_px);
}

/* Returns whether all columns fit. */
static gboolean
share_width (JolTableLayout *self, int width_px)
{
  int sum_min = 0, sum_max = 0, x = 0;
  const int room_px = width_px - (int) (self->n_columns - 1) * self->gap_px;

  for (guint i = 0; i < self->n_columns; i++)
    {
      sum_min += self->columns[i].min_px;
      sum_max += self->columns[i].max_px;
    }
  /* There is no row to be stacked under heads alone. */
  if (sum_min > room_px && self->n_rows > 1)
    return FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];
      const double spread =
          sum_max > sum_min ? (double) (room_px - sum_min) / (sum_max - sum_min) : 1;

      column->x = x;
      column->width_px =
          column->min_px + (int) floor ((column->max_px - column->min_px) * CLAMP (spread, 0, 1));
      x += column->width_px + self->gap_px;
    }
  self->width_px = x - self->gap_px;
  return TRUE;
}

static int
set_cell_width (PangoLayout *layout, int width_px, gboolean is_right)
{
  int height_px;

  pango_layout_set_width (layout, width_px * PANGO_SCALE);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height_px);
  return height_px;
}

/* Returns its height. */
static int
place_in_column (JolTableLayout *self, guint row, guint index)
{
  const Column *column = &self->columns[index];
  JolTableCell *cell = get_cell (self, row, index);
  const int fraction_px = row > 0 && column->has_figures ? get_fraction_width (cell->layout) : -1;
  int height_px;

  cell->y = self->pad_px;
  cell->x = column->x;
  if (fraction_px < 0)
    return set_cell_width (cell->layout, column->width_px, column->has_figures);

  cell->x +=
      column->width_px - column->fraction_px - (get_natural_width (cell->layout) - fraction_px);
  pango_layout_get_pixel_size (cell->layout, NULL, &height_px);
  return height_px;
}

static void
place_rows (JolTableLayout *self)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      int height_px = 0;

      for (guint column = 0; column < self->n_columns; column++)
        height_px = MAX (height_px, place_in_column (self, row, column));
      self->row_heights[row] = height_px + 2 * self->pad_px;
      /* Heads stand on their rule. */
      for (guint column = 0; row == 0 && column < self->n_columns; column++)
        {
          JolTableCell *cell = get_cell (self, row, column);
          int own_px;

          pango_layout_get_pixel_size (cell->layout, NULL, &own_px);
          cell->y = self->pad_px + height_px - own_px;
        }
    }
}

/* The first row below the heads shows these themselves, the others copies. */
static PangoLayout *
place_label (JolTableLayout *self, guint row, guint column, int y)
{
  JolTableCell *head = get_cell (self, 0, column);
  JolTableCell label = { .row = row, .y = y };

  if (row == 1)
    {
      head->row = 1;
      head->x = 0;
      head->y = y;
      return head->layout;
    }
  label.layout = pango_layout_copy (head->layout);
  g_array_append_val (self->labels, label);
  return label.layout;
}

static void
stack_rows (JolTableLayout *self, int width_px)
{
  int label_px = 0, cell_px;

  for (guint i = 0; i < self->n_columns; i++)
    label_px = MAX (label_px, get_natural_width (get_cell (self, 0, i)->layout));
  label_px = MIN (label_px, (int) (width_px * MAX_LABEL_SHARE));
  cell_px = MAX (width_px - label_px - self->gap_px, 1);

  self->is_stacked = TRUE;
  self->width_px = width_px;
  for (guint row = 1; row < self->n_rows; row++)
    {
      int y = self->pad_px;

      for (guint i = 0; i < self->n_columns; i++)
        {
          JolTableCell *cell = get_cell (self, row, i);
          int label_height_px, height_px;

          if (row > 1 && !*pango_layout_get_text (cell->layout))
            continue;
          label_height_px = set_cell_width (place_label (self, row, i, y), label_px, FALSE);
          cell->x = label_px + self->gap_px;
          cell->y = y;
          height_px = set_cell_width (cell->layout, cell_px, FALSE);
          y += MAX (label_height_px, height_px) + self->pad_px / 2;
        }
      self->row_heights[row] = y + self->pad_px + self->stack_gap_px;
    }
}

static int
get_em (const PangoFontDescription *font)
{
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return (int) ceil (pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72);
}

/**
 * jol_table_layout_new:
 * @context: where fonts come from
 * @font: of the words, with a size
 * @cells: (array): n_rows × n_columns, row by row, the heads first
 * @n_rows: at least 1
 * @n_columns: at least 1
 * @width_px: what there is
 *
 * Returns: (transfer full): the layout
 */
JolTableLayout *
jol_table_layout_new (PangoContext *context,
                      const PangoFontDescription *font,
                      const JolTableText *cells,
                      guint n_rows,
                      guint n_columns,
                      int width_px)
{
  JolTableLayout *self;
  const int em_px = get_em (font);

  g_return_val_if_fail (n_rows > 0 && n_columns > 0, NULL);

  self = g_new0 (JolTableLayout, 1);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->gap_px = (int) ceil (em_px * COLUMN_GAP_EM);
  self->pad_px = (int) ceil (em_px * ROW_PAD_EM);
  self->stack_gap_px = (int) ceil (em_px * STACK_GAP_EM);
  self->cells = g_new0 (JolTableCell, n_rows * n_columns);
  self->columns = g_new0 (Column, n_columns);
  self->row_heights = g_new0 (int, n_rows);
  self->labels = g_array_new (FALSE, TRUE, sizeof (JolTableCell));

  make_layouts (self, context, font, cells);
  for (guint i = 0; i < n_columns; i++)
    measure_column (self, i);
  if (share_width (self, width_px))
    place_rows (self);
  else
    stack_rows (self, width_px);
  return self;
}

void
jol_table_layout_free (JolTableLayout *self)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    g_object_unref (self->cells[i].layout);
  for (guint i = 0; i < self->labels->len; i++)
    g_object_unref (g_array_index (self->labels, JolTableCell, i).layout);
  g_array_unref (self->labels);
  g_free (self->cells);
  g_free (self->columns);
  g_free (self->row_heights);
  g_free (self);
}

guint
jol_table_layout_get_n_rows (const JolTableLayout *self)
{
  return self->n_rows;
}

int
jol_table_layout_get_width (const JolTableLayout *self)
{
  return self->width_px;
}

int
jol_table_layout_get_row_height (const JolTableLayout *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->row_heights[row];
}

gboolean
jol_table_layout_is_stacked (const JolTableLayout *self)
{
  return self->is_stacked;
}

const JolTableCell *
jol_table_layout_get_cell (const JolTableLayout *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return get_cell (self, row, column);
}

guint
jol_table_layout_get_n_labels (const JolTableLayout *self)
{
  return self->labels->len;
}

const JolTableCell *
jol_table_layout_get_label (const JolTableLayout *self, guint index)
{
  g_return_val_if_fail (index < self->labels->len, NULL);

  return &g_array_index (self->labels, JolTableCell, index);
}
