/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-strip-scene.h"

G_BEGIN_DECLS

/* JolStripLegend: what the bands of the chart are and have at the date, in as many rows as its
 * width asks for. */
#define JOL_TYPE_STRIP_LEGEND (jol_strip_legend_get_type ())
G_DECLARE_FINAL_TYPE (JolStripLegend, jol_strip_legend, JOL, STRIP_LEGEND, GtkWidget)

/* @bands: (transfer full) (nullable): of JolStripBand. @title: what they are bands of, or NULL.
 * @note, @widest_note: as jol_paint_strip_legend() has them. */
void jol_strip_legend_set_bands (JolStripLegend *self,
                                 GArray *bands,
                                 const char *title,
                                 const char *note,
                                 const char *widest_note);

G_END_DECLS
