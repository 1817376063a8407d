/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What neighbours share, and what is disputed, in the packed data. */
#include "config.h"

#include <string.h>

#include "jol-basemap.h"
#include "jol-test-util.h"

/* From one point to the next, whichever way it is walked. */
typedef struct
{
  float xy[4];
} Stretch;

static guint
hash_stretch (gconstpointer data)
{
  const guint32 *words = data;

  return ((words[0] * 31 + words[1]) * 31 + words[2]) * 31 + words[3];
}

static gboolean
equal_stretches (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Stretch)) == 0;
}

static Stretch
make_stretch (const float *xy)
{
  if (xy[0] < xy[2] || (xy[0] == xy[2] && xy[1] < xy[3]))
    return (Stretch){ { xy[0], xy[1], xy[2], xy[3] } };

  return (Stretch){ { xy[2], xy[3], xy[0], xy[1] } };
}

/* Stretches of a layer, each with the features it belongs to: a GPtrArray of them. */
static GHashTable *
collect (const JolBasemapLayer *layer)
{
  GHashTable *table = g_hash_table_new_full (hash_stretch, equal_stretches, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint f = 0; f < layer->n_features; f++)
    for (guint p = 0; p < layer->features[f].n_parts; p++)
      {
        const JolBasemapPart *part = &layer->parts[layer->features[f].first_part + p];

        for (guint i = part->first_point; i + 1 < part->first_point + part->n_points; i++)
          {
            Stretch stretch = make_stretch (layer->xy + 2 * (gsize) i);
            GPtrArray *owners = g_hash_table_lookup (table, &stretch);

            if (!owners)
              {
                owners = g_ptr_array_new ();
                g_hash_table_insert (table, g_memdup2 (&stretch, sizeof stretch), owners);
              }
            g_ptr_array_add (owners, (gpointer) &layer->features[f]);
          }
      }

  return table;
}

static JolBasemapLevel *
load (JolBasemapDetail detail)
{
  g_autoptr (GError) error = NULL;
  JolBasemapLevel *level = jol_basemap_load_level (jol_basemap_get_default (), detail, &error);

  g_assert_no_error (error);
  return level;
}

static gboolean
has_owner (GPtrArray *owners, const char *code)
{
  for (guint i = 0; owners && i < owners->len; i++)
    if (strncmp (((const JolBasemapFeature *) owners->pdata[i])->a2, code, 2) == 0)
      return TRUE;

  return FALSE;
}

/* Every stretch of a border is a stretch of both countries: simplified once, not once for each. */
static void
test_shared (gconstpointer data)
{
  g_autoptr (JolBasemapLevel) level = load (GPOINTER_TO_INT (data));
  const JolBasemapLayer *borders = jol_basemap_level_get_layer (level, JOL_LAYER_BORDERS);
  g_autoptr (GHashTable) sides = collect (jol_basemap_level_get_layer (level, JOL_LAYER_COUNTRIES));
  guint n = 0, n_odd = 0;

  for (guint f = 0; f < borders->n_features; f++)
    {
      const JolBasemapFeature *border = &borders->features[f];

      if (strlen (border->a2) != 4)
        continue;
      for (guint p = 0; p < border->n_parts; p++)
        {
          const JolBasemapPart *part = &borders->parts[border->first_part + p];

          for (guint i = part->first_point; i + 1 < part->first_point + part->n_points; i++, n++)
            {
              Stretch stretch = make_stretch (borders->xy + 2 * (gsize) i);
              GPtrArray *owners = g_hash_table_lookup (sides, &stretch);

              if (!has_owner (owners, border->a2) || !has_owner (owners, border->a2 + 2))
                n_odd++;
            }
        }
    }
  g_test_message ("%u of %u stretches are not of both sides", n_odd, n);
  g_assert_cmpuint (n, >, 500);
  g_assert_cmpuint (n_odd, ==, 0);
}

/* What is an edge of one country alone is an edge of the land, and what is an edge of two is not:
 * so there is neither gap nor overlap between them. */
static void
test_no_slivers (gconstpointer data)
{
  g_autoptr (JolBasemapLevel) level = load (GPOINTER_TO_INT (data));
  g_autoptr (GHashTable) land = collect (jol_basemap_level_get_layer (level, JOL_LAYER_LAND));
  g_autoptr (GHashTable) sides = collect (jol_basemap_level_get_layer (level, JOL_LAYER_COUNTRIES));
  guint n_odd = 0;
  GHashTableIter iter;
  gpointer stretch, owners;

  g_hash_table_iter_init (&iter, sides);
  while (g_hash_table_iter_next (&iter, &stretch, &owners))
    {
      const guint n_owners = ((GPtrArray *) owners)->len;

      if (n_owners > 2 || (n_owners == 1) != g_hash_table_contains (land, stretch))
        n_odd++;
    }
  g_test_message ("%u of %u stretches are odd", n_odd, g_hash_table_size (sides));
  g_assert_cmpuint (g_hash_table_size (sides), >, 1500);
  /* Rounding to the grid folds a spike or two of 10m flat. */
  g_assert_cmpuint (n_odd, <=, 4);
}

static const JolBasemapFeature *
find_named (const JolBasemapLayer *layer, const char *english)
{
  for (guint i = 0; i < layer->n_features; i++)
    if (strcmp (jol_text_get (layer->features[i].name, "en"), english) == 0)
      return &layer->features[i];

  return NULL;
}

/* The choices of data/basemap/disputed.tsv that people look for first. */
static void
test_disputed (void)
{
  g_autoptr (JolBasemapLevel) level = load (JOL_BASEMAP_10M);
  const JolBasemapLayer *areas = jol_basemap_level_get_layer (level, JOL_LAYER_AREAS);
  const JolBasemapLayer *claims = jol_basemap_level_get_layer (level, JOL_LAYER_CLAIMS);
  const JolBasemapLayer *borders = jol_basemap_level_get_layer (level, JOL_LAYER_BORDERS);
  static const char *const hatched[] = { "Crimea", "Abkhazia", "Aksai Chin", "Golan Heights" };
  static const char *const plain[] = { "Baikonur", "Donbas", "Nagorno-Karabakh", "Kosovo" };

  for (guint i = 0; i < G_N_ELEMENTS (hatched); i++)
    g_assert_nonnull (find_named (areas, hatched[i]));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_null (find_named (areas, plain[i]));
  g_assert_cmpint (find_named (claims, "Abkhazia")->kind, ==, JOL_BORDER_BREAKAWAY);
  g_assert_cmpint (find_named (claims, "Aksai Chin")->kind, ==, JOL_BORDER_CLAIM);
  g_assert_null (find_named (claims, "Donbas"));
  g_assert_null (find_named (claims, "Nagorno-Karabakh"));

  /* The base map knows no date, so nothing in it may have ended. */
  for (guint i = 0; i < areas->n_features; i++)
    g_assert_false (jol_date_is_set (&areas->features[i].until));
  for (guint i = 0; i < claims->n_features; i++)
    g_assert_false (jol_date_is_set (&claims->features[i].until));

  for (guint i = 0; i < borders->n_features; i++)
    {
      if (strcmp (borders->features[i].a2, "UA") == 0)
        g_assert_cmpint (borders->features[i].kind, ==, JOL_BORDER_DISPUTED);
      if (strcmp (borders->features[i].a2, "KZ") == 0)
        g_assert_cmpint (borders->features[i].kind, ==, JOL_BORDER_LEASE);
    }
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "110m", "50m", "10m" };

  jol_test_init (&argc, &argv);

  for (int detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autofree char *shared = g_strconcat ("/basemap-borders/shared/", names[detail], NULL);
      g_autofree char *slivers = g_strconcat ("/basemap-borders/no-slivers/", names[detail], NULL);

      g_test_add_data_func (shared, GINT_TO_POINTER (detail), test_shared);
      g_test_add_data_func (slivers, GINT_TO_POINTER (detail), test_no_slivers);
    }
  g_test_add_func ("/basemap-borders/disputed", test_disputed);

  return jol_test_run ();
}
