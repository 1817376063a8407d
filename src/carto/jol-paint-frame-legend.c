/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend of a picture: in which corner it stands, and its rows. */
#include "config.h"
#include "jol-paint-frame-private.h"

#define ROW_PX 20.0
#define LINE_PX 14.0 /* a further line of a row */
#define SWATCH_PX 30.0
#define SWATCH_GAP_PX 10.0
#define MAX_LABEL_PX 150.0
#define BIG_DATE_GAP_PX 8.0
#define SELECTED_WEIGHT 100
#define MAX_LEGEND_SHARE 0.8 /* of the height, over credits and scale bar */

static JolFont
get_legend_font (const JolFrame *frame)
{
  return jol_frame_get_font (frame, 11.5, JOL_FONT_REGULAR, JOL_COLOR_TEXT);
}

/* How many points of a line a box would cover. */
static guint
count_points (const JolFrame *frame, const JolFrameBox *box, const JolWorldLine *line)
{
  const JolTransform *transform = jol_scene_get_transform (frame->scene);
  guint n = 0;

  for (guint i = 0; i < line->n_points; i++)
    {
      double x, y;

      jol_transform_apply (transform, &line->points[i], &x, &y);
      n += x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height;
    }

  return n;
}

/* Of the story's lines; of what the picture is about each point counts for many. */
static guint
count_covered (const JolFrame *frame, const JolFrameBox *box)
{
  guint n_routes, n_arcs, n = 0;
  const JolSceneRoute *routes = jol_scene_get_routes (frame->scene, &n_routes);
  const JolSceneArc *arcs = jol_scene_get_arcs (frame->scene, &n_arcs);

  for (guint i = 0; i < n_routes; i++)
    for (guint j = 0; j < routes[i].n_lines; j++)
      n += count_points (frame, box, &routes[i].lines[j]) *
           (routes[i].is_selected ? SELECTED_WEIGHT : 1);
  for (guint i = 0; i < n_arcs; i++)
    n += count_points (frame, box, &arcs[i].line) * SELECTED_WEIGHT;

  return n;
}

/* In the lower left corner, unless it covers less of the story in the upper right one. All frames
 * of an animation have it in one place, under the date there: the title is at the left already. */
static void
choose_corner (const JolFrame *frame, JolFrameBox *box)
{
  JolFrameBox other = *box;

  other.x = frame->width - JOL_FRAME_MARGIN_PX * frame->unit - box->width;
  other.y = JOL_FRAME_MARGIN_PX * frame->unit;
  if (frame->has_big_date)
    other.y += (JOL_FRAME_BIG_DATE_PX + BIG_DATE_GAP_PX) * frame->unit;
  if (!frame->is_wide || box->height <= 0.0 ||
      other.y + box->height > frame->height * MAX_LEGEND_SHARE)
    return;
  if (frame->has_big_date || count_covered (frame, &other) < count_covered (frame, box))
    *box = other;
}

static double
get_row_height (const JolFrame *frame, const GPtrArray *lines)
{
  return (ROW_PX + LINE_PX * (lines->len - 1.0)) * frame->unit;
}

/* Where the words of a row begin. */
static double
get_indent (const JolFrame *frame, const JolLegendRow *row)
{
  return row->kind == JOL_LEGEND_NOTE ? 0.0 : (SWATCH_PX + SWATCH_GAP_PX) * frame->unit;
}

static GPtrArray *
wrap_label (const JolFrame *frame, const JolLegendRow *row)
{
  const JolFont font = get_legend_font (frame);

  return jol_frame_wrap (row->label, &font, MAX_LABEL_PX * frame->unit);
}

/* Of no height when there is nothing to explain. */
JolFrameBox
jol_frame_measure_legend (const JolFrame *frame)
{
  JolFrameBox box;
  const double u = frame->unit;
  const JolFont font = get_legend_font (frame);
  double height = frame->n_rows > 0 ? JOL_FRAME_PADDING_PX * 1.4 * u : 0.0;
  double width = 0.0;

  for (guint i = 0; i < frame->n_rows; i++)
    {
      g_autoptr (GPtrArray) lines = wrap_label (frame, frame->rows[i]);

      for (guint j = 0; j < lines->len; j++)
        width = MAX (width, get_indent (frame, frame->rows[i]) +
                                jol_frame_get_text_width (g_ptr_array_index (lines, j), &font));
      height += get_row_height (frame, lines);
    }

  box = (JolFrameBox){ JOL_FRAME_MARGIN_PX * u, frame->height - JOL_FRAME_MARGIN_PX * u - height,
                       width + 2.0 * JOL_FRAME_PADDING_PX * u, height };
  choose_corner (frame, &box);
  return box;
}

void
jol_frame_paint_legend (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont font = get_legend_font (frame);
  const JolFrameBox box = jol_frame_measure_legend (frame);
  const double x = box.x + JOL_FRAME_PADDING_PX * u;
  double y = box.y + JOL_FRAME_PADDING_PX * 0.7 * u;

  if (frame->n_rows == 0)
    return;

  jol_frame_paint_panel (frame, &box);
  for (guint i = 0; i < frame->n_rows; i++)
    {
      g_autoptr (GPtrArray) lines = wrap_label (frame, frame->rows[i]);
      const double first = y + ROW_PX / 2.0 * u;

      /* A swatch stands beside the first line of its words. */
      jol_legend_row_paint (frame->scene, frame->rows[i], x, first, SWATCH_PX * u, u, 1.0,
                            frame->canvas);
      for (guint j = 0; j < lines->len; j++)
        jol_canvas_text (frame->canvas, g_ptr_array_index (lines, j), &font,
                         x + get_indent (frame, frame->rows[i]), first + (4.2 + LINE_PX * j) * u,
                         0.0, JOL_ANCHOR_START);
      y += get_row_height (frame, lines);
    }
}
