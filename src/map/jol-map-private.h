/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolMap is one class in seven files: the widget and what lies on the map (jol-map.c), where it
 * looks (-view.c), the base map under it (-base.c), online tiles over that (-online.c), clusters
 * (-cluster.c), the pointer (-gestures.c) and the keys (-keys.c). */

#include <shumate/shumate.h>

#include "jol-basemap-source.h"
#include "jol-feature-stops.h"
#include "jol-legend.h"
#include "jol-map.h"
#include "jol-online-source.h"
#include "jol-route-layer.h"
#include "jol-scale-bar.h"

G_BEGIN_DECLS

struct _JolMap
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  ShumateMap *map;
  JolRouteLayer *layer;
  JolFeatureStops *stops;
  JolLegend *legend;
  JolScaleBar *scale_bar;
  GtkWidget *date_panel;
  GtkWidget *date_label;
  GtkWidget *credits;
  GtkWidget *credits_button;
  GtkWidget *attribution;
  GtkWidget *zoom_in;
  GtkWidget *zoom_out;

  JolSession *session;
  GSignalGroup *session_signals;
  guint rest_id; /* while the map changes */

  /* Where it looks. */
  JolViewport flight; /* where it is flying to */
  gboolean is_flying;
  JolViewport fitted; /* where the whole story was shown; zoom 0: never */
  gboolean needs_fit;
  JolBox pending_box;      /* asked for before there was a size */
  gboolean has_just_flown; /* to what was selected; until it rests */
  GdkRectangle cover;      /* empty: nothing lies over the map */
  guint tick_id;
  int width_px;
  int height_px;

  /* The base map. */
  JolTheme theme; /* of what is shown */
  JolTileStore *tiles;
  ShumateMapLayer *base;
  JolBasemapSource *source;
  ShumateMapLayer *next_base; /* in the making, not shown; or NULL */
  JolBasemapSource *next_source;
  guint swap_id;

  /* Online tiles, over it. */
  char *online_tiles;            /* see jol_online_source_new(); NULL: none are wanted */
  ShumateMapLayer *online_layer; /* or NULL */
  JolOnlineSource *online_source;
  gboolean watches_network;

  /* The pointer. */
  GtkGesture *drag;                  /* libshumate's */
  GtkGesture *swipe;                 /* libshumate's */
  double pointer_x_px, pointer_y_px; /* a scroll event has no position */
  double press_x_px, press_y_px;
  double click_x_px, click_y_px; /* where a next click at the same spot takes the next feature */
  gboolean can_cycle;
};

void jol_map_init_view (JolMap *self);
void jol_map_dispose_view (JolMap *self);
JolViewport jol_map_get_target (JolMap *self); /* where it is, or is flying to */
/* To where the session says; the change is the session's. */
void jol_map_follow_session (JolMap *self, gboolean animate);
void jol_map_show_box (JolMap *self, const JolBox *box);
/* Not nearer than @max_zoom. */
void jol_map_zoom_to_box (JolMap *self, const JolBox *box, double max_zoom);
void jol_map_fly_to_selection (JolMap *self);
/* Keeps what is under a point of the map there. */
void jol_map_zoom_about (JolMap *self, double levels, double x_px, double y_px, gboolean animate);
gboolean jol_map_can_zoom (JolMap *self, double levels); /* at all, if not so many */
void jol_map_stop_flight (JolMap *self);
void jol_map_set_size (JolMap *self, int width_px, int height_px);

void jol_map_init_base (JolMap *self);
void jol_map_dispose_base (JolMap *self);
/* Looks whether theme, scale or zoom ask for other tiles. */
void jol_map_update_base (JolMap *self);

gboolean jol_map_open_cluster (JolMap *self, const char *id);

void jol_map_dispose_online (JolMap *self);
void jol_map_update_online (JolMap *self); /* after the theme */
void jol_map_update_credits (JolMap *self);

void jol_map_init_gestures (JolMap *self);
void jol_map_init_keys (JolMap *self);

/* What follows from where the map looks: at once, and when it has come to rest. */
void jol_map_moved (JolMap *self);
/* The big date, while playing. */
void jol_map_update_date (JolMap *self);
void jol_map_set_theme (JolMap *self, JolTheme theme);

G_END_DECLS
