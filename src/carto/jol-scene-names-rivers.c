/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names along rivers. The base map has a river in pieces (a piece a rank, and one through each
 * lake): those of one name whose ends meet are one line again.
 */
#include "config.h"
#include "jol-scene-names-private.h"

#include <math.h>
#include <string.h>

#define RIVER_NAMES_FROM_ZOOM 5.0
/* A river is named later than it is drawn. */
#define LATER_ZOOM 0.8
#define REPEAT_PX 800.0
#define MAX_REPEATS 12
#define GAP_PX 2.5
/* Windings shorter than this many font sizes are not followed. */
#define SMOOTH 3.2

typedef struct
{
  const JolText *name;
  guint rank;
  GPtrArray *lines; /* of GArray of double: x, y pairs in worlds */
} River;

static void
river_free (gpointer data)
{
  River *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gboolean
ends_meet (const double *a, const double *b)
{
  return hypot (a[0] - b[0], a[1] - b[1]) < 2e-5;
}

static void
reverse (GArray *line)
{
  double *xy = (double *) (gpointer) line->data;
  const guint n = line->len / 2;

  for (guint i = 0; i < n / 2; i++)
    for (guint j = 0; j < 2; j++)
      {
        const double kept = xy[2 * i + j];

        xy[2 * i + j] = xy[2 * (n - 1 - i) + j];
        xy[2 * (n - 1 - i) + j] = kept;
      }
}

/* Joins @other to @line if an end of each is the same; @other is then a part of @line. */
static gboolean
join (GArray *line, GArray *other)
{
  const double *a = (const double *) (gconstpointer) line->data;
  const double *b = (const double *) (gconstpointer) other->data;
  const double *a_end = a + line->len - 2;
  const double *b_end = b + other->len - 2;

  if (ends_meet (a, b) || ends_meet (a, b_end))
    {
      if (ends_meet (a_end, b) || ends_meet (a_end, b_end))
        return FALSE;
      reverse (line);
    }
  else if (!ends_meet (a_end, b) && !ends_meet (a_end, b_end))
    {
      return FALSE;
    }
  if (!ends_meet (a_end, b))
    reverse (other);
  g_array_append_vals (line, b + 2, other->len - 2);

  return TRUE;
}

static void
join_all (GPtrArray *lines)
{
  gboolean is_joined = TRUE;

  while (is_joined)
    {
      is_joined = FALSE;
      for (guint i = 0; i < lines->len; i++)
        for (guint j = lines->len; j-- > i + 1;)
          if (join (g_ptr_array_index (lines, i), g_ptr_array_index (lines, j)))
            {
              g_ptr_array_remove_index (lines, j);
              is_joined = TRUE;
            }
    }
}

/* In the order of the layer, which is that of the data. */
static GPtrArray *
collect (const JolNaming *self, const JolBasemapLayer *layer)
{
  GPtrArray *rivers = g_ptr_array_new_with_free_func (river_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < layer->n_features; i++)
    {
      const JolBasemapFeature *feature = &layer->features[i];
      const char *english;
      River *river;

      if (!feature->name || self->question->zoom < feature->min_zoom + LATER_ZOOM ||
          !jol_naming_is_near_story (self,
                                     ((double) feature->box.x0 + (double) feature->box.x1) / 2,
                                     ((double) feature->box.y0 + (double) feature->box.y1) / 2))
        continue;

      english = jol_text_get (feature->name, "en");
      river = g_hash_table_lookup (by_name, english);
      if (!river)
        {
          river = g_new0 (River, 1);
          river->name = feature->name;
          river->rank = feature->rank;
          river->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
          g_ptr_array_add (rivers, river);
          g_hash_table_insert (by_name, (gpointer) english, river);
        }
      river->rank = MIN (river->rank, feature->rank);
      for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
        {
          const JolBasemapPart *part = &layer->parts[p];
          GArray *line = g_array_sized_new (FALSE, FALSE, sizeof (double), 2 * part->n_points);

          for (guint j = 2 * part->first_point; j < 2 * (part->first_point + part->n_points); j++)
            {
              const double value = (double) layer->xy[j];

              g_array_append_val (line, value);
            }
          g_ptr_array_add (river->lines, line);
        }
    }

  return rivers;
}

static int
compare_rivers (gconstpointer a, gconstpointer b)
{
  const River *x = *(const River *const *) a;
  const River *y = *(const River *const *) b;

  if (x->rank != y->rank)
    return (int) x->rank - (int) y->rank;

  return strcmp (jol_text_get (x->name, "en"), jol_text_get (y->name, "en"));
}

static void
name_line (JolNaming *self, const River *river, GArray *line, guint index)
{
  const char *text = jol_basemap_pick_name (river->name, self->question->language);
  const guint n_points = line->len / 2;
  JolFont font =
      jol_style_get_font (self->question->theme, JOL_LABEL_WATER, 9, TRUE, self->question->zoom);
  double *xy = (double *) (gpointer) line->data;
  double length_px = 0.0;
  guint n_pieces;

  font.size_px *= river->rank <= 3 ? 1.0 : 0.95;
  for (guint i = 0; i < 2 * n_points; i++)
    xy[i] *= self->size_px;
  for (guint i = 1; i < n_points; i++)
    length_px += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);

  n_pieces = (guint) CLAMP (floor (length_px / REPEAT_PX), 1.0, (double) MAX_REPEATS);
  for (guint i = 0, first = 0; i < n_pieces && first + 1 < n_points; i++)
    {
      const JolNameKey key = { .kind = JOL_LABEL_WATER,
                               .id = NULL,
                               .at = { xy[0] / self->size_px, xy[1] / self->size_px },
                               .piece = index * MAX_REPEATS + i + 1 };
      double length = 0.0;
      guint last = first;
      JolLabelLine label_line;

      while (last + 1 < n_points && (length < length_px / n_pieces || i + 1 == n_pieces))
        {
          length += hypot (xy[2 * last + 2] - xy[2 * last], xy[2 * last + 3] - xy[2 * last + 1]);
          last++;
        }
      label_line = (JolLabelLine){ .xy = xy + 2 * first,
                                   .n_points = last - first + 1,
                                   .offset_px = GAP_PX,
                                   .smooth_px = font.size_px * SMOOTH,
                                   .has_below = TRUE };
      jol_naming_add_along (self, &key, text, &font, &label_line);
      first = last;
    }
}

void
jol_naming_name_rivers (JolNaming *self)
{
  g_autoptr (GPtrArray) rivers = NULL;

  if (!self->question->level || self->question->zoom < RIVER_NAMES_FROM_ZOOM)
    return;

  rivers = collect (self, jol_basemap_level_get_layer (self->question->level, JOL_LAYER_RIVERS));
  g_ptr_array_sort (rivers, compare_rivers);
  for (guint i = 0; i < rivers->len; i++)
    {
      const River *river = g_ptr_array_index (rivers, i);

      join_all (river->lines);
      for (guint j = 0; j < river->lines->len; j++)
        name_line (self, river, g_ptr_array_index (river->lines, j), j);
    }
}
