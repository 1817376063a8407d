/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands round a map that leaves the program: title and date, legend, scale bar, credits. The
 * window shows these in widgets. In a picture smaller than a screen they shrink, so that they leave
 * room for the map; like its names they are never larger than on a screen: a larger picture is a
 * screen, more px for each of it.
 */
#include "config.h"
#include "jol-paint-frame-private.h"

#include <math.h>
#include <string.h>

#include "jol-unit.h"

#define MIN_UNIT 0.7
#define MAX_UNIT 1.25 /* at 1280 × 800 */
#define MARGIN_PX JOL_FRAME_MARGIN_PX
#define PADDING_PX JOL_FRAME_PADDING_PX
#define RADIUS_PX 8.0
#define PANEL_ALPHA 0.97
#define STRIP_ALPHA 0.9
#define SCALE_BAR_PX 130.0
#define WIDE_SHAPE 1.2
#define BIG_DATE_PX JOL_FRAME_BIG_DATE_PX

JolColor
jol_frame_get_color (const JolFrame *frame, JolColorRole role)
{
  return jol_palette_get (jol_scene_get_theme (frame->scene), role);
}

JolFont
jol_frame_get_font (const JolFrame *frame, double size_px, JolFontStyle style, JolColorRole role)
{
  return (JolFont){ .size_px = size_px * frame->unit,
                    .style = style,
                    .color = jol_frame_get_color (frame, role) };
}

double
jol_frame_get_text_width (const char *text, const JolFont *font)
{
  double width;

  jol_text_measure (text, font, &width, NULL, NULL);

  return width;
}

/* Each line as full as it gets. */
static GPtrArray *
wrap_to (const char *text, const JolFont *font, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *longer =
          line->len > 0 ? g_strconcat (line->str, " ", words[i], NULL) : g_strdup (words[i]);

      if (line->len > 0 && jol_frame_get_text_width (longer, font) > width)
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_assign (line, words[i]);
        }
      else
        {
          g_string_assign (line, longer);
        }
    }
  if (line->len > 0)
    g_ptr_array_add (lines, g_strdup (line->str));

  return lines;
}

static double
get_widest (const GPtrArray *lines, const JolFont *font)
{
  double widest = 0.0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, jol_frame_get_text_width (g_ptr_array_index (lines, i), font));

  return widest;
}

GPtrArray *
jol_frame_wrap (const char *text, const JolFont *font, double width)
{
  g_autoptr (GPtrArray) lines = wrap_to (text, font, width);

  while (lines->len > 1)
    {
      const double widest = get_widest (lines, font);
      g_autoptr (GPtrArray) narrower = wrap_to (text, font, widest - 1.0);

      if (narrower->len > lines->len || get_widest (narrower, font) >= widest)
        break;
      g_ptr_array_unref (lines);
      lines = g_steal_pointer (&narrower);
    }

  return g_steal_pointer (&lines);
}

void
jol_frame_paint_panel (const JolFrame *frame, const JolFrameBox *box)
{
  JolColor ground = jol_frame_get_color (frame, JOL_COLOR_PANEL);
  const JolColor edge = jol_frame_get_color (frame, JOL_COLOR_PANEL_LINE);

  ground.alpha *= PANEL_ALPHA;
  jol_canvas_rect (frame->canvas, box->x, box->y, box->width, box->height, RADIUS_PX * frame->unit);
  jol_canvas_fill_stroke (frame->canvas, &ground,
                          &(JolStroke){ .color = edge, .width_px = frame->unit });
}

/* The ground of small print, so that no name of the map runs into it. */
static void
paint_strip (const JolFrame *frame, const JolFrameBox *box)
{
  JolColor ground = jol_frame_get_color (frame, JOL_COLOR_PANEL);

  ground.alpha *= STRIP_ALPHA;
  jol_canvas_rect (frame->canvas, box->x, box->y, box->width, box->height, 4.0 * frame->unit);
  jol_canvas_fill (frame->canvas, &ground);
}

static JolFont
get_title_font (const JolFrame *frame)
{
  return jol_frame_get_font (frame, 15.0, JOL_FONT_BOLD, JOL_COLOR_TEXT);
}

static JolFont
get_date_font (const JolFrame *frame)
{
  return jol_frame_get_font (frame, 13.0, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
}

static GPtrArray *
wrap_title (const JolFrame *frame)
{
  const JolFont font = get_title_font (frame);
  const double u = frame->unit;

  return jol_frame_wrap (jol_scene_get_title (frame->scene), &font,
                         MIN (frame->width - 2.0 * (MARGIN_PX + PADDING_PX) * u, 460.0 * u));
}

static JolFrameBox
measure_title (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont title_font = get_title_font (frame);
  const JolFont date_font = get_date_font (frame);
  g_autoptr (GPtrArray) lines = wrap_title (frame);
  double width =
      frame->has_date
          ? jol_frame_get_text_width (jol_scene_get_date_label (frame->scene), &date_font)
          : 0.0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, jol_frame_get_text_width (g_ptr_array_index (lines, i), &title_font));

  return (JolFrameBox){ MARGIN_PX * u, MARGIN_PX * u, width + 2.0 * PADDING_PX * u,
                        (2.0 * PADDING_PX + 19.0 * lines->len + (frame->has_date ? 18.0 : 0.0)) *
                            u };
}

static void
paint_title (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont title_font = get_title_font (frame);
  const JolFont date_font = get_date_font (frame);
  const JolFrameBox box = measure_title (frame);
  g_autoptr (GPtrArray) lines = wrap_title (frame);
  const double x = box.x + PADDING_PX * u;
  double y = box.y + PADDING_PX * u;

  jol_frame_paint_panel (frame, &box);
  for (guint i = 0; i < lines->len; i++, y += 19.0 * u)
    jol_canvas_text (frame->canvas, g_ptr_array_index (lines, i), &title_font, x, y + 14.0 * u, 0.0,
                     JOL_ANCHOR_START);
  if (frame->has_date)
    jol_canvas_text (frame->canvas, jol_scene_get_date_label (frame->scene), &date_font, x,
                     y + 14.5 * u, 0.0, JOL_ANCHOR_START);
}

static JolFont
get_credits_font (const JolFrame *frame)
{
  return jol_frame_get_font (frame, 9.0, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
}

static GPtrArray *
wrap_credits (const JolFrame *frame)
{
  const JolFont font = get_credits_font (frame);

  return jol_frame_wrap (jol_scene_get_credits (frame->scene), &font,
                         MIN (frame->width * 0.5, 470.0 * frame->unit));
}

/* A strip in the lower right corner; the scale bar stands over it. */
static JolFrameBox
measure_credits (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont font = get_credits_font (frame);
  g_autoptr (GPtrArray) lines = wrap_credits (frame);
  const double height = (12.0 * lines->len + 6.0) * u;
  double width = 0.0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, jol_frame_get_text_width (g_ptr_array_index (lines, i), &font));

  return (JolFrameBox){ frame->width - MARGIN_PX * u - width - 10.0 * u,
                        frame->height - MARGIN_PX * u - height, width + 10.0 * u, height };
}

static void
paint_credits (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont font = get_credits_font (frame);
  const JolFrameBox box = measure_credits (frame);
  g_autoptr (GPtrArray) lines = wrap_credits (frame);

  paint_strip (frame, &box);
  for (guint i = 0; i < lines->len; i++)
    jol_canvas_text (frame->canvas, g_ptr_array_index (lines, i), &font,
                     box.x + box.width - 5.0 * u, box.y + (12.0 * i + 12.0) * u, 0.0,
                     JOL_ANCHOR_END);
}

static double
get_km_per_px (const JolFrame *frame)
{
  const JolViewport *viewport = jol_scene_get_viewport (frame->scene);

  return jol_metres_per_px (viewport->latitude, viewport->zoom) / 1000.0;
}

static double
get_scale_km (const JolFrame *frame)
{
  return jol_scale_round_down (get_km_per_px (frame) * SCALE_BAR_PX * frame->unit);
}

static JolFrameBox
measure_scale (const JolFrame *frame, JolPaintPasses passes)
{
  const double u = frame->unit;
  const double bottom =
      passes & JOL_PASS_CREDITS ? measure_credits (frame).y : frame->height - MARGIN_PX * u;
  const double right = frame->width - MARGIN_PX * u;
  const double length = get_scale_km (frame) / get_km_per_px (frame);

  return (JolFrameBox){ right - length - 12.0 * u, bottom - 28.0 * u, length + 12.0 * u, 23.0 * u };
}

static void
paint_scale (const JolFrame *frame, JolPaintPasses passes)
{
  const double u = frame->unit;
  const JolFrameBox box = measure_scale (frame, passes);
  g_autofree char *number = jol_number_format (get_scale_km (frame));
  g_autoptr (GString) text = g_string_new (jol_scene_get_km_words (frame->scene));
  const JolColor ink = jol_frame_get_color (frame, JOL_COLOR_TEXT_DIM);
  const JolFont font = jol_frame_get_font (frame, 10.0, JOL_FONT_REGULAR, JOL_COLOR_TEXT_DIM);
  const double left = box.x + 6.0 * u;
  const double right = box.x + box.width - 6.0 * u;
  const double y = box.y + 18.0 * u;

  g_string_replace (text, "%s", number, 1);
  paint_strip (frame, &box);
  jol_canvas_move_to (frame->canvas, left, y - 5.0 * u);
  jol_canvas_line_to (frame->canvas, left, y);
  jol_canvas_line_to (frame->canvas, right, y);
  jol_canvas_line_to (frame->canvas, right, y - 5.0 * u);
  jol_canvas_stroke (frame->canvas, &(JolStroke){ .color = ink, .width_px = 1.3 * u });
  jol_canvas_text (frame->canvas, text->str, &font, (left + right) / 2.0, y - 6.0 * u, 0.0,
                   JOL_ANCHOR_MIDDLE);
}

static JolFont
get_big_date_font (const JolFrame *frame)
{
  JolFont font = jol_frame_get_font (frame, 34.0, JOL_FONT_BOLD, JOL_COLOR_TEXT);

  font.halo = jol_frame_get_color (frame, JOL_COLOR_PANEL);
  font.halo_px = 3.0 * frame->unit;
  return font;
}

/* In the upper right corner. As wide as any date of the kind, so that the names beside it are the
 * same in every frame. */
static JolFrameBox
measure_big_date (const JolFrame *frame)
{
  const double u = frame->unit;
  const JolFont font = get_big_date_font (frame);
  JolDate date = *jol_scene_get_date (frame->scene);
  /* The others are in the language of the window. */
  double width = jol_frame_get_text_width (jol_scene_get_date_words (frame->scene), &font);

  date.day = date.day ? 28 : 0;
  for (guint8 month = 1; month <= 12; month++)
    {
      g_autofree char *text = NULL;

      date.month = date.month ? month : 0;
      text = jol_date_format (&date);
      width = MAX (width, jol_frame_get_text_width (text, &font));
    }

  return (JolFrameBox){ frame->width - MARGIN_PX * u - width, MARGIN_PX * u, width,
                        BIG_DATE_PX * u };
}

static void
paint_big_date (const JolFrame *frame)
{
  const JolFont font = get_big_date_font (frame);
  const JolFrameBox box = measure_big_date (frame);

  jol_canvas_text (frame->canvas, jol_scene_get_date_words (frame->scene), &font, box.x + box.width,
                   box.y + 32.0 * frame->unit, 0.0, JOL_ANCHOR_END);
}

static gboolean
has_big_date (const JolScene *scene, JolPaintPasses passes)
{
  return (passes & JOL_PASS_BIG_DATE) && jol_date_is_set (jol_scene_get_date (scene));
}

/* Beside a large one the date stands under the title only when it says more than that. */
static gboolean
has_small_date (const JolScene *scene, JolPaintPasses passes)
{
  g_autofree char *date = NULL;

  if (!has_big_date (scene, passes))
    return TRUE;

  date = jol_date_format (jol_scene_get_date (scene));
  return !g_str_equal (date, jol_scene_get_date_label (scene));
}

static JolFrame
make_frame (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes)
{
  const double width = jol_scene_get_width (scene);
  const double height = jol_scene_get_height (scene);

  JolFrame frame = { .scene = scene,
                     .canvas = canvas,
                     .width = width,
                     .height = height,
                     .has_date = has_small_date (scene, passes),
                     .has_big_date = has_big_date (scene, passes),
                     .is_wide = width > height * WIDE_SHAPE,
                     .unit = CLAMP (MIN (width / 960.0, height / 520.0), MIN_UNIT, MAX_UNIT) };

  if (passes & JOL_PASS_LEGEND)
    frame.n_rows = jol_legend_list_rows (scene, passes, frame.rows);
  return frame;
}

static gboolean
has_title (const JolScene *scene, JolPaintPasses passes)
{
  return (passes & JOL_PASS_TITLE) && *jol_scene_get_title (scene);
}

guint
jol_paint_frame_measure (const JolScene *scene,
                         JolPaintPasses passes,
                         JolFrameBox boxes_out[JOL_N_FRAME_BOXES])
{
  const JolFrame frame = make_frame (scene, NULL, passes);
  guint n = 0;

  if (has_title (scene, passes))
    boxes_out[n++] = measure_title (&frame);
  if (passes & JOL_PASS_LEGEND)
    boxes_out[n++] = jol_frame_measure_legend (&frame);
  if (passes & JOL_PASS_CREDITS)
    boxes_out[n++] = measure_credits (&frame);
  if (passes & JOL_PASS_SCALE)
    boxes_out[n++] = measure_scale (&frame, passes);
  if (has_big_date (scene, passes))
    boxes_out[n++] = measure_big_date (&frame);

  return n;
}

static gboolean
overlap (const JolFrameBox *a, const JolFrameBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

gboolean
jol_painter_has_room (const JolScene *scene, JolPaintPasses passes)
{
  JolFrameBox boxes[JOL_N_FRAME_BOXES];
  const guint n = jol_paint_frame_measure (scene, passes, boxes);

  for (guint i = 0; i < n; i++)
    {
      if (boxes[i].x < 0.0 || boxes[i].y < 0.0 ||
          boxes[i].x + boxes[i].width > jol_scene_get_width (scene) ||
          boxes[i].y + boxes[i].height > jol_scene_get_height (scene))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (overlap (&boxes[i], &boxes[j]))
          return FALSE;
    }

  return TRUE;
}

/* Whether a part of the frame is on the canvas, with the edge that is drawn half outside. */
static gboolean
shows (const JolFrame *frame, JolFrameBox box)
{
  const double edge = frame->unit;
  double x0, y0, x1, y1;

  jol_canvas_get_clip (frame->canvas, &x0, &y0, &x1, &y1);
  return box.x - edge < x1 && box.x + box.width + edge > x0 && box.y - edge < y1 &&
         box.y + box.height + edge > y0;
}

void
jol_paint_frame (const JolScene *scene, JolCanvas *canvas, JolPaintPasses passes)
{
  const JolFrame frame = make_frame (scene, canvas, passes);

  if (has_title (scene, passes) && shows (&frame, measure_title (&frame)))
    paint_title (&frame);
  if (passes & JOL_PASS_LEGEND && shows (&frame, jol_frame_measure_legend (&frame)))
    jol_frame_paint_legend (&frame);
  if (passes & JOL_PASS_CREDITS && shows (&frame, measure_credits (&frame)))
    paint_credits (&frame);
  if (passes & JOL_PASS_SCALE && shows (&frame, measure_scale (&frame, passes)))
    paint_scale (&frame, passes);
  if (has_big_date (scene, passes) && shows (&frame, measure_big_date (&frame)))
    paint_big_date (&frame);
}
