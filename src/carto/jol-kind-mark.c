/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-kind-mark.h"

/* Of the outlines below, whose middle is at half of it. */
#define GRID 16.0

/* Of the key, in sizes of its font. */
#define KEY_MARK 1.05
#define KEY_SPACE 0.45
#define KEY_GAP 1.35
#define KEY_ROW 1.5

/* As the path of its icon in data/icons says it: of that language only M, L, H, V, Q and Z, in
 * absolute numbers. Circles are painted as such. */
static const char *const outlines[JOL_N_EVENT_KINDS] = {
  [JOL_EVENT_PIPELINE] = "M7.1 2Q8 .6 8.9 2L14.8 12.5Q15.5 14 14 14H2Q.5 14 1.2 12.5Z",
  [JOL_EVENT_AGREEMENT] = "M7.5 1.3Q8 1 8.5 1.3L13.5 4.2Q14 4.5 14 5.1V10.9Q14 11.5 13.5 11.8"
                          "L8.5 14.7Q8 15 7.5 14.7L2.5 11.8Q2 11.5 2 10.9V5.1Q2 4.5 2.5 4.2Z",
  [JOL_EVENT_INCIDENT] = "M4.1 2 8 5.9 11.9 2 14 4.1 10.1 8 14 11.9 11.9 14 8 10.1 4.1 14 2 11.9 "
                         "5.9 8 2 4.1Z",
  [JOL_EVENT_POLITICS] = "M7.3 1.7Q8 1 8.7 1.7L14.3 7.3Q15 8 14.3 8.7L8.7 14.3Q8 15 7.3 14.3"
                         "L1.7 8.7Q1 8 1.7 7.3Z",
  [JOL_EVENT_ECONOMY] = "M2 9H5V14H2ZM6.5 5.5H9.5V14H6.5ZM11 2H14V14H11Z",
  [JOL_EVENT_VISIT] = "M4 3H12Q13 3 13 4V12Q13 13 12 13H4Q3 13 3 12V4Q3 3 4 3Z",
  [JOL_EVENT_STATEMENT] = "M3.5 2H12.5Q14 2 14 3.5V9.5Q14 11 12.5 11H8L4 15V11H3.5Q2 11 2 9.5V3.5"
                          "Q2 2 3.5 2Z",
};

typedef struct
{
  JolCanvas *canvas;
  double left, top, unit;
  double x, y; /* where the pen is, on the grid */
} Pen;

static void
draw_to (Pen *self, char command, double x, double y)
{
  const double canvas_x = self->left + x * self->unit, canvas_y = self->top + y * self->unit;

  if (command == 'M')
    jol_canvas_move_to (self->canvas, canvas_x, canvas_y);
  else
    jol_canvas_line_to (self->canvas, canvas_x, canvas_y);
  self->x = x;
  self->y = y;
}

/* A curve of one control point, as the canvas' curve of two. */
static void
curve_to (Pen *self, double control_x, double control_y, double x, double y)
{
  jol_canvas_curve_to (self->canvas, self->left + (self->x + 2.0 * control_x) / 3.0 * self->unit,
                       self->top + (self->y + 2.0 * control_y) / 3.0 * self->unit,
                       self->left + (x + 2.0 * control_x) / 3.0 * self->unit,
                       self->top + (y + 2.0 * control_y) / 3.0 * self->unit,
                       self->left + x * self->unit, self->top + y * self->unit);
  self->x = x;
  self->y = y;
}

static void
trace_outline (Pen *self, const char *outline)
{
  static const guint n_numbers['Z' + 1] = { ['M'] = 2, ['L'] = 2, ['H'] = 1, ['V'] = 1, ['Q'] = 4 };
  const char *at = outline;
  char command = 0;

  while (*at)
    {
      double numbers[4] = { 0 };

      if (g_ascii_isupper (*at))
        command = *at++;
      for (guint i = 0; i < n_numbers[(guchar) command]; i++)
        {
          char *end;

          numbers[i] = g_ascii_strtod (at, &end);
          at = *end == ' ' ? end + 1 : end;
        }
      if (command == 'Z')
        jol_canvas_close_path (self->canvas);
      else if (command == 'Q')
        curve_to (self, numbers[0], numbers[1], numbers[2], numbers[3]);
      else if (command == 'H')
        draw_to (self, command, numbers[0], self->y);
      else if (command == 'V')
        draw_to (self, command, self->x, numbers[0]);
      else
        draw_to (self, command, numbers[0], numbers[1]);
      /* Further numbers after a move are of lines. */
      if (command == 'M')
        command = 'L';
    }
}

void
jol_kind_mark_paint (JolCanvas *canvas,
                     JolEventKind kind,
                     double x,
                     double y,
                     double size,
                     const JolColor *color)
{
  const double unit = size / GRID;
  Pen pen = { canvas, x - size / 2.0, y - size / 2.0, unit, 0.0, 0.0 };

  g_return_if_fail (kind < JOL_N_EVENT_KINDS);

  if (outlines[kind])
    trace_outline (&pen, outlines[kind]);
  if (kind == JOL_EVENT_SUMMIT)
    jol_canvas_circle (canvas, x, y, 5.5 * unit);
  else if (kind == JOL_EVENT_AGREEMENT)
    jol_canvas_circle (canvas, x, y, 2.8 * unit);
  jol_canvas_fill (canvas, color);
}

double
jol_kind_mark_paint_key (guint kinds,
                         const JolFont *font,
                         JolTheme theme,
                         double width,
                         JolCanvas *canvas)
{
  const double mark = KEY_MARK * font->size_px;
  const double row = KEY_ROW * font->size_px;
  double x = 0.0, y = 0.0;

  for (guint kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      const char *label = jol_event_kind_get_label ((JolEventKind) kind);
      double label_width;

      if (!(kinds & 1u << kind))
        continue;
      jol_text_measure (label, font, &label_width, NULL, NULL);
      label_width += mark + KEY_SPACE * font->size_px;
      if (x > 0.0 && x + label_width > width)
        {
          x = 0.0;
          y += row;
        }
      if (canvas)
        {
          const JolColor color = jol_palette_get_event_kind (theme, (JolEventKind) kind);

          jol_kind_mark_paint (canvas, (JolEventKind) kind, x + mark / 2.0, y + row / 2.0, mark,
                               &color);
          jol_canvas_text (canvas, label, font, x + mark + KEY_SPACE * font->size_px,
                           y + row / 2.0 + font->size_px * 0.36, 0.0, JOL_ANCHOR_START);
        }
      x += label_width + KEY_GAP * font->size_px;
    }

  return kinds ? y + row : 0.0;
}
