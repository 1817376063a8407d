/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns are filled in one pass, from the first block to the last. What makes it more than that is
 * what must not be torn: a heading and the beginning of what it heads are a bundle, and before a
 * bundle is set, what it needs at least (the headings, and two lines of the text or the whole box
 * after them) is compared with the room that is left. A bundle that is higher than a column is set
 * at the top of one and runs over; nothing is lost.
 */
#include "config.h"

#include "jol-page-flow.h"

#include <math.h>

#define MIN_LINES 2 /* of a paragraph, at the end of a column and at the top of the next */
#define BAR_GAP 8.0

typedef struct
{
  JolPageStyle style;
  JolPageText *text;   /* or NULL */
  JolPageText *marker; /* or NULL */
  double height;       /* of a box */
  JolPagePaint paint;
  gpointer data;
  GDestroyNotify destroy;
  double repeat_height; /* 0: nothing is repeated */
  JolPagePaint repeat_paint;
  gpointer repeat_data;
  GDestroyNotify repeat_destroy;
} Block;

/* A block, or some of its lines, on a page. */
typedef struct
{
  guint block;
  guint page;
  double x, y;
  double width;
  guint from, n_lines;
  gboolean is_repeat;
} Piece;

/* Where the next block goes. */
typedef struct
{
  const JolPageFrame *first, *others;
  guint page, column;
  double y; /* from the top of the column */
  gboolean is_at_top;
  guint group;    /* block that began the group, or G_MAXUINT */
  GQueue waiting; /* numbers of blocks that go to the top of the next column */
} Cursor;

struct _JolPageFlow
{
  GArray *blocks; /* of Block */
  GArray *pieces; /* of Piece */
  guint n_pages;
};

static void
clear_block (gpointer data)
{
  Block *block = data;

  g_clear_pointer (&block->text, jol_page_text_free);
  g_clear_pointer (&block->marker, jol_page_text_free);
  if (block->destroy)
    block->destroy (block->data);
  if (block->repeat_destroy)
    block->repeat_destroy (block->repeat_data);
}

static const Block *
get_block (const JolPageFlow *self, guint index)
{
  return &g_array_index (self->blocks, Block, index);
}

static double
get_height (const Block *block)
{
  return block->text ? jol_page_text_get_height (block->text, 0, G_MAXUINT) : block->height;
}

static const JolPageFrame *
get_frame (const Cursor *cursor)
{
  return cursor->page == 0 ? cursor->first : cursor->others;
}

static double
get_column_width (const JolPageFrame *frame)
{
  return (frame->width - frame->column_gap * (frame->n_columns - 1)) / frame->n_columns;
}

static double
get_column_left (const Cursor *cursor)
{
  const JolPageFrame *frame = get_frame (cursor);

  return frame->left + cursor->column * (get_column_width (frame) + frame->column_gap);
}

static double
get_room (const Cursor *cursor)
{
  return get_frame (cursor)->height - cursor->y;
}

static void
add_piece (JolPageFlow *self,
           const Cursor *cursor,
           guint index,
           guint from,
           guint n_lines,
           gboolean is_repeat)
{
  const Piece piece = { index,
                        cursor->page,
                        get_column_left (cursor),
                        get_frame (cursor)->top + cursor->y,
                        get_column_width (get_frame (cursor)),
                        from,
                        n_lines,
                        is_repeat };

  g_array_append_val (self->pieces, piece);
}

/* At the top of a column: those that have been waiting for one, as far as there is room. */
static void
set_waiting (JolPageFlow *self, Cursor *cursor)
{
  while (!g_queue_is_empty (&cursor->waiting))
    {
      const guint index = GPOINTER_TO_UINT (g_queue_peek_head (&cursor->waiting));
      const Block *block = get_block (self, index);

      if (!cursor->is_at_top && get_room (cursor) < block->height)
        return;
      g_queue_pop_head (&cursor->waiting);
      add_piece (self, cursor, index, 0, 0, FALSE);
      cursor->y += block->height + block->style.after;
      cursor->is_at_top = FALSE;
    }
}

static void
begin_column (JolPageFlow *self, Cursor *cursor)
{
  if (cursor->is_at_top)
    return;
  if (++cursor->column >= get_frame (cursor)->n_columns)
    {
      cursor->column = 0;
      cursor->page++;
    }
  cursor->y = 0.0;
  cursor->is_at_top = TRUE;
  set_waiting (self, cursor);
}

static void
begin_page (JolPageFlow *self, Cursor *cursor)
{
  if (cursor->is_at_top && cursor->column == 0)
    return;
  cursor->page++;
  cursor->column = 0;
  cursor->y = 0.0;
  cursor->is_at_top = TRUE;
  set_waiting (self, cursor);
}

/* In a column where a group goes on, what stands over it. */
static void
repeat_head (JolPageFlow *self, Cursor *cursor)
{
  const Block *block = cursor->group != G_MAXUINT ? get_block (self, cursor->group) : NULL;

  if (!cursor->is_at_top || !block || block->repeat_height <= 0.0)
    return;
  add_piece (self, cursor, cursor->group, 0, 0, TRUE);
  cursor->y += block->repeat_height;
  cursor->is_at_top = FALSE;
}

/* How many lines of a text have to be set together, of those from @from on. */
static guint
count_first_lines (const Block *block, guint from)
{
  const guint n = jol_page_text_get_n_lines (block->text) - from;

  /* Of three lines either one would be left alone. */
  return block->style.is_whole || n <= MIN_LINES + 1 ? n : MIN_LINES;
}

static double
get_least (const Block *block)
{
  return block->text ? jol_page_text_get_height (block->text, 0, count_first_lines (block, 0))
                     : block->height;
}

/* What a bundle beginning at @index takes at least, without the room over its first block. */
static double
measure_bundle (const JolPageFlow *self, guint index)
{
  double height = 0.0;

  for (guint i = index; i < self->blocks->len; i++)
    {
      const Block *block = get_block (self, i);

      if (i > index)
        height += MAX (block->style.before, get_block (self, i - 1)->style.after);
      if (!block->style.keeps_next || i + 1 == self->blocks->len)
        return height + get_least (block);
      height += get_height (block);
    }

  return height;
}

/* As many lines as there is room for, such that what is left can stand at the top of a column. */
static guint
count_fitting_lines (const Block *block, guint from, double room)
{
  const guint n_left = jol_page_text_get_n_lines (block->text) - from;
  guint n = 0;

  while (n < n_left && jol_page_text_get_height (block->text, from, n + 1) <= room + 0.01)
    n++;
  if (n == n_left)
    return n;
  if (block->style.is_whole)
    return 0;
  if (n_left - n < MIN_LINES)
    n = n_left - MIN_LINES;
  return n < MIN_LINES ? 0 : n;
}

static void
set_text (JolPageFlow *self, Cursor *cursor, guint index)
{
  const Block *block = get_block (self, index);
  const guint n_lines = jol_page_text_get_n_lines (block->text);

  for (guint from = 0; from < n_lines;)
    {
      guint n = count_fitting_lines (block, from, get_room (cursor));

      if (n == 0 && !cursor->is_at_top && cursor->y > 0.0)
        {
          begin_column (self, cursor);
          repeat_head (self, cursor);
          n = count_fitting_lines (block, from, get_room (cursor));
        }
      /* Higher than a whole column: it is set all the same. */
      n = MAX (n, MIN (MIN_LINES, n_lines - from));
      add_piece (self, cursor, index, from, n, FALSE);
      cursor->y += jol_page_text_get_height (block->text, from, n);
      cursor->is_at_top = FALSE;
      from += n;
      if (from < n_lines)
        {
          begin_column (self, cursor);
          repeat_head (self, cursor);
        }
    }
}

static void
set_block (JolPageFlow *self, Cursor *cursor, guint index, gboolean is_bundled)
{
  const Block *block = get_block (self, index);
  const double before = index > 0
                            ? MAX (block->style.before, get_block (self, index - 1)->style.after)
                            : block->style.before;

  if (block->style.floats && !cursor->is_at_top &&
      (!g_queue_is_empty (&cursor->waiting) || get_room (cursor) < before + block->height))
    {
      g_queue_push_tail (&cursor->waiting, GUINT_TO_POINTER (index));
      return;
    }
  if (block->style.begins_group)
    cursor->group = G_MAXUINT;
  if (block->style.begins_page)
    begin_page (self, cursor);
  if (!cursor->is_at_top)
    {
      if (!is_bundled && get_room (cursor) < before + measure_bundle (self, index) - 0.01)
        begin_column (self, cursor);
      else
        cursor->y += before;
    }
  repeat_head (self, cursor);

  if (block->text)
    {
      set_text (self, cursor, index);
    }
  else
    {
      add_piece (self, cursor, index, 0, 0, FALSE);
      cursor->y += block->height;
      cursor->is_at_top = FALSE;
    }
  if (block->style.begins_group)
    cursor->group = index;
}

static guint
append_block (JolPageFlow *self, Block *block)
{
  g_array_append_val (self->blocks, *block);
  return self->blocks->len - 1;
}

JolPageFlow *
jol_page_flow_new (void)
{
  JolPageFlow *self = g_new0 (JolPageFlow, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  return self;
}

void
jol_page_flow_free (JolPageFlow *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->pieces);
  g_free (self);
}

guint
jol_page_flow_add_text (JolPageFlow *self,
                        JolPageText *text,
                        JolPageText *marker,
                        const JolPageStyle *style)
{
  Block block = { .style = *style, .text = text, .marker = marker };

  return append_block (self, &block);
}

guint
jol_page_flow_add_box (JolPageFlow *self,
                       double height,
                       JolPagePaint paint,
                       gpointer data,
                       GDestroyNotify destroy,
                       const JolPageStyle *style)
{
  Block block = {
    .style = *style, .height = height, .paint = paint, .data = data, .destroy = destroy
  };

  return append_block (self, &block);
}

void
jol_page_flow_set_repeat (JolPageFlow *self,
                          guint index,
                          double height,
                          JolPagePaint paint,
                          gpointer data,
                          GDestroyNotify destroy)
{
  Block *block;

  g_return_if_fail (index < self->blocks->len);

  block = &g_array_index (self->blocks, Block, index);
  block->repeat_height = height;
  block->repeat_paint = paint;
  block->repeat_data = data;
  block->repeat_destroy = destroy;
}

void
jol_page_flow_lay_out (JolPageFlow *self, const JolPageFrame *first, const JolPageFrame *others)
{
  Cursor cursor = { .first = first, .others = others, .is_at_top = TRUE, .group = G_MAXUINT };
  gboolean is_bundled = FALSE;

  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      set_block (self, &cursor, i, is_bundled);
      is_bundled = get_block (self, i)->style.keeps_next;
    }
  while (!g_queue_is_empty (&cursor.waiting))
    begin_column (self, &cursor);
  self->n_pages = cursor.page + 1;
}

guint
jol_page_flow_get_n_pages (const JolPageFlow *self)
{
  return self->n_pages;
}

void
jol_page_flow_find_block (const JolPageFlow *self, guint block, guint *page_out, double *y_out)
{
  *page_out = 0;
  *y_out = 0.0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->block == block && !piece->is_repeat)
        {
          *page_out = piece->page;
          *y_out = piece->y;
          return;
        }
    }
}

static double
get_piece_height (const JolPageFlow *self, const Piece *piece)
{
  const Block *block = get_block (self, piece->block);

  if (piece->is_repeat)
    return block->repeat_height;
  return block->text ? jol_page_text_get_height (block->text, piece->from, piece->n_lines)
                     : block->height;
}

double
jol_page_flow_get_bottom (const JolPageFlow *self, guint page)
{
  double bottom = 0.0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        bottom = MAX (bottom, piece->y + get_piece_height (self, piece));
    }

  return bottom;
}

static void
draw_text (const Block *block, const Piece *piece, double height, JolCanvas *canvas)
{
  const double x = piece->x + block->style.indent;

  if (block->style.bar_width > 0.0)
    {
      jol_canvas_rect (canvas, x - BAR_GAP - block->style.bar_width, piece->y,
                       block->style.bar_width, height, 0.0);
      jol_canvas_fill (canvas, &block->style.bar_color);
    }
  if (block->marker && piece->from == 0)
    jol_page_text_draw_all (block->marker, piece->x,
                            piece->y + jol_page_text_get_baseline (block->text) -
                                jol_page_text_get_baseline (block->marker),
                            canvas);
  jol_page_text_draw (block->text, piece->from, piece->n_lines, x, piece->y, canvas);
}

void
jol_page_flow_draw_page (const JolPageFlow *self, guint page, JolCanvas *canvas)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const Block *block = get_block (self, piece->block);
      const double height = get_piece_height (self, piece);

      if (piece->page != page)
        continue;
      if (block->text && !piece->is_repeat)
        {
          draw_text (block, piece, height, canvas);
          continue;
        }
      jol_canvas_begin_place (canvas, piece->x + block->style.indent, piece->y, 1.0);
      if (piece->is_repeat)
        block->repeat_paint (canvas, piece->width - block->style.indent, height,
                             block->repeat_data);
      else
        block->paint (canvas, piece->width - block->style.indent, height, block->data);
      jol_canvas_end_place (canvas);
    }
}
