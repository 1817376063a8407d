/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-series.h"

#include "jol-entity-private.h"

G_DEFINE_FINAL_TYPE (JolSeries, jol_series, JOL_TYPE_ENTITY)

static void
clear_value (gpointer data)
{
  JolSeriesValue *value = data;

  g_strfreev (value->sources);
  g_clear_pointer (&value->note, jol_text_unref);
}

GArray *
jol_series_value_array_new (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (JolSeriesValue));

  g_array_set_clear_func (values, clear_value);
  return values;
}

static void
clear_band (gpointer data)
{
  JolSeriesBand *band = data;

  g_free (band->id);
  g_clear_pointer (&band->name, jol_text_unref);
  for (guint i = 0; i < band->n_values; i++)
    clear_value (&band->values[i]);
  g_free (band->values);
}

GArray *
jol_series_band_array_new (void)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (JolSeriesBand));

  g_array_set_clear_func (bands, clear_band);
  return bands;
}

static void
jol_series_finalize (GObject *object)
{
  JolSeries *self = JOL_SERIES (object);

  g_free (self->unit);
  g_clear_pointer (&self->bands, g_array_unref);

  G_OBJECT_CLASS (jol_series_parent_class)->finalize (object);
}

static void
jol_series_class_init (JolSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jol_series_finalize;
  JOL_ENTITY_CLASS (klass)->kind = JOL_ENTITY_SERIES;
}

static void
jol_series_init (JolSeries *self)
{
  self->bands = jol_series_band_array_new ();
}

const char *
jol_series_get_unit (JolSeries *self)
{
  g_return_val_if_fail (JOL_IS_SERIES (self), NULL);

  return self->unit;
}

const JolSeriesBand *
jol_series_get_bands (JolSeries *self, guint *n_out)
{
  g_return_val_if_fail (JOL_IS_SERIES (self), NULL);

  *n_out = self->bands->len;
  return (const JolSeriesBand *) (gpointer) self->bands->data;
}

/**
 * jol_series_band_lookup:
 * @band: a band
 * @year: a year
 *
 * Returns: (nullable): its value of that year; NULL for a gap. Binary search.
 */
const JolSeriesValue *
jol_series_band_lookup (const JolSeriesBand *band, int year)
{
  guint low = 0;
  guint high = band->n_values;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (band->values[middle].year < year)
        low = middle + 1;
      else
        high = middle;
    }

  return low < band->n_values && band->values[low].year == year ? &band->values[low] : NULL;
}
