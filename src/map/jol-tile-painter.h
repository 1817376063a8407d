/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-projection.h"
#include "jol-tile-store.h"

G_BEGIN_DECLS

/*
 * JolTilePainter: paints tiles of the base map in threads, those in view before those around it,
 * and leaves a processor to the main thread, which has the rest of the picture to draw. A tile that
 * is asked for twice is painted once. Main thread only.
 */
typedef struct _JolTilePainter JolTilePainter;

JolTilePainter *jol_tile_painter_new (JolTileStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Paints no more; whoever waits gets G_IO_ERROR_CANCELLED. What a thread has at hand it ends. */
void jol_tile_painter_retire (JolTilePainter *self);
void jol_tile_painter_unref (JolTilePainter *self);

/* What is in view, of the world, from now on. Tiles that have come into it are delivered at once.
 */
void jol_tile_painter_set_view (JolTilePainter *self, const JolWorldBox *view);

/* What is out of view is not begun before the view is another, or before the release. */
void jol_tile_painter_hold (JolTilePainter *self);
void jol_tile_painter_release (JolTilePainter *self);

/* Paints @key into the store, and returns the texture from @task, unless that is NULL: then
 * somebody will ask for it soon. */
void jol_tile_painter_paint (JolTilePainter *self, const JolTileKey *key, GTask *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolTilePainter, jol_tile_painter_unref)

G_END_DECLS
