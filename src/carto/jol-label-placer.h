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
 *
 * A name that had a place before (at an earlier date, say) asks for that one: it is given again
 * when it is still free. All such places are reserved first, so that names which are new go
 * elsewhere if they can.
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

/* In the middle of an area, or a little off it. */
typedef struct
{
  double angle; /* of the baseline, radians, clockwise */
  /* How far from the middle it may stand, or it would seem to name a neighbour. */
  double max_along_px, max_across_px;
  double max_covered_px; /* of lines; a name that would cover more is left out */
  /* What a position costs beside that, ≥ 0, for the start of the baseline; or NULL. */
  double (*get_cost) (double x, double y, gpointer data);
  gpointer data;
} JolLabelArea;

/* Along a line, where it is straight enough. */
typedef struct
{
  const double *xy; /* x, y pairs */
  guint n_points;
  double offset_px;   /* from the line to the baseline; the name stands above it */
  double smooth_px;   /* bends shorter than this are not followed */
  gboolean has_below; /* it may stand below the line too */
  gboolean is_forced; /* and where the line turns a little more than usual */
} JolLabelLine;

JolLabelPlacer *jol_label_placer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_label_placer_free (JolLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLabelPlacer, jol_label_placer_free)

/* Names are placed only inside, and not where something stands on the map. */
void jol_label_placer_set_bounds (JolLabelPlacer *self, double x0, double y0, double x1, double y1);
void jol_label_placer_add_panel (JolLabelPlacer *self, double x0, double y0, double x1, double y1);
/* Neither holds for the names that come. */
void jol_label_placer_free_room (JolLabelPlacer *self);
/* A symbol: nothing may cover it. */
void jol_label_placer_add_obstacle (JolLabelPlacer *self, double x, double y, double radius_px);
/* Whether nothing is there yet. */
gboolean jol_label_placer_has_room (JolLabelPlacer *self, double x, double y, double radius_px);
/* A line of the map: names keep off it where they can. */
void jol_label_placer_add_line (JolLabelPlacer *self, const double *xy, guint n_points);

/* Where a name was: straight from where its baseline starts, or along the baseline. */
guint jol_label_placer_reserve (JolLabelPlacer *self,
                                double x,
                                double y,
                                double angle,
                                const JolLabelSize *size);
guint jol_label_placer_reserve_along (JolLabelPlacer *self,
                                      const double *baseline,
                                      guint n_points,
                                      const JolLabelSize *size);
/* Where a symbol and its name will be one day. */
guint jol_label_placer_reserve_beside (JolLabelPlacer *self,
                                       double x,
                                       double y,
                                       double radius_px,
                                       const JolLabelSize *size);
/* Its name is about to be placed, or is no longer wanted. */
void jol_label_placer_release (JolLabelPlacer *self, guint reservation);

/* Beside, above or below a symbol of that radius. @before: where it was, or NULL. */
gboolean jol_label_placer_place_beside (JolLabelPlacer *self,
                                        double x,
                                        double y,
                                        double radius_px,
                                        const JolLabelSize *size,
                                        gboolean is_forced,
                                        const JolLabelOffset *before,
                                        JolLabelOffset *offset_out);
gboolean jol_label_placer_place_over (JolLabelPlacer *self,
                                      double x,
                                      double y,
                                      const JolLabelArea *area,
                                      const JolLabelSize *size,
                                      const JolLabelOffset *before,
                                      JolLabelOffset *offset_out);
/* @baseline_out (of double): x, y pairs, from left to right. */
gboolean jol_label_placer_place_along (JolLabelPlacer *self,
                                       const JolLabelLine *line,
                                       const JolLabelSize *size,
                                       GArray *baseline_out);
/* A straight or bent name exactly where it was, if that is free. */
gboolean jol_label_placer_place_again (JolLabelPlacer *self,
                                       const double *baseline,
                                       guint n_points,
                                       const JolLabelSize *size);

G_END_DECLS
