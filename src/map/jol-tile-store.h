/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "jol-palette.h"

G_BEGIN_DECLS

/* Which tile, at which size in px, in which theme. */
typedef struct
{
  JolTheme theme;
  int size_px;
  int zoom;
  int x;
  int y;
} JolTileKey;

guint jol_tile_key_hash (gconstpointer key);
gboolean jol_tile_key_equal (gconstpointer a, gconstpointer b);

/*
 * JolTileStore: painted tiles, the least recently used dropped first when they are more than so
 * many bytes. libshumate keeps tiles too, but only 100, and forgets all when theme or scale change.
 * Main thread only.
 */
#define JOL_TYPE_TILE_STORE (jol_tile_store_get_type ())
G_DECLARE_FINAL_TYPE (JolTileStore, jol_tile_store, JOL, TILE_STORE, GObject)

JolTileStore *jol_tile_store_new (gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;

GdkTexture *jol_tile_store_lookup (JolTileStore *self, const JolTileKey *key); /* or NULL */
void jol_tile_store_add (JolTileStore *self, const JolTileKey *key, GdkTexture *texture);

gsize jol_tile_store_get_n_bytes (JolTileStore *self);

G_END_DECLS
