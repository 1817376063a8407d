/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-view-private.h"

#include "jol-find.h"

#define LINE_CHARS 70
#define SIDE_PX 28
#define LINE_SPACE_PX 6

enum
{
  PROP_MEASURE = 1,
  N_PROPERTIES,
};

enum
{
  LINK_ACTIVATED,
  LINK_HOVERED,
  LINK_FOCUSED,
  LINK_COPIED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolArticleView, jol_article_view, GTK_TYPE_TEXT_VIEW)

/* The accent, unless it is lost on a paper that is not the program's: WCAG 2.1, 1.4.11. */
static GdkRGBA
get_focus_color (JolArticleView *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const JolColor paper = jol_palette_get (self->theme, JOL_COLOR_PANEL);
  GdkRGBA color;
  JolColor accent;

  if (!gtk_style_context_lookup_color (style, "accent_color", &color))
    gtk_style_context_get_color (style, &color);
  accent = (JolColor){ color.red, color.green, color.blue, 1 };
  if (jol_color_contrast (&accent, &paper) < 3)
    gtk_style_context_get_color (style, &color);
  return color;
}

static void
update_metrics (JolArticleView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int measure_px = (int) self->line_chars * pango_font_metrics_get_approximate_char_width (metrics);

  measure_px = PANGO_PIXELS_CEIL (measure_px) + 2 * SIDE_PX;
  self->ascent_px = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));
  self->descent_px = PANGO_PIXELS (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  if (self->measure_px == measure_px)
    return;

  self->measure_px = measure_px;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

static guint
find_match_from (JolArticleView *self, int offset)
{
  guint low = 0, high = self->matches->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->matches, JolFindMatch, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
paint_matches (JolArticleView *self, const JolArticlePaint *paint, int start, int end)
{
  if (!self->matches)
    return;

  for (guint i = find_match_from (self, start); i < self->matches->len; i++)
    {
      const JolFindMatch *match = &g_array_index (self->matches, JolFindMatch, i);

      if (match->start > end)
        break;
      jol_article_paint_match (paint, match->start, match->end);
    }
}

static void
jol_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (view);
  JolArticlePaint paint;
  gboolean has_focus = gtk_widget_is_focus (GTK_WIDGET (self));
  int start, end;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !self->buffer)
    return;

  paint = (JolArticlePaint){
    .view = view,
    .buffer = self->buffer,
    .snapshot = snapshot,
    .theme = self->theme,
    .focus = get_focus_color (self),
    .ascent_px = self->ascent_px,
    .descent_px = self->descent_px,
  };
  /* Only what is in sight. */
  jol_article_view_get_range_in_sight (self, &start, &end);
  if (self->passage_end > self->passage_start && self->passage_start <= end &&
      self->passage_end > start)
    jol_article_paint_passage (&paint, self->passage_start, self->passage_end, self->passage_light);
  paint_matches (self, &paint, start, end);
  for (guint i = jol_article_buffer_find_link_after (self->buffer, start);
       i < jol_article_buffer_get_n_links (self->buffer) &&
       jol_article_buffer_get_link (self->buffer, i)->start <= end;
       i++)
    jol_article_paint_link (&paint, i, jol_article_view_get_mark (self, i),
                            has_focus && (int) i == self->focused_link);
  jol_article_view_snapshot_tables (self, snapshot, start, end);
}

/* Tab goes through the links, from the first in sight on, and out behind the last. */
static gboolean
jol_article_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (widget);
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;

  if (!self->buffer || jol_article_buffer_get_n_links (self->buffer) == 0 ||
      (!is_forward && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (jol_article_view_parent_class)->focus (widget, direction);
  return jol_article_view_step_link (self, is_forward);
}

static void
jol_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jol_article_view_parent_class)->css_changed (widget, change);
  update_metrics (JOL_ARTICLE_VIEW (widget));
  JOL_ARTICLE_VIEW (widget)->tables_width_px = 0;
}

static void
jol_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  /* First: it says how high the lines of tables are. */
  jol_article_view_lay_out_tables (JOL_ARTICLE_VIEW (widget), width);
  GTK_WIDGET_CLASS (jol_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (JOL_ARTICLE_VIEW (widget)->menu)
    gtk_popover_present (GTK_POPOVER (JOL_ARTICLE_VIEW (widget)->menu));
}

static void
jol_article_view_dispose (GObject *object)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (object);

  jol_article_view_dispose_passage (self);
  /* GTK 4.8 keeps a popover that is unparented while it is open. */
  if (self->menu)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (jol_article_view_parent_class)->dispose (object);
}

static void
jol_article_view_finalize (GObject *object)
{
  JolArticleView *self = JOL_ARTICLE_VIEW (object);

  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->selection);
  g_free (self->hover);

  G_OBJECT_CLASS (jol_article_view_parent_class)->finalize (object);
}

static void
jol_article_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MEASURE)
    g_value_set_int (value, JOL_ARTICLE_VIEW (object)->measure_px);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/*
 * A text view may find while it is painted that lines have other heights than guessed, and move its
 * scrollbar: too late in this frame for the slider to be placed, of which GTK 4.8 warns. So it is
 * placed here. The scrollbar is painted after us.
 */
static void
jol_article_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double value = gtk_adjustment_get_value (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  GtkWidget *bar;
  GtkAllocation place;

  GTK_WIDGET_CLASS (jol_article_view_parent_class)->snapshot (widget, snapshot);

  if (!scroller || (value == gtk_adjustment_get_value (adjustment) &&
                    upper == gtk_adjustment_get_upper (adjustment)))
    return;

  bar = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller));
  if (!gtk_widget_get_mapped (bar))
    return;
  gtk_widget_get_allocation (bar, &place);
  gtk_widget_queue_allocate (bar);
  gtk_widget_size_allocate (bar, &place, -1);
}

static void
jol_article_view_class_init (JolArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_article_view_dispose;
  object_class->finalize = jol_article_view_finalize;
  object_class->get_property = jol_article_view_get_property;
  widget_class->css_changed = jol_article_view_css_changed;
  widget_class->focus = jol_article_view_focus;
  widget_class->query_tooltip = jol_article_view_query_tooltip;
  widget_class->size_allocate = jol_article_view_size_allocate;
  widget_class->snapshot = jol_article_view_snapshot;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = jol_article_view_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = jol_article_view_copy_clipboard;
  jol_article_view_class_init_menu (widget_class);

  properties[PROP_MEASURE] =
      g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[LINK_ACTIVATED] =
      g_signal_new ("link-activated", JOL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LINK_HOVERED] = g_signal_new ("link-hovered", JOL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LINK_FOCUSED] = g_signal_new ("link-focused", JOL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LINK_COPIED] = g_signal_new ("link-copied", JOL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_article_view_init (JolArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->line_chars = LINE_CHARS;

  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, LINE_SPACE_PX);
  gtk_text_view_set_left_margin (view, SIDE_PX);
  gtk_text_view_set_right_margin (view, SIDE_PX);
  gtk_text_view_set_top_margin (view, SIDE_PX - 8);
  gtk_text_view_set_bottom_margin (view, 2 * SIDE_PX);

  jol_article_view_init_links (self);
  jol_article_view_init_tables (self);
  jol_article_view_init_menu (self);
}

void
jol_article_view_set_article (JolArticleView *self, JolArticleBuffer *buffer)
{
  g_autoptr (GtkTextBuffer) text = NULL;

  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (!buffer || JOL_IS_ARTICLE_BUFFER (buffer));

  if (self->buffer == buffer)
    return;

  jol_article_view_forget_links (self);
  if (self->buffer)
    jol_article_view_unwatch_tables (self);
  jol_article_view_set_passage (self, 0, 0);
  g_set_object (&self->buffer, buffer);
  jol_article_view_watch_tables (self);
  /* Never without a buffer: GTK 4.18 falls over when such a view is scrolled. */
  if (buffer)
    text = g_object_ref (GTK_TEXT_BUFFER (buffer));
  else
    text = gtk_text_buffer_new (NULL);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), text);
  jol_article_view_set_theme (self, self->theme);
  if (buffer)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
        jol_entity_get_title (JOL_ENTITY (jol_article_buffer_get_article (buffer)),
                              jol_text_get_interface_language ()),
        -1);
}

void
jol_article_view_set_theme (JolArticleView *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  self->theme = theme;
  if (self->buffer)
    jol_article_buffer_set_theme (self->buffer, theme);
  self->tables_width_px = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jol_article_view_set_line_chars (JolArticleView *self, guint line_chars)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  self->line_chars = line_chars;
  update_metrics (self);
}

JolArticleBuffer *
jol_article_view_get_article (JolArticleView *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), NULL);

  return self->buffer;
}

void
jol_article_view_set_matches (JolArticleView *self, GArray *matches)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));
  g_return_if_fail (matches);

  g_array_ref (matches);
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_id (JolArticleView *self, char **field, const char *id)
{
  g_autofree char *old = NULL;

  if (g_strcmp0 (*field, id) == 0)
    return;

  old = g_steal_pointer (field);
  *field = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jol_article_view_set_selection (JolArticleView *self, const char *id)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  set_id (self, &self->selection, id);
}

void
jol_article_view_set_hover (JolArticleView *self, const char *id)
{
  g_return_if_fail (JOL_IS_ARTICLE_VIEW (self));

  set_id (self, &self->hover, id);
}

JolLinkMark
jol_article_view_get_mark (JolArticleView *self, guint link)
{
  const JolArticleLink *at;

  g_return_val_if_fail (JOL_IS_ARTICLE_VIEW (self), JOL_LINK_MARK_NONE);
  g_return_val_if_fail (self->buffer, JOL_LINK_MARK_NONE);

  at = jol_article_buffer_get_link (self->buffer, link);
  if (jol_article_link_speaks_of (at, self->selection))
    return JOL_LINK_MARK_SELECTED;
  if (jol_article_link_speaks_of (at, self->hover))
    return JOL_LINK_MARK_HOVERED;
  return JOL_LINK_MARK_NONE;
}
