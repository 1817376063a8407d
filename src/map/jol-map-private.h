/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolMap is one class in several files: the widget and what lies on the map (jol-map.c), where it
 * looks (-view.c) and what is free there (-room.c), the base map under it (-base.c), online tiles
 * over that (-online.c), clusters
 * (-cluster.c), clicks and the wheel (-gestures.c), what is pointed at (-hover.c), the rubber band
 * (-band.c), the menu of a spot (-menu.c) and the keys (-keys.c). */

#include <shumate/shumate.h>

#include "jol-basemap-source.h"
#include "jol-feature-stops.h"
#include "jol-legend.h"
#include "jol-map-tip.h"
#include "jol-map.h"
#include "jol-online-source.h"
#include "jol-route-layer.h"
#include "jol-scale-bar.h"

G_BEGIN_DECLS

#define JOL_N_MAP_MOVES 6 /* four ways, nearer, farther */
#define JOL_MAP_FIT_MARGIN_PX 18.0
#define JOL_MAP_COMFORT_PX 24.0 /* around what is selected */

struct _JolMap
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  ShumateMap *map;
  JolRouteLayer *layer;
  JolFeatureStops *stops;
  JolMapTip *tip;
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
  JolViewport sent;     /* where it was last told to be, or was seen to be */
  gboolean has_resized; /* since it was */
  JolViewport fitted;   /* where the whole story was shown; zoom 0: never */
  gboolean needs_fit;
  JolBox pending_box;      /* asked for before there was a size */
  JolViewport own;         /* where a person was before the map went farther off by itself, */
  JolViewport flown;       /* and where it went; zoom 0: it did not */
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
  guint nudge_id;  /* tick callback, see jol_map_update_base() */
  guint hasten_id; /* before the layer asks for its first tiles */
  guint look_id;   /* idle, after which the layers have looked at the last nudge */
  guint n_nudges;

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

  /* What is pointed at. */
  gboolean has_pointer;     /* it is over the map, and over nothing that lies on it */
  gboolean keys_lead;       /* the keys came to a feature, and the pointer has not moved since */
  char *hover;              /* id of what the map lit, or NULL */
  gboolean is_tip_unwanted; /* of that */
  guint tip_timeout;        /* until the tip is shown */
  JolViewport tip_viewport; /* that the tip is for */

  /* The rubber band. */
  gboolean is_banding;
  graphene_rect_t band; /* not normalized */

  /* The menu. */
  GtkWidget *menu;              /* or NULL */
  GtkWidget *focus_before_menu; /* weak, or NULL */

  /* The keys. */
  guint held_moves; /* a bit each */
  guint held_keycodes[JOL_N_MAP_MOVES];
  gboolean is_shift_held;
  guint held_tick;
  gint64 held_us; /* when the last frame was */
};

void jol_map_init_view (JolMap *self);
void jol_map_dispose_view (JolMap *self);
JolViewport jol_map_get_target (JolMap *self); /* where it is, or is flying to */
/* To where the session says; the change is the session's. */
void jol_map_follow_session (JolMap *self, gboolean animate);
void jol_map_show_box (JolMap *self, const JolBox *box);
/* Not nearer than @max_zoom. */
void jol_map_zoom_to_box (JolMap *self, const JolBox *box, double max_zoom, JolOrigin origin);
void jol_map_fly_to_selection (JolMap *self);
/* Keeps what is under a point of the map there. */
void jol_map_zoom_about (JolMap *self, double levels, double x_px, double y_px, gboolean animate);
gboolean jol_map_can_zoom (JolMap *self, double levels); /* at all, if not so many */
void jol_map_stop_flight (JolMap *self);
void jol_map_stop_gliding (JolMap *self); /* after a drag */
/* At once, by px right and down and levels nearer. */
void jol_map_glide (JolMap *self, double dx_px, double dy_px, double levels);
void jol_map_center (JolMap *self, const JolPoint *point);
/* To what a part of the map shows now, all of it. */
void jol_map_show_px (JolMap *self, const graphene_rect_t *part);
void jol_map_set_size (JolMap *self, int width_px, int height_px);

/* What of the map nothing lies over: the largest of the parts beside, over and under the cover. */
GdkRectangle jol_map_get_room (JolMap *self);
void jol_map_shift_viewport (JolMap *self, JolViewport *viewport, double dx_px, double dy_px);
/* The viewport that has @box in the middle of @room, at most @max_zoom near. */
JolViewport jol_map_frame_box (JolMap *self,
                               const JolBox *box,
                               const GdkRectangle *room,
                               double margin_px,
                               double max_zoom);
/* The same for a scene of the text, of which a part may lie under the card. */
JolViewport jol_map_frame_scene (JolMap *self, const JolBox *box);
/* The map rests: the names of what is selected keep to what is free. */
void jol_map_update_room (JolMap *self);

void jol_map_init_base (JolMap *self);
void jol_map_dispose_base (JolMap *self);
/* Once it is known where the map looks: what is painted before is painted in vain. */
void jol_map_show_base (JolMap *self);
/* The map looks elsewhere. */
void jol_map_follow_base (JolMap *self);
/* Looks whether theme, scale or zoom ask for other tiles. */
void jol_map_update_base (JolMap *self);

gboolean jol_map_open_cluster (JolMap *self, const char *id);

void jol_map_dispose_online (JolMap *self);
void jol_map_update_online (JolMap *self); /* after the theme */
void jol_map_update_credits (JolMap *self);

void jol_map_init_gestures (JolMap *self);
/* (transfer full), NULL-terminated, never NULL; see jol_hit_at() */
char **jol_map_find_hits (JolMap *self, double x_px, double y_px) G_GNUC_WARN_UNUSED_RESULT;

void jol_map_init_hover (JolMap *self);
void jol_map_dispose_hover (JolMap *self);
/* Looks what lies under a pointer at rest, and tells of it as it is at the date. */
void jol_map_refresh_hover (JolMap *self);
/* The map looks elsewhere. Cheap: each frame of a pan. */
void jol_map_follow_hover (JolMap *self, const JolViewport *viewport);
/* Until something else is pointed at. */
void jol_map_dismiss_tip (JolMap *self);

void jol_map_init_band (JolMap *self, GtkGesture *click);
void jol_map_snapshot_band (JolMap *self, GtkSnapshot *snapshot);
gboolean jol_map_cancel_band (JolMap *self); /* whether there was one */

void jol_map_class_init_menu (GtkWidgetClass *widget_class);
void jol_map_init_menu (JolMap *self);
void jol_map_dispose_menu (JolMap *self);
void jol_map_open_menu (JolMap *self, double x_px, double y_px);
void jol_map_open_menu_at_focus (JolMap *self);
gboolean jol_map_has_menu (JolMap *self);

void jol_map_init_keys (JolMap *self);
void jol_map_dispose_keys (JolMap *self);

/* What follows from where the map looks: at once, and when it has come to rest. */
void jol_map_moved (JolMap *self);
/* What waits until the map rests is done when nothing has asked for it for a while. */
void jol_map_queue_rest (JolMap *self);
/* The big date, while playing. */
void jol_map_update_date (JolMap *self);
void jol_map_set_theme (JolMap *self, JolTheme theme);

G_END_DECLS
