/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-basemap.h"
#include "jol-json-scan.h"

G_BEGIN_DECLS

/* Reading of the base map's files. Each function sets @error when it returns FALSE or NULL. */

gboolean jol_basemap_decode_points (const char *text,
                                    guint n_points,
                                    double unit,
                                    float *xy_out,
                                    GError **error);

/* Of what is returned the first value, 0, is an object. */
JolJsonPositions *jol_basemap_parse (const char *data,
                                     gsize length,
                                     const char *format,
                                     double *unit_out,
                                     GError **error);
gboolean jol_basemap_get_object (const JolJsonPositions *file,
                                 guint object,
                                 const char *name,
                                 guint *object_out,
                                 GError **error);
const char *
jol_basemap_get_string (JolJsonPositions *file, guint object, const char *name, GError **error);
/* Whole numbers from @least to @most, @n of them; (transfer full). */
int *jol_basemap_get_ints (const JolJsonPositions *file,
                           guint object,
                           const char *name,
                           guint n,
                           int least,
                           int most,
                           GError **error);
int *jol_basemap_get_all_ints (const JolJsonPositions *file,
                               guint object,
                               const char *name,
                               int least,
                               int most,
                               guint *n_out,
                               GError **error);
/* The elements of an array of @n: texts, dates and codes; (transfer full). */
guint *jol_basemap_get_column (const JolJsonPositions *file,
                               guint object,
                               const char *name,
                               guint n,
                               GError **error);
gboolean jol_basemap_read_code (JolJsonPositions *file,
                                guint value,
                                char *code_out,
                                gsize size,
                                GError **error);
gboolean
jol_basemap_read_date (JolJsonPositions *file, guint value, JolDate *date_out, GError **error);
/* NULL without an error where the file says null. */
gboolean
jol_basemap_read_text (JolJsonPositions *file, guint value, JolText **text_out, GError **error);

gboolean jol_basemap_layer_read (JolBasemapLayer *layer,
                                 JolBasemapLayerId id,
                                 JolJsonPositions *file,
                                 guint layers,
                                 const JolBasemapLayer *land,
                                 double unit,
                                 GError **error);
gsize jol_basemap_layer_get_memory (const JolBasemapLayer *layer, gboolean owns_points);
void jol_basemap_layer_clear (JolBasemapLayer *layer, gboolean owns_points);

G_END_DECLS
