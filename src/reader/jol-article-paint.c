/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A GtkTextView can underline only in a few ways and highlight only in rectangles as high as a
 * line, so everything around the words is drawn here, below the text: highlights, underlines in a
 * feature's colour, dots under claims, the ground of their marks and the focus ring.
 */
#include "config.h"

#include "jol-article-paint.h"

#include <math.h>

#define UNDERLINE_GAP_PX 2
#define UNDERLINE_PX 2
#define REFERENCE_PX 1
#define DOT_PX 1.5f
#define CORNER_PX 3
#define SIDE_LINE_X_PX 10
#define SIDE_LINE_PX 3

typedef enum
{
  UNDERLINE_THICK,
  UNDERLINE_THIN,
  UNDERLINE_DOTTED,
} Underline;

typedef void (*PaintArea) (const JolArticlePaint *self,
                           const graphene_rect_t *box,
                           const GdkRGBA *color);

static GdkRGBA
to_rgba (JolColor color, float alpha)
{
  return (GdkRGBA){ (float) color.red, (float) color.green, (float) color.blue,
                    (float) color.alpha * alpha };
}

/* A line's area without the space between lines, nor what a taller neighbour adds. */
static graphene_rect_t
get_box (const JolArticlePaint *self, const GdkRectangle *area)
{
  /* Captions and tables have smaller letters. */
  float height = MIN ((float) (self->ascent_px + self->descent_px), (float) area->height);
  float top = floorf ((float) area->y + MAX (0.f, ((float) area->height - height) / 2));

  return GRAPHENE_RECT_INIT ((float) area->x, top, (float) area->width, height);
}

static void
paint_area (const JolArticlePaint *self,
            const GdkRectangle *area,
            PaintArea paint,
            const GdkRGBA *color)
{
  graphene_rect_t box = get_box (self, area);

  if (area->width > 0)
    paint (self, &box, color);
}

/* Paints the area of each line that the text from @start to @end takes. */
static void
paint_lines (const JolArticlePaint *self, int start, int end, PaintArea paint, const GdkRGBA *color)
{
  GdkRectangle area, last, next;

  jol_article_paint_get_location (self->view, start, &area);
  jol_article_paint_get_location (self->view, end - 1, &last);
  /* Nearly always on one line. Else the line breaks are where the place jumps down; in another
   * font it only moves a little. */
  for (int offset = start + 1; last.y >= area.y + area.height && offset < end; offset++)
    {
      jol_article_paint_get_location (self->view, offset, &next);
      if (next.y >= area.y + area.height)
        {
          paint_area (self, &area, paint, color);
          area = next;
        }
      else
        {
          area.width = MAX (area.width, next.x + next.width - area.x);
        }
    }
  area.width = MAX (area.width, last.x + last.width - area.x);
  paint_area (self, &area, paint, color);
}

static void
paint_rounded (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, box, CORNER_PX);
  gtk_snapshot_push_rounded_clip (self->snapshot, &clip);
  gtk_snapshot_append_color (self->snapshot, color, box);
  gtk_snapshot_pop (self->snapshot);
}

static void
paint_ground (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  gtk_snapshot_append_color (self->snapshot, color, box);
}

static void
paint_highlight (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  graphene_rect_t ground = *box;

  graphene_rect_inset (&ground, -2, -1);
  paint_rounded (self, &ground, color);
}

/* Beside words of the text, which say how high the line is: the signs come in fonts of any size. */
static void
paint_mark (const JolArticlePaint *self, const JolArticleLink *link, const GdkRGBA *color)
{
  GdkRectangle area, first, last;
  graphene_rect_t ground;

  jol_article_paint_get_location (self->view, link->mark_start - 1, &area);
  jol_article_paint_get_location (self->view, link->mark_start, &first);
  jol_article_paint_get_location (self->view, link->mark_end - 1, &last);
  if (first.y >= area.y + area.height)
    area = first;
  area.x = first.x;
  area.width = last.x + last.width - first.x;
  if (area.width <= 0)
    return;

  ground = get_box (self, &area);
  graphene_rect_inset (&ground, 0, 3);
  paint_rounded (self, &ground, color);
}

static void
paint_focus (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };
  graphene_rect_t ground = *box;
  GskRoundedRect outline;

  graphene_rect_inset (&ground, -4, -3);
  gsk_rounded_rect_init_from_rect (&outline, &ground, CORNER_PX + 2);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colors);
}

static float
get_underline_y (const JolArticlePaint *self, const graphene_rect_t *box)
{
  const float share = (float) self->ascent_px / (float) (self->ascent_px + self->descent_px);

  return box->origin.y + roundf (box->size.height * share) + UNDERLINE_GAP_PX;
}

static void
paint_line (const JolArticlePaint *self,
            const graphene_rect_t *box,
            const GdkRGBA *color,
            float height)
{
  graphene_rect_t line =
      GRAPHENE_RECT_INIT (box->origin.x, get_underline_y (self, box), box->size.width, height);

  gtk_snapshot_append_color (self->snapshot, color, &line);
}

static void
paint_thick_line (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  paint_line (self, box, color, UNDERLINE_PX);
}

static void
paint_thin_line (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  paint_line (self, box, color, REFERENCE_PX);
}

static void
paint_dots (const JolArticlePaint *self, const graphene_rect_t *box, const GdkRGBA *color)
{
  const float x = box->origin.x, y = get_underline_y (self, box);
  const graphene_rect_t line = GRAPHENE_RECT_INIT (x, y, box->size.width, DOT_PX);
  const GdkRGBA clear = { color->red, color->green, color->blue, 0 };
  const GskColorStop stops[] = { { 0, *color }, { 0.5, *color }, { 0.5, clear }, { 1, clear } };

  gtk_snapshot_append_repeating_linear_gradient (self->snapshot, &line, &GRAPHENE_POINT_INIT (x, y),
                                                 &GRAPHENE_POINT_INIT (x + 2 * DOT_PX, y), stops,
                                                 G_N_ELEMENTS (stops));
}

static Underline
choose_underline (const JolArticlePaint *self, const JolArticleLink *link, GdkRGBA *color_out)
{
  JolColor color = jol_palette_get (self->theme, JOL_COLOR_TEXT_DIM);
  Underline underline = UNDERLINE_THIN;

  if (JOL_IS_CLAIM (link->entity))
    underline = UNDERLINE_DOTTED;
  else if (link->kind == JOL_LINK_MENTION)
    underline = UNDERLINE_THICK;

  if (JOL_IS_ROUTE (link->entity))
    color =
        jol_palette_get_commodity (self->theme, jol_route_get_commodity (JOL_ROUTE (link->entity)));
  else if (JOL_IS_EVENT (link->entity))
    color = jol_palette_get_event_kind (self->theme,
                                        jol_event_get_event_kind (JOL_EVENT (link->entity)));

  *color_out = to_rgba (color, 0.8f);
  return underline;
}

/* Light words need a darker ground than dark ones. */
static float
get_ground (const JolArticlePaint *self, JolLinkMark mark)
{
  if (mark == JOL_LINK_MARK_HOVERED)
    return 0.18f;
  return jol_theme_is_dark (self->theme) ? 0.3f : 0.38f;
}

void
jol_article_paint_link (const JolArticlePaint *self,
                        guint index,
                        JolLinkMark mark,
                        gboolean is_focused)
{
  static const PaintArea underlines[] = {
    [UNDERLINE_THICK] = paint_thick_line,
    [UNDERLINE_THIN] = paint_thin_line,
    [UNDERLINE_DOTTED] = paint_dots,
  };
  const JolArticleLink *link = jol_article_buffer_get_link (self->buffer, index);
  GdkRGBA color;

  if (link->end <= link->start)
    return;

  if (mark != JOL_LINK_MARK_NONE)
    {
      color = to_rgba (jol_palette_get (self->theme, JOL_COLOR_SELECTION), get_ground (self, mark));
      paint_lines (self, link->start, link->end, paint_highlight, &color);
    }

  /* A list of nothing but links would be a list of lines. */
  if (!link->is_entry)
    paint_lines (self, link->start, link->end, underlines[choose_underline (self, link, &color)],
                 &color);
  if (link->mark_end > link->mark_start)
    {
      color = to_rgba (
          jol_palette_get_verdict (self->theme, jol_claim_get_verdict (JOL_CLAIM (link->entity))),
          0.13f);
      paint_mark (self, link, &color);
    }
  if (is_focused)
    paint_lines (self, link->start, link->end, paint_focus, &self->focus);
}

void
jol_article_paint_match (const JolArticlePaint *self, int start, int end)
{
  const GdkRGBA wash = to_rgba (jol_palette_get (self->theme, JOL_COLOR_GAS), 0.25f);

  paint_lines (self, start, end, paint_ground, &wash);
}

void
jol_article_paint_passage (const JolArticlePaint *self, int start, int end, double light)
{
  GdkRectangle first, last;
  graphene_rect_t line, bottom;
  GdkRGBA color;

  if (light > 0)
    {
      color = to_rgba (jol_palette_get (self->theme, JOL_COLOR_SELECTION), 0.22f * (float) light);
      paint_lines (self, start, end, paint_highlight, &color);
    }

  jol_article_paint_get_location (self->view, start, &first);
  jol_article_paint_get_location (self->view, end - 1, &last);
  line = get_box (self, &first);
  bottom = get_box (self, &last);
  line.origin.x = SIDE_LINE_X_PX;
  line.size.width = SIDE_LINE_PX;
  line.size.height = bottom.origin.y + bottom.size.height - line.origin.y;
  color = to_rgba (jol_palette_get (self->theme, JOL_COLOR_SELECTION), 1);
  paint_rounded (self, &line, &color);
}

void
jol_article_paint_get_location (GtkTextView *view, int offset, GdkRectangle *rect_out)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  JolArticleTable *table = JOL_IS_ARTICLE_BUFFER (buffer)
                               ? jol_article_buffer_find_table (JOL_ARTICLE_BUFFER (buffer), offset)
                               : NULL;
  GtkTextIter iter;

  if (table && jol_article_table_get_location (table, view, offset, rect_out))
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, rect_out);
}
