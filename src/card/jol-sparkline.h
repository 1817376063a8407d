/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-route.h"

G_BEGIN_DECLS

/*
 * JolSparkline: what a route carried, year by year, as a small line from zero up. A year without a
 * figure is a gap; an estimate is lighter; what was planned or is only part of a year is a ring off
 * the line. The year of the date is marked.
 */
#define JOL_TYPE_SPARKLINE (jol_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (JolSparkline, jol_sparkline, JOL, SPARKLINE, GtkWidget)

GtkWidget *jol_sparkline_new (JolRoute *route) G_GNUC_WARN_UNUSED_RESULT;
void jol_sparkline_set_year (JolSparkline *self, int year);

/* The words for the year under @x_px: "2022: 58.7 Mt", "2015: no figure". */
char *jol_sparkline_describe (JolSparkline *self, double x_px) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
