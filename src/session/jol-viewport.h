/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "jol-geo.h"

G_BEGIN_DECLS

#define JOL_MIN_ZOOM 2.5
#define JOL_MAX_ZOOM 10.0

/* Where the map looks: the centre, and the zoom of 256 px tiles. A plain value, boxed for
 * properties. */
typedef struct
{
  double latitude;
  double longitude;
  double zoom; /* JOL_MIN_ZOOM–JOL_MAX_ZOOM */
} JolViewport;

#define JOL_TYPE_VIEWPORT (jol_viewport_get_type ())
GType jol_viewport_get_type (void);

gboolean jol_viewport_equal (const JolViewport *a, const JolViewport *b);
gboolean jol_viewport_is_valid (const JolViewport *self);

/* The viewport that shows all of @box in a picture of that size with @margin_px free at each side.
 */
JolViewport
jol_viewport_for_box (const JolBox *box, double width_px, double height_px, double margin_px);
JolBox jol_viewport_get_box (const JolViewport *self, double width_px, double height_px);

G_END_DECLS
