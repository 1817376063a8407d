/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "jol-text.h"

G_BEGIN_DECLS

/*
 * JolBasemapLabels: the names a map may show: countries, towns, seas, lakes, ranges, deserts.
 * Immutable, reference-counted, any thread. Sorted by the zoom from which each may be shown and by
 * weight within it, so that what a zoom may show is the beginning of the list.
 */
typedef struct _JolBasemapLabels JolBasemapLabels;

#define JOL_TYPE_BASEMAP_LABELS (jol_basemap_labels_get_type ())
GType jol_basemap_labels_get_type (void);

/* As make-basemap.py numbers them. */
typedef enum
{
  JOL_BASEMAP_COUNTRY,
  JOL_BASEMAP_CAPITAL,
  JOL_BASEMAP_REGION_CAPITAL, /* of a first-level division */
  JOL_BASEMAP_TOWN,
  JOL_BASEMAP_SEA,
  JOL_BASEMAP_BAY, /* bays, gulfs, straits */
  JOL_BASEMAP_LAKE,
  JOL_BASEMAP_RANGE,
  JOL_BASEMAP_PEAK,
  JOL_BASEMAP_PASS,
  JOL_BASEMAP_DESERT,
  JOL_BASEMAP_LANDFORM, /* plains, plateaus, islands, capes… */
} JolBasemapLabelKind;
#define JOL_N_BASEMAP_LABEL_KINDS 12

typedef struct
{
  double x, y;    /* normalized Web Mercator */
  float min_zoom; /* for tiles of 256 px */
  float angle;    /* degrees of the long axis, anticlockwise from east; 0 for level */
  guint8 rank;    /* 0 is the greatest; comparable within a kind */
  guint8 kind;    /* JolBasemapLabelKind */
  char a2[3];     /* of countries and towns, else "" */
  JolText *name;
} JolBasemapLabel;

JolBasemapLabels *jol_basemap_labels_new_from_data (const char *data,
                                                    gsize length,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Both lists in one, sorted alike; shares their names. */
JolBasemapLabels *
jol_basemap_labels_new_merged (const JolBasemapLabels *a,
                               const JolBasemapLabels *b) G_GNUC_WARN_UNUSED_RESULT;
JolBasemapLabels *jol_basemap_labels_ref (JolBasemapLabels *self);
void jol_basemap_labels_unref (JolBasemapLabels *self);

const JolBasemapLabel *jol_basemap_labels_get (const JolBasemapLabels *self, guint *n_out);
/* How many of them, from the first, a zoom may show. */
guint jol_basemap_labels_count_to_zoom (const JolBasemapLabels *self, double zoom);
/* By ISO 3166-1 code, or NULL. */
const JolBasemapLabel *jol_basemap_labels_find_country (const JolBasemapLabels *self,
                                                        const char *a2);

/* A name of the base map in a language: one the data lacks is taken from Russian for the region's
 * languages in Cyrillic, whose readers read it too, else from English. NULL only for no name. */
const char *jol_basemap_pick_name (const JolText *name, const char *language);
/* That of a label; never NULL. */
const char *jol_basemap_label_get_name (const JolBasemapLabel *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolBasemapLabels, jol_basemap_labels_unref)

G_END_DECLS
