/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "jol-basemap.h"

G_BEGIN_DECLS

/* Reading of the base map's files. Each function sets @error when it returns FALSE or NULL. */

gboolean jol_basemap_decode_points (const char *text,
                                    guint n_points,
                                    double unit,
                                    float *xy_out,
                                    GError **error);

/* The root of a file; lives as long as the parser. */
JsonObject *jol_basemap_parse (JsonParser *parser,
                               const char *data,
                               gsize length,
                               const char *format,
                               double *unit_out,
                               GError **error);
JsonObject *jol_basemap_get_object (JsonObject *object, const char *name, GError **error);
const char *jol_basemap_get_string (JsonObject *object, const char *name, GError **error);
/* Whole numbers from @least to @most, @n of them; (transfer full). */
int *jol_basemap_get_ints (JsonObject *object,
                           const char *name,
                           guint n,
                           int least,
                           int most,
                           GError **error);
int *jol_basemap_get_all_ints (JsonObject *object,
                               const char *name,
                               int least,
                               int most,
                               guint *n_out,
                               GError **error);
/* Texts, dates and codes: elements of an array of @n. */
JsonArray *jol_basemap_get_column (JsonObject *object, const char *name, guint n, GError **error);
gboolean
jol_basemap_read_code (JsonArray *column, guint index, char *code_out, gsize size, GError **error);
gboolean jol_basemap_read_date (JsonArray *column, guint index, JolDate *date_out, GError **error);
/* NULL without an error where the file says null. */
gboolean jol_basemap_read_text (JsonArray *column, guint index, JolText **text_out, GError **error);

gboolean jol_basemap_layer_read (JolBasemapLayer *layer,
                                 JolBasemapLayerId id,
                                 JsonObject *layers,
                                 const JolBasemapLayer *land,
                                 double unit,
                                 GError **error);
gsize jol_basemap_layer_get_memory (const JolBasemapLayer *layer, gboolean owns_points);
void jol_basemap_layer_clear (JolBasemapLayer *layer, gboolean owns_points);

G_END_DECLS
