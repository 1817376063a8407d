/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "jol-basemap.h"
#include "jol-error.h"
#include "jol-projection.h"
#include "jol-test-util.h"

#define PREFIX RESOURCE_PATH "/basemap"

static GBytes *
read_file (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX "/", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return bytes;
}

static JolBasemapLevel *
load (JolBasemapDetail detail)
{
  g_autoptr (GError) error = NULL;
  JolBasemapLevel *level = jol_basemap_load_level (jol_basemap_get_default (), detail, &error);

  g_assert_no_error (error);
  return level;
}

static const JolBasemapFeature *
find (const JolBasemapLevel *level, JolBasemapLayerId layer, double latitude, double longitude)
{
  JolPoint point = { latitude, longitude };
  JolWorldPoint at = jol_project (&point);

  return jol_basemap_level_find (level, layer, at.x, at.y);
}

static void
test_level_for_zoom (void)
{
  g_assert_cmpint (jol_basemap_level_for_zoom (0), ==, JOL_BASEMAP_110M);
  g_assert_cmpint (jol_basemap_level_for_zoom (3.49), ==, JOL_BASEMAP_110M);
  g_assert_cmpint (jol_basemap_level_for_zoom (3.5), ==, JOL_BASEMAP_50M);
  g_assert_cmpint (jol_basemap_level_for_zoom (5), ==, JOL_BASEMAP_50M);
  g_assert_cmpint (jol_basemap_level_for_zoom (5.5), ==, JOL_BASEMAP_10M);
  g_assert_cmpint (jol_basemap_level_for_zoom (12), ==, JOL_BASEMAP_10M);
}

static void
test_load_once (void)
{
  g_autoptr (JolBasemap) basemap = jol_basemap_new (PREFIX);

  for (JolBasemapDetail detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JolBasemapLevel) before = jol_basemap_lookup_level (basemap, detail);
      g_autoptr (JolBasemapLevel) level = jol_basemap_load_level (basemap, detail, &error);
      g_autoptr (JolBasemapLevel) again = jol_basemap_load_level (basemap, detail, &error);
      g_autoptr (JolBasemapLevel) after = jol_basemap_lookup_level (basemap, detail);

      g_assert_no_error (error);
      g_assert_null (before);
      g_assert_nonnull (level);
      g_assert_true (level == again && level == after);

      for (JolBasemapLayerId id = 0; id < JOL_N_BASEMAP_LAYERS; id++)
        {
          const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);

          if (id < JOL_LAYER_ADMIN1 || detail == JOL_BASEMAP_10M ||
              (id == JOL_LAYER_AREAS && detail == JOL_BASEMAP_50M))
            g_assert_cmpuint (layer->n_features, >, 0);
          else
            g_assert_cmpuint (layer->n_features, ==, 0);
        }
    }

  g_assert_finalize_object (g_steal_pointer (&basemap));
}

/* What anyone who knows the region would look for first. */
static void
test_land_and_water (void)
{
  for (JolBasemapDetail detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autoptr (JolBasemapLevel) level = load (detail);
      const JolBasemapFeature *found;

      /* The middle Caspian, and its shallow north. */
      g_assert_null (find (level, JOL_LAYER_LAND, 42.0, 50.5));
      g_assert_null (find (level, JOL_LAYER_REGION, 42.0, 50.5));
      g_assert_null (find (level, JOL_LAYER_LAND, 45.7, 50.5));
      found = find (level, JOL_LAYER_LAKES, 42.0, 50.5);
      g_assert_nonnull (found);
      g_assert_true (found->is_land_hole);
      g_assert_cmpstr (jol_text_get (found->name, "kk"), ==, "Каспий теңізі");

      /* The Aral's west basin is a lake on land, the dry bed between the basins is not. */
      found = find (level, JOL_LAYER_LAKES, 45.0, 58.4);
      g_assert_nonnull (found);
      g_assert_cmpstr (jol_text_get (found->name, "en"), ==, "Aral Sea");
      g_assert_false (found->is_land_hole);
      g_assert_nonnull (find (level, JOL_LAYER_REGION, 45.0, 58.4));
      g_assert_null (find (level, JOL_LAYER_LAKES, 44.2, 59.2));

      found = find (level, JOL_LAYER_LAKES, 42.45, 77.2);
      g_assert_nonnull (found);
      g_assert_cmpstr (jol_text_get (found->name, "en"), ==, "Issyk-Kul");

      /* Tashkent, Moscow, Crimea. */
      g_assert_nonnull (find (level, JOL_LAYER_LAND, 41.3, 69.25));
      g_assert_nonnull (find (level, JOL_LAYER_REGION, 41.3, 69.25));
      g_assert_cmpstr (find (level, JOL_LAYER_COUNTRIES, 41.3, 69.25)->a2, ==, "UZ");
      g_assert_nonnull (find (level, JOL_LAYER_LAND, 55.75, 37.6));
      g_assert_null (find (level, JOL_LAYER_REGION, 55.75, 37.6));
      g_assert_cmpstr (find (level, JOL_LAYER_COUNTRIES, 45.2, 34.2)->a2, ==, "UA");
    }
}

/* Fills and lines meet because they have the same points. */
static void
test_shared_points (void)
{
  for (JolBasemapDetail detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autoptr (JolBasemapLevel) level = load (detail);
      const JolBasemapLayer *countries = jol_basemap_level_get_layer (level, JOL_LAYER_COUNTRIES);
      static const JolBasemapLayerId ids[] = { JOL_LAYER_LAND, JOL_LAYER_REGION, JOL_LAYER_COAST };
      g_autoptr (GHashTable) points = g_hash_table_new (g_int64_hash, g_int64_equal);

      /* A point's two floats are one key of eight bytes. */
      for (guint p = 0; p < countries->n_parts; p++)
        for (guint i = 0; i < countries->parts[p].n_points; i++)
          g_hash_table_add (points,
                            (gpointer) (countries->xy + 2 * (countries->parts[p].first_point + i)));

      for (guint l = 0; l < G_N_ELEMENTS (ids); l++)
        {
          const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, ids[l]);
          guint n = 0, n_strange = 0;

          for (guint p = 0; p < layer->n_parts; p++)
            for (guint i = 0; i < layer->parts[p].n_points; i++, n++)
              if (!g_hash_table_contains (points,
                                          layer->xy + 2 * (layer->parts[p].first_point + i)))
                n_strange++;
          g_assert_cmpuint (n, >, 100);
          g_assert_cmpuint (n_strange, <=, n / 200);
        }
    }
}

static void
test_boxes (void)
{
  g_autoptr (JolBasemapLevel) level = load (JOL_BASEMAP_50M);

  for (JolBasemapLayerId id = 0; id < JOL_N_BASEMAP_LAYERS; id++)
    {
      const JolBasemapLayer *layer = jol_basemap_level_get_layer (level, id);
      guint parts = 0;

      for (guint f = 0; f < layer->n_features; f++)
        {
          const JolBasemapFeature *feature = &layer->features[f];

          if (id != JOL_LAYER_COAST)
            g_assert_cmpuint (feature->first_part, ==, parts);
          parts += feature->n_parts;
          for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
            for (guint i = 0; i < layer->parts[p].n_points; i++)
              {
                const float *xy = layer->xy + 2 * (layer->parts[p].first_point + i);
                guint block = layer->parts[p].first_block + (i ? (i - 1) / JOL_BASEMAP_BLOCK : 0);
                const JolBasemapBox *boxes[] = { &feature->box, &layer->blocks[block] };

                for (guint b = 0; b < 2; b++)
                  g_assert_true (xy[0] >= boxes[b]->x0 && xy[0] <= boxes[b]->x1 &&
                                 xy[1] >= boxes[b]->y0 && xy[1] <= boxes[b]->y1);
              }
        }
      g_assert_cmpuint (parts, ==, layer->n_parts);
    }
}

static const JolBasemapLabel *
find_label (const JolBasemapLabels *labels, JolBasemapLabelKind kind, const char *english)
{
  guint n;
  const JolBasemapLabel *all = jol_basemap_labels_get (labels, &n);

  for (guint i = 0; i < n; i++)
    if (all[i].kind == kind && strcmp (jol_basemap_label_get_name (&all[i], "en"), english) == 0)
      return &all[i];

  return NULL;
}

static void
test_names (void)
{
  for (JolBasemapDetail detail = 0; detail < JOL_N_BASEMAP_DETAILS; detail++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JolBasemapLabels) labels =
          jol_basemap_load_labels (jol_basemap_get_default (), detail, &error);
      const JolBasemapLabel *label;
      guint n;

      g_assert_no_error (error);
      label = jol_basemap_labels_find_country (labels, "KZ");
      g_assert_nonnull (label);
      g_assert_cmpstr (jol_basemap_label_get_name (label, "en"), ==, "Kazakhstan");
      g_assert_cmpstr (jol_basemap_label_get_name (label, "ru"), ==, "Казахстан");
      g_assert_cmpstr (jol_basemap_label_get_name (label, "kk"), ==, "Қазақстан");
      g_assert_cmpstr (jol_basemap_label_get_name (label, "sw"), ==, "Kazakhstan");
      g_assert_null (jol_basemap_labels_find_country (labels, "ZZ"));

      label = find_label (labels, JOL_BASEMAP_CAPITAL, "Tashkent");
      g_assert_nonnull (label);
      g_assert_cmpstr (label->a2, ==, "UZ");
      g_assert_cmpstr (jol_basemap_label_get_name (label, "ru"), ==, "Ташкент");
      g_assert_cmpfloat_with_epsilon (label->x, (69.25 + 180) / 360, 0.0005);

      label = find_label (labels, JOL_BASEMAP_SEA, "Caspian Sea");
      g_assert_nonnull (label);
      g_assert_cmpstr (jol_basemap_label_get_name (label, "ru"), ==, "Каспийское море");

      jol_basemap_labels_get (labels, &n);
      g_assert_cmpuint (jol_basemap_labels_count_to_zoom (labels, 0), ==, 0);
      g_assert_cmpuint (jol_basemap_labels_count_to_zoom (labels, 24), ==, n);
    }
}

/* A Kazakh reader gets Russian before English where there is no Kazakh, an Uzbek one does not. */
static void
test_fallback (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLabels) labels =
      jol_basemap_load_labels (jol_basemap_get_default (), JOL_BASEMAP_10M, &error);
  const JolBasemapLabel *all;
  guint n, n_fallen = 0;

  g_assert_no_error (error);
  all = jol_basemap_labels_get (labels, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *english = jol_basemap_label_get_name (&all[i], "en");
      const char *russian = jol_text_lookup (all[i].name, "ru");

      g_assert_nonnull (english);
      if (russian && !jol_text_lookup (all[i].name, "kk"))
        {
          g_assert_cmpstr (jol_basemap_label_get_name (&all[i], "kk"), ==, russian);
          g_assert_cmpstr (jol_basemap_label_get_name (&all[i], "kk-KZ"), ==, russian);
          n_fallen++;
        }
      if (!jol_text_lookup (all[i].name, "uz"))
        g_assert_cmpstr (jol_basemap_label_get_name (&all[i], "uz"), ==, english);
    }
  g_assert_cmpuint (n_fallen, >, 100);
  g_assert_null (jol_basemap_pick_name (NULL, "kk"));
}

static void
test_labels_sorted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLabels) labels =
      jol_basemap_load_labels (jol_basemap_get_default (), JOL_BASEMAP_10M, &error);
  const JolBasemapLabel *all;
  guint n, at_5;

  g_assert_no_error (error);
  all = jol_basemap_labels_get (labels, &n);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (all[i - 1].min_zoom, <=, all[i].min_zoom);

  at_5 = jol_basemap_labels_count_to_zoom (labels, 5);
  g_assert_cmpuint (at_5, >, 100);
  g_assert_cmpfloat (all[at_5 - 1].min_zoom, <=, 5);
  g_assert_cmpfloat (all[at_5].min_zoom, >, 5);
}

static void
check_broken (const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JolBasemapLevel) level = jol_basemap_level_new_from_data (data, length, &error);

  if (level)
    g_assert_no_error (error);
  else
    g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = read_file ("level-110m.json");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize cut = (gsize) g_test_rand_int_range (0, (gint32) length - 2);
      g_autofree char *part = g_strndup (data, cut);

      g_assert_null (jol_basemap_level_new_from_data (part, cut, &error));
      g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT);
    }
}

/* Any byte may be any other: it reads or it is an error, and it never reads beyond its arrays. */
static void
test_garbled (void)
{
  g_autoptr (GBytes) bytes = read_file ("level-110m.json");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *copy = g_strndup (data, length);

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        copy[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (32, 127);
      check_broken (copy, length);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *land;
    const char *message;
  } rows[] = {
    { "{\"parts\":[4],\"features\":[1],\"points\":\"11##%#\"}",
      "*point*do not agree*" }, /* too few */
    { "{\"parts\":[4],\"features\":[1],\"points\":\"11%#$#$$%%#\"}", "*more points*" },
    { "{\"parts\":[4],\"features\":[1],\"points\":\"11%#$#$Q\"}", "*point 3*cannot be read*" },
    { "{\"parts\":[4],\"features\":[1],\"points\":\"11%#~#$$\"}", "*point 2*cannot be read*" },
    { "{\"parts\":[4],\"features\":[1],\"points\":\"$#%#$#$$\"}", "*outside the world*" },
    { "{\"parts\":[3],\"features\":[1],\"points\":\"11%#$#\"}", "*parts*" }, /* no closed ring */
    { "{\"parts\":[4],\"features\":[2],\"points\":\"11%#$#$$\"}", "*do not agree*" },
    { "{\"parts\":[4.5],\"features\":[1],\"points\":\"11%#$#$$\"}", "*parts*" },
    { "{\"parts\":[16777216],\"features\":[1],\"points\":\"11\"}", "*do not agree*" },
    { "{\"parts\":[4],\"features\":[1],\"points\":7}", "*points*" },
    { "[]", "*land*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("{\"format\":\"jol-basemap\",\"version\":1,"
                                               "\"bits\":8,\"layers\":{\"land\":%s}}",
                                               rows[i].land);

      g_assert_null (jol_basemap_level_new_from_data (text, strlen (text), &error));
      g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT);
      if (!g_pattern_match_simple (rows[i].message, error->message))
        g_error ("%s: not %s", error->message, rows[i].message);
    }

  check_broken ("", 0);
  check_broken ("[]", 2);
  check_broken ("{\"format\":\"jol-basemap\",\"version\":2,\"bits\":8}", 48);
}

static void
test_broken_labels (void)
{
  g_autoptr (GBytes) bytes = read_file ("labels-110m.json");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      gsize cut = (gsize) g_test_rand_int_range (0, (gint32) length - 2);
      g_autofree char *copy = g_strndup (data, length);
      g_autoptr (JolBasemapLabels) labels = NULL;

      copy[cut] = (char) g_test_rand_int_range (32, 127);
      labels = jol_basemap_labels_new_from_data (copy, i % 2 ? cut : length, &error);
      if (!labels)
        g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT);
    }
}

static void
test_broken_relief (void)
{
  static const char *const broken[] = {
    "",
    "P5",
    "P6\n1 1\n255\n.",
    "P5\n2 1\n255\n.",
    "P5\n1 1\n255\n..",
    "P5\n1 1\n127\n.",
    "P5\n0 1\n255\n",
    "P5\n1 99999999999\n255\n.",
    "P5\n1 x\n255\n.",
    "P5\n1 1\n255",
  };
  g_autoptr (GBytes) bytes = read_file ("relief-small.pgm");
  g_autoptr (JolBasemapRelief) relief = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_static (broken[i], strlen (broken[i]));

      g_assert_null (jol_basemap_relief_new (part, &error));
      g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT);
      g_clear_error (&error);
    }

  relief = jol_basemap_relief_new (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jol_basemap_relief_get_image (relief, 0)->width, ==, 1203);
  g_assert_cmpint (jol_basemap_relief_get_image (relief, 1)->width, ==, 602);
}

static void
test_missing (void)
{
  g_autoptr (JolBasemap) basemap = jol_basemap_new ("/no/such/folder");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jol_basemap_load_level (basemap, JOL_BASEMAP_50M, &error));
      g_assert_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_MISSING);
    }
  g_assert_null (jol_basemap_lookup_level (basemap, JOL_BASEMAP_50M));
}

static gpointer
load_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  JolBasemapLevel *level = jol_basemap_load_level (data, JOL_BASEMAP_10M, &error);

  g_assert_no_error (error);
  return level;
}

static void
test_threads (void)
{
  g_autoptr (JolBasemap) basemap = jol_basemap_new (PREFIX);
  GThread *threads[4];
  JolBasemapLevel *levels[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("load", load_in_thread, basemap);
  for (guint i = 0; i < 4; i++)
    levels[i] = g_thread_join (threads[i]);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (levels[i] == levels[0]);
      jol_basemap_level_unref (levels[i]);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  JolBasemapLevel **level_out = data;

  *level_out = jol_basemap_load_level_finish (JOL_BASEMAP (source), result, &error);
  g_assert_no_error (error);
}

static void
labels_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  JolBasemapLabels **labels_out = data;

  *labels_out = jol_basemap_load_labels_finish (JOL_BASEMAP (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (void)
{
  g_autoptr (JolBasemap) basemap = jol_basemap_new (PREFIX);
  g_autoptr (JolBasemapLevel) level = NULL;
  g_autoptr (JolBasemapLevel) again = NULL;
  g_autoptr (JolBasemapLevel) found = NULL;
  g_autoptr (JolBasemapLabels) labels = NULL;

  jol_basemap_load_level_async (basemap, JOL_BASEMAP_50M, NULL, loaded_cb, &level);
  jol_basemap_load_labels_async (basemap, JOL_BASEMAP_50M, NULL, labels_loaded_cb, &labels);
  while (!level || !labels)
    g_main_context_iteration (NULL, TRUE);

  jol_basemap_load_level_async (basemap, JOL_BASEMAP_50M, NULL, loaded_cb, &again);
  g_assert_null (again); /* never before the call returns */
  while (!again)
    g_main_context_iteration (NULL, TRUE);

  found = jol_basemap_lookup_level (basemap, JOL_BASEMAP_50M);
  g_assert_true (level == again && level == found);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/basemap/level-for-zoom", test_level_for_zoom);
  g_test_add_func ("/basemap/load-once", test_load_once);
  g_test_add_func ("/basemap/land-and-water", test_land_and_water);
  g_test_add_func ("/basemap/shared-points", test_shared_points);
  g_test_add_func ("/basemap/boxes", test_boxes);
  g_test_add_func ("/basemap/names", test_names);
  g_test_add_func ("/basemap/fallback", test_fallback);
  g_test_add_func ("/basemap/labels-sorted", test_labels_sorted);
  g_test_add_func ("/basemap/truncated", test_truncated);
  g_test_add_func ("/basemap/garbled", test_garbled);
  g_test_add_func ("/basemap/wrong", test_wrong);
  g_test_add_func ("/basemap/broken-labels", test_broken_labels);
  g_test_add_func ("/basemap/broken-relief", test_broken_relief);
  g_test_add_func ("/basemap/missing", test_missing);
  g_test_add_func ("/basemap/threads", test_threads);
  g_test_add_func ("/basemap/async", test_async);

  return jol_test_run ();
}
