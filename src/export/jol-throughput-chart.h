/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-canvas.h"
#include "jol-route.h"

G_BEGIN_DECLS

/* JolThroughputChart: what a route carried, a bar a year. Frozen; any thread. */
typedef struct _JolThroughputChart JolThroughputChart;

/* NULL for a route with fewer than two figures. @year: that of the date, which is marked. */
JolThroughputChart *jol_throughput_chart_new (JolRoute *route,
                                              int year,
                                              double font_size,
                                              JolTheme theme) G_GNUC_WARN_UNUSED_RESULT;
void jol_throughput_chart_free (JolThroughputChart *self);

const char *jol_throughput_chart_get_title (const JolThroughputChart *self); /* "Carried, Mt" */
/* At the origin. */
void jol_throughput_chart_paint (JolCanvas *canvas, double width, double height, gpointer chart);

G_END_DECLS
