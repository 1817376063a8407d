/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-kind-mark.h"

/* Corners on a grid of 16 whose middle is 0; a shape of several polygons has them one after
 * another, each ended by a row of NONE. */
#define GRID 16.0
#define NONE 99.0f

/* Of the key, in sizes of its font. */
#define KEY_MARK 1.05
#define KEY_SPACE 0.45
#define KEY_GAP 1.35
#define KEY_ROW 1.5

static const float pipeline[][2] = { { 0, -7 }, { 7.5f, 6 }, { -7.5f, 6 }, { NONE, NONE } };
static const float agreement[][2] = { { 0, -7 },    { 6, -3.5f },  { 6, 3.5f },   { 0, 7 },
                                      { -6, 3.5f }, { -6, -3.5f }, { NONE, NONE } };
static const float incident[][2] = {
  { -3.9f, -6 }, { 0, -2.1f },  { 3.9f, -6 },   { 6, -3.9f }, { 2.1f, 0 },
  { 6, 3.9f },   { 3.9f, 6 },   { 0, 2.1f },    { -3.9f, 6 }, { -6, 3.9f },
  { -2.1f, 0 },  { -6, -3.9f }, { NONE, NONE },
};
static const float politics[][2] = { { 0, -7 }, { 7, 0 }, { 0, 7 }, { -7, 0 }, { NONE, NONE } };
static const float economy[][2] = {
  { -6, 1 },        { -3, 1 },       { -3, 6 },   { -6, 6 },    { NONE, NONE },
  { -1.5f, -2.5f }, { 1.5f, -2.5f }, { 1.5f, 6 }, { -1.5f, 6 }, { NONE, NONE },
  { 3, -6 },        { 6, -6 },       { 6, 6 },    { 3, 6 },     { NONE, NONE },
};
static const float visit[][2] = { { -5, -5 }, { 5, -5 }, { 5, 5 }, { -5, 5 }, { NONE, NONE } };
static const float statement[][2] = { { -6, -6 }, { 6, -6 }, { 6, 3 },  { 0, 3 },
                                      { -4, 7 },  { -4, 3 }, { -6, 3 }, { NONE, NONE } };

static const struct
{
  const float (*corners)[2];
  guint n;
} shapes[JOL_N_EVENT_KINDS] = {
  [JOL_EVENT_PIPELINE] = { pipeline, G_N_ELEMENTS (pipeline) },
  [JOL_EVENT_AGREEMENT] = { agreement, G_N_ELEMENTS (agreement) },
  [JOL_EVENT_INCIDENT] = { incident, G_N_ELEMENTS (incident) },
  [JOL_EVENT_POLITICS] = { politics, G_N_ELEMENTS (politics) },
  [JOL_EVENT_ECONOMY] = { economy, G_N_ELEMENTS (economy) },
  [JOL_EVENT_VISIT] = { visit, G_N_ELEMENTS (visit) },
  [JOL_EVENT_STATEMENT] = { statement, G_N_ELEMENTS (statement) },
};

void
jol_kind_mark_paint (JolCanvas *canvas,
                     JolEventKind kind,
                     double x,
                     double y,
                     double size,
                     const JolColor *color)
{
  const double unit = size / GRID;
  gboolean is_first = TRUE;

  g_return_if_fail (kind < JOL_N_EVENT_KINDS);

  for (guint i = 0; i < shapes[kind].n; i++)
    {
      const float *corner = shapes[kind].corners[i];

      if (corner[0] >= NONE)
        jol_canvas_close_path (canvas);
      else if (is_first)
        jol_canvas_move_to (canvas, x + (double) corner[0] * unit, y + (double) corner[1] * unit);
      else
        jol_canvas_line_to (canvas, x + (double) corner[0] * unit, y + (double) corner[1] * unit);
      is_first = corner[0] >= NONE;
    }
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
