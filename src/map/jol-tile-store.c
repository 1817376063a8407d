/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-tile-store.h"

#define BYTES_PER_PX 3

typedef struct
{
  JolTileKey key;
  GdkTexture *texture;
  GList link; /* in the queue; its data is this */
} Tile;

struct _JolTileStore
{
  GObject parent_instance;

  gsize max_bytes;
  gsize n_bytes;
  GHashTable *tiles; /* JolTileKey (in the tile) → Tile */
  GQueue recent;     /* most recently used first */
};

G_DEFINE_FINAL_TYPE (JolTileStore, jol_tile_store, G_TYPE_OBJECT)

guint
jol_tile_key_hash (gconstpointer key)
{
  const JolTileKey *k = key;

  return (guint) k->x * 73856093u ^ (guint) k->y * 19349663u ^ (guint) k->zoom * 83492791u ^
         (guint) k->size_px * 2654435761u ^ (guint) k->theme;
}

gboolean
jol_tile_key_equal (gconstpointer a, gconstpointer b)
{
  const JolTileKey *k = a;
  const JolTileKey *l = b;

  return k->x == l->x && k->y == l->y && k->zoom == l->zoom && k->size_px == l->size_px &&
         k->theme == l->theme;
}

static gsize
get_bytes (const JolTileKey *key)
{
  return (gsize) key->size_px * (gsize) key->size_px * BYTES_PER_PX;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_object_unref (tile->texture);
  g_free (tile);
}

static void
drop (JolTileStore *self, Tile *tile)
{
  g_queue_unlink (&self->recent, &tile->link);
  self->n_bytes -= get_bytes (&tile->key);
  g_hash_table_remove (self->tiles, &tile->key);
}

static void
jol_tile_store_finalize (GObject *object)
{
  JolTileStore *self = JOL_TILE_STORE (object);

  g_hash_table_unref (self->tiles);

  G_OBJECT_CLASS (jol_tile_store_parent_class)->finalize (object);
}

static void
jol_tile_store_class_init (JolTileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_tile_store_finalize;
}

static void
jol_tile_store_init (JolTileStore *self)
{
  self->tiles = g_hash_table_new_full (jol_tile_key_hash, jol_tile_key_equal, NULL, free_tile);
  g_queue_init (&self->recent);
}

JolTileStore *
jol_tile_store_new (gsize max_bytes)
{
  JolTileStore *self = g_object_new (JOL_TYPE_TILE_STORE, NULL);

  self->max_bytes = max_bytes;
  return self;
}

GdkTexture *
jol_tile_store_lookup (JolTileStore *self, const JolTileKey *key)
{
  Tile *tile;

  g_return_val_if_fail (JOL_IS_TILE_STORE (self), NULL);

  tile = g_hash_table_lookup (self->tiles, key);
  if (!tile)
    return NULL;

  g_queue_unlink (&self->recent, &tile->link);
  g_queue_push_head_link (&self->recent, &tile->link);
  return tile->texture;
}

void
jol_tile_store_add (JolTileStore *self, const JolTileKey *key, GdkTexture *texture)
{
  Tile *tile;

  g_return_if_fail (JOL_IS_TILE_STORE (self));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  /* Two layers may have asked for the same one at once. */
  if (jol_tile_store_lookup (self, key))
    return;

  tile = g_new0 (Tile, 1);
  tile->key = *key;
  tile->texture = g_object_ref (texture);
  tile->link.data = tile;
  g_hash_table_insert (self->tiles, &tile->key, tile);
  g_queue_push_head_link (&self->recent, &tile->link);
  self->n_bytes += get_bytes (key);

  while (self->n_bytes > self->max_bytes && self->recent.tail)
    drop (self, self->recent.tail->data);
}

gsize
jol_tile_store_get_n_bytes (JolTileStore *self)
{
  g_return_val_if_fail (JOL_IS_TILE_STORE (self), 0);

  return self->n_bytes;
}
