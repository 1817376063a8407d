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

const char *
jol_country_get_name (const char *code, const char *language)
{
  g_autoptr (JolBasemapLabels) labels = NULL;
  const JolBasemapLabel *country;

  g_return_val_if_fail (code, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (far_away); i++)
    if (g_str_equal (far_away[i].code, code))
      return g_dpgettext2 (NULL, "country", far_away[i].name);

  /* The names are kept by the base map for good, so what is found outlives this reference. The
   * coarsest list is the smallest, and all of them have every country. */
  labels = jol_basemap_load_labels (jol_basemap_get_default (), JOL_BASEMAP_110M, NULL);
  country = labels ? jol_basemap_labels_find_country (labels, code) : NULL;
  return country ? jol_basemap_label_get_name (country, language) : code;
}
