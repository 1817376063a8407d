/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libshumate asks for a ring of tiles around what is seen, column by column, when the main loop is
 * idle. All of them at once in as many threads would leave the main thread little to draw the first
 * frame with, and most of the work would be for tiles that nobody sees yet: so they are sorted, and
 * there is a thread less than there are processors; and what is out of view is begun when the main
 * loop has nothing better to do, or, where it is held back, when the view begins to move. Each tile
 * that comes draws the whole map anew: those out of view therefore wait for each other.
 */
#include "config.h"

#include "jol-tile-painter.h"

#include "jol-painter.h"

#include <string.h>

struct _JolTilePainter
{
  gatomicrefcount count;
  JolTileStore *store; /* NULL once it is retired */
  int is_retired;      /* atomic: threads look at it */
  JolWorldBox view;
  GHashTable *orders; /* JolTileKey (in the order) → Order, those that are not delivered yet */
  guint n_painting;
  guint later_id;      /* when those out of view are begun */
  gboolean is_holding; /* they are not, before the view moves */
};

/* A tile that is being painted, or waits for that or for its delivery. */
typedef struct
{
  JolTilePainter *painter;
  JolTileKey key;
  GPtrArray *tasks;     /* those that wait for it; main thread only */
  GCancellable *wanted; /* of the first, or NULL */
  gboolean is_seen;
  gboolean is_put_off; /* until the main thread has drawn what is to be drawn */
  guint number;
  GdkTexture *painted; /* the thread's, until the main thread hears that it is done */
  GdkTexture *texture;
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_ptr_array_unref (self->tasks);
  g_clear_object (&self->wanted);
  g_clear_object (&self->texture);
  g_free (self);
}

/* Three bytes a px, which is all that a tile has to say. GTK 4.8's cairo renderer turns a texture
 * into cairo's own format each time it draws it: from this one in a tenth of the time that it takes
 * from cairo's own, by way of floating point numbers. */
static GBytes *
pack (cairo_surface_t *surface, int size_px)
{
  const gsize n_pixels = (gsize) size_px * (gsize) size_px;
  const guint8 *data = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  guint8 *packed = g_malloc (n_pixels * 3);
  guint8 *out = packed;

  for (int y = 0; y < size_px; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < size_px; x++, out += 3)
        {
          out[0] = (guint8) (row[x] >> 16);
          out[1] = (guint8) (row[x] >> 8);
          out[2] = (guint8) row[x];
        }
    }

  return g_bytes_new_take (packed, n_pixels * 3);
}

static GdkTexture *
paint_tile (const JolTileKey *key)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, key->size_px, key->size_px);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  jol_painter_paint_tile (key->theme, key->x, key->y, key->zoom, key->size_px, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = pack (surface, key->size_px);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (key->size_px, key->size_px, GDK_MEMORY_R8G8B8, bytes,
                                 (gsize) key->size_px * 3);
}

/* Its neighbour around the world may be what is seen. */
static gboolean
is_in_view (const JolTilePainter *self, const JolTileKey *key)
{
  const double n = (double) (1 << key->zoom);
  const double x = key->x / n, y = key->y / n, size = 1.0 / n;

  if (y >= self->view.y1 || y + size <= self->view.y0)
    return FALSE;
  for (int world = -1; world <= 1; world++)
    if (x + world < self->view.x1 && x + world + size > self->view.x0)
      return TRUE;
  return FALSE;
}

static void
deliver (JolTilePainter *self, Order *order)
{
  g_hash_table_steal (self->orders, &order->key);
  if (self->store && order->texture)
    jol_tile_store_add (self->store, &order->key, order->texture);
  for (guint i = 0; i < order->tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (order->tasks, i);

      if (order->texture)
        g_task_return_pointer (task, g_object_ref (order->texture), g_object_unref);
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "not painted any more");
    }
  order_free (order);
}

static Order *
find_painted (JolTilePainter *self, gboolean all)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Order *order = value;

      if (order->texture && (all || is_in_view (self, &order->key)))
        return order;
    }
  return NULL;
}

/* What is painted: all, or only what has come into view. One at a time, as whoever gets a tile may
 * ask for others. */
static void
deliver_painted (JolTilePainter *self, gboolean all)
{
  Order *order;

  while ((order = find_painted (self, all)))
    deliver (self, order);
}

static void push (Order *order);

static gboolean
is_wanted_still (const Order *order)
{
  for (guint i = 0; i < order->tasks->len; i++)
    {
      GCancellable *cancellable = g_task_get_cancellable (g_ptr_array_index (order->tasks, i));

      if (!g_cancellable_is_cancelled (cancellable))
        return TRUE;
    }
  return FALSE;
}

static gboolean
painted_cb (gpointer data)
{
  Order *order = data;
  JolTilePainter *self = order->painter;

  self->n_painting--;
  order->texture = g_steal_pointer (&order->painted);
  if (!order->texture && self->store && is_wanted_still (order))
    /* Who asked first does not want it any more, but another does. */
    push (order);
  else if (!order->texture || is_in_view (self, &order->key))
    deliver (self, order);
  if (self->n_painting == 0)
    deliver_painted (self, TRUE);
  jol_tile_painter_unref (self);
  return G_SOURCE_REMOVE;
}

static void
paint_in_thread (gpointer data, gpointer pool_data)
{
  Order *order = data;

  if (!g_atomic_int_get (&order->painter->is_retired) &&
      !g_cancellable_is_cancelled (order->wanted))
    order->painted = paint_tile (&order->key);
  g_idle_add_full (G_PRIORITY_DEFAULT, painted_cb, order, NULL);
}

static int
compare_orders (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *first = a, *second = b;

  if (first->is_seen != second->is_seen)
    return first->is_seen ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (!pool)
    {
      pool = g_thread_pool_new (paint_in_thread, NULL, MAX ((int) g_get_num_processors () - 1, 1),
                                FALSE, NULL);
      g_thread_pool_set_sort_function (pool, compare_orders, NULL);
    }
  return pool;
}

static void
push (Order *order)
{
  static guint number;

  g_clear_object (&order->wanted);
  for (guint i = 0; i < order->tasks->len && !order->wanted; i++)
    g_set_object (&order->wanted, g_task_get_cancellable (g_ptr_array_index (order->tasks, i)));
  if (g_cancellable_is_cancelled (order->wanted) && is_wanted_still (order))
    g_clear_object (&order->wanted);
  order->is_seen = is_in_view (order->painter, &order->key);
  order->number = ++number;
  order->painter->n_painting++;
  g_atomic_ref_count_inc (&order->painter->count);
  g_thread_pool_push (get_pool (), order, NULL);
}

/* Those that were put off: all, or only what has come into view. */
static void
push_put_off (JolTilePainter *self, gboolean all)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->orders);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Order *order = value;

      if (!order->is_put_off || (!all && !is_in_view (self, &order->key)))
        continue;
      order->is_put_off = FALSE;
      push (order);
    }
}

static gboolean
later_cb (gpointer data)
{
  JolTilePainter *self = data;

  self->later_id = 0;
  push_put_off (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue_later (JolTilePainter *self)
{
  if (self->later_id)
    return;

  g_atomic_ref_count_inc (&self->count);
  self->later_id =
      g_idle_add_full (G_PRIORITY_LOW, later_cb, self, (GDestroyNotify) jol_tile_painter_unref);
}

static void
put_off (Order *order)
{
  order->is_put_off = TRUE;
  if (!order->painter->is_holding)
    queue_later (order->painter);
}

JolTilePainter *
jol_tile_painter_new (JolTileStore *store)
{
  JolTilePainter *self = g_new0 (JolTilePainter, 1);

  g_atomic_ref_count_init (&self->count);
  self->store = g_object_ref (store);
  self->view = (JolWorldBox){ 0.0, 0.0, 1.0, 1.0 };
  self->orders = g_hash_table_new (jol_tile_key_hash, jol_tile_key_equal);
  return self;
}

void
jol_tile_painter_retire (JolTilePainter *self)
{
  g_atomic_int_set (&self->is_retired, TRUE);
  jol_tile_painter_release (self);
  /* Not with the last reference: textures belong to the main thread. */
  g_clear_object (&self->store);
}

void
jol_tile_painter_unref (JolTilePainter *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_object (&self->store);
  g_hash_table_unref (self->orders);
  g_free (self);
}

void
jol_tile_painter_hold (JolTilePainter *self)
{
  self->is_holding = TRUE;
}

void
jol_tile_painter_release (JolTilePainter *self)
{
  if (!self->is_holding)
    return;

  self->is_holding = FALSE;
  queue_later (self);
}

void
jol_tile_painter_set_view (JolTilePainter *self, const JolWorldBox *view)
{
  if (memcmp (&self->view, view, sizeof *view) != 0)
    jol_tile_painter_release (self);
  self->view = *view;
  push_put_off (self, FALSE);
  deliver_painted (self, FALSE);
}

void
jol_tile_painter_paint (JolTilePainter *self, const JolTileKey *key, GTask *task)
{
  Order *order = g_hash_table_lookup (self->orders, key);

  if (order)
    {
      if (task)
        g_ptr_array_add (order->tasks, g_object_ref (task));
      if (order->texture)
        deliver (self, order);
      return;
    }

  order = g_new0 (Order, 1);
  order->painter = self;
  order->key = *key;
  order->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  if (task)
    g_ptr_array_add (order->tasks, g_object_ref (task));
  g_hash_table_insert (self->orders, &order->key, order);
  if (is_in_view (self, key))
    push (order);
  else
    put_off (order);
}
