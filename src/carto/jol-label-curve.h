/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JolLabelCurve: a line made fit for letters: points at even steps, small bends smoothed away, and
 * which way it runs at each. Names along lines are cut out of it. Immutable. Coordinates are px, y
 * down.
 */
typedef struct _JolLabelCurve JolLabelCurve;

typedef struct
{
  double x, y;
} JolLabelPoint;

#define JOL_LABEL_STEP_PX 4.0

/* @smooth_px: bends shorter than this are not followed. */
JolLabelCurve *
jol_label_curve_new (const double *xy, guint n_points, double smooth_px) G_GNUC_WARN_UNUSED_RESULT;
void jol_label_curve_free (JolLabelCurve *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolLabelCurve, jol_label_curve_free)

guint jol_label_curve_get_n (const JolLabelCurve *self); /* points */

/* What a name asks of a piece of the curve. */
typedef struct
{
  double width_px;
  double ascent_px;
  double offset_px; /* from the curve up to the baseline; negative for below */
  double leniency;  /* times as much bend as usual */
} JolLabelRun;

/* The baseline of a name that begins at a point, read from left to right; its number of points, 0
 * where it does not fit. @cost_out: how much it bends and strays. */
guint jol_label_curve_make_baseline (const JolLabelCurve *self,
                                     guint first,
                                     const JolLabelRun *run,
                                     JolLabelPoint *out,
                                     guint max_points,
                                     double *cost_out);

G_END_DECLS
