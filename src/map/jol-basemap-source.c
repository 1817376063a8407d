/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-basemap-source.h"

#include "jol-painter.h"

struct _JolBasemapSource
{
  ShumateMapSource parent_instance;

  JolTileStore *store;
  JolTheme theme;
  int tile_px;
  guint n_pending;
  int is_retired; /* atomic: threads look at it */
};

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolBasemapSource, jol_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

typedef struct
{
  JolTileKey key;
  ShumateTile *tile; /* main thread only, until the end of the fill */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_assert (!job->tile);
  g_free (job);
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

static gboolean
return_error_if_retired (JolBasemapSource *self, GTask *task)
{
  if (!g_atomic_int_get (&self->is_retired))
    return FALSE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the source is retired");
  return TRUE;
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JolBasemapSource *self = source;
  const Job *job = data;

  if (g_task_return_error_if_cancelled (task) || return_error_if_retired (self, task))
    return;

  g_task_return_pointer (task, paint_tile (&job->key), g_object_unref);
}

static void
jol_basemap_source_fill_tile_async (ShumateMapSource *source,
                                    ShumateTile *tile,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  JolBasemapSource *self = JOL_BASEMAP_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GdkTexture *texture;

  job->key = (JolTileKey){
    .theme = self->theme,
    .size_px = self->tile_px,
    .zoom = (int) shumate_tile_get_zoom_level (tile),
    .x = (int) shumate_tile_get_x (tile),
    .y = (int) shumate_tile_get_y (tile),
  };
  job->tile = g_object_ref (tile);
  g_task_set_source_tag (task, jol_basemap_source_fill_tile_async);
  g_task_set_task_data (task, job, job_free);
  self->n_pending++;

  if (return_error_if_retired (self, task))
    return;

  texture = jol_tile_store_lookup (self->store, &job->key);
  if (texture)
    {
      /* At once, not in finish, which comes a frame later. */
      shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
      g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
    }
  else
    {
      g_task_run_in_thread (task, paint_in_thread);
    }
}

static gboolean
jol_basemap_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  JolBasemapSource *self = JOL_BASEMAP_SOURCE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture)
    {
      if (self->store)
        jol_tile_store_add (self->store, &job->key, texture);
      shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (texture));
      /* Before the fill ends, or libshumate keeps the tiles of the zoom before for ever. */
      shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
    }

  /* Here: what a thread holds last of a task, it frees in that thread. */
  g_clear_object (&job->tile);

  if (--self->n_pending == 0)
    g_signal_emit (self, signals[SETTLED], 0);

  return texture != NULL;
}

static void
jol_basemap_source_dispose (GObject *object)
{
  JolBasemapSource *self = JOL_BASEMAP_SOURCE (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (jol_basemap_source_parent_class)->dispose (object);
}

static void
jol_basemap_source_class_init (JolBasemapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_basemap_source_dispose;
  source_class->fill_tile_async = jol_basemap_source_fill_tile_async;
  source_class->fill_tile_finish = jol_basemap_source_fill_tile_finish;

  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jol_basemap_source_init (JolBasemapSource *self)
{
}

JolBasemapSource *
jol_basemap_source_new (JolTileStore *store, JolTheme theme, int tile_px)
{
  JolBasemapSource *self;
  g_autofree char *id = NULL;

  g_return_val_if_fail (JOL_IS_TILE_STORE (store), NULL);
  g_return_val_if_fail (tile_px > 0, NULL);

  id = g_strdup_printf ("jol-%s-%d", jol_theme_get_name (theme), tile_px);
  self = g_object_new (JOL_TYPE_BASEMAP_SOURCE, "id", id, "min-zoom-level", JOL_MIN_TILE_ZOOM,
                       "max-zoom-level", JOL_MAX_TILE_ZOOM, "tile-size", (guint) JOL_TILE_PX, NULL);
  self->store = g_object_ref (store);
  self->theme = theme;
  self->tile_px = tile_px;

  return self;
}

JolTheme
jol_basemap_source_get_theme (JolBasemapSource *self)
{
  g_return_val_if_fail (JOL_IS_BASEMAP_SOURCE (self), JOL_THEME_LIGHT);

  return self->theme;
}

int
jol_basemap_source_get_tile_px (JolBasemapSource *self)
{
  g_return_val_if_fail (JOL_IS_BASEMAP_SOURCE (self), 0);

  return self->tile_px;
}

void
jol_basemap_source_retire (JolBasemapSource *self)
{
  g_return_if_fail (JOL_IS_BASEMAP_SOURCE (self));

  g_atomic_int_set (&self->is_retired, TRUE);
  /* Not in dispose, which may come in a thread: textures belong to the main one. */
  g_clear_object (&self->store);
}
