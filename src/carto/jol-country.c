/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-country.h"

#include "jol-basemap.h"
#include "jol-projection.h"

#include <glib/gi18n.h>

/* Who comes to the region from beyond the base map. */
static const struct
{
  const char *code;
  const char *name;
} far_away[] = {
  { "AU", NC_ ("country", "Australia") },      { "CA", NC_ ("country", "Canada") },
  { "ES", NC_ ("country", "Spain") },          { "EU", NC_ ("country", "European Union") },
  { "GB", NC_ ("country", "United Kingdom") }, { "ID", NC_ ("country", "Indonesia") },
  { "IE", NC_ ("country", "Ireland") },        { "LK", NC_ ("country", "Sri Lanka") },
  { "MY", NC_ ("country", "Malaysia") },       { "PT", NC_ ("country", "Portugal") },
  { "SG", NC_ ("country", "Singapore") },      { "US", NC_ ("country", "United States") },
};

static const char *
find_far_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (far_away); i++)
    if (g_str_equal (far_away[i].code, code))
      return far_away[i].name;

  return NULL;
}

const char *
jol_country_get_name (const char *code, const char *language)
{
  g_autoptr (JolBasemapLabels) labels = NULL;
  const JolBasemapLabel *country;
  const char *far;

  g_return_val_if_fail (code, NULL);

  far = find_far_name (code);
  if (far)
    return g_dpgettext2 (NULL, "country", far);

  /* The names are kept by the base map for good, so what is found outlives this reference. The
   * coarsest list is the smallest, and all of them have every country. */
  labels = jol_basemap_load_labels (jol_basemap_get_default (), JOL_BASEMAP_110M, NULL);
  country = labels ? jol_basemap_labels_find_country (labels, code) : NULL;
  return country ? jol_basemap_label_get_name (country, language) : code;
}

/* Whether a country is looked for by its name in a language: one of the region's common ones, or
 * its own. In the others it only gets in the way: Kazakhstan is Gazagystan in Turkmen, and would
 * come up for gas. */
static gboolean
is_searched (const char *language, const char *code)
{
  static const char *const common[] = { "en", "ru", "kk", "zh", NULL };
  static const char *const own[][2] = {
    { "AZ", "az" }, { "DE", "de" }, { "FR", "fr" }, { "IR", "fa" }, { "KG", "ky" },
    { "TJ", "tg" }, { "TM", "tk" }, { "TR", "tr" }, { "UA", "uk" }, { "UZ", "uz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (own[i][0], code) && g_str_equal (own[i][1], language))
      return TRUE;

  return g_strv_contains (common, language);
}

JolText *
jol_country_dup_names (const char *code)
{
  const char *interface = jol_text_get_interface_language ();
  JolTextBuilder *builder;
  g_autoptr (JolBasemapLabels) labels = NULL;
  const JolBasemapLabel *country;
  const char *far;

  g_return_val_if_fail (code, NULL);

  far = find_far_name (code);
  if (far)
    {
      builder = jol_text_builder_new ();
      jol_text_builder_add (builder, interface, g_dpgettext2 (NULL, "country", far));
      jol_text_builder_add (builder, "en", far);
      return jol_text_builder_end (builder);
    }

  labels = jol_basemap_load_labels (jol_basemap_get_default (), JOL_BASEMAP_110M, NULL);
  country = labels ? jol_basemap_labels_find_country (labels, code) : NULL;
  if (!country)
    return NULL;

  builder = jol_text_builder_new ();
  jol_text_builder_add (builder, interface, jol_basemap_pick_name (country->name, interface));
  for (guint i = 0; i < jol_text_get_n_languages (country->name); i++)
    {
      const char *name;
      const char *language = jol_text_get_language (country->name, i, &name);

      if (is_searched (language, code))
        jol_text_builder_add (builder, language, name);
    }
  return jol_text_builder_end (builder);
}

static JolWorldBox
measure_part (const JolBasemapLayer *layer, const JolBasemapPart *part)
{
  JolWorldBox box = { 1, 1, 0, 0 };

  for (guint i = part->first_point; i < part->first_point + part->n_points; i++)
    {
      box.x0 = MIN (box.x0, layer->xy[2 * i]);
      box.y0 = MIN (box.y0, layer->xy[2 * i + 1]);
      box.x1 = MAX (box.x1, layer->xy[2 * i]);
      box.y1 = MAX (box.y1, layer->xy[2 * i + 1]);
    }
  return box;
}

gboolean
jol_country_find_box (const char *code, JolBox *box_out)
{
  g_autoptr (JolBasemapLevel) level = NULL;
  const JolBasemapLayer *layer;
  JolWorldBox largest = { 0 };
  JolPoint north_west, south_east;

  g_return_val_if_fail (code && box_out, FALSE);

  level = jol_basemap_load_level (jol_basemap_get_default (), JOL_BASEMAP_110M, NULL);
  if (!level)
    return FALSE;

  layer = jol_basemap_level_get_layer (level, JOL_LAYER_COUNTRIES);
  for (guint i = 0; i < layer->n_features; i++)
    for (guint j = 0; j < layer->features[i].n_parts && g_str_equal (layer->features[i].a2, code);
         j++)
      {
        const JolWorldBox box =
            measure_part (layer, &layer->parts[layer->features[i].first_part + j]);

        if ((box.x1 - box.x0) * (box.y1 - box.y0) >
            (largest.x1 - largest.x0) * (largest.y1 - largest.y0))
          largest = box;
      }
  if (largest.x1 <= largest.x0)
    return FALSE;

  north_west = jol_unproject (&(JolWorldPoint){ largest.x0, largest.y0 });
  south_east = jol_unproject (&(JolWorldPoint){ largest.x1, largest.y1 });
  *box_out = (JolBox){ .west = north_west.longitude,
                       .south = south_east.latitude,
                       .east = south_east.longitude,
                       .north = north_west.latitude };
  return TRUE;
}
