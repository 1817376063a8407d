/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-beside.h"

/* Of the first child, when it lies beside the other. */
#define MIN_BESIDE_PX 260
/* Of the height, when it lies over the other. */
#define OVER_SHARE 0.42

struct _JolBeside
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (JolBeside, jol_beside, GTK_TYPE_WIDGET)

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *min, int *natural)
{
  *min = *natural = 0;
  if (child)
    gtk_widget_measure (child, orientation, for_size, min, natural, NULL, NULL);
}

static void
jol_beside_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first ? gtk_widget_get_next_sibling (first) : NULL;
  int first_min, first_natural, second_min, second_natural;

  measure_child (first, orientation, -1, &first_min, &first_natural);
  measure_child (second, orientation, -1, &second_min, &second_natural);

  /* It must be possible to make it as narrow, and as low, as the way that needs less. */
  *minimum = MAX (first_min, second_min);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = first_min + second_min;
  *natural = MAX (first_natural + second_natural, *minimum);
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  if (child)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
jol_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first ? gtk_widget_get_next_sibling (first) : NULL;
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first_min, second_min, unused;

  measure_child (second, GTK_ORIENTATION_HORIZONTAL, -1, &second_min, &unused);
  measure_child (first, GTK_ORIENTATION_HORIZONTAL, -1, &first_min, &unused);
  if (width >= second_min + MAX (first_min, MIN_BESIDE_PX))
    {
      const int first_width = width - second_min;

      allocate_child (first, is_mirrored ? second_min : 0, 0, first_width, height);
      allocate_child (second, is_mirrored ? 0 : first_width, 0, second_min, height);
      return;
    }

  measure_child (first, GTK_ORIENTATION_VERTICAL, width, &first_min, &unused);
  measure_child (second, GTK_ORIENTATION_VERTICAL, width, &second_min, &unused);
  first_min = MAX (first_min, MIN ((int) (height * OVER_SHARE), height - second_min));
  allocate_child (first, 0, 0, width, first_min);
  allocate_child (second, 0, first_min, width, MAX (height - first_min, second_min));
}

static void
jol_beside_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (jol_beside_parent_class)->dispose (object);
}

static void
jol_beside_class_init (JolBesideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_beside_dispose;
  GTK_WIDGET_CLASS (klass)->measure = jol_beside_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = jol_beside_size_allocate;
}

static void
jol_beside_init (JolBeside *self)
{
}
