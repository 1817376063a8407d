/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-basemap-source.h"

#include "jol-tile-painter.h"

#include <math.h>

struct _JolBasemapSource
{
  ShumateMapSource parent_instance;

  JolTileStore *store; /* NULL once it is retired */
  JolTilePainter *painter;
  JolTheme theme;
  int tile_px;
  guint n_pending;
};

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolBasemapSource, jol_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

static JolTileKey
make_key (JolBasemapSource *self, int zoom, int x, int y)
{
  return (
      JolTileKey){ .theme = self->theme, .size_px = self->tile_px, .zoom = zoom, .x = x, .y = y };
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
  const JolTileKey key =
      make_key (self, (int) shumate_tile_get_zoom_level (tile), (int) shumate_tile_get_x (tile),
                (int) shumate_tile_get_y (tile));
  GdkTexture *texture;

  g_task_set_source_tag (task, jol_basemap_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  self->n_pending++;

  if (!self->store)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the source is retired");
      return;
    }

  texture = jol_tile_store_lookup (self->store, &key);
  if (texture)
    {
      /* At once, not in finish, which comes a frame later. */
      shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
      g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
    }
  else
    {
      jol_tile_painter_paint (self->painter, &key, task);
    }
}

static gboolean
jol_basemap_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  JolBasemapSource *self = JOL_BASEMAP_SOURCE (source);
  ShumateTile *tile = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture)
    {
      shumate_tile_set_paintable (tile, GDK_PAINTABLE (texture));
      /* Before the fill ends, or libshumate keeps the tiles of the zoom before for ever. */
      shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
    }

  if (--self->n_pending == 0)
    g_signal_emit (self, signals[SETTLED], 0);

  return texture != NULL;
}

static void
jol_basemap_source_dispose (GObject *object)
{
  JolBasemapSource *self = JOL_BASEMAP_SOURCE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->painter, jol_tile_painter_unref);

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
  self->painter = jol_tile_painter_new (store);
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

  jol_tile_painter_retire (self->painter);
  g_clear_object (&self->store);
}

void
jol_basemap_source_set_view (JolBasemapSource *self, const JolWorldBox *view)
{
  g_return_if_fail (JOL_IS_BASEMAP_SOURCE (self));
  g_return_if_fail (view);

  jol_tile_painter_set_view (self->painter, view);
}

void
jol_basemap_source_paint_around (JolBasemapSource *self)
{
  g_return_if_fail (JOL_IS_BASEMAP_SOURCE (self));

  jol_tile_painter_release (self->painter);
}

void
jol_basemap_source_paint_ahead (JolBasemapSource *self, const JolWorldBox *view, double zoom)
{
  const int level = CLAMP ((int) floor (zoom), JOL_MIN_TILE_ZOOM, JOL_MAX_TILE_ZOOM);
  const int n = 1 << level;

  g_return_if_fail (JOL_IS_BASEMAP_SOURCE (self));
  g_return_if_fail (view);
  g_return_if_fail (self->store);

  jol_basemap_source_set_view (self, view);
  jol_tile_painter_hold (self->painter);
  for (int x = (int) floor (view->x0 * n); x < (int) ceil (view->x1 * n); x++)
    for (int y = MAX ((int) floor (view->y0 * n), 0); y < MIN ((int) ceil (view->y1 * n), n); y++)
      {
        const JolTileKey key = make_key (self, level, (x % n + n) % n, y);

        if (!jol_tile_store_lookup (self->store, &key))
          jol_tile_painter_paint (self->painter, &key, NULL);
      }
}
