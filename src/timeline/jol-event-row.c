/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-event-row.h"

#include "jol-kind-icon.h"
#include "jol-short-date.h"
#include "jol-timeline-theme.h"

#include <glib/gi18n.h>

#define BAR_PX 4 /* at the edge, of what is selected */
#define MARGIN_PX 12
#define PADDING_PX 5
#define SPACE_PX 6
#define ICON_PX 16
#define YEAR_SPACE_PX 8 /* above a heading */
#define MAX_CODES 7

struct _JolEventRow
{
  GtkWidget parent_instance;

  GtkWidget *date;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *detail; /* where, and who: one line under the title */
  GtkWidget *count;  /* or NULL, until there is a year to show */

  GObject *item;
  gulong count_handler;
  JolRowMarks marks;
};

G_DEFINE_FINAL_TYPE (JolEventRow, jol_event_row, GTK_TYPE_WIDGET)

/* Where, and who by their codes: "Xi'an · CN KZ KG"; or how many, when they are a crowd. NULL when
 * neither is known. */
static char *
format_detail (JolEvent *event, JolStory *story, const char *language)
{
  const char *place_id = jol_event_get_place_id (event);
  JolEntity *place = story && place_id ? jol_story_lookup (story, place_id) : NULL;
  const char *const *participants = jol_event_get_participants (event);
  const guint n_participants = g_strv_length ((char **) participants);
  g_autofree char *who = NULL;

  if (n_participants > MAX_CODES)
    who = g_strdup_printf (ngettext ("%u participant", "%u participants", n_participants),
                           n_participants);
  else if (n_participants > 0)
    who = g_strjoinv (" ", (char **) participants);

  if (!place || !who)
    return place ? g_strdup (jol_entity_get_title (place, language)) : g_steal_pointer (&who);

  /* Translators: where an event was, and the countries that took part: "Xi'an · CN KZ KG" */
  return g_strdup_printf (_ ("%1$s · %2$s"), jol_entity_get_title (place, language), who);
}

static void
show_event (JolEventRow *self, JolEvent *event, JolStory *story)
{
  const char *language = jol_text_get_interface_language ();
  g_autofree char *date = jol_short_date_format_in_year (jol_event_get_date (event), //
                                                         jol_event_get_end (event));
  g_autofree char *dates = jol_event_format_dates (event);
  g_autofree char *detail = NULL;

  gtk_label_set_label (GTK_LABEL (self->date), date);
  /* There is room for "c. Feb"; who listens hears "about February 2009". */
  gtk_widget_set_tooltip_text (self->date, jol_event_get_date (event)->approx ? dates : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  jol_event_get_date (event)->approx ? dates : date, -1);
  gtk_label_set_label (GTK_LABEL (self->title),
                       jol_entity_get_title (JOL_ENTITY (event), language));
  jol_kind_icon_set_kind (JOL_KIND_ICON (self->icon), jol_event_get_event_kind (event));
  detail = format_detail (event, story, language);
  gtk_label_set_label (GTK_LABEL (self->detail), detail ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
}

static void
count_changed_cb (JolEventRow *self)
{
  g_autofree char *count = g_strdup_printf ("%u", jol_year_get_n_events (JOL_YEAR (self->item)));

  gtk_label_set_label (GTK_LABEL (self->count), count);
}

static void
show_year (JolEventRow *self, JolYear *year)
{
  g_autofree char *number = g_strdup_printf ("%d", jol_year_get_year (year));

  if (!self->count)
    {
      self->count = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->count, "numeric");
      gtk_widget_add_css_class (self->count, "dim-label");
      gtk_widget_set_parent (self->count, GTK_WIDGET (self));
    }
  gtk_label_set_label (GTK_LABEL (self->title), number);
  gtk_widget_set_visible (self->count, TRUE);
  count_changed_cb (self);
}

static void
add_rectangle (GtkSnapshot *snapshot,
               const JolColor *color,
               double alpha,
               float width,
               float height)
{
  GdkRGBA rgba = { (float) color->red, (float) color->green, (float) color->blue, (float) alpha };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* Above a heading in the list, to part the years; not where it stays at the top. */
static int
get_year_space (JolEventRow *self)
{
  return JOL_IS_YEAR (self->item) && !gtk_widget_has_css_class (GTK_WIDGET (self), "sticky")
             ? YEAR_SPACE_PX
             : 0;
}

/* What stands beside the title, with the spaces: its column is the same in every row. */
static int
get_side_width (JolEventRow *self)
{
  int width, count_width;

  if (!JOL_IS_YEAR (self->item))
    {
      gtk_widget_measure (self->date, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      return MARGIN_PX + width + SPACE_PX + ICON_PX + SPACE_PX + MARGIN_PX;
    }

  gtk_widget_measure (self->count, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &count_width, NULL, NULL);
  return MARGIN_PX + SPACE_PX + count_width + MARGIN_PX;
}

static int
get_height (GtkWidget *label, int width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
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
  int side_width = get_side_width (self);
  int date_width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->title, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += side_width;
      *natural += side_width;
      return;
    }

  height = get_height (self->title, for_size < 0 ? -1 : MAX (for_size - side_width, 1));
  if (!JOL_IS_YEAR (self->item))
    {
      if (gtk_widget_get_visible (self->detail))
        height += get_height (self->detail, -1);
      gtk_widget_measure (self->date, GTK_ORIENTATION_HORIZONTAL, -1, &date_width, NULL, NULL,
                          NULL);
      height = MAX (height, get_height (self->date, date_width));
    }
  *minimum = *natural = height + 2 * PADDING_PX + get_year_space (self);
}

static void
place (JolEventRow *self, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
jol_event_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolEventRow *self = JOL_EVENT_ROW (widget);
  int title_width = MAX (width - get_side_width (self), 1);
  int y = PADDING_PX;

  if (JOL_IS_YEAR (self->item))
    {
      int count_width = width - title_width - 2 * MARGIN_PX;
      int inner_height = height - 2 * PADDING_PX - get_year_space (self);

      y += get_year_space (self);
      place (self, self->title, MARGIN_PX, y, title_width, inner_height);
      place (self, self->count, MARGIN_PX + title_width, y, count_width, inner_height);
    }
  else
    {
      int date_width = width - title_width - ICON_PX - 2 * SPACE_PX - 2 * MARGIN_PX;
      int date_height = get_height (self->date, date_width);
      /* In the middle of the first line. */
      int line_height = get_height (self->title, G_MAXINT16);
      int x = MARGIN_PX + date_width + SPACE_PX;
      int detail_height =
          gtk_widget_get_visible (self->detail) ? get_height (self->detail, title_width) : 0;

      place (self, self->date, MARGIN_PX, y + 1, date_width, date_height);
      place (self, self->icon, x, y + (line_height - ICON_PX) / 2, ICON_PX, ICON_PX);
      place (self, self->title, x + ICON_PX + SPACE_PX, y, title_width,
             height - 2 * PADDING_PX - detail_height);
      if (detail_height > 0)
        place (self, self->detail, x + ICON_PX + SPACE_PX, height - PADDING_PX - detail_height,
               title_width, detail_height);
    }
}

static void
jol_event_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolEventRow *self = JOL_EVENT_ROW (widget);
  JolTheme theme = jol_timeline_get_theme ();
  gboolean is_dark = jol_theme_is_dark (theme);
  JolColor selection = jol_palette_get (theme, JOL_COLOR_SELECTION);
  JolColor playhead = jol_palette_get (theme, JOL_COLOR_PLAYHEAD);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  /* The highlight is the map's, the text's and the strip's too, so it comes from the palette. */
  if (self->marks & JOL_ROW_SELECTED)
    add_rectangle (snapshot, &selection, is_dark ? 0.22 : 0.30, width, height);
  else if (self->marks & JOL_ROW_HOVERED)
    add_rectangle (snapshot, &selection, is_dark ? 0.10 : 0.14, width, height);

  if (self->marks & JOL_ROW_SELECTED)
    add_rectangle (snapshot, &selection, 1, BAR_PX, height);
  else if (self->marks & JOL_ROW_CURRENT)
    add_rectangle (snapshot, &playhead, 0.55, BAR_PX, height);

  GTK_WIDGET_CLASS (jol_event_row_parent_class)->snapshot (widget, snapshot);
}

static void
jol_event_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jol_event_row_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
jol_event_row_dispose (GObject *object)
{
  JolEventRow *self = JOL_EVENT_ROW (object);

  if (self->item)
    g_clear_signal_handler (&self->count_handler, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_event_row_parent_class)->dispose (object);
}

static void
jol_event_row_class_init (JolEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_event_row_dispose;

  widget_class->get_request_mode = jol_event_row_get_request_mode;
  widget_class->measure = jol_event_row_measure;
  widget_class->size_allocate = jol_event_row_size_allocate;
  widget_class->snapshot = jol_event_row_snapshot;
  widget_class->css_changed = jol_event_row_css_changed;

  gtk_widget_class_set_css_name (widget_class, "joleventrow");
  /* The list's own row around it has the name and the focus. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jol_event_row_init (JolEventRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->date = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "valign", GTK_ALIGN_START, "wrap", TRUE,
                             "width-chars", 9, "max-width-chars", 9, NULL);
  gtk_widget_add_css_class (self->date, "numeric");
  gtk_widget_add_css_class (self->date, "date");
  gtk_widget_set_parent (self->date, widget);

  self->icon = jol_kind_icon_new (JOL_EVENT_SUMMIT);
  gtk_widget_set_parent (self->icon, widget);

  self->title =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->title, widget);

  self->detail =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->detail, "detail");
  gtk_widget_set_parent (self->detail, widget);
}

GtkWidget *
jol_event_row_new (void)
{
  return g_object_new (JOL_TYPE_EVENT_ROW, NULL);
}

void
jol_event_row_set_item (JolEventRow *self, GObject *item, JolStory *story)
{
  gboolean is_event = JOL_IS_EVENT (item);

  g_return_if_fail (JOL_IS_EVENT_ROW (self));
  g_return_if_fail (!item || is_event || JOL_IS_YEAR (item));

  if (self->item == item)
    return;

  if (self->item)
    g_clear_signal_handler (&self->count_handler, self->item);
  g_set_object (&self->item, item);
  if (!item)
    return;

  gtk_widget_set_visible (self->date, is_event);
  gtk_widget_set_visible (self->icon, is_event);
  if (!is_event)
    gtk_widget_set_visible (self->detail, FALSE);
  else if (self->count)
    gtk_widget_set_visible (self->count, FALSE);
  if (is_event)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "year");
      show_event (self, JOL_EVENT (item), story);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "year");
      show_year (self, JOL_YEAR (item));
      self->count_handler =
          g_signal_connect_swapped (item, "notify::n-events", G_CALLBACK (count_changed_cb), self);
    }
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
  g_return_if_fail (JOL_IS_EVENT_ROW (self));

  if (self->marks == marks)
    return;

  self->marks = marks;
  if (marks & JOL_ROW_CURRENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

JolRowMarks
jol_event_row_get_marks (JolEventRow *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), 0);

  return self->marks;
}

char *
jol_event_row_format_name (JolEventRow *self)
{
  g_return_val_if_fail (JOL_IS_EVENT_ROW (self), NULL);

  if (JOL_IS_EVENT (self->item))
    {
      JolEvent *event = JOL_EVENT (self->item);
      g_autofree char *dates = jol_event_format_dates (event);
      const char *language = jol_text_get_interface_language ();

      /* Translators: date, kind and title of an event, for a screen reader: "5 July 2022, Incident,
       * Court orders CPC to stop" */
      return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), dates,
                              jol_event_kind_get_name (jol_event_get_event_kind (event)),
                              jol_entity_get_title (JOL_ENTITY (event), language));
    }

  if (JOL_IS_YEAR (self->item))
    {
      guint n_events = jol_year_get_n_events (JOL_YEAR (self->item));

      /* Translators: the heading of a year, for a screen reader: "2022, 24 events" */
      return g_strdup_printf (ngettext ("%1$d, %2$u event", "%1$d, %2$u events", n_events),
                              jol_year_get_year (JOL_YEAR (self->item)), n_events);
    }

  return NULL;
}
