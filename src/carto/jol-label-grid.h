/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JolLabelGrid: what lies where, for the label placer: boxes that are taken, boxes that are
 * reserved, and segments of lines.
 * A query looks only at the cells that its box touches. Coordinates are px. One thread. */
typedef struct _JolLabelGrid JolLabelGrid;

typedef struct
{
  double x0, y0, x1, y1;
} JolLabelBox;

JolLabelGrid *jol_label_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_label_grid_free (JolLabelGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLabelGrid, jol_label_grid_free)

/* Outside nothing is free. */
void jol_label_grid_set_bounds (JolLabelGrid *self, const JolLabelBox *bounds);
/* Nothing is free there either, until it is put away. */
void jol_label_grid_add_panel (JolLabelGrid *self, const JolLabelBox *panel);
void jol_label_grid_clear_panels (JolLabelGrid *self);
void jol_label_grid_take (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes);
gboolean jol_label_grid_is_free (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes);

/* A reservation is no bar, but who can do without its boxes leaves them. Returns its number. */
guint jol_label_grid_reserve (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes);
void jol_label_grid_release (JolLabelGrid *self, guint reservation);
gboolean jol_label_grid_is_reserved (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes);

void jol_label_grid_add_line (JolLabelGrid *self, const double *xy, guint n_points);
/* Px of all lines inside the boxes. */
double jol_label_grid_get_covered (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes);

G_END_DECLS
