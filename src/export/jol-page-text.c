/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a line may end is Pango's to say: it knows the rules of every script. Lines are filled one
 * after another, and what is too long for any, such as an address, is broken between letters. A
 * line is drawn in pieces, one for each run in it, so that a reader of the file finds whole words.
 */
#include "config.h"

#include "jol-page-text.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

#define RAISED_SIZE 0.66
#define RAISED_BY 0.36
#define UNDERLINE_BELOW 0.14
#define UNDERLINE_PX 0.05
#define UNDERLINE_ALPHA 0.45

typedef struct
{
  gsize start, end; /* bytes of the text */
  JolFont font;
  char *address; /* or NULL */
  gboolean is_raised;
} Run;

typedef struct
{
  char *text;
  guint run;
  double x, width;
} Piece;

typedef struct
{
  GArray *pieces; /* of Piece */
  double width;
  double height;
  double baseline; /* from the line's top */
} Line;

struct _JolPageText
{
  GString *text;
  GArray *runs;  /* of Run */
  GArray *lines; /* of Line */
  double room;   /* what lines are aligned in */
  JolAnchor anchor;
};

static void
clear_run (gpointer data)
{
  g_free (((Run *) data)->address);
}

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static void
clear_line (gpointer data)
{
  g_array_unref (((Line *) data)->pieces);
}

static double
measure (const char *text, const JolFont *font)
{
  double width = 0.0;

  if (*text)
    jol_text_measure (text, font, &width, NULL, NULL);
  return width;
}

/* The width of the bytes between, each by its run's font. */
static double
measure_range (const JolPageText *self, gsize start, gsize end)
{
  double width = 0.0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      const gsize from = MAX (start, run->start);
      const gsize to = MIN (end, run->end);

      if (from < to)
        {
          g_autofree char *part = g_strndup (self->text->str + from, to - from);

          width += measure (part, &run->font);
        }
    }

  return width;
}

static gsize
trim_end (const JolPageText *self, gsize start, gsize end)
{
  while (end > start && g_ascii_isspace (self->text->str[end - 1]))
    end--;
  return end;
}

/* Past the spaces, those that do not break too. */
static gsize
trim_start (const JolPageText *self, gsize start, gsize end)
{
  const char *text = self->text->str;

  while (start < end && g_unichar_isspace (g_utf8_get_char (text + start)))
    start = (gsize) (g_utf8_next_char (text + start) - text);
  return start;
}

/* A space at a piece's beginning is only room: readers of SVG drop it. */
static void
add_piece (const JolPageText *self, Line *line, guint index, gsize from, gsize to)
{
  const Run *run = &g_array_index (self->runs, Run, index);
  const gsize first = trim_start (self, from, to);
  g_autofree char *space = g_strndup (self->text->str + from, first - from);
  Piece piece = { g_strndup (self->text->str + first, to - first), index,
                  line->width + measure (space, &run->font), 0.0 };

  piece.width = measure (piece.text, &run->font);
  line->width = piece.x + piece.width;
  g_array_append_val (line->pieces, piece);
}

static void
add_line (JolPageText *self, gsize start, gsize end, double leading)
{
  Line line = { .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)) };
  double size = 0.0;

  g_array_set_clear_func (line.pieces, clear_piece);
  start = trim_start (self, start, end);
  end = trim_end (self, start, end);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      const gsize from = MAX (start, run->start);
      const gsize to = MIN (end, run->end);

      if (from < to)
        add_piece (self, &line, i, from, to);
      if (!run->is_raised && (from < to || start == end))
        size = MAX (size, run->font.size_px);
    }
  line.height = size * leading;
  /* As much over the capitals as under the baseline. */
  line.baseline = line.height / 2.0 + size * 0.36;
  g_array_append_val (self->lines, line);
}

/* How many bytes of the range fit, at least one letter; @attrs are those of its first character. */
static gsize
break_word (const JolPageText *self, gsize start, gsize end, const PangoLogAttr *attrs, double room)
{
  const char *text = self->text->str;
  const char *at = text + start;
  gsize fits = 0;
  guint i = 0;

  while (at < text + end)
    {
      at = g_utf8_next_char (at);
      i++;
      if (at < text + end && !attrs[i].is_cursor_position)
        continue;
      if (fits > 0 && measure_range (self, start, (gsize) (at - text)) > room)
        break;
      fits = (gsize) (at - text) - start;
    }

  return fits;
}

/* A paragraph's end is a line's end too. */
static void
fill_lines (JolPageText *self, double width, double leading, const PangoLogAttr *attrs)
{
  const char *text = self->text->str;
  gsize line_start = 0, chunk_start = 0;
  glong first_char = 0, n = 0; /* of the chunk; of where we are */
  double used = 0.0;

  for (const char *at = text; *at;)
    {
      gsize end;

      at = g_utf8_next_char (at);
      n++;
      end = (gsize) (at - text);
      if (*at && !attrs[n].is_line_break)
        continue;

      if (used > 0.0 &&
          used + measure_range (self, chunk_start, trim_end (self, chunk_start, end)) > width)
        {
          add_line (self, line_start, chunk_start, leading);
          line_start = chunk_start;
          used = 0.0;
        }
      while (used <= 0.0 &&
             measure_range (self, chunk_start, trim_end (self, chunk_start, end)) > width)
        {
          const gsize fits = break_word (self, chunk_start, end, attrs + first_char, width);

          if (chunk_start + fits >= end)
            break;
          add_line (self, chunk_start, chunk_start + fits, leading);
          first_char += g_utf8_strlen (text + chunk_start, (gssize) fits);
          chunk_start += fits;
          line_start = chunk_start;
        }
      used += measure_range (self, chunk_start, end);
      chunk_start = end;
      first_char = n;
      if (*at && attrs[n].is_mandatory_break)
        {
          add_line (self, line_start, end, leading);
          line_start = end;
          used = 0.0;
        }
    }
  if (line_start < self->text->len)
    add_line (self, line_start, self->text->len, leading);
}

static void
add_run (JolPageText *self,
         const char *text,
         const JolFont *font,
         const char *address,
         gboolean is_raised)
{
  Run run = {
    .start = self->text->len, .font = *font, .address = g_strdup (address), .is_raised = is_raised
  };

  /* Lines of what it was before. */
  g_array_set_size (self->lines, 0);
  g_string_append (self->text, text);
  run.end = self->text->len;
  if (is_raised)
    run.font.size_px *= RAISED_SIZE;
  g_array_append_val (self->runs, run);
}

JolPageText *
jol_page_text_new (void)
{
  JolPageText *self = g_new0 (JolPageText, 1);

  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, clear_run);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);

  return self;
}

JolPageText *
jol_page_text_new_with (const char *text, const JolFont *font)
{
  JolPageText *self = jol_page_text_new ();

  jol_page_text_add (self, text, font, NULL);
  return self;
}

void
jol_page_text_free (JolPageText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_array_unref (self->lines);
  g_free (self);
}

void
jol_page_text_add (JolPageText *self, const char *text, const JolFont *font, const char *address)
{
  add_run (self, text, font, address, FALSE);
}

void
jol_page_text_add_raised (JolPageText *self,
                          const char *text,
                          const JolFont *font,
                          const char *address)
{
  add_run (self, text, font, address, TRUE);
}

void
jol_page_text_add_unbroken (JolPageText *self, const char *text, const JolFont *font)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *joined = g_strjoinv ("\u00a0", words);

  jol_page_text_add (self, joined, font, NULL);
}

gboolean
jol_page_text_is_empty (const JolPageText *self)
{
  return self->text->len == 0;
}

void
jol_page_text_lay_out (JolPageText *self, double width, double leading, JolAnchor anchor)
{
  const int length = (int) self->text->len;
  const int n_attrs = (int) g_utf8_strlen (self->text->str, length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_attrs);

  g_array_set_size (self->lines, 0);
  self->room = width;
  self->anchor = anchor;
  pango_get_log_attrs (self->text->str, length, 0, NULL, attrs, n_attrs);
  fill_lines (self, width, leading, attrs);
}

void
jol_page_text_lay_out_evenly (JolPageText *self, double width, double leading, JolAnchor anchor)
{
  double low = 0.0, high = width;
  guint n_lines;

  jol_page_text_lay_out (self, width, leading, anchor);
  n_lines = jol_page_text_get_n_lines (self);
  while (n_lines > 1 && high - low > 1.0)
    {
      const double middle = (low + high) / 2.0;

      jol_page_text_lay_out (self, middle, leading, anchor);
      if (jol_page_text_get_n_lines (self) <= n_lines && jol_page_text_get_width (self) <= middle)
        high = middle;
      else
        low = middle;
    }
  jol_page_text_lay_out (self, high, leading, anchor);
}

guint
jol_page_text_get_n_lines (const JolPageText *self)
{
  return self->lines->len;
}

double
jol_page_text_get_height (const JolPageText *self, guint from, guint n)
{
  double height = 0.0;

  for (guint i = from; i < self->lines->len && i - from < n; i++)
    height += g_array_index (self->lines, Line, i).height;
  return height;
}

double
jol_page_text_get_width (const JolPageText *self)
{
  double width = 0.0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, Line, i).width);
  return width;
}

double
jol_page_text_get_baseline (const JolPageText *self)
{
  return self->lines->len > 0 ? g_array_index (self->lines, Line, 0).baseline : 0.0;
}

void
jol_page_text_cut (JolPageText *self, guint n)
{
  Line *line;
  Piece *piece;
  const JolFont *font;
  g_autoptr (GString) text = NULL;

  if (n == 0 || self->lines->len <= n)
    return;

  g_array_set_size (self->lines, n);
  line = &g_array_index (self->lines, Line, n - 1);
  piece = &g_array_index (line->pieces, Piece, line->pieces->len - 1);
  font = &g_array_index (self->runs, Run, piece->run).font;
  text = g_string_new (piece->text);
  do
    {
      const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

      g_free (piece->text);
      piece->text = g_strconcat (text->str, "…", NULL);
      piece->width = measure (piece->text, font);
      g_string_truncate (text, last ? (gsize) (last - text->str) : 0);
    }
  while (text->len > 0 && piece->x + piece->width > self->room);
  line->width = piece->x + piece->width;
}

static void
draw_piece (const JolPageText *self, const Piece *piece, double x, double y, JolCanvas *canvas)
{
  const Run *run = &g_array_index (self->runs, Run, piece->run);
  const double size = run->font.size_px;

  if (!*piece->text)
    return;
  if (run->is_raised)
    y -= size / RAISED_SIZE * RAISED_BY;
  if (run->address)
    jol_canvas_begin_link (canvas, run->address);
  jol_canvas_text (canvas, piece->text, &run->font, x, y, 0.0, JOL_ANCHOR_START);
  if (run->address)
    jol_canvas_end_link (canvas);
  if (run->address && !run->is_raised)
    {
      JolStroke line = { .color = run->font.color, .width_px = MAX (size * UNDERLINE_PX, 0.4) };

      line.color.alpha *= UNDERLINE_ALPHA;
      jol_canvas_move_to (canvas, x, y + size * UNDERLINE_BELOW);
      jol_canvas_line_to (canvas, x + piece->width, y + size * UNDERLINE_BELOW);
      jol_canvas_stroke (canvas, &line);
    }
}

void
jol_page_text_draw (const JolPageText *self,
                    guint from,
                    guint n,
                    double x,
                    double y,
                    JolCanvas *canvas)
{
  for (guint i = from; i < self->lines->len && i - from < n; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double left = x;

      if (self->anchor == JOL_ANCHOR_MIDDLE)
        left += (self->room - line->width) / 2.0;
      else if (self->anchor == JOL_ANCHOR_END)
        left += self->room - line->width;
      for (guint k = 0; k < line->pieces->len; k++)
        {
          const Piece *piece = &g_array_index (line->pieces, Piece, k);

          draw_piece (self, piece, left + piece->x, y + line->baseline, canvas);
        }
      y += line->height;
    }
}

void
jol_page_text_draw_all (const JolPageText *self, double x, double y, JolCanvas *canvas)
{
  jol_page_text_draw (self, 0, G_MAXUINT, x, y, canvas);
}
