/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "jol-palette.h"
#include "jol-projection.h"
#include "jol-route-change.h"

G_BEGIN_DECLS

/*
 * JolScene: a frozen value that says what a map picture shows: nothing in it has to be looked up or
 * decided any more. Screen, exports, hit test and accessible features all read the same one, so
 * what is clicked is what is seen. Geometry is in normalized Web Mercator, sizes in px.
 * Reference-counted, any thread.
 */
typedef struct _JolScene JolScene;

#define JOL_TYPE_SCENE (jol_scene_get_type ())
GType jol_scene_get_type (void);

typedef struct
{
  JolWorldPoint *points;
  guint n_points;
} JolWorldLine;

/* On a route, pointing along its lines. */
typedef struct
{
  JolWorldPoint at;
  double angle; /* radians, clockwise from east */
} JolSceneArrow;

typedef struct
{
  const char *id;
  const char *title;
  const JolWorldLine *lines; /* as they are drawn: beside those that share their corridor */
  guint n_lines;
  const JolSceneArrow *arrows;
  guint n_arrows;
  JolWorldBox box;
  JolCommodity commodity;
  JolMode mode;
  JolStatus status;
  JolRouteChange change;    /* between the dates compared; as before when none are */
  const char *change_words; /* "Appeared: operating since 2009"; NULL when no dates are compared */
  JolDate changed_on;       /* since when it is what it is at the later date; may be unset */
  JolDirection direction;
  guint kinds; /* bits by JolMapKind: which rows of the legend explain it */
  double width_px;
  JolColor color; /* with the status' alpha in it */
  JolColor casing;
  const double *dash_px; /* NULL for solid */
  guint n_dash;
  int cap;          /* JolCap: round ends make dots of very short dashes */
  double casing_px; /* at each side */
  JolColor rim;     /* outside the casing, when it has appeared or changed */
  double rim_px;    /* at each side; 0 without one */
  gboolean is_selected;
  gboolean is_related; /* belongs to what is selected */
  gboolean is_hovered;
  gboolean is_dimmed; /* something else is selected */
} JolSceneRoute;

/* One of the places that a cluster stands for. */
typedef struct
{
  const char *id;
  const char *title;
  JolWorldPoint at;
  guint n_summits;
} JolSceneMember;

/* The mark of a place, or of several that would overlap: a cluster. That one stands at its most
 * important place and has its kind and title; its id is no id of the story, see
 * jol_scene_find_cluster(). */
typedef struct
{
  const char *id;
  const char *title;
  JolWorldPoint at;
  int kind;        /* JolPlaceKind */
  guint n_summits; /* up to the date, of all members; shown in the symbol when > 0 */
  double radius_px;
  gboolean is_selected;
  gboolean is_related;
  gboolean is_hovered;
  gboolean is_lifted; /* shown only while hovered: over the cluster it is in, or at any zoom */
  const JolSceneMember *members; /* of a cluster, the most important first, or NULL */
  guint n_members;               /* 0 for a single place, else at least 2 */
  const char *summary;           /* of a cluster: "Almaty, Cholpon-Ata and 2 more" */
  double apart_zoom; /* from which zoom on a cluster is more than one mark; above JOL_MAX_ZOOM:
                        never */
} JolScenePlaceMark;

/* From the capital of a participant to where the selected event was held: a great circle. */
typedef struct
{
  JolWorldLine line;
  const char *country;
} JolSceneArc;

typedef enum
{
  JOL_LABEL_COUNTRY,
  JOL_LABEL_WATER,
  JOL_LABEL_CITY,
  JOL_LABEL_PLACE,
  JOL_LABEL_ROUTE,
  JOL_LABEL_RANGE, /* deserts, ranges */
} JolLabelKind;

/* Placed already: the baseline's start (or its middle, by anchor) is at the world point plus the
 * offset. */
typedef struct
{
  const char *text;
  JolLabelKind kind;
  JolWorldPoint at;
  double dx_px, dy_px;
  double angle; /* radians, clockwise */
  double width_px, ascent_px, descent_px;
  double size_px;
  double spacing_px;
  int font_style; /* JolFontStyle */
  int anchor;     /* JolAnchor */
  double halo_px;
  double dot_px;             /* radius of the dot that marks a city at the world point; 0: none */
  const JolWorldPoint *path; /* baseline of one that is written along a line, or NULL */
  guint n_path;
  JolColor color;
  JolColor halo;
  const char *feature_id; /* what it names, or NULL */
} JolSceneLabel;

#define JOL_MAX_LEGEND_ROWS 27

/* A kind of thing the map shows, or hides; or what only pictures explain. */
typedef struct
{
  const char *label;
  int kind; /* JolLegendKind */
  JolColor color;
  double width_px;
  double dash_px[4];
  guint n_dash;        /* 0 for solid */
  int cap;             /* JolCap */
  int symbol;          /* JolPlaceKind */
  double widths_px[2]; /* of the thinnest and the widest line, on the map */
  JolColor rim;        /* as of a route; of a disputed area its edge */
  double rim_px;
  gboolean is_crossed; /* has ended */
  int map_kind;        /* JolMapKind: what the row stands for, and hides; -1: nothing to hide */
  guint count;         /* how many the map shows at the date, or would if they were not hidden */
  gboolean is_hidden;
  gboolean is_compared; /* the count is of two dates */
} JolLegendRow;

typedef enum
{
  JOL_LEGEND_LINE,
  JOL_LEGEND_RAIL,
  JOL_LEGEND_CHANGE, /* of a line, between two dates */
  JOL_LEGEND_CIRCLE,
  JOL_LEGEND_SYMBOL,
  JOL_LEGEND_WIDTH, /* these are no filter */
  JOL_LEGEND_ARC,   /* to a summit */
  JOL_LEGEND_CLUSTER,
  JOL_LEGEND_DISPUTED, /* of the base map */
  JOL_LEGEND_NOTE,     /* words alone */
} JolLegendKind;

JolScene *jol_scene_ref (JolScene *self);
void jol_scene_unref (JolScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolScene, jol_scene_unref)

int jol_scene_get_width (const JolScene *self);  /* px */
int jol_scene_get_height (const JolScene *self); /* px */
JolTheme jol_scene_get_theme (const JolScene *self);
const char *jol_scene_get_language (const JolScene *self);
const JolViewport *jol_scene_get_viewport (const JolScene *self);
const JolTransform *jol_scene_get_transform (const JolScene *self);
const char *jol_scene_get_title (const JolScene *self);      /* of the story */
const char *jol_scene_get_story_id (const JolScene *self);   /* "" without a story */
const JolDate *jol_scene_get_date (const JolScene *self);    /* unset without a story */
const char *jol_scene_get_date_label (const JolScene *self); /* "December 2009" */
const char *jol_scene_get_date_words (const JolScene *self); /* without what it is compared with */
const char *jol_scene_get_credits (const JolScene *self);
/* "%s km", in the language that the scene was made in. */
const char *jol_scene_get_km_words (const JolScene *self);
const char *
jol_scene_get_description (const JolScene *self); /* alternative text of the whole picture */
const JolSceneRoute *jol_scene_get_routes (const JolScene *self,
                                           guint *n_out); /* in painting order */
/* How many more there are that have no room at this zoom, and are not drawn. */
guint jol_scene_get_n_thinned (const JolScene *self);
const JolScenePlaceMark *jol_scene_get_places (const JolScene *self, guint *n_out);
/* The cluster that a hit or a feature's id means, or NULL: it is none, or has come apart. */
const JolScenePlaceMark *jol_scene_find_cluster (const JolScene *self, const char *id);
const JolSceneArc *jol_scene_get_arcs (const JolScene *self, guint *n_out);
double jol_scene_get_arc_share (const JolScene *self); /* how much of them all is drawn, 0–1 */
/* The greatest first. */
const JolSceneLabel *jol_scene_get_labels (const JolScene *self, guint *n_out);
double jol_scene_get_names_zoom (const JolScene *self); /* that the labels are placed for */
const JolLegendRow *jol_scene_get_legend (const JolScene *self, guint *n_out);

/* The same scene seen from elsewhere: shares all arrays. For a frame of a pan. */
JolScene *jol_scene_move (JolScene *self, const JolViewport *viewport, int width, int height)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same scene with only so much of its arcs, drawn one after another. For a frame of their
 * coming. */
JolScene *jol_scene_draw_arcs (JolScene *self, double share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
