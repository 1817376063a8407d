/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GtkPaned cannot be narrower than its children together, and AdwLeaflet folds two. This container
 * asks for no more than the narrowest window has, and decides what to show when it is given its
 * size: a pane that is folded away is not allocated (child-visible), which is allowed at that
 * moment and needs no second pass, as hiding it would.
 */
#include "config.h"

#include "jol-window-layout.h"

#include <glib/gi18n.h>

#define MIN_WIDTH_PX 320
#define MIN_SIDE_PX 220
#define MIN_MAP_PX 320
#define EDGE_PX 9 /* of the handle over an edge, so that it can be hit */
#define KEY_STEP_PX 16

enum
{
  PROP_SHOW_TIMELINE = 1,
  PROP_SHOW_READER,
  PROP_FOLD,
  N_PROPERTIES,
};

struct _JolWindowLayout
{
  GtkWidget parent_instance;

  GtkWidget *panes[JOL_N_PANES];
  GtkWidget *edges[JOL_N_PANES]; /* of the timeline and the reader */
  GtkWidget *switcher;
  GtkToggleButton *buttons[JOL_N_PANES];

  JolFold fold;
  JolPane current; /* when there is no room for all: the one beside the map, or alone */
  gboolean is_wanted[JOL_N_PANES];
  int width_px[JOL_N_PANES];
  gboolean was_shown[JOL_N_PANES];
};

static GParamSpec *properties[N_PROPERTIES];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JolWindowLayout,
                               jol_window_layout,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static gboolean
is_shown_when (JolWindowLayout *self, JolFold fold, JolPane pane)
{
  switch (fold)
    {
    case JOL_FOLD_WIDE:
      return pane == JOL_PANE_MAP || self->is_wanted[pane];
    case JOL_FOLD_MEDIUM:
      return pane == JOL_PANE_MAP || pane == self->current;
    case JOL_FOLD_NARROW:
    default:
      return pane == self->current;
    }
}

static void
notify_shown (JolWindowLayout *self)
{
  const int ids[JOL_N_PANES] = {
    [JOL_PANE_TIMELINE] = PROP_SHOW_TIMELINE, [JOL_PANE_READER] = PROP_SHOW_READER
  };

  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      const gboolean is_shown = is_shown_when (self, self->fold, i);

      if (self->was_shown[i] == is_shown)
        continue;
      self->was_shown[i] = is_shown;
      if (ids[i])
        g_object_notify_by_pspec (G_OBJECT (self), properties[ids[i]]);
    }
  gtk_toggle_button_set_active (self->buttons[self->current], TRUE);
}

/* What is seen first in a fold, coming from a wider one or at the start. */
static void
set_fold (JolWindowLayout *self, JolFold fold)
{
  if (self->fold == fold)
    return;

  if (fold == JOL_FOLD_NARROW)
    self->current = JOL_PANE_MAP;
  else if (self->fold == JOL_FOLD_WIDE || self->current == JOL_PANE_MAP)
    self->current = self->is_wanted[JOL_PANE_TIMELINE] ? JOL_PANE_TIMELINE
                    : self->is_wanted[JOL_PANE_READER] ? JOL_PANE_READER
                                                       : JOL_PANE_MAP;
  self->fold = fold;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLD]);
}

static JolFold
get_fold_for (int width_px)
{
  if (width_px >= JOL_LAYOUT_WIDE_PX)
    return JOL_FOLD_WIDE;
  return width_px >= JOL_LAYOUT_MEDIUM_PX ? JOL_FOLD_MEDIUM : JOL_FOLD_NARROW;
}

static void
show_current (JolWindowLayout *self, JolPane pane)
{
  self->current = pane;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  notify_shown (self);
}

static void
button_toggled_cb (JolWindowLayout *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      if (button == self->buttons[i] && self->current != i)
        show_current (self, i);
    }
}

/* Of which pane @edge is the edge, and towards which side that pane grows. */
static JolPane
find_pane (JolWindowLayout *self, GtkWidget *edge, int *sign_out)
{
  const gboolean is_timeline = edge == self->edges[JOL_PANE_TIMELINE];
  const gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  *sign_out = is_timeline == is_mirrored ? -1 : 1;
  return is_timeline ? JOL_PANE_TIMELINE : JOL_PANE_READER;
}

static void
drag_begin_cb (JolWindowLayout *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (JolWindowLayout *self, double x, double y, GtkGesture *gesture)
{
  GtkWidget *edge = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  int sign;
  JolPane pane = find_pane (self, edge, &sign);
  graphene_point_t start, now;
  double start_x, start_y;

  /* The edge moves under the pointer: only places in the container can be compared. */
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y);
  if (!gtk_widget_compute_point (edge, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (start_x + x), 0), &now) ||
      !gtk_widget_compute_point (self->panes[pane], GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0),
                                 &start))
    return;
  if (sign > 0)
    jol_window_layout_set_width (self, pane, (int) (now.x - start.x));
  else
    jol_window_layout_set_width (
        self, pane, (int) (start.x + gtk_widget_get_allocated_width (self->panes[pane]) - now.x));
}

static gboolean
edge_key_cb (JolWindowLayout *self,
             guint key,
             guint code,
             GdkModifierType modifiers,
             GtkEventController *controller)
{
  int sign;
  JolPane pane = find_pane (self, gtk_event_controller_get_widget (controller), &sign);
  const int step = key == GDK_KEY_Left ? -KEY_STEP_PX : key == GDK_KEY_Right ? KEY_STEP_PX : 0;

  if (step == 0 || modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  jol_window_layout_set_width (self, pane,
                               gtk_widget_get_allocated_width (self->panes[pane]) + sign * step);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_edge (JolWindowLayout *self, const char *label)
{
  GtkWidget *edge = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_SEPARATOR,
                                  "css-name", "joledge", "focusable", TRUE, NULL);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (edge), line);
  gtk_widget_set_cursor_from_name (edge, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edge), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (edge, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (edge_key_cb), self);
  gtk_widget_add_controller (edge, keys);
  gtk_widget_set_parent (edge, GTK_WIDGET (self));
  return edge;
}

static void
make_switcher (JolWindowLayout *self)
{
  const char *labels[JOL_N_PANES] = { _ ("Timeline"), _ ("Map"), _ ("Article") };

  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->switcher), TRUE);
  gtk_widget_add_css_class (self->switcher, "jol-switcher");
  gtk_widget_add_css_class (self->switcher, "toolbar");
  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (labels[i]));
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "flat");
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (button_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->switcher), GTK_WIDGET (self->buttons[i]));
    }
  gtk_toggle_button_set_active (self->buttons[self->current], TRUE);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  const char *types[JOL_N_PANES] = { "timeline", "map", "reader" };
  JolWindowLayout *self = JOL_WINDOW_LAYOUT (buildable);

  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      if (g_strcmp0 (type, types[i]) == 0)
        {
          self->panes[i] = GTK_WIDGET (child);
          /* First in order, so that the edges lie over them, and Tab goes as one reads. */
          gtk_widget_insert_before (self->panes[i], GTK_WIDGET (self),
                                    self->edges[JOL_PANE_TIMELINE]);
          return;
        }
    }
  parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
jol_window_layout_dispose (GObject *object)
{
  JolWindowLayout *self = JOL_WINDOW_LAYOUT (object);

  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      g_clear_pointer (&self->panes[i], gtk_widget_unparent);
      g_clear_pointer (&self->edges[i], gtk_widget_unparent);
      self->buttons[i] = NULL;
    }
  g_clear_pointer (&self->switcher, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_window_layout_parent_class)->dispose (object);
}

static void
jol_window_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JolWindowLayout *self = JOL_WINDOW_LAYOUT (object);

  switch (id)
    {
    case PROP_SHOW_TIMELINE:
      g_value_set_boolean (value, jol_window_layout_get_shown (self, JOL_PANE_TIMELINE));
      break;
    case PROP_SHOW_READER:
      g_value_set_boolean (value, jol_window_layout_get_shown (self, JOL_PANE_READER));
      break;
    case PROP_FOLD:
      g_value_set_int (value, self->fold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GtkSizeRequestMode
jol_window_layout_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
jol_window_layout_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  JolWindowLayout *self = JOL_WINDOW_LAYOUT (widget);
  int switcher_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH_PX;
      *natural = JOL_LAYOUT_WIDE_PX;
      return;
    }

  /* The sides scroll, and need less than the map with the strip. Asking them would lay out every
   * row of the timeline for a width that it will never have. */
  gtk_widget_measure (self->panes[JOL_PANE_MAP], orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->switcher, orientation, -1, &switcher_height, NULL, NULL, NULL);
  if (self->fold == JOL_FOLD_NARROW)
    {
      *minimum += switcher_height;
      *natural += switcher_height;
    }
}

/* The widths of the panes in a window of @width_px: the sides give way before the map does. */
static void
share_width (JolWindowLayout *self, int width_px, int widths[JOL_N_PANES])
{
  int excess = MIN_MAP_PX - width_px;

  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      widths[i] = 0;
      if (i != JOL_PANE_MAP && gtk_widget_get_child_visible (self->panes[i]))
        {
          widths[i] = MAX (self->width_px[i], MIN_SIDE_PX);
          excess += widths[i];
        }
    }
  for (guint i = 0; i < JOL_N_PANES && excess > 0; i++)
    {
      const int given = CLAMP (excess, 0, MAX (widths[i] - MIN_SIDE_PX, 0));

      widths[i] -= given;
      excess -= given;
    }
  widths[JOL_PANE_MAP] = width_px - widths[JOL_PANE_TIMELINE] - widths[JOL_PANE_READER];
}

static void
allocate (JolWindowLayout *self, GtkWidget *child, int x, int y, int width, int height)
{
  const int full_width = gtk_widget_get_width (GTK_WIDGET (self));
  int minimum_width;

  /* What is given less than it needs may draw nonsense; cut off, it only looks so for a while. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  width = MAX (width, minimum_width);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = full_width - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
jol_window_layout_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolWindowLayout *self = JOL_WINDOW_LAYOUT (widget);
  int widths[JOL_N_PANES], x = 0;
  gboolean is_narrow;

  set_fold (self, get_fold_for (width));
  is_narrow = self->fold == JOL_FOLD_NARROW;
  for (guint i = 0; i < JOL_N_PANES; i++)
    {
      const gboolean is_shown = is_shown_when (self, self->fold, i);

      gtk_widget_set_child_visible (self->panes[i], is_shown);
      if (self->edges[i])
        gtk_widget_set_child_visible (self->edges[i], is_shown && !is_narrow);
    }

  gtk_widget_set_child_visible (self->switcher, is_narrow);
  if (is_narrow)
    {
      int switcher_height;

      gtk_widget_measure (self->switcher, GTK_ORIENTATION_VERTICAL, -1, &switcher_height, NULL,
                          NULL, NULL);
      height = MAX (height - switcher_height, 0);
      allocate (self, self->switcher, 0, height, width, switcher_height);
      allocate (self, self->panes[self->current], 0, 0, width, height);
    }
  else
    {
      share_width (self, width, widths);
      for (guint i = 0; i < JOL_N_PANES; i++)
        {
          const int edge_x = i == JOL_PANE_TIMELINE ? x + widths[i] : x;

          if (gtk_widget_get_child_visible (self->panes[i]))
            allocate (self, self->panes[i], x, 0, widths[i], height);
          if (self->edges[i] && gtk_widget_get_child_visible (self->edges[i]))
            allocate (self, self->edges[i], edge_x - EDGE_PX / 2 - 1, 0, EDGE_PX, height);
          x += widths[i];
        }
    }
  notify_shown (self);
}

static void
jol_window_layout_class_init (JolWindowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = jol_window_layout_dispose;
  object_class->get_property = jol_window_layout_get_property;
  widget_class->get_request_mode = jol_window_layout_get_request_mode;
  widget_class->measure = jol_window_layout_measure;
  widget_class->size_allocate = jol_window_layout_size_allocate;

  properties[PROP_SHOW_TIMELINE] = g_param_spec_boolean ("show-timeline", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_READER] = g_param_spec_boolean ("show-reader", NULL, NULL, TRUE, flags);
  properties[PROP_FOLD] =
      g_param_spec_int ("fold", NULL, NULL, JOL_FOLD_WIDE, JOL_FOLD_NARROW, JOL_FOLD_WIDE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "jolwindowlayout");
}

static void
jol_window_layout_init (JolWindowLayout *self)
{
  self->current = JOL_PANE_MAP;
  self->width_px[JOL_PANE_TIMELINE] = JOL_TIMELINE_WIDTH_PX;
  self->width_px[JOL_PANE_READER] = JOL_READER_WIDTH_PX;
  for (guint i = 0; i < JOL_N_PANES; i++)
    self->is_wanted[i] = self->was_shown[i] = TRUE;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->edges[JOL_PANE_TIMELINE] = make_edge (self, _ ("Width of the timeline"));
  self->edges[JOL_PANE_READER] = make_edge (self, _ ("Width of the article"));
  make_switcher (self);
}

JolFold
jol_window_layout_get_fold (JolWindowLayout *self)
{
  g_return_val_if_fail (JOL_IS_WINDOW_LAYOUT (self), JOL_FOLD_WIDE);

  return self->fold;
}

GtkWidget *
jol_window_layout_get_pane (JolWindowLayout *self, JolPane pane)
{
  g_return_val_if_fail (JOL_IS_WINDOW_LAYOUT (self), NULL);
  g_return_val_if_fail (pane < JOL_N_PANES, NULL);

  return self->panes[pane];
}

gboolean
jol_window_layout_get_shown (JolWindowLayout *self, JolPane pane)
{
  g_return_val_if_fail (JOL_IS_WINDOW_LAYOUT (self), FALSE);
  g_return_val_if_fail (pane < JOL_N_PANES, FALSE);

  return is_shown_when (self, self->fold, pane);
}

void
jol_window_layout_set_shown (JolWindowLayout *self, JolPane pane, gboolean is_shown)
{
  g_return_if_fail (JOL_IS_WINDOW_LAYOUT (self));
  g_return_if_fail (pane < JOL_N_PANES);

  if (self->fold == JOL_FOLD_WIDE)
    jol_window_layout_set_wanted (self, pane, is_shown);
  else if (is_shown)
    show_current (self, pane);
  else if (self->current == pane)
    show_current (self, JOL_PANE_MAP);
}

void
jol_window_layout_go_to_map (JolWindowLayout *self)
{
  g_return_if_fail (JOL_IS_WINDOW_LAYOUT (self));

  if (self->fold == JOL_FOLD_NARROW)
    show_current (self, JOL_PANE_MAP);
}

gboolean
jol_window_layout_get_wanted (JolWindowLayout *self, JolPane pane)
{
  g_return_val_if_fail (JOL_IS_WINDOW_LAYOUT (self), FALSE);
  g_return_val_if_fail (pane < JOL_N_PANES, FALSE);

  return self->is_wanted[pane];
}

void
jol_window_layout_set_wanted (JolWindowLayout *self, JolPane pane, gboolean is_wanted)
{
  g_return_if_fail (JOL_IS_WINDOW_LAYOUT (self));
  g_return_if_fail (pane < JOL_N_PANES);

  is_wanted = !!is_wanted || pane == JOL_PANE_MAP;
  if (self->is_wanted[pane] == is_wanted)
    return;

  self->is_wanted[pane] = is_wanted;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  notify_shown (self);
}

int
jol_window_layout_get_width (JolWindowLayout *self, JolPane pane)
{
  g_return_val_if_fail (JOL_IS_WINDOW_LAYOUT (self), 0);
  g_return_val_if_fail (pane < JOL_N_PANES, 0);

  return self->width_px[pane];
}

void
jol_window_layout_set_width (JolWindowLayout *self, JolPane pane, int width_px)
{
  const int most = gtk_widget_get_width (GTK_WIDGET (self)) - MIN_MAP_PX;

  g_return_if_fail (JOL_IS_WINDOW_LAYOUT (self));
  g_return_if_fail (pane == JOL_PANE_TIMELINE || pane == JOL_PANE_READER);

  if (most >= MIN_SIDE_PX)
    width_px = MIN (width_px, most);
  width_px = MAX (width_px, MIN_SIDE_PX);
  if (self->width_px[pane] == width_px)
    return;

  self->width_px[pane] = width_px;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
