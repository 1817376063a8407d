/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JolLabelPlacer: finds room for names, one after another, the most important first. What has been
 * given a place keeps it; a name without room is left out. Names never cover each other or an
 * obstacle; they cross lines only when there is no other place. The outcome depends on nothing but
 * the calls and their order, and moves with the map. Coordinates are px of the whole world at one
 * zoom, y down. One thread.
 */
typedef struct _JolLabelPlacer JolLabelPlacer;

typedef struct
{
  double width_px;
  double ascent_px;
  double descent_px;
} JolLabelSize;

/* Where a name went: the start of its baseline, from the point that it names. */
typedef struct
{
  double dx_px;
  double dy_px;
} JolLabelOffset;

JolLabelPlacer *jol_label_placer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_label_placer_free (JolLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLabelPlacer, jol_label_placer_free)

/* A symbol: nothing may cover it. */
void jol_label_placer_add_obstacle (JolLabelPlacer *self, double x, double y, double radius_px);
/* A line of the map: names keep off it where they can. */
void jol_label_placer_add_line (JolLabelPlacer *self, const double *xy, guint n_points);

/* Beside, above or below a symbol of that radius. */
gboolean jol_label_placer_place_beside (JolLabelPlacer *self,
                                        double x,
                                        double y,
                                        double radius_px,
                                        const JolLabelSize *size,
                                        gboolean is_forced,
                                        JolLabelOffset *offset_out);
/* In the middle of an area, or a little off it. */
gboolean jol_label_placer_place_over (JolLabelPlacer *self,
                                      double x,
                                      double y,
                                      double angle,
                                      const JolLabelSize *size,
                                      double max_shift_px,
                                      double max_covered_px,
                                      JolLabelOffset *offset_out);
/* Along a line of its own, @offset_px off it, where the line is straight enough. */
gboolean jol_label_placer_place_along (JolLabelPlacer *self,
                                       const double *xy,
                                       guint n_points,
                                       double offset_px,
                                       const JolLabelSize *size,
                                       gboolean is_forced,
                                       GArray *baseline_out);

G_END_DECLS
