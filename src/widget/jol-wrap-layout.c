/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-wrap-layout.h"

struct _JolWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JolWrapLayout, jol_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
choose_width (GtkWidget *child, int room)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (MIN (natural, room), minimum);
}

/* The last child of the row that @first begins, its height, and the room that is left in it. */
static GtkWidget *
fill_row (JolWrapLayout *self, GtkWidget *first, int width, int *height_out, int *left_out)
{
  GtkWidget *last = NULL;
  int x = 0, height = 0;

  for (GtkWidget *child = first; child; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;

      child_width = choose_width (child, width);
      if (last && x + self->spacing + child_width > width)
        break;

      x += (last ? self->spacing : 0) + child_width;
      height = MAX (height, get_height (child, child_width));
      last = child;
    }

  *height_out = height;
  *left_out = MAX (width - x, 0);
  return last;
}

static GtkSizeRequestMode
jol_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (JolWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  gboolean is_first = TRUE;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (is_first ? 0 : self->spacing);
      is_first = FALSE;
    }
}

static void
jol_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  JolWrapLayout *self = JOL_WRAP_LAYOUT (manager);
  int total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  if (for_size < 0)
    for_size = G_MAXINT;
  for (GtkWidget *first = gtk_widget_get_first_child (widget); first;)
    {
      int height, left;
      GtkWidget *last = fill_row (self, first, for_size, &height, &left);

      if (!last)
        break;
      if (left > 0 && gtk_widget_compute_expand (last, GTK_ORIENTATION_HORIZONTAL) &&
          for_size < G_MAXINT)
        height = MAX (height, get_height (last, choose_width (last, for_size) + left));
      total += height + (total > 0 ? self->line_spacing : 0);
      first = gtk_widget_get_next_sibling (last);
    }

  *minimum = *natural = total;
}

static void
jol_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  JolWrapLayout *self = JOL_WRAP_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget); first;)
    {
      int row_height, left, x = 0;
      GtkWidget *last = fill_row (self, first, width, &row_height, &left);

      if (!last)
        break;
      for (GtkWidget *child = first;; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation place;

          if (gtk_widget_should_layout (child))
            {
              place.width = choose_width (child, width);
              if (child == last && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
                place.width += left;
              place.height = row_height;
              place.x = is_rtl ? width - x - place.width : x;
              place.y = y;
              gtk_widget_size_allocate (child, &place, -1);
              x += place.width + self->spacing;
            }
          if (child == last)
            break;
        }
      y += row_height + self->line_spacing;
      first = gtk_widget_get_next_sibling (last);
    }
}

static void
jol_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolWrapLayout *self = JOL_WRAP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_space (JolWrapLayout *self, int *field, int value, guint id)
{
  if (*field == value)
    return;

  *field = value;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
jol_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JolWrapLayout *self = JOL_WRAP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      set_space (self, &self->spacing, g_value_get_int (value), id);
      break;
    case PROP_LINE_SPACING:
      set_space (self, &self->line_spacing, g_value_get_int (value), id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jol_wrap_layout_class_init (JolWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jol_wrap_layout_get_property;
  object_class->set_property = jol_wrap_layout_set_property;

  manager_class->get_request_mode = jol_wrap_layout_get_request_mode;
  manager_class->measure = jol_wrap_layout_measure;
  manager_class->allocate = jol_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_LINE_SPACING] =
      g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jol_wrap_layout_init (JolWrapLayout *self)
{
}

GtkLayoutManager *
jol_wrap_layout_new (int spacing, int line_spacing)
{
  return g_object_new (JOL_TYPE_WRAP_LAYOUT, "spacing", spacing, "line-spacing", line_spacing,
                       NULL);
}
