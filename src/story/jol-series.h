/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-entity.h"

G_BEGIN_DECLS

typedef enum
{
  JOL_QUALITY_REPORTED,
  JOL_QUALITY_ESTIMATED,
  JOL_QUALITY_PLANNED, /* never stacked as a year's total */
  JOL_QUALITY_PARTIAL, /* likewise */
} JolQuality;

typedef struct
{
  int year;
  double value;
  JolQuality quality;
  char **sources; /* ids, NULL-terminated, or NULL */
  JolText *note;  /* or NULL */
} JolSeriesValue;

/* One band of a stack. A missing year is a gap, never zero. */
typedef struct
{
  char *id; /* local to the series; a route's id ties it to that route */
  JolText *name;
  JolSeriesValue *values; /* by year, ascending */
  guint n_values;
} JolSeriesBand;

/* JolSeries: figures by year, in one unit, to be stacked. */
#define JOL_TYPE_SERIES (jol_series_get_type ())
G_DECLARE_FINAL_TYPE (JolSeries, jol_series, JOL, SERIES, JolEntity)

const char *jol_series_get_unit (JolSeries *self);
const JolSeriesBand *jol_series_get_bands (JolSeries *self, guint *n_out);
const JolSeriesValue *jol_series_band_lookup (const JolSeriesBand *band, int year);

const char *jol_quality_to_string (JolQuality quality);

G_END_DECLS
