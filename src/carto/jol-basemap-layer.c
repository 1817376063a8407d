/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One layer of a level: from its object in the file to flat arrays, with the boxes that culling
 * needs. */
#include "config.h"
#include "jol-basemap-private.h"

#include "jol-error.h"
#include "jol-json-value.h"

#include <string.h>

/* Of a whole layer; more would be no base map. */
#define MAX_POINTS (1 << 24)

static const struct
{
  const char *name;
  gboolean is_areal;
  int n_kinds; /* 0: the layer has no kinds */
  const char *kind_column;
} layer_rows[JOL_N_BASEMAP_LAYERS] = {
  [JOL_LAYER_LAND] = { "land", TRUE, 0, NULL },
  [JOL_LAYER_COAST] = { "coast", FALSE, 0, NULL },
  [JOL_LAYER_REGION] = { "region", TRUE, 0, NULL },
  [JOL_LAYER_COUNTRIES] = { "countries", TRUE, 0, NULL },
  [JOL_LAYER_BORDERS] = { "borders", FALSE, JOL_N_BORDER_STATUSES, "status" },
  [JOL_LAYER_LAKES] = { "lakes", TRUE, JOL_N_LAKE_KINDS, "kind" },
  [JOL_LAYER_RIVERS] = { "rivers", FALSE, 0, NULL },
  [JOL_LAYER_ADMIN1] = { "admin1", FALSE, 0, NULL },
  [JOL_LAYER_CLAIMS] = { "claims", FALSE, JOL_N_BORDER_STATUSES, "status" },
  [JOL_LAYER_AREAS] = { "areas", TRUE, JOL_N_AREA_KINDS, "kind" },
};

static void
add_to_box (JolBasemapBox *box, float x, float y)
{
  box->x0 = MIN (box->x0, x);
  box->y0 = MIN (box->y0, y);
  box->x1 = MAX (box->x1, x);
  box->y1 = MAX (box->y1, y);
}

static guint
count_blocks (guint n_points)
{
  return (n_points - 1 + JOL_BASEMAP_BLOCK - 1) / JOL_BASEMAP_BLOCK;
}

/* Boxes of all blocks and features, from the points. */
static void
measure_layer (JolBasemapLayer *layer, JolBasemapPart *parts, JolBasemapFeature *features)
{
  JolBasemapBox *blocks;
  guint n_blocks = 0;

  for (guint i = 0; i < layer->n_parts; i++)
    {
      parts[i].first_block = n_blocks;
      n_blocks += count_blocks (parts[i].n_points);
    }

  blocks = g_new (JolBasemapBox, n_blocks);
  for (guint i = 0; i < layer->n_parts; i++)
    for (guint first = 0; first + 1 < parts[i].n_points; first += JOL_BASEMAP_BLOCK)
      {
        JolBasemapBox box = { 1, 1, 0, 0 };
        guint last = MIN (first + JOL_BASEMAP_BLOCK, parts[i].n_points - 1);
        const float *xy = layer->xy + 2 * (gsize) parts[i].first_point;

        for (guint p = first; p <= last; p++)
          add_to_box (&box, xy[2 * p], xy[2 * p + 1]);
        blocks[parts[i].first_block + first / JOL_BASEMAP_BLOCK] = box;
      }

  for (guint i = 0; i < layer->n_features; i++)
    {
      JolBasemapFeature *feature = &features[i];

      feature->box = (JolBasemapBox){ 1, 1, 0, 0 };
      for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
        for (guint b = 0; b < count_blocks (parts[p].n_points); b++)
          {
            const JolBasemapBox *box = &blocks[parts[p].first_block + b];

            add_to_box (&feature->box, box->x0, box->y0);
            add_to_box (&feature->box, box->x1, box->y1);
          }
    }

  layer->parts = parts;
  layer->features = features;
  layer->blocks = blocks;
}

static gboolean
read_points (JolBasemapLayer *layer,
             JolJsonPositions *file,
             guint object,
             gboolean is_areal,
             double unit,
             GError **error)
{
  g_autofree int *lengths = NULL;
  g_autofree int *counts = NULL;
  g_autofree float *xy = NULL;
  JolBasemapPart *parts;
  JolBasemapFeature *features;
  const char *text;
  guint n_points = 0, n_parts = 0;

  /* A ring is closed, so of a triangle there are four. */
  lengths = jol_basemap_get_all_ints (file, object, "parts", is_areal ? 4 : 2, MAX_POINTS,
                                      &layer->n_parts, error);
  if (!lengths)
    return FALSE;
  counts =
      jol_basemap_get_all_ints (file, object, "features", 1, MAX_POINTS, &layer->n_features, error);
  if (!counts || !(text = jol_basemap_get_string (file, object, "points", error)))
    return FALSE;

  for (guint i = 0; i < layer->n_parts && n_points <= MAX_POINTS; i++)
    n_points += (guint) lengths[i];
  for (guint i = 0; i < layer->n_features && n_parts <= MAX_POINTS; i++)
    n_parts += (guint) counts[i];
  /* A point takes two characters at least, so a short text cannot ask for much memory. */
  if (n_parts != layer->n_parts || n_points > strlen (text) / 2)
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                   "Base map: the numbers of points, parts and features do not agree");
      return FALSE;
    }

  xy = g_new (float, 2 * (gsize) n_points + 1);
  if (!jol_basemap_decode_points (text, n_points, unit, xy, error))
    return FALSE;

  parts = g_new0 (JolBasemapPart, layer->n_parts);
  for (guint i = 0, first = 0; i < layer->n_parts; first += parts[i++].n_points)
    {
      parts[i].first_point = first;
      parts[i].n_points = (guint) lengths[i];
    }
  features = g_new0 (JolBasemapFeature, layer->n_features);
  for (guint i = 0, first = 0; i < layer->n_features; first += features[i++].n_parts)
    {
      features[i].first_part = first;
      features[i].n_parts = (guint) counts[i];
    }

  layer->xy = g_steal_pointer (&xy);
  measure_layer (layer, parts, features);
  return TRUE;
}

/* A layer that is stretches of another's points. */
static gboolean
read_runs (JolBasemapLayer *layer,
           const JolJsonPositions *file,
           guint object,
           const JolBasemapLayer *of,
           GError **error)
{
  g_autofree int *runs = NULL;
  const JolBasemapPart *last_part = of->n_parts ? &of->parts[of->n_parts - 1] : NULL;
  guint n_points = last_part ? last_part->first_point + last_part->n_points : 0;
  JolBasemapPart *parts;
  JolBasemapFeature *features;
  guint n;

  runs = jol_basemap_get_all_ints (file, object, "runs", 0, MAX_POINTS, &n, error);
  if (!runs)
    return FALSE;
  for (guint i = 0; i + 1 < n; i += 2)
    if (runs[i + 1] < 2 || (guint) runs[i] + (guint) runs[i + 1] > n_points)
      n = 1;
  if (n % 2)
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                   "Base map: a run of the coast is outside the land's points");
      return FALSE;
    }

  layer->xy = of->xy;
  layer->n_parts = layer->n_features = n / 2;
  parts = g_new0 (JolBasemapPart, layer->n_parts);
  features = g_new0 (JolBasemapFeature, layer->n_features);
  for (guint i = 0; i < layer->n_parts; i++)
    {
      parts[i].first_point = (guint) runs[2 * i];
      parts[i].n_points = (guint) runs[2 * i + 1];
      features[i].first_part = i;
      features[i].n_parts = 1;
    }
  measure_layer (layer, parts, features);
  return TRUE;
}

/* The columns that say more of each feature; a layer has those that make sense for it. */
static gboolean
read_columns (JolBasemapLayer *layer,
              JolBasemapLayerId id,
              JolJsonPositions *file,
              guint object,
              GError **error)
{
  JolBasemapFeature *features = (JolBasemapFeature *) layer->features;
  guint n = layer->n_features;
  struct
  {
    const char *name;
    int most;
  } rows[] = { { layer_rows[id].kind_column, layer_rows[id].n_kinds - 1 },
               { "rank", G_MAXUINT8 },
               { "zoom", 240 },
               { "disputed", 1 },
               { "hole", 1 } };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autofree int *ints = NULL;

      if (!rows[r].name ||
          jol_json_value_find_member (file, object, rows[r].name) == JOL_JSON_NO_VALUE)
        continue;
      if (!(ints = jol_basemap_get_ints (file, object, rows[r].name, n, 0, rows[r].most, error)))
        return FALSE;
      for (guint i = 0; i < n; i++)
        switch (r)
          {
          case 0:
            features[i].kind = (guint8) ints[i];
            break;
          case 1:
            features[i].rank = (guint8) ints[i];
            break;
          case 2:
            features[i].min_zoom = (float) (ints[i] / 10.0);
            break;
          case 3:
            features[i].is_disputed = (guint8) ints[i];
            break;
          default:
            features[i].is_land_hole = (guint8) ints[i];
            break;
          }
    }

  for (guint r = 0; r < 4; r++)
    {
      static const char *const names[] = { "a2", "from", "until", "name" };
      g_autofree guint *column = NULL;

      if (jol_json_value_find_member (file, object, names[r]) == JOL_JSON_NO_VALUE)
        continue;
      if (!(column = jol_basemap_get_column (file, object, names[r], n, error)))
        return FALSE;
      for (guint i = 0; i < n; i++)
        {
          JolBasemapFeature *f = &features[i];
          gboolean ok;

          if (r == 0)
            ok = jol_basemap_read_code (file, column[i], f->a2, sizeof f->a2, error);
          else if (r == 3)
            ok = jol_basemap_read_text (file, column[i], &f->name, error);
          else
            ok = jol_basemap_read_date (file, column[i], r == 1 ? &f->from : &f->until, error);
          if (!ok)
            return FALSE;
        }
    }

  return TRUE;
}

/*
 * Reads what the object @layers of a file has of a layer into @layer, which is empty. The coast has
 * no points of its own: it is stretches of @land, which must outlive it.
 */
gboolean
jol_basemap_layer_read (JolBasemapLayer *layer,
                        JolBasemapLayerId id,
                        JolJsonPositions *file,
                        guint layers,
                        const JolBasemapLayer *land,
                        double unit,
                        GError **error)
{
  gboolean ok;
  guint object;

  /* The coarser levels lack the last three. */
  if (id >= JOL_LAYER_ADMIN1 &&
      jol_json_value_find_member (file, layers, layer_rows[id].name) == JOL_JSON_NO_VALUE)
    return TRUE;
  if (!jol_basemap_get_object (file, layers, layer_rows[id].name, &object, error))
    return FALSE;

  if (id == JOL_LAYER_COAST)
    ok = read_runs (layer, file, object, land, error);
  else
    ok = read_points (layer, file, object, layer_rows[id].is_areal, unit, error);

  return ok && read_columns (layer, id, file, object, error);
}

gsize
jol_basemap_layer_get_memory (const JolBasemapLayer *layer, gboolean owns_points)
{
  gsize memory = layer->n_parts * sizeof (JolBasemapPart);

  memory += layer->n_features * sizeof (JolBasemapFeature);
  for (guint i = 0; i < layer->n_parts; i++)
    {
      memory += count_blocks (layer->parts[i].n_points) * sizeof (JolBasemapBox);
      if (owns_points)
        memory += layer->parts[i].n_points * 2 * sizeof (float);
    }

  return memory;
}

void
jol_basemap_layer_clear (JolBasemapLayer *layer, gboolean owns_points)
{
  for (guint i = 0; layer->features && i < layer->n_features; i++)
    g_clear_pointer (&((JolBasemapFeature *) layer->features)[i].name, jol_text_unref);
  if (owns_points)
    g_free ((gpointer) layer->xy);
  g_free ((gpointer) layer->parts);
  g_free ((gpointer) layer->features);
  g_free ((gpointer) layer->blocks);
}
