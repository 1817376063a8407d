/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-date.h"
#include "jol-text.h"

G_BEGIN_DECLS

/*
 * JolBasemapLevel: the geometry of one level of detail, by layer. Immutable, reference-counted, any
 * thread. Points are normalized Web Mercator (x 0–1 from 180° W, y 0–1 from 85.05° N down), so that
 * a painter only scales.
 */
typedef struct _JolBasemapLevel JolBasemapLevel;

#define JOL_TYPE_BASEMAP_LEVEL (jol_basemap_level_get_type ())
GType jol_basemap_level_get_type (void);

/* By the scale of the maps the level was drawn for. */
typedef enum
{
  JOL_BASEMAP_110M, /* to zoom 3.5 */
  JOL_BASEMAP_50M,  /* to zoom 5.5 */
  JOL_BASEMAP_10M,
} JolBasemapDetail;
#define JOL_N_BASEMAP_DETAILS 3

typedef enum
{
  JOL_LAYER_LAND,      /* polygons; the Caspian is a hole in it, other lakes are not */
  JOL_LAYER_COAST,     /* lines: the land's outline without the edge of the data */
  JOL_LAYER_REGION,    /* polygons: the five states in one, so that no seam shows between them */
  JOL_LAYER_COUNTRIES, /* polygons, a2 is set except for scraps that are no country */
  JOL_LAYER_BORDERS,   /* lines, kind is a JolBorderStatus, a2 has one or two codes */
  JOL_LAYER_LAKES,     /* polygons, kind is a JolLakeKind */
  JOL_LAYER_RIVERS,    /* lines */
  JOL_LAYER_ADMIN1,    /* lines, by a2; only at 10m, as the next */
  JOL_LAYER_CLAIMS,    /* lines that are no present boundary, kind is a JolBorderStatus */
  JOL_LAYER_AREAS,     /* polygons to be hatched, kind is a JolAreaKind; not at 110m */
} JolBasemapLayerId;
#define JOL_N_BASEMAP_LAYERS 10

/* As make-basemap.py numbers them. */
typedef enum
{
  JOL_BORDER_INTERNATIONAL,
  JOL_BORDER_INDEFINITE,
  JOL_BORDER_LEASE,
  JOL_BORDER_CONTROL, /* line of control, armistice */
  JOL_BORDER_DISPUTED,
  JOL_BORDER_CLAIM,
  JOL_BORDER_BREAKAWAY,
  JOL_BORDER_HISTORIC,
} JolBorderStatus;
#define JOL_N_BORDER_STATUSES 8

typedef enum
{
  JOL_LAKE,
  JOL_LAKE_SALT,
  JOL_LAKE_RESERVOIR,
} JolLakeKind;
#define JOL_N_LAKE_KINDS 3

typedef enum
{
  JOL_AREA_DISPUTED,
  JOL_AREA_BREAKAWAY,
  JOL_AREA_INDETERMINATE,
  JOL_AREA_UNIT,
  JOL_AREA_LEASE,
} JolAreaKind;
#define JOL_N_AREA_KINDS 5

typedef struct
{
  float x0, y0, x1, y1;
} JolBasemapBox;

/* A ring, closed (its last point is its first), or a line. */
typedef struct
{
  guint first_point;
  guint n_points; /* ≥ 2 */
  guint first_block;
} JolBasemapPart;

typedef struct
{
  JolBasemapBox box;
  guint first_part;
  guint n_parts;
  float min_zoom; /* not to be shown below it; 0 where the data says nothing */
  guint8 rank;    /* 0 is the largest */
  guint8 kind;    /* by layer: see JolBasemapLayerId */
  guint8 is_disputed;
  guint8 is_land_hole; /* the Caspian: is water already where land is painted */
  char a2[5];          /* "KZ", "KZUZ" or "" */
  JolDate from;        /* year 0: always was */
  JolDate until;       /* year 0: still is */
  JolText *name;       /* or NULL */
} JolBasemapFeature;

/*
 * A layer as it lies in memory. A part's segments are cut into blocks of JOL_BASEMAP_BLOCK, each
 * with its box: block b covers the points b × JOL_BASEMAP_BLOCK to (b + 1) × JOL_BASEMAP_BLOCK,
 * both included. A painter skips the blocks that are out of sight.
 */
#define JOL_BASEMAP_BLOCK 64

typedef struct
{
  const float *xy; /* x, y of each point */
  const JolBasemapPart *parts;
  guint n_parts;
  const JolBasemapFeature *features;
  guint n_features;
  const JolBasemapBox *blocks;
} JolBasemapLayer;

JolBasemapLevel *jol_basemap_level_new_from_data (const char *data,
                                                  gsize length,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
JolBasemapLevel *jol_basemap_level_ref (JolBasemapLevel *self);
void jol_basemap_level_unref (JolBasemapLevel *self);

/* Never NULL; a layer the level does not have is empty. Lives as long as the level. */
const JolBasemapLayer *jol_basemap_level_get_layer (const JolBasemapLevel *self,
                                                    JolBasemapLayerId layer);
gsize jol_basemap_level_get_memory (const JolBasemapLevel *self); /* bytes, names not counted */

gboolean jol_basemap_feature_contains (const JolBasemapLayer *layer,
                                       const JolBasemapFeature *feature,
                                       double x,
                                       double y);
/* The feature of a layer of polygons that a point lies in, or NULL. */
const JolBasemapFeature *
jol_basemap_level_find (const JolBasemapLevel *self, JolBasemapLayerId layer, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolBasemapLevel, jol_basemap_level_unref)

G_END_DECLS
