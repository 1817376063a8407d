/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-basemap-level.h"

#include "jol-basemap-private.h"
#include "jol-error.h"

struct _JolBasemapLevel
{
  JolBasemapLayer layers[JOL_N_BASEMAP_LAYERS];
  gsize memory;
};

G_DEFINE_BOXED_TYPE (JolBasemapLevel,
                     jol_basemap_level,
                     jol_basemap_level_ref,
                     jol_basemap_level_unref)

static gboolean
is_areal (JolBasemapLayerId layer)
{
  return layer == JOL_LAYER_LAND || layer == JOL_LAYER_REGION || layer == JOL_LAYER_COUNTRIES ||
         layer == JOL_LAYER_LAKES || layer == JOL_LAYER_AREAS;
}

static void
level_clear (gpointer data)
{
  JolBasemapLevel *self = data;

  for (JolBasemapLayerId id = 0; id < JOL_N_BASEMAP_LAYERS; id++)
    jol_basemap_layer_clear (&self->layers[id], id != JOL_LAYER_COAST);
}

/**
 * jol_basemap_level_new_from_data:
 * @data: a level's file, as make-basemap.py writes it
 *
 * Returns: (transfer full): the level, or NULL with an error of JOL_BASEMAP_ERROR
 */
JolBasemapLevel *
jol_basemap_level_new_from_data (const char *data, gsize length, GError **error)
{
  g_autoptr (JolJsonPositions) file = NULL;
  g_autoptr (JolBasemapLevel) self = g_atomic_rc_box_new0 (JolBasemapLevel);
  double unit;
  guint layers;

  g_return_val_if_fail (data || length == 0, NULL);

  file = jol_basemap_parse (data, length, "jol-basemap", &unit, error);
  if (!file || !jol_basemap_get_object (file, 0, "layers", &layers, error))
    return NULL;

  for (JolBasemapLayerId id = 0; id < JOL_N_BASEMAP_LAYERS; id++)
    {
      if (!jol_basemap_layer_read (&self->layers[id], id, file, layers,
                                   &self->layers[JOL_LAYER_LAND], unit, error))
        return NULL;
      self->memory += jol_basemap_layer_get_memory (&self->layers[id], id != JOL_LAYER_COAST);
    }

  return g_steal_pointer (&self);
}

JolBasemapLevel *
jol_basemap_level_ref (JolBasemapLevel *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_basemap_level_unref (JolBasemapLevel *self)
{
  g_atomic_rc_box_release_full (self, level_clear);
}

const JolBasemapLayer *
jol_basemap_level_get_layer (const JolBasemapLevel *self, JolBasemapLayerId layer)
{
  g_return_val_if_fail (self && layer < JOL_N_BASEMAP_LAYERS, NULL);

  return &self->layers[layer];
}

gsize
jol_basemap_level_get_memory (const JolBasemapLevel *self)
{
  g_return_val_if_fail (self, 0);

  return self->memory;
}

/* Even-odd, so that holes count as outside whatever their direction. */
gboolean
jol_basemap_feature_contains (const JolBasemapLayer *layer,
                              const JolBasemapFeature *feature,
                              double x,
                              double y)
{
  gboolean inside = FALSE;

  g_return_val_if_fail (layer && feature, FALSE);

  if (x < feature->box.x0 || x > feature->box.x1 || y < feature->box.y0 || y > feature->box.y1)
    return FALSE;

  for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    {
      const float *xy = layer->xy + 2 * (gsize) layer->parts[p].first_point;

      for (guint i = 0; i + 1 < layer->parts[p].n_points; i++, xy += 2)
        if ((xy[1] > y) != (xy[3] > y) &&
            x < xy[0] + (xy[2] - xy[0]) * (y - xy[1]) / (double) (xy[3] - xy[1]))
          inside = !inside;
    }

  return inside;
}

const JolBasemapFeature *
jol_basemap_level_find (const JolBasemapLevel *self, JolBasemapLayerId layer, double x, double y)
{
  const JolBasemapLayer *found;

  g_return_val_if_fail (self && layer < JOL_N_BASEMAP_LAYERS, NULL);
  g_return_val_if_fail (is_areal (layer), NULL);

  found = &self->layers[layer];
  for (guint i = 0; i < found->n_features; i++)
    if (jol_basemap_feature_contains (found, &found->features[i], x, y))
      return &found->features[i];

  return NULL;
}
