/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "jol-projection.h"
#include "jol-tile-store.h"

G_BEGIN_DECLS

#define JOL_MIN_TILE_ZOOM 2
#define JOL_MAX_TILE_ZOOM 10

/*
 * JolBasemapSource: tiles of the offline base map, painted in threads. A source has one theme and
 * one size in px; libshumate 1.0 cannot refresh a source, so another theme is another source.
 *
 * Signals:
 *   settled: every tile that was asked for is there. Emitted from the end of a fill, so a handler
 *   must not remove the source's own layer.
 */
#define JOL_TYPE_BASEMAP_SOURCE (jol_basemap_source_get_type ())
G_DECLARE_FINAL_TYPE (JolBasemapSource, jol_basemap_source, JOL, BASEMAP_SOURCE, ShumateMapSource)

/* @tile_px: what a tile is painted at; it covers JOL_TILE_PX at its own zoom whatever that is. */
JolBasemapSource *
jol_basemap_source_new (JolTileStore *store, JolTheme theme, int tile_px) G_GNUC_WARN_UNUSED_RESULT;

JolTheme jol_basemap_source_get_theme (JolBasemapSource *self);
int jol_basemap_source_get_tile_px (JolBasemapSource *self);

/* What is in view, of the world: tiles in it are painted first, and shown as they come. */
void jol_basemap_source_set_view (JolBasemapSource *self, const JolWorldBox *view);

/* Begins to paint what is in view at @zoom before the layer, which waits until the main loop is
 * idle, asks for it. What the layer asks for around it waits until the view moves, as a first
 * picture that is only looked at needs none of it; or until somebody is about to move it. */
void jol_basemap_source_paint_ahead (JolBasemapSource *self, const JolWorldBox *view, double zoom);
void jol_basemap_source_paint_around (JolBasemapSource *self);

/* Paints no more. A layer lives on until its last tile has come, and would ask for others. */
void jol_basemap_source_retire (JolBasemapSource *self);

G_END_DECLS
