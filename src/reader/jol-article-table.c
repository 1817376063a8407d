/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-table.h"

#include "jol-article-tags.h"
#include "jol-table-layout.h"

#include <string.h>

#define FONT_SCALE 0.86
#define RULE_PX 1
#define END_GAP_PX 14 /* below the table, as below a paragraph */

typedef struct
{
  int start;
  int end;
  guint first_cell;
  guint n_cells;
  GtkTextTag *height; /* owned by the table of tags */
} Row;

struct _JolArticleTable
{
  GArray *rows;  /* of Row */
  GArray *cells; /* of JolArticleCell */
  guint n_columns;
  JolTableLayout *layout; /* or NULL: not yet laid out */
};

JolArticleTable *
jol_article_table_new (void)
{
  JolArticleTable *self = g_new0 (JolArticleTable, 1);

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->cells = g_array_new (FALSE, TRUE, sizeof (JolArticleCell));
  return self;
}

void
jol_article_table_free (JolArticleTable *self)
{
  g_clear_pointer (&self->layout, jol_table_layout_free);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

static Row *
get_row (const JolArticleTable *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

/* NULL where a row has fewer cells than the longest. */
static const JolArticleCell *
get_cell (const JolArticleTable *self, guint row, guint column)
{
  const Row *at = get_row (self, row);

  return column < at->n_cells
             ? &g_array_index (self->cells, JolArticleCell, at->first_cell + column)
             : NULL;
}

GtkTextTag *
jol_article_table_begin_row (JolArticleTable *self, GtkTextTagTable *tags)
{
  Row row = { .first_cell = self->cells->len };

  row.height = jol_article_tags_add_height (tags);
  g_array_append_val (self->rows, row);
  return row.height;
}

void
jol_article_table_add_cell (JolArticleTable *self, int start, int end)
{
  Row *row = get_row (self, self->rows->len - 1);
  JolArticleCell cell = { start, end };

  if (row->n_cells++ == 0)
    row->start = start;
  row->end = end;
  g_array_append_val (self->cells, cell);
  self->n_columns = MAX (self->n_columns, row->n_cells);
}

int
jol_article_table_get_start (const JolArticleTable *self)
{
  return get_row (self, 0)->start;
}

int
jol_article_table_get_end (const JolArticleTable *self)
{
  return get_row (self, self->rows->len - 1)->end;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static guint16
to_16_bit (float part)
{
  return (guint16) (CLAMP (part, 0, 1) * 65535);
}

/* What a tag says of words, for words from byte @start to byte @end. */
static void
add_tag (PangoAttrList *list, GtkTextTag *tag, guint start, guint end)
{
  gboolean has_weight, has_style, has_family, has_scale, has_foreground, has_background;
  g_autofree char *family = NULL;
  g_autoptr (GdkRGBA) foreground = NULL;
  g_autoptr (GdkRGBA) background = NULL;
  PangoStyle style;
  int weight;
  double scale;

  g_object_get (tag, "weight-set", &has_weight, "style-set", &has_style, "family-set", &has_family,
                "scale-set", &has_scale, "foreground-set", &has_foreground, "background-set",
                &has_background, "weight", &weight, "style", &style, "family", &family, "scale",
                &scale, "foreground-rgba", &foreground, "background-rgba", &background, NULL);
  if (has_weight)
    add_attribute (list, pango_attr_weight_new (weight), start, end);
  if (has_style)
    add_attribute (list, pango_attr_style_new (style), start, end);
  if (has_family && family)
    add_attribute (list, pango_attr_family_new (family), start, end);
  if (has_scale)
    add_attribute (list, pango_attr_scale_new (scale), start, end);
  if (has_foreground && foreground)
    add_attribute (list,
                   pango_attr_foreground_new (to_16_bit (foreground->red),
                                              to_16_bit (foreground->green),
                                              to_16_bit (foreground->blue)),
                   start, end);
  if (has_background && background)
    {
      add_attribute (list,
                     pango_attr_background_new (to_16_bit (background->red),
                                                to_16_bit (background->green),
                                                to_16_bit (background->blue)),
                     start, end);
      add_attribute (list, pango_attr_background_alpha_new (to_16_bit (background->alpha)), start,
                     end);
    }
}

/* The look of a cell's words, from the tags of the buffer but those that hide them. */
static PangoAttrList *
read_attributes (GtkTextBuffer *buffer, const JolArticleCell *cell, gboolean is_head)
{
  PangoAttrList *list = pango_attr_list_new ();
  GtkTextIter at, next, last;
  guint start = 0;

  /* Figures as wide as one another. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (is_head)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  gtk_text_buffer_get_iter_at_offset (buffer, &at, cell->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, cell->end);
  while (gtk_text_iter_compare (&at, &last) < 0)
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&at);
      g_autofree char *words = NULL;
      guint end;

      next = at;
      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL) ||
          gtk_text_iter_compare (&next, &last) > 0)
        next = last;
      words = gtk_text_iter_get_slice (&at, &next);
      end = start + (guint) strlen (words);
      for (GSList *tag = tags; tag; tag = tag->next)
        if (!jol_article_tags_is_hiding (tag->data))
          add_tag (list, tag->data, start, end);
      start = end;
      at = next;
    }

  return list;
}

static char *
dup_cell_text (GtkTextBuffer *buffer, const JolArticleCell *cell)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, cell->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, cell->end);
  return gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
}

static void
clear_text (gpointer data)
{
  JolTableText *text = data;

  g_free ((char *) text->text);
  g_clear_pointer (&text->attributes, pango_attr_list_unref);
}

static PangoFontDescription *
make_font (GtkTextView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));
  const double size = pango_font_description_get_size (font) * FONT_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  return font;
}

void
jol_article_table_lay_out (JolArticleTable *self, GtkTextView *view, int width_px)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (JolTableText));
  g_autoptr (PangoFontDescription) font = make_font (view);
  const int margin_px = jol_article_tags_get_margin (buffer, jol_article_table_get_start (self));

  g_array_set_clear_func (texts, clear_text);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const JolArticleCell *cell = get_cell (self, row, column);
        JolTableText text = { 0 };

        if (cell)
          {
            text.text = dup_cell_text (buffer, cell);
            text.attributes = read_attributes (buffer, cell, row == 0);
          }
        g_array_append_val (texts, text);
      }

  g_clear_pointer (&self->layout, jol_table_layout_free);
  self->layout =
      jol_table_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (view)), font,
                            (const JolTableText *) (gpointer) texts->data, self->rows->len,
                            self->n_columns, MAX (width_px - margin_px, 1));
  for (guint row = 0; row < self->rows->len; row++)
    {
      const gboolean is_last = row + 1 == self->rows->len;

      jol_article_tags_set_height (get_row (self, row)->height,
                                   jol_table_layout_get_row_height (self->layout, row),
                                   is_last ? END_GAP_PX : 0);
    }
}

/* The top left of a row, in buffer coordinates. */
static void
get_row_origin (const JolArticleTable *self, GtkTextView *view, guint row, int *x_out, int *y_out)
{
  GtkTextIter iter;
  GdkRectangle first;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      get_row (self, row)->start);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_view_get_line_yrange (view, &iter, y_out, NULL);
  *x_out = first.x;
}

static void
snapshot_words (GtkSnapshot *snapshot, const JolTableCell *cell, int x, int y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (x + cell->x), (float) (y + cell->y)));
  gtk_snapshot_append_layout (snapshot, cell->layout, color);
  gtk_snapshot_restore (snapshot);
}

/* The ground of what is selected of a cell. */
static void
snapshot_selection (GtkTextView *view,
                    GtkSnapshot *snapshot,
                    const JolArticleCell *cell,
                    const JolTableCell *place,
                    int x,
                    int y)
{
  const char *text = pango_layout_get_text (place->layout);
  GtkTextIter from, to;
  g_autoptr (PangoLayoutIter) lines = NULL;
  GdkRGBA color;
  int start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &from, &to))
    return;
  start = MAX (gtk_text_iter_get_offset (&from), cell->start);
  end = MIN (gtk_text_iter_get_offset (&to), cell->end);
  if (start >= end)
    return;

  start = (int) (g_utf8_offset_to_pointer (text, start - cell->start) - text);
  end = (int) (g_utf8_offset_to_pointer (text, end - cell->start) - text);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (view)),
                                       "theme_selected_bg_color", &color))
    return;
  color.alpha *= 0.3f;

  lines = pango_layout_get_iter (place->layout);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (lines);
      g_autofree int *ranges = NULL;
      PangoRectangle area;
      int n_ranges;

      if (end <= line->start_index || start > line->start_index + line->length)
        continue;
      pango_layout_iter_get_line_extents (lines, NULL, &area);
      pango_layout_line_get_x_ranges (line, MAX (start, line->start_index),
                                      MIN (end, line->start_index + line->length), &ranges,
                                      &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        gtk_snapshot_append_color (
            snapshot, &color,
            &GRAPHENE_RECT_INIT ((float) (x + place->x) + (float) ranges[2 * i] / PANGO_SCALE,
                                 (float) (y + place->y) + (float) area.y / PANGO_SCALE,
                                 (float) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                                 (float) area.height / PANGO_SCALE));
    }
  while (pango_layout_iter_next_line (lines));
}

static void
snapshot_rule (JolArticleTable *self,
               GtkSnapshot *snapshot,
               int x,
               int y,
               GdkRGBA color,
               float alpha)
{
  color.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                  (float) jol_table_layout_get_width (self->layout),
                                                  RULE_PX));
}

/* Below the heads a rule that is seen, between rows one that is hardly. */
static void
snapshot_rules (JolArticleTable *self, GtkTextView *view, GtkSnapshot *snapshot, GdkRGBA color)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      int x, y;

      get_row_origin (self, view, row, &x, &y);
      y += jol_table_layout_get_row_height (self->layout, row);
      if (row + 1 == self->rows->len && !jol_table_layout_is_stacked (self->layout))
        snapshot_rule (self, snapshot, x, y, color, 0.35f);
      else if (row == 0)
        snapshot_rule (self, snapshot, x, y, color, 0.6f);
      else
        snapshot_rule (self, snapshot, x, y, color, 0.12f);
    }
}

void
jol_article_table_snapshot (JolArticleTable *self,
                            GtkTextView *view,
                            GtkSnapshot *snapshot,
                            JolTheme theme)
{
  const JolColor dim = jol_palette_get (theme, JOL_COLOR_TEXT_DIM);
  const GdkRGBA label = { (float) dim.red, (float) dim.green, (float) dim.blue, 1 };
  GdkRGBA color;
  int x, y;

  if (!self->layout)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &color);
  snapshot_rules (self, view, snapshot, color);
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const JolArticleCell *cell = get_cell (self, row, column);
        const JolTableCell *place = jol_table_layout_get_cell (self->layout, row, column);

        if (!cell)
          continue;
        get_row_origin (self, view, place->row, &x, &y);
        snapshot_selection (view, snapshot, cell, place, x, y);
        snapshot_words (snapshot, place, x, y, row == 0 ? &label : &color);
      }
  for (guint i = 0; i < jol_table_layout_get_n_labels (self->layout); i++)
    {
      const JolTableCell *place = jol_table_layout_get_label (self->layout, i);

      get_row_origin (self, view, place->row, &x, &y);
      snapshot_words (snapshot, place, x, y, &label);
    }
}

/* The cell that a character stands in, or just behind. */
static gboolean
find_cell (const JolArticleTable *self, int offset, guint *row_out, guint *column_out)
{
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < get_row (self, row)->n_cells; column++)
      if (offset <= get_cell (self, row, column)->end)
        {
          *row_out = row;
          *column_out = column;
          return offset >= get_cell (self, row, column)->start;
        }

  return FALSE;
}

gboolean
jol_article_table_get_location (JolArticleTable *self,
                                GtkTextView *view,
                                int offset,
                                GdkRectangle *rect_out)
{
  const JolTableCell *place;
  const char *text;
  PangoRectangle at;
  guint row, column;
  int x, y;

  if (!self->layout || !find_cell (self, offset, &row, &column))
    return FALSE;

  place = jol_table_layout_get_cell (self->layout, row, column);
  text = pango_layout_get_text (place->layout);
  offset -= get_cell (self, row, column)->start;
  pango_layout_index_to_pos (place->layout, (int) (g_utf8_offset_to_pointer (text, offset) - text),
                             &at);
  get_row_origin (self, view, place->row, &x, &y);
  /* Lines must not overlap: that is how the end of one is found. */
  *rect_out = (GdkRectangle){
    .x = x + place->x + PANGO_PIXELS (at.x),
    .y = y + place->y + PANGO_PIXELS_FLOOR (at.y),
    .width = PANGO_PIXELS (at.x + at.width) - PANGO_PIXELS (at.x),
    .height = PANGO_PIXELS_FLOOR (at.y + at.height) - PANGO_PIXELS_FLOOR (at.y),
  };
  return TRUE;
}

/* The row that has @y in its height; -1 when none has. */
static int
find_row (const JolArticleTable *self, GtkTextView *view, int y)
{
  for (guint row = 0; row < self->rows->len; row++)
    {
      int row_x, row_y;

      get_row_origin (self, view, row, &row_x, &row_y);
      if (y >= row_y && y < row_y + jol_table_layout_get_row_height (self->layout, row))
        return (int) row;
    }

  return -1;
}

/* How far a point is from a cell's words, sideways before down. */
static int
get_distance (const JolTableCell *place, int x, int y)
{
  PangoRectangle area;

  pango_layout_get_pixel_extents (place->layout, NULL, &area);
  area.x += place->x;
  area.y += place->y;
  return MAX (MAX (area.x - x, x - area.x - area.width), 0) +
         4 * MAX (MAX (area.y - y, y - area.y - area.height), 0);
}

int
jol_article_table_find_offset (JolArticleTable *self,
                               GtkTextView *view,
                               int x,
                               int y,
                               gboolean *is_on_text_out)
{
  const JolTableCell *nearest = NULL;
  const JolArticleCell *cell = NULL;
  const char *text;
  int row, row_x, row_y, index, trailing, nearest_px = G_MAXINT;
  gboolean is_on_text;

  if (!self->layout || (row = find_row (self, view, y)) < 0)
    return -1;

  get_row_origin (self, view, (guint) row, &row_x, &row_y);
  x -= row_x;
  y -= row_y;
  for (guint i = 0; i < self->rows->len * self->n_columns; i++)
    {
      const guint at_row = i / self->n_columns, at_column = i % self->n_columns;
      const JolTableCell *place = jol_table_layout_get_cell (self->layout, at_row, at_column);

      if (place->row != (guint) row || !get_cell (self, at_row, at_column) ||
          get_distance (place, x, y) >= nearest_px)
        continue;
      nearest_px = get_distance (place, x, y);
      nearest = place;
      cell = get_cell (self, at_row, at_column);
    }
  if (!nearest)
    return -1;

  is_on_text = pango_layout_xy_to_index (nearest->layout, (x - nearest->x) * PANGO_SCALE,
                                         (y - nearest->y) * PANGO_SCALE, &index, &trailing);
  text = pango_layout_get_text (nearest->layout);
  if (is_on_text_out)
    *is_on_text_out = is_on_text;
  return cell->start + (int) g_utf8_pointer_to_offset (text, text + index) +
         (is_on_text ? 0 : trailing);
}
