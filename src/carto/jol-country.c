/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-country.h"

#include "jol-basemap.h"

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
  if (!jol_text_lookup (country->name, interface))
    jol_text_builder_add (builder, interface, jol_basemap_pick_name (country->name, interface));
  for (guint i = 0; i < jol_text_get_n_languages (country->name); i++)
    {
      const char *name;
      const char *language = jol_text_get_language (country->name, i, &name);

      jol_text_builder_add (builder, language, name);
    }
  return jol_text_builder_end (builder);
}
