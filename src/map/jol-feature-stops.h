/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-scene.h"

G_BEGIN_DECLS

#define JOL_MAX_FEATURE_STOPS 60

/*
 * JolFeatureStops: the layer over the map that holds a JolFeatureStop for each feature in view, at
 * most JOL_MAX_FEATURE_STOPS. Tab goes through them by importance. The pointer goes through all of
 * it to the map.
 *
 * Signals:
 *   activated (const char *id): a stop was pressed.
 *   entered (const char *id): the focus came to a stop, or left them all (NULL).
 */
#define JOL_TYPE_FEATURE_STOPS (jol_feature_stops_get_type ())
G_DECLARE_FINAL_TYPE (JolFeatureStops, jol_feature_stops, JOL, FEATURE_STOPS, GtkWidget)

GtkWidget *jol_feature_stops_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the stops anew for what @scene shows; those of features still in view are kept. */
void jol_feature_stops_update (JolFeatureStops *self, JolScene *scene);
/* The same features seen from elsewhere: only a stop with the focus must move with the map. */
void jol_feature_stops_move (JolFeatureStops *self, const JolTransform *transform);

/* Where the stop is that has the focus; FALSE, and nothing set, when none has. */
gboolean jol_feature_stops_get_focus (JolFeatureStops *self, double *x_px_out, double *y_px_out);
/* More about what the focus is on, for a screen reader. */
void jol_feature_stops_describe_focus (JolFeatureStops *self, const char *text);

guint jol_feature_stops_get_n_stops (JolFeatureStops *self);

G_END_DECLS
