/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * JolBasemapRelief: hillshade in Web Mercator, 8-bit grey: 128 is flat or water, darker lies in
 * shade, brighter is lit from the north-west. Kept at full and half size, so that sampling
 * need not shrink it by much. Immutable, reference-counted, any thread.
 */
typedef struct _JolBasemapRelief JolBasemapRelief;

#define JOL_TYPE_BASEMAP_RELIEF (jol_basemap_relief_get_type ())
GType jol_basemap_relief_get_type (void);

#define JOL_N_RELIEF_SIZES 2

typedef struct
{
  const guint8 *pixels; /* width bytes a row */
  int width;
  int height;
} JolReliefImage;

JolBasemapRelief *jol_basemap_relief_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
JolBasemapRelief *jol_basemap_relief_ref (JolBasemapRelief *self);
void jol_basemap_relief_unref (JolBasemapRelief *self);

/* @size: 0 is full, 1 half of that. */
const JolReliefImage *jol_basemap_relief_get_image (const JolBasemapRelief *self, guint size);
/* What it covers, in normalized Web Mercator. */
void jol_basemap_relief_get_box (double *x0, double *y0, double *x1, double *y1);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolBasemapRelief, jol_basemap_relief_unref)

G_END_DECLS
