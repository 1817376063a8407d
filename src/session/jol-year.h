/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * JolYear: a heading of the timeline: a year, with how many events of it are shown. Kept for the
 * life of its model.
 *
 * Properties: n-events.
 */
#define JOL_TYPE_YEAR (jol_year_get_type ())
G_DECLARE_FINAL_TYPE (JolYear, jol_year, JOL, YEAR, GObject)

JolYear *jol_year_new (int year) G_GNUC_WARN_UNUSED_RESULT;
int jol_year_get_year (JolYear *self);
guint jol_year_get_n_events (JolYear *self);
void jol_year_set_n_events (JolYear *self, guint n_events);

G_END_DECLS
