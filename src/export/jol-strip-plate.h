/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolStripPlate: the chart of the time strip as a picture of its own: title with unit, legend with
 * the values at the date, chart, key of the events, sources. Frozen; any thread.
 */
typedef struct _JolStripPlate JolStripPlate;

typedef struct
{
  int width, height; /* px; height 0: as high as is good */
  JolTheme theme;
  const char *language;
  gboolean has_title;
  gboolean has_legend;  /* and the key of the events */
  guint n_source_lines; /* at most, that say whose figures they are */
} JolStripPlateLook;

JolStripPlate *jol_strip_plate_new (JolSession *session,
                                    const JolStripPlateLook *look) G_GNUC_WARN_UNUSED_RESULT;
void jol_strip_plate_free (JolStripPlate *self);

int jol_strip_plate_get_height (const JolStripPlate *self); /* px */
const char *jol_strip_plate_get_title (const JolStripPlate *self);
/* What it shows, in words. */
const char *jol_strip_plate_get_description (const JolStripPlate *self);

/* At the canvas' origin, without a ground. */
void jol_strip_plate_paint (const JolStripPlate *self, JolCanvas *canvas);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripPlate, jol_strip_plate_free)

G_END_DECLS
