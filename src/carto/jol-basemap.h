/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap-labels.h"
#include "jol-basemap-level.h"
#include "jol-basemap-relief.h"

G_BEGIN_DECLS

/*
 * JolBasemap: the store of the offline base map. Nothing is read until it is asked for; then it is
 * read once, whoever asks, and kept. Every function may be called from any thread: of two that want
 * the same thing at once, one reads and the other waits.
 */
#define JOL_TYPE_BASEMAP (jol_basemap_get_type ())
G_DECLARE_FINAL_TYPE (JolBasemap, jol_basemap, JOL, BASEMAP, GObject)

JolBasemap *jol_basemap_get_default (void); /* (transfer none) */
JolBasemap *jol_basemap_new (const char *resource_prefix) G_GNUC_WARN_UNUSED_RESULT;

/* The level that has what a zoom (of 256 px tiles) can show. */
JolBasemapDetail jol_basemap_level_for_zoom (double zoom);

/* Reads in the calling thread: tens of milliseconds for 10m. */
JolBasemapLevel *jol_basemap_load_level (JolBasemap *self,
                                         JolBasemapDetail detail,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL when it has not been read; never waits for a reader. (transfer full) */
JolBasemapLevel *jol_basemap_lookup_level (JolBasemap *self,
                                           JolBasemapDetail detail) G_GNUC_WARN_UNUSED_RESULT;
void jol_basemap_load_level_async (JolBasemap *self,
                                   JolBasemapDetail detail,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
JolBasemapLevel *jol_basemap_load_level_finish (JolBasemap *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for names. They are apart because tiles need none, and a picture's labels no geometry.
 */
JolBasemapLabels *jol_basemap_load_labels (JolBasemap *self,
                                           JolBasemapDetail detail,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
JolBasemapLabels *jol_basemap_lookup_labels (JolBasemap *self,
                                             JolBasemapDetail detail) G_GNUC_WARN_UNUSED_RESULT;
void jol_basemap_load_labels_async (JolBasemap *self,
                                    JolBasemapDetail detail,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
JolBasemapLabels *jol_basemap_load_labels_finish (JolBasemap *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

JolBasemapRelief *jol_basemap_load_relief (JolBasemap *self,
                                           JolBasemapDetail detail,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
JolBasemapRelief *jol_basemap_lookup_relief (JolBasemap *self,
                                             JolBasemapDetail detail) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
