/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-scene.h"

G_BEGIN_DECLS

/*
 * JolFeatureStop: a route or place that is in view, as something the keyboard stops at and a screen
 * reader can name. GTK 4.8 cannot expose what is only drawn. Nothing is seen of it but a ring when
 * it has the focus; pressing it selects.
 */
#define JOL_TYPE_FEATURE_STOP (jol_feature_stop_get_type ())
G_DECLARE_FINAL_TYPE (JolFeatureStop, jol_feature_stop, JOL, FEATURE_STOP, GtkButton)

#define JOL_FEATURE_STOP_PX 28

GtkWidget *jol_feature_stop_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *jol_feature_stop_get_id (JolFeatureStop *self);
const char *jol_feature_stop_get_name (JolFeatureStop *self);
void jol_feature_stop_set_name (JolFeatureStop *self, const char *name);
JolWorldPoint jol_feature_stop_get_at (JolFeatureStop *self);
void jol_feature_stop_set_at (JolFeatureStop *self, const JolWorldPoint *at);

/* "Caspian Pipeline Consortium, oil pipeline, operating" */
char *jol_feature_stop_describe_route (const JolSceneRoute *route) G_GNUC_WARN_UNUSED_RESULT;
char *jol_feature_stop_describe_place (const JolScenePlaceMark *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
