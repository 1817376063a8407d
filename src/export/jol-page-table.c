/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-page-table.h"

#include "jol-paper.h"
#include "jol-table-layout.h"

#include <string.h>

#define SIZE 9.0
#define LEADING 1.3
#define CELL_GAP 10.0
#define ROW_PADDING 3.0
#define BEFORE 8.0
#define MIN_COLUMN 40.0

typedef struct
{
  JolPageText *text;
  char *words;  /* without the numbers of notes */
  double whole; /* of a figure, the width of what stands before its decimal point, or -1 */
  double shift; /* so that the points of a column stand under each other */
} Cell;

typedef struct
{
  GPtrArray *cells; /* of Cell */
  GArray *lefts;    /* of double; shared by the rows */
  double line_width;
  JolColor line;
} Row;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  jol_page_text_free (cell->text);
  g_free (cell->words);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->cells);
  g_array_unref (row->lefts);
  g_free (row);
}

static void
paint_row (JolCanvas *canvas, double width, double height, gpointer data)
{
  const Row *row = data;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (row->cells, i);

      jol_page_text_draw_all (cell->text, g_array_index (row->lefts, double, i) + cell->shift,
                              ROW_PADDING, canvas);
    }
  jol_canvas_move_to (canvas, 0.0, height);
  jol_canvas_line_to (canvas, width, height);
  jol_canvas_stroke (canvas, &(JolStroke){ .color = row->line, .width_px = row->line_width });
}

static Cell *
make_cell (const JolBlock *block,
           guint from,
           guint to,
           JolSourceNotes *notes,
           const JolArticleSetting *setting)
{
  const gboolean is_head = block->level == 0;
  const JolFont font = jol_paper_get_font (setting->theme, SIZE, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
  GString *words = g_string_new (NULL);
  Cell *cell = g_new0 (Cell, 1);
  int point;

  for (guint i = from; i < to; i++)
    g_string_append (words, g_array_index (block->runs, JolRun, i).text);
  cell->text = jol_article_pages_make_text (setting, notes, block->runs, from, to, SIZE, is_head);
  cell->words = g_string_free (words, FALSE);
  cell->whole = -1.0;
  point = is_head ? -1 : jol_table_find_point (cell->words);
  if (point >= 0)
    {
      g_autofree char *whole = g_strndup (cell->words, (gsize) point);

      jol_text_measure (whole, &font, &cell->whole, NULL, NULL);
    }

  return cell;
}

/* A run that is a tab alone stands between two cells. */
static GPtrArray *
make_cells (const JolBlock *block, JolSourceNotes *notes, const JolArticleSetting *setting)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (cell_free);
  guint from = 0;

  for (guint i = 0; i <= block->runs->len; i++)
    if (i == block->runs->len || g_str_equal (g_array_index (block->runs, JolRun, i).text, "\t"))
      {
        g_ptr_array_add (cells, make_cell (block, from, i, notes, setting));
        from = i + 1;
      }

  return cells;
}

/* In a column of figures the decimal points stand under each other. */
static void
align_figures (const GPtrArray *rows, guint column)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  double widest = 0.0;

  for (guint i = 1; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i);
      Cell *cell = column < row->len ? g_ptr_array_index (row, column) : NULL;

      if (!cell)
        continue;
      g_ptr_array_add (cells, cell);
      g_ptr_array_add (words, cell->words);
      widest = MAX (widest, cell->whole);
    }
  if (!jol_table_has_figures ((const char *const *) words->pdata, words->len, column))
    return;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);

      if (cell->whole >= 0.0)
        cell->shift = widest - cell->whole;
    }
}

static guint
count_columns (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, ((const GPtrArray *) g_ptr_array_index (rows, i))->len);

  return n;
}

/* As wide as its cells want, when there is room; else each gives in proportion to what it has over
 * the least. */
static GArray *
find_widths (const GPtrArray *rows, double room)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (double));
  double sum = 0.0, spare = 0.0;

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (rows, i);

      if (cells->len > widths->len)
        g_array_set_size (widths, cells->len);
      for (guint k = 0; k < cells->len; k++)
        {
          double *width = &g_array_index (widths, double, k);
          const Cell *cell = g_ptr_array_index (cells, k);

          jol_page_text_lay_out (cell->text, G_MAXINT, LEADING, JOL_ANCHOR_START);
          *width = MAX (*width, cell->shift + jol_page_text_get_width (cell->text) + 1.0);
        }
    }
  room -= CELL_GAP * (widths->len - 1);
  for (guint k = 0; k < widths->len; k++)
    {
      sum += g_array_index (widths, double, k);
      spare += MAX (g_array_index (widths, double, k) - MIN_COLUMN, 0.0);
    }
  for (guint k = 0; k < widths->len && sum > room && spare > 0.0; k++)
    {
      double *width = &g_array_index (widths, double, k);

      *width -= MAX (*width - MIN_COLUMN, 0.0) * MIN ((sum - room) / spare, 1.0);
    }

  return widths;
}

static double
lay_out_row (const GPtrArray *cells, const GArray *widths)
{
  double height = 0.0;

  for (guint k = 0; k < cells->len; k++)
    {
      Cell *cell = g_ptr_array_index (cells, k);
      const double width = g_array_index (widths, double, k);

      /* A figure in a column that is too narrow for it wraps like words. */
      if (cell->shift > width / 2.0)
        cell->shift = 0.0;
      jol_page_text_lay_out (cell->text, width - cell->shift, LEADING, JOL_ANCHOR_START);
      height = MAX (height, jol_page_text_get_height (cell->text, 0, G_MAXUINT));
    }

  return height + 2.0 * ROW_PADDING;
}

static Row *
make_row (GPtrArray *cells, GArray *lefts, gboolean is_head, JolTheme theme)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_ptr_array_ref (cells);
  row->lefts = g_array_ref (lefts);
  row->line_width = is_head ? 0.9 : 0.4;
  row->line = jol_palette_get (theme, is_head ? JOL_COLOR_TEXT_DIM : JOL_COLOR_PANEL_LINE);
  return row;
}

void
jol_page_table_append (JolPageFlow *flow,
                       const JolBlock *rows,
                       guint n_rows,
                       JolSourceNotes *notes,
                       const JolArticleSetting *setting)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) widths = NULL;
  double left = 0.0;

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (all, make_cells (&rows[i], notes, setting));
  for (guint k = 0; k < count_columns (all); k++)
    align_figures (all, k);
  widths = find_widths (all, setting->width - setting->indent);
  for (guint k = 0; k < widths->len; k++)
    {
      g_array_append_val (lefts, left);
      left += g_array_index (widths, double, k) + CELL_GAP;
    }

  for (guint i = 0; i < n_rows; i++)
    {
      GPtrArray *cells = g_ptr_array_index (all, i);
      const gboolean is_head = rows[i].level == 0;
      const double height = lay_out_row (cells, widths);
      const guint block = jol_page_flow_add_box (
          flow, height, paint_row, make_row (cells, lefts, is_head, setting->theme), row_free,
          &(JolPageStyle){ .before = i == 0 ? BEFORE : 0.0,
                           .indent = setting->indent,
                           .keeps_next = is_head && n_rows > 1,
                           .begins_group = i == 0 });

      if (i == 0 && is_head)
        jol_page_flow_set_repeat (flow, block, height, paint_row,
                                  make_row (cells, lefts, TRUE, setting->theme), row_free);
    }
}
