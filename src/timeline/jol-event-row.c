/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row draws its texts itself: as four labels and an icon it would be as many widgets, with styles
 * of their own, and rows are made and filled anew in the very frames that should be quick, while
 * one scrolls and whenever another part of time is listed.
 */
#include "config.h"

#include "jol-event-row.h"

#include "jol-event-words.h"
#include "jol-kind-icon.h"
#include "jol-short-date.h"
#include "jol-timeline-theme.h"

#include <math.h>

#define BAR_PX 4 /* at the edge, of what is selected */
#define MARGIN_PX 12
#define PADDING_PX 5
#define SPACE_PX 6
#define YEAR_SPACE_PX 8 /* above a heading */
#define MAX_TITLE_LINES 3
/* In letters: the column of dates; the least of a title, and what it asks for, for longer ones
 * wrap. */
#define DATE_LETTERS 9
#define LEAST_LETTERS 3
#define TITLE_LETTERS 30
#define USUAL_LINES 2.4
/* Of what comes second: its size, and its colour where contrast is not asked for. */
#define SECOND_SCALE 0.9
#define SECOND_ALPHA 0.7F

struct _JolEventRow
{
  GtkWidget parent_instance;

  GObject *item;
  gulong count_handler;
  JolRowMarks marks;
  gboolean is_listed;

  /* Of an event: when, what, and where and who or NULL; of a year: its number and its count. */
  PangoLayout *date;
  PangoLayout *title;
  PangoLayout *detail;
  PangoLayout *count;
  guint fonts_serial; /* of the fonts that they are laid out with */
  double letter_px;   /* width of a letter or figure, by these fonts; 0: not known yet */
};

enum
{
  ACTIVATE,
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolEventRow, jol_event_row, GTK_TYPE_WIDGET)

/* How a text differs from the row's own font. */
static PangoAttrList *
make_attributes (gboolean is_bold, gboolean is_numeric)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (is_numeric)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

/* A size as GTK makes it of the same number in the style: Pango would cut off where GTK rounds, and
 * find fonts anew for a size that is another by a thousandth of a px. */
static void
set_scale (JolEventRow *self, PangoLayout *layout, double scale)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font,
                                            round (scale * pango_font_description_get_size (font)));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static PangoLayout *
make_layout (JolEventRow *self,
             const char *text,
             double scale,
             gboolean is_bold,
             gboolean is_numeric)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = make_attributes (is_bold, is_numeric);

  if (scale < 1.0)
    set_scale (self, layout, scale);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/* In a list it is the list that asks for the height. */
static void
queue_layout (JolEventRow *self)
{
  if (self->is_listed)
    g_signal_emit (self, signals[RESIZED], 0);
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clear_layouts (JolEventRow *self)
{
  g_clear_object (&self->date);
  g_clear_object (&self->title);
  g_clear_object (&self->detail);
  g_clear_object (&self->count);
}

static void
lay_out_date (JolEventRow *self)
{
  JolEvent *event = JOL_EVENT (self->item);
  g_autofree char *text = jol_short_date_format_in_year (jol_event_get_date (event), //
                                                         jol_event_get_end (event));

  g_clear_object (&self->date);
  self->date = make_layout (self, text, SECOND_SCALE, (self->marks & JOL_ROW_CURRENT) != 0, TRUE);
}

static void
show_event (JolEventRow *self, JolEvent *event, JolStory *story)
{
  const char *language = jol_text_get_interface_language ();
  g_autofree char *detail = jol_event_words_format_detail (event, story);

  lay_out_date (self);
  self->title =
      make_layout (self, jol_entity_get_title (JOL_ENTITY (event), language), 1, FALSE, FALSE);
  pango_layout_set_height (self->title, -MAX_TITLE_LINES);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  if (detail)
    {
      self->detail = make_layout (self, detail, SECOND_SCALE, FALSE, FALSE);
      pango_layout_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
    }
  /* There is room for "c. Feb" only. */
  if (jol_event_get_date (event)->approx)
    {
      g_autofree char *dates = jol_event_format_dates (event);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), dates);
    }
}

static void
count_changed_cb (JolEventRow *self)
{
  g_autofree char *count = g_strdup_printf ("%u", jol_year_get_n_events (JOL_YEAR (self->item)));

  g_clear_object (&self->count);
  self->count = make_layout (self, count, 1, FALSE, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_year (JolEventRow *self, JolYear *year)
{
  g_autofree char *number = g_strdup_printf ("%d", jol_year_get_year (year));

  self->title = make_layout (self, number, 1, TRUE, FALSE);
  count_changed_cb (self);
}

/* From where the row begins. */
static void
add_rectangle (JolEventRow *self,
               GtkSnapshot *snapshot,
               const JolColor *color,
               double alpha,
               int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int x = is_mirrored ? gtk_widget_get_width (widget) - width : 0;
  GdkRGBA rgba = { (float) color->red, (float) color->green, (float) color->blue, (float) alpha };

  gtk_snapshot_append_color (
      snapshot, &rgba,
      &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) gtk_widget_get_height (widget)));
}

/* Above a heading in the list, to part the years; not where it stays at the top. */
static int
get_year_space (JolEventRow *self)
{
  return JOL_IS_YEAR (self->item) && !gtk_widget_has_css_class (GTK_WIDGET (self), "sticky")
             ? YEAR_SPACE_PX
             : 0;
}

static void
update_letter (JolEventRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->fonts_serial = pango_context_get_serial (context);
  self->letter_px =
      pango_units_to_double (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                  pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
}

static int
get_date_width (JolEventRow *self)
{
  if (self->letter_px <= 0.0)
    update_letter (self);
  return (int) ceil (DATE_LETTERS * self->letter_px * SECOND_SCALE);
}

static int
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Of the layout in so much room. */
static int
get_layout_height (PangoLayout *layout, int width)
{
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* What stands beside the title, with the spaces: its column is the same in every row. */
static int
get_side_width (JolEventRow *self)
{
  if (self->count)
    return MARGIN_PX + SPACE_PX + get_layout_width (self->count) + MARGIN_PX;

  return MARGIN_PX + get_date_width (self) + SPACE_PX + JOL_KIND_ICON_PX + SPACE_PX + MARGIN_PX;
}

static GtkSizeRequestMode
jol_event_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jol_event_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  JolEventRow *self = JOL_EVENT_ROW (widget);
  const int side_width = get_side_width (self);
  int width, height;

  if (self->letter_px <= 0.0)
    update_letter (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = side_width + (int) ceil (LEAST_LETTERS * self->letter_px);
      *natural = side_width + (int) ceil (TITLE_LETTERS * self->letter_px);
      return;
    }

  width = for_size < 0 ? side_width + (int) ceil (TITLE_LETTERS * self->letter_px) : for_size;
  height = jol_event_row_get_height (self, width);
  *minimum = *natural = height;
}

static void
add_text (JolEventRow *self,
          GtkSnapshot *snapshot,
          PangoLayout *layout,
          int x,
          int y,
          int width,
          const GdkRGBA *color)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
add_year (JolEventRow *self, GtkSnapshot *snapshot, const GdkRGBA *first, const GdkRGBA *second)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int count_width = get_layout_width (self->count);
  const int y = PADDING_PX + get_year_space (self);

  add_text (self, snapshot, self->title, MARGIN_PX, y, width - get_side_width (self), first);
  add_text (self, snapshot, self->count, width - MARGIN_PX - count_width, y, count_width, second);
}

static void
add_event (JolEventRow *self, GtkSnapshot *snapshot, const GdkRGBA *first, const GdkRGBA *second)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int date_width = get_date_width (self);
  const int title_width = MAX (width - get_side_width (self), 1);
  const int icon_x = MARGIN_PX + date_width + SPACE_PX;
  const int x = icon_x + JOL_KIND_ICON_PX + SPACE_PX;
  PangoRectangle line;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (self->title, 0), NULL,
                                       &line);
  /* On the title's first line, the date a little lower for being smaller. */
  add_text (self, snapshot, self->date, MARGIN_PX, PADDING_PX + 1, date_width,
            self->marks & JOL_ROW_CURRENT ? first : second);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (
                    (float) (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                                 ? width - icon_x - JOL_KIND_ICON_PX
                                 : icon_x),
                    (float) (PADDING_PX + (line.height - JOL_KIND_ICON_PX) / 2)));
  jol_kind_icon_draw (GTK_WIDGET (self), snapshot,
                      jol_event_get_event_kind (JOL_EVENT (self->item)));
  gtk_snapshot_restore (snapshot);
  add_text (self, snapshot, self->title, x, PADDING_PX, title_width, first);
  if (self->detail)
    add_text (self, snapshot, self->detail, x,
              PADDING_PX + get_layout_height (self->title, title_width), title_width, second);
}

static void
jol_event_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolEventRow *self = JOL_EVENT_ROW (widget);
  JolTheme theme = jol_timeline_get_theme ();
  gboolean is_dark = jol_theme_is_dark (theme);
  JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);
  JolColor playhead = jol_palette_get (theme, JOL_COLOR_PLAYHEAD);
  const int width = gtk_widget_get_width (widget);
  GdkRGBA first, second;

  /* The highlight is the map's, the text's and the strip's too, so it comes from the palette. */
  if (self->marks & JOL_ROW_SELECTED)
    add_rectangle (self, snapshot, &selection, is_dark ? 0.22 : 0.30, width);
  else if (self->marks & JOL_ROW_HOVERED)
    add_rectangle (self, snapshot, &selection, is_dark ? 0.10 : 0.14, width);

  if (self->marks & JOL_ROW_SELECTED)
    add_rectangle (self, snapshot, &selection, 1, BAR_PX);
  else if (self->marks & JOL_ROW_CURRENT)
    add_rectangle (self, snapshot, &playhead, 0.55, BAR_PX);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &first);
  second = first;
  if (!jol_theme_is_high_contrast (theme))
    second.alpha *= SECOND_ALPHA;
  if (JOL_IS_YEAR (self->item))
    add_year (self, snapshot, &first, &second);
  else if (self->item)
    add_event (self, snapshot, &first, &second);
}

/* Colours, and with other fonts the sizes too. */
static void
jol_event_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JolEventRow *self = JOL_EVENT_ROW (widget);
  PangoLayout *layouts[] = { self->title, self->count };
  PangoLayout *scaled[] = { self->date, self->detail };

  GTK_WIDGET_CLASS (jol_event_row_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
  if (pango_context_get_serial (gtk_widget_get_pango_context (widget)) == self->fonts_serial)
    return;

  self->letter_px = 0;
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      if (layouts[i])
        pango_layout_context_changed (layouts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (scaled); i++)
    {
      if (scaled[i])
        set_scale (self, scaled[i], SECOND_SCALE);
    }
  queue_layout (self);
}

static void
jol_event_row_dispose (GObject *object)
{
  JolEventRow *self = JOL_EVENT_ROW (object);

  if (self->item)
    g_clear_signal_handler (&self->count_handler, self->item);
  g_clear_object (&self->item);
  clear_layouts (self);

  G_OBJECT_CLASS (jol_event_row_parent_class)->dispose (object);
}

static void
jol_event_row_class_init (JolEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  G_OBJECT_CLASS (klass)->dispose = jol_event_row_dispose;

  widget_class->get_request_mode = jol_event_row_get_request_mode;
  widget_class->measure = jol_event_row_measure;
  widget_class->snapshot = jol_event_row_snapshot;
  widget_class->css_changed = jol_event_row_css_changed;

  signals[ACTIVATE] =
      g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
jol_event_row_init (JolEventRow *self)
{
}

GtkWidget *
jol_event_row_new_listed (void)
{
  JolEventRow *self = g_object_new (JOL_TYPE_EVENT_ROW, "focusable", TRUE, NULL);

  self->is_listed = TRUE;
  return GTK_WIDGET (self);
}

void
jol_event_row_set_item (JolEventRow *self, GObject *item, JolStory *story)
{
  g_return_if_fail (JOL_IS_EVENT_ROW (self));
  g_return_if_fail (!item || JOL_IS_EVENT (item) || JOL_IS_YEAR (item));

  if (self->item == item)
    return;

  if (self->item)
    g_clear_signal_handler (&self->count_handler, self->item);
  g_set_object (&self->item, item);
  /* Another takes its place at once, or it goes: what was laid out is not shown without its item.
   */
  clear_layouts (self);
  /* Whoever sets it asks the display where the pointer is. */
  if (gtk_widget_get_has_tooltip (GTK_WIDGET (self)))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  if (!item)
    return;

  if (JOL_IS_EVENT (item))
    {
      show_event (self, JOL_EVENT (item), story);
    }
  else
    {
      show_year (self, JOL_YEAR (item));
      self->count_handler =
          g_signal_connect_swapped (item, "notify::n-events", G_CALLBACK (count_changed_cb), self);
    }
  queue_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
jol_event_row_get_height (JolEventRow *self, int width)
{
  const int room = MAX (width - get_side_width (self), 1);
  int height = 0;

  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), 0);

  if (self->title)
    height = get_layout_height (self->title, room);
  if (self->detail)
    height += get_layout_height (self->detail, room);
  if (self->date)
    height = MAX (height, get_layout_height (self->date, get_date_width (self)));
  return height + 2 * PADDING_PX + get_year_space (self);
}

/* Of a title in a line or two, and where it was. */
int
jol_event_row_get_usual_height (JolEventRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int line_px = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), 0);

  pango_font_metrics_unref (metrics);
  return (int) (USUAL_LINES * line_px) + 2 * PADDING_PX;
}

JolEvent *
jol_event_row_get_event (JolEventRow *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), NULL);

  return JOL_IS_EVENT (self->item) ? JOL_EVENT (self->item) : NULL;
}

void
jol_event_row_set_marks (JolEventRow *self, JolRowMarks marks)
{
  const JolRowMarks changed = self->marks ^ marks;

  g_return_if_fail (JOL_IS_EVENT_ROW (self));

  if (!changed)
    return;

  self->marks = marks;
  /* Bold is wider: the date may need another line. */
  if ((changed & JOL_ROW_CURRENT) && self->date)
    {
      lay_out_date (self);
      queue_layout (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

JolRowMarks
jol_event_row_get_marks (JolEventRow *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), 0);

  return self->marks;
}

char *
jol_event_row_dup_texts (JolEventRow *self)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  PangoLayout *layouts[] = { self->date, self->title, self->detail, self->count };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      if (layouts[i])
        g_string_append_printf (texts, "%s\n", pango_layout_get_text (layouts[i]));
    }
  return g_string_free (g_steal_pointer (&texts), FALSE);
}
